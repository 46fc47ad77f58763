import { z } from 'zod';
import { id, line } from './schemas.ts';

/** Every form that keeps what is typed; a new one adds its name here and in `vi/drafts.ts`. */
export const draftForms = [
  'official',
  'post',
  'participation',
  'discipline',
  'organizationDiscipline',
  'transfer',
  'givePost',
  'duplicates',
  'organization',
  'unitChange',
  'unitMerge',
  'unitSplit',
  'unitEnd',
  'office',
  'capRule',
  'ratingFacts',
  'ratingScores',
  'remediationTask',
  'remediationStep',
  'remediationNote',
  'pledge',
  'setting',
  'rulePack',
  'criteria',
  'review',
  'reviewPrompt',
  'reviewOpinion',
  'meeting',
  'paper',
] as const;
export type DraftForm = (typeof draftForms)[number];

const MAX_FIELDS = 100;
const MAX_TEXT = 60_000;
const MAX_PAYLOAD = 100_000;

/** A field as typed: text, or a tick. It is kept to the letter, also where a save would refuse it. */
const fieldValue = z.union([z.string().max(MAX_TEXT, { error: 'TOO_LONG' }), z.boolean()], {
  error: 'INVALID_VALUE',
});
/** A field that differs: what the form showed when the typing began, and what was typed. */
const fieldName = z.string().regex(/^[A-Za-z][A-Za-z0-9.]{0,79}$/, { error: 'INVALID_VALUE' });
export const draftFields = z
  .record(fieldName, z.object({ was: fieldValue, typed: fieldValue }))
  .refine((fields) => Object.keys(fields).length <= MAX_FIELDS, { error: 'TOO_LONG' })
  .refine((fields) => JSON.stringify(fields).length <= MAX_PAYLOAD, { error: 'TOO_LONG' });
export type DraftFields = z.infer<typeof draftFields>;

const key = {
  form: z.enum(draftForms, { error: 'INVALID_VALUE' }),
  /** The record that the form is about; null: a new one. */
  recordId: id.nullable(),
  /** A row of that record, such as one post of a person; null when there is none. */
  partId: id.nullable(),
};
export const draftKey = z.object(key);
export type DraftKey = z.infer<typeof draftKey>;

export const saveDraftInput = z.object({
  ...key,
  /** The version of the record that the form showed; null of a new one. */
  recordVersion: id.nullable(),
  /** What the offer calls it: a name, as far as it was typed. */
  title: line(200),
  fields: draftFields,
});

export const draft = z.object({
  ...key,
  recordVersion: id.nullable(),
  title: z.string(),
  savedAt: z.string(),
});
export type Draft = z.infer<typeof draft>;
/** The caller's own drafts, newest first; what was typed comes with `drafts.open` only. */
export const draftList = z.object({ drafts: z.array(draft) });
export const openedDraft = z.object({ draft: draft.extend({ fields: draftFields }).nullable() });
export type OpenedDraft = NonNullable<z.infer<typeof openedDraft>['draft']>;

const idList = z.array(id);
/** Ids that a field of a draft keeps as text; none when it does not. */
export function keptIds(field: DraftFields[string] | undefined): number[] {
  try {
    return idList.parse(JSON.parse(String(field?.typed ?? '[]')));
  } catch {
    return [];
  }
}
