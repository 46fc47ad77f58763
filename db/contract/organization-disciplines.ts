import { z } from 'zod';
import { organizationDisciplineForms } from '../domain/disciplines.ts';
import { id, line, partialDate, version } from './schemas.ts';

/** What is recorded of one discipline of a Party organisation. */
const values = {
  form: z.enum(organizationDisciplineForms, { error: 'INVALID_VALUE' }),
  effectiveOn: partialDate,
  decisionNo: line(60),
  decidingBody: line(200),
  note: line(1000),
};
const organizationDisciplineValues = z.object(values);
export type OrganizationDisciplineValues = z.output<typeof organizationDisciplineValues>;

export const organizationDiscipline = z.object({ id, version, ...values });
export type OrganizationDiscipline = z.infer<typeof organizationDiscipline>;

export const organizationDisciplinesInput = z.object({ organizationId: id });
/** The latest first. */
export const organizationDisciplineList = z.object({ disciplines: z.array(organizationDiscipline) });

/** `known` null adds one; otherwise the entry and the version that the person saw. */
export const saveOrganizationDisciplineInput = z.object({
  organizationId: id,
  known: z.object({ id, version }).nullable(),
  discipline: organizationDisciplineValues,
});
export const removeOrganizationDisciplineInput = z.object({
  organizationId: id,
  known: z.object({ id, version }),
});
