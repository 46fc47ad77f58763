import { addDays, daysInMonth, makePartialDate, weekdayOf } from './dates.ts';
import type { SourceStatus } from './rule-packs.ts';

/**
 * Days of a year's plan. No rule that was read fixes one for the base level; provinces set them, so all are settings
 * with the defaults of practice and a note on where each comes from (`vi/cycle-deadlines.ts`).
 */
export const cycleSteps = [
  'pledges',
  'remediationPlan',
  'plan',
  'prompts',
  'selfReviews',
  'staffRatings',
  'meetings',
  'decisions',
  'summaryReport',
] as const;
export type CycleStep = (typeof cycleSteps)[number];

/** One value for each step. */
export const perStep = <T>(of: (step: CycleStep) => T): Record<CycleStep, T> => ({
  pledges: of('pledges'),
  remediationPlan: of('remediationPlan'),
  plan: of('plan'),
  prompts: of('prompts'),
  selfReviews: of('selfReviews'),
  staffRatings: of('staffRatings'),
  meetings: of('meetings'),
  decisions: of('decisions'),
  summaryReport: of('summaryReport'),
});

export interface StepDefault {
  month: number;
  day: number;
  /** 1: in the year after the one reviewed. */
  yearsLater: 0 | 1;
  status: SourceStatus;
}

export const stepDefaults = {
  pledges: { month: 3, day: 31, yearsLater: 0, status: 'unconfirmed' },
  plan: { month: 10, day: 31, yearsLater: 0, status: 'unconfirmed' },
  prompts: { month: 11, day: 15, yearsLater: 0, status: 'unconfirmed' },
  selfReviews: { month: 11, day: 30, yearsLater: 0, status: 'unconfirmed' },
  /** Before 15 December (NĐ 90/2020/NĐ-CP, Chính phủ); whether NĐ 335/2025/NĐ-CP keeps it was not read. */
  staffRatings: { month: 12, day: 14, yearsLater: 0, status: 'unconfirmed' },
  meetings: { month: 12, day: 20, yearsLater: 0, status: 'unconfirmed' },
  decisions: { month: 12, day: 31, yearsLater: 0, status: 'unconfirmed' },
  summaryReport: { month: 12, day: 31, yearsLater: 0, status: 'unconfirmed' },
  /** In the first quarter after the review (a report of a Front committee's supervision). */
  remediationPlan: { month: 3, day: 31, yearsLater: 1, status: 'unconfirmed' },
} as const satisfies Record<CycleStep, StepDefault>;

export interface DeadlineSettings {
  /** The office's own month and day of a step. */
  days: Partial<Record<CycleStep, { month: number; day: number }>>;
  /**
   * Day in the last month of a quarter by which its evaluation is due (unconfirmed); the level above has to report
   * before the 15th.
   */
  quarterDay: number;
  /** A deadline on Saturday or Sunday moves to Monday (practice of a commune office, second-hand). */
  moveWeekends: boolean;
}
export const defaultDeadlineSettings: DeadlineSettings = {
  days: {},
  quarterDay: 10,
  moveWeekends: true,
};

/** Saturday and Sunday to the Monday after. Public holidays are not known to the program. */
export function afterWeekend(day: string): string {
  const weekday = weekdayOf(day);
  return weekday < 5 ? day : addDays(day, 7 - weekday);
}

const moved = (planned: string, { moveWeekends }: DeadlineSettings): string =>
  moveWeekends ? afterWeekend(planned) : planned;

/** A day of the month, or the month's last one where it has no such day (29/02). */
function dayIn(year: number, month: number, day: number): string {
  const found = makePartialDate(year, month, Math.min(day, daysInMonth(year, month)));
  if (found === null) throw new RangeError(`no such day: ${year}-${month}-${day}`);
  return found;
}

/** The days by which the steps of a year's cycle are due. */
export function cycleDeadlines(year: number, settings: DeadlineSettings): Record<CycleStep, string> {
  return perStep((step) => {
    const standard: StepDefault = stepDefaults[step];
    const { month, day } = settings.days[step] ?? standard;
    return moved(dayIn(year + standard.yearsLater, month, day), settings);
  });
}

/** When a quarter's evaluation is due (KL 198-KL/TW, 08/10/2025, Bộ Chính trị; the base level's day is the province's). */
export const quarterDeadline = (year: number, quarter: 1 | 2 | 3 | 4, settings: DeadlineSettings): string =>
  moved(dayIn(year, quarter * 3, settings.quarterDay), settings);
