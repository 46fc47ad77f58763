import { datePartWords, middleNameTitles } from '../contract/vi/sheet-titles.ts';
import type { CellValue } from '../contract/workbooks.ts';
import type { ColumnSamples } from './column-samples.ts';
import type { MatchedColumn } from './match-columns.ts';
import { matchTitle } from './match-title.ts';
import { shownText } from './sheet-grid.ts';
import { titleKey } from './title-keys.ts';

/** A value that a sheet spreads over columns side by side: its first column is read for all of them. */
export interface PartColumns {
  column: number;
  parts: readonly number[];
  kind: 'date' | 'name';
}

const dateFields: ReadonlySet<unknown> = new Set([
  'birthDate',
  'birthDateMale',
  'birthDateFemale',
  'admittedOn',
  'fullMemberOn',
]);
const dateParts = datePartWords.map(titleKey);
const middleNames = new Set(middleNameTitles.map(titleKey));

interface DatePart {
  /** 0 day, 1 month, 2 year. */
  order: number;
  /** The titles above and what its own says beside the part: of one date these are the same. */
  of: string;
}

function datePartOf({ levels }: MatchedColumn): DatePart | null {
  const [first = '', ...rest] = titleKey(levels.at(-1) ?? '').split(' ');
  const order = dateParts.indexOf(first);
  if (order < 0 || (rest.length === 0 && levels.length < 2)) return null;
  return { order, of: [...levels.slice(0, -1).map(titleKey), rest.join(' ')].join(' / ') };
}

/** Which day "Ngày | Tháng | Năm" make up: by the title over them, or by the first one's own. */
function dateMeaning(first: MatchedColumn) {
  const above = first.levels.slice(0, -1);
  const meaning = matchTitle(above)?.meaning ?? matchTitle(first.levels)?.meaning ?? null;
  if (meaning === 'probationary') return 'admittedOn';
  return meaning === 'official' ? 'fullMemberOn' : meaning;
}

/**
 * Finds a day in columns of its day, month and year ("Ngày sinh" over "Ngày | Tháng | Năm"), and middle names in a
 * column between the family and the given name; the first column takes the meaning of the whole.
 */
export function joinParts(columns: MatchedColumn[], samples: ColumnSamples): void {
  for (let at = 0; at < columns.length; at += 1) {
    const first = columns[at];
    if (first === undefined) continue;
    const beside = columns
      .slice(at, at + dateParts.length)
      .filter((column, index) => column.column === first.column + index);
    if (first.meaning === 'familyMiddleName' && beside[1] !== undefined) {
      const [, middle, given] = beside;
      const isMiddle = middleNames.has(titleKey(middle.levels.at(-1) ?? ''));
      if (isMiddle && given?.meaning === 'givenName') join(first, [middle], 'name');
      continue;
    }
    const own = datePartOf(first);
    if (own === null || own.order === 2 || samples.mostly(first.column, 'date')) continue;
    const parts = beside.slice(1, 3 - own.order);
    const isWhole =
      parts.length === 2 - own.order &&
      parts.every((part, index) => {
        const other = datePartOf(part);
        return other !== null && other.of === own.of && other.order === own.order + index + 1;
      });
    const meaning = isWhole ? dateMeaning(first) : null;
    if (!dateFields.has(meaning)) continue;
    first.meaning = meaning;
    first.certainty = Math.max(first.certainty, 2);
    join(first, parts, 'date');
  }
}

function join(first: MatchedColumn, parts: readonly MatchedColumn[], kind: PartColumns['kind']): void {
  first.joins = { column: first.column, parts: parts.map(({ column }) => column), kind };
  for (const part of parts) {
    part.meaning = 'known';
    part.isPart = true;
  }
}

/** What is still read so, after the person gave columns another field. */
export const partColumns = (columns: readonly MatchedColumn[]): PartColumns[] =>
  columns.flatMap(({ joins, meaning }) => {
    if (joins === undefined) return [];
    const isKept = joins.kind === 'date' ? dateFields.has(meaning) : meaning === 'familyMiddleName';
    const areFree = columns.every(({ column, meaning: other }) => {
      return !joins.parts.includes(column) || other === 'known';
    });
    return isKept && areFree ? [joins] : [];
  });

/** The whole value of a row, for the first of its columns; undefined where that one holds the whole already. */
export function joinedValue(
  { column, parts, kind }: PartColumns,
  cells: readonly (CellValue | undefined)[],
): CellValue | undefined {
  const [own = '', ...others] = [column, ...parts].map((each) => shownText(cells[each]));
  if (kind === 'name') {
    const isWhole = others.every((text) => text === '' || own.endsWith(` ${text}`));
    return isWhole ? undefined : { type: 'text', text: [own, ...others].filter(Boolean).join(' ') };
  }
  if (!/^\d{0,2}$/.test(own)) return undefined;
  const written = [own, ...others];
  const filled = written.findIndex((text) => text !== '');
  if (filled < 0) return undefined;
  // A day without its month stays unreadable: it is not guessed.
  return { type: 'text', text: written.slice(filled).join('/') };
}
