import { z } from 'zod';
import { organizationKinds, participationStatuses } from '../domain/people.ts';
import { id, line, partialDate } from './schemas.ts';

/** Name without marks, initials, digits of a card or citizen ID; or the name of a unit. */
export const searchInput = z.object({ text: line(200) });

/** The best matches of each group, few enough to be read at a glance; `more` when there are others. */
export const searchResult = z.object({
  people: z.array(
    z.object({
      id,
      fullName: z.string(),
      birthDate: partialDate.nullable(),
      organizationName: z.string(),
      partyCardNo: z.string(),
      participationStatus: z.enum(participationStatuses),
      /** Where the text was found. A citizen ID itself never comes along: it is masked. */
      by: z.enum(['name', 'card', 'citizenId']),
    }),
  ),
  morePeople: z.boolean(),
  units: z.array(z.object({ id, name: z.string(), kind: z.enum(organizationKinds), parentName: z.string() })),
  moreUnits: z.boolean(),
});
export type SearchResult = z.infer<typeof searchResult>;
