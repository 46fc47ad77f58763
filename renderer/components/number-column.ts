/** Pixels that a column of row numbers up to `total` needs ("118", "8.000", "100.000"). */
export function numberColumnWidth(total: number): number {
  if (total < 1000) return 48;
  return total < 10_000 ? 58 : total < 100_000 ? 66 : 74;
}
