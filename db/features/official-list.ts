import { sql } from 'drizzle-orm';
import type { ReadHandle } from '../connection/open.ts';
import { officials } from '../connection/schema.ts';
import type { MethodParsedInput } from '../contract/methods.ts';
import type { OfficialFilter, OfficialSort } from '../contract/official-list.ts';
import type { OfficialRow } from '../contract/officials.ts';
import { pageOfOrder } from '../domain/list-order.ts';
import { maskedValues } from '../domain/sensitive.ts';
import { filteredPeople } from './official-filter.ts';
import { isOrderKept, orderOfAll, orderOfFew } from './official-order.ts';
import { officialRowsOf } from './official-queries.ts';

/** Up to so many people are put in order by themselves, unless the order of everybody is at hand to pick them from. */
const FEW = 500;

interface OfficialOrder {
  sort: OfficialSort;
  descending: boolean;
}
interface Page {
  offset: number;
  limit: number;
}
const WHOLE: Page = { offset: 0, limit: Number.MAX_SAFE_INTEGER };

/** One page of the list: its ids first, then their rows. */
export function listOfficials(
  db: ReadHandle,
  input: MethodParsedInput<'officials.list'>,
): { total: number; of: number; rows: OfficialRow[] } {
  const { ids, total, of } = pageOfIds(db, input, input);
  const rows = officialRowsOf(db, ids).map((row) => ({ ...row, ...maskedValues(row) }));
  return { total, of, rows };
}

/** The ids of the whole filtered and ordered list. */
export const listIds = (db: ReadHandle, input: MethodParsedInput<'officials.ids'>): { ids: number[] } => ({
  ids: pageOfIds(db, input, WHOLE).ids,
});

/** The ids of a page of the filtered and ordered list, and how many there are on all pages. */
export function pageOfIds(
  db: ReadHandle,
  selection: OfficialFilter & OfficialOrder,
  page: Page,
): { ids: number[]; total: number; of: number } {
  const { ids: meant, of } = filteredPeople(db, selection);
  if (meant !== null) return { ids: orderedIds(db, meant, selection, page), total: meant.length, of };
  const nearBegin = selection.sort === 'name' && !selection.descending && page.offset + page.limit <= FEW;
  if (!nearBegin)
    return {
      ids: pageOfOrder(orderOfAll(db, selection.sort), null, { ...selection, ...page }),
      total: of,
      of,
    };
  // What the list opens with needs nobody else's place.
  const first = db.all<{ id: number }>(sql`select ${officials.id} as id from ${officials}
    order by ${officials.nameSortKey}, ${officials.id} limit ${page.limit} offset ${page.offset}`);
  return { ids: first.map(({ id }) => id), total: of, of };
}

/** A page of these people in the order asked. */
export function orderedIds(
  db: ReadHandle,
  people: ArrayLike<number>,
  order: OfficialOrder,
  page: Page,
): number[] {
  const { descending } = order;
  return people.length <= FEW && !isOrderKept(db, order.sort)
    ? pageOfOrder(orderOfFew(db, order.sort, people), null, { descending, ...page })
    : pageOfOrder(orderOfAll(db, order.sort), people, { descending, ...page });
}
