import type { ReadHandle, WriteHandle } from '../connection/open.ts';
import type { CapGroup } from '../contract/caps.ts';
import { AppError } from '../contract/errors.ts';
import type { MethodParsedInput } from '../contract/methods.ts';
import type { CollectiveGrid, CollectiveRow } from '../contract/ratings.ts';
import { collectiveKindNames } from '../contract/vi/cycles.ts';
import { ruleName } from '../contract/vi/rule-names.ts';
import { capBuckets, capKeyOf } from '../domain/cap-buckets.ts';
import { subtreeIds } from '../domain/organizations.ts';
import type { Role } from '../domain/people.ts';
import type { RatingFacts } from '../domain/rating-facts.ts';
import { countLevels } from '../domain/ratings.ts';
import { capGroupOf, capRuleOn, shownRule } from '../records/caps.ts';
import { changeRating } from '../records/change-rating.ts';
import {
  type CollectiveOfYear,
  collectiveKey,
  collectivesOfYear,
  factsOfCollectives,
} from '../records/collective-ratings.ts';
import { allOrganizations, type OrganizationRow } from '../records/organizations.ts';
import { ratedGroups } from '../records/participants.ts';
import { type QuartersOfYear, quartersOfCollectives } from '../records/quarter-levels.ts';
import {
  cycleToRate,
  decisionOfYear,
  markOf,
  ofCycle,
  type RatingYear,
  ratingYear,
  subjectYear,
} from '../records/rating-year.ts';
import { keepPack } from '../records/rule-packs.ts';

interface Asker {
  role: Role;
  userId: number;
}

interface Board {
  at: RatingYear;
  quarters: QuartersOfYear;
  units: OrganizationRow[];
  all: CollectiveOfYear[];
}

function boardOf(db: ReadHandle, at: RatingYear): Board {
  const units = allOrganizations(db, at.countedOn);
  const all = collectivesOfYear(db, at.cycle, at.countedOn, units);
  return { at, quarters: quartersOfCollectives(db, at), units, all };
}

const factsOf = (db: ReadHandle, { at, units, all }: Board, shown: readonly CollectiveOfYear[]) =>
  factsOfCollectives(db, subjectYear(at), shown, {
    all,
    units,
    people: ratedGroups(db, at.year, ofCycle(at)),
  });

/** Collectives of a year in a unit and the units under it (or all), in tree order: tables 5b and 5c. */
export function collectiveGrid(
  db: ReadHandle,
  { year, quarter, organizationId }: MethodParsedInput<'collectives.grid'>,
  { role }: Pick<Asker, 'role'>,
): CollectiveGrid {
  const board = boardOf(db, ratingYear(db, { year, quarter }));
  const ids = organizationId === null ? null : subtreeIds(board.units, organizationId);
  const shown = board.all.filter((one) => ids === null || ids.has(one.organizationId));
  const facts = role === 'leader' ? null : factsOf(db, board, shown);
  const caps = capsOf(db, board);
  const rows = shown.map((one) => toRow(one, board, caps, facts));
  const keys = new Set(rows.map((row) => row.capKey));
  return {
    year,
    rule: board.at.pack === null ? '' : ruleName(board.at.pack.rule),
    quarters: board.quarters.quarters,
    rows,
    counts: countLevels(shown.map((one) => one.decidedLevel)),
    caps: { rule: shownRule(caps.rule), groups: caps.groups.filter(({ key }) => keys.has(key)) },
    decision: decisionOfYear(board.at),
  };
}

/**
 * The cap over collectives of one kind under one superior (believed the same percent and base, unconfirmed): counted
 * like a group of like duties whose base is the unit above.
 */
function capsOf(db: ReadHandle, { at, units, all }: Board) {
  const rule = { ...capRuleOn(db, at.countedOn), scope: 'LIKE_DUTIES' as const };
  const parents = new Map(units.map((unit) => [unit.id, unit.parentId]));
  const names = new Map<number | null, string>(units.map((unit) => [unit.id, unit.name]));
  const placeOf = (one: CollectiveOfYear) => ({
    unitId: one.organizationId,
    baseOrganizationId: parents.get(one.organizationId) ?? null,
    group: one.kind,
    level: one.decidedLevel,
  });
  const groups = capBuckets(all.map(placeOf), rule).map((bucket): CapGroup => {
    const [one] = all.filter(
      (each) => JSON.stringify(capKeyOf(placeOf(each), rule.scope)) === JSON.stringify(bucket.key),
    );
    const superior = one ? names.get(parents.get(one.organizationId) ?? null) : undefined;
    const kind = one ? collectiveKindNames[one.kind] : '';
    return capGroupOf(bucket, superior === undefined ? kind : `${kind} – ${superior}`);
  });
  return {
    rule,
    groups,
    keyOf: (one: CollectiveOfYear) => JSON.stringify(capKeyOf(placeOf(one), rule.scope)),
  };
}

function toRow(
  one: CollectiveOfYear,
  { at, units, quarters }: Board,
  caps: Pick<ReturnType<typeof capsOf>, 'keyOf'>,
  facts: ReadonlyMap<string, RatingFacts> | null,
): CollectiveRow {
  const { organizationId, kind, version, selfLevel, proposedLevel, decidedLevel, unratedReason, note } = one;
  return {
    organizationId,
    kind,
    collectiveId: one.id,
    organizationName: units.find((unit) => unit.id === organizationId)?.name ?? '',
    version,
    selfLevel,
    proposedLevel,
    decidedLevel,
    unratedReason,
    note,
    quarterLevels: quarters.levelsOf(collectiveKey(one)),
    capKey: caps.keyOf(one),
    mark: markOf(at.pack, facts?.get(collectiveKey(one))),
  };
}

/** @throws AppError NOT_FOUND: no such collective in the year */
function collectiveIn(board: Board, choice: Pick<CollectiveOfYear, 'organizationId' | 'kind'>) {
  const found = board.all.find((one) => collectiveKey(one) === collectiveKey(choice));
  if (!found) throw new AppError('NOT_FOUND');
  return found;
}

/**
 * Sets one of the three levels, the reason or the note of a collective, as `ratings.set` does for a person.
 * @throws AppError NOT_FOUND, and what `changeRating` refuses
 */
export function setCollective(
  db: WriteHandle,
  input: MethodParsedInput<'collectives.set'>,
  { actor, at }: { actor: Asker; at: string },
) {
  const { year, quarter, version, change, decision } = input;
  const cycle = cycleToRate(db, input);
  const pack = keepPack(db, cycle);
  const year0: RatingYear = { year, quarter, cycle, countedOn: cycle.countedOn, pack };
  const board = boardOf(db, year0);
  const before = collectiveIn(board, input);
  const of = { is: 'collective', organizationId: input.organizationId, kind: input.kind } as const;
  const facts = () => factsOf(db, board, [before]).get(collectiveKey(before)) ?? null;
  const request = { of, version, cycle, pack, change, decision, facts };
  const changed = changeRating(db, { ...request, group: () => 'collective' }, { actor, at });
  const after = boardOf(db, year0);
  const caps = capsOf(db, after);
  const now = collectiveIn(after, input);
  const row = toRow(now, after, caps, factsOf(db, after, [now]));
  return {
    value: {
      row,
      before: toRow(before, board, caps, null),
      cap: caps.groups.find(({ key }) => key === row.capKey) ?? null,
    },
    audit: {
      entity: 'collective',
      entityId: changed.id,
      detail: { year, quarter, change, given: changed.given, before: changed.before },
    },
  };
}
