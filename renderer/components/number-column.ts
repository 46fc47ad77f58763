import type { Column } from './virtual-table.tsx';

/** Pixels that a column of row numbers up to `total` needs ("118", "8.000", "100.000"). */
export function numberColumnWidth(total: number): number {
  if (total < 1000) return 48;
  return total < 10_000 ? 58 : total < 100_000 ? 66 : 74;
}

/** The first column of a list of `total` rows: the number of the row. It stays in sight when the list scrolls sideways. */
export const numberColumn = (title: string, total: number) =>
  ({
    id: 'number',
    title,
    width: numberColumnWidth(total),
    align: 'right',
    frozen: true,
    render: (_, index) => index + 1,
  }) satisfies Column<unknown, never>;
