import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { dayOf } from '../../db/domain/dates.ts';
import { call } from '../lib/api.ts';
import { queryKeys } from '../lib/query-keys.ts';
import { readRemembered, remember } from '../lib/remembered.ts';
import { createStore, useStore } from '../lib/store.ts';
import { defaultYear, yearChoices } from './years.ts';

/** What the top bar sets and every page obeys. The search holds names, so it is not kept on the disk. */
interface Scope {
  /** null until the person chooses one: then the latest year that has ratings. */
  year: number | null;
  /** 0: the whole year. Pages that know quarters obey it. */
  quarter: number;
  organizationId: number | null;
  search: string;
}

const YEAR_KEY = 'year';
const UNIT_KEY = 'unit';
const wholeNumber = (value: unknown): number | null =>
  typeof value === 'number' && Number.isInteger(value) ? value : null;

const scope = createStore<Scope>({
  year: wholeNumber(readRemembered(YEAR_KEY)),
  quarter: 0,
  organizationId: wholeNumber(readRemembered(UNIT_KEY)),
  search: '',
});

export function setYear(year: number): void {
  remember(YEAR_KEY, year);
  scope.update((current) => ({ ...current, year }));
}

export function setQuarter(quarter: number): void {
  scope.update((current) => ({ ...current, quarter }));
}

export function setOrganization(organizationId: number | null): void {
  remember(UNIT_KEY, organizationId);
  scope.update((current) => ({ ...current, organizationId }));
}

export function setSearch(search: string): void {
  scope.update((current) => ({ ...current, search }));
}

export const useScope = (): Scope => useStore(scope);

export function useYears(): { year: number; choices: number[] } {
  const { year } = useScope();
  const { data } = useQuery({ queryKey: queryKeys.cycles, queryFn: () => call('cycles.list', {}) });
  return useMemo(() => {
    const thisYear = Number(dayOf(new Date()).slice(0, 4));
    const chosen = year ?? defaultYear(data?.cycles ?? [], thisYear);
    return { year: chosen, choices: yearChoices(data?.cycles ?? [], thisYear, chosen) };
  }, [year, data]);
}
