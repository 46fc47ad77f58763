import { and, eq, ne, sql } from 'drizzle-orm';
import type { ReadHandle } from '../connection/open.ts';
import { officials } from '../connection/schema.ts';
import { pledges } from '../connection/schema-cycle.ts';
import { AppError } from '../contract/errors.ts';
import { pledgeFormFor } from '../contract/form-choice.ts';
import { allFormSets } from '../contract/form-set-data.ts';
import type { FormSetId } from '../contract/form-sets.ts';
import type { MethodParsedInput } from '../contract/methods.ts';
import type { Pledge, PledgeCounts, PledgeList, PledgeRow } from '../contract/pledges.ts';
import { foldForSearch } from '../domain/names.ts';
import { identicalPledges } from '../domain/pledge-rules.ts';
import { percentHundredths } from '../domain/ratings.ts';
import { attachmentCounts } from '../records/attachments.ts';
import { declaredOfYear, ownSigned } from '../records/declared-pledges.ts';
import { allOrganizations } from '../records/organizations.ts';
import { participantsOf } from '../records/participants.ts';
import { findPledge, itemsOfPledge, pledgesOfCycle } from '../records/pledges.ts';
import { leaderIds, postTitles } from '../records/posts.ts';
import { countingDay, findCycle } from '../records/ratings.ts';
import { readSetting } from '../records/settings.ts';
import { openShortcomings } from '../records/shortcomings.ts';
import { unitScope } from '../records/unit-scope.ts';

/** Who is to pledge in a year: every member but those exempt or suspended, each with the pledge so far. */
export function pledgeRows(db: ReadHandle, year: number, organizationId: number | null): PledgeRow[] {
  const cycle = findCycle(db, year);
  const day = countingDay(db, year);
  const scope = unitScope(db, day, organizationId);
  const written = cycle ? pledgesOfCycle(db, cycle.id) : new Map<number, never>();
  const texts = [...written.values()];
  const sameText = countBy(texts.map((pledge) => pledge.textKey));
  // From how many on it is told is the office's setting, here and beside the pledge itself.
  const identical = new Set(identicalPledges(texts, readSetting(db, 'samePledgeTexts').value));
  const scans = attachmentCounts(db, 'pledge');
  const leaders = leaderIds(db, day);
  const rows = participantsOf(db, year)
    .filter((person) => person.participationStatus === 'active')
    .map((person): PledgeRow => {
      const pledge = written.get(person.officialId);
      const unit = pledge?.organizationId ?? person.organizationId;
      return {
        officialId: person.officialId,
        pledgeId: pledge?.id ?? null,
        version: pledge?.version ?? 0,
        fullName: person.fullName,
        birthDate: person.birthDate,
        organizationId: unit,
        organizationName: scope.nameOf(unit),
        variant: pledge?.variant ?? (leaders.has(person.officialId) ? 'leader' : 'member'),
        status: pledge?.status ?? 'notFiled',
        items: pledge?.items ?? 0,
        signedOn: pledge?.signedOn ?? null,
        filedOn: pledge?.filedOn ?? null,
        confirmedOn: pledge?.confirmedOn ?? null,
        confirmedBy: pledge?.confirmedBy ?? '',
        notFiledReason: pledge?.notFiledReason ?? '',
        returnedReason: pledge?.returnedReason ?? '',
        identicalTo: pledge && identical.has(pledge.id) ? (sameText.get(pledge.textKey) ?? 1) - 1 : 0,
        scans: pledge ? (scans.get(pledge.id) ?? 0) : 0,
      };
    })
    .filter(scope.holds);
  return scope.inTreeOrder(rows);
}

function countBy<K>(keys: readonly K[]): Map<K, number> {
  const counts = new Map<K, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

export function pledgeCountsOf(rows: readonly PledgeRow[]): PledgeCounts {
  const of = countBy(rows.map((row) => row.status));
  const [filed, confirmed] = [of.get('filed') ?? 0, of.get('confirmed') ?? 0];
  const signed = filed + confirmed;
  return {
    base: rows.length,
    notFiled: of.get('notFiled') ?? 0,
    filed,
    confirmed,
    returned: of.get('returned') ?? 0,
    signed,
    signedPercent: percentHundredths(signed, rows.length),
  };
}

const isShown = (row: PledgeRow, show: MethodParsedInput<'pledges.list'>['show']): boolean => {
  switch (show) {
    case 'all':
      return true;
    case 'notSigned':
      return row.status === 'notFiled' || row.status === 'returned';
    case 'identical':
      return row.identicalTo > 0;
    default:
      return row.status === show;
  }
};

/** Everyone of the scope, and those whom the filter leaves. */
export function chosenPledges(
  db: ReadHandle,
  input: Pick<MethodParsedInput<'pledges.list'>, 'year' | 'organizationId' | 'show' | 'search'>,
): { all: PledgeRow[]; rows: PledgeRow[] } {
  const all = pledgeRows(db, input.year, input.organizationId);
  const key = foldForSearch(input.search);
  const rows = all.filter((row) => isShown(row, input.show) && foldForSearch(row.fullName).includes(key));
  return { all, rows };
}

/** The pledges of a year in tree order of units, inside a unit by name; counts are of the whole scope, not of the page. */
export function listPledges(db: ReadHandle, input: MethodParsedInput<'pledges.list'>): PledgeList {
  const { all, rows } = chosenPledges(db, input);
  return {
    total: rows.length,
    rows: rows.slice(input.offset, input.offset + input.limit),
    counts: pledgeCountsOf(all),
    units: withDeclared(
      db,
      input,
      unitsOf(all).map(({ organizationId, organizationName, rows: own }) => ({
        organizationId,
        organizationName,
        ...pledgeCountsOf(own),
        declared: null,
      })),
    ),
  };
}

/** What units declare beside their counts; one whose people are not kept stands here with its declaration alone. */
function withDeclared(
  db: ReadHandle,
  { year, organizationId }: Pick<MethodParsedInput<'pledges.list'>, 'year' | 'organizationId'>,
  units: PledgeList['units'],
): PledgeList['units'] {
  const all = declaredOfYear(db, year);
  if (all.size === 0) return units;
  const day = countingDay(db, year);
  const scope = unitScope(db, day, organizationId);
  const ownOf = ownSigned(db, year, allOrganizations(db, day));
  const known = new Map(units.map((unit) => [unit.organizationId, unit]));
  for (const { organizationId: of, total, signed, reason, note } of all.values()) {
    if (!scope.holds({ organizationId: of })) continue;
    const unit = known.get(of) ?? {
      organizationId: of,
      organizationName: scope.nameOf(of),
      ...pledgeCountsOf([]),
    };
    known.set(of, { ...unit, declared: { total, signed, reason, note, own: ownOf(of) } });
  }
  return scope.inTreeOrder([...known.values()]);
}

/** Rows that come unit by unit, as one entry a unit. */
export function unitsOf<Row extends { organizationId: number | null; organizationName: string }>(
  rows: readonly Row[],
): { organizationId: number | null; organizationName: string; rows: Row[] }[] {
  const units = new Map<
    number | null,
    { organizationId: number | null; organizationName: string; rows: Row[] }
  >();
  for (const row of rows) {
    const unit = units.get(row.organizationId);
    if (unit) unit.rows.push(row);
    else
      units.set(row.organizationId, {
        organizationId: row.organizationId,
        organizationName: row.organizationName,
        rows: [row],
      });
  }
  return [...units.values()];
}

/**
 * One person's pledge of a year, or what it would begin with.
 * @throws AppError NOT_FOUND: no such person
 */
export function getPledge(db: ReadHandle, input: MethodParsedInput<'pledges.get'>): Pledge {
  const { year, officialId } = input;
  const person = db.select().from(officials).where(eq(officials.id, officialId)).get();
  if (!person) throw new AppError('NOT_FOUND');
  const cycle = findCycle(db, year);
  const day = countingDay(db, year);
  const record = cycle && findPledge(db, cycle.id, officialId);
  const [participant] = participantsOf(db, year, { officialId });
  const organizationId = record?.organizationId ?? participant?.organizationId ?? null;
  const variant = record?.variant ?? (leaderIds(db, day).has(officialId) ? 'leader' : 'member');
  const posts = postTitles(db, officialId, day);
  return {
    officialId,
    pledgeId: record?.id ?? null,
    version: record?.version ?? 0,
    fullName: person.fullName,
    birthDate: person.birthDate,
    admittedOn: person.admittedOn,
    fullMemberOn: person.fullMemberOn,
    workplace: person.workplace,
    partyPosts: posts.party.join('; '),
    otherPosts: [...posts.state, ...posts.mass].join('; '),
    organizationId,
    organizationName: allOrganizations(db, day).find((unit) => unit.id === organizationId)?.name ?? '',
    variant,
    formId: formIdOf(record?.formId) ?? pledgeFormFor(variant, day) ?? 'pledge-member',
    duty: record?.duty ?? '',
    status: record?.status ?? 'notFiled',
    notFiledReason: record?.notFiledReason ?? '',
    signedOn: record?.signedOn ?? null,
    filedOn: record?.filedOn ?? null,
    confirmedOn: record?.confirmedOn ?? null,
    confirmedBy: record?.confirmedBy ?? '',
    returnedReason: record?.returnedReason ?? '',
    note: record?.note ?? '',
    items: record ? itemsOfPledge(db, record.id).map(({ pledgeId: _pledge, ...item }) => item) : [],
    openShortcomings: openShortcomings(db, { officialId }, { year, quarter: 1 }),
    ...(record && record.textKey !== '' ? sameTextAs(db, record) : { identicalCount: 0, identicalTo: [] }),
    identicalFrom: readSetting(db, 'samePledgeTexts').value,
  };
}

const formIdOf = (id: string | undefined): FormSetId | null =>
  allFormSets.find((form) => form.id === id)?.id ?? null;

/** Those whose items have the same text, by name; at most 20 are named. */
function sameTextAs(db: ReadHandle, record: { id: number; cycleId: number; textKey: string }) {
  const same = db
    .select({ officialId: pledges.officialId, fullName: officials.fullName })
    .from(pledges)
    .innerJoin(officials, eq(officials.id, pledges.officialId))
    .where(
      and(
        eq(pledges.cycleId, record.cycleId),
        eq(pledges.textKey, record.textKey),
        ne(pledges.id, record.id),
      ),
    )
    .orderBy(sql`${officials.nameSortKey}`)
    .all();
  return { identicalCount: same.length, identicalTo: same.slice(0, 20) };
}
