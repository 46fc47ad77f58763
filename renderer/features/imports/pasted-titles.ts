import { columnFieldLabels } from '../../../db/contract/vi/imports.ts';
import type { ColumnField } from '../../../db/contract/workbooks.ts';
import { foldForSearch } from '../../../db/domain/names.ts';

/** Rows of cells of a pasted text: tabs between cells, quotes around cells that hold tabs or line breaks. */
export function pastedCells(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  const endCell = () => {
    row.push(cell);
    cell = '';
  };
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (quoted) {
      if (char !== '"') cell += char;
      else if (text.charAt(at + 1) === '"') {
        cell += char;
        at += 1;
      } else quoted = false;
    } else if (char === '"' && cell === '') quoted = true;
    else if (char === '\t') endCell();
    else if (char === '\n') {
      endCell();
      rows.push(row);
      row = [];
    } else if (char !== '\r') cell += char;
  }
  if (cell !== '' || row.length > 0) {
    endCell();
    rows.push(row);
  }
  return rows;
}

const DATE = /^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}$|^\d{1,2}[./-]\d{4}$|^(?:19|20)\d{2}$/;
const CITIZEN_ID = /^'?\d{9,12}$/;
const CARD = /^\d{2}[.\s]?\d{6}$/;
const UNIT = /^(?:chi bo|dang bo|dang uy|dang ui|cb) /;
const RATING = /^(?:hoan thanh|khong hoan thanh|htxs|htt|htnv|xuat sac|ht$|kht)/;
const NAME = /^\p{L}+(?: \p{L}+){1,6}$/u;

const shapes: readonly [ColumnField, (cell: string) => boolean][] = [
  ['gender', (cell) => ['nam', 'nu'].includes(foldForSearch(cell))],
  ['organization', (cell) => UNIT.test(foldForSearch(cell))],
  ['ratingDecided', (cell) => RATING.test(foldForSearch(cell))],
  ['partyCardNo', (cell) => CARD.test(cell)],
  ['citizenId', (cell) => CITIZEN_ID.test(cell)],
  ['birthDate', (cell) => DATE.test(cell)],
  ['signed', (cell) => /^x$/i.test(cell)],
  ['rowNo', (cell) => /^\d{1,4}$/.test(cell)],
  ['fullName', (cell) => NAME.test(cell)],
];
/** The days of a person in the order of forms. */
const personDays: readonly ColumnField[] = ['birthDate', 'admittedOn', 'fullMemberOn'];
/** What a day or a mark is on the list that they are pasted onto: the pledges know one day, that of the signature. */
const isPledges = (listColumns: readonly string[]): boolean => listColumns.includes(columnFieldLabels.signed);
const daysOn = (listColumns: readonly string[]): readonly ColumnField[] =>
  isPledges(listColumns) ? ['signedOn'] : personDays;
/** A header has three known titles at least; empty columns of these make one of fewer. */
const fillers: readonly ColumnField[] = ['fullName', 'note', 'birthDate', 'partyCardNo'];
const LEAST_TITLES = 3;

/** What most cells of a column look like; null when they look like nothing known. */
function shapeOf(cells: readonly string[], listColumns: readonly string[]): ColumnField | null {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  if (filled.length === 0) return null;
  const found = shapes.find(
    ([field, fits]) =>
      (field !== 'signed' || isPledges(listColumns)) && filled.filter(fits).length * 2 > filled.length,
  );
  return found?.[0] ?? null;
}

/**
 * Titles for cells that were pasted without a header: those of the list's own columns when there are as many and the
 * names stand where the list has them, else by what the cells look like. The person confirms them in the next step.
 */
export function pastedTitles(rows: readonly (readonly string[])[], listColumns: readonly string[]): string[] {
  const width = Math.max(...rows.map((row) => row.length));
  const shaped = Array.from({ length: width }, (_, column) =>
    shapeOf(
      rows.map((row) => row[column] ?? ''),
      listColumns,
    ),
  );
  const titles = titlesOfList(shaped, listColumns) ?? titlesByShape(shaped, daysOn(listColumns));
  // A sheet is one of signatures by its mark; days alone say it as well, so that column stands empty.
  if (titles.includes(columnFieldLabels.signedOn) && !titles.includes(columnFieldLabels.signed))
    titles.push(columnFieldLabels.signed);
  for (const field of fillers) {
    if (titles.filter((title) => title !== '').length >= LEAST_TITLES) break;
    if (!titles.includes(columnFieldLabels[field])) titles.push(columnFieldLabels[field]);
  }
  return titles;
}

/** The list's own titles, laid so that the names meet; null when a column looks like something else. */
function titlesOfList(
  shaped: readonly (ColumnField | null)[],
  listColumns: readonly string[],
): string[] | null {
  const nameAt = shaped.indexOf('fullName');
  const from = listColumns.indexOf(columnFieldLabels.fullName) - nameAt;
  const own = listColumns.slice(from, from + shaped.length);
  if (nameAt < 0 || from < 0 || own.length < shaped.length) return null;
  const agrees = shaped.every((shape, column) => {
    if (shape === null || shape === 'fullName' || shape === 'rowNo') return true;
    const fields = shape === 'birthDate' ? daysOn(listColumns) : [shape];
    return fields.some((field) => own[column] === columnFieldLabels[field]);
  });
  return agrees ? own : null;
}

function titlesByShape(shaped: readonly (ColumnField | null)[], days: readonly ColumnField[]): string[] {
  const used = new Set<ColumnField>();
  return shaped.map((shape) => {
    const field = shape === 'birthDate' ? days.find((day) => !used.has(day)) : shape;
    if (field === undefined || field === null || used.has(field)) return '';
    used.add(field);
    return columnFieldLabels[field];
  });
}

const quoted = (cell: string): string => (/[\t\n"]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell);

/** The cells under a first row of titles, every row as wide, as text that a spreadsheet could have copied. */
export function withTitles(titles: readonly string[], rows: readonly (readonly string[])[]): string {
  const wide = rows.map((row) => [
    ...row,
    ...Array<string>(Math.max(0, titles.length - row.length)).fill(''),
  ]);
  return [titles, ...wide].map((row) => row.map(quoted).join('\t')).join('\r\n');
}
