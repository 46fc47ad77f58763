import { type BiffSheet, readBiffStyles } from './biff-styles.ts';
import { DamagedContainerError, streamOf } from './compound-file.ts';
import { EncryptedFileError } from './encrypted-file.ts';
import type { OldFontText, RawSheet, RawWorkbook } from './raw-sheet.ts';
import type { ReadGuard } from './read-guard.ts';
import { readWithSheetJs } from './sheetjs-workbook.ts';
import { from1258 } from './text-decoding.ts';

const VIETNAMESE = 1258;

/** Reads an .xls of Excel 2 to 2003: cells with @e965/xlsx, fonts and hidden parts from the records themselves. */
export async function readXls(
  file: Uint8Array,
  isContainer: boolean,
  guard: ReadGuard,
): Promise<RawWorkbook> {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  // The cell parser is given the stream alone: it would follow the chains of a damaged container for ever.
  const stream = isContainer ? streamOf(bytes, ['Workbook', 'Book']) : bytes;
  if (stream === null) throw new DamagedContainerError('no workbook stream');
  const styles = readBiffStyles(stream);
  if (styles.isEncrypted) throw new EncryptedFileError('the stream is encrypted');
  const isVietnamese = styles.isByteText && styles.codePage === VIETNAMESE;
  const raw = await readWithSheetJs(stream, guard, isVietnamese ? from1258 : undefined);
  // Chart and macro sheets are in the list of the workbook too, but then nothing tells which sheet is which.
  if (styles.sheets.length !== raw.sheets.length) return raw;
  return { sheets: raw.sheets.map((sheet, index) => withStyles(sheet, styles.sheets[index])) };
}

/** Runs are of the text as the cell has it, or else nothing is known of it by its font. */
function ofText(font: OldFontText | undefined, text: string): OldFontText | undefined {
  if (font === undefined || typeof font === 'string') return font;
  return font.map((run) => run.text).join('') === text ? font : undefined;
}

function withStyles(sheet: RawSheet, styles: BiffSheet | undefined): RawSheet {
  if (styles === undefined) return sheet;
  const rows = sheet.rows.map((row) => {
    const oldFonts = row.cells.map((cell, column) =>
      cell?.type === 'text'
        ? ofText(styles.oldFonts.get(`${row.number - 1}:${column}`), cell.text)
        : undefined,
    );
    return {
      ...row,
      hidden: row.hidden || styles.hiddenRows.has(row.number - 1),
      ...(oldFonts.some((font) => font !== undefined) ? { oldFonts } : {}),
    };
  });
  return {
    ...sheet,
    rows,
    hiddenColumns: new Set([...sheet.hiddenColumns, ...styles.hiddenColumns]),
    pageMarks: styles.pageMarks,
  };
}
