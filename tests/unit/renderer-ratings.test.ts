import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../db/contract/errors.ts';
import { capSentenceOf } from '../../db/contract/vi/excellence-cap.ts';
import { capBucket, capSentenceNumbers } from '../../db/domain/cap-buckets.ts';
import { capBases, capRoundings } from '../../db/domain/excellence-cap.ts';
import { countLevels, ratingLevels } from '../../db/domain/ratings.ts';
import {
  applyChange,
  changeBackTo,
  changesBack,
  type RatingChange,
} from '../../renderer/features/ratings/grid-columns.ts';
import type { GridRow } from '../../renderer/features/ratings/grid-row.ts';
import { liveCap } from '../../renderer/features/ratings/live-cap.ts';
import type { SetInput } from '../../renderer/features/ratings/rating-tables.ts';
import { createRatingWriter } from '../../renderer/features/ratings/rating-writer.ts';

const row = (values: Partial<GridRow> = {}): GridRow => ({
  key: 1,
  version: 1,
  name: 'Hồ Trọng Chiến',
  birthDate: '1986',
  detail: '',
  organizationName: 'Chi bộ thôn Tà Pình',
  selfLevel: null,
  proposedLevel: null,
  decidedLevel: null,
  unratedReason: '',
  note: '',
  quarterLevels: [],
  capKey: '{}',
  mark: null,
  ...values,
});

const level = fc.constantFrom(null, ...ratingLevels);
const anyRow = fc
  .record({
    selfLevel: level,
    proposedLevel: level,
    decidedLevel: level,
    unratedReason: fc.string(),
    note: fc.string(),
  })
  // A reason is kept only without a decided level.
  .map((values) => row(values.decidedLevel === null ? values : { ...values, unratedReason: '' }));
const anyChange: fc.Arbitrary<RatingChange> = fc.oneof(
  fc.record({ field: fc.constantFrom('self', 'proposed', 'decided'), level }),
  fc.record({ field: fc.constantFrom('note'), text: fc.string() }),
);

describe('taking a change back', () => {
  it('leads from any row back to the row before the change', () => {
    fc.assert(
      fc.property(anyRow, anyChange, (before, change) => {
        const after = applyChange(before, change);
        expect(changesBack(before, after).reduce(applyChange, after)).toEqual(before);
      }),
    );
  });

  it('gives the reason back that a level had cleared', () => {
    const before = row({ unratedReason: 'Nghỉ thai sản' });
    const after = applyChange(before, { field: 'decided', level: 'good' });
    expect(after.unratedReason).toBe('');
    expect(changesBack(before, after)).toEqual([
      { field: 'decided', level: null },
      { field: 'unratedReason', text: 'Nghỉ thai sản' },
    ]);
  });

  it('names the value before', () => {
    expect(changeBackTo(row({ proposedLevel: 'good' }), 'proposed')).toEqual({
      field: 'proposed',
      level: 'good',
    });
    expect(changeBackTo(row({ note: 'a' }), 'note')).toEqual({ field: 'note', text: 'a' });
  });
});

describe('cap while the grid is changed', () => {
  it('is what the rule says of the whole office, though the grid shows a part of it', () => {
    const levels = fc.array(level, { maxLength: 40 });
    const rule = fc.record({
      percentHundredths: fc.integer({ min: 0, max: 10000 }),
      base: fc.constantFrom(...capBases),
      scope: fc.constant('BASE_PARTY_ORG' as const),
      rounding: fc.constantFrom(...capRoundings),
    });
    fc.assert(
      fc.property(levels, levels, levels, rule, (shown, changed, elsewhere, cap) => {
        const group = {
          key: 'a',
          name: 'Đảng bộ xã',
          percentHundredths: cap.percentHundredths,
          counts: countLevels([...shown, ...elsewhere]),
        };
        const counts = countLevels([...changed, ...elsewhere]);
        const { allowed, remaining, mayStillRaise, ...bucket } = capBucket(
          { scope: 'UNIT', unitId: null },
          counts,
          cap,
        );
        expect(liveCap(group, cap, countLevels(shown), countLevels(changed))).toEqual({
          key: 'a',
          name: 'Đảng bộ xã',
          counts,
          allowed,
          remaining,
          mayStillRaise,
          sentence: capSentenceOf(capSentenceNumbers({ ...bucket, allowed, remaining, mayStillRaise }, cap)),
        });
      }),
    );
  });
});

/** A service that answers when told to. */
function fakeService(stored: GridRow) {
  let current = stored;
  const calls: SetInput[] = [];
  const waiting: Array<() => void> = [];
  return {
    calls,
    current: () => current,
    /** Another window changed the row. */
    change: (values: Partial<GridRow>) => {
      current = { ...current, ...values, version: current.version + 1 };
    },
    answerNext: async () => {
      // A call is sent when the ones before it are done.
      await new Promise((resolve) => setTimeout(resolve));
      waiting.shift()?.();
      await new Promise((resolve) => setTimeout(resolve));
    },
    set: async (input: SetInput) => {
      calls.push(input);
      await new Promise<void>((resolve) => waiting.push(resolve));
      if (input.version !== current.version) throw new AppError('STALE_VERSION');
      const before = current;
      current = { ...applyChange(before, input.change), version: before.version + 1 };
      return { row: current, before, cap: null };
    },
  };
}

describe('writing changes', () => {
  it('shows a change at once and sends the next of the same person with the version of the one before', async () => {
    const service = fakeService(row());
    const shown: GridRow[] = [];
    const writer = createRatingWriter({ set: service.set, show: (each) => shown.push(each) });
    const first = writer.write({ year: 2024, quarter: 0 }, row(), { field: 'self', level: 'good' });
    const second = writer.write({ year: 2024, quarter: 0 }, row(), { field: 'decided', level: 'excellent' });
    expect(shown.at(-1)).toMatchObject({ selfLevel: 'good', decidedLevel: 'excellent' });
    await service.answerNext();
    await first;
    // The first answer does not hide the change that is still under way.
    expect(shown.at(-1)).toMatchObject({ selfLevel: 'good', decidedLevel: 'excellent' });
    await service.answerNext();
    await second;
    expect(service.calls.map((input) => input.version)).toEqual([1, 2]);
    expect(service.current()).toMatchObject({ selfLevel: 'good', decidedLevel: 'excellent', version: 3 });
  });

  it('shows what the service has when a change is refused, and goes on with the next', async () => {
    const service = fakeService(row({ note: 'cũ' }));
    const shown: GridRow[] = [];
    const writer = createRatingWriter({ set: service.set, show: (each) => shown.push(each) });
    const stale = writer.write({ year: 2024, quarter: 0 }, row({ note: 'cũ', version: 7 }), {
      field: 'note',
      text: 'mới',
    });
    await service.answerNext();
    await expect(stale).rejects.toMatchObject({ code: 'STALE_VERSION' });
    expect(shown.at(-1)).toMatchObject({ note: 'cũ' });
    const next = writer.write({ year: 2024, quarter: 0 }, service.current(), { field: 'note', text: 'mới' });
    await service.answerNext();
    await expect(next).resolves.toMatchObject({ row: { note: 'mới' } });
  });

  it('tells how many changes are under way, and when none is', async () => {
    const service = fakeService(row());
    const counts: number[] = [];
    const writer = createRatingWriter({
      set: service.set,
      show: () => {},
      onPending: (count) => counts.push(count),
    });
    const done = writer.write({ year: 2024, quarter: 0 }, row(), { field: 'self', level: 'good' });
    await service.answerNext();
    await done;
    await writer.settled();
    expect(counts).toEqual([1, 0]);
  });
});
