import type { DocumentRequest } from '../contract/documents.ts';
import { AppError } from '../contract/errors.ts';
import type { RatingListPaper } from '../documents/forms/rating-list.ts';
import { ratingGrid } from '../features/ratings.ts';
import { officeOnPaper } from '../records/office.ts';
import { allOrganizations } from '../records/organizations.ts';
import { ratingYear } from '../records/rating-year.ts';
import type { CallContext } from './wrappers.ts';

/** The people of the period's grid, as the screen shows them. @throws AppError LIST_EMPTY, LIST_TOO_LONG, CYCLE_NOT_OPEN */
export function ratingListPaper(
  { connection: { reader }, actor }: CallContext,
  { year, quarter, of, organizationId }: Extract<DocumentRequest, { kind: 'ratings-list' }>,
  limit: number,
): RatingListPaper {
  const { rows } = ratingGrid(reader, { year, quarter, organizationId, kind: of }, actor);
  if (rows.length === 0) throw new AppError('LIST_EMPTY');
  if (rows.length > limit) throw new AppError('LIST_TOO_LONG', { params: { count: rows.length, limit } });
  const day = ratingYear(reader, { year, quarter }).countedOn;
  const unit = allOrganizations(reader, day).find((each) => each.id === organizationId);
  return {
    year,
    quarter,
    of,
    rows,
    unit: unit?.name ?? '',
    office: officeOnPaper(reader, organizationId, day),
  };
}
