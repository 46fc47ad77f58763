import type { MethodInput } from '../contract/methods.ts';
import { demoThreadText as text } from '../contract/vi/demo-thread.ts';
import type { Call } from './cli-common.ts';
import {
  type Cell,
  type DemoYears,
  disciplineOne,
  meet,
  past,
  putRight,
  rateLeadersAndCollectives,
  rateQuarter,
  review,
  setLevel,
} from './demo-reviews.ts';

/** In how many cells people are written about one by one; the rest is done for all at once. */
const CELLS_IN_DETAIL = 2;

/**
 * The whole thread of the years over the fictitious people, by the very methods that the window calls: posts, cycles
 * with collectives, pledges, reviews, meetings, ratings, shortcomings with tasks, one discipline. Ratings stand already.
 */
export async function fillDemoThread(call: Call, years: DemoYears): Promise<void> {
  const cells = (await call('organizations.tree', {})).organizations.filter(
    ({ kind }) => kind === 'partyCell',
  );
  const people = new Map<number, number[]>();
  for (const { id } of cells) {
    const { rows } = await call('officials.list', { organizationId: id, limit: 20 });
    people.set(
      id,
      rows.map((row) => row.id),
    );
  }
  const detailed = cells.slice(0, CELLS_IN_DETAIL).map(({ id }) => ({ id, people: people.get(id) ?? [] }));
  await givePosts(call, people, years);
  await changeLives(call, detailed, years);
  for (let year = years.first; year <= years.last; year += 1) {
    await openYear(call, year, years);
    for (const organizationId of years.whole ? [null] : detailed.map(({ id }) => id))
      await pledge(call, { year, organizationId }, years);
    await review(call, year, detailed, years);
    for (const cell of detailed) await meet(call, year, cell.id, years);
    await rateLeadersAndCollectives(call, year, years);
    await putRight(call, year, years);
  }
  for (const quarter of [1, 2, 3] as const) await rateQuarter(call, quarter, detailed, years);
  await disciplineOne(call, detailed, years);
}

/** One head for each cell, and the heads of the commune from the last people of the first cells. */
async function givePosts(call: Call, people: ReadonlyMap<number, number[]>, { first }: DemoYears) {
  const post = { id: null, kind: 'party', isLeader: true, managedBy: '', validTo: null } as const;
  const validFrom = `${first}-01-01`;
  for (const [organizationId, ids] of people)
    if (ids[0] !== undefined)
      await call('officials.savePost', {
        officialId: ids[0],
        version: 1,
        post: {
          ...post,
          title: text.cellHead,
          organizationId,
          isHead: true,
          isKeyOfficial: false,
          validFrom,
        },
      });
  const heads = [...people.values()].flatMap((ids) => ids.slice(1).slice(-1)).slice(0, text.heads.length);
  for (const [at, officialId] of heads.entries())
    await call('officials.savePost', {
      officialId,
      version: 1,
      post: {
        ...post,
        title: text.heads[at] ?? '',
        organizationId: 1,
        isHead: at === 0,
        isKeyOfficial: true,
        validFrom,
      },
    });
}

/** In the last year somebody is exempted and somebody moves to another cell. */
async function changeLives(call: Call, [one, two]: readonly Cell[], { last, today }: DemoYears) {
  const [exempt, mover] = [one?.people.at(7), one?.people.at(8)];
  if (exempt === undefined || mover === undefined || !two) return;
  const onDay = past(`${last}-04-01`, today);
  const { row } = await setLevel(call, { year: last, officialId: exempt }, null, {
    reason: text.exempt,
    onDay,
  });
  const without = { field: 'unratedReason', text: text.exempt } as const;
  await call('ratings.set', { year: last, officialId: exempt, version: row.version, change: without });
  await call('officials.setParticipation', {
    id: exempt,
    version: 1,
    status: 'exempt',
    onDay,
    reason: text.exempt,
  });
  await call('officials.transfer', { officialIds: [mover], organizationId: two.id, onDay });
}

async function openYear(call: Call, year: number, { today }: DemoYears) {
  const countedOn = `${year}-12-31`;
  const { collectives, packId, deadlines } = await call('cycles.draft', { year, countedOn });
  await call('cycles.open', {
    year,
    countedOn,
    packId,
    deadlines,
    planNo: text.planNo(year),
    planDate: past(`${year}-01-15`, today),
    planIssuer: text.body,
    decisionBody: text.body,
    decisionDay: past(`${year}-12-20`, today),
    collectives: collectives
      .filter(({ suggested }) => suggested)
      .map(({ organizationId, kind }) => ({ organizationId, kind })),
  });
  const { differences } = await call('cycles.differences', { year });
  const officialIds = differences.map((each) => each.officialId);
  if (officialIds.length > 0) await call('cycles.takeDifferences', { year, officialIds, reason: text.late });
}

type StatusAct = MethodInput<'pledges.setStatus'>['act'];

/** Nearly everybody signs; some have not yet, one pledge comes back. */
async function pledge(
  call: Call,
  { year, organizationId }: { year: number; organizationId: number | null },
  { last }: DemoYears,
) {
  const items = text.pledgeItems.map((item) => ({ ...item, dueOn: `${year}-12` }));
  const { created } = await call('pledges.create', { year, organizationId, items });
  const waits = created.filter((_, at) => at % 12 === 5);
  const signed = created.filter((_, at) => at % 12 !== 5);
  const act = async (pledges: typeof created, later: number, what: StatusAct) => {
    const chosen = pledges.map(({ pledgeId, version }) => ({ pledgeId, version: version + later }));
    if (chosen.length > 0) await call('pledges.setStatus', { pledges: chosen, act: what });
  };
  await act(signed, 0, { to: 'filed', signedOn: `${year}-02-10`, filedOn: `${year}-02-12` });
  const open = year === last ? signed.slice(-Math.ceil(signed.length / 5)) : [];
  const confirmed = { to: 'confirmed', confirmedOn: `${year}-02-25`, confirmedBy: text.body } as const;
  await act(
    signed.filter((each) => !open.includes(each)),
    1,
    confirmed,
  );
  await act(open.slice(0, 1), 1, { to: 'returned', reason: text.returned });
  const half = waits
    .slice(0, Math.ceil(waits.length / 2))
    .map(({ officialId, version }) => ({ officialId, version }));
  if (half.length > 0)
    await call('pledges.setNotFiledReason', { year, people: half, reason: text.notSigned });
}
