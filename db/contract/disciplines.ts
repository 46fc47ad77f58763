import { z } from 'zod';
import { disciplineBranches, disciplineForms, stateDisciplineForms } from '../domain/disciplines.ts';
import { id, line, partialDate, version } from './schemas.ts';

/** What is recorded of one discipline; `...Then` are the post, the headship and the unit of that time. */
const values = {
  branch: z.enum(disciplineBranches, { error: 'INVALID_VALUE' }).default('party'),
  /** One of its branch. */
  form: z.enum([...disciplineForms, ...stateDisciplineForms], { error: 'INVALID_VALUE' }),
  effectiveOn: partialDate,
  decisionNo: line(60),
  decidingBody: line(200),
  postThen: line(200),
  isHeadThen: z.boolean(),
  organizationThenId: id.nullable(),
  /**
   * The one year whose rating it lowers, where that is not the year of its day, with the reason: a violation counts
   * once, however many bodies discipline it (HD 21-HD/BTCTW, 18/10/2019).
   */
  countedYear: z
    .int({ error: 'INVALID_VALUE' })
    .min(1990, { error: 'OUT_OF_RANGE' })
    .max(2100, { error: 'OUT_OF_RANGE' })
    .nullable()
    .default(null),
  countedReason: line(500).default(''),
  note: line(1000),
};
const disciplineValues = z.object(values);
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
