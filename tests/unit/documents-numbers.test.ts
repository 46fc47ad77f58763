import { describe, expect, it } from 'vitest';
import { countText, percentText } from '../../db/documents/number-text.ts';

describe('figures on paper', () => {
  it.each([
    [0, '0'],
    [999, '999'],
    [1000, '1.000'],
    [35502, '35.502'],
    [1234567, '1.234.567'],
  ])('writes %d as %s', (count, text) => {
    expect(countText(count)).toBe(text);
  });

  it.each([
    [14, 118, '11,86'],
    [72, 118, '61,02'],
    [1, 3, '33,33'],
    [2, 3, '66,67'],
    [1, 32, '3,13'],
    [1, 8, '12,50'],
    [1, 1000, '0,10'],
    [0, 7, '0,00'],
    [7, 7, '100,00'],
    [30, 2, '1.500,00'],
    [0, 0, '-'],
  ])('writes %d of %d as %s percent', (part, base, text) => {
    expect(percentText(part, base)).toBe(text);
  });
});
