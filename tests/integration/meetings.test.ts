import { describe, expect, it } from 'vitest';
import { AppError } from '../../db/contract/errors.ts';
import type { MethodInput } from '../../db/contract/methods.ts';
import { codeOf, cycleOffice, openCycle2025, plan2025 } from '../helpers/cycle-office.ts';

const fieldErrorsOf = async (promise: Promise<unknown>): Promise<unknown> => {
  try {
    await promise;
    return {};
  } catch (error) {
    return error instanceof AppError ? error.fieldErrors : error;
  }
};

async function office() {
  const made = await cycleOffice();
  await openCycle2025(made);
  const organizationId = made.cells[1];
  const fresh = await made.call('meetings.get', { year: 2025, organizationId });
  const reviewId = fresh.subjects[0]?.reviewId ?? 0;
  const vote = (excellent: number, good: number, completed = 0, notCompleted = 0) => ({
    reviewId,
    votes: { excellent, good, completed, notCompleted },
    opinion: '',
  });
  const meeting: MethodInput<'meetings.save'> = {
    year: 2025,
    organizationId,
    meetingId: null,
    version: 0,
    heldOn: '2025-12-10',
    startsAt: '8 giờ 00',
    endsAt: '',
    placeName: 'Nhà văn hóa bản Hai',
    chair: 'Tòng Văn Dũng',
    secretary: '',
    counters: '',
    absentNote: '',
    content: '',
    membersTotal: 20,
    present: 19,
    issued: 19,
    returned: 18,
    valid: 17,
    invalid: 1,
    results: [vote(9, 8)],
  };
  return { ...made, fresh, meeting, vote };
}

describe('meetings', () => {
  it('start with everyone to be voted on in the unit and propose nothing', async () => {
    const { fresh } = await office();
    expect(fresh).toMatchObject({ meetingId: null, membersTotal: 1, organizationName: 'Chi bộ Hai' });
    expect(fresh.subjects).toMatchObject([{ name: 'Tòng Văn Dũng', votes: null, outcome: null }]);
  });

  it('keep counts that add up and say what they propose under the rule of the office', async () => {
    const { call, meeting } = await office();
    const saved = await call('meetings.save', meeting);
    // More than half of the 19 present is 10: nobody alone; excellent and good together are 17.
    expect(saved.subjects[0]).toMatchObject({
      votes: { excellent: 9, good: 8, completed: 0, notCompleted: 0 },
      outcome: { level: 'good', how: 'cascade', ballots: 17, needed: 10, base: 19 },
    });
    const changed = { ...meeting, meetingId: saved.meetingId, version: 1, chair: 'Vàng A An' };
    expect((await call('meetings.save', changed)).chair).toBe('Vàng A An');
    expect(await codeOf(call('meetings.save', changed))).toBe('STALE_VERSION');
    expect((await call('meetings.list', { year: 2025 })).meetings).toMatchObject([
      { heldOn: '2025-12-10', subjects: 1 },
    ]);
  });

  /**
   * The fault: the votes of a secretary could be saved once, then never again. Steps: review the committee of a cell,
   * whose secretary is a member of that cell, too; count the ballots of the cell, save, open the meeting, save again.
   * Reason: both reviews of the person stood in the meeting and were given the same votes.
   */
  it('vote once on who is a member of the cell and leads it, and can be saved again', async () => {
    const { call, cells, people } = await cycleOffice();
    const organizationId = cells[1];
    const officialId = people['Tòng Văn Dũng'] ?? 0;
    const { version } = await call('officials.get', { id: officialId });
    const post = {
      id: null,
      kind: 'party' as const,
      title: 'Bí thư chi bộ',
      organizationId,
      isHead: true,
      isLeader: true,
      isKeyOfficial: false,
      managedBy: '',
      validFrom: '2025-01-01',
      validTo: null,
    };
    await call('officials.savePost', { officialId, version, post });
    const collectives = [{ organizationId, kind: 'committee' as const }];
    await call('cycles.open', { ...plan2025, year: 2025, collectives });
    const fresh = await call('meetings.get', { year: 2025, organizationId });
    expect(fresh.subjects.map(({ officialId: id }) => id)).toEqual([null, officialId]);
    const { meeting } = await office();
    const results = fresh.subjects.map(({ reviewId }) => ({
      reviewId,
      votes: { excellent: 9, good: 8, completed: 0, notCompleted: 0 },
      opinion: '',
    }));
    const saved = await call('meetings.save', { ...meeting, organizationId, results });
    const again = saved.subjects.map(({ reviewId, votes, opinion }) => ({
      reviewId,
      votes: votes ?? { excellent: 0, good: 0, completed: 0, notCompleted: 0 },
      opinion,
    }));
    const { meetingId } = saved;
    const input = { ...meeting, organizationId, meetingId, version: saved.version, results: again };
    expect((await call('meetings.save', input)).version).toBe(saved.version + 1);
  });

  it('refuse counts that do not add up, each at its field, and change nothing', async () => {
    const { call, meeting, vote } = await office();
    const faults = (change: Partial<MethodInput<'meetings.save'>>) =>
      fieldErrorsOf(call('meetings.save', { ...meeting, ...change }));
    expect(await faults({ present: 21 })).toEqual({ present: 'MORE_PRESENT_THAN_MEMBERS' });
    expect(await faults({ issued: 20 })).toEqual({ issued: 'MORE_ISSUED_THAN_PRESENT' });
    expect(await faults({ returned: 20, valid: 19 })).toEqual({ returned: 'MORE_RETURNED_THAN_ISSUED' });
    expect(await faults({ invalid: 2 })).toEqual({ valid: 'BALLOTS_DO_NOT_ADD_UP' });
    expect(await faults({ results: [vote(9, 9)] })).toEqual({
      'results.0.votes.good': 'MORE_MARKS_THAN_BALLOTS',
    });
    expect(await faults({ results: [vote(1.5, 0)] })).toEqual({ 'results.0.votes.excellent': 'NOT_A_COUNT' });
    expect(await faults({ results: [vote(1, 1), vote(1, 1)] })).toEqual({
      'results.1.reviewId': 'INVALID_VALUE',
    });
    expect((await call('meetings.list', { year: 2025 })).meetings).toEqual([]);
  });
});
