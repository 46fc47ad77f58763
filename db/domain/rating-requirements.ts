import { disciplinesIn } from './disciplines-in-period.ts';
import type { RatingFacts } from './rating-facts.ts';
import type { FindingWords, RatingFinding, ShareKind } from './rating-findings.ts';
import { type RatingLevel, ratingLevels } from './ratings.ts';
import type { PackCondition } from './rule-packs.ts';

interface Outcome {
  holds: boolean | 'unknown';
  words: FindingWords;
  /** Set where the ceiling is not simply the level under the condition's. */
  ceiling?: RatingLevel;
}

const isWorse = (level: RatingLevel, than: RatingLevel) =>
  ratingLevels.indexOf(level) > ratingLevels.indexOf(than);

const nextLower = (level: RatingLevel): RatingLevel =>
  ratingLevels[ratingLevels.indexOf(level) + 1] ?? 'notCompleted';

/** part / total against a limit, in integers; of nothing at all, the limit holds only where `ofNothing` says so. */
function share(
  what: ShareKind,
  condition: PackCondition,
  counted: { part: number; total: number } | null,
  ofNothing: 'holds' | 'unknown',
): Outcome {
  if (counted === null || (counted.total === 0 && ofNothing === 'unknown'))
    return { holds: 'unknown', words: { key: 'shareUnknown', what } };
  const { part, total } = counted;
  const limitHundredths = condition.percentHundredths ?? 0;
  const atMost = what === 'lateTasks' || what === 'subordinatesDisciplined';
  const [actual, limit] = [part * 10000, limitHundredths * total];
  return {
    holds: atMost ? actual <= limit : actual >= limit,
    words: { key: 'share', what, part, total, limitHundredths, atMost },
  };
}

function outcomeOf(condition: PackCondition, facts: RatingFacts): Outcome | null {
  const { tasks } = facts;
  const ofTasks = (part: (counts: NonNullable<typeof tasks>) => number) =>
    tasks && { part: part(tasks), total: tasks.total };
  switch (condition.kind) {
    case 'tasksDone':
      return share(
        'tasksDone',
        condition,
        ofTasks((t) => t.onTime + t.late),
        'unknown',
      );
    case 'tasksOnTime':
      return share(
        'tasksOnTime',
        condition,
        ofTasks((t) => t.onTime),
        'unknown',
      );
    case 'lateTasks':
      return share(
        'lateTasks',
        condition,
        ofTasks((t) => t.late),
        'unknown',
      );
    case 'beyondRequirement':
      return share(
        'beyondRequirement',
        condition,
        ofTasks((t) => t.beyondRequirement),
        'unknown',
      );
    case 'shortcomingsPutRight': {
      const { earlierShortcomings: earlier } = facts;
      return share(
        'shortcomingsPutRight',
        condition,
        earlier && { part: earlier.putRight, total: earlier.total },
        'holds',
      );
    }
    case 'targetsReached': {
      const { targets } = facts;
      return share(
        'targetsReached',
        condition,
        targets && { part: targets.reached, total: targets.total },
        'unknown',
      );
    }
    case 'subordinatesDisciplined': {
      const { subordinates: units } = facts;
      const outcome = share(
        'subordinatesDisciplined',
        condition,
        units && { part: units.disciplined, total: units.total },
        'holds',
      );
      const { words } = outcome;
      return units?.entered && words.key === 'share'
        ? { ...outcome, words: { ...words, entered: true } }
        : outcome;
    }
    case 'noDisciplineInCharge': {
      const leaders = disciplinesIn(facts.period, facts.leaderDisciplines).length;
      const units = facts.subordinates?.disciplined ?? 0;
      if (leaders + units === 0 && facts.subordinates === null)
        return { holds: 'unknown', words: { key: 'disciplineInChargeUnknown' } };
      return { holds: leaders + units === 0, words: { key: 'disciplineInCharge', units, leaders } };
    }
    case 'noListedCase': {
      const concluded = facts.listedCaseConcluded;
      return { holds: concluded === null ? 'unknown' : !concluded, words: { key: 'listedCase', concluded } };
    }
    case 'staffLevel': {
      if (!facts.isStaff) return null;
      const { staffLevel: level } = facts;
      return {
        holds: level === null ? 'unknown' : !isWorse(level, condition.level),
        words: { key: 'staffLevel', level, needed: condition.level },
      };
    }
    case 'notAboveCollective': {
      if (!facts.isHead) return null;
      const { collectiveLevel: level } = facts;
      if (level === null) return { holds: 'unknown', words: { key: 'collectiveLevel', level } };
      return { holds: level === 'excellent', words: { key: 'collectiveLevel', level }, ceiling: level };
    }
  }
}

/** The finding of one condition, or null where it does not speak of this subject. */
export function requirementFinding(condition: PackCondition, facts: RatingFacts): RatingFinding | null {
  if (!condition.enabled || !condition.subjects.includes(facts.subject)) return null;
  const outcome = outcomeOf(condition, facts);
  if (!outcome) return null;
  const level = outcome.ceiling ?? nextLower(condition.level);
  return {
    conditionId: condition.id,
    kind: 'requirement',
    holds: outcome.holds,
    article: condition.article,
    text: condition.text,
    words: outcome.words,
    effect: outcome.holds === false ? { kind: 'ceiling', level } : { kind: 'none' },
    forbids: condition.forbids,
    source: condition.source,
  };
}
