import type { Period } from '../../../db/contract/cycles.ts';
import type { GridRow, RatingTable } from './grid-row.ts';

/** The row that the forms of the panel write about. */
export interface RatingSubject {
  table: RatingTable;
  period: Period;
  row: GridRow;
  /** Fetches grid and panel anew after a save. */
  refresh: () => Promise<void>;
}
