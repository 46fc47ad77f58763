import { partOfRow, rowInFile } from '../../domain/sheet-rows.ts';

/** A row of a sheet as a sentence names it: "27", "27 (phần 2)" in a list folded into parts side by side. */
export const rowName = (row: number): string => {
  const part = partOfRow(row);
  return part === 0 ? String(rowInFile(row)) : `${rowInFile(row)} (phần ${part + 1})`;
};

/** The same in a narrow column: "27 (p2)". */
export const shortRowName = (row: number): string => {
  const part = partOfRow(row);
  return part === 0 ? String(rowInFile(row)) : `${rowInFile(row)} (p${part + 1})`;
};
