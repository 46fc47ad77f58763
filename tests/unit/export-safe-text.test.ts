import { describe, expect, it } from 'vitest';
import { safeCellText } from '../../db/excel/export/safe-text.ts';
import { columnWidthForMm, rowPoints, wrappedLines } from '../../db/excel/export/text-size.ts';

describe('text in a cell', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '\r=1', '\n@x'])('makes %j harmless', (text) => {
    expect(safeCellText(text)).toBe(`'${text}`);
  });

  it.each(['Chi bộ Văn phòng', '', 'A=B', '12', '*', "'x", 'Chi bộ - Công an'])(
    'leaves %j as it is',
    (text) => {
      expect(safeCellText(text)).toBe(text);
    },
  );
});

describe('the room that text takes', () => {
  it('counts the lines of wrapped words', () => {
    expect(wrappedLines('', 45, 11)).toBe(1);
    expect(wrappedLines('Chi bộ Công an', 45, 11)).toBe(1);
    expect(wrappedLines('Chi bộ Trường Tiểu học Suối Bạc', 45, 11)).toBe(2);
    expect(wrappedLines('x'.repeat(200), 45, 11)).toBeGreaterThan(4);
  });

  it('makes a column as wide as its longest figure and a row as high as its lines', () => {
    expect(columnWidthForMm('24.056', 11)).toBeGreaterThan(columnWidthForMm('2.056', 11));
    expect(rowPoints(2, 11)).toBeGreaterThanOrEqual(rowPoints(1, 11) + 11);
  });
});
