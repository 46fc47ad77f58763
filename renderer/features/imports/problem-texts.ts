import type { RowProblem, StagedSheet } from '../../../db/contract/imports.ts';
import { mappingText } from '../../../db/contract/vi/imports-mapping.ts';
import { isSensitiveKey } from './preview-values.ts';

/** A sentence about a masked value quotes nothing of it. */
export const withoutValue = (message: string): string => message.replace(/'.*'/s, mappingText.masked);

/** Letters of the columns whose values are masked until the person asks for them. */
export function sensitiveLetters({ columns, look }: Pick<StagedSheet, 'columns' | 'look'>): Set<string> {
  const own = new Set(
    columns.filter(({ field }) => field !== null && isSensitiveKey(field)).map(({ letter }) => letter),
  );
  const following = look.columns.filter(({ follows }) => follows !== undefined && own.has(follows));
  return new Set([...own, ...following.map(({ letter }) => letter)]);
}

/** What is wrong in a row, in words that show no more than its cells do; `masked` is null when all is shown. */
export const problemTexts = (problems: readonly RowProblem[], masked: ReadonlySet<string> | null): string[] =>
  problems.map(({ column, code, message }) =>
    // A mended ID may stand in no column of the sheet.
    masked !== null && (masked.has(column) || code.startsWith('CITIZEN_ID'))
      ? withoutValue(message)
      : message,
  );
