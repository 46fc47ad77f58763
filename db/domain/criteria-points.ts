import { BONUS_PART, type PartScore } from './rating-bands.ts';
import type { CriteriaTable, RulePack, SubjectGroup } from './rule-packs.ts';

/** Points in hundredths by the id of a criterion or of a part. */
export type Points = Readonly<Record<string, number>>;

/** A part of the score as it is entered for one group: by itself, or by the criteria of the group's table. */
export interface ScoredPart {
  id: string;
  title: string;
  maxHundredths: number;
  /** Comes on top of the other parts and may be left out. */
  isBonus: boolean;
  criteria: { id: string; text: string; maxHundredths: number }[];
}

/** The table of a group; null where the pack has none for it. No two tables of a pack speak of the same group. */
const criteriaTableOf = (
  { criteriaTables }: Pick<RulePack, 'criteriaTables'>,
  group: SubjectGroup,
): CriteriaTable | null => criteriaTables.find(({ subjects }) => subjects.includes(group)) ?? null;

/** Parts of the score of a group, the bonus last; none where the rules know no score. Group null: without criteria. */
export function scoredParts(
  pack: Pick<RulePack, 'scoring' | 'criteriaTables'> | null,
  group: SubjectGroup | null,
): ScoredPart[] {
  if (!pack?.scoring) return [];
  const table = group === null ? null : criteriaTableOf(pack, group);
  const criteriaOf = (part: string) =>
    (table?.criteria ?? [])
      .filter(({ partId }) => partId === part)
      .map(({ id, text, maxHundredths }) => ({ id, text, maxHundredths }));
  return [
    ...pack.scoring.parts.map(({ id, title, maxHundredths }) => ({
      id,
      title,
      maxHundredths,
      isBonus: false,
      criteria: criteriaOf(id),
    })),
    ...(table?.bonus
      ? [{ ...table.bonus, id: BONUS_PART, isBonus: true, criteria: criteriaOf(BONUS_PART) }]
      : []),
  ];
}

/** Sum of the criteria of a part that have points, how many have, and how many have not. */
export function sumOfCriteria(
  { criteria }: Pick<ScoredPart, 'criteria'>,
  points: Points,
): { hundredths: number; given: number; missing: number } {
  const given = criteria.flatMap(({ id }) => points[id] ?? []);
  return {
    hundredths: given.reduce((sum, one) => sum + one, 0),
    given: given.length,
    missing: criteria.length - given.length,
  };
}

/**
 * Points by part: once a criterion of a part has points, the criteria decide it. A part that still lacks one has no
 * points yet; a bonus that is not given is none. Other parts keep what was typed for them.
 */
export function partsFromCriteria(
  parts: readonly ScoredPart[],
  points: Points,
  typed: Points,
): Record<string, number> {
  const result: Record<string, number> = { ...typed };
  for (const part of parts) {
    const { hundredths, given, missing } = sumOfCriteria(part, points);
    if (given === 0) continue;
    if (missing === 0 || part.isBonus) result[part.id] = hundredths;
    else delete result[part.id];
  }
  return result;
}

export interface CriterionProblem {
  criterionId: string;
  reason: 'UNKNOWN_CRITERION' | 'OUT_OF_RANGE';
}

/** Points for a criterion that the table does not have, below 0 or above its maximum. */
export function criterionProblems(parts: readonly ScoredPart[], points: Points): CriterionProblem[] {
  const most = new Map(
    parts.flatMap(({ criteria }) => criteria.map(({ id, maxHundredths }) => [id, maxHundredths] as const)),
  );
  return Object.entries(points).flatMap(([criterionId, hundredths]): CriterionProblem[] => {
    const max = most.get(criterionId);
    if (max === undefined) return [{ criterionId, reason: 'UNKNOWN_CRITERION' }];
    const fits = Number.isInteger(hundredths) && hundredths >= 0 && hundredths <= max;
    return fits ? [] : [{ criterionId, reason: 'OUT_OF_RANGE' }];
  });
}

export const partScores = (points: Points): PartScore[] =>
  Object.entries(points).map(([id, hundredths]) => ({ id, hundredths }));
