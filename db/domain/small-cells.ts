import { type Counts, countOf, type FigureId, type SummaryTableId, summaryShapes } from './summaries.ts';

/** Counts from 1 to 4 could single a person out on a public board (design advice; no rule gives a number). */
export const SMALL_CELL = 5;

/** Which cells are covered, by row index (the total comes last) and figure. */
export type Covered = readonly ReadonlySet<FigureId>[];

/**
 * The cells to cover in what is posted publicly: every count from 1 to 4, and then the smallest neighbour wherever a
 * single covered cell could be worked out from the others of its row's sums or of its column.
 * @returns one set per row and, last, one of the total
 */
export function smallCells(table: SummaryTableId, rows: readonly Counts[], total: Counts): Covered {
  const { figures, sums } = summaryShapes[table];
  const all = [...rows, total];
  const covered = all.map(
    (counts) =>
      new Set(
        figures.filter((figure) => countOf(counts, figure) > 0 && countOf(counts, figure) < SMALL_CELL),
      ),
  );
  type Cell = { row: number; figure: FigureId };
  const equations: Cell[][] = [
    ...all.flatMap((_counts, row) =>
      sums.map(({ whole, parts }) => [whole, ...parts].map((figure) => ({ row, figure }))),
    ),
    ...figures.map((figure) => all.map((_counts, row) => ({ row, figure }))),
  ];
  const isCovered = ({ row, figure }: Cell): boolean => covered[row]?.has(figure) ?? false;
  const valueAt = ({ row, figure }: Cell): number => countOf(all[row] ?? {}, figure);
  for (let changed = true; changed; ) {
    changed = false;
    for (const cells of equations) {
      if (cells.filter(isCovered).length !== 1) continue;
      const [next] = cells.filter((cell) => !isCovered(cell)).sort((a, b) => valueAt(a) - valueAt(b));
      if (next === undefined) continue;
      covered[next.row]?.add(next.figure);
      changed = true;
    }
  }
  return covered;
}
