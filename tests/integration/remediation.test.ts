import exceljs from 'exceljs';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../db/contract/errors.ts';
import type { MethodInput } from '../../db/contract/methods.ts';
import { addDays, dayOf } from '../../db/domain/dates.ts';
import { codeOf, cycleOffice, openCycle2025 } from '../helpers/cycle-office.ts';

const fieldErrorsOf = async (promise: Promise<unknown>): Promise<unknown> => {
  try {
    await promise;
    return {};
  } catch (error) {
    return error instanceof AppError ? error.fieldErrors : error;
  }
};

/** A shortcoming in the review of Dũng, and a plan for it that An answers for. */
async function office() {
  const made = await cycleOffice();
  await openCycle2025(made);
  const { rows } = await made.call('reviews.list', { year: 2025, search: 'tong van dung' });
  const review = await made.call('reviews.save', {
    reviewId: rows[0]?.reviewId ?? 0,
    version: 1,
    sections: [],
    shortcomings: [{ id: null, sectionId: 'shortcomings', text: 'Ít dự họp', cause: 'Xa trung tâm' }],
    outcomes: [],
    pledgeResults: [],
    answers: [],
  });
  const task: MethodInput<'remediation.save'> = {
    taskId: null,
    version: 0,
    year: 2025,
    organizationId: made.cells[1],
    shortcomingId: review.shortcomings[0]?.id ?? 0,
    shortcomingText: '',
    cause: '',
    measure: 'Dự đủ 12 buổi họp chi bộ',
    assigneeId: made.people['Tòng Văn Dũng'] ?? 0,
    assigneeName: '',
    coordinatingBody: 'Chi ủy',
    startsOn: '2026-01-15',
    dueOn: '2026-06-30',
    product: 'Biên bản họp',
    note: '',
  };
  return { ...made, task, an: made.people['Vàng A An'] ?? 0, dung: made.people['Tòng Văn Dũng'] ?? 0 };
}

describe('remediation', () => {
  it('refuses a line without owner or deadline, or with a deadline before its start, at its field', async () => {
    const { call, task } = await office();
    const nobody = call('remediation.save', { ...task, assigneeId: null, assigneeName: '  ', dueOn: null });
    expect(await fieldErrorsOf(nobody)).toEqual({ assigneeName: 'OWNER_MISSING', dueOn: 'DUE_MISSING' });
    const early = call('remediation.save', { ...task, dueOn: '2026-01-14' });
    expect(await fieldErrorsOf(early)).toEqual({ dueOn: 'DUE_BEFORE_START' });
    expect((await call('remediation.list', { year: 2025 })).total).toBe(0);
    expect((await call('remediation.findings', { year: 2025 })).findings).toMatchObject([
      { text: 'Ít dự họp', subject: 'Tòng Văn Dũng', tasks: 0 },
    ]);
  });

  it('goes from plan to a result verified by another person, counted as overdue on the day', async () => {
    const { call, task, an, dung } = await office();
    const made = await call('remediation.save', task);
    expect(made).toMatchObject({
      shortcomingText: 'Ít dự họp',
      cause: 'Xa trung tâm',
      reviewOf: 'Tòng Văn Dũng',
    });
    const { taskId } = made;
    const counts = async (asOf: string) => (await call('remediation.list', { year: 2025, asOf })).counts;
    expect(await counts('2026-06-30')).toMatchObject({ total: 1, open: 1, overdue: 0, dueSoon: 1 });
    expect(await counts('2026-07-01')).toMatchObject({ overdue: 1, dueSoon: 0, planned: 1 });
    await call('remediation.addNote', {
      taskId,
      version: 1,
      onDay: '2026-03-01',
      text: 'Dự 3 buổi',
      progress: 25,
    });
    const done = { taskId, version: 2, to: 'done' } as const;
    expect(await fieldErrorsOf(call('remediation.step', done))).toEqual({ doneOn: 'REQUIRED' });
    const finished = { ...done, doneOn: '2026-07-10', reason: 'Ốm', result: 'Đủ 12 buổi' };
    expect(await call('remediation.step', finished)).toMatchObject({
      state: 'done',
      progress: 100,
      lateReason: 'Ốm',
    });
    const verify = { taskId, version: 3, to: 'verified', verifiedOn: '2026-07-12' } as const;
    expect(await fieldErrorsOf(call('remediation.step', { ...verify, verifiedById: dung }))).toEqual({
      verifiedByName: 'VERIFIED_BY_OWNER',
    });
    expect(
      await fieldErrorsOf(call('remediation.step', { ...verify, verifiedByName: 'TÒNG VĂN DŨNG' })),
    ).toEqual({
      verifiedByName: 'VERIFIED_BY_OWNER',
    });
    const verified = await call('remediation.step', { ...verify, verifiedById: an });
    expect(verified).toMatchObject({ state: 'verified', verifiedByName: 'Vàng A An' });
    expect(await counts('2027-01-01')).toMatchObject({ open: 0, overdue: 0, verified: 1 });
    expect(await codeOf(call('remediation.remove', { taskId, version: 4 }))).toBe('TASK_BEGUN');
    expect(await codeOf(call('remediation.step', { ...done, version: 3, doneOn: '2026-07-10' }))).toBe(
      'VALIDATION_FAILED',
    );
  });

  it('stands in the lists of its day: today, yesterday, the last day of the notice, and done after the deadline', async () => {
    const { call, task, an } = await office();
    await call('settings.update', { key: 'remediationSoonDays', version: 0, value: 3 });
    const days = { late: '2026-06-29', today: '2026-06-30', soon: '2026-07-03', later: '2026-07-04' };
    const ids = new Map<string, number>();
    for (const [name, dueOn] of Object.entries(days)) {
      const { taskId } = await call('remediation.save', { ...task, assigneeId: an, measure: name, dueOn });
      ids.set(name, taskId);
    }
    const shown = async (show: MethodInput<'remediation.list'>['show'], asOf = '2026-06-30') =>
      (await call('remediation.list', { year: 2025, show, asOf })).rows.map(({ measure }) => measure);
    expect(await shown('overdue')).toEqual(['late']);
    expect(await shown('dueSoon')).toEqual(['today', 'soon']);
    expect(await shown('overdue', '2026-06-29')).toEqual([]);
    expect(await shown('dueSoon', '2026-07-01')).toEqual(['soon', 'later']);
    const finish = (name: string, doneOn: string, reason = '') =>
      call('remediation.step', { taskId: ids.get(name) ?? 0, version: 1, to: 'done', doneOn, reason });
    expect(await fieldErrorsOf(finish('late', '2026-06-30'))).toEqual({ reason: 'LATE_REASON_MISSING' });
    await finish('late', '2026-06-30', 'Mưa lũ');
    await finish('today', '2026-06-30');
    expect(await shown('doneLate')).toEqual(['late']);
    expect(await shown('overdue')).toEqual([]);
    // The day before its result it was overdue and not done.
    expect([await shown('doneLate', '2026-06-29'), await shown('overdue', '2026-07-01')]).toEqual([[], []]);
    const { counts } = await call('remediation.list', { year: 2025, asOf: '2026-06-30' });
    expect(counts).toMatchObject({ doneLate: 1, overdue: 0, dueSoon: 1 });
  });

  it('keeps "thường xuyên" with its review day, and refuses it without one', async () => {
    const { call, task } = await office();
    const continuous = { ...task, continuous: true };
    expect(await fieldErrorsOf(call('remediation.save', { ...continuous, dueOn: null }))).toEqual({
      dueOn: 'DUE_MISSING',
    });
    const made = await call('remediation.save', { ...continuous, dueOn: '2026-12-31' });
    expect(made).toMatchObject({ continuous: true, dueOn: '2026-12-31' });
    for (const kind of ['remediation-list', 'remediation-plan'] as const) {
      const { html } = await call('documents.html', { kind, year: 2025, organizationId: null });
      expect(html).toContain('Thường xuyên, rà soát 31/12/2026');
    }
  });

  it('takes out a task that nothing was done on, and refuses a stale one', async () => {
    const { call, task } = await office();
    const { taskId } = await call('remediation.save', task);
    const changed = await call('remediation.save', { ...task, taskId, version: 1, measure: 'Dự đủ họp' });
    expect(changed.measure).toBe('Dự đủ họp');
    expect(await codeOf(call('remediation.save', { ...task, taskId, version: 1 }))).toBe('STALE_VERSION');
    expect(await codeOf(call('remediation.remove', { taskId, version: 2 }))).toBe('done');
    expect((await call('remediation.list', { year: 2025 })).total).toBe(0);
  });
});

describe('remediation on a day', () => {
  it('shows a task as it was: a result and a confirmation that came later do not count', async () => {
    const { call, task, an } = await office();
    const { taskId } = await call('remediation.save', task);
    const note = { taskId, version: 1, onDay: '2026-03-01', text: 'Dự 3 buổi', progress: 25 };
    await call('remediation.addNote', note);
    const late = { onDay: '2026-07-02', text: 'Dự 9 buổi', progress: 75, lateReason: 'Đi điều trị' };
    expect((await call('remediation.addNote', { ...late, taskId, version: 2 })).lateReason).toBe(
      'Đi điều trị',
    );
    const done = { taskId, version: 3, to: 'done', doneOn: '2026-07-10', result: 'Đủ 12 buổi' } as const;
    await call('remediation.step', done);
    const verified = { to: 'verified', verifiedOn: '2026-07-20', verifiedById: an } as const;
    await call('remediation.step', { taskId, version: 4, ...verified });
    const on = async (asOf: string) => (await call('remediation.list', { year: 2025, asOf })).rows[0];
    const early = { state: 'doing', timing: null, progress: 25, result: 'Dự 3 buổi', doneOn: null };
    expect(await on('2026-03-01')).toMatchObject(early);
    expect(await on('2026-07-05')).toMatchObject({ state: 'doing', timing: 'overdue', progress: 75 });
    expect(await on('2026-07-10')).toMatchObject({ state: 'done', timing: null, result: 'Đủ 12 buổi' });
    expect(await on('2026-07-20')).toMatchObject({ state: 'verified', progress: 100 });
  });

  it('tells what is due soon by the days that the office has set', async () => {
    const { call, task } = await office();
    await call('remediation.save', task);
    const soon = async () =>
      (await call('remediation.list', { year: 2025, asOf: '2026-06-10' })).counts.dueSoon;
    expect(await soon()).toBe(0);
    await call('settings.update', { key: 'remediationSoonDays', value: 20, version: 0 });
    expect(await soon()).toBe(1);
  });

  it('narrows the list to one who answers for tasks, in the book or not', async () => {
    const { call, task, dung } = await office();
    await call('remediation.save', task);
    await call('remediation.save', { ...task, assigneeId: null, assigneeName: 'Chi ủy Chi bộ Hai' });
    const { assignees } = await call('remediation.list', { year: null });
    expect(assignees).toEqual([
      { assigneeId: dung, name: 'Tòng Văn Dũng', tasks: 1 },
      { assigneeId: null, name: 'Chi ủy Chi bộ Hai', tasks: 1 },
    ]);
    const named = async (filter: object) => (await call('remediation.list', { year: 2025, ...filter })).rows;
    expect(await named({ assigneeId: dung })).toMatchObject([{ assigneeName: 'Tòng Văn Dũng' }]);
    expect(await named({ assigneeName: 'chi uy chi bo hai' })).toMatchObject([{ assigneeId: null }]);
  });
});

describe('remediation on paper', () => {
  const fields = [
    'Ít dự họp',
    'Xa trung tâm',
    'Dự đủ 12 buổi họp chi bộ',
    'Tòng Văn Dũng',
    'Chi ủy',
    '30/06/2026',
    'Biên bản họp',
    'Ghi chú riêng',
  ];

  it('prints every field in the plan, and percent, result and reason of delay in the report', async () => {
    const { call, task, cells } = await office();
    const { taskId } = await call('remediation.save', { ...task, note: 'Ghi chú riêng' });
    const late = { onDay: '2026-07-02', text: 'Dự 9 buổi', progress: 75, lateReason: 'Đi điều trị' };
    await call('remediation.addNote', { ...late, taskId, version: 1 });
    const ofUnit = { year: 2025, organizationId: cells[1] };
    const plan = await call('documents.html', { kind: 'remediation-plan', ...ofUnit });
    for (const words of [...fields, 'CHI BỘ HAI', 'Số ........-KH/CB']) expect(plan.html).toContain(words);
    const asked = { kind: 'remediation-report', ...ofUnit, asOf: '2026-07-05' } as const;
    const report = await call('documents.html', asked);
    for (const words of [...fields, '75', 'Dự 9 buổi', 'Đi điều trị', 'trong đó quá hạn 1'])
      expect(report.html).toContain(words);
    const before = await call('documents.html', { ...asked, asOf: '2026-06-30' });
    expect(before.html).toContain('trong đó quá hạn 0');
    expect(before.html).not.toContain('Dự 9 buổi');
  });

  it('saves the list as it is shown as a workbook, and refuses an empty one', async () => {
    const { call, task, cells } = await office();
    await call('remediation.save', { ...task, note: 'Ghi chú riêng' });
    const list = { kind: 'remediation-list', year: 2025, asOf: '2026-07-05', show: 'overdue' } as const;
    const { bytes } = await call('documents.workbook', list);
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.load(bytes.buffer as ArrayBuffer);
    const texts: string[] = [];
    workbook.worksheets[0]?.eachRow((row) => row.eachCell((cell) => texts.push(cell.text)));
    for (const words of ['Ít dự họp', 'Dự đủ 12 buổi họp chi bộ', 'Chưa bắt đầu, quá hạn', 'Chi bộ Hai'])
      expect(texts).toContain(words);
    const empty = { ...list, organizationId: cells[0] };
    expect(await codeOf(call('documents.workbook', empty))).toBe('TASKS_EMPTY');
  });
});

describe('remediation in the thread of a person', () => {
  it('stands there for the one who answers for it, and for the one whose review named the shortcoming', async () => {
    const { call, task, an, dung } = await office();
    await call('remediation.save', { ...task, assigneeId: an });
    const entryOf = async (id: number) =>
      (await call('officials.timeline', { id })).entries.find((entry) => entry.kind === 'remediation');
    const told = { on: '2026-06-30', year: 2025, measure: 'Dự đủ 12 buổi họp chi bộ', state: 'planned' };
    expect(await entryOf(an)).toMatchObject({ ...told, isOwner: true });
    expect(await entryOf(dung)).toMatchObject({ ...told, isOwner: false, assigneeName: 'Vàng A An' });
  });

  it('says there that it is overdue or due soon, as its list does, until it is done', async () => {
    const { call, task, an } = await office();
    const today = dayOf(new Date());
    const timing = async () => {
      const { entries } = await call('officials.timeline', { id: an });
      return entries.flatMap((entry) => (entry.kind === 'remediation' ? [entry.timing] : []));
    };
    const day = { assigneeId: an, startsOn: null };
    const { taskId, version } = await call('remediation.save', {
      ...task,
      ...day,
      dueOn: addDays(today, -1),
    });
    expect(await timing()).toEqual(['overdue']);
    await call('remediation.save', { ...task, ...day, dueOn: today });
    await call('remediation.save', { ...task, ...day, dueOn: addDays(today, 11) });
    expect(await timing()).toEqual([null, 'dueSoon', 'overdue']);
    await call('remediation.step', {
      taskId,
      version,
      to: 'done',
      doneOn: today,
      result: 'Xong',
      reason: 'Ốm',
    });
    expect((await timing()).includes('overdue')).toBe(false);
  });
});
