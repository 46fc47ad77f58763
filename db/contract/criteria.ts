import { z } from 'zod';
import { subjectGroups } from '../domain/rule-packs.ts';
import { criteriaTable, documentReference } from './rule-packs.ts';
import { calendarDay, requiredLine } from './schemas.ts';

/** A staged file read as tables of criteria. */
export const readCriteriaInput = z.object({
  stageId: z.string(),
  basePackId: z.string(),
  /** The part that a person chose for a section, by number of the sheet and row. */
  parts: z.record(z.string().regex(/^\d{1,3}\.\d{1,7}$/, { error: 'INVALID_VALUE' }), z.string()).default({}),
});

export const criteriaReading = z.object({
  /** Of the base pack and the bonus, to choose from. */
  parts: z.array(z.object({ id: z.string(), title: z.string() })),
  tables: z.array(
    z.object({
      key: z.string(),
      sheet: z.string(),
      sheetIndex: z.int(),
      /** Of its titles. */
      row: z.int(),
      /** What stands above it; '' for nothing. */
      title: z.string(),
      /** Whom it is for, as far as the sheet says so. */
      groups: z.array(z.enum(subjectGroups)),
      /** Row 0: the whole table, where no section row names a part. */
      sections: z.array(z.object({ row: z.int(), title: z.string(), partId: z.string().nullable() })),
      criteria: z.array(
        z.object({
          row: z.int(),
          partId: z.string().nullable(),
          text: z.string(),
          maxHundredths: z.int(),
          /** The share that the sheet writes, in hundredths of a percent; null where it writes points only. */
          weightHundredths: z.int().nullable(),
        }),
      ),
      sums: z.array(
        z.object({
          partId: z.string(),
          title: z.string(),
          sumHundredths: z.int(),
          maxHundredths: z.int(),
          /** "5-9, 12" */
          rows: z.string(),
        }),
      ),
      bonus: z.object({ title: z.string(), maxHundredths: z.int() }).nullable(),
      /** Vietnamese sentences with row and column; none: the table can be taken. */
      faults: z.array(z.string()),
    }),
  ),
  /** Why no table was found, by sheet. */
  faults: z.array(z.string()),
});
export type CriteriaReading = z.infer<typeof criteriaReading>;

const hasEachOnce = (groups: readonly string[]): boolean => new Set(groups).size === groups.length;

/**
 * A province's pack: the rules of a built-in one with own tables (one for all, or one for each group), own document and
 * own validity.
 */
export const addPackInput = z
  .object({
    basePackId: z.string(),
    title: requiredLine(300),
    guidance: documentReference,
    validFrom: calendarDay,
    validTo: calendarDay.nullable().default(null),
    tables: z
      .array(criteriaTable)
      .min(1, { error: 'REQUIRED' })
      .refine((tables) => hasEachOnce(tables.flatMap(({ subjects }) => subjects)), { error: 'GROUP_TWICE' }),
    /** Name of the file that it came from. */
    fileName: requiredLine(260),
  })
  .refine(({ validFrom, validTo }) => validTo === null || validTo >= validFrom, {
    error: 'BEFORE_START',
    path: ['validTo'],
  });
export const addedPack = z.object({ packId: z.string() });
/** Until when a province's pack holds, known only once another takes its place; `before` is what the person saw. */
export const setPackEndInput = z.object({
  packId: z.string(),
  before: calendarDay.nullable(),
  validTo: calendarDay.nullable(),
});
export const packEnd = z.object({ validTo: z.string().nullable() });
export const removePackInput = z.object({ packId: z.string() });
export const removedPack = z.object({ restore: addPackInput });
