import { earliestDay, latestDay } from './dates.ts';
import { disciplineForms, type PersonalDisciplineForm } from './disciplines.ts';

/** Calendar days, both inclusive; `to` is the day on which people are counted. */
export interface Period {
  from: string;
  to: string;
}

/** Whether something of a day, or of a day known as month or year only, lies or may lie in the period. */
export const mayLieIn = ({ from, to }: Period, day: string): boolean =>
  earliestDay(day) <= to && latestDay(day) >= from;

/** A discipline as the rating looks at it; "dissolution" is an organisation's only. */
export interface DatedDiscipline {
  form: PersonalDisciplineForm | 'dissolution';
  /** Day or partial date. */
  effectiveOn: string;
  /** The one year whose rating it lowers, where that is not for its day to say; null: the year of its day. */
  countedYear: number | null;
}

/** Disciplines that lower the rating of the period; a violation counts in one year only (HD 21-HD/BTCTW, 18/10/2019). */
export const disciplinesIn = (period: Period, all: readonly DatedDiscipline[]): DatedDiscipline[] =>
  all.filter((one) =>
    one.countedYear === null ? mayLieIn(period, one.effectiveOn) : one.countedYear === yearOf(period),
  );

/** The years in which disciplines of the period's days count instead, each once. */
export const yearsCountedElsewhere = (period: Period, all: readonly DatedDiscipline[]): number[] => [
  ...new Set(
    all.flatMap(({ effectiveOn, countedYear }) =>
      countedYear === null || countedYear === yearOf(period) || !mayLieIn(period, effectiveOn)
        ? []
        : countedYear,
    ),
  ),
];

/**
 * The year in which a discipline counts that comes after the people of its year were counted: the next one; null where
 * its day says the year. Of a partial date the earliest day decides.
 * @param countedOn the day of that year's cycle, null without one
 */
export function yearAfterCounting(effectiveOn: string, countedOn: string | null): number | null {
  const day = earliestDay(effectiveOn);
  return countedOn !== null && day > countedOn ? Number(day.slice(0, 4)) + 1 : null;
}

const yearOf = ({ from }: Period): number => Number(from.slice(0, 4));

/** From "cảnh cáo" up: every form but the lightest. */
export const isWarningOrMore = ({ form }: DatedDiscipline): boolean => form !== disciplineForms[0];
