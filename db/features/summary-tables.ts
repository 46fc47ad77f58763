import type { ReadHandle, WriteHandle } from '../connection/open.ts';
import { AppError } from '../contract/errors.ts';
import type { MethodParsedInput } from '../contract/methods.ts';
import type { Office } from '../contract/office.ts';
import type { Summary, SummaryPeople, SummaryRow } from '../contract/summaries.ts';
import { ruleName } from '../contract/vi/rule-names.ts';
import { breakdownNames, summaryText } from '../contract/vi/summaries.ts';
import { periodBefore } from '../domain/cycle.ts';
import { addMonths } from '../domain/dates.ts';
import {
  type BreakdownId,
  breakdownIds,
  type SummaryTableId,
  summaryFaults,
  tally,
} from '../domain/summaries.ts';
import { officeOnPaper } from '../records/office.ts';
import { packInForce, packOfCycle } from '../records/rule-packs.ts';
import { collectDisciplined } from './summary-disciplines.ts';
import { collectCollectives, collectLeaders } from './summary-leaders.ts';
import { collectMembers, collectPledges } from './summary-members.ts';
import { noteOf } from './summary-notes.ts';
import {
  type Collected,
  type Item,
  type SummaryRequest,
  type SummaryScope,
  scopeOf,
} from './summary-scope.ts';

type Request = MethodParsedInput<'summaries.get'>;

/** The one place that knows what each table counts; the rest is the same for all of them. */
function collect(db: ReadHandle, table: SummaryTableId, scope: SummaryScope, groups: boolean): Collected {
  switch (table) {
    case '5a':
      return collectMembers(db, scope, groups);
    case '5b':
    case '5c':
      return collectCollectives(db, scope, table);
    case '5d':
      return collectLeaders(db, scope);
    case '5e':
      return collectPledges(db, scope);
    case '5f':
      return collectDisciplined(db, scope);
  }
}

/** The period that a table is compared with. */
function otherPeriod({ table, against, groups: _groups, ...request }: Request): SummaryRequest {
  const { year, quarter, days } = request;
  if (against === 'periodBefore' && table !== '5e' && days === null)
    return { ...request, ...periodBefore({ year, quarter }) };
  return {
    ...request,
    year: year - 1,
    days: days && { from: addMonths(days.from, -12), to: addMonths(days.to, -12) },
  };
}

/** One of the tables 5a to 5f of a period and a unit. Every figure is how many are behind it (`summaryPeople`). */
export function summaryTable(db: ReadHandle, input: Request): Summary {
  const { table } = input;
  const withGroups = table === '5a' && input.groups.length > 0;
  const scope = scopeOf(db, input, table === '5f');
  const { rows, items, missing } = collect(db, table, scope, withGroups);
  const other = input.compare ? scopeOf(db, otherPeriod(input), table === '5f') : null;
  // A quarter that was never opened has no figures: noughts would pass for some. Pledges (5e) and disciplines (5f) do
  // not stand on its cycle.
  const opened =
    other !== null && (other.cycle !== null || other.quarter === 0 || table === '5e' || table === '5f');
  const before = opened ? collect(db, table, other, withGroups) : null;
  const byRow = groupByRow(items);
  const byRowBefore = groupByRow(before?.items ?? []);
  const counted = (
    key: string,
    row: Omit<SummaryRow, 'key' | 'counts' | 'before'>,
    of: readonly Item[],
    then: readonly Item[],
  ): SummaryRow => ({
    key,
    ...row,
    texts: withNote(row.texts, noteOf(table, of)),
    counts: tally(table, of),
    before: before === null ? null : tally(table, then),
  });
  // A row of the other period that is gone stays with its zeros: else the differences would not add up to the total's.
  const known = new Set(rows.map(({ key }) => key));
  const gone = table === '5d' ? [] : (before?.rows ?? []).filter(({ key }) => !known.has(key));
  const done = [...rows, ...gone.map((row) => ({ ...row, texts: {} }))].map(({ key, ...row }) =>
    counted(key, row, byRow.get(key) ?? [], byRowBefore.get(key) ?? []),
  );
  const plain = (name: string) => ({ name, officialId: null, texts: {} });
  const total = counted('total', plain(summaryText.total), items, before?.items ?? []);
  const inGroup = (group: BreakdownId, of: readonly Item[]) =>
    of.filter(({ groups }) => groups.includes(group));
  return {
    table,
    year: scope.year,
    quarter: scope.quarter,
    countedOn: scope.day,
    days: table === '5f' ? scope.days : null,
    missing,
    comparedWith: other && { year: other.year, quarter: other.quarter, opened },
    rows: done,
    total,
    groups: !withGroups
      ? []
      : breakdownIds
          .filter((group) => input.groups.includes(group))
          .map((group) => ({
            group,
            ...counted(
              group,
              plain(breakdownNames[group]),
              inGroup(group, items),
              inGroup(group, before?.items ?? []),
            ),
          })),
    rule: ruleOf(db, scope),
    faults: summaryFaults(table, done, total.counts),
  };
}

const withNote = (texts: SummaryRow['texts'], note: string): SummaryRow['texts'] =>
  note === '' ? texts : { ...texts, note };

/** The rule of the cycle as it stood when it was opened, so that a reprint names the rule of its time. */
function ruleOf(db: ReadHandle, { cycle, day }: SummaryScope): string {
  const pack = cycle === null ? packInForce(db, day) : packOfCycle(db, cycle);
  return pack === null ? '' : ruleName(pack.rule);
}

function groupByRow(items: readonly Item[]): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(item.row);
    if (group) group.push(item);
    else groups.set(item.row, [item]);
  }
  return groups;
}

/** Names that tell a discipline or an ethnicity are shown after an audited act only (Law 91/2025/QH15). */
const isSensitive = ({ table, row }: Pick<MethodParsedInput<'summaries.people'>, 'table' | 'row'>): boolean =>
  table === '5f' || row === 'minority';

function behind(db: ReadHandle, input: MethodParsedInput<'summaries.people'>): SummaryPeople['people'] {
  const { table, row, figure } = input;
  const group = breakdownIds.find((id) => id === row);
  const scope = scopeOf(db, input, table === '5f');
  return collect(db, table, scope, group !== undefined)
    .items.filter((item) => item.figures.includes(figure))
    .filter((item) => (group ? item.groups.includes(group) : row === 'total' || item.row === row))
    .map(({ officialId, organizationId, name, birthDate, detail }) => ({
      officialId,
      organizationId,
      name,
      unitName: scope.unitName(organizationId),
      birthDate,
      detail,
    }));
}

/** Whom a figure counts; the names of a sensitive one stay hidden. */
export function summaryPeople(db: ReadHandle, input: MethodParsedInput<'summaries.people'>): SummaryPeople {
  const people = behind(db, input);
  const hidden = isSensitive(input);
  return { count: people.length, hidden, people: hidden ? [] : people };
}

/** The same with names, audited. */
export function revealSummaryPeople(db: WriteHandle, input: MethodParsedInput<'summaries.people'>) {
  const people = behind(db, input);
  const officialIds = people.flatMap(({ officialId }) => officialId ?? []);
  const organizationIds = people.flatMap(({ officialId, organizationId }) =>
    officialId === null && organizationId !== null ? organizationId : [],
  );
  const detail = { revealed: ['summary'], ...input, officialIds, organizationIds };
  return {
    value: { count: people.length, hidden: false, people },
    audit: { entity: 'summary', entityId: null, detail },
  };
}

/**
 * A table for paper and workbook, with the heads and the signature of its unit on the day that is counted on.
 * @throws AppError REPORT_EMPTY: nothing to count; SUMMARY_DOES_NOT_ADD_UP
 */
export function summaryOnPaper(db: ReadHandle, input: Request): [Summary, Office] {
  const summary = summaryTable(db, input);
  if (summary.missing !== null) throw new AppError('REPORT_EMPTY', { params: { year: input.year } });
  if (summary.faults.length > 0) throw new AppError('SUMMARY_DOES_NOT_ADD_UP');
  return [summary, officeOnPaper(db, input.organizationId, summary.countedOn)];
}
