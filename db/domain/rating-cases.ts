import { addMonths, earliestDay, latestDay } from './dates.ts';
import {
  type DatedDiscipline,
  disciplinesIn,
  isWarningOrMore,
  yearsCountedElsewhere,
} from './disciplines-in-period.ts';
import type { ParticipationStatus } from './people.ts';
import type { RatingFacts } from './rating-facts.ts';
import type { FindingEffect, FindingWords, RatingFinding } from './rating-findings.ts';
import type { DecisionOrder, SpecialCase, SpecialCaseId, Treatment } from './rule-packs.ts';

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

/** `applies` false: it would, but for what the words say. */
type Applies = { applies: boolean | 'unknown'; words: FindingWords } | null;

/** In force by a discipline of the period, or set right by one that counts in another year. */
function disciplined(id: SpecialCaseId, facts: RatingFacts, all: readonly DatedDiscipline[]): Applies {
  // Form and day are shown only by the audited act of the discipline record, not with the rating.
  if (disciplinesIn(facts.period, all).length > 0) return { applies: true, words: { key: 'case', id } };
  const years = yearsCountedElsewhere(facts.period, all);
  return years.length > 0 ? { applies: false, words: { key: 'countedElsewhere', years } } : null;
}

function collectiveDisciplined(facts: RatingFacts): Applies {
  const found = disciplined('collectiveDisciplined', facts, facts.disciplines);
  const { disciplineOverride: override } = facts;
  if (override === null) return found;
  const { reason } = override;
  if (override.disciplined) return { applies: true, words: { key: 'disciplineEntered', reason } };
  return found && { applies: false, words: { key: 'disciplineSetAside', reason } };
}

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
      return disciplined('disciplined', facts, facts.disciplines);
    case 'collectiveDisciplined':
      return collectiveDisciplined(facts);
    case 'leaderDisciplined':
      return disciplined('leaderDisciplined', facts, facts.leaderDisciplines.filter(isWarningOrMore));
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
    holds: found.applies === 'unknown' ? 'unknown' : !found.applies,
    article: special.article,
    text: special.text,
    words: found.words,
    effect: found.applies === true ? effectOf[special.treatment] : { kind: 'none' },
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
