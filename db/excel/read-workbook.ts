import { createHash } from 'node:crypto';
import { AppError } from '../contract/errors.ts';
import type { ReadWorkbook } from '../contract/workbooks.ts';
import { convertOldFonts } from './convert-old-fonts.ts';
import { readCsv } from './csv-sheet.ts';
import { EncryptedFileError } from './encrypted-file.ts';
import { type FileKind, kindOfFile, notAWorkbook } from './file-kind.ts';
import { readHtml } from './html-sheet.ts';
import { readOds } from './ods-sheets.ts';
import type { RawWorkbook } from './raw-sheet.ts';
import { ReadGuard, type ReadOptions } from './read-guard.ts';
import { understandSheet } from './understand-sheet.ts';
import { readXls } from './xls-sheets.ts';
import { readXlsxFallback } from './xlsx-fallback.ts';
import { readXlsxSheets } from './xlsx-sheets.ts';
import type { ZipEntry } from './zip-archive.ts';
import { DamagedZipError } from './zip-archive.ts';

/** What neither reader understands: the parts may be damaged though the zip is whole. */
const readerFailed = (file: string, cause: unknown): AppError =>
  new AppError('WORKBOOK_READER_FAILED', { params: { file }, cause });

/** Broken XML, "12:345: unexpected end": the other reader would skip what it cannot read, without a word. */
const isXmlError = (error: unknown): boolean => error instanceof Error && /^\d+:\d+: /.test(error.message);

async function readXlsx(
  fileName: string,
  bytes: Uint8Array,
  entries: readonly ZipEntry[],
  guard: ReadGuard,
): Promise<RawWorkbook> {
  try {
    return await readXlsxSheets(bytes, entries, guard);
  } catch (error) {
    if (error instanceof AppError) throw error;
    if (error instanceof DamagedZipError || isXmlError(error)) throw readerFailed(fileName, error);
  }
  return readXlsxFallback(bytes, entries, guard);
}

async function readKind(
  fileName: string,
  bytes: Uint8Array,
  kind: FileKind,
  guard: ReadGuard,
): Promise<RawWorkbook> {
  if ('entries' in kind) guard.checkUnzipped(kind.entries.reduce((sum, entry) => sum + entry.size, 0));
  switch (kind.type) {
    case 'xlsx':
      return readXlsx(fileName, bytes, kind.entries, guard);
    case 'ods':
      return readOds(bytes, kind.entries, guard);
    case 'xls':
      return readXls(bytes, kind.isContainer, guard);
    case 'csv':
      return readCsv(kind.text, kind.separator, baseName(fileName), guard);
    case 'html': {
      const page = readHtml(kind.text, baseName(fileName), guard);
      if (page === null) throw notAWorkbook(fileName, 'html');
      return page;
    }
  }
}

/** Excel names the sheet of a text file so. */
const baseName = (fileName: string): string =>
  fileName
    .split(/[\\/]/)
    .at(-1)
    ?.replace(/\.[^.]*$/, '')
    .slice(0, 31) || 'Sheet1';

/** The cells of a workbook, before any meaning, in Unicode. @throws AppError with the WORKBOOK codes */
async function readRawWorkbook(
  fileName: string,
  bytes: Uint8Array,
  options: ReadOptions = {},
): Promise<RawWorkbook> {
  const guard = new ReadGuard(fileName, options);
  guard.checkFile(bytes.byteLength);
  const kind = kindOfFile(fileName, bytes);
  try {
    const raw = await readKind(fileName, bytes, kind, guard);
    for (const sheet of raw.sheets) convertOldFonts(sheet);
    return raw;
  } catch (error) {
    if (error instanceof AppError) throw error;
    if (error instanceof EncryptedFileError)
      throw new AppError('WORKBOOK_ENCRYPTED', { params: { file: fileName }, cause: error });
    throw readerFailed(fileName, error);
  }
}

/**
 * Reads an .xlsx, .xlsm, .xls, .ods, .csv or an HTML table from its bytes and says what each sheet holds. The bytes are never changed, nothing in
 * them is run, evaluated or fetched.
 * @throws AppError WORKBOOK_EMPTY, WORKBOOK_NOT_A_WORKBOOK, WORKBOOK_TYPE_UNSUPPORTED, WORKBOOK_ENCRYPTED,
 *   WORKBOOK_TOO_LARGE, WORKBOOK_TIMEOUT, WORKBOOK_READER_FAILED, WORKBOOK_STATE_SECRET
 */
export async function readWorkbookBytes(
  fileName: string,
  bytes: Uint8Array,
  options: ReadOptions = {},
): Promise<ReadWorkbook> {
  const raw = await readRawWorkbook(fileName, bytes, options);
  if (raw.sheets.every((sheet) => sheet.rows.length === 0)) {
    throw new AppError('WORKBOOK_EMPTY', { params: { file: fileName } });
  }
  const sheets = raw.sheets.map((sheet) => understandSheet(sheet, { fileName }));
  return { fileName, sha256: createHash('sha256').update(bytes).digest('hex'), sheets };
}
