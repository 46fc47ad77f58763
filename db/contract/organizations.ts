import { z } from 'zod';
import { organizationKinds, unitTypes } from '../domain/people.ts';
import { calendarDay, id, line, partialDate, requiredLine, version } from './schemas.ts';

export const organization = z.object({
  id,
  parentId: id.nullable(),
  kind: z.enum(organizationKinds),
  /** The row of table 5b that it is counted in; null: not said. */
  unitType: z.enum(unitTypes).nullable(),
  name: z.string(),
  code: z.string(),
  /** Printed lines of the left head and of the signature; '' takes the office's own. */
  superiorHead: z.string(),
  issuingHead: z.string(),
  signatureAuthority: z.string(),
  signatureTitle: z.string(),
  validFrom: partialDate.nullable(),
  validTo: partialDate.nullable(),
  version,
  /** Members whose Party life is in this unit itself on the day asked. */
  memberCount: z.int(),
  /** Members of this unit and all units under it. */
  totalMemberCount: z.int(),
});
export type Organization = z.infer<typeof organization>;

export const organizationTreeInput = z.object({
  /** The day on which the tree is shown; today when left out. */
  asOf: calendarDay.optional(),
});
/** Parents before children, siblings in Vietnamese order of their names. */
export const organizationTree = z.object({ asOf: calendarDay, organizations: z.array(organization) });
export type OrganizationTree = z.infer<typeof organizationTree>;

const editable = {
  parentId: id.nullable(),
  kind: z.enum(organizationKinds),
  unitType: z.enum(unitTypes).nullable().default(null),
  name: requiredLine(200),
  code: line(40).default(''),
};
export const createOrganizationInput = z.object(editable);
export const updateOrganizationInput = z.object({ id, version, ...editable });
