import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatHundredths, formatNumber, formatPercentColumn } from '../../db/contract/vi/numbers.ts';
import { defaultYear, yearChoices } from '../../renderer/app/years.ts';
import { listKeyTarget } from '../../renderer/components/list-keys.ts';
import { formatDate, formatMoment, parsePercent } from '../../renderer/lib/format.ts';
import { matcherOf } from '../../renderer/lib/matches.ts';

describe('numbers', () => {
  it('puts a dot between thousands', () => {
    expect([0, 7, 999, 1000, 12345, 1234567, -1234].map(formatNumber)).toEqual([
      '0',
      '7',
      '999',
      '1.000',
      '12.345',
      '1.234.567',
      '-1.234',
    ]);
  });

  it('writes percents with a comma, whole ones without decimals', () => {
    expect([2000, 2250, 2205, 5, 0].map(formatHundredths)).toEqual(['20', '22,5', '22,05', '0,05', '0']);
    expect([6102, 500, 10000].map(formatPercentColumn)).toEqual(['61,02', '5,00', '100,00']);
  });

  it('reads back every percent that it writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10000 }), (hundredths) => {
        expect(parsePercent(formatHundredths(hundredths))).toBe(hundredths);
      }),
    );
  });

  it.each(['', 'abc', '-1', '101', '100,01', '12,345', '1.2.3', '20 %%'])(
    'takes %j for no percent',
    (typed) => {
      expect(parsePercent(typed)).toBeNull();
    },
  );
});

describe('dates and moments', () => {
  it('keeps the precision of a day', () => {
    expect([formatDate('1985-02-03'), formatDate('1985-02'), formatDate('1985'), formatDate(null)]).toEqual([
      '03/02/1985',
      '02/1985',
      '1985',
      '',
    ]);
  });

  it('shows a moment in local time, and text that is none as it is', () => {
    const local = new Date(2026, 10, 2, 7, 5);
    expect(formatMoment(local.toISOString())).toBe('07:05 02/11/2026');
    expect(formatMoment('hôm qua')).toBe('hôm qua');
  });
});

describe('years of the top bar', () => {
  it('begins with the latest year that has ratings, else with this year', () => {
    const cycles = [
      { year: 2024, ratedCount: 111 },
      { year: 2025, ratedCount: 0 },
      { year: 2023, ratedCount: 100 },
    ];
    expect(defaultYear(cycles, 2026)).toBe(2024);
    expect(defaultYear([], 2026)).toBe(2026);
  });

  it('offers this year and the four before it, every year with a cycle, and the chosen one', () => {
    expect(yearChoices([{ year: 2019, ratedCount: 3 }], 2026, 2030)).toEqual([
      2030, 2026, 2025, 2024, 2023, 2022, 2019,
    ]);
  });
});

describe('search in a list', () => {
  it('finds every word without marks, in any order', () => {
    const matches = matcherOf('chien trong');
    expect(matches('Hồ Trọng Chiến')).toBe(true);
    expect(matches('Ngô Minh Chiến')).toBe(false);
  });

  it('matches everything when nothing is typed', () => {
    expect(matcherOf('  ')('Bất kỳ')).toBe(true);
  });
});

describe('keys of a list', () => {
  it('moves within its ends', () => {
    expect(listKeyTarget('ArrowDown', 9, 10, 5)).toBe(9);
    expect(listKeyTarget('ArrowUp', 0, 10, 5)).toBe(0);
    expect(listKeyTarget('PageDown', 2, 10, 5)).toBe(7);
    expect(listKeyTarget('PageUp', 2, 10, 5)).toBe(0);
    expect(listKeyTarget('End', 2, 10, 5)).toBe(9);
    expect(listKeyTarget('Home', 2, 10, 5)).toBe(0);
  });

  it('leaves other keys, and an empty list, alone', () => {
    expect(listKeyTarget('a', 2, 10, 5)).toBeNull();
    expect(listKeyTarget('ArrowDown', 0, 0, 5)).toBeNull();
  });
});
