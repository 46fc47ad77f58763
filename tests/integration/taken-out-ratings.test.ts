import { expect, it } from 'vitest';
import { errorMessage } from '../../db/contract/vi/errors.ts';
import { readWorkbookBytes } from '../../db/excel/read-workbook.ts';
import { cycleOffice, plan2025 } from '../helpers/cycle-office.ts';
import { previewOf } from '../helpers/import-calls.ts';
import { workbookBytes } from '../helpers/workbooks.ts';

/**
 * The fault: whoever rated a person taken out of the cycle read "not found, load the list anew", which helps nobody; and
 * a sheet's rating of that person was written without a word, though it counts nowhere.
 * Steps: open the cycle, take a person out, rate the person in a grid that was open before; then import a sheet.
 */
it('says of a person taken out of the cycle what to do, in the grid and before a sheet is written', async () => {
  const { call, people } = await cycleOffice();
  await call('cycles.open', { ...plan2025, year: 2025, collectives: [] });
  const name = 'Tòng Văn Dũng';
  const officialId = people[name] ?? 0;
  const { rows } = await call('cycles.subjects', { year: 2025, search: name });
  const reviewId = rows[0]?.reviewId ?? 0;
  const out = { reviewId, version: rows[0]?.version ?? 0, outNote: '' };
  await call('cycles.setOut', { ...out, outReason: 'retired' });

  const rate = () =>
    call('ratings.set', { year: 2025, officialId, version: 0, change: { field: 'self', level: 'good' } });
  await expect(rate()).rejects.toMatchObject({ code: 'PERSON_TAKEN_OUT' });
  expect(errorMessage({ code: 'PERSON_TAKEN_OUT', params: {} })).toContain('Đưa lại vào diện xếp loại');

  const bytes = await workbookBytes({
    name: 'XL',
    rows: [
      ['KẾT QUẢ XẾP LOẠI ĐẢNG VIÊN NĂM 2025'],
      ['STT', 'Họ và tên', 'Mức xếp loại'],
      [1, name, 'HTTNV'],
      [2, 'Vàng A An', 'HTTNV'],
    ],
  });
  const workbook = await readWorkbookBytes('xl.xlsx', bytes);
  const seen = await previewOf(call, workbook, { sheet: 'XL', kind: 'ratings', year: 2025 });
  const told = (await seen.rows()).map(({ class: outcome, problems }) => [
    outcome,
    problems.map(({ code }) => code).filter((code) => code === 'PERSON_TAKEN_OUT'),
  ]);
  expect(told).toEqual([
    ['new', ['PERSON_TAKEN_OUT']],
    ['new', []],
  ]);

  await call('cycles.setOut', { ...out, version: out.version + 1, outReason: null });
  await expect(rate()).resolves.toMatchObject({ row: { selfLevel: 'good' } });
});
