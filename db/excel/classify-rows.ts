import type { RowClass } from '../contract/workbooks.ts';
import { isOneStretch, partOfRow } from '../domain/sheet-rows.ts';
import type { Header } from './find-header.ts';
import type { RawRow } from './raw-sheet.ts';
import { RowReader, type SectionTitle, type TableRoles } from './row-reader.ts';
import {
  isNumberingRow,
  isPageLine,
  isPlaceDate,
  isWhole,
  startsAsAmongThem,
  startsAsCarried,
  startsAsFoot,
  startsAsPageHead,
  startsAsRatio,
  startsAsTotal,
} from './row-shapes.ts';
import { filledColumns, type SheetGrid } from './sheet-grid.ts';
import { isCategory, unitOfTitle } from './unit-names.ts';
import { parseRating } from './values-ratings.ts';

export interface ClassifiedRow {
  number: number;
  class: RowClass;
  /** Name of the section that the row stands in. */
  section: string;
  raw: RawRow | null;
  /** Words of the level under which a row of the list stands: "Hoàn thành tốt nhiệm vụ"; '' when under none. */
  level: string;
  /** Of a section row only. */
  title: SectionTitle | null;
  /** Of a total row only: the text that names it. */
  label: string;
  /** A total row of "Trong đó" or "Tỷ lệ": it does not count all of the people. */
  isPart: boolean;
}

export interface Classification {
  rows: ClassifiedRow[];
  /** First row of each repeated header. */
  repeatedHeaders: number[];
  /** First row of another table below this one. */
  secondTable: number | null;
  /** Rows inside the merged cells of a person above, and the row of that person. */
  joined: Map<number, number>;
  /** Empty rows, also those of long gaps that `rows` leaves out. */
  blankRows: number;
}

/** A gap of thousands of empty rows is counted, not listed. */
const LISTED_GAP = 200;
/**
 * Gives every row below the header its class. What ends a table ends it only when no row of the list follows:
 * a signature block between two pages loses nobody.
 */
export function classifyRows(
  grid: SheetGrid,
  header: Header,
  roles: TableRoles,
  chosen: Readonly<Record<string, RowClass>> = {},
  read = new RowReader(grid, header, roles),
): Classification {
  const below = grid.sheet.rows.filter((row) => row.number > header.last);
  const secondTable = below.find((row) => read.startsTable(row))?.number ?? null;
  const lastStrong =
    below.findLast((row) => (secondTable === null || row.number < secondTable) && read.isStrongData(row))
      ?.number ?? 0;

  const rows: ClassifiedRow[] = [];
  const repeatedHeaders: number[] = [];
  const joined = new Map<number, number>();
  let blankRows = 0;
  let section = '';
  let level = '';
  let isNumberingNext = true;
  let isAmongThem = false;
  let inFoot = false;
  let previous = header.last;

  const classify = (row: RawRow): { class: RowClass; title?: SectionTitle; label?: string } => {
    if (secondTable !== null && row.number >= secondTable) return { class: 'foot' };
    const isStrong = read.isStrongData(row);
    if (!isStrong && (filledColumns(row, roles.formulasAreRows).length === 0 || read.isOnlyNumbered(row)))
      return { class: 'blank' };
    if (!isStrong && header.isRepeatedBy(row)) {
      if (rows.at(-1)?.class !== 'numbering') repeatedHeaders.push(row.number);
      isNumberingNext = true;
      inFoot = false;
      return { class: 'numbering' };
    }
    if (isNumberingNext && isNumberingRow(row, header)) return { class: 'numbering' };
    if (inFoot) return { class: 'foot' };
    const person = read.personAbove(row, header.last);
    if (person !== null && rows.findLast((above) => above.number === person)?.class === 'data') {
      joined.set(row.number, person);
      return { class: 'blank' };
    }
    if (isStrong || read.isUnit(row)) return { class: 'data' };
    const label = read.label(row);
    if (startsAsTotal(label)) {
      isAmongThem = startsAsAmongThem(label);
      return { class: 'total', label };
    }
    if (rows.at(-1)?.class === 'total' && !isWhole(read.rowNo(row)) && startsAsRatio(label))
      return { class: 'total', label };
    const texts = read.texts(row);
    if (new Set(texts).size === 1 && isPageLine(label)) return { class: 'foot' };
    if (texts.some(startsAsFoot) || texts.some(isPlaceDate) || startsAsPageHead(label)) {
      // It ends the table only when no row of the list comes after it.
      inFoot = row.number > lastStrong;
      return { class: 'foot' };
    }
    // "+ Dự bị: 1" may begin in the column of numbers.
    if (isAmongThem && rows.at(-1)?.class === 'total' && /^(?:$|[+*•–-])/.test(read.rowNo(row)))
      return { class: 'total', label };
    const title = read.section(row);
    if (title !== null) return { class: 'section', title };
    if (row.number < lastStrong) return { class: 'data' };
    if (read.isWeakData(row)) return { class: 'data' };
    inFoot = true;
    return { class: 'foot' };
  };

  for (const raw of below) {
    // A part of a folded list begins at the top again.
    const isBelow = isOneStretch(previous, raw.number);
    const gap = isBelow ? raw.number - previous - 1 : 0;
    if (!isBelow && partOfRow(raw.number) > 0) isNumberingNext = true;
    blankRows += gap;
    for (let number = previous + 1; number <= previous + Math.min(gap, LISTED_GAP); number += 1) {
      rows.push({
        number,
        class: 'blank',
        section: '',
        level: '',
        raw: null,
        title: null,
        label: '',
        isPart: false,
      });
    }
    const forced = chosen[raw.number];
    const found = forced === undefined ? classify(raw) : read.as(raw, forced);
    if (found.class === 'blank') blankRows += 1;
    if (found.class !== 'total') isAmongThem = false;
    if (found.class !== 'numbering' && found.class !== 'blank') isNumberingNext = false;
    if (found.title) {
      const { name } = found.title;
      // "Đảng viên dự bị" stands inside the unit above; "Đảng viên Chi bộ thôn Hạ" names one.
      section = isCategory(name) ? unitOfTitle(name) || section : name;
      if (parseRating(name).kind !== 'unknown')
        level = name.charAt(0).toUpperCase() + name.slice(1).toLowerCase();
    }
    rows.push({
      number: raw.number,
      class: found.class,
      section: found.class === 'data' || found.class === 'section' || found.class === 'total' ? section : '',
      level: found.class === 'data' ? level : '',
      raw,
      title: found.title ?? null,
      label: found.label ?? '',
      isPart:
        found.class === 'total' &&
        (isAmongThem || startsAsRatio(found.label ?? '') || startsAsCarried(found.label ?? '')),
    });
    previous = raw.number;
  }
  return { rows, repeatedHeaders, secondTable, joined, blankRows };
}
