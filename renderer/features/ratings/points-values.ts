import { formatHundredths } from '../../../db/contract/vi/numbers.ts';
import { type Points, partsFromCriteria, type ScoredPart } from '../../../db/domain/criteria-points.ts';
import { parseScore } from '../../../db/domain/rating-bands.ts';

/** Points as typed, by field; '' is "not given". */
export type PointsValues = Record<string, string>;

/** Drafts keep fields of letters and digits. */
const nameOf = (prefix: string, id: string): string =>
  `${prefix}${id.slice(0, 1).toUpperCase()}${id.slice(1)}`.replace(/[^A-Za-z0-9]/g, '');
export const partField = (partId: string): string => nameOf('points', partId);
export const criterionField = (criterionId: string): string => nameOf('criterion', criterionId);

/** The field of a refused value, as `scoreParts.common` or `criterionPoints.t1r5` names it. */
export const fieldOfPoints = (list: string, id: string): string =>
  list === 'criterionPoints' ? criterionField(id) : partField(id);

/** What stands, as it is typed; a part that its criteria decide is left to them. */
export function shownPoints(
  parts: readonly ScoredPart[],
  given: { scoreParts: Points; criterionPoints: Points } | null,
): PointsValues {
  const text = (points: number | undefined) => (points === undefined ? '' : formatHundredths(points));
  const values: PointsValues = {};
  for (const { id, criteria } of parts) {
    const byCriterion = criteria.some((one) => given?.criterionPoints[one.id] !== undefined);
    values[partField(id)] = byCriterion ? '' : text(given?.scoreParts[id]);
    for (const one of criteria) values[criterionField(one.id)] = text(given?.criterionPoints[one.id]);
  }
  return values;
}

/** Points typed so far, by part and by criterion, in hundredths; what is no number is left out. */
export function typedPoints(
  parts: readonly ScoredPart[],
  values: PointsValues,
): Record<'scoreParts' | 'criterionPoints', Record<string, number>> {
  const read = (fields: readonly { id: string }[], nameOfField: (id: string) => string) =>
    Object.fromEntries(
      fields.flatMap(({ id }) => {
        const points = parseScore(values[nameOfField(id)] ?? '');
        return points === null ? [] : [[id, points]];
      }),
    );
  const criterionPoints = read(
    parts.flatMap(({ criteria }) => criteria),
    criterionField,
  );
  return { scoreParts: partsFromCriteria(parts, criterionPoints, read(parts, partField)), criterionPoints };
}

/** Every field of the points, in the order of the table. */
export const pointsFields = (parts: readonly ScoredPart[]): string[] =>
  parts.flatMap(({ id, criteria }) => [partField(id), ...criteria.map((one) => criterionField(one.id))]);
