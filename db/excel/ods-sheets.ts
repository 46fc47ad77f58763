import type { CellValue } from '../contract/workbooks.ts';
import { EncryptedFileError } from './encrypted-file.ts';
import { attribute, countAttribute, markupTokens } from './markup.ts';
import { oldFontOf } from './old-fonts.ts';
import {
  FORMULA_WITHOUT_VALUE,
  type Merge,
  type OldFont,
  type RawRow,
  type RawSheet,
  type RawWorkbook,
  textCell,
} from './raw-sheet.ts';
import type { ReadGuard } from './read-guard.ts';
import { dayToSerial } from './values-dates.ts';
import { DamagedZipError, unzipText, type ZipEntry } from './zip-archive.ts';

const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;
const CHECK_EVERY = 5000;

/** What the styles of a file say of cells and sheets. */
interface Styles {
  fonts: Map<string, OldFont>;
  hiddenTables: Set<string>;
}

/**
 * Reads an .ods spreadsheet part by part, so that a cell repeated a million times costs what it holds. Formulas give
 * the values that were saved with them; comments, shapes, links and macros stay unread.
 */
export async function readOds(
  file: Uint8Array,
  entries: readonly ZipEntry[],
  guard: ReadGuard,
): Promise<RawWorkbook> {
  const part = async (name: string): Promise<string> => {
    const entry = entries.find((candidate) => candidate.name === name);
    if (entry === undefined) return '';
    guard.expect(entry.size);
    let text = '';
    for await (const chunk of unzipText(file, entry)) {
      text += chunk;
      guard.read(chunk.length);
    }
    return text;
  };
  const manifest = await part('META-INF/manifest.xml');
  if (manifest.includes('encryption-data')) throw new EncryptedFileError('parts are encrypted');
  const styleText = await part('styles.xml');
  const content = await part('content.xml');
  if (!/<\/(?:\w+:)?document-content>\s*$/.test(content)) throw new DamagedZipError('content.xml has no end');
  const styles = readStyles(styleText, content);
  const marks = pageMarks(styleText);
  return { sheets: readTables(content, styles, guard).map((sheet) => ({ ...sheet, pageMarks: marks })) };
}

function readStyles(...parts: string[]): Styles {
  const fonts = new Map<string, OldFont>();
  const families = new Map<string, string>();
  const hiddenTables = new Set<string>();
  for (const part of parts) {
    let style: string | null = null;
    for (const token of markupTokens(part)) {
      if (token.kind !== 'open') continue;
      const { name, attributes } = token;
      if (name === 'office:body') break;
      if (name === 'style:font-face') {
        families.set(
          attribute(attributes, 'style:name') ?? '',
          attribute(attributes, 'svg:font-family') ?? '',
        );
      } else if (name === 'style:style') {
        style = attribute(attributes, 'style:name');
        const parent = fonts.get(attribute(attributes, 'style:parent-style-name') ?? '');
        if (style !== null && parent !== undefined) fonts.set(style, parent);
      } else if (name === 'style:text-properties' && style !== null) {
        const named = attribute(attributes, 'style:font-name');
        const family =
          attribute(attributes, 'fo:font-family') ?? (named === null ? null : (families.get(named) ?? named));
        const font = oldFontOf(family?.replace(/['"]/g, ''));
        if (font !== null) fonts.set(style, font);
        else if (family !== null) fonts.delete(style);
      } else if (name === 'style:table-properties' && attribute(attributes, 'table:display') === 'false') {
        if (style !== null) hiddenTables.add(style);
      }
    }
  }
  return { fonts, hiddenTables };
}

/** Texts of the printed page's head and foot. */
function pageMarks(styleText: string): string[] {
  const marks: string[] = [];
  let inside = 0;
  for (const token of markupTokens(styleText)) {
    if (token.kind === 'text') {
      if (inside > 0 && token.text.trim() !== '') marks.push(token.text);
    } else if (/^style:(?:header|footer)(?:-left|-first)?$/.test(token.name)) {
      if (token.kind === 'close') inside -= 1;
      else if (!token.empty) inside += 1;
    }
  }
  return marks;
}

interface OpenCell {
  attributes: string;
  text: string;
  paragraphs: number;
  font: OldFont | null;
}

function readTables(content: string, styles: Styles, guard: ReadGuard): RawSheet[] {
  const sheets: RawSheet[] = [];
  let sheet: (RawSheet & { hiddenColumns: Set<number> }) | null = null;
  let row: RawRow | null = null;
  let rowNumber = 0;
  let rowTimes = 1;
  let column = 0;
  let columnAt = 0;
  let columnFonts: { from: number; to: number; style: string }[] = [];
  let cell: OpenCell | null = null;
  let merges: Merge[] = [];
  let skipped = 0;
  let spans: (OldFont | null)[] = [];
  let seen = 0;

  const endRow = (): void => {
    if (row !== null && sheet !== null) {
      const held = row.cells.filter((value) => value !== undefined).length;
      const times = held === 0 ? 0 : rowTimes;
      guard.cells(held * times);
      for (let time = 0; time < times; time += 1) sheet.rows.push({ ...row, number: rowNumber + time });
    }
    rowNumber += rowTimes;
    row = null;
  };
  const endCell = (): void => {
    if (cell === null || row === null) return;
    const { attributes } = cell;
    const times = countAttribute(attributes, 'table:number-columns-repeated', LAST_COLUMN);
    const value = cellOf(attributes, cell.text);
    const wide = countAttribute(attributes, 'table:number-columns-spanned', LAST_COLUMN);
    const high = countAttribute(attributes, 'table:number-rows-spanned', LAST_ROW);
    if (wide > 1 || high > 1) {
      merges.push({ top: rowNumber, left: column, bottom: rowNumber + high - 1, right: column + wide - 1 });
    }
    if (value !== undefined) {
      for (let at = column; at < Math.min(column + times, LAST_COLUMN); at += 1) {
        row.cells[at] = value;
        if (cell.font !== null && value.type === 'text') {
          row.oldFonts ??= [];
          row.oldFonts[at] = cell.font;
        }
      }
    }
    column += times;
    cell = null;
  };
  const fontOf = (style: string | null): OldFont | null =>
    style === null ? null : (styles.fonts.get(style) ?? null);

  for (const token of markupTokens(content)) {
    seen += 1;
    if (seen % CHECK_EVERY === 0) guard.checkTime();
    if (token.kind === 'text') {
      if (cell !== null && skipped === 0 && cell.paragraphs > 0) {
        const run = spans.findLast((font) => font !== null) ?? null;
        if (run !== null && token.text.trim() !== '') cell.font = run;
        cell.text += token.text;
      }
      continue;
    }
    const { name } = token;
    const isOpen = token.kind === 'open';
    const attributes = isOpen ? token.attributes : '';
    const isWhole = isOpen && token.empty;
    // Comments, shapes and changes that were tracked hold text that no cell shows.
    if (
      name === 'office:annotation' ||
      name === 'table:shapes' ||
      name === 'draw:frame' ||
      name === 'table:tracked-changes'
    ) {
      if (!isWhole) skipped += isOpen ? 1 : -1;
      continue;
    }
    if (skipped > 0) continue;
    switch (name) {
      case 'table:table':
        if (isOpen) {
          merges = [];
          columnFonts = [];
          rowNumber = 1;
          columnAt = 0;
          sheet = {
            name: attribute(attributes, 'table:name') ?? `Sheet${sheets.length + 1}`,
            hidden: styles.hiddenTables.has(attribute(attributes, 'table:style-name') ?? ''),
            rows: [],
            merges,
            hiddenColumns: new Set(),
            pageMarks: [],
          };
          sheets.push(sheet);
        } else sheet = null;
        break;
      case 'table:table-column': {
        if (!isOpen || sheet === null) break;
        const times = countAttribute(attributes, 'table:number-columns-repeated', LAST_COLUMN);
        const isHidden = isCollapsed(attributes);
        for (let at = columnAt; isHidden && at < Math.min(columnAt + times, LAST_COLUMN); at += 1)
          sheet.hiddenColumns.add(at);
        const style = attribute(attributes, 'table:default-cell-style-name');
        if (style !== null && styles.fonts.has(style))
          columnFonts.push({ from: columnAt, to: columnAt + times - 1, style });
        columnAt += times;
        break;
      }
      case 'table:table-row':
        if (!isOpen) {
          endRow();
          break;
        }
        rowTimes = countAttribute(attributes, 'table:number-rows-repeated', LAST_ROW);
        row = { number: rowNumber, hidden: isCollapsed(attributes), cells: [] };
        column = 0;
        if (isWhole) endRow();
        break;
      case 'table:table-cell':
      case 'table:covered-table-cell': {
        if (!isOpen) {
          endCell();
          break;
        }
        const style =
          attribute(attributes, 'table:style-name') ??
          columnFonts.find(({ from, to }) => column >= from && column <= to)?.style ??
          null;
        cell = { attributes, text: '', paragraphs: 0, font: fontOf(style) };
        spans = [];
        if (isWhole) endCell();
        break;
      }
      case 'text:p':
        if (cell !== null && isOpen) {
          if (cell.paragraphs > 0) cell.text += '\n';
          cell.paragraphs += 1;
        }
        break;
      case 'text:span':
        if (isOpen && !isWhole) spans.push(fontOf(attribute(attributes, 'text:style-name')));
        else if (!isOpen) spans.pop();
        break;
      case 'text:s':
        if (cell !== null && isOpen) cell.text += ' '.repeat(countAttribute(attributes, 'text:c', 100));
        break;
      case 'text:tab':
        if (cell !== null && isOpen) cell.text += ' ';
        break;
      case 'text:line-break':
        if (cell !== null && isOpen) cell.text += '\n';
        break;
    }
  }
  return sheets;
}

const isCollapsed = (attributes: string): boolean =>
  ['collapse', 'filter'].includes(attribute(attributes, 'table:visibility') ?? '');

const ISO_DAY = /^(\d{4}-\d{2}-\d{2})/;

function cellOf(attributes: string, text: string): CellValue | undefined {
  if (attribute(attributes, 'calcext:value-type') === 'error')
    return { type: 'error', text: text.trim() || '#VALUE!' };
  switch (attribute(attributes, 'office:value-type')) {
    case 'float':
    case 'percentage':
    case 'currency': {
      const number = Number(attribute(attributes, 'office:value'));
      // An ID kept as a number of twelve places shows its zeros in the text only.
      if (/^0\d{5,}$/.test(text) && Number(text) === number) return { type: 'text', text };
      return Number.isFinite(number) ? { type: 'number', number } : { type: 'error', text: '#NUM!' };
    }
    case 'date': {
      const day = ISO_DAY.exec(attribute(attributes, 'office:date-value') ?? '')?.[1];
      const serial = day === undefined ? null : dayToSerial(day);
      return serial === null ? textCell(text) : { type: 'date', serial };
    }
    case 'boolean':
      return { type: 'boolean', value: attribute(attributes, 'office:boolean-value') === 'true' };
    case 'string':
      return textCell(text || (attribute(attributes, 'office:string-value') ?? ''));
    case null:
      return text === '' && attribute(attributes, 'table:formula') !== null
        ? FORMULA_WITHOUT_VALUE
        : textCell(text);
    default:
      return textCell(text);
  }
}
