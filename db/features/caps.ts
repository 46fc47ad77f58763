import { eq } from 'drizzle-orm';
import type { ReadHandle, WriteHandle } from '../connection/open.ts';
import { capRules } from '../connection/schema.ts';
import type { CapReport } from '../contract/caps.ts';
import { AppError } from '../contract/errors.ts';
import type { MethodParsedInput } from '../contract/methods.ts';
import { withoutUnitLabel } from '../contract/vi/units.ts';
import { type CapBucket, capBucket } from '../domain/cap-buckets.ts';
import { emptyCounts } from '../domain/ratings.ts';
import { allCapRules, bucketsOf, type CapPlaces, capPlaces } from '../records/caps.ts';
import { allOrganizations } from '../records/organizations.ts';
import { isOutsideRating, type RatedGroup, ratedGroups } from '../records/participants.ts';
import { countingDay } from '../records/ratings.ts';

/**
 * The cap on "xuất sắc" of a year. The office: the buckets of the rule's scope added up, so that `allowed` is what may
 * really be given. Each unit: the same rule over its own people alone, whatever the scope, in tree order.
 */
export function capReport(db: ReadHandle, { year }: MethodParsedInput<'caps.report'>): CapReport {
  const day = countingDay(db, year);
  const units = allOrganizations(db, day);
  const places = capPlaces(db, day, units);
  const people = ratedGroups(db, year).filter((group) => !isOutsideRating(group));
  const byUnit = new Map(
    bucketsOf({ ...places, rule: { ...places.rule, scope: 'UNIT' } }, people).map((bucket) => [
      bucket.key.scope === 'UNIT' ? bucket.key.unitId : null,
      bucket,
    ]),
  );
  const named = [...units.map(({ id, name }) => ({ id, name })), { id: null, name: withoutUnitLabel }];
  return {
    office: officeFigures(places, people),
    units: named.flatMap(({ id, name }) => {
      const bucket = byUnit.get(id);
      return bucket ? [{ organization: name, ...figuresOf(bucket) }] : [];
    }),
  };
}

const figuresOf = ({ counts, base, percentHundredths, allowed, remaining }: CapBucket) => ({
  counts,
  base,
  percent: percentHundredths / 100,
  allowed,
  remaining,
});

function officeFigures(places: CapPlaces, people: readonly RatedGroup[]) {
  const counts = emptyCounts();
  for (const { decidedLevel, count } of people) counts[decidedLevel ?? 'unrated'] += count;
  const whole = capBucket({ scope: 'UNIT', unitId: null }, counts, places.rule);
  const allowed = bucketsOf(places, people).reduce((sum, bucket) => sum + bucket.allowed, 0);
  return { ...figuresOf(whole), allowed, remaining: allowed - whole.excellent };
}

/** @throws AppError NOT_FOUND, STALE_VERSION */
export function updateCapRule(db: WriteHandle, input: MethodParsedInput<'capRules.update'>) {
  const before = allCapRules(db).find((rule) => rule.id === input.id);
  if (!before) throw new AppError('NOT_FOUND');
  if (before.version !== input.version) throw new AppError('STALE_VERSION');
  const after = { ...before, ...input, version: input.version + 1 };
  db.update(capRules).set(after).where(eq(capRules.id, input.id)).run();
  return { value: after, audit: { entity: 'capRule', entityId: input.id, detail: { before, after } } };
}
