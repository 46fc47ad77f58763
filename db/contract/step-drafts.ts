import { z } from 'zod';
import { organizationKinds } from '../domain/people.ts';

/** What is typed in the guided steps of the tree, as a draft keeps it: choices are text, '' is none. */
const unitDraft = z.object({
  name: z.string(),
  kind: z.enum(organizationKinds),
  unitType: z.string(),
  parentId: z.string(),
  code: z.string(),
  superiorHead: z.string(),
  issuingHead: z.string(),
  signatureAuthority: z.string(),
  signatureTitle: z.string(),
});
const ids = z.array(z.int());

/** One state a step; the day is typed in each. */
const stepStates = {
  change: z.object({ edits: unitDraft.partial() }),
  merge: z.object({
    sources: ids,
    is: z.enum(['unit', 'newUnit']),
    targetId: z.string(),
    draft: unitDraft,
  }),
  split: z.object({
    parts: z.array(z.object({ draft: unitDraft, chosen: ids })).min(1),
    keepSource: z.boolean(),
  }),
  end: z.object({ moveTo: z.string() }),
};
export type StepStates = { [Kind in keyof typeof stepStates]: z.infer<(typeof stepStates)[Kind]> };

const stepDay = z.object({ day: z.string() });

/** What a draft holds for a step of that kind; null when it is not readable as such. */
export function readStepDraft<Kind extends keyof StepStates>(
  kind: Kind,
  typed: string,
): { day: string; state: StepStates[Kind] } | null {
  try {
    const read: unknown = JSON.parse(typed);
    const { day } = stepDay.parse(read);
    return { day, state: stepStates[kind].parse(read) as StepStates[Kind] };
  } catch {
    return null;
  }
}
