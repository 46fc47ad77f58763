import { earliestDay, latestDay } from './dates.ts';
import { type DisciplineForm, disciplineForms } from './disciplines.ts';

/** Calendar days, both inclusive; `to` is the day on which people are counted. */
export interface Period {
  from: string;
  to: string;
}

/** A discipline as the rating looks at it; "dissolution" is an organisation's only. */
export interface DatedDiscipline {
  form: DisciplineForm | 'dissolution';
  /** Day or partial date. */
  effectiveOn: string;
  /** The same violation lowered the rating of an earlier period; it counts once (HD 21-HD/BTCTW, 18/10/2019). */
  countedEarlier: boolean;
}

/** Disciplines that count in the period: of a day in it (or, partial, possibly in it), and not counted before. */
export const disciplinesIn = ({ from, to }: Period, all: readonly DatedDiscipline[]): DatedDiscipline[] =>
  all.filter(
    (one) => !one.countedEarlier && earliestDay(one.effectiveOn) <= to && latestDay(one.effectiveOn) >= from,
  );

/** From "cảnh cáo" up: every form but the lightest. */
export const isWarningOrMore = ({ form }: DatedDiscipline): boolean => form !== disciplineForms[0];
