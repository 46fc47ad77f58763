import { sheetKindNames } from '../contract/vi/imports.ts';
import type { Meaning } from '../contract/vi/sheet-titles.ts';
import { importKinds, type ReadColumn, type SheetKind, type SheetWarning } from '../contract/workbooks.ts';
import type { Classification, ClassifiedRow } from './classify-rows.ts';
import type { ColumnSamples } from './column-samples.ts';
import type { Header } from './find-header.ts';
import { isField, isRegisterField, type MatchedColumn } from './match-columns.ts';
import { columnLetter, isUncalculated, type RawRow, type RawSheet } from './raw-sheet.ts';
import type { SideBySide } from './side-by-side.ts';

const isImportable = (kind: SheetKind): boolean => importKinds.some((each) => each === kind);
const isRead = (meaning: Meaning | null, kind: SheetKind): boolean =>
  isField(meaning) || (isRegisterField(meaning) && kind !== 'officials' && kind !== 'ratings');

export function columnWarnings(
  columns: readonly MatchedColumn[],
  samples: ColumnSamples,
  raw: RawSheet,
  kind: SheetKind,
): SheetWarning[] {
  if (!isImportable(kind)) {
    return kind === 'unknown' ? [] : [{ code: 'KIND_NOT_SUPPORTED', params: { kind: sheetKindNames[kind] } }];
  }
  const beside = columns.find(({ isBeside, meaning }) => isBeside && meaning === 'known');
  const own = columns
    .filter(
      ({ column, isBeside, isPart, isOfOtherPeriod }) =>
        !isBeside && !isPart && !isOfOtherPeriod && !samples.isEmpty(column),
    )
    .flatMap(({ column, title, meaning }): SheetWarning[] => {
      const params = { column: columnLetter(column), title };
      if (meaning === 'rowKey') return [];
      if (raw.hiddenColumns.has(column)) return [{ code: 'HIDDEN_COLUMNS', params }];
      return isRead(meaning, kind) ? [] : [{ code: 'UNKNOWN_COLUMN', params }];
    });
  if (beside === undefined) return own;
  return [
    ...own,
    { code: 'TABLE_BESIDE', params: { column: columnLetter(beside.column), title: beside.title } },
  ];
}

export function rowWarnings({ rows, repeatedHeaders, secondTable, joined }: Classification): SheetWarning[] {
  const hidden = rows.filter((row) => row.raw?.hidden === true && row.class === 'data');
  const [first] = hidden;
  const [firstJoined] = joined.keys();
  return [
    ...(first ? [{ code: 'HIDDEN_ROWS' as const, params: { count: hidden.length, row: first.number } }] : []),
    ...repeatedHeaders.map((row) => ({ code: 'REPEATED_HEADER' as const, params: { row } })),
    ...(firstJoined === undefined
      ? []
      : [{ code: 'JOINED_ROWS' as const, params: { count: joined.size, row: firstJoined } }]),
    ...(secondTable === null ? [] : [{ code: 'SECOND_TABLE' as const, params: { row: secondTable } }]),
  ];
}

/** That a list folded into parts is read as one, with the columns of each part. */
export function partWarnings(parts: SideBySide | null): SheetWarning[] {
  if (parts === null) return [];
  const { from, columns, header } = parts;
  const first = Math.max(...[...header.titles.keys()].filter((column) => column < (from[1] ?? 0)));
  const places = from.map((start, part) => {
    const titled = part === 0 ? first : Math.max(...(columns[part - 1]?.keys() ?? []));
    return `${columnLetter(start)}–${columnLetter(titled)}`;
  });
  return [{ code: 'SIDE_BY_SIDE', params: { count: places.length, columns: places.join(', ') } }];
}

export function formulaWarnings(
  rows: readonly ClassifiedRow[],
  header: Header,
  addressOf: (row: number, column: number) => string,
): SheetWarning[] {
  const without: string[] = [];
  const failed: { cell: string; value: string }[] = [];
  for (const { raw, number, class: rowClass } of rows) {
    if (raw === null || rowClass === 'foot') continue;
    raw.cells.forEach((cell, column) => {
      if (cell?.type !== 'error' || !header.titles.has(column)) return;
      const address = addressOf(number, column);
      if (isUncalculated(cell)) without.push(address);
      else failed.push({ cell: address, value: cell.text });
    });
  }
  const [firstWithout] = without;
  const [firstFailed] = failed;
  return [
    ...(firstWithout === undefined
      ? []
      : [{ code: 'FORMULA_WITHOUT_VALUE' as const, params: { count: without.length, cell: firstWithout } }]),
    ...(firstFailed
      ? [{ code: 'FORMULA_ERROR' as const, params: { count: failed.length, ...firstFailed } }]
      : []),
  ];
}

export function conversionWarnings(columns: readonly ReadColumn[], rows: readonly RawRow[]): SheetWarning[] {
  const converted = columns.flatMap((column) => (column.converted === undefined ? [] : [column.converted]));
  const [first] = [...converted].sort((a, b) => b.cells - a.cells);
  if (first === undefined) return [];
  const left: { cell: string; value: string }[] = [];
  for (const { number, cells } of rows) {
    cells.forEach((cell, column) => {
      if (cell?.type === 'text' && cell.unconverted !== undefined)
        left.push({ cell: `${columnLetter(column)}${number}`, value: cell.unconverted });
    });
  }
  const [firstLeft] = left;
  return [
    {
      code: 'CONVERTED',
      params: {
        encoding: [...new Set(converted.map(({ encoding }) => encoding))].join(', '),
        count: converted.reduce((sum, { cells }) => sum + cells, 0),
        before: first.before,
        after: first.after,
      },
    },
    ...(firstLeft === undefined
      ? []
      : [{ code: 'UNCONVERTED' as const, params: { count: left.length, ...firstLeft } }]),
  ];
}
