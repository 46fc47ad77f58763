import { type OfficialColumnId, officialColumnIds } from '../../../db/contract/official-list.ts';

/** Number and name always come first; the others as a person chose, ordered and widened them. */
export type ListColumnId = OfficialColumnId | 'fullName';
export interface ColumnChoice {
  shown: readonly OfficialColumnId[];
  /** Pixels; a column without one takes its own width and shares what is left over. */
  widths: Readonly<Partial<Record<ListColumnId, number>>>;
}

export const defaultChoice: ColumnChoice = {
  shown: ['birthDate', 'gender', 'organization', 'posts', 'admittedOn', 'partyCardNo', 'status'],
  widths: {},
};

export const LEAST_WIDTH = 56;
const MOST_WIDTH = 640;
/** One press of a key. */
export const WIDTH_STEP = 12;

export const isColumn = (value: unknown): value is OfficialColumnId =>
  officialColumnIds.some((id) => id === value);
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
const clamp = (width: number): number => Math.round(Math.min(MOST_WIDTH, Math.max(LEAST_WIDTH, width)));

/** What was remembered, as far as it still makes sense: unknown columns and doubles are dropped. */
export function readChoice(remembered: unknown): ColumnChoice {
  if (!isObject(remembered) || !Array.isArray(remembered.shown)) return defaultChoice;
  const shown = [...new Set(remembered.shown.filter(isColumn))];
  const widths: Partial<Record<ListColumnId, number>> = {};
  if (isObject(remembered.widths))
    for (const [id, width] of Object.entries(remembered.widths))
      if ((isColumn(id) || id === 'fullName') && typeof width === 'number' && Number.isFinite(width))
        widths[id] = clamp(width);
  return { shown, widths };
}

/** Shows a column at the end, or hides it; its width is kept for another time. */
export const toggledColumn = (choice: ColumnChoice, id: OfficialColumnId): ColumnChoice => ({
  ...choice,
  shown: choice.shown.includes(id) ? choice.shown.filter((each) => each !== id) : [...choice.shown, id],
});

/** Puts a shown column at a place, counted from 0; a place beyond the ends is the end. */
export function movedColumn(choice: ColumnChoice, id: OfficialColumnId, to: number): ColumnChoice {
  if (!choice.shown.includes(id)) return choice;
  const others = choice.shown.filter((each) => each !== id);
  const place = Math.max(0, Math.min(others.length, to));
  return { ...choice, shown: [...others.slice(0, place), id, ...others.slice(place)] };
}

export const widenedColumn = (choice: ColumnChoice, id: ListColumnId, width: number): ColumnChoice => ({
  ...choice,
  widths: { ...choice.widths, [id]: clamp(width) },
});
