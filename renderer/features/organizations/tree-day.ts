import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { dayOf, isCalendarDay, parseTypedDate } from '../../../db/domain/dates.ts';
import { call } from '../../lib/api.ts';
import { queryKeys } from '../../lib/query-keys.ts';

export const today = (): string => dayOf(new Date());

/** A whole calendar day as people type it; null for '07/2025', '31/02/2025' and anything else. */
export function typedDay(typed: string): string | null {
  const day = parseTypedDate(typed);
  return day !== null && isCalendarDay(day) ? day : null;
}

/** The tree of a day; today's is the one that the whole program shares. The one before stays until it is there. */
export const useTreeOn = (day: string) =>
  useQuery({
    queryKey: day === today() ? queryKeys.organizations : queryKeys.organizationsOn(day),
    queryFn: () => call('organizations.tree', day === today() ? {} : { asOf: day }),
    placeholderData: keepPreviousData,
  });
