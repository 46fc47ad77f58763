import type { SheetRecordKind } from '../../db/contract/sheet-records.ts';
import type { ReadSheet, SheetOverrides } from '../../db/contract/workbooks.ts';
import { rowAbove } from '../../db/excel/ditto-marks.ts';
import {
  type ExtractedRecord,
  type ExtractOptions,
  type OfficialRecordField,
  type RatingRecordField,
  recordReader,
} from '../../db/excel/extract-records.ts';
import { type ExtractedSheetRecord, sheetRecordReader } from '../../db/excel/extract-registers.ts';
import { rawOf } from '../../db/excel/sheet-parts.ts';
import { understandSheet } from '../../db/excel/understand-sheet.ts';

/** Turns the visible data rows of an understood sheet into records, with the problems of each row. */
export function extractRecords(
  sheet: ReadSheet,
  options: ExtractOptions<'officials'>,
): ExtractedRecord<OfficialRecordField>[];
export function extractRecords(
  sheet: ReadSheet,
  options: ExtractOptions<'ratings'>,
): ExtractedRecord<RatingRecordField>[];
export function extractRecords(
  sheet: ReadSheet,
  options: ExtractOptions,
): ExtractedRecord<OfficialRecordField | RatingRecordField>[] | ExtractedRecord<string>[] {
  const { rows, read } = recordReader(sheet, options);
  return rows.map((row, index) =>
    read(
      row,
      rowAbove(index, (at) => rows[at]),
    ),
  );
}

/** Turns the visible data rows of a sheet of that kind into records, with the problems of each row. */
export function extractSheetRecords<K extends SheetRecordKind>(
  sheet: ReadSheet,
  kind: K,
): ExtractedSheetRecord<K>[] {
  const { rows, read } = sheetRecordReader(sheet, kind);
  return rows.map((row, index) =>
    read(
      row,
      rowAbove(index, (at) => rows[at]),
    ),
  );
}

/** Understands a sheet anew, with what the person says of it; `sheet` is as the reader gave it. */
export const understandAgain = (sheet: ReadSheet, fileName: string, overrides: SheetOverrides): ReadSheet =>
  understandSheet(rawOf(sheet), { fileName, overrides });
