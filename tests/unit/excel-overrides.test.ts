import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readWorkbookBytes } from '../../db/excel/read-workbook.ts';
import { extractRecords, understandAgain } from '../helpers/read-records.ts';
import { fieldsOf, rowsOf, type SheetSpec, understood } from '../helpers/workbooks.ts';

const fixtures = path.resolve(import.meta.dirname, '../fixtures');
const titles = ['STT', 'Họ và tên', 'Ngày sinh', 'Chi bộ'];
const list: SheetSpec = {
  rows: [
    ['DANH SÁCH ĐẢNG VIÊN'],
    titles,
    [1, 'Lò Văn An', '1985', 'Chi bộ 1'],
    [2, 'Lò Văn Bình', '1986', 'Chi bộ 1'],
    [3, 'Lò Văn Cường', '1987', 'Chi bộ 2'],
  ],
};
const names = (sheet: Parameters<typeof extractRecords>[0]) =>
  extractRecords(sheet, { kind: 'officials', year: null }).map(({ values }) => values.fullName);

describe('a sheet understood anew', () => {
  it.each([
    '01-trich-ngang-can-bo-dang-vien.xlsx',
    '03-xep-loai-dang-vien-2024.xlsx',
    '04-theo-doi-khac-phuc-2025.xlsx',
    '07-bieu-tong-hop-5a-mau-tinh.xlsx',
  ])('%s is the same when nobody chose anything', async (file) => {
    const { sheets } = await readWorkbookBytes(file, readFileSync(path.join(fixtures, file)));
    for (const sheet of sheets) expect(understandAgain(sheet, file, {})).toEqual(sheet);
  });

  it('is the same with values merged over several rows', async () => {
    const sheet = await understood({ ...list, merges: ['D3:D4', 'A1:D1'] });
    expect(sheet.rows[1]?.cells.D).toEqual({ type: 'text', text: 'Chi bộ 1' });
    expect(sheet.rows[1]?.own).not.toHaveProperty('D');
    expect(understandAgain(sheet, 'test.xlsx', {})).toEqual(sheet);
  });

  it('takes hidden rows and columns in when the person says so, and names them otherwise', async () => {
    const sheet = await understood({ ...list, hiddenRows: [4], hiddenColumns: [3] });
    expect(names(sheet)).toEqual(['Lò Văn An', 'Lò Văn Cường']);
    expect(fieldsOf(sheet)).toEqual({ A: 'rowNo', B: 'fullName', D: 'organization' });
    expect(sheet.warnings.map(({ code }) => code)).toEqual(['HIDDEN_COLUMNS', 'HIDDEN_ROWS']);
    const all = understandAgain(sheet, 'test.xlsx', { includeHidden: { rows: true, columns: true } });
    expect(names(all)).toEqual(['Lò Văn An', 'Lò Văn Bình', 'Lò Văn Cường']);
    expect(fieldsOf(all).C).toBe('birthDate');
    expect(all.rowCounts.data).toBe(3);
    expect(all.parts).toMatchObject({ hiddenRows: [4], hiddenColumns: ['C'] });
    expect(understandAgain(all, 'test.xlsx', {})).toEqual(sheet);
  });

  it('gives a row the class that the person chose, and its section to the rows below', async () => {
    const sheet = await understood({
      rows: [titles, ['Nhóm thứ nhất'], [1, 'Lò Văn An', '1985'], [2, 'Lò Văn Bình', '1986']],
    });
    const changed = understandAgain(sheet, 'test.xlsx', { rowClasses: { 2: 'section', 4: 'foot' } });
    expect(rowsOf(changed, 'data')).toEqual([3]);
    expect(changed.rows.find(({ row }) => row === 3)?.section).toBe('Nhóm thứ nhất');
  });

  it('takes fields, kind, year and header rows as chosen', async () => {
    const sheet = await understood({
      rows: [
        ['Người', 'Sinh', 'Nơi'],
        ['Lò Văn An', '1985', 'Chi bộ 1'],
      ],
    });
    expect(sheet.headerRows).toBeNull();
    const chosen = understandAgain(sheet, 'test.xlsx', {
      headerRows: [1, 1],
      kind: 'officials',
      year: 2024,
      columns: { A: 'fullName', B: 'birthDate', C: 'organization' },
    });
    expect([chosen.kind, chosen.year, chosen.headerRows]).toEqual(['officials', 2024, [1, 1]]);
    expect(extractRecords(chosen, { kind: 'officials', year: null })[0]?.values).toMatchObject({
      fullName: 'Lò Văn An',
      birthDate: '1985',
      organization: 'Chi bộ 1',
    });
  });
});

describe('the year of a sheet', () => {
  it('of registers is the year of their days, and a title left from last year is a warning', async () => {
    const file = '04-theo-doi-khac-phuc-2025.xlsx';
    const { sheets } = await readWorkbookBytes(file, readFileSync(path.join(fixtures, file)));
    expect(sheets[0]?.year).toBe(2025);
    expect(sheets[0]?.warnings[0]).toEqual({
      code: 'YEAR_DIFFERS',
      params: { titleYear: 2024, used: 2025, year: 2025, source: 'phần lớn các ngày trong bảng' },
    });
  });

  it('of ratings is the title, and a file name of another year is a warning', async () => {
    const rows = [
      ['XẾP LOẠI ĐẢNG VIÊN NĂM 2023'],
      ['STT', 'Họ và tên', 'Chi bộ', 'Xếp loại'],
      [1, 'Lò Văn An', 'Chi bộ 1', 'HTTNV'],
    ];
    const sheet = await understood({ rows });
    const again = understandAgain(sheet, 'xep-loai-2024.xlsx', {});
    expect([again.year, again.warnings.map(({ code }) => code)]).toEqual([2023, ['YEAR_DIFFERS']]);
    const untitled = await understood({ rows: rows.slice(1) });
    expect(understandAgain(untitled, 'xep-loai-2024.xlsx', {}).year).toBe(2024);
    expect(understandAgain(untitled, 'xep-loai 31-12-2024.xlsx', {}).year).toBeNull();
  });
});
