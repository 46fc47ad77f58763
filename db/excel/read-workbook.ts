import { createHash } from 'node:crypto';
import { AppError } from '../contract/errors.ts';
import type { ReadWorkbook } from '../contract/workbooks.ts';
import { zipDirectoryOfWorkbook } from './file-kind.ts';
import type { RawWorkbook } from './raw-sheet.ts';
import { ReadGuard, type ReadOptions } from './read-guard.ts';
import { understandSheet } from './understand-sheet.ts';
import { readXlsxFallback } from './xlsx-fallback.ts';
import { readXlsxSheets } from './xlsx-sheets.ts';
import type { ZipEntry } from './zip-archive.ts';
import { DamagedZipError } from './zip-archive.ts';

/** What neither reader understands: the parts may be damaged though the zip is whole. */
const readerFailed = (file: string, cause: unknown): AppError =>
  new AppError('WORKBOOK_READER_FAILED', { params: { file }, cause });

/** Broken XML, "12:345: unexpected end": the other reader would skip what it cannot read, without a word. */
const isXmlError = (error: unknown): boolean => error instanceof Error && /^\d+:\d+: /.test(error.message);

async function readSheets(
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
  try {
    return await readXlsxFallback(bytes, entries, guard);
  } catch (error) {
    throw error instanceof AppError ? error : readerFailed(fileName, error);
  }
}

/** The cells of a workbook, before any meaning. @throws AppError with the WORKBOOK codes */
export async function readRawWorkbook(
  fileName: string,
  bytes: Uint8Array,
  options: ReadOptions = {},
): Promise<RawWorkbook> {
  const guard = new ReadGuard(fileName, options);
  guard.checkFile(bytes.byteLength);
  const entries = zipDirectoryOfWorkbook(fileName, bytes);
  guard.checkUnzipped(entries.reduce((sum, entry) => sum + entry.size, 0));
  return readSheets(fileName, bytes, entries, guard);
}

/**
 * Reads an .xlsx or .xlsm from its bytes and says what each sheet holds. The bytes are never changed, nothing in
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
