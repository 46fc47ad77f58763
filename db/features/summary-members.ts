import { sql } from 'drizzle-orm';
import type { ReadHandle } from '../connection/open.ts';
import { officials } from '../connection/schema.ts';
import { participationStatusNames } from '../contract/vi/officials.ts';
import { declaredText } from '../contract/vi/pledges.ts';
import { ratingLevelNames } from '../contract/vi/ratings.ts';
import { summaryText } from '../contract/vi/summaries.ts';
import { type BreakdownFacts, breakdownsOf } from '../domain/breakdowns.ts';
import type { BreakdownId, FigureId } from '../domain/summaries.ts';
import { declaredOfYear, ownSigned } from '../records/declared-pledges.ts';
import { type GridKind, isOutsideRating, type Participant, participantsOf } from '../records/participants.ts';
import { findCycle } from '../records/ratings.ts';
import {
  type Collected,
  type Item,
  ratingFigures,
  type SummaryScope,
  unitKey,
  unitRows,
} from './summary-scope.ts';

/** The members of the period in the units asked for. A quarter has people once its cycle is opened. */
export function membersOf(
  db: ReadHandle,
  { year, quarter, cycle, holds }: SummaryScope,
  kind: GridKind = 'member',
): Participant[] {
  if (quarter > 0 && cycle === null) return [];
  const people = participantsOf(db, year, cycle === null ? { kind } : { kind, cycle });
  return people.filter((person) => holds(person.organizationId));
}

/** In which figures of table 5a a member counts. */
const memberFigures = (person: Pick<Participant, 'participationStatus' | 'decidedLevel'>): FigureId[] =>
  isOutsideRating(person) ? ['members', 'exempt'] : ['members', ...ratingFigures(person.decidedLevel)];

/** Table 5a: every member of the period, in the unit the rating was made in. */
export function collectMembers(db: ReadHandle, scope: SummaryScope, withGroups: boolean): Collected {
  const people = membersOf(db, scope);
  const groups = withGroups ? groupsOf(db, scope.day) : null;
  const items = people.map((person): Item => {
    const level = person.decidedLevel;
    return {
      row: unitKey(person.organizationId),
      figures: memberFigures(person),
      groups: groups?.get(person.officialId) ?? [],
      officialId: person.officialId,
      organizationId: person.organizationId,
      name: person.fullName,
      birthDate: person.birthDate,
      detail:
        level !== null
          ? ratingLevelNames[level]
          : isOutsideRating(person)
            ? participationStatusNames[person.participationStatus]
            : person.unratedReason,
    };
  });
  // Without a cycle nothing was ever rated; without people there is nobody to rate.
  const nothing = scope.cycle === null || people.length === 0;
  const missing = scope.quarter > 0 && scope.cycle === null ? 'cycle' : nothing ? 'ratings' : null;
  return { rows: unitRows(scope, items), items, missing };
}

interface FactRow extends Omit<BreakdownFacts, 'posts'> {
  id: number;
}
interface PostRow {
  officialId: number;
  isCommittee: 0 | 1;
  leads: 0 | 1;
}

/** The groups of everybody who is in one, with the posts held on the day. */
function groupsOf(db: ReadHandle, day: string): Map<number, BreakdownId[]> {
  const posts = new Map<number, BreakdownFacts['posts'][number][]>();
  for (const { officialId, isCommittee, leads } of db.all<PostRow>(sql`
    select p.official_id as officialId, p.is_committee as isCommittee, (p.is_leader = 1 or p.is_head = 1) as leads from posts p
    where (p.valid_from is null or p.valid_from <= ${day}) and (p.valid_to is null or p.valid_to >= ${day})`)) {
    const own = posts.get(officialId);
    const post = { isCommittee: isCommittee === 1, leads: leads === 1 };
    if (own) own.push(post);
    else posts.set(officialId, [post]);
  }
  const people: FactRow[] = db
    .select({
      id: officials.id,
      gender: officials.gender,
      ethnicity: officials.ethnicity,
      membershipStatus: officials.membershipStatus,
      fullMemberOn: officials.fullMemberOn,
      workingStatus: officials.workingStatus,
      workingFrom: officials.workingFrom,
    })
    .from(officials)
    .all();
  return new Map(
    people.map(({ id, ...facts }) => [id, breakdownsOf({ ...facts, posts: posts.get(id) ?? [] }, day)]),
  );
}

interface PledgeRow {
  officialId: number;
  organizationId: number | null;
  status: string;
  reason: string;
  items: number;
  done: number;
  notDone: number;
  open: number;
}

/** Table 5e: who is to sign (all but exempt and suspended members), who signed, and what became of the items. */
export function collectPledges(db: ReadHandle, scope: SummaryScope): Collected {
  const { year, quarter, cycle } = scope;
  // A pledge is given for a year.
  const yearScope = quarter === 0 ? scope : { ...scope, quarter: 0, cycle: findCycle(db, year) };
  const pledges = new Map(
    db
      .all<PledgeRow>(sql`
        select p.official_id as officialId, p.organization_id as organizationId, p.status,
          p.not_filed_reason as reason, count(i.id) as items,
          coalesce(sum(i.result = 'done'), 0) as done, coalesce(sum(i.result = 'notDone'), 0) as notDone,
          coalesce(sum(i.id is not null and i.result is null), 0) as open
        from pledges p join cycles c on c.id = p.cycle_id left join pledge_items i on i.pledge_id = p.id
        where c.year = ${year} and c.quarter = 0 group by p.id`)
      .map((pledge) => [pledge.officialId, pledge]),
  );
  const reasons = new Map<string, Map<string, number>>();
  const items: Item[] = [];
  for (const person of membersOf(db, { ...yearScope, holds: () => true })) {
    const pledge = pledges.get(person.officialId);
    const organizationId = pledge?.organizationId ?? person.organizationId;
    if (!scope.holds(organizationId)) continue;
    const row = unitKey(organizationId);
    const base = { row, groups: [], officialId: person.officialId, organizationId };
    const who = { name: person.fullName, birthDate: person.birthDate };
    if (person.participationStatus !== 'active') {
      items.push({ ...base, ...who, figures: ['members', 'exempt'], detail: '' });
      continue;
    }
    const signed = pledge !== undefined && ['filed', 'confirmed'].includes(pledge.status);
    if (signed) {
      items.push({ ...base, ...who, figures: ['members', 'toSign', 'signed', resultOf(pledge)], detail: '' });
      continue;
    }
    const reason = pledge?.reason.trim() ?? '';
    const named = reasons.get(row) ?? new Map<string, number>();
    named.set(reason, (named.get(reason) ?? 0) + 1);
    reasons.set(row, named);
    const why = reason === '' ? ('withoutReason' as const) : ('withReason' as const);
    items.push({ ...base, ...who, figures: ['members', 'toSign', 'notSigned', why], detail: reason });
  }
  const declared = declaredTexts(db, scope);
  const known = pledges.size > 0 || declared.size > 0;
  const missing = known ? null : cycle === null && quarter === 0 ? 'cycle' : 'pledges';
  const textsOf = (row: string) => {
    const own = reasonLine(reasons.get(row));
    const written = declared.get(row);
    return written === undefined ? { reasons: own } : { reasons: own, declared: written };
  };
  return { rows: unitRows(scope, items, textsOf, declared.keys()), items, missing };
}

/** What units declare, by row, beside the office's own counts where they differ. */
function declaredTexts(db: ReadHandle, { year, units, holds }: SummaryScope): ReadonlyMap<string, string> {
  const all = [...declaredOfYear(db, year).values()].filter(({ organizationId }) => holds(organizationId));
  if (all.length === 0) return new Map();
  const ownOf = ownSigned(db, year, units);
  return new Map(
    all.map((declared) => [
      unitKey(declared.organizationId),
      declaredText.cell(declared, ownOf(declared.organizationId)),
    ]),
  );
}

/** A pledge without items says nothing of its result. */
function resultOf({ items, done, notDone, open }: PledgeRow) {
  if (notDone > 0) return 'notReached' as const;
  if (items === 0 || open > 0) return 'resultOpen' as const;
  return done === items ? ('wellDone' as const) : ('partlyDone' as const);
}

/** Reasons with how many have each, the most frequent first; without a reason last. */
function reasonLine(reasons: ReadonlyMap<string, number> | undefined): string {
  if (reasons === undefined) return '';
  return [...reasons]
    .sort(([a, x], [b, y]) => Number(a === '') - Number(b === '') || y - x || (a < b ? -1 : 1))
    .map(([reason, count]) => summaryText.reason(reason || summaryText.noReason, count))
    .join('; ');
}
