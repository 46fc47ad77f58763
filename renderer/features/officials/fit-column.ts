import type { OfficialRow } from '../../../db/contract/officials.ts';
import type { OfficialColumn } from './official-columns.tsx';

const PADDING = 20;
/** Beside the title of a sorted column. */
const ARROW = 18;

/** Pixels in which the title and the rows at hand stand without being cut. */
export function fittedWidth(column: OfficialColumn, rows: readonly OfficialRow[]): number {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) return column.width;
  const family = getComputedStyle(document.body).fontFamily;
  const measured = (text: string, weight: number) => {
    context.font = `${weight} 14px ${family}`;
    return context.measureText(text).width;
  };
  const weight = column.id === 'fullName' ? 600 : 400;
  const widest = Math.max(0, ...rows.map((row, index) => measured(column.textOf(row, index), weight)));
  return Math.ceil(Math.max(widest, measured(column.title, 600) + ARROW) + PADDING);
}
