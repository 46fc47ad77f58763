import { sql } from 'drizzle-orm';
import type { ReadHandle } from '../connection/open.ts';
import type { MergeConflict } from '../contract/duplicates.ts';
import { outReasonNames, reviewPlaceNames, reviewStatusNames } from '../contract/vi/cycles.ts';
import { duplicatesText as text } from '../contract/vi/duplicates.ts';
import { participationStatusNames } from '../contract/vi/officials.ts';
import { pledgeStatusNames, pledgeVariantNames } from '../contract/vi/pledges.ts';
import { ratingLevelNames, ratingStageNames, unratedName } from '../contract/vi/ratings.ts';
import { ratingKindNames } from '../contract/vi/timeline.ts';
import type {
  OutReason,
  PledgeStatus,
  PledgeVariant,
  RatingKind,
  ReviewPlace,
  ReviewStatus,
} from '../domain/cycle.ts';
import { formatPartialDate } from '../domain/dates.ts';
import type { ParticipationStatus } from '../domain/people.ts';
import type { RatingLevel } from '../domain/ratings.ts';
import { collidingRows, type Reference, referencesTo, repeatedRows } from '../records/person-references.ts';
import { inBase } from '../records/reviews.ts';

/** A conflict with the rows that it is about; `first` is the row of the person that is kept. */
export interface RowConflict extends MergeConflict {
  table: string;
  keptRow: number;
  removedRow: number;
}

/** Remembered pairs and earlier merges are no rows of a person's book: the merge carries them over by itself. */
const bookkeeping = ['distinct_people', 'merged_officials'];

/** Where rows of a person stand. */
export const personReferences = (db: ReadHandle): Reference[] =>
  referencesTo(db, 'officials').filter(({ table }) => !bookkeeping.includes(table));

/**
 * Dated rows of the two that cannot both stand: memberships at one time, and rows that the database has one of (a
 * rating of a year, a pledge of a cycle). Rows that say the same are no conflict.
 */
export function conflictsOf(db: ReadHandle, keptId: number, removedId: number): RowConflict[] {
  return personReferences(db).flatMap((reference) => {
    const repeated = new Set(repeatedRows(db, reference, keptId, removedId));
    const found =
      reference.table === 'memberships'
        ? overlappingMemberships(db, keptId, removedId)
        : pairsOf(db, reference, keptId, removedId).map((pair) => wordsOf(db, reference.table, pair));
    return found.filter((conflict) => !repeated.has(conflict.removedRow));
  });
}

function pairsOf(db: ReadHandle, reference: Reference, keptId: number, removedId: number) {
  const colliding = collidingRows(db, reference, keptId, removedId);
  return reference.table === 'reviews'
    ? [...colliding, ...reviewsInTwoCells(db, keptId, removedId)]
    : colliding;
}

/** Of one cycle, both in its base: a person is counted in one cell, which no index of the database can say. */
const reviewsInTwoCells = (db: ReadHandle, keptId: number, removedId: number) =>
  db.all<{ kept: number; removed: number }>(sql`
    select a.id as kept, b.id as removed from reviews a join reviews b on b.cycle_id = a.cycle_id
    where a.official_id = ${keptId} and b.official_id = ${removedId} and a.place = 'cell' and b.place = 'cell'
      and a.organization_id <> b.organization_id
      and ${inBase(sql`a.out_reason`)} and ${inBase(sql`b.out_reason`)}`);

const keyOf = (table: string, kept: number, removed: number): string => `${table}:${kept}:${removed}`;
const day = (value: string | null): string => (value === null ? '' : formatPartialDate(value));

interface MembershipPair {
  kept: number;
  keptUnit: string;
  keptFrom: string | null;
  keptTo: string | null;
  removed: number;
  removedUnit: string;
  removedFrom: string | null;
  removedTo: string | null;
}

/** Two that are both open cannot both stay; past ones can, and the quality list will name them. */
function overlappingMemberships(db: ReadHandle, keptId: number, removedId: number): RowConflict[] {
  const pairs = db.all<MembershipPair>(sql`
    select a.id as kept, u.name as keptUnit, a.valid_from as keptFrom, a.valid_to as keptTo,
      b.id as removed, v.name as removedUnit, b.valid_from as removedFrom, b.valid_to as removedTo
    from memberships a join memberships b join organizations u on u.id = a.organization_id
      join organizations v on v.id = b.organization_id
    where a.official_id = ${keptId} and b.official_id = ${removedId}
      and coalesce(a.valid_from, '') <= coalesce(b.valid_to, '9999')
      and coalesce(b.valid_from, '') <= coalesce(a.valid_to, '9999')
    order by a.id, b.id`);
  return pairs.map((pair) => ({
    table: 'memberships',
    keptRow: pair.kept,
    removedRow: pair.removed,
    key: keyOf('memberships', pair.kept, pair.removed),
    label: text.conflictMembership,
    first: `${pair.keptUnit}, ${text.span(day(pair.keptFrom), day(pair.keptTo))}`,
    second: `${pair.removedUnit}, ${text.span(day(pair.removedFrom), day(pair.removedTo))}`,
    mayKeepBoth: pair.keptTo !== null || pair.removedTo !== null,
  }));
}

function wordsOf(db: ReadHandle, table: string, pair: { kept: number; removed: number }): RowConflict {
  const rows = { table, keptRow: pair.kept, removedRow: pair.removed, mayKeepBoth: false };
  const key = keyOf(table, pair.kept, pair.removed);
  switch (table) {
    case 'ratings': {
      const [first, second] = [ratingWords(db, pair.kept), ratingWords(db, pair.removed)];
      return { ...rows, key, label: first.label, first: first.words, second: second.words };
    }
    case 'participation_states': {
      const words = (id: number) => participationWords(db, id);
      return {
        ...rows,
        key,
        label: text.conflictParticipation,
        first: words(pair.kept),
        second: words(pair.removed),
      };
    }
    default: {
      const words = wordsByTable[table];
      return {
        ...rows,
        key,
        label: recordLabel(db, table, pair.kept),
        first: words?.(db, pair.kept) ?? '',
        second: words?.(db, pair.removed) ?? '',
      };
    }
  }
}

function ratingWords(db: ReadHandle, id: number): { label: string; words: string } {
  const row = db.get<{
    year: number;
    kind: RatingKind;
    unit: string;
    self: RatingLevel | null;
    proposed: RatingLevel | null;
    decided: RatingLevel | null;
    reason: string;
  }>(sql`
    select c.year, r.kind, coalesce(u.name, '') as unit, r.self_level as self, r.proposed_level as proposed,
      r.decided_level as decided, r.unrated_reason as reason
    from ratings r join cycles c on c.id = r.cycle_id left join organizations u on u.id = r.organization_id
    where r.id = ${id}`);
  if (!row) return { label: '', words: '' };
  const stages = (['self', 'proposed', 'decided'] as const).map((stage) => {
    const level = row[stage];
    return `${ratingStageNames[stage]}: ${level === null ? unratedName : ratingLevelNames[level]}`;
  });
  return {
    label: text.conflictRating(ratingKindNames[row.kind], row.year),
    words: [...stages, row.reason, row.unit].filter(Boolean).join('; '),
  };
}

function participationWords(db: ReadHandle, id: number): string {
  const row = db.get<{ status: ParticipationStatus; reason: string; from: string | null; to: string }>(sql`
    select status, reason, valid_from as "from", valid_to as "to" from participation_states where id = ${id}`);
  if (!row) return '';
  return [participationStatusNames[row.status], text.span(day(row.from), day(row.to)), row.reason]
    .filter(Boolean)
    .join('; ');
}

/** What tells two rows of one kind apart, table by table; of a table that is not here only the person is shown. */
const wordsByTable: Readonly<Record<string, (db: ReadHandle, id: number) => string>> = {
  pledges: pledgeWords,
  reviews: reviewWords,
  ballot_results: ballotWords,
};

const joined = (words: readonly string[]): string => words.filter(Boolean).join('; ');
const onDay = (words: string, on: string | null): string => (on === null ? words : `${words} ${day(on)}`);

function pledgeWords(db: ReadHandle, id: number): string {
  const row = db.get<{
    variant: PledgeVariant;
    status: PledgeStatus;
    filedOn: string | null;
    unit: string;
    items: number;
    first: string;
  }>(sql`
    select p.variant, p.status, p.filed_on as filedOn, coalesce(u.name, '') as unit,
      (select count(*) from pledge_items i where i.pledge_id = p.id) as items,
      coalesce((select i.text from pledge_items i where i.pledge_id = p.id order by i.position, i.id limit 1), '') as first
    from pledges p left join organizations u on u.id = p.organization_id where p.id = ${id}`);
  if (!row) return '';
  return joined([
    onDay(pledgeStatusNames[row.status], row.filedOn),
    pledgeVariantNames[row.variant],
    text.items(row.items, row.first),
    row.unit,
  ]);
}

function reviewWords(db: ReadHandle, id: number): string {
  const row = db.get<{
    place: ReviewPlace;
    status: ReviewStatus;
    filedOn: string | null;
    outReason: OutReason | null;
    unit: string;
    sections: number;
    shortcomings: number;
  }>(sql`
    select r.place, r.status, r.filed_on as filedOn, r.out_reason as outReason,
      coalesce(u.name, '') as unit,
      (select count(*) from review_sections s where s.review_id = r.id and s.text <> '') as sections,
      (select count(*) from shortcomings s where s.review_id = r.id) as shortcomings
    from reviews r left join organizations u on u.id = r.organization_id where r.id = ${id}`);
  if (!row) return '';
  return joined([
    onDay(reviewStatusNames[row.status], row.filedOn),
    reviewPlaceNames[row.place],
    row.outReason === null ? '' : outReasonNames[row.outReason],
    text.written(row.sections, row.shortcomings),
    row.unit,
  ]);
}

function ballotWords(db: ReadHandle, id: number): string {
  const row = db.get<{ excellent: number; good: number; completed: number; notCompleted: number }>(sql`
    select excellent, good, completed, not_completed as notCompleted from ballot_results where id = ${id}`);
  if (!row) return '';
  return joined(
    (['excellent', 'good', 'completed', 'notCompleted'] as const).map((level) =>
      text.votes(ratingLevelNames[level], row[level]),
    ),
  );
}

/** The name of the kind of record, with its year where it belongs to a cycle. */
function recordLabel(db: ReadHandle, table: string, id: number): string {
  const hasCycle = db.get<{ found: number }>(
    sql`select count(*) as found from pragma_table_info(${table}) where name = 'cycle_id'`,
  );
  if (!hasCycle?.found) return text.rowName(table);
  const row = db.get<{ year: number }>(sql`
    select c.year from ${sql.identifier(table)} r join cycles c on c.id = r.cycle_id where r.id = ${id}`);
  return text.conflictRecord(text.rowName(table), row?.year ?? null);
}
