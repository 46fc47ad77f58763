import { retiredTitles } from '../contract/vi/sheet-words.ts';
import type { WorkingStatus } from '../domain/people.ts';
import type { RowCells } from './extract-cells.ts';
import { titleKey } from './title-keys.ts';
import { parseMark, parseWorking } from './values-text.ts';

const retired = new Set(retiredTitles.map(titleKey));

/** Whether a mark under the title says that somebody is retired; under "soldier, police, retired" it may say each. */
export const isRetiredTitle = (title: string): boolean => retired.has(titleKey(title));

/** Where somebody works, in words or as a mark in a column "Hưu trí"; no mark there says nothing of the others. */
export function readWorking(cells: RowCells): WorkingStatus | null {
  const text = cells.text('workingStatus');
  if (text === null) return null;
  const status = parseWorking(text);
  if (status !== null) return status;
  const mark = parseMark(cells.cell('workingStatus'));
  if (isRetiredTitle(cells.leafTitleOf('workingStatus'))) {
    if (mark === 'yes') return 'retired';
    if (mark === 'no') return null;
  }
  cells.problem('VALUE_UNKNOWN', 'workingStatus');
  return null;
}
