import type { CycleDetail } from '../../../db/contract/cycles.ts';
import { type CycleStep, cycleSteps, perStep } from '../../../db/domain/cycle-deadlines.ts';
import { parseTypedDate } from '../../../db/domain/dates.ts';
import { formatDate } from '../../lib/format.ts';
import { isFullDay } from '../officials/full-day.ts';

/** The plan as it is typed: days as text, '' for none. */
export interface PlanValues {
  countedOn: string;
  planNo: string;
  planDate: string;
  planIssuer: string;
  packId: string;
  decisionBody: string;
  decisionDay: string;
  deadlines: Record<CycleStep, string>;
}

/** A quarter has one due day: its decisions. */
export const stepsOf = (quarter: number): readonly CycleStep[] =>
  quarter === 0 ? cycleSteps : ['decisions'];

type Plan = Pick<
  CycleDetail,
  'countedOn' | 'planNo' | 'planDate' | 'planIssuer' | 'packId' | 'decisionBody' | 'decisionDay' | 'deadlines'
>;

export const typedPlan = (plan: Plan): PlanValues => ({
  countedOn: formatDate(plan.countedOn),
  planNo: plan.planNo,
  planDate: formatDate(plan.planDate),
  planIssuer: plan.planIssuer,
  packId: plan.packId,
  decisionBody: plan.decisionBody,
  decisionDay: formatDate(plan.decisionDay),
  deadlines: perStep((step) => formatDate(plan.deadlines[step] ?? null)),
});

const dayOrNull = (typed: string): string | null => (typed.trim() === '' ? null : parseTypedDate(typed));

/** What the service takes; the fields were validated before. */
export const planOf = ({ countedOn, planDate, decisionDay, deadlines, ...rest }: PlanValues) => ({
  ...rest,
  countedOn: dayOrNull(countedOn) ?? '',
  planDate: dayOrNull(planDate),
  decisionDay: dayOrNull(decisionDay),
  deadlines: Object.fromEntries(
    cycleSteps.flatMap((step) => {
      const day = dayOrNull(deadlines[step]);
      return day === null ? [] : [[step, day]];
    }),
  ),
});

/** A whole day, or nothing. */
export const isDayOrEmpty = (typed: string): true | string => typed.trim() === '' || isFullDay(typed);
