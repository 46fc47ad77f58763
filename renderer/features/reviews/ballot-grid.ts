import { ratingLevels } from '../../../db/domain/ratings.ts';

/** Votes of one subject as they are typed, best level first, and what was said of it. */
export interface BallotRow {
  votes: readonly string[];
  opinion: string;
}
export type BallotRows = Readonly<Record<string, BallotRow>>;

export const emptyRow: BallotRow = { votes: ratingLevels.map(() => ''), opinion: '' };
/** Columns of the grid: the four levels, then the opinion. */
export const COLUMNS = ratingLevels.length + 1;
const OPINION = ratingLevels.length;

/** Our own JSON, written below. */
export const rowsOf = (json: string): BallotRows => (json === '' ? {} : (JSON.parse(json) as BallotRows));
/** Subjects of whom nothing is typed are left out, so that an untouched grid is the empty text. */
export function textOfRows(rows: BallotRows): string {
  const typed = Object.entries(rows).filter(
    ([, { votes, opinion }]) => opinion !== '' || votes.some((each) => each !== ''),
  );
  return typed.length === 0 ? '' : JSON.stringify(Object.fromEntries(typed));
}

/** '12' -> 12; NaN for what is no count. */
export const countOf = (typed: string): number =>
  /^\d{1,7}$/.test(typed.trim()) ? Number(typed.trim()) : Number.NaN;

export interface GridPlace {
  row: number;
  column: number;
}

/** Where a key leads in a grid of so many rows; null when the key belongs to the cell. `atStart`, `atEnd`: of its text. */
export function placeAfterKey(
  { row, column }: GridPlace,
  key: { key: string; shift: boolean; atStart: boolean; atEnd: boolean },
  rows: number,
): GridPlace | null {
  const to = (nextRow: number, nextColumn: number): GridPlace | null =>
    nextRow < 0 || nextRow >= rows || nextColumn < 0 || nextColumn >= COLUMNS
      ? null
      : { row: nextRow, column: nextColumn };
  switch (key.key) {
    case 'ArrowUp':
      return to(row - 1, column);
    case 'ArrowDown':
      return to(row + 1, column);
    case 'ArrowLeft':
      return key.atStart ? to(row, column - 1) : null;
    case 'ArrowRight':
      return key.atEnd ? to(row, column + 1) : null;
    case 'Enter':
      return key.shift ? to(row - 1, column) : to(row + 1, column);
    default:
      return null;
  }
}

const isCount = (text: string): boolean => /^\d{0,7}$/.test(text);

/** What a cell becomes when something else is typed into it: a count takes digits only. */
export const typedInto = (row: BallotRow, column: number, typed: string): BallotRow => {
  if (column === OPINION) return { ...row, opinion: typed };
  const text = typed.trim();
  if (!isCount(text)) return row;
  return { ...row, votes: row.votes.map((before, index) => (index === column ? text : before)) };
};

/**
 * Lays a block copied from a sheet (tabs and lines) over the grid from a place on; what reaches beyond it and counts
 * that are none are left out.
 * @returns null when the text is a single value: the cell takes it itself
 */
export function pasted(
  rows: BallotRows,
  ids: readonly number[],
  at: GridPlace,
  text: string,
): BallotRows | null {
  const lines = text.replace(/\r?\n$/, '').split(/\r?\n/);
  if (lines.length === 1 && !text.includes('\t')) return null;
  const next: Record<string, BallotRow> = { ...rows };
  for (const [down, line] of lines.entries()) {
    const id = ids[at.row + down];
    if (id === undefined) break;
    for (const [right, value] of line.split('\t').entries()) {
      const column = at.column + right;
      if (column < COLUMNS) next[id] = typedInto(next[id] ?? emptyRow, column, value);
    }
  }
  return next;
}
