import { z } from 'zod';
import { HIGHEST_ROW } from '../domain/sheet-rows.ts';
import { id } from './schemas.ts';

/**
 * What the person decides over a preview. The decisions are kept with the preview, so that it can be made again
 * when the data changed, and with the batch that the commit writes.
 */

/**
 * What a sheet's value does to a value that is there: `take` the sheet's (a blank changes nothing), `fill` only
 * what is blank, `keep` ours, `overwrite` also with a blank and with a coarser date.
 */
export const fieldPolicies = ['take', 'fill', 'keep', 'overwrite'] as const;
export type FieldPolicy = (typeof fieldPolicies)[number];

export const rowChoice = z.discriminatedUnion('type', [
  /** The row is not imported. */
  z.object({ type: z.literal('leaveOut') }),
  /** Nobody that is there, whatever the name says. */
  z.object({ type: z.literal('newPerson') }),
  /** This one, though no number proves it. */
  z.object({ type: z.literal('person'), officialId: id }),
]);
export type RowChoice = z.infer<typeof rowChoice>;

/** What becomes of a unit that the sheet names. */
export const unitChoice = z.discriminatedUnion('type', [
  z.object({ type: z.literal('existing'), organizationId: id }),
  z.object({ type: z.literal('create'), parentId: id }),
  z.object({ type: z.literal('leave') }),
]);
export type UnitChoice = z.infer<typeof unitChoice>;

const LONGEST_TYPED = 2000;
const sheetRow = z.int().min(1).max(HIGHEST_ROW);
const fieldName = z.string().min(1).max(40);
const unitName = z.string().min(1).max(500);
const typedText = z.string().max(LONGEST_TYPED);

export const importDecisions = z.object({
  /** Cells mended in the preview, as typed; '' empties the cell. */
  cells: z.array(z.object({ row: sheetRow, field: fieldName, text: typedText })),
  rows: z.array(z.object({ row: sheetRow, choice: rowChoice })),
  /** By the unit's name as the sheet has it. */
  units: z.array(z.object({ name: unitName, choice: unitChoice })),
  policies: z.array(z.object({ field: fieldName, policy: z.enum(fieldPolicies) })),
  /** Rows whose restored citizen ID the person looked at and confirmed. */
  confirmed: z.union([z.literal('all'), z.array(sheetRow)]),
  /** Shifted rows whose cells the person puts back under their titles. */
  mended: z.array(sheetRow),
});
export type ImportDecisions = z.infer<typeof importDecisions>;

export const noDecisions: ImportDecisions = {
  cells: [],
  rows: [],
  units: [],
  policies: [],
  confirmed: [],
  mended: [],
};

/** One decision; null takes it back. */
const importDecision = z.discriminatedUnion('type', [
  z.object({ type: z.literal('cell'), row: sheetRow, field: fieldName, text: typedText.nullable() }),
  z.object({ type: z.literal('row'), row: sheetRow, choice: rowChoice.nullable() }),
  z.object({ type: z.literal('unit'), name: unitName, choice: unitChoice.nullable() }),
  z.object({ type: z.literal('policy'), field: fieldName, policy: z.enum(fieldPolicies) }),
  z.object({ type: z.literal('confirm'), rows: z.union([z.literal('all'), z.array(sheetRow).max(100_000)]) }),
  z.object({ type: z.literal('mend'), rows: z.array(sheetRow).max(100_000), mended: z.boolean() }),
]);
export type ImportDecision = z.infer<typeof importDecision>;

export const decideInput = z.object({ previewId: z.string(), decision: importDecision });
export const previewIdInput = z.object({ previewId: z.string() });

/** A person that a row may mean, as far as it tells people apart. */
export const candidate = z.object({
  officialId: id,
  fullName: z.string(),
  birthDate: z.string().nullable(),
  organizationName: z.string().nullable(),
  partyCardNo: z.string(),
  post: z.string(),
});
export type Candidate = z.infer<typeof candidate>;

const previewUnit = z.object({
  /** As the sheet writes it first. */
  name: z.string(),
  rows: z.int(),
  choice: unitChoice.nullable(),
  /** The unit that is taken; null when it will be created or left. */
  matched: z.object({ id, name: z.string() }).nullable(),
  /** Existing units with a name alike, the likest first; for units that are not known. */
  suggestions: z.array(z.object({ id, name: z.string() })),
});
export type PreviewUnit = z.infer<typeof previewUnit>;
export const previewUnits = z.object({ units: z.array(previewUnit) });
