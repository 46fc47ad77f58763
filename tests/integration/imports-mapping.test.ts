import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { StagedSheet } from '../../db/contract/imports.ts';
import { type SheetReading, sheetReading } from '../../db/contract/sheet-readings.ts';
import type { ReadWorkbook } from '../../db/contract/workbooks.ts';
import { readWorkbookBytes } from '../../db/excel/read-workbook.ts';
import { newOffice, type TestOffice } from '../helpers/office.ts';
import { type CellInput, type SheetSpec, workbookBytes } from '../helpers/workbooks.ts';

const fixture = (file: string): Promise<ReadWorkbook> =>
  readWorkbookBytes(file, readFileSync(path.resolve(import.meta.dirname, '../fixtures', file)));
const written = async (spec: SheetSpec, fileName = 'danh-sach.xlsx'): Promise<ReadWorkbook> =>
  readWorkbookBytes(fileName, await workbookBytes({ name: 'Danh sách', ...spec }));

const reading = (values: {
  overrides?: Partial<SheetReading['overrides']>;
  cleaning?: Partial<SheetReading['cleaning']>;
}): SheetReading => {
  const { overrides, cleaning } = sheetReading.parse({});
  return { overrides: { ...overrides, ...values.overrides }, cleaning: { ...cleaning, ...values.cleaning } };
};

const list: SheetSpec = {
  rows: [
    ['ĐẢNG ỦY XÃ SÔNG MÂY'],
    ['CHI BỘ BẢN MÂY'],
    ['DANH SÁCH ĐẢNG VIÊN NĂM 2025'],
    ['STT', 'Họ và tên', 'Ngày sinh', 'Chi bộ', 'Điện thoại', 'Xếp loại năm 2024'],
    [1, 'LÒ VĂN AN', '03/02/1985', 'Chi bộ Bản Mây', '0912', 'HTTNV'],
    [2, 'Vì Thị Bình', '31/02/1990', 'Chi bộ Bản Mây', null, 'HTNV'],
    [null, 'Ghi thêm: hai người nữa', null, null, 'abc', null],
  ],
};

async function stage(office: TestOffice, workbook: ReadWorkbook) {
  const { stageId, sheets } = await office.call('imports.stage', { workbook });
  const [sheet] = sheets;
  if (!sheet) throw new Error('no sheet');
  return { stageId, sheet };
}

const fields = (sheet: StagedSheet) =>
  Object.fromEntries(sheet.columns.map(({ letter, field }) => [letter, field]));

async function commit(office: TestOffice, stageId: string, sheet: string): Promise<number> {
  const { previewId } = await office.call('imports.preview', { stageId, sheet, kind: 'officials' });
  const { batchId } = await office.call('imports.commit', { previewId });
  if (batchId === null) throw new Error('nothing was written');
  return batchId;
}

describe('the sheet as it looks', () => {
  it('shows every row with its class and what is wrong in its cells', async () => {
    const office = await newOffice();
    const { stageId, sheet } = await stage(office, await written(list));
    expect(sheet.look).toMatchObject({ headerAt: 3, hiddenRows: 0, capitals: { count: 1 } });
    expect(sheet.columns[1]).toMatchObject({
      reason: 'title',
      samples: ['LÒ VĂN AN', 'Vì Thị Bình'],
    });
    const { rows, total } = await office.call('imports.sheetRows', {
      stageId,
      sheet: sheet.name,
      offset: 0,
      limit: 100,
    });
    expect(total).toBe(7);
    expect(rows.map((row) => row.class)).toEqual(['head', 'head', 'head', 'header', 'data', 'data', 'foot']);
    expect(rows[4]?.cells).toMatchObject({ A: '1', B: 'LÒ VĂN AN', C: '03/02/1985' });
    const problems = await office.call('imports.sheetProblems', { stageId, sheet: sheet.name });
    expect(problems).toMatchObject({ problemCount: 1, problemsAt: [5], restoredIds: 0 });
    expect(rows[5]?.problems.map(({ column }) => column)).toContain('C');
  });

  it('pages a long sheet, and tells nothing twice', async () => {
    const office = await newOffice();
    const { stageId, sheet } = await stage(office, await fixture('01-trich-ngang-can-bo-dang-vien.xlsx'));
    const page = (offset: number, limit: number) =>
      office.call('imports.sheetRows', { stageId, sheet: sheet.name, offset, limit });
    const all = await page(0, 500);
    const parts = [...(await page(0, 60)).rows, ...(await page(60, 500)).rows];
    expect(parts).toEqual(all.rows);
    expect(all.rows.map(({ row }) => row)).toEqual(all.rows.map((_, index) => index + 1));
    expect(all.rows.filter((row) => row.class === 'data')).toHaveLength(118);
    expect(sheet.look.header.map(({ row }) => row)).toEqual(sheet.headerRows);
  });
});

describe('a sheet read again with what the person chose', () => {
  it('changes what the preview does: fields, a row left out, a column kept as note, capitals kept', async () => {
    const office = await newOffice();
    const { stageId, sheet } = await stage(office, await written(list));
    const again = await office.call('imports.understand', {
      stageId,
      sheet: sheet.name,
      reading: reading({
        overrides: { columns: { F: null }, rowClasses: { 6: 'blank', 7: 'blank' } },
        cleaning: { notes: ['E'], keepCapitals: true },
      }),
    });
    expect(again.rowCounts.data).toBe(1);
    const { previewId, counts } = await office.call('imports.preview', {
      stageId,
      sheet: sheet.name,
      kind: 'officials',
    });
    expect(counts).toMatchObject({ new: 1, rejected: 0 });
    const { rows } = await office.call('imports.previewRows', { previewId });
    expect(rows[0]?.values).toMatchObject({ fullName: 'LÒ VĂN AN', note: 'Điện thoại: 0912' });
    const grid = await office.call('imports.sheetRows', { stageId, sheet: sheet.name, offset: 0, limit: 50 });
    expect(grid.rows[6]).toMatchObject({ class: 'leftOut', chosen: true });
  });

  it('moves the header and names the sheet again when the kind is chosen', async () => {
    const office = await newOffice();
    const rows = [
      ['Ai', 'Sinh', 'Nơi'],
      ['Lò Văn An', '1985', 'Chi bộ 1'],
    ];
    const { stageId, sheet } = await stage(office, await written({ rows }));
    expect(sheet.headerRows).toBeNull();
    const again = await office.call('imports.understand', {
      stageId,
      sheet: sheet.name,
      reading: reading({
        overrides: { headerRows: [1, 1], kind: 'officials', columns: { A: 'fullName', C: 'organization' } },
      }),
    });
    expect(again).toMatchObject({ kind: 'officials', headerRows: [1, 1] });
    const preview = await office.call('imports.preview', { stageId, sheet: sheet.name, kind: 'officials' });
    expect(preview.counts.new).toBe(1);
  });
});

describe('a recipe', () => {
  it('is kept at commit and found again for the next year with moved and added columns', async () => {
    const office = await newOffice();
    const first = await stage(office, await written(list, 'dot-1.xlsx'));
    expect(first.sheet.recipe).toBeNull();
    await office.call('imports.understand', {
      stageId: first.stageId,
      sheet: first.sheet.name,
      reading: reading({
        overrides: { columns: { F: null }, rowClasses: { 7: 'blank' } },
        cleaning: { notes: ['E'], keepCapitals: true },
      }),
    });
    const batchId = await commit(office, first.stageId, first.sheet.name);
    await office.call('imports.undo', { batchId });

    const next = await written(
      {
        rows: [
          ['ĐẢNG ỦY XÃ SÔNG MÂY'],
          ['CHI BỘ BẢN MÂY'],
          ['DANH SÁCH ĐẢNG VIÊN NĂM 2026'],
          ['STT', 'Họ và tên', 'Chi bộ', 'Ngày sinh', 'Xếp loại năm 2025', 'Điện thoại', 'Dân tộc'],
          [1, 'LÒ VĂN AN', 'Chi bộ Bản Mây', '03/02/1985', 'HTTNV', '0912', 'Thái'],
          [2, 'Vì Thị Bình', 'Chi bộ Bản Mây', '1990', 'HTNV', null, 'Kinh'],
        ],
      },
      'dot-2.xlsx',
    );
    const { sheet } = await stage(office, next);
    expect(sheet.recipe).toMatchObject({ fileName: 'dot-1.xlsx', missing: [] });
    expect(fields(sheet)).toMatchObject({
      B: 'fullName',
      C: 'organization',
      D: 'birthDate',
      E: null,
      F: null,
      G: 'ethnicity',
    });
    expect(sheet.reading.cleaning).toEqual({ notes: ['F'], keepCapitals: true, confirmIds: false });
    expect((await office.call('recipes.list', {})).recipes).toHaveLength(1);
  });

  it('names what a changed sheet no longer has, and passes over another layout and another sender', async () => {
    const office = await newOffice();
    const first = await stage(office, await written(list));
    await commit(office, first.stageId, first.sheet.name);
    const rows = (head: string, titles: string[]) => ({
      rows: [[head], ['CHI BỘ BẢN MÂY'], ['DANH SÁCH'], titles, [1, 'Lò Văn An', '1985', 'Chi bộ 1', '1']],
    });
    const lacking = await stage(
      office,
      await written(
        rows('ĐẢNG ỦY XÃ SÔNG MÂY', ['STT', 'Họ và tên', 'Ngày sinh', 'Xếp loại năm 2025', 'Điện thoại']),
      ),
    );
    expect(lacking.sheet.recipe?.missing).toEqual(['Chi bộ']);
    const other = await stage(
      office,
      await written(rows('ĐẢNG ỦY XÃ SÔNG MÂY', ['TT', 'Họ tên', 'Quê quán', 'Chức vụ', 'Số thẻ đảng viên'])),
    );
    expect(other.sheet.recipe).toBeNull();
  });

  it('keeps what was decided over the preview: policies, units by name, and that lost zeros come back', async () => {
    const office = await newOffice();
    const sheet: SheetSpec = {
      rows: [
        ['STT', 'Họ và tên', 'Ngày sinh', 'Số CCCD', 'Chi bộ'],
        [1, 'Lò Văn An', '03/02/1985', 1085000001, 'CB Bản Mây'],
      ],
    };
    const root = (await office.call('organizations.tree', {})).organizations[0]?.id ?? 0;
    const cell = await office.call('organizations.create', {
      parentId: root,
      kind: 'partyCell',
      name: 'Chi bộ Bản Mây số 2',
    });
    const first = await stage(office, await written(sheet));
    await office.call('imports.understand', {
      stageId: first.stageId,
      sheet: first.sheet.name,
      reading: reading({ cleaning: { confirmIds: true } }),
    });
    const input = { stageId: first.stageId, sheet: first.sheet.name, kind: 'officials' as const };
    const { previewId, toConfirm } = await office.call('imports.preview', input);
    expect(toConfirm).toBe(0);
    const choice = { type: 'existing' as const, organizationId: cell.id };
    await office.call('imports.decide', {
      previewId,
      decision: { type: 'unit', name: 'CB Bản Mây', choice },
    });
    await office.call('imports.decide', {
      previewId,
      decision: { type: 'policy', field: 'birthDate', policy: 'keep' },
    });
    const { batchId } = await office.call('imports.commit', { previewId });
    await office.call('imports.undo', { batchId: batchId ?? 0 });

    const again = await stage(office, await written(sheet));
    expect(again.sheet.reading.cleaning.confirmIds).toBe(true);
    const preview = await office.call('imports.preview', { ...input, stageId: again.stageId });
    expect(preview).toMatchObject({
      toConfirm: 0,
      policies: [{ field: 'birthDate', policy: 'keep' }],
      units: [{ name: 'Chi bộ Bản Mây số 2', exists: true }],
    });
    const anew = await office.call('imports.understand', {
      stageId: again.stageId,
      sheet: again.sheet.name,
      reading: reading({}),
      keepsRecipe: false,
    });
    expect(anew.recipe).toBeNull();
    const bare = await office.call('imports.preview', { ...input, stageId: again.stageId });
    expect(bare).toMatchObject({ toConfirm: 1, policies: [] });
  });

  /**
   * Fault: a clerk made a row a section and left another out; next year the same sheet, with two more people above
   * them, had to be put right again, since a recipe knew no rows.
   */
  it('tells rows again by their words or by the columns that they fill, wherever they stand, and people never', async () => {
    const office = await newOffice();
    const sheetOf = (people: number, note: string, count: number) =>
      written({
        rows: [
          ['CHI BỘ BẢN MÂY'],
          ['STT', 'Họ và tên', 'Ngày sinh', 'Quê quán', 'Chức vụ'],
          ...Array.from({ length: people }, (_, at) => [at + 1, `Lò Văn ${at}`, '1985', 'xã Mây', 'Bí thư']),
          [null, `Các thầy cô giáo: ${count} người`],
          [9, 'Vì Thị Bình', '1990', 'xã Mây', null],
          [null, 'Lò Thị Mới', 1990],
          [null, note],
        ],
      });
    const first = await stage(office, await sheetOf(2, 'Bổ sung sau: 01 người', 2));
    const again = await office.call('imports.understand', {
      stageId: first.stageId,
      sheet: first.sheet.name,
      reading: reading({ overrides: { rowClasses: { 3: 'blank', 5: 'section', 7: 'data', 8: 'blank' } } }),
    });
    expect(again.rowCounts).toMatchObject({ data: 3, section: 1 });
    await commit(office, first.stageId, first.sheet.name);

    const { sheet } = await stage(office, await sheetOf(4, 'Bổ sung sau: 03 người', 5));
    expect(sheet.recipe).toMatchObject({ rows: 3 });
    // The first row named one person: nobody is left out by a recipe.
    expect(sheet.reading.overrides.rowClasses).toEqual({ 7: 'section', 9: 'data', 10: 'blank' });
    expect(sheet.rowCounts).toMatchObject({ data: 6, section: 1 });
  });

  /**
   * Fault: a clerk made "Các thầy cô giáo" a section; one year the sheet had no such row, that import wrote a recipe
   * without it, and the year after the clerk had to say it again.
   */
  it('keeps what was said of a row through years without such a row, but not for ever', async () => {
    const office = await newOffice();
    let people = 0;
    const sheetOf = (...rows: CellInput[][]) =>
      written({
        rows: [
          ['CHI BỘ BẢN MÂY'],
          ['STT', 'Họ và tên', 'Ngày sinh', 'Quê quán', 'Chức vụ'],
          // Somebody new each year, so that there is something to commit.
          [1, `Lò Văn ${'ABCDEGHIKL'[people++]}`, '1985', 'xã Mây', 'Bí thư'],
          ...rows,
          [2, `Vì Thị ${'ABCDEGHIKL'[people]}`, '1990', 'xã Mây', null],
        ],
      });
    const first = await stage(office, await sheetOf([null, 'Các thầy cô giáo: 2 người']));
    await office.call('imports.understand', {
      stageId: first.stageId,
      sheet: first.sheet.name,
      reading: reading({ overrides: { rowClasses: { 4: 'section' } } }),
    });
    await commit(office, first.stageId, first.sheet.name);
    const year = async (...rows: CellInput[][]) => {
      const staged = await stage(office, await sheetOf(...rows));
      await commit(office, staged.stageId, staged.sheet.name);
      return staged.sheet.recipe?.rows;
    };
    expect(await year()).toBe(0);
    expect(await year([null, 'Các thầy cô giáo: 3 người'])).toBe(1);
    for (let without = 0; without < 6; without += 1) expect(await year()).toBe(0);
    expect(await year([null, 'Các thầy cô giáo: 4 người'])).toBe(0);
  });

  it('forgets what was said of a row when the person takes it back', async () => {
    const office = await newOffice();
    const sheetOf = (name: string) =>
      written({
        rows: [
          ['CHI BỘ BẢN MÂY'],
          ['STT', 'Họ và tên', 'Ngày sinh', 'Quê quán', 'Chức vụ'],
          [1, name, '1985', 'xã Mây', 'Bí thư'],
          [null, 'Các thầy cô giáo: 2 người'],
          [2, `${name} Hai`, '1990', 'xã Mây', null],
        ],
      });
    for (const [name, rowClasses] of [
      ['Lò Văn An', { 4: 'section' }],
      ['Lò Văn Bình', {}],
    ] as const) {
      const staged = await stage(office, await sheetOf(name));
      await office.call('imports.understand', {
        stageId: staged.stageId,
        sheet: staged.sheet.name,
        reading: reading({ overrides: { rowClasses } }),
      });
      await commit(office, staged.stageId, staged.sheet.name);
    }
    expect((await stage(office, await sheetOf('Lò Văn Cường'))).sheet.recipe).toMatchObject({ rows: 0 });
  });

  it('is renamed and removed; a batch made with it stays', async () => {
    const office = await newOffice();
    const first = await stage(office, await written(list));
    await commit(office, first.stageId, first.sheet.name);
    const [recipe] = (await office.call('recipes.list', {})).recipes;
    if (!recipe) throw new Error('no recipe');
    expect(recipe).toMatchObject({ kind: 'officials', batches: 1 });
    await office.call('recipes.rename', { id: recipe.id, version: recipe.version, name: 'Mẫu Bản Mây' });
    await expect(
      office.call('recipes.remove', { id: recipe.id, version: recipe.version }),
    ).rejects.toMatchObject({
      code: 'STALE_VERSION',
    });
    const [renamed] = (await office.call('recipes.list', {})).recipes;
    expect(renamed?.name).toBe('Mẫu Bản Mây');
    await office.call('recipes.remove', { id: recipe.id, version: renamed?.version ?? 0 });
    expect((await office.call('recipes.list', {})).recipes).toEqual([]);
    expect((await office.call('imports.list', {})).batches).toHaveLength(1);
  });
});
