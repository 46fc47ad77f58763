import { earliestDay, latestDay } from './dates.ts';

/** `late` cannot be, whatever the days that partial dates leave open: even its latest day is before `early`'s first. */
export const isCertainlyBefore = (late: string, early: string): boolean =>
  latestDay(late) < earliestDay(early);
