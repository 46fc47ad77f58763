import { AppError, type FieldErrorCode } from '../contract/errors.ts';
import type { RatingChangeInput } from '../contract/ratings.ts';
import type { StandingStage } from '../contract/reviews.ts';
import { ruleQuoted } from '../contract/vi/rating-rules-screen.ts';
import {
  criterionProblems,
  type Points,
  partScores,
  partsFromCriteria,
  scoredParts,
} from '../domain/criteria-points.ts';
import type { Role } from '../domain/people.ts';
import { scoreProblems, totalScore } from '../domain/rating-bands.ts';
import { evaluateConditions } from '../domain/rating-conditions.ts';
import type { RatingFacts } from '../domain/rating-facts.ts';
import type { RatingLevel, RatingStage } from '../domain/ratings.ts';
import type { RulePack, SubjectGroup } from '../domain/rule-packs.ts';
import type { CycleRecord } from './cycles.ts';
import { emptyStage, type StageValue } from './rating-stages.ts';

/** The values of a rating or of a collective that a change touches. */
export interface GradedValues {
  selfLevel: RatingLevel | null;
  proposedLevel: RatingLevel | null;
  decidedLevel: RatingLevel | null;
  unratedReason: string;
  note: string;
}

export const columnOfStage = {
  self: 'selfLevel',
  proposed: 'proposedLevel',
  decided: 'decidedLevel',
} as const satisfies Record<RatingStage, keyof GradedValues>;

export interface ChangeRequest {
  change: RatingChangeInput;
  decision: { body: string; onDay: string | null } | null;
  cycle: CycleRecord;
  pack: RulePack | null;
  current: GradedValues;
  standing: Record<RatingStage, StandingStage>;
  /** Asked for a decided level only; null where no condition is looked at. */
  facts: () => RatingFacts | null;
  /** Whose criteria hold, asked for points only; null where no table is looked at. */
  group: () => SubjectGroup | null;
  /** A rating that another body made, taken over as a fact (as staff of the state): no body and day of ours. */
  isFact: boolean;
  /** Who enters it. */
  actor: { role: Role };
}

export interface PreparedChange {
  values: GradedValues;
  /** The version to keep; null where no level or score was given. */
  stage: { stage: RatingStage; value: StageValue } | null;
}

/**
 * What a change makes of a rating, refused where the rules say so.
 * @throws AppError VALIDATION_FAILED at the field (decision, reason, points), RATING_LEVEL_STANDS, RATING_FORBIDDEN,
 *   OVERRIDE_NEEDS_ADMINISTRATOR
 */
export function prepareChange(request: ChangeRequest): PreparedChange {
  const { change, current } = request;
  const values: GradedValues = {
    selfLevel: current.selfLevel,
    proposedLevel: current.proposedLevel,
    decidedLevel: current.decidedLevel,
    unratedReason: current.unratedReason,
    note: current.note,
  };
  switch (change.field) {
    case 'note':
      return { values: { ...values, note: change.text }, stage: null };
    case 'unratedReason':
      if (current.decidedLevel !== null && change.text !== '')
        throw new AppError('RATING_LEVEL_STANDS', { fieldErrors: { unratedReason: 'INVALID_VALUE' } });
      return { values: { ...values, unratedReason: change.text }, stage: null };
    default: {
      const value = stageValueOf(request, change);
      const set = { ...values, [columnOfStage[change.field]]: change.level };
      return {
        // A decided level ends the reason for having none.
        values: set.decidedLevel === null ? set : { ...set, unratedReason: '' },
        stage: { stage: change.field, value },
      };
    }
  }
}

/** One of the three levels. */
export type StageChange = Extract<RatingChangeInput, { field: RatingStage }>;

function stageValueOf(request: ChangeRequest, change: StageChange): StageValue {
  const { pack, standing } = request;
  const points = pointsOf(request, change, standing[change.field]);
  const given = decisionOf(request, change);
  if (change.field === 'decided' && !request.isFact)
    refuse(reasonErrors(request.current.decidedLevel, change));
  const overrideReason = change.field === 'decided' ? overrideOf(request, change, points.scoreParts) : '';
  return {
    ...emptyStage,
    ...given,
    level: change.level,
    ...points,
    score: pack?.scoring ? totalScore(pack.scoring, partScores(points.scoreParts)) : null,
    reason: change.reason,
    overrideReason,
  };
}

/**
 * The points of the change, or those that stand where it brings none. Parts that are given by criterion are the sums of
 * their criteria.
 */
function pointsOf(
  { pack, group }: ChangeRequest,
  change: StageChange,
  standing: StandingStage,
): Pick<StageValue, 'scoreParts' | 'criterionPoints'> {
  if (!change.scoreParts && !change.criterionPoints)
    return { scoreParts: standing?.scoreParts ?? {}, criterionPoints: standing?.criterionPoints ?? {} };
  const parts = scoredParts(pack, group());
  const criterionPoints = change.criterionPoints ?? {};
  // A part that is too high because of one criterion is told at the criterion.
  refuse(
    Object.fromEntries(
      criterionProblems(parts, criterionPoints).map(({ criterionId, reason }) => [
        `change.criterionPoints.${criterionId}`,
        reason === 'OUT_OF_RANGE' ? 'SCORE_OUT_OF_RANGE' : 'SCORE_NOT_IN_PACK',
      ]),
    ),
  );
  const scoreParts = partsFromCriteria(parts, criterionPoints, change.scoreParts ?? {});
  refuse(
    Object.fromEntries(
      scoreProblems(parts.length === 0 ? null : { parts }, partScores(scoreParts)).map(
        ({ partId, reason }) => [
          partId === null ? 'change.scoreParts' : `change.scoreParts.${partId}`,
          reason === 'OUT_OF_RANGE' ? 'SCORE_OUT_OF_RANGE' : 'SCORE_NOT_IN_PACK',
        ],
      ),
    ),
  );
  return { scoreParts, criterionPoints };
}

function refuse(fieldErrors: Record<string, FieldErrorCode>): void {
  if (Object.keys(fieldErrors).length > 0) throw new AppError('VALIDATION_FAILED', { fieldErrors });
}

const sameLevel = (standing: ChangeRequest['standing'], { field, level }: StageChange): StandingStage =>
  standing[field]?.level === level ? standing[field] : null;

/** Who gave the value, and when. A decided level needs both: they stand on the paper and begin the time to complain. */
function decisionOf({ decision, cycle, isFact, standing }: ChangeRequest, change: StageChange) {
  const isDecision = change.field === 'decided' && change.level !== null && !isFact;
  // Points that come to a level leave who gave it and when.
  const same = sameLevel(standing, change);
  const body = decision?.body ?? (same?.body || (isDecision ? cycle.decisionBody : ''));
  const onDay = decision?.onDay ?? same?.onDay ?? (isDecision ? cycle.decisionDay : null);
  if (isDecision)
    refuse({
      ...(body === '' ? { 'decision.body': 'DECISION_BODY_NEEDED' as const } : {}),
      ...(onDay === null ? { 'decision.onDay': 'DECISION_DAY_NEEDED' as const } : {}),
    });
  return { body, onDay };
}

/** Re-rating keeps both values, the new one with its reason. */
const reasonErrors = (before: RatingLevel | null, change: StageChange): Record<string, FieldErrorCode> =>
  before !== null && before !== change.level && change.reason === ''
    ? { 'change.reason': 'RERATING_REASON_NEEDED' }
    : {};

/** The written reason to go on against a rule that forbids the level; '' where nothing forbids it. */
function overrideOf(
  { pack, facts: factsOf, actor, standing }: ChangeRequest,
  change: StageChange,
  scoreParts: Points,
): string {
  const { level, overrideReason } = change;
  if (!pack || level === null) return '';
  const facts = factsOf();
  if (!facts) return '';
  const given = partScores(scoreParts);
  const { findings, verdicts } = evaluateConditions(pack, {
    ...facts,
    scoreParts: given.length > 0 ? given : facts.scoreParts,
    levels: { ...facts.levels, decided: level },
  });
  if (verdicts.decided?.kind !== 'forbidden') return '';
  const { by } = verdicts.decided;
  // The reason given for this level holds on while only its points change.
  const kept = sameLevel(standing, change)?.overrideReason ?? '';
  if (overrideReason === '' && kept !== '') return kept;
  if (overrideReason === '') {
    const broken = findings.filter((one) => by.includes(one.conditionId));
    // The band of the points can have no words of its own: its article stands with the others then.
    const worded = broken.filter(({ text }) => text !== '');
    // The same sentence can stand for two levels.
    const rules = new Set(
      (worded.length > 0 ? worded : broken).map(({ text, article }) => ruleQuoted(text, article)),
    );
    throw new AppError('RATING_FORBIDDEN', {
      params: { rules: [...rules].join('; ') },
      fieldErrors: { 'change.overrideReason': 'REQUIRED' },
    });
  }
  if (actor.role !== 'administrator')
    throw new AppError('OVERRIDE_NEEDS_ADMINISTRATOR', {
      fieldErrors: { 'change.overrideReason': 'INVALID_VALUE' },
    });
  return overrideReason;
}
