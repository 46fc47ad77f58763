import { sql } from 'drizzle-orm';
import type { ReadHandle } from '../connection/open.ts';
import { yearAfterCounting } from '../domain/disciplines-in-period.ts';
import { readSetting } from './settings.ts';

/**
 * Says of each discipline in which year's rating it counts, where its day does not: what the book says of it, else,
 * of a day after the people of its year were counted, the next year. In a quarter the day decides within the year.
 */
export function countingYears(
  db: ReadHandle,
  { year, quarter }: { year: number; quarter: number },
): (row: { effectiveOn: string; countedYear: number | null }) => number | null {
  const onlyOnce = readSetting(db, 'violationsCountOnce').value;
  const countedOn = new Map(
    db
      .all<{ year: number; day: string }>(sql`select year, counted_on as day from cycles where quarter = 0`)
      .map((cycle) => [cycle.year, cycle.day]),
  );
  return ({ effectiveOn, countedYear }) => {
    const ofDay = countedOn.get(Number(effectiveOn.slice(0, 4))) ?? null;
    const counted = (onlyOnce ? countedYear : null) ?? yearAfterCounting(effectiveOn, ofDay);
    return quarter > 0 && counted === year ? null : counted;
  };
}
