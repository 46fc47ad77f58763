import { expect, it } from 'vitest';
import type { DocumentInput } from '../../db/contract/documents.ts';
import { withList } from '../../db/contract/page-places.ts';
import { cycleOffice, plan2025 } from '../helpers/cycle-office.ts';

const period = { year: 2026, quarter: 3 };

/** A third quarter with one meeting and its count. */
async function quarter() {
  const made = await cycleOffice();
  const { call, cells } = made;
  await call('cycles.open', {
    ...plan2025,
    ...period,
    countedOn: '2026-09-30',
    collectives: [{ organizationId: 1, kind: 'standingCommittee' }],
  });
  const { rows } = await call('reviews.list', period);
  const personal = rows.find((row) => row.name === 'Tòng Văn Dũng');
  const collective = rows.find((row) => row.collectiveKind !== null);
  if (!personal || !collective) throw new Error('no reviews');
  const { meetingId } = await call('meetings.save', {
    ...period,
    organizationId: cells[1],
    meetingId: null,
    version: 0,
    heldOn: '2026-10-02',
    startsAt: '8 giờ 00',
    endsAt: '',
    placeName: '',
    chair: '',
    secretary: '',
    counters: '',
    absentNote: '',
    content: '',
    membersTotal: 3,
    present: 3,
    issued: 3,
    returned: 3,
    valid: 3,
    invalid: 0,
    results: [
      {
        reviewId: personal.reviewId,
        votes: { excellent: 1, good: 2, completed: 0, notCompleted: 0 },
        opinion: '',
      },
    ],
  });
  return { ...made, personal: personal.reviewId, collective: collective.reviewId, meetingId: meetingId ?? 0 };
}

/**
 * The fault: papers of a quarter said "Năm 2026", so that four papers of a year could not be told from each other.
 * Steps: open a quarter, print each of its papers. Reason: the forms were given the year alone.
 */
it('says the quarter in the title and the file name of every paper of a quarter', async () => {
  const { call, cells, personal, collective, meetingId } = await quarter();
  const organizationId = cells[1];
  const papers: Record<string, { input: DocumentInput; title: string }> = {
    personal: {
      input: { kind: 'reviews', ...period, reviewIds: [personal] },
      title: '<p><span class="bold">Quý III năm 2026</span></p>',
    },
    collective: { input: { kind: 'reviews', ...period, reviewIds: [collective] }, title: 'quý III năm 2026' },
    batch: { input: { kind: 'reviews', ...period }, title: 'quý III năm 2026' },
    ballot: {
      input: { kind: 'ballot', ...period, organizationId },
      title: 'Chất lượng đảng viên quý III năm 2026',
    },
    minutes: {
      input: { kind: 'meeting-minutes', meetingId },
      title: 'xếp loại chất lượng đảng viên quý III năm 2026',
    },
    count: {
      input: { kind: 'count-minutes', meetingId },
      title: 'xếp loại chất lượng đảng viên quý III năm 2026',
    },
    summary: {
      input: { kind: 'summary', table: '5a', ...period, organizationId: null, groups: [], compare: false },
      title: 'QUÝ III NĂM 2026',
    },
  };
  for (const [name, { input, title }] of Object.entries(papers)) {
    const document = await call('documents.html', input);
    const page = withList(document, 'numbered');
    expect(page, name).toContain(title);
    // No line says the year where it means the quarter; "tháng ... năm 2026" is a day.
    const years = page.replace(/tháng [.\d]+ năm 2026/g, '').match(/năm 2026/gi) ?? [];
    const quarters = page.match(/quý III năm 2026/gi) ?? [];
    expect(years.length, name).toBe(quarters.length);
    expect(document.fileName, name).toContain('quý III năm 2026');
  }
});
