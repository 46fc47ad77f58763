import { ratingListPaperText } from '../contract/vi/forms-rating-list.ts';
import type { RatingList } from '../contract/workbooks.ts';
import { titleKey } from './title-keys.ts';

const lists = ([0, 1, 2, 3, 4] as const).flatMap((quarter) =>
  (['member', 'leader'] as const).map((kind): RatingList => ({ quarter, kind })),
);

/** Which of a year's lists a workbook of our own is, by the very title that we gave it; null for any other text. */
export function ownRatingList(titles: readonly string[], year: number | null): RatingList | null {
  if (year === null) return null;
  const keys = new Set(titles.map(titleKey));
  return (
    lists.find(({ quarter, kind }) =>
      keys.has(titleKey(ratingListPaperText.title({ year, quarter, of: kind }))),
    ) ?? null
  );
}
