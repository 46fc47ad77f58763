import type { ReadHandle } from '../connection/open.ts';
import type { Summary, SummaryRow, SummaryTextId } from '../contract/summaries.ts';
import { withoutUnitLabel } from '../contract/vi/units.ts';
import { daysInMonth, yearEnd } from '../domain/dates.ts';
import { subtreeIds } from '../domain/organizations.ts';
import type { Counted, FigureId } from '../domain/summaries.ts';
import { type CycleRecord, findCycleOf } from '../records/cycles.ts';
import { allOrganizations, type OrganizationRow } from '../records/organizations.ts';

export interface SummaryRequest {
  year: number;
  quarter: number;
  organizationId: number | null;
  days: { from: string; to: string } | null;
}

/** A period and a unit with what every table reads: the cycle, its day, and the tree as it was on that day. */
export interface SummaryScope {
  year: number;
  quarter: number;
  cycle: CycleRecord | null;
  /** The day of the cycle, before one is opened the last day of the period; of table 5f its last day. */
  day: string;
  days: { from: string; to: string };
  units: readonly OrganizationRow[];
  /** Whether a unit is asked for. */
  holds: (organizationId: number | null) => boolean;
  unitName: (organizationId: number | null) => string;
}

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** First and last day of a year (quarter 0) or a quarter. */
function daysOf(year: number, quarter: number): { from: string; to: string } {
  if (quarter === 0) return { from: `${year}-01-01`, to: yearEnd(year) };
  const last = quarter * 3;
  return {
    from: `${year}-${twoDigits(last - 2)}-01`,
    to: `${year}-${twoDigits(last)}-${daysInMonth(year, last)}`,
  };
}

/** @param asOfDays the table takes people and units on the last of its days, whatever the cycle's day is (5f) */
export function scopeOf(db: ReadHandle, request: SummaryRequest, asOfDays: boolean): SummaryScope {
  const { year, quarter, organizationId } = request;
  const cycle = findCycleOf(db, { year, quarter });
  const days = request.days ?? daysOf(year, quarter);
  const day = asOfDays ? days.to : (cycle?.countedOn ?? daysOf(year, quarter).to);
  const units = allOrganizations(db, day);
  const names = new Map(units.map((unit) => [unit.id, unit.name]));
  const ids = organizationId === null ? null : subtreeIds(units, organizationId);
  return {
    year,
    quarter,
    cycle,
    day,
    days,
    units,
    holds: (id) => ids === null || (id !== null && ids.has(id)),
    unitName: (id) => (id === null ? withoutUnitLabel : (names.get(id) ?? '')),
  };
}

/** One person or collective behind the figures of a table. */
export interface Item extends Counted {
  officialId: number | null;
  organizationId: number | null;
  name: string;
  birthDate: string | null;
  detail: string;
}

export type RowTexts = Partial<Record<SummaryTextId, string>>;
/** The rows of a table in order and whom they count. */
export interface Collected {
  rows: { key: string; name: string; officialId: SummaryRow['officialId']; texts: RowTexts }[];
  items: Item[];
  missing: Summary['missing'];
}

export const unitKey = (organizationId: number | null): string => `unit:${organizationId ?? 'none'}`;

/** The unit of a row of 5a; null: the people without one. */
export const unitOfKey = (key: string): number | null => Number(key.split(':')[1]) || null;

/** One row a unit that has anybody, or of which there is something to say, in tree order; people without one last. */
export function unitRows(
  { units, unitName }: SummaryScope,
  items: readonly Item[],
  textsOf: (row: string) => RowTexts = () => ({}),
  others: Iterable<string> = [],
): Collected['rows'] {
  const used = new Set([...items.map(({ row }) => row), ...others]);
  const row = (id: number | null) => {
    const key = unitKey(id);
    return { key, name: unitName(id), officialId: null, texts: textsOf(key) };
  };
  return [...units.map(({ id }) => id), null].filter((id) => used.has(unitKey(id))).map(row);
}

/** The figures of one who is to be rated: the level, or "not rated". */
export const ratingFigures = (level: FigureId | null): FigureId[] =>
  level === null ? ['toRate', 'unrated'] : ['toRate', 'rated', level];
