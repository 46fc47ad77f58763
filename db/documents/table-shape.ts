import type { HeadCell, TableBlock } from './model.ts';

export interface HeadColumn {
  title: string;
  /** Title shared with its neighbours, standing over them; null for a column alone. */
  group: string | null;
}

/** Two head rows: groups stand over their columns, a column without a group covers both rows. */
export function groupedHead(columns: readonly HeadColumn[]): HeadCell[][] {
  const upper: HeadCell[] = [];
  const lower: HeadCell[] = [];
  for (const { title, group } of columns) {
    if (group === null) {
      upper.push({ text: title, colSpan: 1, rowSpan: 2 });
      continue;
    }
    lower.push({ text: title, colSpan: 1, rowSpan: 1 });
    const before = upper.at(-1);
    if (before?.rowSpan === 1 && before.text === group) before.colSpan += 1;
    else upper.push({ text: group, colSpan: 1, rowSpan: 1 });
  }
  return [upper, lower];
}

/** A head cell with the column it starts in, both counted from 0. */
export interface PlacedHeadCell extends HeadCell {
  row: number;
  column: number;
}

/** Where each head cell stands, as a browser or a sheet places it: in the first place that no cell above covers. */
export function placeHead(head: readonly (readonly HeadCell[])[]): PlacedHeadCell[] {
  const taken = new Set<string>();
  const placed: PlacedHeadCell[] = [];
  head.forEach((cells, row) => {
    let column = 0;
    for (const cell of cells) {
      while (taken.has(`${row},${column}`)) column += 1;
      placed.push({ ...cell, row, column });
      for (let r = row; r < row + cell.rowSpan; r += 1) {
        for (let c = column; c < column + cell.colSpan; c += 1) taken.add(`${r},${c}`);
      }
      column += cell.colSpan;
    }
  });
  return placed;
}

/** What is wrong with the spans of a table; empty when every row covers every column exactly once. */
export function tableFaults(table: TableBlock): string[] {
  const width = table.columns.length;
  const faults: string[] = [];
  const covered = table.head.map(() => new Array<number>(width).fill(0));
  for (const cell of placeHead(table.head)) {
    for (let row = cell.row; row < cell.row + cell.rowSpan; row += 1) {
      for (let column = cell.column; column < cell.column + cell.colSpan; column += 1) {
        const line = covered[row];
        if (line === undefined || column >= width)
          faults.push(`head cell beyond the table at ${row},${column}`);
        else line[column] = (line[column] ?? 0) + 1;
      }
    }
  }
  covered.forEach((line, row) => {
    if (line.some((times) => times !== 1)) faults.push(`head row ${row} does not cover each column once`);
  });
  if (table.numbering !== null && table.numbering.length !== width)
    faults.push('numbering row of another width');
  table.rows.forEach((row, index) => {
    const cells = row.cells.reduce((sum, cell) => sum + (cell.colSpan ?? 1), 0);
    if (cells !== width) faults.push(`row ${index} covers ${cells} of ${width} columns`);
  });
  return faults;
}
