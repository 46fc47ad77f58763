/**
 * Numbers of rows of a list that a sheet folds into parts side by side. Such a list is read as one long list, so each
 * row needs a number of its own in reading order, by which the row of the file is known without the sheet at hand:
 * rows of the first part keep Excel's number, any other row is (stretch * 10 + part) * 10,000,000 + Excel's number.
 * A stretch ends where a line runs across all parts (a unit, a total) or the header is repeated on the next page.
 */
const STEP = 10_000_000;
const MOST_PARTS = 10;
const MOST_STRETCHES = 100_000;

/** Rows of one sheet; more stand only in a text file, which is then read as it stands. */
export const MOST_FOLDED_ROWS = STEP - 1;
export const MOST_FOLDED_PARTS = MOST_PARTS;
export const HIGHEST_ROW = MOST_STRETCHES * MOST_PARTS * STEP;

/** @param part 0-based; of lines across all parts 0 */
export const foldedRow = (row: number, stretch: number, part: number): number =>
  (stretch * MOST_PARTS + part) * STEP + row;

/** Row number as Excel shows it. */
export const rowInFile = (row: number): number => row % STEP;

/** 0 for the first part, and for sheets that fold nothing. */
export const partOfRow = (row: number): number => Math.floor(row / STEP) % MOST_PARTS;

/** Whether two rows stand in one part with nothing across between them. */
export const isOneStretch = (a: number, b: number): boolean => Math.floor(a / STEP) === Math.floor(b / STEP);
