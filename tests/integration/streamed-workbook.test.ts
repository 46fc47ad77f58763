import ExcelJS from 'exceljs';
import { expect, it } from 'vitest';
import type { OfficialRow } from '../../db/contract/officials.ts';
import { rowKeyTitle } from '../../db/contract/vi/sheet-words.ts';
import { officialListWorkbook } from '../../db/excel/export/official-list-workbook.ts';
import { officeOnPaper } from '../../db/records/office.ts';
import { newOffice, openDatabase } from '../helpers/office.ts';
import { newPerson } from '../helpers/people.ts';

async function listOf(count: number) {
  const { call, folder } = await newOffice();
  const { id } = await call('officials.create', newPerson({ workplace: '=1+1' }));
  const [row] = (await call('officials.list', {})).rows;
  if (!row) throw new Error('nobody there');
  const { reader } = await openDatabase(folder);
  const list = {
    ids: Array.from({ length: count }, (_, index) => id + index),
    columns: ['birthDate' as const, 'workplace' as const],
    about: [],
    office: officeOnPaper(reader, null, '2026-11-22'),
  };
  const rowsOf = (ids: readonly number[]): OfficialRow[] => ids.map((each) => ({ ...row, id: each }));
  return { list, rowsOf };
}
const office = { printedOn: '2026-11-22', key: 'abc' };

it('writes the list part by part: every row, what stands above and below, and how it is printed', async () => {
  const { list, rowsOf } = await listOf(2500);
  const told: string[] = [];
  const { bytes } = await officialListWorkbook(list, rowsOf, office, {
    signal: new AbortController().signal,
    onProgress: (done, total) => told.push(`${done}/${total}`),
  });
  expect(told).toEqual(['1000/2500', '2000/2500', '2500/2500']);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes.buffer as ArrayBuffer);
  const [sheet] = workbook.worksheets;
  if (!sheet) throw new Error('no sheet');
  const title = sheet.getColumn(1).values.indexOf('STT');
  const first = title + 2;
  expect([1, 2, 3, 4].map((column) => sheet.getCell(first + 2499, column).value)).toEqual([
    2500,
    'Trần Văn Ân',
    '03/02/1985',
    "'=1+1",
  ]);
  expect(sheet.getCell(first + 2499, 2).border.top?.style).toBe('thin');
  expect(sheet.getCell(title, 5).value).toBe(rowKeyTitle);
  expect(sheet.getColumn(5).hidden).toBe(true);
  expect(sheet.getCell(first + 1200, 5).dataValidation.type).toBe('custom');
  expect(new Set(Array.from({ length: 2500 }, (_, row) => sheet.getCell(first + row, 5).value)).size).toBe(
    2500,
  );
  expect(sheet.getCell(first + 2501, 1).value).toBe('Danh sách có 2.500 người.');
  expect(sheet.views).toMatchObject([{ state: 'frozen', xSplit: 2, ySplit: first - 1 }]);
  expect(sheet.pageSetup).toMatchObject({
    orientation: 'landscape',
    printTitlesRow: `${title}:${title + 1}`,
    fitToPage: true,
    fitToWidth: 1,
  });
  expect(sheet.pageSetup.printArea).toMatch(/^A1:D25\d\d$/);
});

it('stops between two parts when it is told to, and reads no more', async () => {
  const { list, rowsOf } = await listOf(5000);
  const stop = new AbortController();
  let read = 0;
  const work = officialListWorkbook(
    list,
    (ids) => {
      read += ids.length;
      return rowsOf(ids);
    },
    office,
    { signal: stop.signal, onProgress: (done) => done >= 2000 && stop.abort() },
  );
  await expect(work).rejects.toMatchObject({ code: 'CANCELLED' });
  expect(read).toBe(2000);
});
