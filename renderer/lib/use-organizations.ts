import { useQuery } from '@tanstack/react-query';
import { call } from './api.ts';
import { queryKeys } from './query-keys.ts';

/** The tree of today; shared by the top bar, the tree page and the forms. */
export const useOrganizations = () =>
  useQuery({ queryKey: queryKeys.organizations, queryFn: () => call('organizations.tree', {}) });
