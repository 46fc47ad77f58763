import type { Alignment, Border, Borders, Font } from 'exceljs';
import type { Align } from '../../documents/model.ts';

const MM_PER_INCH = 25.4;
export const inchesOf = (mm: number): number => mm / MM_PER_INCH;

/** Column width of Excel (characters of its default font: 7 pixels each and 5 around) for a width on paper. */
export const columnWidthOf = (mm: number): number =>
  Math.round((((mm / MM_PER_INCH) * 96 - 5) / 7) * 100) / 100;

export const fontOf = (size: number, more: Partial<Font> = {}): Partial<Font> => ({
  name: 'Times New Roman',
  family: 1,
  size,
  ...more,
});

export const alignmentOf = (horizontal: Align): Partial<Alignment> => ({
  horizontal,
  vertical: 'middle',
  wrapText: true,
});

const thin: Partial<Border> = { style: 'thin' };
export const allBorders: Partial<Borders> = { top: thin, bottom: thin, left: thin, right: thin };
