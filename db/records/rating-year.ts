import type { ReadHandle } from '../connection/open.ts';
import type { ConditionMark } from '../contract/ratings.ts';
import { yearEnd } from '../domain/dates.ts';
import { evaluateConditions } from '../domain/rating-conditions.ts';
import type { RatingFacts } from '../domain/rating-facts.ts';
import { conditionStateOf } from '../domain/rating-mark.ts';
import type { RulePack } from '../domain/rule-packs.ts';
import type { CycleRecord } from './cycles.ts';
import type { SubjectYear } from './rating-subjects.ts';
import { findCycle } from './ratings.ts';
import { packInForce, packOfCycle } from './rule-packs.ts';

/** What ratings of a year stand on. */
export interface RatingYear {
  year: number;
  /** Null as long as nothing of the year was entered or planned. */
  cycle: CycleRecord | null;
  countedOn: string;
  /** Null before the first rule pack. */
  pack: RulePack | null;
}

export function ratingYear(db: ReadHandle, year: number): RatingYear {
  const cycle = findCycle(db, year);
  const countedOn = cycle?.countedOn ?? yearEnd(year);
  return { year, cycle, countedOn, pack: cycle ? packOfCycle(db, cycle) : packInForce(db, countedOn) };
}

/** From 1 January to the day on which people are counted; a discipline after it belongs to the next year. */
export const subjectYear = ({ year, cycle, countedOn }: RatingYear): SubjectYear => ({
  cycleId: cycle?.id ?? null,
  year,
  period: { from: `${year}-01-01`, to: countedOn },
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
    missingFirst: findings.filter((one) => one.kind === 'order').length,
  };
}
