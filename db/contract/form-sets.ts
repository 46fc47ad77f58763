import type { SourceStatus } from '../domain/rule-packs.ts';
import type { FormPersonField, FormSectionTitle } from './vi/forms-sections.ts';

/**
 * The paper forms as data: which sections a pledge or a review has, in which order, since when. Screens build their
 * fields from it and papers their headings, so that a year's review is always shown and printed in its own form.
 * Sections that are not confirmed in a public text say so in `status`; nothing here is a rule of rating.
 */
const formKinds = ['pledge', 'personalReview', 'collectiveReview'] as const;
export type FormKind = (typeof formKinds)[number];

export const formSetIds = [
  'pledge-member',
  'pledge-leader',
  'pledge-short',
  'review-2a-2025',
  'review-2b-2025',
  'review-2c-2025',
  'review-02a-2023',
  'review-02b-2023',
  'review-02-2019',
  'collective-01-2025',
  'collective-01-2023',
  'collective-01-2019',
] as const;
export type FormSetId = (typeof formSetIds)[number];

/**
 * What is entered in a section:
 * - `group`: nothing, its subsections are; `text`: free text, a paragraph a line
 * - `marks`: free text and one of `selfMarks`
 * - `items`: pledge items (text, what will be seen as done, due day)
 * - `findings`: pledge items that answer last year's shortcomings, the same fields as `items`
 * - `pledgeResults`: the year's pledge items, each with its result; free text below; one of `selfMarks` where `marked`
 * - `shortcomings`: one line each
 * - `earlierShortcomings`: those of earlier reviews, each with what became of it; free text below
 * - `prompts`: the suggested questions, each with its answer
 * - `selfRating`: the level a person or collective gives itself, as `FormSet.selfRatings` says
 */
const sectionInputs = [
  'group',
  'text',
  'marks',
  'items',
  'findings',
  'pledgeResults',
  'shortcomings',
  'earlierShortcomings',
  'prompts',
  'selfRating',
] as const;
export type SectionInput = (typeof sectionInputs)[number];

export interface FormSection {
  /** Unique in its form; the same id means the same section in every form and year. */
  id: FormSectionTitle;
  /** Key of its heading in `formSectionTitles`. */
  title: FormSectionTitle;
  /** 1: `I-` of a review, `1.` of a pledge; 2: `1.` under it. */
  level: 1 | 2;
  /** Number as printed, without its "-" or ".". */
  mark: string;
  input: SectionInput;
  /** Of `pledgeResults`: whether a self-mark stands below. */
  marked: boolean;
  /** Stays empty in many papers, printed "Không"; no warning when empty. */
  optional: boolean;
  status: SourceStatus;
}

/** The document that issued a form; numbers start anew each term, so all three name it. */
export interface FormIssuer {
  number: string;
  issuer: string;
  /** 'YYYY-MM-DD' */
  date: string;
}

/** Which body fills in the official part of a personal review, in this order. */
export const reviewOpinions = ['agencyHead', 'cell', 'committee'] as const;
export type ReviewOpinion = (typeof reviewOpinions)[number];

export interface FormSet {
  id: FormSetId;
  kind: FormKind;
  /** "Mẫu 2A-HD KĐ.ĐG 2025"; empty where no national number is known. */
  number: string;
  /** What the form is for, shown in a choice of forms. */
  name: string;
  /** Null where provinces or offices set the form themselves. */
  issuedBy: FormIssuer | null;
  /** First and last day on which a new paper takes this form; null: open. */
  validFrom: string | null;
  validTo: string | null;
  status: SourceStatus;
  /** Whose form it is; a collective's form is for anyone. */
  subject: 'member' | 'leader' | 'outsideSystem' | 'anyone';
  /** Lines about the person at the head of the paper, in order; empty for a collective. */
  personFields: readonly FormPersonField[];
  sections: readonly FormSection[];
  /** Ratings a person gives himself in section `selfRating`; a collective has one. */
  selfRatings: readonly ('staff' | 'member' | 'collective')[];
  /** Self-score of 100 points (QĐ 366-QĐ/TW, 30/8/2025). */
  scored: boolean;
  opinions: readonly ReviewOpinion[];
}

/** Forms of a kind that a paper begun on `day` ('YYYY-MM-DD') can take, in the order of the data. */
export function formsInForce(all: readonly FormSet[], kind: FormKind, day: string): FormSet[] {
  return all.filter(
    (form) =>
      form.kind === kind &&
      (form.validFrom === null || form.validFrom <= day) &&
      (form.validTo === null || day <= form.validTo),
  );
}
