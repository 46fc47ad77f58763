import { addMonths, earliestDay, latestDay } from './dates.ts';
import { disciplinesIn, isWarningOrMore } from './disciplines-in-period.ts';
import type { ParticipationStatus } from './people.ts';
import type { RatingFacts } from './rating-facts.ts';
import type { FindingEffect, FindingWords, RatingFinding } from './rating-findings.ts';
import type { DecisionOrder, SpecialCase, Treatment } from './rule-packs.ts';

const effectOf: Record<Treatment, FindingEffect> = {
  outOfBase: { kind: 'outOfBase' },
  notReviewed: { kind: 'notReviewed' },
  notRated: { kind: 'notRated' },
  hold: { kind: 'hold' },
  forcedNotCompleted: { kind: 'forced', level: 'notCompleted' },
  ceilingGood: { kind: 'ceiling', level: 'good' },
  ceilingCompleted: { kind: 'ceiling', level: 'completed' },
  notice: { kind: 'notice' },
};

/** Out of the organisation on the day that is counted. */
const goneStatuses: readonly ParticipationStatus[] = ['transferredOut', 'retired', 'deceased', 'left'];

type Applies = { applies: true | 'unknown'; words: FindingWords } | null;

function newlyAdmitted({ membership, admittedOn, period }: RatingFacts, months: number): Applies {
  if (membership === 'full' || membership === 'none') return null;
  const words: FindingWords = { key: 'admitted', admittedOn, months };
  if (admittedOn === null) return membership === 'probationary' ? { applies: 'unknown', words } : null;
  const isFewer = (day: string) => addMonths(day, months) > period.to;
  const [atMost, atLeast] = [isFewer(latestDay(admittedOn)), isFewer(earliestDay(admittedOn))];
  if (atMost && atLeast) return { applies: true, words };
  return atMost ? { applies: 'unknown', words } : null;
}

function applies(special: SpecialCase, facts: RatingFacts): Applies {
  const months = special.months ?? 0;
  const when = (condition: boolean, words: FindingWords = { key: 'case', id: special.id }): Applies =>
    condition ? { applies: true, words } : null;
  switch (special.id) {
    case 'disciplined':
    case 'collectiveDisciplined':
      // Form and day are shown only by the audited act of the discipline record, not with the rating.
      return when(disciplinesIn(facts.period, facts.disciplines).length > 0);
    case 'leaderDisciplined':
      return when(disciplinesIn(facts.period, facts.leaderDisciplines).some(isWarningOrMore));
    case 'exempt':
    case 'suspended':
      return when(facts.participation === special.id);
    case 'temporarilyExempt':
      return when(facts.temporarilyExempt);
    case 'left':
      return when(goneStatuses.includes(facts.participation));
    case 'underExamination':
      return when(facts.underExamination);
    case 'newlyAdmitted':
      return newlyAdmitted(facts, months);
    case 'movedCell':
      return when(
        facts.cellMoves.some((move) => move.monthsInFormerCell >= months && !move.hasFormerOpinion),
        { key: 'formerCell', months },
      );
    case 'longLeave':
      return when(facts.longLeaveMonths >= months, { key: 'longLeave', months: facts.longLeaveMonths });
    case 'twoYearsNotCompleted':
      return when(
        facts.previousLevel === 'notCompleted' &&
          (facts.levels.decided ?? facts.levels.proposed) === 'notCompleted',
      );
    case 'newFacts':
      return when(facts.newFactsAfterDecision);
  }
}

/** The finding of a special case, or null where it does not apply. */
export function caseFinding(special: SpecialCase, facts: RatingFacts): RatingFinding | null {
  if (!special.enabled || !special.subjects.includes(facts.subject)) return null;
  const found = applies(special, facts);
  if (!found) return null;
  return {
    conditionId: special.id,
    kind: 'case',
    holds: found.applies === 'unknown' ? 'unknown' : false,
    article: special.article,
    text: special.text,
    words: found.words,
    effect: found.applies === 'unknown' ? { kind: 'none' } : effectOf[special.treatment],
    forbids: special.forbids,
    source: special.source,
  };
}

function missingFirst(order: DecisionOrder, facts: RatingFacts): FindingWords | null {
  const isCollective = facts.subject === 'collective';
  switch (order.id) {
    case 'staffFirst':
      return facts.isStaff && facts.staffLevel === null ? { key: 'staffUndecided' } : null;
    case 'membersBeforeCell':
      return isCollective && facts.membersUndecided > 0
        ? { key: 'membersUndecided', count: facts.membersUndecided }
        : null;
    case 'unitsBeforeBody':
      return isCollective && facts.unitsUndecided > 0
        ? { key: 'unitsUndecided', count: facts.unitsUndecided }
        : null;
    case 'unitBeforeHead':
      return facts.isHead && facts.collectiveLevel === null ? { key: 'collectiveUndecided' } : null;
  }
}

/** What should have been decided first and is not; a notice, never a refusal. Null when nothing is missing. */
export function orderFinding(order: DecisionOrder, facts: RatingFacts): RatingFinding | null {
  const words = missingFirst(order, facts);
  return (
    words && {
      conditionId: order.id,
      kind: 'order',
      holds: false,
      article: order.article,
      text: order.text,
      words,
      effect: { kind: 'notice' },
      forbids: false,
      source: order.source,
    }
  );
}
