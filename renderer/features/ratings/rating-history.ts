import type { Period } from '../../../db/contract/cycles.ts';
import type { RatingChange } from './grid-columns.ts';
import type { GridRow, RatingTable } from './grid-row.ts';

export interface DoneChange {
  table: RatingTable;
  period: Period;
  field: RatingChange['field'];
  before: GridRow;
  after: GridRow;
}

const MOST = 200;
const done: DoneChange[] = [];

/** Changes made in this window, the latest last: what Ctrl+Z takes back, one after the other. */
export const ratingHistory = {
  add: (change: DoneChange): void => {
    done.push(change);
    if (done.length > MOST) done.shift();
  },
  takeLast: (): DoneChange | undefined => done.pop(),
  /** Takes back one that is not the last: its notice was pressed. */
  take: (change: DoneChange): boolean => {
    const at = done.lastIndexOf(change);
    if (at < 0) return false;
    done.splice(at, 1);
    return true;
  },
};
