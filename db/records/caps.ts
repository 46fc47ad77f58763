import { asc } from 'drizzle-orm';
import type { ReadHandle } from '../connection/open.ts';
import { capRules } from '../connection/schema.ts';
import type { CapGroup, DatedCapRule } from '../contract/caps.ts';
import { AppError } from '../contract/errors.ts';
import { capGroupNames } from '../contract/vi/rating-rules-screen.ts';
import { withoutUnitLabel } from '../contract/vi/units.ts';
import {
  type BucketCapRule,
  type CapBucket,
  type CapBucketKey,
  type CapPerson,
  capBuckets,
  capKeyOf,
} from '../domain/cap-buckets.ts';
import type { OrganizationRow } from './organizations.ts';
import { isOutsideRating, type RatedGroup } from './participants.ts';
import { readSetting } from './settings.ts';

/** Oldest first. */
export const allCapRules = (db: ReadHandle): DatedCapRule[] =>
  db.select().from(capRules).orderBy(asc(capRules.validFrom), asc(capRules.id)).all();

/** The cap rule in force on a day, with the exception that the office set; the rules are dated data. */
export function capRuleOn(db: ReadHandle, day: string): BucketCapRule {
  const rule = allCapRules(db)
    .filter((one) => one.validFrom <= day && (one.validTo === null || one.validTo >= day))
    .at(-1);
  if (!rule) throw new AppError('NOT_FOUND');
  const { percentHundredths, base, scope, rounding } = rule;
  return { percentHundredths, base, scope, rounding, exception: readSetting(db, 'capException').value };
}

export const shownRule = ({ exception: _granted, ...rule }: BucketCapRule) => rule;

/**
 * Unit -> its base Party organisation: itself or the nearest unit above it of a kind that the setting names, else the
 * topmost one. People without a unit count with the topmost unit.
 */
function baseOrganizations(
  db: ReadHandle,
  units: readonly OrganizationRow[],
): (unitId: number | null) => number | null {
  const kinds = readSetting(db, 'basePartyKinds').value;
  const bases = new Map<number, number>();
  // Parents come before their children.
  for (const unit of units) {
    const above = unit.parentId === null ? undefined : bases.get(unit.parentId);
    bases.set(unit.id, kinds.includes(unit.kind) ? unit.id : (above ?? unit.id));
  }
  const top = units.find((unit) => unit.parentId === null)?.id ?? null;
  return (unitId) => (unitId === null ? top : (bases.get(unitId) ?? unitId));
}

type RatedOne = Omit<RatedGroup, 'count' | 'hasReason'>;

/** How people of a year fall into the buckets of the cap. */
export interface CapPlaces {
  rule: BucketCapRule;
  personOf: (person: RatedOne) => CapPerson;
  /** Null for who is outside the rating. */
  keyOf: (person: RatedOne) => string | null;
  groupOf: (bucket: CapBucket) => CapGroup;
}

export function capPlaces(db: ReadHandle, day: string, units: readonly OrganizationRow[]): CapPlaces {
  const rule = capRuleOn(db, day);
  const baseOf = baseOrganizations(db, units);
  const names = new Map<number | null, string>(units.map((unit) => [unit.id, unit.name]));
  const personOf = (person: RatedOne): CapPerson => ({
    unitId: person.organizationId,
    baseOrganizationId: baseOf(person.organizationId),
    group: person.isLeader === 1 ? 'leader' : 'other',
    level: person.decidedLevel,
  });
  return {
    rule,
    personOf,
    keyOf: (person) =>
      isOutsideRating(person) ? null : JSON.stringify(capKeyOf(personOf(person), rule.scope)),
    groupOf: (bucket) => capGroupOf(bucket, nameOf(bucket.key, names)),
  };
}

export const capGroupOf = ({ key, percentHundredths, counts }: CapBucket, name: string): CapGroup => ({
  key: JSON.stringify(key),
  name,
  percentHundredths,
  counts,
});

function nameOf(key: CapBucketKey, names: ReadonlyMap<number | null, string>): string {
  const unit = (id: number | null) => names.get(id) ?? withoutUnitLabel;
  switch (key.scope) {
    case 'BASE_PARTY_ORG':
      return unit(key.baseOrganizationId);
    case 'UNIT':
      return unit(key.unitId);
    case 'LIKE_DUTIES':
      return `${unit(key.baseOrganizationId)} – ${capGroupNames[key.group === 'leader' ? 'leader' : 'other']}`;
  }
}

/** The buckets of everyone who is to be rated. */
export const bucketsOf = (
  { rule, personOf }: Pick<CapPlaces, 'rule' | 'personOf'>,
  people: readonly RatedGroup[],
): CapBucket[] =>
  capBuckets(
    people
      .filter((group) => !isOutsideRating(group))
      .map((group) => ({ ...personOf(group), count: group.count })),
    rule,
  );
