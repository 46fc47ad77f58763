import { z } from 'zod';
import { cycleSteps, type DeadlineSettings, defaultDeadlineSettings } from '../domain/cycle-deadlines.ts';
import { daysInMonth } from '../domain/dates.ts';

/** A leap year, so that 29/02 can be set; other years take their last day of February. */
const LEAP_YEAR = 2024;

const monthDay = z
  .strictObject({
    month: z
      .int({ error: 'INVALID_DATE' })
      .min(1, { error: 'INVALID_DATE' })
      .max(12, { error: 'INVALID_DATE' }),
    day: z.int({ error: 'INVALID_DATE' }).min(1, { error: 'INVALID_DATE' }),
  })
  .refine(({ month, day }) => day <= daysInMonth(LEAP_YEAR, month), { error: 'INVALID_DATE', path: ['day'] });

/** The office's days of the yearly plan; parsing {} gives the defaults. */
export const deadlineSettings = z.strictObject({
  days: z.partialRecord(z.enum(cycleSteps), monthDay).default(defaultDeadlineSettings.days),
  quarterDay: z
    .int({ error: 'OUT_OF_RANGE' })
    .min(1, { error: 'OUT_OF_RANGE' })
    .max(31, { error: 'OUT_OF_RANGE' })
    .default(defaultDeadlineSettings.quarterDay),
  moveWeekends: z.boolean().default(defaultDeadlineSettings.moveWeekends),
}) satisfies z.ZodType<DeadlineSettings>;
