/** Where a key moves the cursor in a table of cells, as in Excel; columns are counted from 0. */
export interface CellPlace {
  row: number;
  column: number;
}

interface CellKey {
  key: string;
  ctrl: boolean;
  shift: boolean;
}

interface TableSize {
  rows: number;
  columns: number;
  /** Rows of one page key. */
  page: number;
}

const clamp = (value: number, size: number): number => Math.max(0, Math.min(size - 1, value));

/** null when the key moves nothing. */
export function cellKeyTarget(at: CellPlace, { key, ctrl }: CellKey, size: TableSize): CellPlace | null {
  if (size.rows === 0 || size.columns === 0) return null;
  const to = (row: number, column: number): CellPlace => ({
    row: clamp(row, size.rows),
    column: clamp(column, size.columns),
  });
  switch (key) {
    case 'ArrowDown':
      return to(ctrl ? size.rows : at.row + 1, at.column);
    case 'ArrowUp':
      return to(ctrl ? 0 : at.row - 1, at.column);
    case 'ArrowRight':
      return to(at.row, ctrl ? size.columns : at.column + 1);
    case 'ArrowLeft':
      return to(at.row, ctrl ? 0 : at.column - 1);
    case 'PageDown':
      return to(at.row + Math.max(1, size.page), at.column);
    case 'PageUp':
      return to(at.row - Math.max(1, size.page), at.column);
    case 'Home':
      return to(ctrl ? 0 : at.row, 0);
    case 'End':
      return to(ctrl ? size.rows : at.row, size.columns);
    default:
      return null;
  }
}

/** Tab: the next cell, at the end of a row the next row; null at the ends of the table, where the focus goes on. */
export function tabTarget(at: CellPlace, back: boolean, size: TableSize): CellPlace | null {
  const next = at.row * size.columns + at.column + (back ? -1 : 1);
  if (next < 0 || next >= size.rows * size.columns) return null;
  return { row: Math.floor(next / size.columns), column: next % size.columns };
}
