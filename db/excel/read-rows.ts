import type { CellValue, ReadRow } from '../contract/workbooks.ts';
import type { Classification, ClassifiedRow } from './classify-rows.ts';
import { asShown } from './extract-cells.ts';
import type { Header } from './find-header.ts';
import { joinedValue, type PartColumns } from './part-columns.ts';
import { columnLetter, isUncalculated, type RawRow, type RawSheet } from './raw-sheet.ts';
import { eachMergedDown, lettered } from './sheet-parts.ts';
import type { mendedRows, shiftedRows } from './shifted-rows.ts';

/** A cell under another one of the same person, as lines of one cell. */
function stacked(above: CellValue | undefined, below: CellValue): CellValue {
  if (above === undefined) return below;
  return { type: 'text', text: `${asShown(above)};\n${asShown(below)}` };
}

/** Each person's own cells with those of the rows that the person's merged cells cover. */
function withJoined(row: RawRow, below: readonly RawRow[]): RawRow {
  if (below.length === 0) return row;
  const cells = [...row.cells];
  for (const next of below) {
    next.cells.forEach((cell, column) => {
      if (cell !== undefined && !isUncalculated(cell)) cells[column] = stacked(cells[column], cell);
    });
  }
  return { ...row, cells };
}

/** What of a row other rows tell. */
export interface Around {
  shifted: ReturnType<typeof shiftedRows>;
  mended: ReturnType<typeof mendedRows>;
  /** Column that takes the level under whose name a row stands. */
  levelAt: number | null;
  joins: readonly PartColumns[];
}

export function readRows(
  { rows, joined }: Classification,
  raw: RawSheet,
  header: Header,
  { shifted, mended, levelAt, joins }: Around,
  before: ReadonlyMap<RawRow, ReadRow>,
): ReadRow[] {
  const below = new Map<number, RawRow[]>();
  for (const row of rows) {
    const person = joined.get(row.number);
    if (person !== undefined && row.raw !== null) below.set(person, [...(below.get(person) ?? []), row.raw]);
  }
  const merges = new Map<number, [column: number, value: CellValue][]>();
  eachMergedDown(raw, header.last, (row, column, value) => {
    const list = merges.get(row);
    if (list) list.push([column, value]);
    else merges.set(row, [[column, value]]);
  });
  return rows.map((row) => {
    const own = [
      ...(merges.get(row.number) ?? []),
      ...(levelAt === null || row.level === '' ? [] : [levelCell(levelAt, row.level)]),
    ];
    const more = below.get(row.number) ?? [];
    const by = shifted.get(row.number);
    const known = row.raw === null ? undefined : before.get(row.raw);
    const isKnown =
      known?.class === row.class &&
      known.section === row.section &&
      known.shifted === by &&
      more.length === 0;
    if (known !== undefined && isKnown && own.length === 0 && joins.length === 0) return known;
    return {
      row: row.number,
      class: row.class,
      section: row.section,
      ...(row.raw === null ? { cells: {} } : readCells(row, row.raw, { merged: own, below: more, joins })),
      ...(row.raw?.hidden ? { hidden: true } : {}),
      ...(by === undefined ? {} : { shifted: by }),
      ...mendedCells(mended.get(row.number)),
    };
  });
}

/** The rows that are what their own cells say; merged values, joined lines and cells put back are of rows around. */
export function rowsByCells({ rows }: Classification, read: readonly ReadRow[]): Map<RawRow, ReadRow> {
  const found = new Map<RawRow, ReadRow>();
  for (const [index, { raw }] of rows.entries()) {
    const row = read[index];
    if (raw !== null && row !== undefined && row.own === undefined && row.shifted === undefined)
      found.set(raw, row);
  }
  return found;
}

const levelCell = (column: number, level: string): [number, CellValue] => [
  column,
  { type: 'text', text: level },
];

const mendedCells = (cells: RawRow['cells'] | undefined): Pick<ReadRow, 'mended'> =>
  cells === undefined ? {} : { mended: lettered({ cells }) };

function readCells(
  row: ClassifiedRow,
  raw: RawRow,
  {
    merged,
    below,
    joins,
  }: {
    merged: readonly [column: number, value: CellValue][];
    below: readonly RawRow[];
    joins: readonly PartColumns[];
  },
): Pick<ReadRow, 'cells' | 'own'> {
  if (row.class !== 'data' && row.class !== 'section' && row.class !== 'total') return { cells: {} };
  const own = lettered(raw);
  if (row.class !== 'data') {
    const calculated = Object.entries(own).filter(([, cell]) => !isUncalculated(cell));
    return calculated.length === Object.keys(own).length
      ? { cells: own }
      : { cells: Object.fromEntries(calculated), own };
  }
  const whole = joins.flatMap((each): [string, CellValue][] => {
    const value = joinedValue(each, raw.cells);
    return value === undefined ? [] : [[columnLetter(each.column), value]];
  });
  if (merged.length === 0 && below.length === 0 && whole.length === 0) return { cells: own };
  const filled = Object.fromEntries(merged.map(([column, value]) => [columnLetter(column), value]));
  return { cells: { ...filled, ...lettered(withJoined(raw, below)), ...Object.fromEntries(whole) }, own };
}
