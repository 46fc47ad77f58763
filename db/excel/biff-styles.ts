import { type RichText, richTextOfCell, richTextsOf } from './biff-rich-texts.ts';
import { oldFontOf } from './old-fonts.ts';
import type { OldFont, OldFontText } from './raw-sheet.ts';

/** What the cell parser does not tell of an .xls sheet. */
export interface BiffSheet {
  /** 'row:column', 0-based. */
  oldFonts: Map<string, OldFontText>;
  hiddenRows: Set<number>;
  hiddenColumns: Set<number>;
  pageMarks: string[];
}

export interface BiffStyles {
  isEncrypted: boolean;
  /** Byte strings of Excel 5 and 95 are of this Windows code page. */
  isByteText: boolean;
  codePage: number;
  /** In the order of the workbook. */
  sheets: BiffSheet[];
}

const record = {
  formula: 0x0006,
  eof: 0x000a,
  header: 0x0014,
  footer: 0x0015,
  filePass: 0x002f,
  font: 0x0031,
  continued: 0x003c,
  codePage: 0x0042,
  colInfo: 0x007d,
  boundSheet: 0x0085,
  rString: 0x00d6,
  xf: 0x00e0,
  sharedStrings: 0x00fc,
  labelSst: 0x00fd,
  label: 0x0204,
  row: 0x0208,
  bof: 0x0809,
} as const;
const BIFF8 = 0x0600;
const LAST_COLUMN = 255;

/** A string of one length byte or word, in bytes or UTF-16. */
function shortString(data: Buffer, lengthBytes: 1 | 2, isBiff8: boolean): string {
  if (data.length < lengthBytes) return '';
  const length = data.readUIntLE(0, lengthBytes);
  if (!isBiff8) return data.toString('latin1', lengthBytes, lengthBytes + length);
  const isWide = ((data[lengthBytes] ?? 0) & 1) === 1;
  const start = lengthBytes + 1;
  return isWide
    ? data.toString('utf16le', start, Math.min(data.length, start + length * 2))
    : data.toString('latin1', start, start + length);
}

/**
 * Walks the records of an .xls stream (MS-XLS 2.1.4; the same frame since Excel 5) for fonts, hidden rows and columns,
 * printed heads and whether it is encrypted. A stream that is cut off ends the walk; the cell parser judges it.
 */
export function readBiffStyles(stream: Buffer): BiffStyles {
  const styles: BiffStyles = { isEncrypted: false, isByteText: false, codePage: 1252, sheets: [] };
  const fonts: (OldFont | null)[] = [];
  const cellFonts: number[] = [];
  const starts = new Map<number, BiffSheet>();
  /** Substreams that are open: a chart may stand inside a sheet. */
  const open: (BiffSheet | null)[] = [];
  let isBiff8 = true;
  /** Index 4 is left out of the list, for the sake of old versions. */
  const fontOf = (index: number): OldFont | null => fonts[index > 3 ? index - 1 : index] ?? null;
  /** The table of shared strings and the records that it goes on in; read when the first cell asks. */
  const strings: Buffer[] = [];
  let isInStrings = false;
  let shared: Map<number, RichText> | null = null;
  const richTextOf = (type: number, data: Buffer): RichText | null => {
    if (type === record.rString) return isBiff8 ? null : richTextOfCell(data);
    if (type !== record.labelSst || data.length < 10) return null;
    shared ??= richTextsOf(strings);
    return shared.get(data.readUInt32LE(6)) ?? null;
  };
  const fontsOfCell = (type: number, data: Buffer): OldFontText | null => {
    const own = fontOf(cellFonts[data.readUInt16LE(4)] ?? 0);
    const rich = richTextOf(type, data);
    return rich === null ? own : runsOf(rich, own, fontOf);
  };
  let at = 0;
  while (at + 4 <= stream.length) {
    const type = stream.readUInt16LE(at);
    const length = stream.readUInt16LE(at + 2);
    const start = at + 4;
    const data = stream.subarray(start, start + length);
    if (data.length < length) break;
    const sheet = open.at(-1) ?? null;
    if (type === record.continued && isInStrings) strings.push(data);
    isInStrings = type === record.sharedStrings || (isInStrings && type === record.continued);
    switch (type) {
      case record.sharedStrings:
        strings.push(data);
        break;
      case record.bof:
        if (open.length === 0 && length >= 2 && at === 0) {
          isBiff8 = data.readUInt16LE(0) === BIFF8;
          styles.isByteText = !isBiff8;
        }
        open.push(starts.get(at) ?? null);
        break;
      case record.eof:
        open.pop();
        break;
      case record.filePass:
        styles.isEncrypted = true;
        return styles;
      case record.codePage:
        if (length >= 2) styles.codePage = data.readUInt16LE(0);
        break;
      case record.font:
        if (length > 14) fonts.push(oldFontOf(shortString(data.subarray(14), 1, isBiff8)));
        break;
      case record.xf:
        if (length >= 2) cellFonts.push(data.readUInt16LE(0));
        break;
      case record.boundSheet:
        if (length >= 6) {
          const found: BiffSheet = {
            oldFonts: new Map(),
            hiddenRows: new Set(),
            hiddenColumns: new Set(),
            pageMarks: [],
          };
          styles.sheets.push(found);
          starts.set(data.readUInt32LE(0), found);
        }
        break;
      case record.labelSst:
      case record.label:
      case record.rString:
      case record.formula: {
        if (sheet === null || length < 6) break;
        const font = fontsOfCell(type, data);
        if (font !== null) sheet.oldFonts.set(`${data.readUInt16LE(0)}:${data.readUInt16LE(2)}`, font);
        break;
      }
      case record.row:
        if (sheet !== null && length >= 14 && (data.readUInt16LE(12) & 0x20) !== 0)
          sheet.hiddenRows.add(data.readUInt16LE(0));
        break;
      case record.colInfo:
        if (sheet !== null && length >= 10 && (data.readUInt16LE(8) & 1) === 1) {
          const last = Math.min(data.readUInt16LE(2), LAST_COLUMN);
          for (let column = data.readUInt16LE(0); column <= last; column += 1)
            sheet.hiddenColumns.add(column);
        }
        break;
      case record.header:
      case record.footer:
        if (sheet !== null && length > 0) sheet.pageMarks.push(shortString(data, isBiff8 ? 2 : 1, isBiff8));
        break;
    }
    at = start + length;
  }
  return styles;
}

/** The runs of a text with the old font of each; before the first one the cell's own font holds. Null without any. */
function runsOf(
  { text, runs }: RichText,
  own: OldFont | null,
  fontOf: (index: number) => OldFont | null,
): OldFontText | null {
  const starts = [{ at: 0, font: own }, ...runs.map(({ at, font }) => ({ at, font: fontOf(font) }))];
  if (starts.every(({ font }) => font === null)) return null;
  return starts
    .map(({ at, font }, index) => ({ text: text.slice(at, starts[index + 1]?.at), font }))
    .filter((run) => run.text !== '');
}
