import { describe, expect, it } from 'vitest';
import { indexOfPlace } from '../../renderer/features/imports/row-place.ts';
import { decisionUnderWay, writeDecision } from '../../renderer/features/ratings/decision-write.ts';
import type { GridRow } from '../../renderer/features/ratings/grid-row.ts';
import type { Asking } from '../../renderer/features/ratings/rating-acts.ts';
import { nextAsks } from '../../renderer/features/ratings/rating-asks.ts';

// The fault: in the preview's list of rows to be mended, a mended row left the list when its answer came, and the cursor,
// kept by its index, stood on the row after the next one: the next value was typed into that. Steps: mend a cell, Enter,
// type the next one at once.
describe('the cursor in a list that a decision makes shorter', () => {
  const rowsOf =
    (...rows: number[]) =>
    (index: number) => {
      const row = rows[index];
      return row === undefined ? undefined : { row };
    };

  it('stays at its row of the sheet, wherever that stands now', () => {
    expect(indexOfPlace({ index: 1, row: 12 }, rowsOf(11, 12, 13))).toBe(1);
    expect(indexOfPlace({ index: 1, row: 12 }, rowsOf(12, 13))).toBe(0);
    expect(indexOfPlace({ index: 0, row: 12 }, rowsOf(10, 11, 12))).toBe(2);
  });

  it('stays at its place when the row has left, or is not known yet', () => {
    expect(indexOfPlace({ index: 1, row: 12 }, rowsOf(11, 13))).toBe(1);
    expect(indexOfPlace({ index: 5, row: null }, rowsOf(11, 13))).toBe(5);
  });
});

// The fault: a level that a rule refused was asked about in the dialog, and the refusal of the next one, typed meanwhile,
// took its place: the first was forgotten without a word.
describe('levels that still need something', () => {
  const answer: Asking['answer'] = async () => undefined;
  const asking = (key: number, values: Partial<Asking> = {}): Asking => ({
    row: { key } as GridRow,
    change: { field: 'decided', level: 'excellent' },
    decision: false,
    reason: false,
    forbidden: 'vượt tỷ lệ',
    answer,
    ...values,
  });

  it('are asked about one after the other', () => {
    const both = nextAsks(nextAsks([], asking(1)), asking(2));
    expect(both.map(({ row }) => row.key)).toEqual([1, 2]);
    expect(nextAsks(both, null).map(({ row }) => row.key)).toEqual([2]);
  });

  it('keep their place when they need something more, and are not mixed with those of another table', () => {
    const both = nextAsks(nextAsks([], asking(1, { forbidden: null, reason: true })), asking(2));
    const more = nextAsks(both, asking(1));
    expect(more.map(({ row, forbidden }) => [row.key, forbidden])).toEqual([
      [1, 'vượt tỷ lệ'],
      [2, 'vượt tỷ lệ'],
    ]);
    expect(nextAsks(both, asking(1, { answer: async () => undefined }))).toHaveLength(3);
  });
});

// The fault: a level typed while the body and day of the decisions were being written asked for both again.
describe('the decision of a period', () => {
  it('is under way until it is written or refused, and the wait for it never fails', async () => {
    expect(decisionUnderWay()).toBeNull();
    let refuse = (_reason: Error): void => undefined;
    const written = writeDecision(
      () =>
        new Promise<void>((_done, fail) => {
          refuse = fail;
        }),
    );
    const wait = decisionUnderWay();
    expect(wait).not.toBeNull();
    refuse(new Error('STALE_VERSION'));
    await expect(written).rejects.toThrow('STALE_VERSION');
    await expect(wait).resolves.toBeUndefined();
    expect(decisionUnderWay()).toBeNull();
  });
});
