import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deadlineSettings } from '../../db/contract/cycle-deadlines.ts';
import {
  afterWeekend,
  cycleDeadlines,
  defaultDeadlineSettings,
  quarterDeadline,
} from '../../db/domain/cycle-deadlines.ts';
import { addDays, daysBetween, weekdayOf } from '../../db/domain/dates.ts';

/** An independent calendar: JavaScript's own, in UTC. */
const utc = (day: string) => new Date(`${day}T00:00:00Z`);
const anyDay = fc
  .date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2099-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('day arithmetic', () => {
  it("agrees with JavaScript's calendar", () => {
    fc.assert(
      fc.property(anyDay, anyDay, fc.nat(3000), (a, b, count) => {
        expect(weekdayOf(a)).toBe((utc(a).getUTCDay() + 6) % 7);
        expect(daysBetween(a, b)).toBe(Math.round((utc(b).getTime() - utc(a).getTime()) / 86_400_000));
        if (a < '2090') {
          const later = new Date(utc(a).getTime() + count * 86_400_000);
          expect(addDays(a, count)).toBe(later.toISOString().slice(0, 10));
        }
      }),
      { numRuns: 2000 },
    );
  });
});

describe('deadlines of a year', () => {
  it('move from a weekend to the Monday after, and never else', () => {
    expect(['2026-10-30', '2026-10-31', '2026-11-01', '2026-11-02'].map(afterWeekend)).toEqual([
      '2026-10-30',
      '2026-11-02',
      '2026-11-02',
      '2026-11-02',
    ]);
    fc.assert(
      fc.property(anyDay, (day) => {
        const moved = afterWeekend(day);
        expect([0, 6]).not.toContain(utc(moved).getUTCDay());
        expect(daysBetween(day, moved)).toBe({ 6: 2, 0: 1 }[utc(day).getUTCDay()] ?? 0);
      }),
    );
  });

  it('are those of practice as long as the office sets none', () => {
    const found = cycleDeadlines(2026, deadlineSettings.parse({}));
    expect(found).toEqual({
      pledges: '2026-03-31',
      remediationPlan: '2027-03-31',
      plan: '2026-11-02',
      prompts: '2026-11-16',
      selfReviews: '2026-11-30',
      staffRatings: '2026-12-14',
      meetings: '2026-12-21',
      decisions: '2026-12-31',
      summaryReport: '2026-12-31',
    });
    expect(deadlineSettings.parse({})).toEqual(defaultDeadlineSettings);
  });

  it("take the office's own days, in a short month its last", () => {
    const settings = deadlineSettings.parse({
      days: { pledges: { month: 2, day: 29 }, remediationPlan: { month: 1, day: 31 } },
      moveWeekends: false,
    });
    expect(cycleDeadlines(2026, settings).pledges).toBe('2026-02-28');
    expect(cycleDeadlines(2028, settings).pledges).toBe('2028-02-29');
    expect(cycleDeadlines(2026, settings).remediationPlan).toBe('2027-01-31');
    const faults = deadlineSettings.safeParse({ days: { plan: { month: 11, day: 31 } }, quarterDay: 0 });
    expect(faults.error?.issues.map((one) => [one.path.join('.'), one.message])).toEqual([
      ['days.plan.day', 'INVALID_DATE'],
      ['quarterDay', 'OUT_OF_RANGE'],
    ]);
  });

  it('give a day in the last month of a quarter', () => {
    const quarters = ([1, 2, 3, 4] as const).map((q) =>
      quarterDeadline(2026, q, { ...defaultDeadlineSettings, moveWeekends: false }),
    );
    expect(quarters).toEqual(['2026-03-10', '2026-06-10', '2026-09-10', '2026-12-10']);
  });
});
