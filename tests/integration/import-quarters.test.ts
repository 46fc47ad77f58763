import { expect, it } from 'vitest';
import { readWorkbookBytes } from '../../db/excel/read-workbook.ts';
import { cycleOffice, plan2025 } from '../helpers/cycle-office.ts';
import { workbookBytes } from '../helpers/workbooks.ts';

/** Fault: another office's list of a quarter was taken in as the ratings of the year. */

const untouched = {
  overrides: { columns: {}, rowClasses: {}, includeHidden: { rows: false, columns: false } },
  cleaning: { notes: [], keepCapitals: false, confirmIds: false },
};

it('takes the ratings of a quarter into that quarter once it is open, one period of the sheet at a time', async () => {
  const made = await cycleOffice();
  const { call } = made;
  const [cell = ''] = Object.keys(made.cells);
  const [first = '', second = ''] = Object.keys(made.people);
  const bytes = (title: string) =>
    workbookBytes({
      name: 'XL',
      rows: [
        [title],
        ['STT', 'Họ và tên', 'Quý III', 'Quý IV'],
        [1, first, 'HTTNV', 'HTXSNV'],
        [2, second, 'HTNV', 'HTTNV'],
      ],
    });
  const stage = async (title: string) =>
    call('imports.stage', { workbook: await readWorkbookBytes('xl.xlsx', await bytes(title)) });
  const staged = await stage('KẾT QUẢ XẾP LOẠI ĐẢNG VIÊN QUÝ III NĂM 2025');
  expect(cell).not.toBe('');
  expect(staged.sheets[0]).toMatchObject({ year: 2025, ratingList: { quarter: 3, kind: 'member' } });
  const preview = (stageId: string) =>
    call('imports.preview', { stageId, sheet: 'XL', kind: 'ratings', year: 2025 });
  await expect(preview(staged.stageId)).rejects.toMatchObject({
    code: 'CYCLE_NOT_OPEN',
    params: { year: 2025, quarter: 3 },
  });
  for (const quarter of [3, 4])
    await call('cycles.open', { ...plan2025, year: 2025, quarter, collectives: [] });

  const third = await preview(staged.stageId);
  expect(third).toMatchObject({ ratingList: { quarter: 3, kind: 'member' }, counts: { new: 2 } });
  const { batchId } = await call('imports.commit', { previewId: third.previewId });
  const levels = async (quarter: number) =>
    (await call('ratings.grid', { year: 2025, quarter })).rows
      .filter(({ fullName }) => fullName === first || fullName === second)
      .map(({ fullName, decidedLevel }) => [fullName, decidedLevel]);
  const none = expect.arrayContaining([
    [first, null],
    [second, null],
  ]);
  expect(await levels(3)).toEqual(
    expect.arrayContaining([
      [first, 'good'],
      [second, 'completed'],
    ]),
  );
  expect([await levels(4), await levels(0)]).toEqual([none, none]);

  // The other column of the same sheet, by the person's word.
  await call('imports.understand', {
    stageId: staged.stageId,
    sheet: 'XL',
    reading: { ...untouched, overrides: { ...untouched.overrides, quarter: 4 } },
  });
  const fourth = await preview(staged.stageId);
  expect(fourth).toMatchObject({ ratingList: { quarter: 4 }, counts: { new: 2 } });
  await call('imports.commit', { previewId: fourth.previewId });
  expect(await levels(4)).toEqual(expect.arrayContaining([[first, 'excellent']]));
  await call('imports.undo', { batchId: batchId ?? 0 });
  expect(await levels(3)).toEqual(none);
  expect(await levels(4)).toEqual(expect.arrayContaining([[second, 'good']]));

  // The recipe of the fourth quarter does not read the third quarter's sheet by the fourth's column.
  const again = await stage('KẾT QUẢ XẾP LOẠI ĐẢNG VIÊN QUÝ III NĂM 2025');
  expect(again.sheets[0]?.recipe).not.toBeNull();
  expect(again.sheets[0]).toMatchObject({ ratingList: { quarter: 3 } });
  expect(again.sheets[0]?.columns.find(({ field }) => field === 'ratingDecided')?.letter).toBe('C');
});
