import { allFormSets } from '../contract/form-set-data.ts';
import type { Review } from '../contract/reviews.ts';
import { demoThreadText as text } from '../contract/vi/demo-thread.ts';
import { addDays } from '../domain/dates.ts';
import { type RatingLevel, ratingLevels } from '../domain/ratings.ts';
import type { Call } from './cli-common.ts';

export interface DemoYears {
  first: number;
  last: number;
  /** Calendar day; nothing of the demo is signed, decided or done after it. */
  today: string;
  /** Of a very large office pledges and reviews stand for the cells in detail only: it is made in seconds, too. */
  whole: boolean;
}
/** A cell whose people are written about one by one. */
export interface Cell {
  id: number;
  people: readonly number[];
}

const PEOPLE_IN_DETAIL = 6;
const PAGE = 500;
const MOST_COLLECTIVES = 20;
const MOST_LEADERS = 20;
/** The first whole year whose rules know quarters (QĐ 366-QĐ/TW, 30/8/2025). */
const QUARTERS_FROM = 2026;
/** Hundredths of points by part of the score that each level may have (90, 70, 50). */
const points = {
  excellent: { common: 2800, results: 6400 },
  good: { common: 2500, results: 5500 },
  completed: { common: 2000, results: 4000 },
  notCompleted: { common: 1500, results: 3000 },
} as const satisfies Record<RatingLevel, object>;

export const past = (day: string, today: string): string => (day < today ? day : today);

/** Decides a level of a person; in another way than before it bears its reason. */
export async function setLevel(
  call: Call,
  of: { year: number; quarter?: number; officialId: number; kind?: 'member' | 'leader' },
  level: RatingLevel | null,
  { reason = '', onDay }: { reason?: string; onDay: string },
) {
  const { version } = await call('ratings.conditions', of);
  const change = { field: 'decided', level, reason } as const;
  return call('ratings.set', { ...of, version, change, decision: { body: text.body, onDay } });
}

/** Reviews of the first people of the cells in words, of all others as filed; a question and an opinion of the year. */
export async function review(call: Call, year: number, cells: readonly Cell[], { today, whole }: DemoYears) {
  const filedOn = past(`${year}-12-05`, today);
  const inDetail = new Set(cells.flatMap(({ people }) => people.slice(0, PEOPLE_IN_DETAIL)));
  const rows: { reviewId: number; version: number; officialId: number | null; place: string }[] = [];
  for (const organizationId of whole ? [null] : cells.map(({ id }) => id))
    for (let offset = 0; ; offset += PAGE) {
      const page = await call('reviews.list', { year, organizationId, offset, limit: PAGE });
      rows.push(...page.rows);
      if (offset + PAGE >= page.total) break;
    }
  const own = rows.filter(
    ({ officialId, place }) => officialId !== null && place === 'cell' && inDetail.has(officialId),
  );
  for (const [at, { reviewId }] of own.entries()) await writeReview(call, reviewId, at);
  // The last tenth of the current year is still to be filed.
  const isOver = today > `${year}-12-31`;
  const filed = rows.slice(0, isOver ? rows.length : Math.floor(rows.length * 0.9));
  const versions = new Map<number, number>();
  for (const { reviewId } of own) versions.set(reviewId, (await call('reviews.get', { reviewId })).version);
  await call('reviews.setStatus', {
    reviews: filed.map(({ reviewId, version }) => ({
      reviewId,
      version: versions.get(reviewId) ?? version,
    })),
    status: isOver ? 'closed' : 'filed',
    filedOn,
  });
}

async function writeReview(call: Call, reviewId: number, at: number): Promise<void> {
  let now = await call('reviews.get', { reviewId });
  if (at === 0) {
    const prompt = { id: null, source: 'front', matter: text.prompt, sentOn: null, conclusion: '' } as const;
    now = await call('reviews.savePrompt', { reviewId, version: now.version, prompt });
    const opinion = { id: null, body: text.opinionBody, onDay: null, text: text.opinion, level: null };
    now = await call('reviews.saveOpinion', { reviewId, version: now.version, opinion });
  }
  const found = text.shortcomings[at];
  await call('reviews.save', {
    reviewId,
    version: now.version,
    sections: sectionsOf(now),
    shortcomings: found ? [{ id: null, sectionId: 'shortcomings', ...found }] : [],
    outcomes: now.earlier.map(({ id }) => ({ shortcomingId: id, outcome: 'putRight', text: text.result })),
    pledgeResults: now.pledgeItems.map(({ id }, index) => ({
      itemId: id,
      result: index === 0 ? 'done' : 'partly',
      resultNote: '',
    })),
    answers: now.prompts.map(({ id }) => ({ promptId: id, answer: text.answer })),
    self: selfOf(now),
  });
}

const sectionsOf = ({ formId }: Review) =>
  (allFormSets.find(({ id }) => id === formId)?.sections ?? [])
    .filter(({ input }) => input === 'text' || input === 'marks')
    .map(({ id, input }, at) => ({
      sectionId: id,
      text: text.sections[at % text.sections.length] ?? '',
      mark: input === 'marks' ? ('good' as const) : null,
    }));

function selfOf({ selfLevel, scoring }: Review) {
  const level = selfLevel ?? 'good';
  const known = scoring?.parts.some(({ id }) => id === 'results') ?? false;
  return { level, ...(known ? { scoreParts: points[level] } : {}) };
}

/** A meeting of a cell: most vote for the level that stands, the rest for the next one. */
export async function meet(call: Call, year: number, organizationId: number, { today }: DemoYears) {
  const { subjects } = await call('meetings.get', { year, organizationId });
  const present = subjects.filter(({ officialId }) => officialId !== null).length;
  if (present === 0) return;
  const most = Math.ceil(present * 0.8);
  await call('meetings.save', {
    year,
    organizationId,
    meetingId: null,
    version: 0,
    heldOn: past(`${year}-12-10`, today),
    startsAt: text.meetingStart,
    endsAt: text.meetingEnd,
    placeName: text.meetingPlace,
    chair: '',
    secretary: '',
    counters: '',
    absentNote: '',
    content: text.meetingContent,
    membersTotal: present,
    present,
    issued: present,
    returned: present,
    valid: present,
    invalid: 0,
    results: subjects.map(({ reviewId, proposedLevel }) => {
      const first = ratingLevels.indexOf(proposedLevel ?? 'good');
      const second = first === ratingLevels.length - 1 ? first - 1 : first + 1;
      const votes = { excellent: 0, good: 0, completed: 0, notCompleted: 0 };
      votes[ratingLevels[first] ?? 'good'] = most;
      votes[ratingLevels[second] ?? 'completed'] = present - most;
      return { reviewId, votes, opinion: text.meetingOpinion };
    }),
  });
}

/** Levels of those who lead, and of organisations and bodies: of the first ones, as ratings cost their time. */
export async function rateLeadersAndCollectives(call: Call, year: number, { today }: DemoYears) {
  const onDay = past(`${year}-12-20`, today);
  const leaders = await call('ratings.grid', { year, kind: 'leader' });
  for (const { officialId } of leaders.rows.slice(0, MOST_LEADERS))
    await setLevel(call, { year, officialId, kind: 'leader' }, 'good', { onDay });
  const collectives = await call('collectives.grid', { year });
  for (const [at, { organizationId, kind, version }] of collectives.rows.slice(0, MOST_COLLECTIVES).entries())
    await call('collectives.set', {
      year,
      organizationId,
      kind,
      version,
      change: { field: 'decided', level: at % 7 === 3 ? 'completed' : 'good' },
      decision: { body: text.body, onDay },
    });
}

/** From the shortcomings of a year: one put right and verified, one under way, one to come, as far as the day allows. */
export async function putRight(call: Call, year: number, { last, today }: DemoYears) {
  const { findings } = await call('remediation.findings', { year });
  const dues = [`${year + 1}-06-30`, `${year + 1}-09-30`, addDays(today, 10)];
  for (const [at, found] of findings.slice(0, dues.length).entries()) {
    const startsOn = past(`${year + 1}-01-15`, today);
    const { taskId } = await call('remediation.save', {
      taskId: null,
      version: 0,
      year,
      organizationId: found.organizationId,
      shortcomingId: found.shortcomingId,
      shortcomingText: '',
      cause: '',
      measure: text.measures[at] ?? text.result,
      assigneeId: found.officialId,
      assigneeName: '',
      coordinatingBody: text.opinionBody,
      startsOn,
      dueOn: dues[at] ?? null,
      product: text.product,
      note: '',
    });
    const isOver = (dues[at] ?? '') < today;
    if (isOver && (at === 0 || year < last - 1)) {
      const doneOn = past(dues[at] ?? today, today);
      await call('remediation.step', { taskId, version: 1, to: 'done', doneOn, result: text.result });
      await call('remediation.step', {
        taskId,
        version: 2,
        to: 'verified',
        verifiedOn: doneOn,
        verifiedByName: text.verifiedBy,
      });
    } else if (startsOn < today && at === 1)
      await call('remediation.addNote', {
        taskId,
        version: 1,
        onDay: today,
        text: text.progress,
        progress: 50,
      });
  }
}

/** A quarter of the last year, opened with what it decided of the people in detail. */
export async function rateQuarter(
  call: Call,
  quarter: 1 | 2 | 3,
  cells: readonly Cell[],
  { last: year, today }: DemoYears,
) {
  const countedOn = { 1: `${year}-03-31`, 2: `${year}-06-30`, 3: `${year}-09-30` }[quarter];
  if (year < QUARTERS_FROM || countedOn > today) return;
  const { packId, deadlines } = await call('cycles.draft', { year, quarter, countedOn });
  await call('cycles.open', { year, quarter, countedOn, packId, deadlines, collectives: [] });
  const { rows } = await call('ratings.grid', { year, quarter });
  const listed = new Set(rows.map(({ officialId }) => officialId));
  for (const [at, officialId] of cells.flatMap(({ people }) => people.slice(0, PEOPLE_IN_DETAIL)).entries())
    if (listed.has(officialId))
      await setLevel(call, { year, quarter, officialId }, (at + quarter) % 4 === 0 ? 'completed' : 'good', {
        onDay: countedOn,
      });
}

/** One member is reprimanded in the last year, and rated so. */
export async function disciplineOne(call: Call, [cell]: readonly Cell[], { last: year, today }: DemoYears) {
  const officialId = cell?.people.at(PEOPLE_IN_DETAIL - 1);
  if (cell === undefined || officialId === undefined) return;
  await call('disciplines.save', {
    officialId,
    known: null,
    discipline: {
      form: 'reprimand',
      effectiveOn: past(`${year}-05-20`, today),
      decisionNo: text.disciplineNo,
      decidingBody: text.body,
      postThen: '',
      isHeadThen: false,
      organizationThenId: cell.id,
      note: '',
    },
  });
  const { decided } = await call('ratings.conditions', { year, officialId });
  if (decided?.level !== 'notCompleted')
    await setLevel(call, { year, officialId }, 'notCompleted', {
      reason: text.rerating,
      onDay: past(`${year}-12-20`, today),
    });
}
