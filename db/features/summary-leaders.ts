import { sql } from 'drizzle-orm';
import type { ReadHandle } from '../connection/open.ts';
import { collectiveKindNames } from '../contract/vi/cycles.ts';
import { formatHundredths } from '../contract/vi/numbers.ts';
import { unitTypeNames, unknownUnitType } from '../contract/vi/organizations.ts';
import { ratingLevelAbbreviations, ratingLevelNames } from '../contract/vi/ratings.ts';
import { summaryText } from '../contract/vi/summaries.ts';
import { type CollectiveKind, collectiveKinds, periodBefore } from '../domain/cycle.ts';
import { unitTypes } from '../domain/people.ts';
import type { RatingLevel } from '../domain/ratings.ts';
import { type CycleRecord, findCycleOf } from '../records/cycles.ts';
import { type GridKind, isOutsideRating, type Participant } from '../records/participants.ts';
import { membersOf } from './summary-members.ts';
import { type Collected, type Item, ratingFigures, type SummaryScope } from './summary-scope.ts';

interface CollectiveRow {
  organizationId: number;
  kind: CollectiveKind;
  decidedLevel: RatingLevel | null;
  unratedReason: string;
}

/** Tables 5b (Party organisations, a row a type of unit as it was on the day) and 5c (leading collectives, a row a kind of collective). */
export function collectCollectives(db: ReadHandle, scope: SummaryScope, of: '5b' | '5c'): Collected {
  const { cycle, units, holds, unitName } = scope;
  if (cycle === null) return { rows: [], items: [], missing: 'cycle' };
  const typeOf = new Map(units.map((unit) => [unit.id, unit.unitType]));
  const collectives = db
    .all<CollectiveRow>(sql`
      select c.organization_id as organizationId, c.kind, c.decided_level as decidedLevel,
        c.unrated_reason as unratedReason
      from collectives c where c.cycle_id = ${cycle.id}`)
    .filter(
      ({ kind, organizationId }) => (kind === 'organization') === (of === '5b') && holds(organizationId),
    );
  const place = new Map(units.map(({ id }, index) => [id, index]));
  collectives.sort((a, b) => (place.get(a.organizationId) ?? 0) - (place.get(b.organizationId) ?? 0));
  const items = collectives.map((collective): Item => {
    const { organizationId, kind, decidedLevel, unratedReason } = collective;
    const unit = unitName(organizationId);
    return {
      row: of === '5b' ? `type:${typeOf.get(organizationId) ?? 'none'}` : `kind:${kind}`,
      figures: ratingFigures(decidedLevel),
      groups: [],
      officialId: null,
      organizationId,
      name: of === '5b' ? unit : `${collectiveKindNames[kind]} - ${unit}`,
      birthDate: null,
      detail: decidedLevel === null ? unratedReason : ratingLevelNames[decidedLevel],
    };
  });
  const kinds: [string, string][] =
    of === '5b'
      ? [
          ...unitTypes.map((type): [string, string] => [`type:${type}`, unitTypeNames[type]]),
          ['type:none', unknownUnitType],
        ]
      : collectiveKinds.map((kind) => [`kind:${kind}`, collectiveKindNames[kind]]);
  const used = new Set(items.map(({ row }) => row));
  const rows = kinds
    .map(([key, name]) => ({ key, name, officialId: null, texts: {} }))
    .filter(({ key }) => used.has(key));
  return { rows, items, missing: items.length === 0 ? 'collectives' : null };
}

type Leader = Participant & { of: GridKind };

const hasLevel = ({ selfLevel, proposedLevel, decidedLevel }: Participant): boolean =>
  selfLevel !== null || proposedLevel !== null || decidedLevel !== null;

/**
 * Table 5d: every leader and manager of the period once, with the rating as a leader; where there is none yet, with
 * the rating as a member.
 */
export function collectLeaders(db: ReadHandle, scope: SummaryScope): Collected {
  const { cycle, day, year, quarter, unitName } = scope;
  if (cycle === null && quarter > 0) return { rows: [], items: [], missing: 'cycle' };
  const asMembers = new Map(
    membersOf(db, { ...scope, holds: () => true }).map((person) => [person.officialId, person]),
  );
  const leaders = membersOf(db, scope, 'leader')
    .map((leader): Leader => {
      const member = asMembers.get(leader.officialId);
      if (hasLevel(leader) || leader.unratedReason !== '' || member === undefined || !hasLevel(member))
        return { ...leader, of: 'leader' };
      return { ...member, organizationId: leader.organizationId, of: 'member' };
    })
    .filter((leader) => !isOutsideRating(leader));
  const posts = postsOn(db, day);
  const scores = cycle === null ? new Map<string, number>() : scoresOf(db, cycle.id);
  const previous = levelsOf(db, findCycleOf(db, periodBefore({ year, quarter })));
  const place = new Map(scope.units.map(({ id }, index) => [id as number | null, index]));
  const placeOf = (id: number | null): number => place.get(id) ?? place.size;
  const list = leaders.sort((a, b) => placeOf(a.organizationId) - placeOf(b.organizationId));
  const short = (level: RatingLevel | null | undefined): string =>
    level ? ratingLevelAbbreviations[level] : '';
  const rows = list.map((leader) => {
    const score = scores.get(`${leader.of}:${leader.officialId}`);
    const before =
      previous.get(`leader:${leader.officialId}`) ?? previous.get(`member:${leader.officialId}`) ?? null;
    const reason = leader.decidedLevel === null ? leader.unratedReason : '';
    return {
      key: `person:${leader.officialId}`,
      name: leader.fullName,
      officialId: leader.officialId,
      texts: {
        post: posts.get(leader.officialId) ?? '',
        unit: unitName(leader.organizationId),
        self: short(leader.selfLevel),
        score: score === undefined ? '' : formatHundredths(score),
        proposed: short(leader.proposedLevel),
        decided: short(leader.decidedLevel),
        previous: short(before),
        note: reason === '' ? leader.note : reason,
      },
    };
  });
  const items = list.map(
    (leader): Item => ({
      row: `person:${leader.officialId}`,
      figures: ratingFigures(leader.decidedLevel),
      groups: [],
      officialId: leader.officialId,
      organizationId: leader.organizationId,
      name: leader.fullName,
      birthDate: leader.birthDate,
      detail:
        leader.decidedLevel === null
          ? summaryText.unratedBecause(leader.unratedReason)
          : ratingLevelNames[leader.decidedLevel],
    }),
  );
  return { rows, items, missing: items.length === 0 ? 'leaders' : null };
}

/** Titles of the posts that everybody holds on a day. */
function postsOn(db: ReadHandle, day: string): Map<number, string> {
  const rows = db.all<{ officialId: number; titles: string }>(sql`
    select p.official_id as officialId, group_concat(p.title, '; ') as titles
    from (select * from posts order by official_id, id) p
    where (p.valid_from is null or p.valid_from <= ${day}) and (p.valid_to is null or p.valid_to >= ${day})
    group by p.official_id`);
  return new Map(rows.map(({ officialId, titles }) => [officialId, titles]));
}

/** Points in hundredths by "kind:person": of the decision, else of the proposal, else of the person. */
function scoresOf(db: ReadHandle, cycleId: number): Map<string, number> {
  const rows = db.all<{ key: string; score: number }>(sql`
    select r.kind || ':' || r.official_id as key, s.score
    from ratings r join rating_stages s on s.rating_id = r.id and s.replaced_at is null
    where r.cycle_id = ${cycleId} and r.kind in ('leader', 'member') and s.score is not null
    order by case s.stage when 'self' then 0 when 'proposed' then 1 else 2 end`);
  return new Map(rows.map(({ key, score }) => [key, score]));
}

/** Decided levels of a cycle by "kind:person". */
function levelsOf(db: ReadHandle, cycle: CycleRecord | null): Map<string, RatingLevel> {
  if (cycle === null) return new Map();
  const rows = db.all<{ key: string; level: RatingLevel }>(sql`
    select r.kind || ':' || r.official_id as key, r.decided_level as level from ratings r
    where r.cycle_id = ${cycle.id} and r.kind in ('leader', 'member') and r.decided_level is not null`);
  return new Map(rows.map(({ key, level }) => [key, level]));
}
