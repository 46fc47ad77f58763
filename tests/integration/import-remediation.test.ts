import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { TaskRow } from '../../db/contract/remediation.ts';
import { dueWords, reviewDayWords } from '../../db/contract/vi/remediation.ts';
import type { ColumnField, ReadWorkbook } from '../../db/contract/workbooks.ts';
import { dayOf, latestDay } from '../../db/domain/dates.ts';
import { defaultReviewDay } from '../../db/domain/remediation-rules.ts';
import { readWorkbookBytes } from '../../db/excel/read-workbook.ts';
import { parseDeadline } from '../../db/excel/values-deadlines.ts';
import { codeOf, personFields } from '../helpers/cycle-office.ts';
import { previewOf } from '../helpers/import-calls.ts';
import { newOffice, openDatabase } from '../helpers/office.ts';
import { stagedWorkbook } from '../helpers/staged-workbooks.ts';

const fixtures = path.resolve(import.meta.dirname, '../fixtures');
const SAMPLE = '04-theo-doi-khac-phuc-2025.xlsx';

interface ExpectedTask {
  assignee: string | null;
  due: string;
  result: string;
}
const expected: ExpectedTask[] = JSON.parse(readFileSync(path.join(fixtures, 'expected.json'), 'utf8'))[
  SAMPLE
].rows;
const sample = (): Promise<ReadWorkbook> =>
  readWorkbookBytes(SAMPLE, readFileSync(path.join(fixtures, SAMPLE)));
const remediation = { sheet: 'Khắc phục', kind: 'remediation', year: 2025 } as const;

const lastDayOf = (due: string): string => {
  const read = parseDeadline({ type: 'text', text: due });
  return read.kind === 'due' ? latestDay(read.on) : '';
};
/** State and percent that the words of the sample mean. */
const standing = (result: string): [string, number] => {
  if (result === 'Đã hoàn thành') return ['done', 100];
  if (result === '') return ['planned', 0];
  return ['doing', Number(/\d+/.exec(result)?.[0] ?? 0)];
};
const tupleOf = (row: TaskRow) => [row.assigneeName, row.dueOn, row.result, row.state, row.progress];

describe('import of the follow-up of a plan', () => {
  it('brings exactly the tasks of sample 04, rejects the one without owner, asks for a day of the continuous one, and is taken back', async () => {
    const { call, folder } = await newOffice();
    const { id: unit } = await call('organizations.create', {
      parentId: 1,
      kind: 'partyCell',
      name: 'Chi bộ Một',
    });
    const person = { ...personFields, organizationId: unit };
    const { id: ngan } = await call('officials.create', { ...person, fullName: 'Cầm Hồng Ngân' });
    // Two of one name: which of them is meant nobody knows.
    await call('officials.create', { ...person, fullName: 'Lò Văn Hải' });
    await call('officials.create', { ...person, fullName: 'Lò Văn Hải', birthDate: '1990' });
    const preview = await previewOf(call, await sample(), remediation);
    expect(preview.counts).toEqual({ new: 23, changed: 0, same: 0, conflict: 0, rejected: 1 });
    const shown = await preview.rows();
    const rejected = shown.filter((row) => row.class === 'rejected');
    expect(rejected.map(({ problems }) => problems.map(({ code }) => code))).toEqual([['ASSIGNEE_MISSING']]);
    const reviewOn = defaultReviewDay(2025, dayOf(new Date()));
    const asking = shown.filter((row) => row.toConfirm);
    expect(asking.map(({ values, problems }) => [values.due, problems.map(({ code }) => code)])).toEqual([
      [reviewDayWords(reviewOn), ['DUE_CONTINUOUS']],
    ]);
    // Nothing is written before the day is confirmed, and one act confirms it for all.
    expect(await codeOf(preview.commit())).toBe('IMPORT_NOT_CONFIRMED');
    expect((await call('remediation.list', { year: null })).total).toBe(0);
    await preview.decide({ type: 'confirm', rows: 'all' });
    const { batchId } = await preview.commit();

    const { rows } = await call('remediation.list', { year: 2025, limit: 100 });
    const wanted = expected
      .filter(({ assignee }) => assignee !== null)
      .map(({ assignee, due, result }) => [
        assignee,
        lastDayOf(due) || reviewOn,
        result,
        ...standing(result),
      ]);
    expect(rows.map(tupleOf).sort()).toEqual(wanted.sort());
    expect(rows.find((row) => row.assigneeName === 'Cầm Hồng Ngân')?.assigneeId).toBe(ngan);
    expect(rows.find((row) => row.assigneeName === 'Lò Văn Hải')?.assigneeId).toBeNull();
    expect(new Set(rows.map((row) => row.organizationId))).toEqual(new Set([1]));
    // The same file again changes nothing.
    const again = await previewOf(call, await sample(), remediation);
    expect(again.counts).toEqual({ new: 0, changed: 0, same: 23, conflict: 0, rejected: 1 });
    expect(again.toConfirm).toBe(0);

    const undone = await call('imports.undo', { batchId: batchId ?? 0 });
    expect(undone).toEqual({ batchId, removed: 23, restored: 0 });
    const { writerDriver } = await openDatabase(folder);
    const left = (table: string) => writerDriver.prepare(`select count(*) from ${table}`).pluck().get();
    expect([left('remediation_tasks'), left('cycles')]).toEqual([0, 0]);
  });

  it('takes a rejected row in when its owner is typed, and a continuous one with the day that is typed', async () => {
    const { call } = await newOffice();
    const preview = await previewOf(call, await sample(), remediation);
    const rows = await preview.rows();
    const noOwner = rows.find((row) => row.class === 'rejected')?.row;
    const noDeadline = rows.find((row) => row.toConfirm)?.row;
    await preview.decide({ type: 'cell', row: noOwner ?? 0, field: 'assignee', text: 'đ/c Lò Thị Mai' });
    const after = await preview.decide({
      type: 'cell',
      row: noDeadline ?? 0,
      field: 'due',
      text: 'Quý IV/2025',
    });
    expect(after.counts).toMatchObject({ new: 24, rejected: 0 });
    expect(after.toConfirm).toBe(0);
    await call('imports.commit', { previewId: preview.previewId });
    const { rows: tasks } = await call('remediation.list', { year: 2025, limit: 100 });
    expect(tasks).toHaveLength(24);
    expect(tasks.map((task) => task.assigneeName)).toContain('Lò Thị Mai');
  });
});

const columns: ColumnField[] = ['shortcoming', 'measure', 'assignee', 'due', 'outcome', 'organization'];
const sheet = (...rows: (string | null)[][]): ReadWorkbook =>
  stagedWorkbook(columns, rows, { kind: 'remediation', year: 2025 });
const line = (assignee: string, due: string, outcome: string | null, unit: string | null = 'Chi bộ Một') => [
  'Ít dự họp',
  'Dự đủ họp',
  assignee,
  due,
  outcome,
  unit,
];
const asked = { kind: 'remediation', year: 2025 } as const;

describe('import of tasks that are there', () => {
  it('changes what the sheet says, only forward, and an undo puts it back', async () => {
    const { call } = await newOffice();
    await call('organizations.create', { parentId: 1, kind: 'partyCell', name: 'Chi bộ Một' });
    await (await previewOf(call, sheet(line('Lò Thị Mai', '30/06/2025', null)), asked)).commit();
    const next = await previewOf(call, sheet(line('LÒ THỊ MAI', '31/07/2025', 'Đã hoàn thành')), asked);
    expect(next.counts).toMatchObject({ new: 0, changed: 1 });
    expect((await next.rows())[0]?.before).toMatchObject({ due: '2025-06-30', progress: '0' });
    const { batchId } = await next.commit();
    const one = async () => (await call('remediation.list', { year: 2025 })).rows[0];
    expect(await one()).toMatchObject({ dueOn: '2025-07-31', state: 'done', progress: 100 });
    // A sheet that is behind the book takes nothing back.
    const behind = await previewOf(call, sheet(line('Lò Thị Mai', '31/07/2025', 'Đang thực hiện')), asked);
    await behind.commit();
    expect(await one()).toMatchObject({ state: 'done', progress: 100, result: 'Đang thực hiện' });
    expect(await codeOf(call('imports.undo', { batchId: batchId ?? 0 }))).toBe('IMPORT_UNDO_CONFLICT');
    await call('imports.undo', { batchId: (batchId ?? 0) + 1 });
    await call('imports.undo', { batchId: batchId ?? 0 });
    expect(await one()).toMatchObject({ dueOn: '2025-06-30', state: 'planned', progress: 0, result: '' });
  });

  it('keeps the review day of a continuous task, takes another that the sheet names, and reads its own words again', async () => {
    const { call } = await newOffice();
    await call('organizations.create', { parentId: 1, kind: 'partyCell', name: 'Chi bộ Một' });
    const first = await previewOf(call, sheet(line('Lò Thị Mai', 'Thường xuyên (30/09/2026)', null)), asked);
    expect([first.counts.new, first.toConfirm]).toEqual([1, 0]);
    await first.commit();
    const one = async () => {
      const [task] = (await call('remediation.list', { year: 2025 })).rows;
      return task ?? expect.fail('no task');
    };
    expect(await one()).toMatchObject({ dueOn: '2026-09-30', continuous: true });
    for (const due of ['Thường xuyên', 'Hằng tháng', dueWords(await one()), reviewDayWords('2026-09-30')]) {
      const same = await previewOf(call, sheet(line('Lò Thị Mai', due, null)), asked);
      expect([due, same.counts.same, same.toConfirm]).toEqual([due, 1, 0]);
    }
    // A day of its own makes it a task with an end; "thường xuyên" again asks for the day once more.
    const dated = await previewOf(call, sheet(line('Lò Thị Mai', '31/10/2026', null)), asked);
    expect((await dated.rows())[0]?.before.due).toBe('30/09/2026 (thường xuyên)');
    const { batchId } = await dated.commit();
    expect(await one()).toMatchObject({ dueOn: '2026-10-31', continuous: false });
    const back = await previewOf(call, sheet(line('Lò Thị Mai', 'Thường xuyên', null)), asked);
    expect([back.counts.changed, back.toConfirm]).toEqual([1, 1]);
    await call('imports.undo', { batchId: batchId ?? 0 });
    expect(await one()).toMatchObject({ dueOn: '2026-09-30', continuous: true });
  });

  it('tells tasks of one measure apart by person and deadline, and a line that stands twice is a conflict', async () => {
    const { call } = await newOffice();
    const two = [line('Lò Thị Mai', '30/06/2025', null), line('Hà Văn An', '30/06/2025', null)];
    const preview = await previewOf(call, sheet(...two, line('Lò Thị Mai', '30/06/2025', null)), asked);
    expect(preview.counts).toMatchObject({ new: 2, conflict: 1 });
    await preview.commit();
    const later = [line('Hà Văn An', '31/08/2025', null), line('Lò Thị Mai', '30/06/2025', null)];
    const again = await previewOf(call, sheet(...later), asked);
    expect((await again.rows()).map((row) => row.class)).toEqual(['changed', 'same']);
    // The unit of the sheet was created with the first batch.
    expect((await call('remediation.list', { year: 2025 })).rows[0]?.organizationName).toBe('Chi bộ Một');
  });
});
