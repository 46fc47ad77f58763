import type { GridRow, SheetLook } from '../../../db/contract/sheet-readings.ts';

/** The part of a folded list in which a cell stands; undefined where nothing of the list is there. */
export function partAt(
  row: GridRow,
  columns: SheetLook['columns'],
  letter: string | undefined,
): GridRow['parts'][number] | undefined {
  if (row.parts.length === 0) return undefined;
  const at = (wanted: string | undefined): number => columns.findIndex((each) => each.letter === wanted);
  const place = at(letter);
  return row.parts.find(({ columns: [first, last] }) => {
    const end = at(last);
    return place >= at(first) && (end < 0 || place <= end);
  });
}

/** Number under which the class of what stands at a cell is chosen. */
export const classedRow = (row: GridRow, columns: SheetLook['columns'], letter: string | undefined): number =>
  partAt(row, columns, letter)?.row ?? row.row;
