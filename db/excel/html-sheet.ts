import { attribute, countAttribute, type MarkupToken, markupTokens } from './markup.ts';
import { oldFontOf } from './old-fonts.ts';
import { type Merge, type OldFont, type RawRow, type RawWorkbook, textCell } from './raw-sheet.ts';
import type { ReadGuard } from './read-guard.ts';

/** The text of a page has no end of its last table: the file was cut off. */
class DamagedPageError extends Error {
  override name = 'DamagedPageError';
}

const WIDEST = 1000;
const HIGHEST = 10_000;
const CHECK_EVERY = 2000;
/** Their text is no part of the page. */
const silent = new Set(['style', 'script', 'head', 'xml', 'title']);
const lineEnds = new Set(['p', 'div', 'li', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
const FONT_FAMILY = /font-family\s*:\s*["']?([^;"',}]+)/i;
const IS_HIDDEN = /display\s*:\s*none/i;

/** Fonts of the page's own style classes, those of old encodings only. */
function fontsOfClasses(page: string): Map<string, OldFont> {
  const fonts = new Map<string, OldFont>();
  for (const [, name = '', body = ''] of page.matchAll(/\.([\w-]+)\s*\{([^{}]*)\}/g)) {
    const font = oldFontOf(FONT_FAMILY.exec(body)?.[1]);
    if (font !== null) fonts.set(name, font);
  }
  return fonts;
}

class PageReader {
  readonly rows: RawRow[] = [];
  readonly merges: Merge[] = [];
  readonly #guard: ReadGuard;
  readonly #classFonts: Map<string, OldFont>;
  #depth = 0;
  #row = 0;
  #column = 0;
  /** Columns that cells of rows above reach down into, and the last row of each. */
  #covered = new Map<number, number>();
  #text = '';
  #isInCell = false;
  #cellFont: OldFont | null = null;
  #runFonts: (OldFont | null)[] = [];
  #usedFont: OldFont | null = null;
  #span = { columns: 1, rows: 1 };
  #current: RawRow | null = null;
  #silent = '';
  hasTable = false;
  get isCutOff(): boolean {
    return this.#depth > 0;
  }

  constructor(page: string, guard: ReadGuard) {
    this.#guard = guard;
    this.#classFonts = fontsOfClasses(page);
  }

  take(token: MarkupToken): void {
    if (this.#silent !== '') {
      if (token.kind === 'close' && token.name === this.#silent) this.#silent = '';
      return;
    }
    if (token.kind === 'text') this.#addText(token.text);
    else if (token.kind === 'open') this.#open(token.name, token.attributes, token.empty);
    else this.#close(token.name);
  }

  /** Text between tables stands in a row of its own: titles of a page are often no part of its table. */
  endLine(): void {
    if (this.#depth > 0) return;
    this.#put(1, 1, false);
  }

  #addText(text: string): void {
    if (this.#depth > 0 && !this.#isInCell) return;
    const plain = text.replace(/[ \t\r\n]+/g, ' ');
    if (plain.trim() !== '')
      this.#usedFont ??= this.#runFonts.findLast((font) => font !== null) ?? this.#cellFont;
    this.#text += plain;
  }

  #fontOf(attributes: string): OldFont | null {
    const style = attribute(attributes, 'style') ?? '';
    const own = oldFontOf(attribute(attributes, 'face') ?? FONT_FAMILY.exec(style)?.[1]);
    if (own !== null) return own;
    for (const name of (attribute(attributes, 'class') ?? '').split(/\s+/)) {
      const font = this.#classFonts.get(name);
      if (font !== undefined) return font;
    }
    return null;
  }

  #open(name: string, attributes: string, empty: boolean): void {
    if (silent.has(name) && !empty) {
      this.#silent = name;
      return;
    }
    switch (name) {
      case 'table':
        if (this.#depth === 0) this.endLine();
        this.#depth += 1;
        this.hasTable = true;
        break;
      case 'tr':
        if (this.#depth !== 1) break;
        this.#endCell();
        this.#row += 1;
        this.#column = 0;
        this.#current = { number: this.#row, hidden: IS_HIDDEN.test(attributes), cells: [] };
        this.rows.push(this.#current);
        if (this.#row % CHECK_EVERY === 0) this.#guard.checkTime();
        break;
      case 'td':
      case 'th':
        if (this.#depth !== 1) break;
        this.#endCell();
        this.#isInCell = true;
        this.#cellFont = this.#fontOf(attributes);
        this.#span = {
          columns: countAttribute(attributes, 'colspan', WIDEST),
          rows: countAttribute(attributes, 'rowspan', HIGHEST),
        };
        break;
      case 'br':
        this.#text += '\n';
        break;
      case 'font':
      case 'span':
        if (!empty) this.#runFonts.push(this.#fontOf(attributes));
        break;
      default:
        if (lineEnds.has(name)) this.#endParagraph();
    }
  }

  #close(name: string): void {
    if (name === 'table') {
      if (this.#depth === 1) {
        this.#endCell();
        this.#covered.clear();
        this.#current = null;
        // A gap, so that two tables of a page are not one.
        this.#row += 1;
      }
      this.#depth = Math.max(0, this.#depth - 1);
    } else if ((name === 'td' || name === 'th' || name === 'tr') && this.#depth === 1) this.#endCell();
    else if (name === 'font' || name === 'span') this.#runFonts.pop();
    else if (lineEnds.has(name)) this.#endParagraph();
  }

  #endParagraph(): void {
    if (this.#depth === 0) this.endLine();
    else if (this.#isInCell && this.#text.trim() !== '' && !this.#text.endsWith('\n')) this.#text += '\n';
  }

  #endCell(): void {
    if (!this.#isInCell) return;
    this.#put(this.#span.columns, this.#span.rows, true);
    this.#isInCell = false;
    this.#cellFont = null;
  }

  #put(columns: number, rows: number, inTable: boolean): void {
    const cell = textCell(this.#text.replace(/ *\n */g, '\n').trim());
    const font = this.#usedFont;
    this.#text = '';
    this.#usedFont = null;
    if (!inTable) {
      if (cell === undefined) return;
      this.#row += 1;
      this.rows.push({
        number: this.#row,
        hidden: false,
        cells: [cell],
        ...(font === null ? {} : { oldFonts: [font] }),
      });
      this.#guard.cells(1);
      return;
    }
    const row = this.#current;
    if (row === null) return;
    while ((this.#covered.get(this.#column) ?? 0) >= this.#row) this.#column += 1;
    const left = this.#column;
    this.#column += columns;
    if (left >= WIDEST) return;
    if (cell !== undefined) {
      row.cells[left] = cell;
      this.#guard.cells(1);
      if (font !== null) {
        row.oldFonts ??= [];
        row.oldFonts[left] = font;
      }
    }
    if (columns > 1 || rows > 1) {
      const bottom = this.#row + rows - 1;
      this.merges.push({ top: this.#row, left, bottom, right: left + columns - 1 });
      if (rows > 1) for (let at = left; at < left + columns; at += 1) this.#covered.set(at, bottom);
    }
  }
}

/** The tables of an HTML page, one below the other in one sheet; null when the page has none. */
export function readHtml(page: string, name: string, guard: ReadGuard): RawWorkbook | null {
  const reader = new PageReader(page, guard);
  guard.expect(page.length);
  for (const token of markupTokens(page)) reader.take(token);
  reader.endLine();
  if (!reader.hasTable) return null;
  if (reader.isCutOff) throw new DamagedPageError('a table has no end');
  const rows = reader.rows.filter((row) => row.cells.some((cell) => cell !== undefined));
  return {
    sheets: [{ name, hidden: false, rows, merges: reader.merges, hiddenColumns: new Set(), pageMarks: [] }],
  };
}
