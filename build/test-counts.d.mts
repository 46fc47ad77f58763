export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}
/** null when the runner wrote no report. */
export function vitestCounts(file: string): Counts | null;
export function playwrightCounts(file: string): Counts | null;
export function addCounts(a: Counts, b: Counts): Counts;
