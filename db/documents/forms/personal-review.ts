import type { FormSet, ReviewOpinion } from '../../contract/form-sets.ts';
import { periodTitle, periodWords } from '../../contract/vi/cycles.ts';
import { reviewPaperTexts as texts } from '../../contract/vi/forms-review.ts';
import { type FormPersonField, formPersonLabels } from '../../contract/vi/forms-sections.ts';
import { ratingLevelNames } from '../../contract/vi/ratings.ts';
import type { RatingLevel } from '../../domain/ratings.ts';
import { a4, type Block, type DocumentModel } from '../model.ts';
import { handSignature, type PaperHeads, paperHead, placeDateOf, textOrBlank } from '../paper-blocks.ts';
import { criteriaAnnex } from './criteria-annex.ts';
import { type ReviewContent, reviewSections, type SelfRatingPaper } from './review-sections.ts';

/** One body's part at the end of a review; null level and empty texts are left open. */
export interface OpinionPaper {
  text: string;
  level: RatingLevel | null;
  /** 'YYYY-MM-DD', or null where the day is written by hand. */
  day: string | null;
  signer: string;
}

export interface PersonalReviewPaper {
  form: FormSet;
  year: number;
  /** 1 to 4; 0 is the whole year. */
  quarter: number;
  heads: PaperHeads;
  /** Kind of person as the office words it; may be empty. */
  subject: string;
  /** Texts of the form's `personFields`; days already as they are read. */
  person: Partial<Record<FormPersonField, string>>;
  content: ReviewContent;
  rating: SelfRatingPaper;
  opinions: Partial<Record<ReviewOpinion, OpinionPaper>>;
  /** What other bodies said (superior, place of residence ...). */
  otherOpinions: readonly { body: string; text: string; level: RatingLevel | null; day: string }[];
}

const OPINION_LINES = 4;
const open: OpinionPaper = { text: '', level: null, day: null, signer: '' };

/** A review says "Ngày sinh" and "Chi bộ" where a pledge says more. */
const labelOf = (field: FormPersonField): string =>
  field === 'birthDate' ? texts.birthDate : field === 'cell' ? texts.cell : formPersonLabels[field];

function opinionBlocks(kind: ReviewOpinion, paper: PersonalReviewPaper): Block[] {
  const words = texts.opinions[kind];
  const { text, level, day, signer } = paper.opinions[kind] ?? open;
  return [
    ...(words.heading === ''
      ? []
      : [
          { kind: 'heading', level: 2, mark: '', text: words.heading } as const,
          ...textOrBlank(text, OPINION_LINES),
        ]),
    {
      kind: 'lines',
      lines: [{ label: words.level, text: level === null ? '' : ratingLevelNames[level] }],
    },
    {
      kind: 'signatures',
      left: null,
      right: {
        placeDate: placeDateOf({ place: paper.heads.place, day: day ?? String(paper.heads.day.slice(0, 4)) }),
        authority: words.authority,
        title: '',
        name: signer,
      },
      recipients: null,
    },
  ];
}

const otherOpinion = ({ body, text, level, day }: PersonalReviewPaper['otherOpinions'][number]): Block[] => [
  { kind: 'heading', level: 2, mark: '', text: texts.otherOpinion(body) },
  ...textOrBlank(text, OPINION_LINES),
  {
    kind: 'lines',
    lines: [
      ...(level === null ? [] : [{ label: texts.opinionLevel, text: ratingLevelNames[level] }]),
      ...(day === '' ? [] : [{ label: texts.opinionDay, text: day }]),
    ],
  },
];

/** The personal review in the form of its guidance, with the part that the competent bodies fill in. */
export function personalReviewDocument(paper: PersonalReviewPaper): DocumentModel {
  const fullName = paper.person.fullName ?? '';
  const name = texts.name(fullName, periodWords(paper.year, paper.quarter));
  return {
    name,
    fileName: name,
    page: a4('portrait'),
    blocks: [
      ...(paper.form.number === ''
        ? []
        : [
            {
              kind: 'paragraph',
              runs: [{ text: paper.form.number, italic: true }],
              align: 'right',
              indent: false,
            } as const,
          ]),
      paperHead(paper.heads),
      {
        kind: 'title',
        title: texts.title,
        lines: [{ text: periodTitle(paper.year, paper.quarter), bold: true }],
        rule: true,
      },
      {
        kind: 'lines',
        lines: [
          ...(paper.subject === '' ? [] : [{ label: texts.subject, text: paper.subject }]),
          ...paper.form.personFields.map((field) => ({
            label: labelOf(field),
            text: paper.person[field] ?? '',
          })),
        ],
      },
      ...reviewSections(paper.form, paper.content, paper.rating),
      {
        kind: 'signatures',
        left: null,
        right: handSignature({ authority: texts.signer, title: '', name: fullName }),
        recipients: null,
      },
      { kind: 'heading', level: 1, mark: '', text: texts.officialPart },
      ...paper.otherOpinions.flatMap(otherOpinion),
      ...paper.form.opinions.flatMap((kind) => opinionBlocks(kind, paper)),
    ],
    annexes: criteriaAnnex(name, paper.rating.criteria),
  };
}
