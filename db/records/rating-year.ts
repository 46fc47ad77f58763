import type { ReadHandle, WriteHandle } from '../connection/open.ts';
import type { Period } from '../contract/cycles.ts';
import type { ConditionMark } from '../contract/ratings.ts';
import { findingSentence } from '../contract/vi/rating-conditions.ts';
import { firstDayOf } from '../domain/cycle.ts';
import { yearEnd } from '../domain/dates.ts';
import { evaluateConditions } from '../domain/rating-conditions.ts';
import type { RatingFacts } from '../domain/rating-facts.ts';
import { conditionStateOf } from '../domain/rating-mark.ts';
import type { RulePack } from '../domain/rule-packs.ts';
import { type CycleRecord, openedCycle } from './cycles.ts';
import type { SubjectYear } from './rating-subjects.ts';
import { findCycle, findOrOpenCycle } from './ratings.ts';
import { packInForce, packOfCycle } from './rule-packs.ts';

/** What ratings of a year stand on. */
export interface RatingYear {
  year: number;
  /** 0: the year itself. */
  quarter: number;
  /** Null as long as nothing of the year was entered or planned. */
  cycle: CycleRecord | null;
  countedOn: string;
  /** Null before the first rule pack. */
  pack: RulePack | null;
}

/** @throws AppError CYCLE_NOT_OPEN: a quarter is rated only once it was opened */
export function ratingYear(db: ReadHandle, { year, quarter }: Period): RatingYear {
  const cycle = quarter === 0 ? findCycle(db, year) : openedCycle(db, { year, quarter });
  const countedOn = cycle?.countedOn ?? yearEnd(year);
  return {
    year,
    quarter,
    cycle,
    countedOn,
    pack: cycle ? packOfCycle(db, cycle) : packInForce(db, countedOn),
  };
}

/** The cycle that ratings are written to; a year without a plan is begun by its first rating, a quarter is not. */
export const cycleToRate = (db: WriteHandle, { year, quarter }: Period): CycleRecord =>
  quarter === 0 ? findOrOpenCycle(db, year).cycle : openedCycle(db, { year, quarter });

/** For `participantsOf`: the people of this very cycle. */
export const ofCycle = ({ cycle }: Pick<RatingYear, 'cycle'>) => (cycle ? { cycle } : {});

/** From its first day to the day on which people are counted; a discipline after it belongs to the next period. */
export const subjectYear = ({ year, quarter, cycle, countedOn }: RatingYear): SubjectYear => ({
  cycleId: cycle?.id ?? null,
  year,
  quarter,
  period: { from: firstDayOf({ year, quarter }), to: countedOn },
});

export const decisionOfYear = ({ cycle }: RatingYear) => ({
  body: cycle?.decisionBody ?? '',
  onDay: cycle?.decisionDay ?? null,
  version: cycle?.version ?? 0,
});

/** The conditions of one row in short; null without a rule pack. */
export function markOf(pack: RulePack | null, facts: RatingFacts | undefined): ConditionMark {
  if (!pack || !facts) return null;
  const evaluation = evaluateConditions(pack, facts);
  const { verdicts, findings, highest } = evaluation;
  const verdict = verdicts.decided ?? verdicts.proposed;
  return {
    state: conditionStateOf(evaluation),
    highest,
    above: verdict !== null && verdict.kind !== 'fine',
    missingFirst: findings.filter(({ kind }) => kind === 'order').map(({ words }) => findingSentence(words)),
  };
}
