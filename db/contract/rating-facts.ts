import { z } from 'zod';
import { line } from './schemas.ts';

const count = z
  .int({ error: 'OUT_OF_RANGE' })
  .min(0, { error: 'OUT_OF_RANGE' })
  .max(10_000, { error: 'OUT_OF_RANGE' });

/** The parts of a whole; `of` may not be more than it. */
const within = (part: string) => ({ error: 'OUT_OF_RANGE', path: [part] });

const tasks = z
  .strictObject({ total: count, onTime: count, late: count, beyondRequirement: count })
  .refine(({ total, onTime, late }) => onTime + late <= total, within('onTime'))
  .refine(
    ({ onTime, late, beyondRequirement }) => beyondRequirement <= onTime + late,
    within('beyondRequirement'),
  );

const facts = z.strictObject({
  tasks: tasks.nullable().default(null),
  /** Overrides what the reviews and remediation tasks say; for years whose reviews are not in the book. */
  earlierShortcomings: z
    .strictObject({ total: count, putRight: count })
    .refine(({ total, putRight }) => putRight <= total, within('putRight'))
    .nullable()
    .default(null),
  longLeaveMonths: z
    .int({ error: 'OUT_OF_RANGE' })
    .min(0, { error: 'OUT_OF_RANGE' })
    .max(12, { error: 'OUT_OF_RANGE' })
    .default(0),
  temporarilyExempt: z.boolean().default(false),
  underExamination: z.boolean().default(false),
  /** That a listed case was concluded, never which one. */
  listedCaseConcluded: z.boolean().nullable().default(null),
  newFactsAfterDecision: z.boolean().default(false),
  formerCellOpinion: z.boolean().default(false),
  /** Cadre, civil servant or public employee; null: as the posts of the person say. */
  isStaff: z.boolean().nullable().default(null),
  // Of collectives only.
  targets: z
    .strictObject({ total: count, reached: count })
    .refine(({ total, reached }) => reached <= total, within('reached'))
    .nullable()
    .default(null),
  subordinates: z
    .strictObject({ total: count, disciplined: count })
    .refine(({ total, disciplined }) => disciplined <= total, within('disciplined'))
    .nullable()
    .default(null),
  /** Null: as the book of disciplines says; otherwise what the office says instead, with the reason. */
  collectiveDisciplined: z.boolean().nullable().default(null),
  disciplineReason: line(500).default(''),
  note: line(500).default(''),
});
const needsReason = ({ collectiveDisciplined, disciplineReason }: z.output<typeof facts>): boolean =>
  collectiveDisciplined === null || disciplineReason !== '';
/**
 * What the office itself enters for the conditions of a level; the rest is drawn from the book (rating-subjects.ts).
 * Null means "not entered": the condition is then shown as not known. Parsing {} gives nothing entered.
 */
export const enteredFacts = facts.refine(needsReason, { error: 'REQUIRED', path: ['disciplineReason'] });
export type EnteredFacts = z.output<typeof enteredFacts>;
export const noFacts: EnteredFacts = enteredFacts.parse({});
