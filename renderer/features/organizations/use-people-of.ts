import { useQuery } from '@tanstack/react-query';
import type { OfficialRow } from '../../../db/contract/officials.ts';
import { call } from '../../lib/api.ts';
import { queryKeys } from '../../lib/query-keys.ts';

const AT_ONCE = 500;

/** Everybody whose Party life is in the unit itself now, those of units under it left out; by name. */
async function peopleOf(organizationId: number): Promise<OfficialRow[]> {
  const people: OfficialRow[] = [];
  for (let offset = 0; ; offset += AT_ONCE) {
    const { total, rows } = await call('officials.list', { organizationId, offset, limit: AT_ONCE });
    people.push(...rows.filter((row) => row.organizationId === organizationId));
    if (rows.length === 0 || offset + AT_ONCE >= total) return people;
  }
}

export const usePeopleOf = (organizationId: number) =>
  useQuery({
    queryKey: [...queryKeys.officials, 'of', organizationId],
    queryFn: () => peopleOf(organizationId),
  });
