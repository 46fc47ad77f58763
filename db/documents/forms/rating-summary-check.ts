import type { RatingSummary } from '../../contract/reports.ts';
import { summaryFigures } from '../../contract/reports.ts';
import { baseOf, ratedOf } from '../../domain/ratings.ts';
import { figureOf, type SummaryFigures } from './rating-summary-columns.ts';

function figureFaults(figures: SummaryFigures, where: string): string[] {
  const faults: string[] = [];
  for (const figure of summaryFigures) {
    const value = figureOf(figures, figure);
    if (!Number.isInteger(value) || value < 0) faults.push(`${where}: ${figure} is not a count`);
  }
  if (baseOf(figures.counts) !== figures.toRate) faults.push(`${where}: levels + unrated is not toRate`);
  if (ratedOf(figures.counts) !== figures.rated) faults.push(`${where}: levels do not add up to rated`);
  if (figures.toRate + figures.exempt !== figures.members)
    faults.push(`${where}: toRate + exempt is not members`);
  return faults;
}

/**
 * What does not add up in table 5a; empty when all does. Each row and the total: four levels + unrated = to rate,
 * four levels = rated, to rate + exempt = members; each column: the rows add up to the total.
 * Faults name the row by its number, never a unit.
 */
export function ratingSummaryFaults(summary: RatingSummary): string[] {
  const faults = summary.rows.flatMap((row, index) => figureFaults(row, `row ${index + 1}`));
  faults.push(...figureFaults(summary.total, 'total'));
  for (const figure of summaryFigures) {
    const sum = summary.rows.reduce((all, row) => all + figureOf(row, figure), 0);
    if (sum !== figureOf(summary.total, figure)) faults.push(`rows of ${figure} do not add up to the total`);
  }
  return faults;
}

/** No table with figures that contradict each other leaves the program. */
export function assertRatingSummary(summary: RatingSummary): void {
  const faults = ratingSummaryFaults(summary);
  if (faults.length > 0) throw new Error(`Table 5a does not add up: ${faults.join('; ')}`);
}
