import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shortcomingOutcomes } from '../../db/domain/cycle.ts';
import { cycleOffice, openCycle2025, plan2025 } from '../helpers/cycle-office.ts';

const nothing = { sections: [], shortcomings: [], outcomes: [], pledgeResults: [], answers: [] };
/** Where a task of 2025 ends: verified before or in the year after. */
const ends = ['planned', 'doing', 'done', 'verified2025', 'verified2026', 'notFitting'] as const;
type End = (typeof ends)[number];

interface Shortcoming {
  tasks: readonly End[];
  /** What the review of 2026 says became of it; null: nothing. */
  outcome: (typeof shortcomingOutcomes)[number] | null;
}
const shortcoming = fc.record<Shortcoming>({
  tasks: fc.array(fc.constantFrom(...ends), { maxLength: 3 }),
  outcome: fc.constantFrom(null, ...shortcomingOutcomes),
});
const lists = fc.record({
  an: fc.array(shortcoming, { maxLength: 3 }),
  dung: fc.array(shortcoming, { maxLength: 3 }),
  /** Tasks of a sheet, without a review, that Dũng answers for. */
  sheet: fc.array(fc.constantFrom(...ends), { maxLength: 3 }),
});

const fitting = ({ tasks }: Shortcoming) => tasks.filter((end) => end !== 'notFitting');
const isVerified = (end: End) => end === 'verified2025' || end === 'verified2026';
/** By hand, from the rule: open unless every task that still fits was verified. */
const isOpen = (one: Shortcoming) => fitting(one).length === 0 || !fitting(one).every(isVerified);
const isOpenAtNewYear = (one: Shortcoming) =>
  fitting(one).length === 0 || !fitting(one).every((end) => end === 'verified2025');

async function office() {
  const made = await cycleOffice();
  const { call, people } = made;
  await openCycle2025(made);
  const ids = { an: people['Vàng A An'] ?? 0, dung: people['Tòng Văn Dũng'] ?? 0 };
  const reviewOf = async (year: number, officialId: number) => {
    const { rows } = await call('reviews.list', { year });
    const row = rows.find((each) => each.officialId === officialId && each.place === 'cell');
    return call('reviews.get', { reviewId: row?.reviewId ?? 0 });
  };
  const open = (year: number) =>
    call('cycles.open', { ...plan2025, year, countedOn: `${year}-12-31`, collectives: [] });
  const addTask = async (
    measure: string,
    end: End,
    place: { shortcomingId: number | null; assigneeId: number },
  ) => {
    const { taskId } = await call('remediation.save', {
      taskId: null,
      version: 0,
      year: 2025,
      organizationId: null,
      shortcomingText: `Hạn chế của ${measure}`,
      cause: '',
      measure,
      assigneeName: '',
      coordinatingBody: '',
      startsOn: null,
      dueOn: '2027-12-31',
      product: '',
      note: '',
      ...place,
    });
    if (end === 'planned') return;
    if (end === 'doing') await call('remediation.step', { taskId, version: 1, to: 'doing' });
    else if (end === 'notFitting')
      await call('remediation.step', { taskId, version: 1, to: 'notFitting', reason: 'Giải thể' });
    else {
      await call('remediation.step', { taskId, version: 1, to: 'done', doneOn: '2025-12-20' });
      const verifiedOn = end === 'verified2025' ? '2025-12-31' : '2026-01-01';
      const by = { verifiedOn, verifiedByName: 'Chi ủy' };
      if (end !== 'done') await call('remediation.step', { taskId, version: 2, to: 'verified', ...by });
    }
  };
  return { call, ids, reviewOf, open, addTask };
}

/** Reviews a year with these shortcomings, lays their tasks, and gives their ids by text. */
async function reviewed(
  { call, ids, reviewOf, addTask }: Awaited<ReturnType<typeof office>>,
  input: {
    an: readonly Shortcoming[];
    dung: readonly Shortcoming[];
  },
) {
  const idOf = new Map<string, number>();
  for (const who of ['an', 'dung'] as const) {
    const review = await reviewOf(2025, ids[who]);
    const saved = await call('reviews.save', {
      ...nothing,
      reviewId: review.reviewId,
      version: review.version,
      shortcomings: input[who].map((_, at) => ({
        id: null,
        sectionId: 'shortcomings',
        text: `${who} ${at}`,
        cause: '',
      })),
    });
    for (const { id, text } of saved.shortcomings) idOf.set(text, id ?? 0);
    for (const [at, { tasks }] of input[who].entries())
      for (const [index, end] of tasks.entries())
        await addTask(`${who} ${at} ${index}`, end, {
          shortcomingId: idOf.get(`${who} ${at}`) ?? 0,
          assigneeId: ids[who],
        });
  }
  return idOf;
}

describe('two years', () => {
  it('what is open of a year arrives once in the pledge and the review of the next, what is put right does not', async () => {
    await fc.assert(
      fc.asyncProperty(lists, async (input) => {
        const made = await office();
        const { call, ids, reviewOf, open, addTask } = made;
        const idOf = await reviewed(made, input);
        for (const [at, end] of input.sheet.entries())
          await addTask(`sheet ${at}`, end, { shortcomingId: null, assigneeId: ids.dung });
        await open(2026);
        await call('pledges.create', { year: 2026, items: [] });
        const pledged = async (year: number, officialId: number) =>
          (await call('pledges.get', { year, officialId })).items.map(({ text }) => text);
        const fromSheet = input.sheet.flatMap((end, at) =>
          isVerified(end) || end === 'notFitting' ? [] : [`Hạn chế của sheet ${at}`],
        );
        for (const who of ['an', 'dung'] as const) {
          const textsOf = (holds: (one: Shortcoming) => boolean) =>
            input[who].flatMap((one, at) => (holds(one) ? [`${who} ${at}`] : []));
          const sheet = who === 'dung' ? fromSheet : [];
          expect((await pledged(2026, ids[who])).sort()).toEqual([...textsOf(isOpen), ...sheet].sort());
          const review = await reviewOf(2026, ids[who]);
          expect(review.earlier.map(({ text }) => text).sort()).toEqual(textsOf(isOpenAtNewYear));
          // The tasks of the sheet are answered in the review as items of the pledge.
          expect(review.pledgeItems.filter(({ text }) => sheet.includes(text))).toHaveLength(sheet.length);
          await call('reviews.save', {
            ...nothing,
            reviewId: review.reviewId,
            version: review.version,
            outcomes: input[who].flatMap((one, at) =>
              one.outcome === null || !isOpenAtNewYear(one)
                ? []
                : [{ shortcomingId: idOf.get(`${who} ${at}`) ?? 0, outcome: one.outcome, text: '' }],
            ),
          });
        }
        await open(2027);
        await call('pledges.create', { year: 2027, items: [] });
        for (const who of ['an', 'dung'] as const) {
          const left = input[who].flatMap((one, at) =>
            isOpen(one) && one.outcome !== 'putRight' ? [`${who} ${at}`] : [],
          );
          const sheet = who === 'dung' ? fromSheet : [];
          expect((await pledged(2027, ids[who])).sort()).toEqual([...left, ...sheet].sort());
          expect((await reviewOf(2027, ids[who])).earlier.map(({ text }) => text).sort()).toEqual(left);
        }
      }),
      { numRuns: 8 },
    );
  });

  it('keeps what came in by itself when the pledge begins with its first save', async () => {
    const made = await office();
    const { call, ids, addTask } = made;
    await reviewed(made, { an: [], dung: [{ tasks: [], outcome: null }] });
    await addTask('sheet', 'doing', { shortcomingId: null, assigneeId: ids.dung });
    const item = { id: null, sectionId: 'duties', text: 'Trực bản', target: '', dueOn: null };
    const form = { variant: 'member', formId: 'pledge-member', duty: '', note: '' } as const;
    const pledge = await call('pledges.save', {
      ...form,
      year: 2026,
      officialId: ids.dung,
      version: 0,
      items: [item],
    });
    expect(pledge.items.map(({ text }) => text).sort()).toEqual(['Hạn chế của sheet', 'Trực bản', 'dung 0']);
  });
});
