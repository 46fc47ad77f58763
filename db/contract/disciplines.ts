import { z } from 'zod';
import { disciplineForms } from '../domain/disciplines.ts';
import { id, line, partialDate, version } from './schemas.ts';

/** What is recorded of one discipline; `...Then` are the post, the headship and the unit of that time. */
const values = {
  form: z.enum(disciplineForms, { error: 'INVALID_VALUE' }),
  effectiveOn: partialDate,
  decisionNo: line(60),
  decidingBody: line(200),
  postThen: line(200),
  isHeadThen: z.boolean(),
  organizationThenId: id.nullable(),
  note: line(1000),
};
export const disciplineValues = z.object(values);
export type DisciplineValues = z.output<typeof disciplineValues>;

export const discipline = z.object({ id, version, ...values, organizationThenName: z.string() });
export type Discipline = z.infer<typeof discipline>;

export const disciplinesInput = z.object({ officialId: id });
/** The latest first. */
export const disciplineList = z.object({ disciplines: z.array(discipline) });

/** `known` null adds one; otherwise the entry and the version that the person saw. */
export const saveDisciplineInput = z.object({
  officialId: id,
  known: z.object({ id, version }).nullable(),
  discipline: disciplineValues,
});
export const removeDisciplineInput = z.object({ officialId: id, known: z.object({ id, version }) });
