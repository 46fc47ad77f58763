import type { RawWorkbook } from './raw-sheet.ts';
import type { ReadGuard } from './read-guard.ts';
import { readWithSheetJs } from './sheetjs-workbook.ts';
import { DamagedZipError, unzipEntry, type ZipEntry } from './zip-archive.ts';

/**
 * Reads with @e965/xlsx what exceljs cannot read. It unzips by itself and without a limit, so every entry is
 * unzipped here first, to nothing, to know that none hides more than the directory says.
 */
export async function readXlsxFallback(
  file: Uint8Array,
  entries: readonly ZipEntry[],
  guard: ReadGuard,
): Promise<RawWorkbook> {
  for (const entry of entries) await checkEntry(file, entry, guard);
  return readWithSheetJs(file, guard);
}

const SHEET_PART = /^xl\/worksheets\/[^/]+\.xml$/i;
const SHEET_END = /<\/(?:\w+:)?worksheet>\s*$/;

/** This reader takes a sheet that was cut off for a shorter one; people would be missing without a word. */
async function checkEntry(file: Uint8Array, entry: ZipEntry, guard: ReadGuard): Promise<void> {
  let end = '';
  for await (const chunk of unzipEntry(file, entry)) {
    guard.checkTime();
    end = (end + chunk.toString('latin1')).slice(-200);
  }
  if (SHEET_PART.test(entry.name) && !SHEET_END.test(end))
    throw new DamagedZipError(`${entry.name} has no end`);
}
