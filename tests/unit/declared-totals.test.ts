import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  declaredDiffers,
  declaredFault,
  totalsOf,
  type WrittenTotals,
} from '../../db/domain/declared-totals.ts';

const none: WrittenTotals = { total: null, signed: null, notSigned: null, percent: null };

describe('totals that a unit declares', () => {
  it('are known from any two of the three numbers, and the same from all', () => {
    const numbers = fc.record({ signed: fc.nat(500), notSigned: fc.nat(500) });
    fc.assert(
      fc.property(numbers, ({ signed, notSigned }) => {
        const total = signed + notSigned;
        const expected = { total, signed, percentAgrees: true };
        for (const written of [
          { total, signed },
          { total, notSigned },
          { signed, notSigned },
          { total, signed, notSigned },
        ])
          expect(totalsOf({ ...none, ...written })).toEqual(expected);
      }),
    );
  });

  it('are refused with one number, with more signed than there are, and when they do not add up', () => {
    expect(declaredFault({ ...none, signed: 3 })).toBe('DECLARED_MISSING');
    expect(declaredFault({ ...none, notSigned: 3 })).toBe('DECLARED_MISSING');
    expect(declaredFault({ ...none, total: 3, signed: 4 })).toBe('SIGNED_OVER_TOTAL');
    expect(declaredFault({ ...none, total: 3, notSigned: 4 })).toBe('SIGNED_OVER_TOTAL');
    expect(declaredFault({ ...none, total: 10, signed: 7, notSigned: 2 })).toBe('DECLARED_NOT_ADDED_UP');
    expect(totalsOf({ ...none, total: 3, signed: 4 })).toBeNull();
  });

  it('agree with their percent however it was rounded, and not with another', () => {
    const agrees = (percent: number) =>
      totalsOf({ ...none, total: 120, signed: 118, percent })?.percentAgrees;
    expect([98.33, 98.3, 98, 98.333].map(agrees)).toEqual([true, true, true, true]);
    expect([97, 99, 100].map(agrees)).toEqual([false, false, false]);
    expect(totalsOf({ ...none, total: 0, signed: 0, percent: 0 })?.percentAgrees).toBe(true);
  });

  it('differ from the book only where the book knows people of the unit', () => {
    const own = (total: number, signed: number) =>
      declaredDiffers({ total: 120, signed: 118, own: { total, signed } });
    expect([own(0, 0), own(120, 118), own(120, 117), own(121, 118)]).toEqual([false, false, true, true]);
  });
});
