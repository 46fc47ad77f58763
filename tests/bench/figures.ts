/** The middle value; of an even number the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)] ?? Number.NaN;
  return Number.isInteger(middle) ? ((sorted[middle - 1] ?? upper) + upper) / 2 : upper;
}

/** The least value that `percent` of 100 values do not exceed. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1)] ?? Number.NaN;
}

/** One line: median, and the range that shows how far to trust it. */
export function describe(values: readonly number[], unit: string): string {
  const show = (value: number): string => value.toFixed(value < 10 ? 2 : 0);
  return `${show(median(values))} ${unit} (${show(Math.min(...values))}-${show(Math.max(...values))}, ${values.length} runs)`;
}
