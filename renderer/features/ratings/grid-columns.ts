import type { RatingLevel, RatingStage } from '../../../db/domain/ratings.ts';
import type { GridRow } from './grid-row.ts';

/** The columns that the keys move between: the person, three levels, two texts. */
export const gridColumns = ['person', 'self', 'proposed', 'decided', 'unratedReason', 'note'] as const;
export type GridColumn = (typeof gridColumns)[number];
export type TextColumn = 'unratedReason' | 'note';

export const isStage = (column: GridColumn): column is RatingStage =>
  column === 'self' || column === 'proposed' || column === 'decided';
export const isTextColumn = (column: GridColumn): column is TextColumn =>
  column === 'unratedReason' || column === 'note';

export type RatingChange =
  | { field: RatingStage; level: RatingLevel | null; reason?: string; overrideReason?: string }
  | { field: TextColumn; text: string };

export function levelOf(row: GridRow, stage: RatingStage): RatingLevel | null {
  switch (stage) {
    case 'self':
      return row.selfLevel;
    case 'proposed':
      return row.proposedLevel;
    case 'decided':
      return row.decidedLevel;
  }
}

/** The value that `change` sets, as it stands in `row`. */
export const changeBackTo = (row: GridRow, field: RatingChange['field']): RatingChange =>
  isTextColumn(field) ? { field, text: row[field] } : { field, level: levelOf(row, field) };

/** The row as the service will have it: a decided level clears the reason. */
export function applyChange(row: GridRow, change: RatingChange): GridRow {
  switch (change.field) {
    case 'self':
      return { ...row, selfLevel: change.level };
    case 'proposed':
      return { ...row, proposedLevel: change.level };
    case 'decided':
      return {
        ...row,
        decidedLevel: change.level,
        unratedReason: change.level === null ? row.unratedReason : '',
      };
    case 'unratedReason':
      return { ...row, unratedReason: change.text };
    case 'note':
      return { ...row, note: change.text };
  }
}

/** What leads from `after` back to `before`. Levels come first, since a level clears the reason. */
export function changesBack(before: GridRow, after: GridRow): RatingChange[] {
  const changes: RatingChange[] = [];
  for (const stage of ['self', 'proposed', 'decided'] as const)
    if (levelOf(before, stage) !== levelOf(after, stage))
      changes.push({ field: stage, level: levelOf(before, stage) });
  // Where the level goes back to none, the reason that it had cleared comes back too.
  for (const field of ['unratedReason', 'note'] as const)
    if (before[field] !== after[field] && !(field === 'unratedReason' && before.decidedLevel !== null))
      changes.push({ field, text: before[field] });
  return changes;
}
