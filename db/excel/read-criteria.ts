import type { CriteriaReading } from '../contract/criteria.ts';
import { criteriaFaults, criteriaText } from '../contract/vi/criteria.ts';
import { formatHundredths } from '../contract/vi/numbers.ts';
import type { CellValue } from '../contract/workbooks.ts';
import { foldForSearch } from '../domain/names.ts';
import { parseScore } from '../domain/rating-bands.ts';
import type { ScorePart } from '../domain/rule-packs.ts';
import type { RawSheet } from './raw-sheet.ts';
import { SheetGrid, shownText } from './sheet-grid.ts';

const HEADER_WITHIN = 60;
const MOST_CRITERIA = 300;
const LONGEST = 1000;

/** Folded titles; of several columns with points, the first pattern that one of them meets decides. */
const contentTitle = /tieu chi|noi dung/;
const numberTitle = /^(stt|tt|so tt)$/;
const pointTitles = [/diem toi da/, /diem chuan/, /thang diem/, /^(so )?diem$/];

const sectionMark = /^(?:phan )?(?:[ivx]{1,5}|[a-h])(?:[.):/-]|$)/;
const totalLine = /^(tong|cong)\b/;
const pointsInText = /\(\D*(\d{1,3}(?:[.,]\d{1,2})?)\s*diem\D*\)/;

/** Small letters without marks; unlike the folding for search it keeps commas, dots and brackets. */
const plain = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('\u0111', 'd');

interface Header {
  row: number;
  number: number | null;
  content: number;
  points: number;
}

/** Titles in one row; else those of two, such as "Điểm" above "Điểm tối đa | Tự chấm". */
const findHeader = (grid: SheetGrid): Header | null => headerWith(grid, 0) ?? headerWith(grid, 1);

function headerWith(grid: SheetGrid, pointsBelow: 0 | 1): Header | null {
  const titlesAt = (row: number) =>
    Array.from(grid.row(row)?.cells ?? [], (cell) => foldForSearch(shownText(cell)));
  for (const { number: row } of grid.sheet.rows.slice(0, HEADER_WITHIN)) {
    const titles = titlesAt(row);
    const content = titles.findIndex((title) => contentTitle.test(title));
    if (content < 0) continue;
    const number = titles.findIndex((title) => numberTitle.test(title));
    const at = row + pointsBelow;
    for (const pattern of pointTitles) {
      const points = titlesAt(at).findIndex((title, column) => column !== content && pattern.test(title));
      if (points >= 0) return { row: at, number: number < 0 ? null : number, content, points };
    }
  }
  return null;
}

type Points =
  | { is: 'none' }
  | { is: 'points'; hundredths: number }
  | { is: 'date' }
  | { is: 'text'; text: string };

function pointsOf(cell: CellValue | undefined): Points {
  if (cell?.type === 'date') return { is: 'date' };
  if (cell?.type === 'error') return { is: 'text', text: cell.text || '?' };
  const text = shownText(cell);
  if (text === '') return { is: 'none' };
  // A number of the file may carry the noise of binary fractions: 0,1 + 0,2.
  const typed =
    cell?.type === 'number'
      ? Math.abs(cell.number * 100 - Math.round(cell.number * 100)) < 1e-6
        ? String(Math.round(cell.number * 100) / 100)
        : text
      : plain(text)
          .replace(/^toi da\s*/, '')
          .replace(/\s*(diem|d)$/, '');
  const hundredths = parseScore(typed);
  return hundredths === null ? { is: 'text', text } : { is: 'points', hundredths };
}

interface Line {
  row: number;
  mark: string;
  text: string;
  points: Points;
}
type Section = CriteriaReading['sections'][number];

/** A row that names a part: by a Roman number or capital letter, in the first column or before its title. */
function isSection({ mark, text }: Line): boolean {
  const written = mark === '' ? text : mark;
  return sectionMark.test(plain(written)) && written[0] !== written[0]?.toLowerCase();
}

/** Part of a section: the one whose maximum it writes, or whose title it holds; null when neither is clear. */
function partOf({ text, points }: Line, parts: readonly ScorePart[]): string | null {
  const folded = foldForSearch(text);
  const written = parseScore(pointsInText.exec(plain(text))?.[1] ?? '');
  const most = points.is === 'points' ? points.hundredths : written;
  const byPoints = parts.filter(({ maxHundredths }) => maxHundredths === most);
  if (byPoints.length === 1) return byPoints[0]?.id ?? null;
  const byTitle = parts.filter(({ title }) => folded.includes(foldForSearch(title)));
  return byTitle.length === 1 ? (byTitle[0]?.id ?? null) : null;
}

/**
 * Reads a sheet as a table of criteria. Numbering, totals, blank and hidden rows are left out; a row "1" above "1.1"
 * is a heading whose points are those of its rows. A table of several parts names them in section rows; where there are
 * none, the part whose maximum is the sum is taken, or the person chooses.
 * @param chosen part by the row of a section, over what was recognised
 */
export function readCriteria(
  sheet: RawSheet,
  parts: readonly ScorePart[],
  chosen: Readonly<Record<string, string>>,
): CriteriaReading {
  const none: CriteriaReading = {
    parts: parts.map(({ id, title }) => ({ id, title })),
    sections: [],
    criteria: [],
    sums: [],
    faults: [],
  };
  if (parts.length === 0) return { ...none, faults: [criteriaFaults.noScoring()] };
  const grid = new SheetGrid(sheet);
  const header = findHeader(grid);
  if (!header) return { ...none, faults: [criteriaFaults.noHeader()] };
  const lines = linesOf(grid, header);
  const known = (id: string | undefined) => parts.find((part) => part.id === id)?.id;

  const faults: string[] = [];
  const sections: Section[] = [];
  const criteria: (CriteriaReading['criteria'][number] & { section: number })[] = [];
  const headings: { line: Line; from: number }[] = [];
  lines.forEach((line, index) => {
    const { row, mark, text, points } = line;
    if (isSection(line)) {
      sections.push({ row, title: text || mark, partId: known(chosen[row]) ?? partOf(line, parts) });
      return;
    }
    if (mark !== '' && (lines[index + 1]?.mark ?? '').startsWith(`${mark}.`)) {
      headings.push({ line, from: criteria.length });
      return;
    }
    if (points.is === 'text') faults.push(criteriaFaults.pointsNotNumber(row, points.text));
    else if (points.is === 'date') faults.push(criteriaFaults.pointsIsDate(row));
    else if (points.is === 'none') {
      if (mark !== '') faults.push(criteriaFaults.pointsMissing(row));
    } else if (text === '') faults.push(criteriaFaults.textMissing(row));
    else if (text.length > LONGEST) faults.push(criteriaFaults.textTooLong(row));
    else
      criteria.push({
        row,
        text,
        partId: null,
        maxHundredths: points.hundredths,
        section: sections.at(-1)?.row ?? 0,
      });
  });
  for (const { line, from } of headings) {
    if (line.points.is !== 'points') continue;
    const below = lines.filter(({ mark }) => mark.startsWith(`${line.mark}.`)).map(({ row }) => row);
    const end = lines.find(({ row, mark }) => row > line.row && !mark.startsWith(`${line.mark}.`))?.row;
    const sum = sumOf(
      criteria.slice(from).filter(({ row }) => below.includes(row) && (end === undefined || row < end)),
    );
    if (sum !== line.points.hundredths)
      faults.push(
        criteriaFaults.groupSum(line.row, formatHundredths(sum), formatHundredths(line.points.hundredths)),
      );
  }
  if (criteria.length === 0 && faults.length === 0) faults.push(criteriaFaults.noCriteria());
  if (criteria.length > MOST_CRITERIA) faults.push(criteriaFaults.tooMany(MOST_CRITERIA));

  const outside = criteria.filter(({ section }) => section === 0);
  if (outside.length > 0) {
    const fitting = parts.filter(({ maxHundredths }) => maxHundredths === sumOf(outside));
    const bySum = fitting.length === 1 ? fitting[0]?.id : undefined;
    sections.unshift({ row: 0, title: criteriaText.whole, partId: known(chosen[0]) ?? bySum ?? null });
  }
  const used = sections.filter(({ row }) => criteria.some(({ section }) => section === row));
  for (const { title, partId } of used) if (partId === null) faults.push(criteriaFaults.partUnknown(title));
  const placed = criteria.map(({ section, ...one }) => ({
    ...one,
    partId: used.find(({ row }) => row === section)?.partId ?? null,
  }));
  const sums = parts.flatMap(({ id, title, maxHundredths }) => {
    const own = placed.filter(({ partId }) => partId === id);
    return own.length === 0 ? [] : [{ partId: id, title, sumHundredths: sumOf(own), maxHundredths }];
  });
  for (const { title, sumHundredths, maxHundredths } of sums) {
    if (sumHundredths === maxHundredths) continue;
    const say = sumHundredths > maxHundredths ? criteriaFaults.tooMuch : criteriaFaults.tooLittle;
    faults.push(say(title, formatHundredths(sumHundredths), formatHundredths(maxHundredths)));
  }
  return { ...none, sections: used, criteria: placed, sums, faults };
}

const sumOf = (list: readonly { maxHundredths: number }[]): number =>
  list.reduce((sum, one) => sum + one.maxHundredths, 0);

/** The rows below the titles that say something. */
function linesOf(grid: SheetGrid, header: Header): Line[] {
  const lines: Line[] = [];
  for (const { number: row, cells, hidden } of grid.sheet.rows) {
    if (row <= header.row || hidden) continue;
    // A cell's own value: points merged over several rows are given once.
    const content = shownText(cells[header.content]);
    const number = header.number === null ? '' : shownText(cells[header.number]);
    // A section may be merged from the first column over the whole table.
    const startsInNumber = content === '' && /\p{L}{2}/u.test(number) && number.length > 5;
    const text = startsInNumber ? number : content;
    const mark = startsInNumber ? '' : number.replace(/[.)]+$/, '');
    const points = pointsOf(cells[header.points]);
    if (text === '' && points.is === 'none') continue;
    const isNumbering = /^\(?\d{1,2}\)?$/.test(text);
    if (isNumbering || totalLine.test(plain(text || number))) continue;
    lines.push({ row, mark, text, points });
  }
  return lines;
}
