/** A period and a row of it as the one number that the key of a draft has for a part; `row` is 0 for a new one. */
export const partOfPeriod = ({ year, quarter }: { year: number; quarter: number }, row: number): number =>
  (row * 10_000 + year) * 10 + quarter;

/** The same back again. */
export function periodOfPart(part: number): { year: number; quarter: number; row: number } {
  const rowAndYear = Math.floor(part / 10);
  return { quarter: part % 10, year: rowAndYear % 10_000, row: Math.floor(rowAndYear / 10_000) };
}
