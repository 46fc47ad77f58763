import { summaryText } from '../contract/vi/summaries.ts';
import type { FigureId, SummaryTableId } from '../domain/summaries.ts';
import type { Item } from './summary-scope.ts';

/** Reasons that a note names one by one; the others are counted together. */
const MOST_REASONS = 3;

const noted: readonly SummaryTableId[] = ['5a', '5b', '5c'];

/** Why people or collectives of a row have no level or are out of the base; '' where no reason is known. */
export function noteOf(table: SummaryTableId, items: readonly Item[]): string {
  if (!noted.includes(table)) return '';
  return [
    reasonsOf(items, 'unrated', summaryText.unratedNote),
    reasonsOf(items, 'exempt', summaryText.exemptNote),
  ]
    .filter((part) => part !== '')
    .join('; ');
}

function reasonsOf(
  items: readonly Item[],
  figure: FigureId,
  words: (parts: readonly string[]) => string,
): string {
  const counts = new Map<string, number>();
  for (const { figures, detail } of items)
    if (figures.includes(figure)) counts.set(detail.trim(), (counts.get(detail.trim()) ?? 0) + 1);
  const without = counts.get('') ?? 0;
  counts.delete('');
  if (counts.size === 0) return '';
  // The most frequent first; equals in the order of their words, whoever was entered first.
  const all = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  const rest = all.slice(MOST_REASONS).reduce((sum, [, count]) => sum + count, 0);
  return words([
    ...all.slice(0, MOST_REASONS).map(([reason, count]) => summaryText.because(count, reason)),
    ...(rest > 0 ? [summaryText.otherReasons(rest)] : []),
    ...(without > 0 ? [summaryText.because(without, summaryText.noReason)] : []),
  ]);
}
