import { describe, expect, it } from 'vitest';
import { type SummaryTableId, summaryShapes } from '../../db/domain/summaries.ts';
import { codeOf, cycleOffice, personFields, plan2025 } from '../helpers/cycle-office.ts';
import type { Call } from '../helpers/office.ts';

const year = 2026;
const lastDay = { 0: '2026-12-31', 1: '2026-03-31', 2: '2026-06-30', 3: '2026-09-30' } as const;
type Quarter = keyof typeof lastDay;
type Level = 'excellent' | 'good' | 'completed' | 'notCompleted';

const collectives = [
  { organizationId: 1, kind: 'organization' },
  { organizationId: 1, kind: 'standingCommittee' },
] as const;
const open = (call: Call, quarter: Quarter) =>
  call('cycles.open', {
    ...plan2025,
    year,
    quarter,
    countedOn: lastDay[quarter],
    decisionBody: 'Ban Thường vụ Đảng ủy',
    decisionDay: lastDay[quarter],
    collectives: [...collectives],
  });

/** The year and its first two quarters; six members more, so that levels differ. */
async function quarters() {
  const made = await cycleOffice();
  const ids: number[] = [];
  for (const letter of 'ABCDEF') {
    const organizationId = made.cells[ids.length % 2] ?? made.cells[0];
    const { id } = await made.call('officials.create', {
      ...personFields,
      fullName: `Người Thứ ${letter}`,
      organizationId,
    });
    ids.push(id);
  }
  for (const quarter of [0, 1, 2] as const) await open(made.call, quarter);
  const rate = async (
    quarter: Quarter,
    officialId: number,
    level: Level,
    kind: 'member' | 'leader' = 'member',
  ) => {
    const grid = await made.call('ratings.grid', { year, quarter, kind });
    const version = grid.rows.find((row) => row.officialId === officialId)?.version ?? 0;
    const change = { field: 'decided', level } as const;
    return made.call('ratings.set', { year, quarter, officialId, kind, version, change });
  };
  const table = (of: SummaryTableId, quarter: Quarter, more: object = {}) =>
    made.call('summaries.get', { table: of, year, quarter, ...more });
  return { ...made, ids, rate, table };
}

describe('the summary tables of a quarter', () => {
  it('5a counts the quarter alone, against the quarter before and against the year earlier', async () => {
    const { call, ids, rate, table } = await quarters();
    const [a = 0, b = 0, c = 0, d = 0] = ids;
    for (const [id, level] of [
      [a, 'good'],
      [b, 'good'],
      [c, 'completed'],
    ] as const)
      await rate(1, id, level);
    for (const [id, level] of [
      [a, 'excellent'],
      [b, 'good'],
      [c, 'good'],
      [d, 'notCompleted'],
    ] as const)
      await rate(2, id, level);

    const second = await table('5a', 2, { compare: true });
    // Bình is exempt on the day.
    expect(second.total.counts).toMatchObject({ members: 10, exempt: 1, toRate: 9, rated: 4 });
    expect(second.total.counts).toMatchObject({ excellent: 1, good: 2, completed: 0, notCompleted: 1 });
    expect(second.comparedWith).toEqual({ year, quarter: 1, opened: true });
    expect(second.total.before).toMatchObject({ excellent: 0, good: 2, completed: 1, rated: 3 });
    expect(second.countedOn).toBe('2026-06-30');
    for (const row of [...second.rows, second.total])
      for (const figure of summaryShapes['5a'].figures) {
        const asked = { table: '5a', year, quarter: 2, row: row.key, figure } as const;
        expect((await call('summaries.people', asked)).count).toBe(row.counts[figure]);
      }

    // The year holds nothing of its quarters.
    expect((await table('5a', 0)).total.counts).toMatchObject({ toRate: 9, rated: 0, unrated: 9 });
    const page = (await call('overview.get', {})).years;
    expect(page).toEqual([]);
  });

  /**
   * The fault: a table of a quarter was compared with the same quarter of last year only, and where that had never been
   * opened with noughts, so that every figure of the first quarter stood there as a rise.
   * Steps: open a first quarter, rate, choose "So với năm trước". Reason: the period before was always the year before.
   */
  it('say that the period compared with was never opened, and show no difference from noughts', async () => {
    const { ids, rate, table } = await quarters();
    await rate(1, ids[0] ?? 0, 'good');
    const first = await table('5a', 1, { compare: true });
    expect(first.comparedWith).toEqual({ year: 2025, quarter: 4, opened: false });
    expect([first.total.before, ...first.rows.map((row) => row.before)].every((one) => one === null)).toBe(
      true,
    );
    const earlier = await table('5a', 2, { compare: true, against: 'yearEarlier' });
    expect(earlier.comparedWith).toEqual({ year: 2025, quarter: 2, opened: false });
    // A year is compared with the year before, as ever; noughts are right for one that rated nobody.
    expect((await table('5a', 0, { compare: true })).comparedWith).toEqual({
      year: 2025,
      quarter: 0,
      opened: true,
    });
  });

  it('print the comparison with its quarter, on paper and as a workbook', async () => {
    const { call, ids, rate } = await quarters();
    await rate(1, ids[0] ?? 0, 'good');
    await rate(2, ids[0] ?? 0, 'good');
    const paper = async (quarter: Quarter) =>
      (await call('documents.html', { kind: 'summary', table: '5a', year, quarter, compare: true })).html;
    const second = await paper(2);
    expect(second).toContain('QUÝ II NĂM 2026');
    expect(second).toContain('So với quý trước (+,\u00a0-)');
    expect(second).toContain('so với quý I năm 2026');
    expect(await paper(1)).toContain('Chưa mở kỳ quý IV năm 2025 nên không có số để so.');
    expect(await paper(0)).toContain('So với năm trước (+,\u00a0-)');
    const book = { kind: 'summary', table: '5a', year, quarter: 2, compare: true } as const;
    expect((await call('documents.workbook', book)).bytes.length).toBeGreaterThan(1000);
  });

  it('5b, 5c and 5d take the collectives and leaders of the quarter, with the level of the quarter before', async () => {
    const { call, people, rate, table } = await quarters();
    await open(call, 3);
    const decide = async (quarter: Quarter, kind: 'organization' | 'standingCommittee', level: Level) => {
      const { rows } = await call('collectives.grid', { year, quarter });
      const version = rows.find((row) => row.kind === kind)?.version ?? 0;
      const change = { field: 'decided', level } as const;
      return call('collectives.set', { year, quarter, organizationId: 1, kind, version, change });
    };
    await decide(2, 'organization', 'completed');
    await decide(3, 'organization', 'good');
    await decide(3, 'standingCommittee', 'good');
    const b = await table('5b', 3, { compare: true });
    expect(b.total.counts).toMatchObject({ toRate: 1, rated: 1, good: 1, completed: 0 });
    expect(b.total.before).toMatchObject({ toRate: 1, rated: 1, good: 0, completed: 1 });
    const c = await table('5c', 3, { compare: true });
    expect(c.total.counts).toMatchObject({ good: 1, unrated: 0 });
    expect(c.total.before).toMatchObject({ good: 0, unrated: 1 });
    expect((await table('5b', 0)).total.counts).toMatchObject({ toRate: 1, rated: 0, unrated: 1 });

    const an = people['Vàng A An'] ?? 0;
    await rate(2, an, 'completed');
    await rate(3, an, 'good', 'leader');
    const d = await table('5d', 3);
    expect(d.rows.map(({ name, texts }) => [name, texts.decided, texts.previous])).toEqual([
      ['Vàng A An', 'HTTNV', 'HTNV'],
    ]);
    expect((await table('5d', 0)).rows.map(({ texts }) => texts.decided)).toEqual(['']);
  });

  it('5e stays the table of the year: a pledge is given for a year', async () => {
    const { call, ids, table } = await quarters();
    await call('pledges.create', { year, officialIds: ids.slice(0, 1), items: [] });
    const [whole, second] = [await table('5e', 0), await table('5e', 2, { compare: true })];
    expect(second.total.counts).toEqual(whole.total.counts);
    expect(second.comparedWith).toMatchObject({ year: 2025, quarter: 2, opened: true });
    // Under the head of a quarter the figures of the year passed for the quarter's own.
    const paper = async (quarter: Quarter) =>
      (await call('documents.html', { kind: 'summary', table: '5e', year, quarter })).html;
    expect(await paper(2)).toContain(`số của cả năm ${year}`);
    expect(await paper(0)).not.toContain('số của cả năm');
  });
});

describe('a quarter', () => {
  it('has its own cap, conditions and versions, and shows beside the rating of the year', async () => {
    const { call, ids, rate } = await quarters();
    const [a = 0, b = 0] = ids;
    await rate(1, a, 'good');
    await rate(2, a, 'excellent');
    await rate(2, b, 'good');
    const grid = (quarter: Quarter) => call('ratings.grid', { year, quarter });
    expect((await grid(2)).counts).toMatchObject({ excellent: 1, good: 1 });
    expect((await grid(1)).counts).toMatchObject({ excellent: 0, good: 1 });
    expect((await grid(0)).counts).toMatchObject({ excellent: 0, good: 0 });
    const capped = (await grid(2)).caps.groups.map((group) => group.counts.excellent);
    expect(capped.reduce((sum, count) => sum + count, 0)).toBe(1);

    const detail = (quarter: Quarter, officialId: number) =>
      call('ratings.conditions', { year, quarter, officialId });
    expect((await detail(0, a)).quarters).toEqual([
      { quarter: 1, level: 'good' },
      { quarter: 2, level: 'excellent' },
    ]);
    expect((await detail(0, b)).quarters).toEqual([
      { quarter: 1, level: null },
      { quarter: 2, level: 'good' },
    ]);
    expect((await detail(2, a)).quarters).toEqual([]);
    // The grid of the year has them beside its own levels, a quarter's own has none.
    const ofYear = await grid(0);
    expect(ofYear.quarters).toEqual([1, 2]);
    const levelsOf = (id: number) => ofYear.rows.find((row) => row.officialId === id)?.quarterLevels;
    expect([levelsOf(a), levelsOf(b)]).toEqual([
      ['good', 'excellent'],
      [null, 'good'],
    ]);
    expect((await grid(2)).quarters).toEqual([]);
    expect((await detail(2, a)).history).toHaveLength(1);
    expect((await detail(0, a)).history).toHaveLength(0);
    expect((await rate(0, a, 'good')).row.quarterLevels).toEqual(['good', 'excellent']);
  });

  /**
   * The fault: what a review of a quarter found led nowhere. It stood in no list of findings, so that no task could be
   * made of it, and neither the next quarter's review nor the year's asked what became of it.
   * Steps: open two quarters, name a shortcoming in the first review. Reason: findings were read from the cycle of the
   * whole year, earlier shortcomings from earlier years.
   */
  it('hands what it found to the tasks, to the next quarter and to the year', async () => {
    const { call, ids } = await quarters();
    const [a = 0] = ids;
    const reviewOf = async (quarter: Quarter) => {
      const { rows } = await call('reviews.list', { year, quarter });
      const row = rows.find((one) => one.officialId === a);
      if (!row) throw new Error('no review');
      return call('reviews.get', { reviewId: row.reviewId });
    };
    const save = (review: Awaited<ReturnType<typeof reviewOf>>, more: object) =>
      call('reviews.save', {
        reviewId: review.reviewId,
        version: review.version,
        sections: [],
        shortcomings: [],
        outcomes: [],
        pledgeResults: [],
        answers: [],
        self: null,
        ...more,
      });
    const found = { id: null, sectionId: 'shortcomings', text: 'Báo cáo chậm', cause: 'Thiếu kế hoạch' };
    await save(await reviewOf(1), { shortcomings: [found] });
    const findings = async () => (await call('remediation.findings', { year })).findings;
    expect(await findings()).toMatchObject([{ text: 'Báo cáo chậm', quarter: 1, officialId: a, tasks: 0 }]);

    expect((await reviewOf(1)).earlier).toEqual([]);
    expect((await reviewOf(2)).earlier).toMatchObject([{ text: 'Báo cáo chậm', year, quarter: 1 }]);
    expect((await reviewOf(0)).earlier).toMatchObject([{ text: 'Báo cáo chậm', quarter: 1 }]);
    // The pledge of the year was given before.
    expect((await call('pledges.get', { year, officialId: a })).openShortcomings).toEqual([]);

    const second = await reviewOf(2);
    const [{ id: shortcomingId } = { id: 0 }] = second.earlier;
    await save(second, { outcomes: [{ shortcomingId, outcome: 'putRight', text: 'Đã nộp đúng hạn' }] });
    // Told there, it is asked no more by the year; what the quarter itself said of it stands on.
    expect((await reviewOf(0)).earlier).toEqual([]);
    expect((await reviewOf(2)).earlier).toMatchObject([{ outcome: 'putRight' }]);
  });

  it('meets no other cycle: a meeting of one is not to be had in another', async () => {
    const { call, cells } = await quarters();
    const { subjects } = await call('meetings.get', { year, quarter: 1, organizationId: cells[1] });
    const counts = { membersTotal: 4, present: 4, issued: 4, returned: 4, valid: 4, invalid: 0 };
    const minutes = {
      heldOn: '2026-03-30',
      startsAt: '',
      endsAt: '',
      placeName: '',
      chair: '',
      secretary: '',
      counters: '',
      absentNote: '',
      content: '',
    };
    const votes = { excellent: 0, good: 4, completed: 0, notCompleted: 0 };
    const reviewId = subjects.find(({ officialId }) => officialId !== null)?.reviewId ?? 0;
    const officialId = subjects.find((one) => one.reviewId === reviewId)?.officialId ?? 0;
    const place = { year, quarter: 1, organizationId: cells[1] };
    const { meetingId, version } = await call('meetings.save', {
      ...place,
      meetingId: null,
      version: 0,
      ...minutes,
      ...counts,
      results: [{ reviewId, votes, opinion: '' }],
    });
    const id = meetingId ?? 0;
    expect(await codeOf(call('meetings.get', { ...place, meetingId: id }))).toBe('done');
    expect(await codeOf(call('meetings.get', { ...place, quarter: 2, meetingId: id }))).toBe('NOT_FOUND');
    expect(await codeOf(call('meetings.get', { ...place, quarter: 0, meetingId: id }))).toBe('NOT_FOUND');
    await call('meetings.propose', { meetingId: id, version, reviewIds: [reviewId], reason: 'Theo phiếu' });
    const proposed = async (quarter: Quarter) =>
      (await call('ratings.grid', { year, quarter })).rows.find((row) => row.officialId === officialId)
        ?.proposedLevel;
    expect([await proposed(1), await proposed(2), await proposed(0)]).toEqual(['good', null, null]);
  });
});
