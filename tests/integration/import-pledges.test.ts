import { describe, expect, it } from 'vitest';
import type { ColumnField } from '../../db/contract/workbooks.ts';
import { readWorkbookBytes } from '../../db/excel/read-workbook.ts';
import { codeOf, cycleOffice, openCycle2025 } from '../helpers/cycle-office.ts';
import { previewOf } from '../helpers/import-calls.ts';
import type { Call } from '../helpers/office.ts';
import { stagedWorkbook } from '../helpers/staged-workbooks.ts';
import { workbookBytes } from '../helpers/workbooks.ts';

const year = 2025;
const fields: ColumnField[] = ['fullName', 'organization', 'signed', 'signedOn', 'unsigned', 'note'];
type Row = (string | null)[];
const previewOfRows = (call: Call, rows: Row[]) =>
  previewOf(call, stagedWorkbook(fields, rows, { kind: 'pledges' }), { kind: 'pledges', year });

const an: Row = ['Vàng A An', 'Chi bộ Một', 'x', '05/03/2025', null, 'Bản chính'];
const dung: Row = ['Tòng Văn Dũng', 'Chi bộ Hai', null, null, 'Đi điều trị', null];

async function office() {
  const made = await cycleOffice();
  await openCycle2025(made);
  const state = async () =>
    (await made.call('pledges.list', { year })).rows.map((row) => [
      row.fullName,
      row.status,
      row.signedOn,
      row.notFiledReason,
    ]);
  return { ...made, state };
}

describe('a list of signatures', () => {
  it('files who signed, keeps the reason of who did not; again it is all the same, and undone as if it had not been', async () => {
    const { call, state } = await office();
    const before = await state();
    const preview = await previewOfRows(call, [an, dung]);
    expect(preview).toMatchObject({ rowsRead: 2, counts: { new: 2 } });
    const { batchId } = await preview.commit();
    const after = [
      ['Tòng Văn Dũng', 'notFiled', null, 'Đi điều trị'],
      ['Vàng A An', 'filed', '2025-03-05', ''],
    ];
    expect(await state()).toEqual(after);
    const { rows } = await call('pledges.list', { year });
    expect(rows.map((row) => row.variant)).toEqual(['member', 'leader']);

    const again = await previewOfRows(call, [an, dung]);
    expect(again.counts).toMatchObject({ same: 2, new: 0, changed: 0 });
    const later = await previewOfRows(call, [['Tòng Văn Dũng', 'Chi bộ Hai', 'x', '20/03/2025', null, null]]);
    expect(later.counts).toMatchObject({ changed: 1 });
    const second = await later.commit();
    expect((await state())[0]).toEqual(['Tòng Văn Dũng', 'filed', '2025-03-20', '']);

    await call('imports.undo', { batchId: second.batchId ?? 0 });
    expect(await state()).toEqual(after);
    await call('imports.undo', { batchId: batchId ?? 0 });
    expect(await state()).toEqual(before);
  });

  it('takes what came back with its reason, the same again, and undone as if it had not been', async () => {
    const { call, state } = await office();
    const before = await state();
    const rows = [['Tòng Văn Dũng', 'Chi bộ Hai', 'Trả lại', null, 'Chưa nêu chỉ tiêu', null]];
    const preview = await previewOfRows(call, rows);
    expect(preview.counts).toMatchObject({ new: 1 });
    const { batchId } = await preview.commit();
    expect((await state())[0]).toEqual(['Tòng Văn Dũng', 'returned', null, '']);
    const [pledge] = (await call('pledges.list', { year })).rows;
    expect(pledge?.returnedReason).toBe('Chưa nêu chỉ tiêu');
    expect((await previewOfRows(call, rows)).counts).toMatchObject({ same: 1 });
    await call('imports.undo', { batchId: batchId ?? 0 });
    expect(await state()).toEqual(before);
  });

  it('refuses rows of the exempt, of nobody, of one person twice, and who says neither; a filed one is never taken back', async () => {
    const { call, state } = await office();
    await (await previewOfRows(call, [an])).commit();
    const preview = await previewOfRows(call, [
      ['Lò Văn Bình', 'Chi bộ Một', 'x', null, null, null],
      ['Không Có Ai', 'Chi bộ Một', 'x', null, null, null],
      ['Vàng A An', 'Chi bộ Một', null, null, 'Vắng', null],
      ['Tòng Văn Dũng', 'Chi bộ Hai', 'x', null, null, null],
      ['Tòng Văn Dũng', 'Chi bộ Hai', 'x', null, null, null],
    ]);
    expect((await preview.rows()).map((row) => [row.class, row.problems.at(-1)?.code])).toEqual([
      ['rejected', 'NOT_TO_PLEDGE'],
      ['rejected', 'PERSON_NOT_FOUND'],
      ['rejected', 'PLEDGE_ALREADY_FILED'],
      ['new', undefined],
      ['conflict', 'DUPLICATE_IN_FILE'],
    ]);
    await preview.commit();
    expect(await state()).toEqual([
      ['Tòng Văn Dũng', 'filed', null, ''],
      ['Vàng A An', 'filed', '2025-03-05', ''],
    ]);
  });

  it('is not undone over a pledge that was written since, unless the rest is asked for', async () => {
    const { call, state, people } = await office();
    const { batchId } = await (await previewOfRows(call, [an, dung])).commit();
    await call('pledges.save', {
      year,
      officialId: people['Vàng A An'] ?? 0,
      version: 2,
      variant: 'leader',
      formId: 'pledge-leader',
      duty: '',
      note: '',
      items: [],
    });
    const undo = { batchId: batchId ?? 0 };
    expect(await codeOf(call('imports.undo', undo))).toBe('IMPORT_UNDO_CONFLICT');
    await call('imports.undo', { ...undo, keepEdited: true });
    expect((await state()).map(([, status, , reason]) => [status, reason])).toEqual([
      ['notFiled', ''],
      ['filed', ''],
    ]);
  });

  it('comes from a workbook: the kind, the year and the columns are read from the sheet', async () => {
    const { call, state } = await office();
    const bytes = await workbookBytes({
      name: 'Danh sách',
      rows: [
        ['DANH SÁCH KÝ CAM KẾT NĂM 2025'],
        ['STT', 'Họ và tên', 'Chi bộ', 'Đã ký', 'Ngày ký', 'Lý do chưa ký'],
        [1, 'VÀNG A AN', 'Chi bộ Một', 'x', { serial: 45672 }, null],
        [2, 'Tòng Văn Dũng', 'Chi bộ Hai', null, null, 'Đi học'],
      ],
    });
    const workbook = await readWorkbookBytes('ky-cam-ket.xlsx', bytes);
    const [sheet] = (await call('imports.stage', { workbook })).sheets;
    expect([sheet?.kind, sheet?.year]).toEqual(['pledges', year]);
    const preview = await previewOf(call, workbook, { kind: 'pledges', year });
    expect(preview.counts).toMatchObject({ new: 2, rejected: 0 });
    await preview.commit();
    expect(await state()).toEqual([
      ['Tòng Văn Dũng', 'notFiled', null, 'Đi học'],
      ['Vàng A An', 'filed', '2025-01-15', ''],
    ]);
  });
});
