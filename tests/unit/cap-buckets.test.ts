import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { capSentenceOf } from '../../db/contract/vi/excellence-cap.ts';
import {
  type BucketCapRule,
  type CapPerson,
  capBuckets,
  capSentenceNumbers,
} from '../../db/domain/cap-buckets.ts';
import { type CapBase, capBases, capRoundings, capScopes } from '../../db/domain/excellence-cap.ts';
import { type RatingLevel, ratingLevels } from '../../db/domain/ratings.ts';

const defaults: BucketCapRule = {
  percentHundredths: 2000,
  base: 'GOOD_ONLY',
  scope: 'BASE_PARTY_ORG',
  rounding: 'FLOOR',
  exception: null,
};
const levels: readonly (RatingLevel | null)[] = [...ratingLevels, null];

const person = (level: RatingLevel | null, at: Partial<CapPerson> = {}): CapPerson => ({
  unitId: 1,
  baseOrganizationId: 1,
  group: '',
  level,
  ...at,
});
const many = (count: number, level: RatingLevel | null, at: Partial<CapPerson> = {}) =>
  Array.from({ length: count }, () => person(level, at));

/** Every multiset of levels of at most `size` people. */
function* groups(size: number, from = 0): Generator<(RatingLevel | null)[]> {
  yield [];
  if (size === 0) return;
  for (let i = from; i < levels.length; i += 1)
    for (const rest of groups(size - 1, i)) yield [levels[i] ?? null, ...rest];
}

/** The wording, person by person and without any division; the oracle shares nothing with the code. */
const isIn = (base: CapBase, level: RatingLevel | null) =>
  level !== null &&
  (base === 'ALL_RATED' || level === 'good' || (base === 'GOOD_OR_BETTER' && level === 'excellent'));

function oracleAllowed(people: readonly (RatingLevel | null)[], rule: BucketCapRule): number {
  const exact = people.filter((level) => isIn(rule.base, level)).length * rule.percentHundredths;
  let allowed = 0;
  const takesOneMore = {
    FLOOR: (x: number) => (x + 1) * 10000 <= exact,
    HALF_UP: (x: number) => (x + 1) * 20000 - 10000 <= 2 * exact,
    CEILING: (x: number) => x * 10000 < exact,
  }[rule.rounding];
  while (takesOneMore(allowed)) allowed += 1;
  return allowed;
}

const isWithin = (people: readonly (RatingLevel | null)[], rule: BucketCapRule) =>
  people.filter((level) => level === 'excellent').length <= oracleAllowed(people, rule);

/** Tries every subset size of the "tốt" by really raising people, and takes the largest that stays within. */
function oracleRaise(people: readonly (RatingLevel | null)[], rule: BucketCapRule): number {
  const good = people.filter((level) => level === 'good').length;
  let best = 0;
  for (let raise = 1; raise <= good; raise += 1) {
    let left = raise;
    const after = people.map((level) => (level === 'good' && left-- > 0 ? 'excellent' : level));
    if (isWithin(after, rule)) best = raise;
  }
  return best;
}

describe('cap per scope', () => {
  it('agrees with brute force for every group of up to 8 people in each base, scope, rounding and percent', () => {
    for (const people of groups(8))
      for (const percentHundredths of [2000, 2500, 1250, 10000])
        for (const base of capBases)
          for (const rounding of capRoundings)
            for (const scope of capScopes) {
              const rule: BucketCapRule = { percentHundredths, base, rounding, scope, exception: null };
              const [bucket, ...others] = capBuckets(
                people.map((level) => person(level)),
                rule,
              );
              if (people.length === 0) {
                expect(bucket).toBeUndefined();
                continue;
              }
              const allowed = oracleAllowed(people, rule);
              const excellent = people.filter((level) => level === 'excellent').length;
              const got = [bucket?.allowed, bucket?.remaining, bucket?.over, bucket?.mayStillRaise];
              const wanted = [
                allowed,
                allowed - excellent,
                excellent > allowed ? excellent - allowed : 0,
                oracleRaise(people, rule),
              ];
              if (JSON.stringify(got) !== JSON.stringify(wanted) || others.length > 0)
                expect({ people, rule, got, others }).toEqual({ people, rule, got: wanted, others: [] });
            }
  });

  it('splits people by the scope and by nothing else', () => {
    const arbitraryPerson: fc.Arbitrary<CapPerson> = fc.record({
      unitId: fc.constantFrom(1, 2, 3, null),
      baseOrganizationId: fc.constantFrom(10, 20, null),
      group: fc.constantFrom('', 'a', 'b'),
      level: fc.constantFrom(...levels),
    });
    fc.assert(
      fc.property(
        fc.array(arbitraryPerson, { maxLength: 24 }),
        fc.constantFrom(...capScopes),
        (people, scope) => {
          const rule: BucketCapRule = { ...defaults, scope };
          const buckets = capBuckets(people, rule);
          const sameBucket = (a: CapPerson, b: CapPerson) =>
            scope === 'UNIT'
              ? a.unitId === b.unitId
              : a.baseOrganizationId === b.baseOrganizationId &&
                (scope === 'BASE_PARTY_ORG' || a.group === b.group);
          const expected = people
            .filter((one, index) => people.findIndex((other) => sameBucket(one, other)) === index)
            .map((one) => {
              const members = people.filter((other) => sameBucket(one, other)).map((other) => other.level);
              return [oracleAllowed(members, rule), members.filter((level) => level === null).length];
            });
          expect(buckets.map((bucket) => [bucket.allowed, bucket.counts.unrated])).toEqual(expected);
        },
      ),
    );
  });

  it('gives the same figures in any order of entry', () => {
    const entered = fc
      .array(fc.tuple(fc.constantFrom(1, 2), fc.constantFrom(...levels)), { maxLength: 20 })
      .chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })));
    const figures = (list: readonly (readonly [number, RatingLevel | null])[]) =>
      capBuckets(
        list.map(([unitId, level]) => person(level, { unitId })),
        { ...defaults, scope: 'UNIT' },
      )
        .map((bucket) => JSON.stringify(bucket))
        .sort();
    fc.assert(
      fc.property(entered, ([list, shuffled]) => {
        expect(figures(shuffled)).toEqual(figures(list));
      }),
    );
  });

  it('gives the exception to the organisations it was granted to, and to no other', () => {
    const people = [1, 2].flatMap((id) => many(20, 'good', { unitId: id * 10, baseOrganizationId: id }));
    const exception = { percentHundredths: 2500, organizationIds: [2, 10] };
    const allowed = (scope: BucketCapRule['scope']) =>
      capBuckets(people, { ...defaults, scope, exception }).map((bucket) => bucket.allowed);
    expect(allowed('BASE_PARTY_ORG')).toEqual([4, 5]);
    expect(allowed('UNIT')).toEqual([5, 5]);
    expect(allowed('LIKE_DUTIES')).toEqual([4, 5]);
  });
});

describe('the sentence of the cap', () => {
  const sentence = (people: CapPerson[], rule: BucketCapRule) =>
    capBuckets(people, rule).map((bucket) => capSentenceOf(capSentenceNumbers(bucket, rule)));

  it('shows the arithmetic of the sample of 2024: 14 excellent, 72 good', () => {
    const people = [
      ...many(14, 'excellent'),
      ...many(72, 'good'),
      ...many(25, 'completed'),
      ...many(3, null),
    ];
    expect(sentence(people, defaults)).toEqual([
      'Được xếp xuất sắc tối đa 14 người: 20% của 72 người hoàn thành tốt nhiệm vụ = 14,4, làm tròn xuống 14; đã xếp 14, còn 0',
    ]);
  });

  it('says nothing of rounding where nothing was rounded, and says when the cap is passed', () => {
    expect(sentence([...many(9, 'excellent'), ...many(40, 'good')], defaults)).toEqual([
      'Được xếp xuất sắc tối đa 8 người: 20% của 40 người hoàn thành tốt nhiệm vụ = 8; đã xếp 9, vượt 1',
    ]);
  });

  it('speaks of raising only where the base is what limits it', () => {
    const rule: BucketCapRule = { ...defaults, base: 'ALL_RATED' };
    expect(sentence([...many(1, 'good'), ...many(19, 'completed')], rule)).toEqual([
      'Được xếp xuất sắc tối đa 4 người: 20% của 20 người đã xếp loại = 4; đã xếp 0, còn 4',
    ]);
  });

  it('says that raising people shrinks the base', () => {
    expect(sentence(many(5, 'good'), { ...defaults, percentHundredths: 2050 })).toEqual([
      'Được xếp xuất sắc tối đa 1 người: 20,5% của 5 người hoàn thành tốt nhiệm vụ = 1,025, làm tròn xuống 1; đã xếp 0, còn 1; trong số đang xếp tốt chỉ được nâng thêm 0 người',
    ]);
  });
});
