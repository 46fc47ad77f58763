import type { GridRow, RatingTable } from './grid-row.ts';

/** The row that the forms of the panel write about. */
export interface RatingSubject {
  table: RatingTable;
  year: number;
  row: GridRow;
  /** Fetches grid and panel anew after a save. */
  refresh: () => Promise<void>;
}
