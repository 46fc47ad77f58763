import type { CellValue, OldFontConversion } from '../contract/workbooks.ts';
import { convertOldText, isAscii, isUnicodeVietnamese, looksOld } from './old-fonts.ts';
import type { OldFont, OldFontText, RawRow, RawSheet } from './raw-sheet.ts';
import { countSyllables } from './syllables.ts';

type TextCell = Extract<CellValue, { type: 'text' }>;
interface Place {
  row: RawRow;
  cell: TextCell;
  font: OldFontText | undefined;
}

/** Of the words with marks, so many must become syllables. */
const ENOUGH = 0.7;
/** A column of fewer such words goes with the sheet. */
const FEWEST_WORDS = 3;

/**
 * Turns the texts of old fonts into Unicode, in place: by the font of each cell or run first; where the font was
 * lost by the letters of the column. Plain ASCII and what is Unicode already stay as they are.
 */
export function convertOldFonts(sheet: RawSheet): void {
  const isMarked = sheet.rows.some((row) => row.oldFonts !== undefined);
  if (
    !isMarked &&
    !sheet.rows.some((row) => row.cells.some((cell) => cell?.type === 'text' && looksOld(cell.text)))
  )
    return;
  const columns = placesByColumn(sheet);
  const bySheet = encodingOfLetters([...columns.values()].flat());
  const conversions = new Map<number, OldFontConversion>();
  for (const [column, places] of columns) {
    const found = convertColumn(column, places, bySheet);
    if (found !== null) conversions.set(column, found);
  }
  for (const row of sheet.rows) row.oldFonts = undefined;
  sheet.conversions = conversions;
}

function placesByColumn(sheet: RawSheet): Map<number, Place[]> {
  const columns = new Map<number, Place[]>();
  for (const row of sheet.rows) {
    row.cells.forEach((cell, column) => {
      if (cell?.type !== 'text') return;
      const place = { row, cell, font: row.oldFonts?.[column] };
      const list = columns.get(column);
      if (list) list.push(place);
      else columns.set(column, [place]);
    });
  }
  return columns;
}

/** The encoding that turns most words of the unmarked cells into syllables; null when they are well as they stand. */
function encodingOfLetters(places: readonly Place[]): { font: OldFont; words: number } | null {
  const texts = places
    .filter(({ cell, font }) => font === undefined && !isAscii(cell.text) && !isUnicodeVietnamese(cell.text))
    .map(({ cell }) => cell.text);
  if (!texts.some(looksOld)) return null;
  const asIs = countAll(texts);
  const candidates = (['TCVN3', 'VNI'] as const).map((font) => ({
    font,
    ...countAll(texts.map((text) => convertOldText(text, font).text)),
  }));
  const best = candidates.reduce((a, b) => (b.syllables > a.syllables ? b : a));
  const isBetter = best.syllables > asIs.syllables && best.syllables >= asIs.words * ENOUGH;
  return isBetter ? { font: best.font, words: asIs.words } : null;
}

function countAll(texts: readonly string[]): { words: number; syllables: number } {
  const sum = { words: 0, syllables: 0 };
  for (const text of texts) {
    const { words, syllables } = countSyllables(text);
    sum.words += words;
    sum.syllables += syllables;
  }
  return sum;
}

function convertColumn(
  column: number,
  places: readonly Place[],
  bySheet: { font: OldFont; words: number } | null,
): OldFontConversion | null {
  const marked = places.filter(({ font }) => font !== undefined);
  // Someone put an old font on Unicode text: its Latin letters are Unicode too.
  const isUnicode =
    marked.some(({ cell }) => isUnicodeVietnamese(cell.text)) &&
    !marked.some(({ cell }) => looksOld(cell.text));
  const own = encodingOfLetters(places);
  const letters = own !== null && own.words >= FEWEST_WORDS ? own : bySheet;
  const done: { encoding: 'TCVN3' | 'VNI'; by: 'font' | 'letters'; before: string; after: string }[] = [];
  for (const { row, cell, font } of places) {
    const by = font === undefined ? ('letters' as const) : ('font' as const);
    const used =
      font ?? (letters !== null && isOldByLetters(cell.text, letters.font) ? letters.font : undefined);
    if (used === undefined) continue;
    const after = convertCell(cell.text, used, isUnicode);
    if (after === null || after.text === cell.text) continue;
    row.cells[column] = {
      type: 'text',
      text: after.text,
      ...(after.unconverted === '' ? {} : { unconverted: after.unconverted }),
    };
    if (isAscii(cell.text)) continue;
    done.push({ encoding: encodingOf(used), by, before: cell.text, after: after.text });
  }
  const sample = done[Math.floor(done.length / 2)];
  return sample === undefined ? null : { ...sample, cells: done.length };
}

const encodingOf = (font: OldFontText): 'TCVN3' | 'VNI' =>
  (typeof font === 'string' ? font : font.find((run) => run.font !== null)?.font) === 'VNI' ? 'VNI' : 'TCVN3';

/** A cell of a column in an old encoding, unless it reads better as it stands. */
function isOldByLetters(text: string, font: OldFont): boolean {
  if (isAscii(text) || isUnicodeVietnamese(text)) return false;
  if (looksOld(text)) return true;
  return countSyllables(convertOldText(text, font).text).syllables >= countSyllables(text).syllables;
}

function convertCell(
  text: string,
  font: OldFontText,
  isUnicode: boolean,
): { text: string; unconverted: string } | null {
  if (typeof font !== 'string') {
    const runs = font.map((run) =>
      run.font === null
        ? { text: run.text, unconverted: '' }
        : (convertCell(run.text, run.font, isUnicode) ?? { text: run.text, unconverted: '' }),
    );
    return {
      text: runs.map((run) => run.text).join(''),
      unconverted: runs.map((run) => run.unconverted).join(''),
    };
  }
  if (isUnicode || isUnicodeVietnamese(text)) return null;
  return convertOldText(text, font);
}
