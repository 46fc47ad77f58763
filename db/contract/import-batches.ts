import { z } from 'zod';
import { importDecisions } from './import-decisions.ts';
import { id, page } from './schemas.ts';

/** Records that a batch may have made or changed. */
export const importEntities = [
  'organization',
  'official',
  'cycle',
  'rating',
  'pledge',
  'declaredPledge',
  'remediationTask',
] as const;
export type ImportEntity = (typeof importEntities)[number];

export const batchInput = z.object({ batchId: id });
export const batchDetail = z.object({
  batchId: id,
  fileSha256: z.string(),
  decisions: importDecisions,
  /** Records that the batch made or changed. */
  records: z.int(),
});

export const batchRowsInput = z.object({ batchId: id, ...page });
const batchRow = z.object({
  /** Row in the sheet; null when the batch itself needed the record (the year's cycle). */
  row: z.int().nullable(),
  entity: z.enum(importEntities),
  entityId: z.int(),
  /** The record was made by the batch; else it was changed. */
  added: z.boolean(),
  /** Name of the person or unit, the year of a cycle; '' when the record is gone. */
  name: z.string(),
  /** The undo of the batch left it as it is. */
  kept: z.boolean(),
});
export type BatchRow = z.infer<typeof batchRow>;
export const batchRows = z.object({ total: z.int(), rows: z.array(batchRow) });

/** Why the undo of a batch leaves a record: it was edited, or other records hang on it. */
const keptReasons = ['EDITED', 'IN_USE', 'GONE'] as const;
export type KeptReason = (typeof keptReasons)[number];

const keptRecord = z.object({
  row: z.int().nullable(),
  name: z.string(),
  reason: z.enum(keptReasons),
});
/** What an undo would do; nothing is changed. `kept` holds the first of `keptCount`. */
export const undoPlan = z.object({
  batchId: id,
  removed: z.int(),
  restored: z.int(),
  keptCount: z.int(),
  kept: z.array(keptRecord),
});
export type UndoPlan = z.infer<typeof undoPlan>;

export const undoImportInput = z.object({
  batchId: id,
  /** Undoes the rest when records were edited since; otherwise such records refuse the undo as a whole. */
  keepEdited: z.boolean().default(false),
});
