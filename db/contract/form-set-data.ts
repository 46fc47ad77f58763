import { type FormSet, type FormSetId, formSetIds } from './form-sets.ts';
import { pledgeForms } from './form-sets-pledges.ts';
import { collectiveForms, personalForms } from './form-sets-reviews.ts';

/** Every form with its text; the order is the order of a choice of forms, newest first. */
export const formSets = { ...pledgeForms, ...personalForms, ...collectiveForms } as const satisfies {
  [Id in FormSetId]: FormSet & { id: Id };
};

export const allFormSets: readonly FormSet[] = formSetIds.map((id) => formSets[id]);

const formNames = new Map<string, string>(allFormSets.map((form) => [form.id, form.number || form.name]));
/** How a form is named in a list; '' for one that this program does not know. */
export const formNameOf = (id: string): string => formNames.get(id) ?? '';
