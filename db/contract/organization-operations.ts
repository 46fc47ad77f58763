import { z } from 'zod';
import { organizationKinds, unitTypes } from '../domain/people.ts';
import { calendarDay, id, line, requiredLine, version } from './schemas.ts';

/** What a unit is and how its documents print it; '' in a printed line takes the office's own. */
const unitValues = {
  parentId: id.nullable(),
  kind: z.enum(organizationKinds),
  unitType: z.enum(unitTypes).nullable().default(null),
  code: line(40).default(''),
  name: requiredLine(200),
  superiorHead: line(200).default(''),
  issuingHead: line(200).default(''),
  signatureAuthority: line(120).default(''),
  signatureTitle: line(120).default(''),
};
export const newUnit = z.object(unitValues);
export type NewUnit = z.output<typeof newUnit>;

/** The day from which it holds; everything before stays as it was. `dryRun` only counts. */
const step = { onDay: calendarDay, dryRun: z.boolean().default(false) };

export const changeUnitInput = z.object({ id, version, ...unitValues, ...step });
export const mergeUnitsInput = z.object({
  sourceIds: z.array(id).min(1).max(200),
  target: z.discriminatedUnion('is', [
    z.object({ is: z.literal('unit'), id }),
    z.object({ is: z.literal('newUnit'), unit: newUnit }),
  ]),
  ...step,
});
export const splitUnitInput = z.object({
  sourceId: id,
  /** New units with the people that go there; who is in none stays, which needs `keepSource`. */
  parts: z
    .array(z.object({ unit: newUnit, officialIds: z.array(id).max(100_000) }))
    .min(1)
    .max(50),
  keepSource: z.boolean(),
  ...step,
});
export const endUnitInput = z.object({ id, moveToId: id.nullable(), ...step });
export const transferInput = z.object({
  officialIds: z.array(id).min(1).max(100_000),
  organizationId: id,
  ...step,
});

/** People per unit on the day, before and after the act; the two sums agree, or the act is refused. */
export const operationResult = z.object({
  /** null for a dry run. */
  operationId: id.nullable(),
  before: z.int(),
  after: z.int(),
  units: z.array(z.object({ id, name: z.string(), before: z.int(), after: z.int() })),
});
export type OperationResult = z.infer<typeof operationResult>;

export const operationKinds = [
  'change',
  'merge',
  'split',
  'end',
  'transfer',
  'post',
  'mergePeople',
  'propose',
  'pledgeReasons',
  'removePrompt',
  'removeOpinion',
  'removeMeeting',
] as const;
export type OperationKind = (typeof operationKinds)[number];
export const undoOperationInput = z.object({ operationId: id });
export const operationList = z.object({
  operations: z.array(
    z.object({
      id,
      kind: z.enum(operationKinds),
      onDay: calendarDay.nullable(),
      /** Names of the units that it was about. */
      units: z.array(z.string()),
      people: z.int(),
      at: z.string(),
      by: z.string(),
      undoneAt: z.string().nullable(),
    }),
  ),
});
export type OperationList = z.infer<typeof operationList>;
