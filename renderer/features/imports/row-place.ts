/** Where the cursor of a list stands: at a row of the sheet, which other decisions may move to another place. */
export interface RowPlace {
  index: number;
  /** null as long as the row there is not known. */
  row: number | null;
}

/** A decision that mends a row may take several out of a filtered list; further away than this it is not looked for. */
const NEAR = 60;

/**
 * The index at which the row of the cursor stands now. A mended row leaves the list "to be mended" when its answer comes:
 * kept by its index, the cursor would stand on the row after the one that the next keys are meant for.
 */
export function indexOfPlace(
  { index, row }: RowPlace,
  rowAt: (index: number) => { row: number } | undefined,
): number {
  if (row === null || rowAt(index)?.row === row) return index;
  for (let step = 1; step <= NEAR; step += 1)
    for (const near of [index - step, index + step]) if (rowAt(near)?.row === row) return near;
  return index;
}
