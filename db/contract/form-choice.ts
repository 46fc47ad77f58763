import type { PledgeVariant } from '../domain/cycle.ts';
import type { SubjectGroup } from '../domain/rule-packs.ts';
import { allFormSets } from './form-set-data.ts';
import { type FormSet, type FormSetId, formsInForce } from './form-sets.ts';

const subjectOfGroup = {
  noPost: 'member',
  leader: 'leader',
  outsideSystem: 'outsideSystem',
  collective: 'anyone',
} as const satisfies Record<SubjectGroup, FormSet['subject']>;

/**
 * The review form of a group on a day: its own, else the one that serves anyone (HD 21-HD/BTCTW, 18/10/2019, had one
 * for all persons), else the one of members without a post.
 * @returns null where no form of that day is known
 */
export function reviewFormFor(group: SubjectGroup, day: string): FormSetId | null {
  const kind = group === 'collective' ? 'collectiveReview' : 'personalReview';
  const forms = formsInForce(allFormSets, kind, day);
  const of = (subject: FormSet['subject']) => forms.find((form) => form.subject === subject);
  return (of(subjectOfGroup[group]) ?? of('anyone') ?? of('member') ?? null)?.id ?? null;
}

/** The pledge form of a variant on a day. */
export function pledgeFormFor(variant: PledgeVariant, day: string): FormSetId | null {
  return formsInForce(allFormSets, 'pledge', day).find((form) => form.subject === variant)?.id ?? null;
}
