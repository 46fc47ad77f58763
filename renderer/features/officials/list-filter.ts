import { filterGroups } from '../../../db/contract/official-cells.ts';
import type { OfficialFilter } from '../../../db/contract/official-list.ts';
import { createStore, useStore } from '../../lib/store.ts';

/** What the list adds to the unit and the search of the top bar. */
export type ListFilter = Omit<OfficialFilter, 'search' | 'organizationId'>;

const noFilter: ListFilter = {
  withSubUnits: true,
  participation: [],
  membership: [],
  working: [],
  postKinds: [],
  postRoles: [],
  missing: [],
};

/** Stays while other pages are looked at, until the program is closed. */
const filter = createStore<ListFilter>(noFilter);
export const useListFilter = (): ListFilter => useStore(filter);
export const changeFilter = (changes: Partial<ListFilter>): void =>
  filter.update((current) => ({ ...current, ...changes }));
export const clearFilter = (): void => filter.set(noFilter);

/** How many groups ask something. */
export const filterCount = (current: ListFilter): number =>
  filterGroups.filter((group) => current[group].length > 0).length + (current.withSubUnits ? 0 : 1);

/** A value goes into a group or out of it. */
export const toggledValue = <T>(values: readonly T[], value: T): T[] =>
  values.includes(value) ? values.filter((each) => each !== value) : [...values, value];
