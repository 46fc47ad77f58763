interface YearWithRatings {
  year: number;
  ratedCount: number;
}

/** The latest year that has ratings, else this year. */
export function defaultYear(cycles: readonly YearWithRatings[], thisYear: number): number {
  const rated = cycles.filter((cycle) => cycle.ratedCount > 0).map((cycle) => cycle.year);
  return rated.length === 0 ? thisYear : Math.max(...rated);
}

/** Years of the list, latest first: this year, the four before it, every year with a cycle, and the chosen one. */
export function yearChoices(cycles: readonly YearWithRatings[], thisYear: number, chosen: number): number[] {
  const years = new Set([chosen, ...cycles.map((cycle) => cycle.year)]);
  for (let back = 0; back < 5; back += 1) years.add(thisYear - back);
  return [...years].sort((a, b) => b - a);
}
