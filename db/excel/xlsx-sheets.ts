import WorkbookXform from 'exceljs/lib/xlsx/xform/book/workbook-xform.js';
import RelationshipsXform from 'exceljs/lib/xlsx/xform/core/relationships-xform.js';
import WorksheetXform, {
  type CellModel,
  type RichRun,
  type RowModel,
} from 'exceljs/lib/xlsx/xform/sheet/worksheet-xform.js';
import SharedStringsXform from 'exceljs/lib/xlsx/xform/strings/shared-strings-xform.js';
import StylesXform from 'exceljs/lib/xlsx/xform/style/styles-xform.js';
import type { CellValue } from '../contract/workbooks.ts';
import { decodeEntities } from './markup.ts';
import { type CellFormat, cellFormat, GENERAL, numberCell } from './number-formats.ts';
import { oldFontOf } from './old-fonts.ts';
import {
  addressColumn,
  FORMULA_WITHOUT_VALUE,
  type OldFont,
  type OldFontText,
  parseMerge,
  type RawRow,
  type RawSheet,
  type RawWorkbook,
  textCell,
} from './raw-sheet.ts';
import type { ReadGuard } from './read-guard.ts';
import { unzipText, unzipWhole, type ZipEntry } from './zip-archive.ts';

/** Something that the parsers of exceljs do not understand, though the file may be sound. */
class UnreadableByExceljsError extends Error {
  override name = 'UnreadableByExceljsError';
}

/** Parts of a sheet that say nothing of its cells. */
const ignoreNodes = [
  'autoFilter',
  'conditionalFormatting',
  'dataValidations',
  'drawing',
  'extLst',
  'hyperlinks',
  'pageMargins',
  'pageSetup',
  'picture',
  'printOptions',
  'rowBreaks',
  'sheetProtection',
  'sheetViews',
  'tableParts',
];
const STRING = 3;
/** Characters that XML cannot hold stand as _x000D_ (ECMA-376 part 1, 22.9.2.19). */
const unescapeText = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
    : text;

interface Part {
  path: string;
  entry: ZipEntry;
}

/** Reads the cells of an .xlsx or .xlsm with the parsers of exceljs. Macros, comments, pictures, links stay unread. */
export async function readXlsxSheets(
  file: Uint8Array,
  entries: readonly ZipEntry[],
  guard: ReadGuard,
): Promise<RawWorkbook> {
  const parts = new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]));
  const partAt = (path: string): Part | null => {
    const entry = parts.get(path.toLowerCase());
    return entry === undefined ? null : { path, entry };
  };
  async function* chunks({ entry }: Part, onParsed?: () => void): AsyncGenerator<string> {
    for await (const chunk of unzipText(file, entry)) {
      guard.checkTime();
      yield chunk;
      // The consumer has parsed the chunk when it asks for the next one.
      onParsed?.();
      guard.read(chunk.length);
    }
  }
  const linksOf = async (path: string): Promise<{ id: string; type: string; path: string }[]> => {
    const slash = path.lastIndexOf('/') + 1;
    const part = partAt(`${path.slice(0, slash)}_rels/${path.slice(slash)}.rels`);
    const links = part === null ? [] : ((await new RelationshipsXform().parseStream(chunks(part))) ?? []);
    return links
      .filter((link) => link.TargetMode !== 'External')
      .map((link) => ({
        id: link.Id,
        type: (link.Type ?? '').split('/').at(-1) ?? '',
        path: resolvePath(path, link.Target),
      }));
  };

  const main = (await linksOf('')).find((link) => link.type === 'officeDocument')?.path ?? 'xl/workbook.xml';
  const workbookPart = partAt(main);
  if (workbookPart === null) throw new UnreadableByExceljsError('no workbook part');
  const workbook = await new WorkbookXform().parseStream(chunks(workbookPart));
  const named = workbook?.sheets ?? [];
  if (named.length === 0) throw new UnreadableByExceljsError('no sheets named');
  const date1904 = /<(?:\w+:)?workbookPr[^>]*\sdate1904\s*=\s*["'](?:1|true)["']/.test(
    await unzipWhole(file, workbookPart.entry),
  );
  const links = await linksOf(main);
  const linked = (type: string): Part | null => {
    const path = links.find((link) => link.type === type)?.path;
    return path === undefined ? null : partAt(path);
  };
  const stringsPart = linked('sharedStrings');
  const stylesPart = linked('styles');
  const sheetParts = named.map((sheet) => {
    const link = links.find((candidate) => candidate.id === sheet.rId);
    return link === undefined ? null : { ...partAt(link.path), type: link.type };
  });
  for (const part of [stringsPart, stylesPart, ...sheetParts]) guard.expect(part?.entry?.size ?? 0);

  const { strings, runs } =
    stringsPart === null ? { strings: [], runs: new Map() } : await readSharedStrings(chunks(stringsPart));
  const { formats, fonts, indents } =
    stylesPart === null ? { formats: [], fonts: [], indents: [] } : await readFormats(chunks(stylesPart));
  const styles: SheetStyles = { strings, runs, formats, fonts, indents };

  const sheets: RawSheet[] = [];
  for (const [index, sheet] of named.entries()) {
    const part = sheetParts[index];
    // A chart sheet or a macro sheet holds no table.
    if (part && part.type !== 'worksheet') continue;
    if (!part?.entry || part.path === undefined)
      throw new UnreadableByExceljsError(`no part of sheet ${index + 1}`);
    const xform = new WorksheetXform({ ignoreNodes });
    const rows: RawRow[] = [];
    const takeRows = (models: RowModel[] | undefined): void => {
      if (models === undefined || models.length === 0) return;
      let cells = 0;
      for (const model of models) cells += addRow(rows, model, styles, date1904);
      models.length = 0;
      guard.cells(cells);
    };
    const shapeTexts: string[] = [];
    for (const link of await linksOf(part.path)) {
      const drawing = link.type === 'drawing' ? partAt(link.path) : null;
      if (drawing !== null) shapeTexts.push(...(await textsOfShapes(chunks(drawing))));
    }
    watchCells(xform);
    // Rows are taken as they come, so that a large sheet never stands twice in memory.
    const parsed = await xform.parseStream(
      chunks({ path: part.path, entry: part.entry }, () => takeRows(xform.map.sheetData.model)),
    );
    if (parsed === undefined || xform.map.sheetData.model === undefined) {
      throw new UnreadableByExceljsError(`no cells part in sheet ${index + 1}`);
    }
    takeRows(parsed.rows);
    sheets.push({
      name: sheet.name,
      hidden: sheet.state === 'hidden' || sheet.state === 'veryHidden',
      rows: inOrder(rows),
      merges: (parsed.mergeCells ?? []).map(parseMerge).filter((merge) => merge !== null),
      hiddenColumns: hiddenColumnsOf(parsed.cols ?? []),
      columnWidths: columnWidthsOf(parsed.cols ?? []),
      ...(date1904 ? { date1904 } : {}),
      pageMarks: Object.values(parsed.headerFooter ?? {}).filter((text) => typeof text === 'string'),
      ...(shapeTexts.length === 0 ? {} : { shapeTexts }),
    });
  }
  return { sheets };
}

/** The text of each shape of a drawing, its runs joined, its paragraphs on lines of their own (DrawingML a:p, a:t). */
async function textsOfShapes(chunks: AsyncIterable<string>): Promise<string[]> {
  let xml = '';
  for await (const chunk of chunks) xml += chunk;
  return xml.split(/<\/(?:\w+:)?txBody>/).flatMap((shape) => {
    const body = shape.split(/<(?:\w+:)?txBody>/)[1];
    if (body === undefined) return [];
    const lines = body.split(/<\/(?:\w+:)?p>|<(?:\w+:)?br\b/);
    const text = lines.map((line) => line.replace(/<[^>]*>/g, '')).join('\n');
    return text.trim() === '' ? [] : [decodeEntities(text)];
  });
}

/** Path of a link's target, from the part that holds the link. */
function resolvePath(from: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const folders = from.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') folders.pop();
    else if (step !== '.') folders.push(step);
  }
  return folders.join('/');
}

/** What the cells of all sheets refer to. */
interface SheetStyles {
  strings: (CellValue | undefined)[];
  /** Strings of several fonts, by their index. */
  runs: Map<number, RichRun[]>;
  formats: CellFormat[];
  /** Old fonts by style; empty for nearly every file. */
  fonts: (OldFont | null)[];
  /** Steps that a style moves its text to the right; empty for most files. */
  indents: number[];
}

async function readSharedStrings(
  chunks: AsyncIterable<string>,
): Promise<Pick<SheetStyles, 'strings' | 'runs'>> {
  const xform = new SharedStringsXform();
  await xform.parseStream(chunks);
  const runs = new Map<number, RichRun[]>();
  // One object for all cells of the same text.
  const strings = xform.values.map((value, index) => {
    if (typeof value === 'string') return textCell(value);
    runs.set(index, value.richText ?? []);
    return textCell(richText(value.richText));
  });
  return { strings, runs };
}

const richText = (runs: RichRun[] | undefined): string => (runs ?? []).map((run) => run.text ?? '').join('');
const hasOldFont = (runs: RichRun[] | undefined): boolean =>
  (runs ?? []).some((run) => oldFontOf(run.font?.name) !== null);

async function readFormats(
  chunks: AsyncIterable<string>,
): Promise<Pick<SheetStyles, 'formats' | 'fonts' | 'indents'>> {
  const xform = new StylesXform();
  await xform.parseStream(chunks);
  const codes = new Map((xform.model?.numFmts ?? []).map((format) => [format.id, format.formatCode]));
  const styles = xform.model?.styles ?? [];
  const formats = styles.map((style) => {
    const id = style.numFmtId ?? 0;
    return cellFormat(id, codes.get(id));
  });
  const fonts = styles.map((style) => oldFontOf(xform.model?.fonts?.[style.fontId ?? 0]?.name));
  const indents = styles.map((style) => style.alignment?.indent ?? 0);
  return {
    formats,
    fonts: fonts.some((font) => font !== null) ? fonts : [],
    indents: indents.some((indent) => indent > 0) ? indents : [],
  };
}

/** The old font of a text cell, or of its runs; a run without a font has the cell's. */
function oldFontOfCell(cell: CellModel, { fonts, runs }: SheetStyles): OldFontText | undefined {
  const own = fonts[cell.styleId ?? 0] ?? null;
  const rich =
    typeof cell.value === 'object'
      ? cell.value.richText
      : cell.type === STRING && typeof cell.value === 'number'
        ? runs.get(cell.value)
        : undefined;
  if (rich === undefined || !(own !== null || hasOldFont(rich))) return own ?? undefined;
  return rich.map((run) => ({
    text: run.text ?? '',
    font: run.font?.name === undefined ? own : oldFontOf(run.font.name),
  }));
}

/** exceljs drops two facts of a cell; both are caught while it parses. */
function watchCells(xform: WorksheetXform): void {
  const parser = xform.map.sheetData.childXform.map.c;
  const close = parser.parseClose;
  parser.parseClose = (name: string): boolean => {
    const more = close.call(parser, name);
    if (name === 'c') {
      // A day as ISO text would be read as the number of its year.
      if (parser.t === 'd') throw new UnreadableByExceljsError('a cell of type d');
      // A formula whose result is the empty text is calculated.
      if (parser.t === 'str' && parser.model.result === undefined) parser.model.result = '';
    }
    return more;
  };
}

/** @returns how many cells hold something */
function addRow(rows: RawRow[], model: RowModel, styles: SheetStyles, date1904: boolean): number {
  const cells: RawRow['cells'] = [];
  let oldFonts: RawRow['oldFonts'];
  let count = 0;
  for (const cell of model.cells) {
    const value = cellOf(cell, styles, date1904);
    if (value === undefined) continue;
    const column = addressColumn(cell.address ?? '');
    if (column < 0) throw new UnreadableByExceljsError('a cell without address');
    cells[column] = indented(value, styles.indents[cell.styleId ?? 0] ?? 0);
    count += 1;
    const font = value.type === 'text' ? oldFontOfCell(cell, styles) : undefined;
    if (font !== undefined) {
      oldFonts ??= [];
      oldFonts[column] = font;
    }
  }
  if (count === 0) return 0;
  if (!Number.isInteger(model.number)) throw new UnreadableByExceljsError('a row without number');
  const row: RawRow = { number: model.number, hidden: model.hidden === true, cells };
  rows.push(oldFonts === undefined ? row : { ...row, oldFonts });
  return count;
}

/** A text that its style moves to the right, as if spaces stood before it: lists draw their trees either way. */
const indented = (cell: CellValue, steps: number): CellValue =>
  steps > 0 && cell.type === 'text' ? { ...cell, text: `${'  '.repeat(steps)}${cell.text}` } : cell;

function cellOf(
  cell: CellModel,
  { strings, formats }: SheetStyles,
  date1904: boolean,
): CellValue | undefined {
  const isFormula = cell.formula !== undefined || cell.shareType !== undefined;
  const value = isFormula ? cell.result : cell.value;
  switch (typeof value) {
    case 'undefined':
      return isFormula ? FORMULA_WITHOUT_VALUE : undefined;
    case 'string':
      return textCell(unescapeText(value));
    case 'boolean':
      return { type: 'boolean', value };
    case 'number':
      return cell.type === STRING
        ? strings[value]
        : numberCell(value, formats[cell.styleId ?? 0] ?? GENERAL, date1904);
    default:
      return cellOfObject(value);
  }
}

function cellOfObject(value: { richText?: RichRun[]; error?: string }): CellValue | undefined {
  if (value.richText) return textCell(unescapeText(richText(value.richText)));
  return { type: 'error', text: value.error || '#VALUE!' };
}

/** Rows stand in order in nearly every file; a file that does not keep the order is still read right. */
function inOrder(rows: RawRow[]): RawRow[] {
  const sorted = rows.every((row, index) => index === 0 || (rows[index - 1]?.number ?? 0) < row.number);
  return sorted ? rows : rows.sort((a, b) => a.number - b.number);
}

function hiddenColumnsOf(columns: { min: number; max: number; hidden?: boolean }[]): Set<number> {
  const hidden = new Set<number>();
  for (const { min, max, hidden: isHidden } of columns) {
    if (!isHidden) continue;
    for (let column = min; column <= Math.min(max, 16384); column += 1) hidden.add(column - 1);
  }
  return hidden;
}

const LAST_COLUMN_WITH_WIDTH = 300;

function columnWidthsOf(columns: { min: number; max: number; width?: number }[]): Map<number, number> {
  const widths = new Map<number, number>();
  for (const { min, max, width } of columns) {
    if (width === undefined || !(width > 0 && width <= 255)) continue;
    for (let column = min; column <= Math.min(max, LAST_COLUMN_WITH_WIDTH); column += 1)
      widths.set(column - 1, width);
  }
  return widths;
}
