import { z } from 'zod';
import { BONUS_PART } from '../domain/rating-bands.ts';
import { ratingLevels } from '../domain/ratings.ts';
import type { PackOverrides } from '../domain/rule-pack-facts.ts';
import {
  conditionKinds,
  decisionOrders,
  percentKinds,
  type RulePack,
  sourceStatuses,
  specialCaseIds,
  subjectGroups,
  treatments,
} from '../domain/rule-packs.ts';
import { calendarDay, line, requiredLine } from './schemas.ts';
import { rulePack124 } from './vi/rule-packs/qd-124-2023.ts';
import { rulePack132 } from './vi/rule-packs/qd-132-2018.ts';
import { rulePack366 } from './vi/rule-packs/qd-366-2025.ts';

/** The packs delivered with the program, oldest first. */
export const builtInRulePacks: readonly RulePack[] = [rulePack132, rulePack124, rulePack366];

const code = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9.-]{0,39}$/, { error: 'INVALID_VALUE' });
const source = z.strictObject({ status: z.enum(sourceStatuses), note: line(400) });
const subjects = z.array(z.enum(subjectGroups)).min(1, { error: 'REQUIRED' });
export const documentReference = z.strictObject({
  number: requiredLine(60),
  date: calendarDay,
  issuer: requiredLine(120),
});
const points = z.int({ error: 'INVALID_VALUE' }).min(0, { error: 'OUT_OF_RANGE' }).max(100_000, {
  error: 'OUT_OF_RANGE',
});

const isUnique = (ids: readonly string[]) => new Set(ids).size === ids.length;
const withId = <T extends { id: string }>(list: readonly T[]) => isUnique(list.map((one) => one.id));
const unique = { error: 'INVALID_VALUE' } as const;

const scoring = z
  .strictObject({
    article: requiredLine(300),
    totalHundredths: points,
    parts: z
      .array(z.strictObject({ id: code, title: requiredLine(200), maxHundredths: points, source }))
      .min(1, { error: 'REQUIRED' })
      .refine(withId, unique),
    bands: z
      .array(z.strictObject({ level: z.enum(ratingLevels), minHundredths: points, source }))
      .length(ratingLevels.length - 1, { error: 'INVALID_VALUE' }),
  })
  .refine(
    ({ parts, totalHundredths }) => parts.reduce((sum, p) => sum + p.maxHundredths, 0) === totalHundredths,
    {
      error: 'INVALID_VALUE',
      path: ['totalHundredths'],
    },
  )
  .refine(
    ({ bands, totalHundredths }) =>
      bands.every(
        (band, i) =>
          band.level === ratingLevels[i] &&
          (i === 0
            ? band.minHundredths <= totalHundredths
            : band.minHundredths < (bands[i - 1]?.minHundredths ?? 0)),
      ),
    { error: 'INVALID_VALUE', path: ['bands'] },
  );

const condition = z
  .strictObject({
    id: code,
    kind: z.enum(conditionKinds),
    subjects,
    level: z.enum(ratingLevels),
    percentHundredths: z
      .int()
      .min(0, { error: 'OUT_OF_RANGE' })
      .max(10000, { error: 'OUT_OF_RANGE' })
      .nullable(),
    article: requiredLine(300),
    text: requiredLine(600),
    enabled: z.boolean(),
    forbids: z.boolean(),
    source,
  })
  .refine((one) => percentKinds.includes(one.kind) === (one.percentHundredths !== null), {
    error: 'INVALID_VALUE',
    path: ['percentHundredths'],
  });

const monthsCases: readonly string[] = ['newlyAdmitted', 'movedCell', 'longLeave'];
const specialCase = z
  .strictObject({
    id: z.enum(specialCaseIds),
    subjects,
    treatment: z.enum(treatments),
    months: z.int().min(0, { error: 'OUT_OF_RANGE' }).max(24, { error: 'OUT_OF_RANGE' }).nullable(),
    article: requiredLine(300),
    text: requiredLine(600),
    enabled: z.boolean(),
    forbids: z.boolean(),
    source,
  })
  .refine((one) => monthsCases.includes(one.id) === (one.months !== null), {
    error: 'INVALID_VALUE',
    path: ['months'],
  });

export const criteriaTable = z.strictObject({
  id: code,
  title: requiredLine(200),
  subjects,
  source,
  bonus: z.strictObject({ title: requiredLine(200), maxHundredths: points }).optional(),
  criteria: z
    .array(z.strictObject({ id: code, partId: code, text: requiredLine(1000), maxHundredths: points }))
    .min(1, { error: 'REQUIRED' })
    .refine(withId, unique),
});

/**
 * A whole pack, plain JSON: a built-in one or one made from a province's sheet. Checked beyond its shape: ids are
 * unique, parts add up to the total, bands fall from the best level, criteria add up to no more than their part, no two
 * tables speak of the same group.
 */
export const rulePack = z
  .strictObject({
    id: code,
    basedOn: code.optional(),
    title: requiredLine(300),
    rule: documentReference,
    guidance: documentReference.nullable(),
    validFrom: calendarDay,
    validTo: calendarDay.nullable(),
    scoring: scoring.nullable(),
    criteriaTables: z
      .array(criteriaTable)
      .refine(withId, unique)
      .refine((tables) => isUnique(tables.flatMap(({ subjects }) => subjects)), unique)
      .refine((tables) => isUnique(tables.flatMap(({ criteria }) => criteria.map(({ id }) => id))), unique),
    conditions: z.array(condition).refine(withId, unique),
    listedCases: z
      .array(z.strictObject({ id: code, subjects, text: requiredLine(1000), source }))
      .refine(withId, unique),
    specialCases: z.array(specialCase).refine(withId, unique),
    orders: z
      .array(
        z.strictObject({
          id: z.enum(decisionOrders),
          article: requiredLine(300),
          text: requiredLine(600),
          source,
        }),
      )
      .refine(withId, unique),
  })
  .refine(({ validFrom, validTo }) => validTo === null || validTo >= validFrom, {
    error: 'BEFORE_START',
    path: ['validTo'],
  })
  .refine(criteriaFit, { error: 'OUT_OF_RANGE', path: ['criteriaTables'] }) satisfies z.ZodType<RulePack>;

/** No table gives more points in a part than the part has, and none speaks of a part that the pack does not know. */
function criteriaFit({ criteriaTables, scoring: known }: RulePack): boolean {
  const most = new Map((known?.parts ?? []).map((part) => [part.id, part.maxHundredths]));
  return criteriaTables.every((table) => {
    const sums = new Map<string, number>();
    const bonus = table.bonus?.maxHundredths ?? -1;
    for (const one of table.criteria) {
      if (one.partId === BONUS_PART && one.maxHundredths <= bonus) continue;
      sums.set(one.partId, (sums.get(one.partId) ?? 0) + one.maxHundredths);
    }
    return [...sums].every(([partId, sum]) => sum <= (most.get(partId) ?? -1));
  });
}

/** The office's values for facts that are not confirmed; which keys and values hold, `applyOverrides` decides. */
export const packOverrides = z.record(
  z.string().max(120, { error: 'TOO_LONG' }),
  z.union([z.int(), z.boolean(), z.enum(treatments)], { error: 'INVALID_VALUE' }),
) satisfies z.ZodType<PackOverrides>;
