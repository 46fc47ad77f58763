import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ImportKind, ReadWorkbook } from '../../db/contract/workbooks.ts';
import { readWorkbookBytes } from '../../db/excel/read-workbook.ts';
import { cycleOffice, openCycle2025, personFields } from '../helpers/cycle-office.ts';
import { previewOf } from '../helpers/import-calls.ts';
import { type Call, newOffice } from '../helpers/office.ts';
import { stagedWorkbook } from '../helpers/staged-workbooks.ts';

const year = 2025;
const RUNS = { numRuns: 6 };

/** What a preview says of each row of a workbook that the program itself made. */
async function rowsAgain(call: Call, bytes: Uint8Array, kind: ImportKind): Promise<unknown[]> {
  const read: ReadWorkbook = await readWorkbookBytes('xuat.xlsx', bytes);
  const [sheet] = read.sheets;
  expect([sheet?.kind, sheet?.year, sheet?.titleUnit]).toEqual([kind, year, undefined]);
  const preview = await previewOf(call, read, { sheet: sheet?.name ?? '', kind, year });
  expect(sheet?.writtenCounts.filter(({ written, read: counted }) => written !== counted)).toEqual([]);
  return (await preview.rows()).map((row) => [row.class, row.before, row.values.fullName ?? '']);
}

/** The office of the cycle's tests with two of one name in one cell, whom only the rows' keys tell apart. */
async function office() {
  const made = await cycleOffice();
  const [cell] = Object.values(made.cells);
  for (const birthDate of ['1988', '1991'])
    await made.call('officials.create', {
      ...personFields,
      fullName: 'Giàng A Trùng',
      birthDate,
      organizationId: cell ?? 1,
    });
  await openCycle2025(made);
  return made;
}

it('finds every rating the same in the list that the program made of the year', async () => {
  const level = fc.constantFrom(null, 'HTXSNV', 'HTTNV', 'HTNV', 'KHTNV');
  const text = fc.constantFrom(null, 'Mới kết nạp', '=lạ', '- gạch\nhai dòng', 'x');
  const row = fc.record({ self: level, proposed: level, decided: level, reason: text, note: text });
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 2, maxLength: 3 }), async (rows) => {
      const { call, people } = await office();
      const names = Object.keys(people).slice(0, rows.length);
      const source = stagedWorkbook(
        ['fullName', 'ratingSelf', 'ratingProposed', 'ratingDecided', 'unratedReason', 'note'],
        rows.map((each, at) => [
          names[at] ?? '',
          each.self,
          each.proposed,
          each.decided,
          each.reason,
          each.note,
        ]),
        { kind: 'ratings', year },
      );
      await (await previewOf(call, source, { kind: 'ratings', year })).commit();
      const { rows: grid } = await call('ratings.grid', { year });
      const file = await call('documents.workbook', { kind: 'ratings-list', year });
      expect(await rowsAgain(call, file.bytes, 'ratings')).toEqual(
        grid.map(({ fullName }) => ['same', {}, fullName]),
      );
    }),
    RUNS,
  );
});

it('finds every pledge the same in the lists that the program made, of all and of those who did not sign', async () => {
  const state = fc.record({
    signed: fc.constantFrom('x', null),
    on: fc.constantFrom(null, '05/03/2025'),
    reason: fc.constantFrom(null, 'Đi điều trị', '=ốm', 'Nghỉ\nthai sản'),
    note: fc.constantFrom(null, 'Bản chính'),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(state, { minLength: 2, maxLength: 2 }), async (states) => {
      const { call } = await office();
      const names = ['Vàng A An', 'Tòng Văn Dũng'];
      const source = stagedWorkbook(
        ['fullName', 'signed', 'signedOn', 'unsigned', 'note'],
        states.map(({ signed, on, reason, note }, at) => [
          names[at] ?? '',
          signed,
          signed === null ? null : on,
          signed === null ? (reason ?? 'x') : null,
          note,
        ]),
        { kind: 'pledges', year },
      );
      await (await previewOf(call, source, { kind: 'pledges', year })).commit();
      for (const show of ['all', 'notSigned'] as const) {
        const { rows } = await call('pledges.list', { year, show });
        if (rows.length === 0) continue;
        const file = await call('documents.workbook', { kind: 'pledges-list', year, show });
        expect(await rowsAgain(call, file.bytes, 'pledges')).toEqual(
          rows.map(({ fullName }) => ['same', {}, fullName]),
        );
      }
    }),
    RUNS,
  );
});

it('finds every task the same in the list that the program made', async () => {
  const task = fc.record({
    shortcoming: fc.constantFrom(
      'Ít dự họp',
      'Chậm nộp\nbáo cáo',
      '- Còn nể nang',
      'Tổng số hội nghị còn ít',
    ),
    measure: fc.constantFrom('Dự đủ họp', '=Nộp đúng hạn', 'Nêu gương; tự phê bình'),
    assignee: fc.constantFrom('Lò Thị Mai', 'Vàng A Sính', 'Đảng ủy xã'),
    due: fc.constantFrom('30/06/2025', '9/2025', 'Quý IV/2025', 'Thường xuyên'),
    outcome: fc.constantFrom(null, 'Đã hoàn thành', '45%', 'đang làm', 'Chưa thực hiện'),
    cause: fc.constantFrom(null, 'Bận'),
    body: fc.constantFrom(null, 'Đoàn xã'),
    late: fc.constantFrom(null, 'Mưa lũ'),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(task, { minLength: 1, maxLength: 5 }), async (tasks) => {
      const { call } = await newOffice();
      for (const name of ['Chi bộ Một', 'Chi bộ Hai'])
        await call('organizations.create', { parentId: 1, kind: 'partyCell', name });
      const source = stagedWorkbook(
        [
          'shortcoming',
          'measure',
          'assignee',
          'due',
          'outcome',
          'cause',
          'cooperator',
          'lateReason',
          'organization',
        ],
        tasks.map((each, at) => [
          each.shortcoming,
          each.measure,
          each.assignee,
          each.due,
          each.outcome,
          each.cause,
          each.body,
          each.late,
          at % 2 === 0 ? 'Chi bộ Một' : 'Chi bộ Hai',
        ]),
        { kind: 'remediation', year },
      );
      const preview = await previewOf(call, source, { kind: 'remediation', year });
      await preview.decide({ type: 'confirm', rows: 'all' });
      await preview.commit();
      const { total } = await call('remediation.list', { year, limit: 100 });
      const file = await call('documents.workbook', { kind: 'remediation-list', year });
      expect(await rowsAgain(call, file.bytes, 'remediation')).toEqual(
        Array.from({ length: total }, () => ['same', {}, '']),
      );
    }),
    RUNS,
  );
});
