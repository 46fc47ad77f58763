import type { ReadHandle } from '../connection/open.ts';
import type { DocumentRequest } from '../contract/documents.ts';
import { AppError } from '../contract/errors.ts';
import { filterWords } from '../contract/official-cells.ts';
import { officialListPaper as paper } from '../contract/vi/official-list.ts';
import type { OfficialListFigures } from '../documents/forms/official-list.ts';
import { dayOf } from '../domain/dates.ts';
import { officeOnPaper } from '../records/office.ts';
import { allOrganizations } from '../records/organizations.ts';
import { orderedIds, pageOfIds } from './official-list.ts';
import { officialRowsOf } from './official-queries.ts';

type ListDocument = Extract<DocumentRequest, { kind: 'officials-list' }>;

/** A list with its people as ids: their rows are read when they are written. */
export type ListedPeople = Omit<OfficialListFigures, 'rows' | 'count'> & { ids: readonly number[] };

/** The rows of listed people in their order; who was merged away meanwhile is left out. */
export const rowsOfListed = officialRowsOf;

/**
 * The people of a list as a document: those that the filter shows, or of all people those chosen, in its order.
 * @throws AppError LIST_EMPTY, LIST_TOO_LONG
 */
export function listToPrint(db: ReadHandle, input: ListDocument, limit: number): ListedPeople {
  const { ids, total } = peopleToPrint(db, input, limit);
  if (total === 0) throw new AppError('LIST_EMPTY');
  if (total > limit) throw new AppError('LIST_TOO_LONG', { params: { count: total, limit } });
  return {
    ids,
    columns: input.columns,
    about: aboutOf(db, input),
    office: officeOnPaper(db, input.officialIds === null ? input.organizationId : null, dayOf(new Date())),
  };
}

function peopleToPrint(db: ReadHandle, input: ListDocument, limit: number): { ids: number[]; total: number } {
  if (input.officialIds === null) return pageOfIds(db, input, { offset: 0, limit });
  const ids = [...new Set(input.officialIds)];
  return { ids: orderedIds(db, ids, input, { offset: 0, limit }), total: ids.length };
}

/** What the list is of, one line each, as it is printed under the title. */
function aboutOf(db: ReadHandle, input: ListDocument): string[] {
  if (input.officialIds !== null) return [paper.selected];
  const unit = allOrganizations(db).find((each) => each.id === input.organizationId);
  const filters = filterWords(input).map(({ words }) => words);
  return [
    unit === undefined ? '' : input.withSubUnits ? paper.unit(unit.name) : paper.unitOnly(unit.name),
    input.search === '' ? '' : paper.found(input.search),
    filters.length === 0 ? '' : paper.filters(filters.join('; ')),
  ].filter((line) => line !== '');
}
