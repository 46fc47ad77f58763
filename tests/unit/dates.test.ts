import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addMonths,
  dayBefore,
  earliestDay,
  formatPartialDate,
  isCoarserOrEqual,
  isPartialDate,
  latestDay,
  makePartialDate,
  parseTypedDate,
} from '../../db/domain/dates.ts';

/** An independent calendar: JavaScript's own, in UTC. */
const oracleDay = fc
  .date({ min: new Date('1900-01-02T00:00:00Z'), max: new Date('2100-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('partial dates', () => {
  it('accepts exactly the days that the calendar has', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1900, max: 2100 }),
        fc.integer({ min: 0, max: 13 }),
        fc.integer({ min: 0, max: 32 }),
        (y, m, d) => {
          const date = new Date(Date.UTC(y, m - 1, d));
          const real = date.getUTCFullYear() === y && date.getUTCMonth() === m - 1 && date.getUTCDate() === d;
          expect(makePartialDate(y, m, d) !== null).toBe(real);
        },
      ),
    );
  });

  it.each([
    '31/02/1980',
    '00/00/1965',
    '32/01/2000',
    '1/13/2000',
    'abc',
    '',
    '1/2/3/4',
    '03/02/85',
    '1899',
    '2101',
  ])('refuses %s as typed', (typed) => expect(parseTypedDate(typed)).toBeNull());

  it.each([
    ['03/02/1985', '1985-02-03'],
    ['3.2.1985', '1985-02-03'],
    ['3-2-1985', '1985-02-03'],
    ['02/1985', '1985-02'],
    ['1985', '1985'],
    ['29/02/2024', '2024-02-29'],
  ])('reads %s as %s, as precise as it was typed', (typed, expected) =>
    expect(parseTypedDate(typed)).toBe(expected),
  );

  it('prints with the precision it has, and reads back what it printed', () => {
    fc.assert(
      fc.property(oracleDay, fc.constantFrom(4, 7, 10), (day, length) => {
        const partial = day.slice(0, length);
        expect(isPartialDate(partial)).toBe(true);
        expect(parseTypedDate(formatPartialDate(partial))).toBe(partial);
        expect(formatPartialDate(partial).split('/')).toHaveLength((length - 1) / 3);
      }),
    );
  });

  it('spans from its earliest to its latest day', () => {
    fc.assert(
      fc.property(oracleDay, fc.constantFrom(4, 7, 10), (day, length) => {
        const partial = day.slice(0, length);
        expect(earliestDay(partial) <= day && day <= latestDay(partial)).toBe(true);
        expect(isPartialDate(latestDay(partial))).toBe(true);
        expect(isCoarserOrEqual(partial, day)).toBe(true);
      }),
    );
    expect(isCoarserOrEqual('1985-03', '1985-02-03')).toBe(false);
  });

  it('steps back one day as the calendar does', () => {
    fc.assert(
      fc.property(oracleDay, (day) => {
        const before = new Date(`${day}T00:00:00Z`);
        before.setUTCDate(before.getUTCDate() - 1);
        expect(dayBefore(day)).toBe(before.toISOString().slice(0, 10));
      }),
    );
  });
});

it('adds months to a day, and ends with the month where it is shorter', () => {
  expect(
    [
      ['2025-08-31', 6],
      ['2023-08-31', 6],
      ['2025-12-01', 1],
      ['2025-06-30', 6],
      ['2025-01-15', -1],
    ].map(([day, months]) => addMonths(String(day), Number(months))),
  ).toEqual(['2026-02-28', '2024-02-29', '2026-01-01', '2025-12-30', '2024-12-15']);
  expect(() => addMonths('2025-08', 1)).toThrow(RangeError);
});
