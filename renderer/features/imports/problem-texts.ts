import type { RowProblem } from '../../../db/contract/imports.ts';
import { mappingText } from '../../../db/contract/vi/imports-mapping.ts';
import type { ColumnField } from '../../../db/contract/workbooks.ts';
import { isSensitiveKey } from './preview-values.ts';

/** A sentence about a masked value quotes nothing of it. */
export const withoutValue = (message: string): string => message.replace(/'.*'/s, mappingText.masked);

/** Letters of the columns whose values are masked until the person asks for them. */
export const sensitiveLetters = (
  columns: ReadonlyArray<{ letter: string; field: ColumnField | null }>,
): Set<string> =>
  new Set(columns.filter(({ field }) => field !== null && isSensitiveKey(field)).map(({ letter }) => letter));

/** What is wrong in a row, in words that show no more than its cells do; `masked` is null when all is shown. */
export const problemTexts = (problems: readonly RowProblem[], masked: ReadonlySet<string> | null): string[] =>
  problems.map(({ column, code, message }) =>
    // A mended ID may stand in no column of the sheet.
    masked !== null && (masked.has(column) || code.startsWith('CITIZEN_ID'))
      ? withoutValue(message)
      : message,
  );
