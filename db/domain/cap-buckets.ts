import { type CapRule, type CapScope, capAllowed, capBaseCount, mayStillRaise } from './excellence-cap.ts';
import { emptyCounts, type LevelCounts, type RatingLevel } from './ratings.ts';

/** More for organisations with outstanding results. That the exception exists is confirmed, its 25% is not. */
export interface CapException {
  percentHundredths: number;
  /** Units or base organisations that the competent body granted it to. */
  organizationIds: readonly number[];
}

export interface BucketCapRule extends CapRule {
  exception: CapException | null;
}

/** One person of the base; who is out of it (not reviewed, left before the day) is not handed in. */
export interface CapPerson {
  unitId: number | null;
  baseOrganizationId: number | null;
  /** Group of like duties, as the office names it; '' for none. */
  group: string;
  /** Decided level, null as long as not rated. */
  level: RatingLevel | null;
  /** How many people are alike in all of this; one when left out. */
  count?: number;
}

/** What the people of one bucket have in common; null or '' is a bucket of its own: those not placed. */
export type CapBucketKey =
  | { scope: 'BASE_PARTY_ORG'; baseOrganizationId: number | null }
  | { scope: 'UNIT'; unitId: number | null }
  | { scope: 'LIKE_DUTIES'; baseOrganizationId: number | null; group: string };

export interface CapBucket {
  key: CapBucketKey;
  counts: LevelCounts;
  /** People the percent is taken of. */
  base: number;
  /** The percent that holds here: the rule's, or the exception's. */
  percentHundredths: number;
  /** How many may be "xuất sắc" of this base as it stands. */
  allowed: number;
  excellent: number;
  /** allowed - excellent; negative when over. */
  remaining: number;
  /** By how many the cap is passed, else 0. */
  over: number;
  /** How many of those now "tốt" may be raised, the shrinking base counted in. */
  mayStillRaise: number;
}

/** The bucket that a person is counted in. */
export function capKeyOf(person: CapPerson, scope: CapScope): CapBucketKey {
  switch (scope) {
    case 'BASE_PARTY_ORG':
      return { scope, baseOrganizationId: person.baseOrganizationId };
    case 'UNIT':
      return { scope, unitId: person.unitId };
    case 'LIKE_DUTIES':
      return { scope, baseOrganizationId: person.baseOrganizationId, group: person.group };
  }
}

function isExcepted(people: readonly CapPerson[], scope: CapScope, exception: CapException): boolean {
  const granted = (id: number | null) => id !== null && exception.organizationIds.includes(id);
  return people.some(
    (person) => granted(person.baseOrganizationId) || (scope === 'UNIT' && granted(person.unitId)),
  );
}

/** One bucket from its counts; for a bucket kept up to date while levels are entered. */
export function capBucket(
  key: CapBucketKey,
  counts: LevelCounts,
  rule: Pick<BucketCapRule, 'base' | 'rounding' | 'percentHundredths'>,
): CapBucket {
  const base = capBaseCount(counts, rule.base);
  const allowed = capAllowed(base, rule);
  const { excellent } = counts;
  return {
    key,
    counts,
    base,
    percentHundredths: rule.percentHundredths,
    allowed,
    excellent,
    remaining: allowed - excellent,
    over: Math.max(0, excellent - allowed),
    mayStillRaise: mayStillRaise(counts, rule),
  };
}

/** The buckets of the rule's scope, in the order in which their first person stands. */
export function capBuckets(people: readonly CapPerson[], rule: BucketCapRule): CapBucket[] {
  const groups = new Map<string, { key: CapBucketKey; people: CapPerson[]; counts: LevelCounts }>();
  for (const person of people) {
    const key = capKeyOf(person, rule.scope);
    const text = JSON.stringify(key);
    const found = groups.get(text) ?? { key, people: [], counts: emptyCounts() };
    groups.set(text, found);
    found.people.push(person);
    found.counts[person.level ?? 'unrated'] += person.count ?? 1;
  }
  return [...groups.values()].map((group) => {
    const { exception } = rule;
    const percentHundredths =
      exception && isExcepted(group.people, rule.scope, exception)
        ? exception.percentHundredths
        : rule.percentHundredths;
    return capBucket(group.key, group.counts, { ...rule, percentHundredths });
  });
}

/** The numbers of the sentence "Được xếp xuất sắc tối đa 14 người: 20% của 72 người ... = 14,4, làm tròn xuống 14". */
export interface CapSentenceNumbers {
  allowed: number;
  percentHundredths: number;
  base: number;
  baseKind: BucketCapRule['base'];
  /** percent x base before rounding, in ten-thousandths of a person: 144000 = 14,4. */
  exactTenThousandths: number;
  rounding: BucketCapRule['rounding'];
  excellent: number;
  remaining: number;
  mayStillRaise: number;
}

export function capSentenceNumbers(
  bucket: CapBucket,
  rule: Pick<BucketCapRule, 'base' | 'rounding'>,
): CapSentenceNumbers {
  const { allowed, percentHundredths, base, excellent, remaining } = bucket;
  return {
    allowed,
    percentHundredths,
    base,
    baseKind: rule.base,
    exactTenThousandths: base * percentHundredths,
    rounding: rule.rounding,
    excellent,
    remaining,
    mayStillRaise: bucket.mayStillRaise,
  };
}
