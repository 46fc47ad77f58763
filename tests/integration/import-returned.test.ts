import ExcelJS from 'exceljs';
import { expect, it } from 'vitest';
import { readWorkbookBytes } from '../../db/excel/read-workbook.ts';
import { previewOf } from '../helpers/import-calls.ts';
import { newOffice } from '../helpers/office.ts';

/** A sheet as offices make it: heads, a title, a header of two rows with a merged group, unit rows, a total. */
async function sheetBytes(): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('Trích ngang');
  sheet.getCell('A1').value = 'ĐẢNG BỘ TỈNH ĐÔNG SƠN';
  sheet.getCell('A2').value = 'ĐẢNG ỦY XÃ SÔNG MÂY';
  sheet.mergeCells('A1:C1');
  sheet.getCell('A4').value = 'DANH SÁCH TRÍCH NGANG ĐẢNG VIÊN';
  sheet.mergeCells('A4:G4');
  const titles = ['STT', 'Họ và tên', 'Ngày sinh', 'Quê quán', 'Số CCCD', 'Chức vụ', null];
  titles.forEach((title, column) => {
    sheet.getCell(6, column + 1).value = title;
  });
  sheet.getCell('F7').value = 'Đảng';
  sheet.getCell('G7').value = 'Chính quyền';
  for (const letter of ['A', 'B', 'C', 'D', 'E']) sheet.mergeCells(`${letter}6:${letter}7`);
  sheet.mergeCells('F6:G6');
  sheet.getColumn('B').width = 28;
  const rows = [
    ['I. Chi bộ thôn Một (2 đồng chí)'],
    [1, 'Trần Văn Ân', '03/02/1985', 'xã Tà Pình', null, 'Bí thư', null],
    [2, 'Lê Thị Ánh', '31/02/1990', '-nt-', '0011900A0002', null, '=SUM(1,2)'],
    ['II. Chi bộ thôn Hai (2 đồng chí)'],
    [3, 'Đỗ Văn Bình', '05/1976', 'xã Bản Sen', null, null, '-'],
    [4, 'Hoàng A Phủ', '30/02/1960', 'xã Bản Sen', null, null, null],
  ];
  for (const row of rows) sheet.addRow(row);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

const options = { sheet: 'Trích ngang' };

it('gives the rows that were not taken back in the layout of the office, with reasons; mended they go in', async () => {
  const { call, service, token } = await newOffice();
  const source = await readWorkbookBytes('danh-sach.xlsx', await sheetBytes());
  const preview = await previewOf(call, source, options);
  expect(preview.counts).toMatchObject({ new: 2, rejected: 2 });
  await preview.commit();
  const file = await call('imports.returnedRows', { previewId: preview.previewId });
  expect(file.fileName).toContain('danh-sach');

  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(file.bytes.slice().buffer);
  const sheet = workbook.worksheets[0];
  if (!sheet) throw new Error('no sheet');
  expect(sheet.name).toBe('Trích ngang');
  expect(sheet.getCell('A2').text).toBe('ĐẢNG ỦY XÃ SÔNG MÂY');
  expect(sheet.getCell('H6').text).toBe('Lý do');
  expect(sheet.model.merges).toEqual(expect.arrayContaining(['A4:G4', 'F6:G6', 'A6:A7', 'H6:H7']));
  expect(sheet.getColumn('B').width).toBe(28);
  expect(sheet.getCell('A8').text).toContain('Chi bộ thôn Một');
  expect(sheet.getCell('B9').text).toBe('Lê Thị Ánh');
  // "-nt-" meant the row above, which does not go back; nothing begins as a formula.
  expect(sheet.getCell('D9').text).toBe('xã Tà Pình');
  expect(sheet.getCell('G9').value).toBe("'=SUM(1,2)");
  expect(sheet.getCell('H9').text).toContain("'31/02/1990' không phải ngày có thật");
  expect(sheet.getCell('H9').text).toContain('không phải số CCCD');
  expect(sheet.getCell('B11').text).toBe('Hoàng A Phủ');

  sheet.getCell('C9').value = '28/02/1990';
  sheet.getCell('E9').value = '001190000002';
  sheet.getCell('C11').value = '28/02/1960';
  const mended = await readWorkbookBytes('tra-lai.xlsx', new Uint8Array(await workbook.xlsx.writeBuffer()));
  const again = await previewOf(call, mended, options);
  expect(again.counts).toEqual({ new: 2, changed: 0, same: 0, conflict: 0, rejected: 0 });
  await again.commit();
  const { rows } = await call('officials.list', {});
  expect(rows.map((row) => [row.fullName, row.birthDate, row.organizationName])).toEqual(
    expect.arrayContaining([
      ['Lê Thị Ánh', '1990-02-28', 'Chi bộ thôn Một'],
      ['Hoàng A Phủ', '1960-02-28', 'Chi bộ thôn Hai'],
    ]),
  );
  expect(rows).toHaveLength(4);
  await expect(
    service.call(token, 'imports.returnedRows', { previewId: again.previewId }),
  ).rejects.toMatchObject({
    code: 'IMPORT_NOTHING_TO_RETURN',
  });
});

it('keeps what was mended in the preview, and writes one column of reasons however often it goes back', async () => {
  const { call } = await newOffice();
  const source = await readWorkbookBytes('danh-sach.xlsx', await sheetBytes());
  const preview = await previewOf(call, source, options);
  const [bad] = (await preview.rows()).filter((row) => row.class === 'rejected');
  await preview.decide({ type: 'cell', row: bad?.row ?? 0, field: 'birthDate', text: '1990' });
  const once = await call('imports.returnedRows', { previewId: preview.previewId });
  const second = await previewOf(call, await readWorkbookBytes('a.xlsx', once.bytes), options);
  expect((await second.rows())[0]).toMatchObject({ class: 'rejected', values: { birthDate: '1990' } });
  const twice = await call('imports.returnedRows', { previewId: second.previewId });
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(twice.bytes.slice().buffer);
  const titles = [6, 7].flatMap((row) => (workbook.worksheets[0]?.getRow(row).values ?? []) as unknown[]);
  expect(new Set(titles.filter((title) => title === 'Lý do')).size).toBe(1);
  expect(workbook.worksheets[0]?.getCell('I6').value).toBeNull();
});

it('writes the reasons of a ratings sheet beside its own column of reasons', async () => {
  const { call } = await newOffice();
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('Trích ngang');
  sheet.addRow(['STT', 'Họ và tên', 'Chi bộ', 'Mức xếp loại', 'Lý do']);
  sheet.addRow([1, 'Không Có Ai', 'Chi bộ Một', 'Hoàn thành tốt nhiệm vụ', null]);
  const source = await readWorkbookBytes('xl.xlsx', new Uint8Array(await workbook.xlsx.writeBuffer()));
  const preview = await previewOf(call, source, { ...options, kind: 'ratings', year: 2024 });
  const file = await call('imports.returnedRows', { previewId: preview.previewId });
  const again = await readWorkbookBytes('xl2.xlsx', file.bytes);
  const fields = again.sheets[0]?.columns.map((column) => [column.letter, column.field]);
  expect(fields).toContainEqual(['E', 'unratedReason']);
  expect(fields).toContainEqual(['F', null]);
});
