import type { FormSection, FormSet } from '../../contract/form-sets.ts';
import { formCommonTexts } from '../../contract/vi/forms-common.ts';
import { selfMarkNames } from '../../contract/vi/forms-names.ts';
import { type EarlierState, reviewPaperTexts as texts } from '../../contract/vi/forms-review.ts';
import {
  type FormSectionTitle,
  formSectionHints,
  formSectionTitles,
} from '../../contract/vi/forms-sections.ts';
import { formatHundredths } from '../../contract/vi/numbers.ts';
import { ratingLevelNames } from '../../contract/vi/ratings.ts';
import { type SelfMark, selfMarks } from '../../domain/cycle.ts';
import { type RatingLevel, ratingLevels } from '../../domain/ratings.ts';
import type { Block, ChoicesBlock, ParagraphBlock } from '../model.ts';
import { items, paragraph, textOrBlank, textParagraphs } from '../paper-blocks.ts';
import type { CriteriaPaper } from './criteria-annex.ts';

/** What stands in a section of a review; what the section's input does not ask for is left out. */
export interface ReviewSectionPaper {
  text?: string;
  mark?: SelfMark | null;
  shortcomings?: readonly string[];
  pledgeResults?: readonly { text: string; result: string }[];
  /** State null: the review does not say yet. */
  earlier?: readonly { text: string; state: EarlierState | null; note: string }[];
  prompts?: readonly { question: string; source: string; answer: string }[];
}
export type ReviewContent = Partial<Record<FormSectionTitle, ReviewSectionPaper>>;

/** What the person or the collective gives itself; null is left open. Points in hundredths: 9050 = 90,50. */
export interface SelfRatingPaper {
  levels: Partial<Record<FormSet['selfRatings'][number], RatingLevel | null>>;
  scoreHundredths: number | null;
  /** Null where no criterion was given points. */
  criteria: CriteriaPaper | null;
}

const BLANK_LINES = 4;

/** `byHand`: nothing in the review is written yet. */
type OpenSection = FormSection & { byHand: boolean };

const levelChoices = (label: string, chosen: RatingLevel | null | undefined): ChoicesBlock => ({
  kind: 'choices',
  label,
  options: ratingLevels.map((level) => ({ text: ratingLevelNames[level], chosen: level === chosen })),
});

const markChoices = (chosen: SelfMark | null | undefined): ChoicesBlock => ({
  kind: 'choices',
  label: texts.selfMark,
  options: selfMarks.map((mark) => ({ text: selfMarkNames[mark], chosen: mark === chosen })),
});

function selfRatingBlocks(form: FormSet, { levels, scoreHundredths }: SelfRatingPaper): Block[] {
  return [
    ...(form.scored
      ? [
          {
            kind: 'lines',
            lines: [
              { label: texts.score, text: scoreHundredths === null ? '' : formatHundredths(scoreHundredths) },
            ],
          } as const,
        ]
      : []),
    ...form.selfRatings.map((kind) => levelChoices(texts.ratings[kind], levels[kind])),
  ];
}

const inItalics = (block: ParagraphBlock): ParagraphBlock => ({
  ...block,
  runs: block.runs.map((run) => ({ ...run, italic: true })),
});

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/** Nothing was written in it: it is filled in by hand. */
const isForThePen = (content: ReviewContent): boolean =>
  Object.values(content).every((section) => Object.values(section ?? {}).every(isEmpty));

/**
 * Lines of a list, then the free text; "Không." in an empty optional section of a review that was written, dotted lines
 * in any other.
 */
function listed(section: OpenSection, lines: readonly Block[], text: string): Block[] {
  if (lines.length > 0) return [...lines, ...textParagraphs(text)];
  if (text === '' && section.optional && !section.byHand) return [paragraph(formCommonTexts.none)];
  return textOrBlank(text, BLANK_LINES);
}

function contentBlocks(
  form: FormSet,
  section: OpenSection,
  content: ReviewSectionPaper,
  rating: SelfRatingPaper,
): Block[] {
  const { text = '' } = content;
  switch (section.input) {
    case 'group':
      return [];
    case 'marks':
      return [...textOrBlank(text, BLANK_LINES), markChoices(content.mark)];
    case 'pledgeResults': {
      const lines = items(
        (content.pledgeResults ?? []).map((item) =>
          texts.pledgeItem(item.text.replace(/[.;\s]+$/, ''), item.result || texts.noResult),
        ),
      );
      return [...listed(section, lines, text), ...(section.marked ? [markChoices(content.mark)] : [])];
    }
    case 'shortcomings':
      return listed(section, items(content.shortcomings ?? []), text);
    case 'earlierShortcomings': {
      const lines = (content.earlier ?? []).map(({ text: what, state, note }) =>
        texts.earlier(
          what.replace(/[.;\s]+$/, ''),
          state === null ? texts.noResult : texts.earlierStates[state],
          note,
        ),
      );
      return listed(section, items(lines), text);
    }
    case 'prompts': {
      const lines = (content.prompts ?? []).flatMap(({ question, source, answer }) => [
        ...items([texts.prompt(question, source)]).map(inItalics),
        ...textParagraphs(answer === '' ? '' : texts.promptAnswer(answer)),
        ...(answer === '' ? [{ kind: 'blank', lines: BLANK_LINES } as const] : []),
      ]);
      return listed(section, lines, text);
    }
    case 'selfRating':
      return [...textParagraphs(text), ...selfRatingBlocks(form, rating)];
    case 'text':
    case 'items':
    case 'findings':
      return listed(section, [], text);
  }
}

/** Every section of a review's form in its order, with its heading. */
export function reviewSections(form: FormSet, content: ReviewContent, rating: SelfRatingPaper): Block[] {
  const byHand = isForThePen(content);
  return form.sections.flatMap((section) => {
    const hint = formSectionHints[section.title];
    const body = contentBlocks(form, { ...section, byHand }, content[section.id] ?? {}, rating);
    const isOpen = body.some((block) => block.kind === 'blank');
    return [
      { kind: 'heading', level: section.level, mark: section.mark, text: formSectionTitles[section.title] },
      ...(isOpen && hint !== undefined ? [paragraph({ text: hint, italic: true })] : []),
      ...body,
    ] satisfies Block[];
  });
}
