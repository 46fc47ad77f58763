import { describe, expect, it } from 'vitest';
import { type TaskState, taskStates } from '../../db/domain/cycle.ts';
import {
  defaultReviewDay,
  isDoneLate,
  isSamePerson,
  type Named,
  stepFaults,
  type TaskDraft,
  type TaskStep,
  taskFaults,
  taskTiming,
  taskTransitions,
} from '../../db/domain/remediation-rules.ts';

const owner: Named = { id: 7, name: 'Nguyễn Văn An' };
const other: Named = { id: 8, name: 'Trần Thị Bình' };
const nobody: Named = { id: null, name: ' ' };
const draft = (change: Partial<TaskDraft> = {}): TaskDraft => ({
  measure: 'Họp chi bộ định kỳ',
  assignee: owner,
  startsOn: '2026-02-01',
  dueOn: '2026-06-30',
  ...change,
});
const step = (to: TaskState, change: Partial<TaskStep> = {}): TaskStep => ({
  to,
  reason: 'Theo kết luận',
  doneOn: '2026-05-05',
  verifiedBy: other,
  verifiedOn: '2026-05-06',
  ...change,
});
const from = (state: TaskState) => ({
  state,
  assignee: owner,
  startsOn: '2026-02-01',
  dueOn: '2026-06-30',
  lateReason: '',
});

describe('a line of the remediation plan', () => {
  it('is refused without measure, responsible person or time, and with a deadline before its start', () => {
    expect(taskFaults(draft())).toEqual({});
    expect(taskFaults(draft({ startsOn: null }))).toEqual({});
    expect(taskFaults(draft({ dueOn: '2026-02-01' }))).toEqual({});
    expect(taskFaults(draft({ assignee: { id: null, name: 'Chi ủy thôn 3' } }))).toEqual({});
    expect(taskFaults(draft({ measure: ' ', assignee: nobody, dueOn: null }))).toEqual({
      measure: 'MEASURE_MISSING',
      assignee: 'OWNER_MISSING',
      dueOn: 'DUE_MISSING',
    });
    expect(taskFaults(draft({ dueOn: '2026-01-31' }))).toEqual({ dueOn: 'DUE_BEFORE_START' });
  });
});

describe('the course of a task', () => {
  it('goes only the listed ways', () => {
    const ways = taskStates.flatMap((state) =>
      taskStates
        .filter((to) => stepFaults(from(state), step(to)).state === undefined)
        .map((to) => `${state} ${to}`),
    );
    expect(ways).toEqual([
      'planned doing',
      'planned done',
      'planned notFitting',
      'doing done',
      'doing notFitting',
      'done verified',
      'done reopened',
      'verified reopened',
      'reopened doing',
      'reopened done',
      'reopened notFitting',
      'notFitting reopened',
    ]);
    for (const state of taskStates)
      for (const way of taskTransitions[state])
        expect(stepFaults(from(state), step(way.to, { reason: ' ' })).reason).toBe(
          way.needsReason ? 'REASON_MISSING' : undefined,
        );
  });

  it('is verified by someone other than its owner', () => {
    const verifiedBy = (by: Named, assignee = owner) =>
      stepFaults({ ...from('done'), assignee }, step('verified', { verifiedBy: by })).verifiedBy;
    expect(verifiedBy(other)).toBeUndefined();
    expect(verifiedBy(owner)).toBe('VERIFIED_BY_OWNER');
    expect(verifiedBy({ id: null, name: 'NGUYỄN  VĂN AN' })).toBe('VERIFIED_BY_OWNER');
    expect(verifiedBy({ id: 9, name: 'Nguyễn Văn An' })).toBeUndefined();
    expect(verifiedBy({ id: null, name: 'Chi ủy' }, { id: null, name: 'chi uỷ' })).toBe('VERIFIED_BY_OWNER');
    expect(verifiedBy(nobody)).toBe('VERIFIER_MISSING');
    expect(isSamePerson(nobody, nobody)).toBe(false);
  });

  it('keeps its days in order', () => {
    expect(stepFaults(from('doing'), step('done', { doneOn: '2026-01-31' }))).toEqual({
      doneOn: 'DONE_BEFORE_START',
    });
    expect(stepFaults(from('done'), step('verified', { verifiedOn: '2026-05-04' }))).toEqual({
      verifiedOn: 'VERIFIED_BEFORE_DONE',
    });
    expect(stepFaults(from('done'), step('verified', { verifiedOn: '2026-05-05' }))).toEqual({});
  });

  it('needs a reason when its result comes after the deadline, unless it is known why it is late', () => {
    const done = (doneOn: string, lateReason = '') =>
      stepFaults({ ...from('doing'), lateReason }, step('done', { doneOn, reason: '' }));
    expect([done('2026-06-30'), done('2026-07-01'), done('2026-07-01', 'Mưa lũ')]).toEqual([
      {},
      { reason: 'LATE_REASON_MISSING' },
      {},
    ]);
    expect(stepFaults(from('doing'), step('done', { doneOn: '2026-07-01', reason: 'Mưa lũ' }))).toEqual({});
    const late = (doneOn: string | null, state: TaskState = 'done') =>
      isDoneLate({ state, doneOn, dueOn: '2026-06-30' });
    expect([late('2026-06-30'), late('2026-07-01'), late(null), late('2026-07-01', 'reopened')]).toEqual([
      false,
      true,
      false,
      false,
    ]);
  });

  it('has the end of the year as its review day when it is continuous, never one that is over', () => {
    expect(defaultReviewDay(2026, '2026-11-22')).toBe('2026-12-31');
    expect(defaultReviewDay(2026, '2026-12-31')).toBe('2026-12-31');
    expect(defaultReviewDay(2025, '2026-01-01')).toBe('2026-12-31');
    expect(defaultReviewDay(2027, '2026-01-01')).toBe('2027-12-31');
  });

  it('is overdue after its deadline and due soon before it, as long as it is open', () => {
    const timing = (day: string, state: TaskState = 'doing') =>
      taskTiming({ state, dueOn: '2026-06-30' }, day);
    expect(['2026-06-19', '2026-06-20', '2026-06-30', '2026-07-01'].map((day) => timing(day))).toEqual([
      null,
      'dueSoon',
      'dueSoon',
      'overdue',
    ]);
    expect(taskTiming({ state: 'planned', dueOn: '2026-06-30' }, '2026-06-25', 3)).toBeNull();
    expect(taskStates.filter((state) => timing('2026-12-31', state) === 'overdue')).toEqual([
      'planned',
      'doing',
      'reopened',
    ]);
  });
});
