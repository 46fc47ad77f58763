import { allFormSets, formSets } from '../../../db/contract/form-set-data.ts';
import type { FormSection, FormSet } from '../../../db/contract/form-sets.ts';
import type { MethodInput } from '../../../db/contract/methods.ts';
import type { Review } from '../../../db/contract/reviews.ts';
import { itemResults, selfMarks, shortcomingOutcomes } from '../../../db/domain/cycle.ts';
import { ratingLevels } from '../../../db/domain/ratings.ts';
import { fieldOfPoints, shownPoints, typedPoints } from '../ratings/points-values.ts';

/** The review as the form holds it: every field is text, so that drafts and newer saves are compared field by field. */
export type ReviewValues = Record<string, string>;

const capital = (id: string): string => `${id.slice(0, 1).toUpperCase()}${id.slice(1)}`;
export const textField = (sectionId: string): string => `text${capital(sectionId)}`;
export const markField = (sectionId: string): string => `mark${capital(sectionId)}`;
export const resultField = (itemId: number): string => `result${itemId}`;
export const resultNoteField = (itemId: number): string => `resultNote${itemId}`;
export const outcomeField = (id: number): string => `outcome${id}`;
export const outcomeTextField = (id: number): string => `outcomeText${id}`;
export const answerField = (promptId: number): string => `answer${promptId}`;
export const SHORTCOMINGS = 'shortcomings';
export const SELF_LEVEL = 'selfLevel';

/** The form that the review was begun in. */
export const formOf = (review: Pick<Review, 'formId' | 'officialId'>): FormSet =>
  allFormSets.find((form) => form.id === review.formId) ??
  formSets[review.officialId === null ? 'collective-01-2025' : 'review-2a-2025'];

export const hasText = ({ input }: FormSection): boolean => input !== 'group' && input !== 'shortcomings';
export const hasMark = ({ input, marked }: FormSection): boolean =>
  input === 'marks' || (input === 'pledgeResults' && marked);

export interface ShortcomingLine {
  id: number | null;
  sectionId: string;
  text: string;
  cause: string;
}

/** Our own JSON, written by the rows of shortcomings. */
export const linesOf = (json: string): ShortcomingLine[] =>
  json === '' ? [] : (JSON.parse(json) as ShortcomingLine[]);
/** No line is the empty text, so that an empty list is an empty field. */
export const textOfLines = (lines: readonly ShortcomingLine[]): string =>
  lines.length === 0 ? '' : JSON.stringify(lines);

/** The review as it stands, field by field, in the order of its form. */
export function valuesOf(review: Review): ReviewValues {
  const values: ReviewValues = {};
  for (const section of formOf(review).sections) {
    const written = review.sections.find(({ sectionId }) => sectionId === section.id);
    if (hasText(section)) values[textField(section.id)] = written?.text ?? '';
    if (hasMark(section)) values[markField(section.id)] = written?.mark ?? '';
  }
  for (const { id, result, resultNote } of review.pledgeItems) {
    values[resultField(id)] = result ?? '';
    values[resultNoteField(id)] = resultNote;
  }
  values[SHORTCOMINGS] = textOfLines(
    review.shortcomings.map(({ id, sectionId, text, cause }) => ({ id, sectionId, text, cause })),
  );
  for (const { id, outcome, outcomeText } of review.earlier) {
    values[outcomeField(id)] = outcome ?? '';
    values[outcomeTextField(id)] = outcomeText;
  }
  for (const { id, answer } of review.prompts) values[answerField(id)] = answer;
  values[SELF_LEVEL] = review.selfLevel ?? '';
  return { ...values, ...shownPoints(review.scoring?.parts ?? [], review.self) };
}

const oneOf = <T extends string>(known: readonly T[], text: string | undefined): T | null =>
  known.find((each) => each === text) ?? null;

/** What the form holds as the input of a save. Sections that the form does not know are kept as they are. */
export function saveInputOf(review: Review, values: ReviewValues): MethodInput<'reviews.save'> {
  const { sections } = formOf(review);
  const known = new Set<string>(sections.map(({ id }) => id));
  return {
    reviewId: review.reviewId,
    version: review.version,
    sections: [
      ...sections
        .filter((section) => hasText(section) || hasMark(section))
        .map(({ id }) => ({
          sectionId: id,
          text: values[textField(id)] ?? '',
          mark: oneOf(selfMarks, values[markField(id)]),
        })),
      ...review.sections.filter(({ sectionId }) => !known.has(sectionId)),
    ],
    shortcomings: linesOf(values[SHORTCOMINGS] ?? '').filter(({ text, cause }) => text + cause !== ''),
    outcomes: review.earlier.map(({ id }) => ({
      shortcomingId: id,
      outcome: oneOf(shortcomingOutcomes, values[outcomeField(id)]),
      text: values[outcomeTextField(id)] ?? '',
    })),
    pledgeResults: review.pledgeItems.map(({ id }) => ({
      itemId: id,
      result: oneOf(itemResults, values[resultField(id)]),
      resultNote: values[resultNoteField(id)] ?? '',
    })),
    answers: review.prompts.map(({ id }) => ({ promptId: id, answer: values[answerField(id)] ?? '' })),
    self: {
      level: oneOf(ratingLevels, values[SELF_LEVEL]),
      ...typedPoints(review.scoring?.parts ?? [], values),
    },
  };
}

/** Field of the form for a field error of the service, such as `sections.3.text`; null where it has none. */
export function fieldOfError(input: MethodInput<'reviews.save'>, path: string): string | null {
  const [list = '', at = '', field = ''] = path.split('.');
  const index = Number(at);
  switch (list) {
    case 'sections': {
      const id = input.sections[index]?.sectionId;
      return id === undefined ? null : field === 'mark' ? markField(id) : textField(id);
    }
    case 'shortcomings':
      return SHORTCOMINGS;
    case 'outcomes': {
      const id = input.outcomes[index]?.shortcomingId;
      return id === undefined ? null : outcomeTextField(id);
    }
    case 'pledgeResults': {
      const id = input.pledgeResults[index]?.itemId;
      return id === undefined ? null : resultNoteField(id);
    }
    case 'answers': {
      const id = input.answers[index]?.promptId;
      return id === undefined ? null : answerField(id);
    }
    case 'self':
      return at === 'level' ? SELF_LEVEL : fieldOfPoints(at, field);
    default:
      return null;
  }
}

/** Brings back what a review said before a save; lines that the save removed are added again. */
export function restoreInputOf(before: Review, saved: Review): MethodInput<'reviews.save'> {
  const kept = new Set(saved.shortcomings.map(({ id }) => id));
  const input = saveInputOf(before, valuesOf(before));
  return {
    ...input,
    version: saved.version,
    shortcomings: input.shortcomings.map((line) => ({
      ...line,
      id: line.id !== null && kept.has(line.id) ? line.id : null,
    })),
    answers: input.answers.filter(({ promptId }) => saved.prompts.some(({ id }) => id === promptId)),
  };
}

/** Sections in which something is written already. */
export function filledSections(review: Review, values: ReviewValues): Set<string> {
  const has = (...fields: string[]): boolean => fields.some((field) => (values[field] ?? '') !== '');
  return new Set(
    formOf(review)
      .sections.filter(({ id, input }) => {
        if (has(textField(id), markField(id))) return true;
        switch (input) {
          case 'pledgeResults':
            return has(
              ...review.pledgeItems.flatMap((item) => [resultField(item.id), resultNoteField(item.id)]),
            );
          case 'shortcomings':
            return has(SHORTCOMINGS);
          case 'earlierShortcomings':
            return has(...review.earlier.map((each) => outcomeField(each.id)));
          case 'prompts':
            return has(...review.prompts.map((each) => answerField(each.id)));
          case 'selfRating':
            return has(SELF_LEVEL);
          default:
            return false;
        }
      })
      .map(({ id }) => id),
  );
}
