import type { DocumentRequest } from '../contract/documents.ts';
import { AppError } from '../contract/errors.ts';
import type { RatingListPaper } from '../documents/forms/rating-list.ts';
import { ratingGrid } from '../features/ratings.ts';
import { officeOnPaper } from '../records/office.ts';
import { allOrganizations } from '../records/organizations.ts';
import { countingDay } from '../records/ratings.ts';
import type { CallContext } from './wrappers.ts';

/** The members of the year's grid, as the screen shows them. @throws AppError LIST_EMPTY, LIST_TOO_LONG, CYCLE_NOT_OPEN */
export function ratingListPaper(
  { connection: { reader }, actor }: CallContext,
  { year, organizationId }: Extract<DocumentRequest, { kind: 'ratings-list' }>,
  limit: number,
): RatingListPaper {
  const { rows } = ratingGrid(reader, { year, quarter: 0, organizationId, kind: 'member' }, actor);
  if (rows.length === 0) throw new AppError('LIST_EMPTY');
  if (rows.length > limit) throw new AppError('LIST_TOO_LONG', { params: { count: rows.length, limit } });
  const day = countingDay(reader, year);
  const unit = allOrganizations(reader, day).find((each) => each.id === organizationId);
  return { year, rows, unit: unit?.name ?? '', office: officeOnPaper(reader, organizationId, day) };
}
