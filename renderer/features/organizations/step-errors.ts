import { fieldErrorMessage } from '../../../db/contract/vi/errors.ts';
import { foldForSearch } from '../../../db/domain/names.ts';
import { messageOf, toAppError } from '../../lib/app-error.ts';

/** Path of the field in the act's input -> sentence shown at that field. */
export type StepErrors = Readonly<Record<string, string>>;

export interface StepFields {
  /** Every field on the screen that an error can stand at. */
  fields: readonly string[];
  /** Where a cycle is told: the field that names the unit to go to. */
  place: string;
  /** Units being typed: where each stands in the input, and its name. */
  drafts: ReadonlyArray<{ prefix: string; name: string }>;
}

/** The place of a refusal on the screen; null when it belongs to no field: then it is the notifier's. */
export function stepErrorsOf(error: unknown, { fields, place, drafts }: StepFields): StepErrors | null {
  const { code, params, fieldErrors } = toAppError(error);
  const at = (field: string): StepErrors | null =>
    fields.includes(field) ? { [field]: messageOf(error) } : null;
  switch (code) {
    case 'DAY_BEFORE_LAST_CHANGE':
    case 'ORGANIZATION_NOT_THERE':
      return at('onDay');
    case 'ORGANIZATION_CYCLE':
      return at(place);
    case 'ORGANIZATION_NOT_EMPTY':
      return at('moveToId');
    case 'PEOPLE_NOT_PLACED':
      return at('keepSource');
    case 'ORGANIZATION_NAME_TAKEN': {
      const taken = foldForSearch(String(params.name ?? ''));
      const draft = drafts.find(({ name }) => foldForSearch(name) === taken) ?? drafts[0];
      return draft === undefined ? null : at(`${draft.prefix}name`);
    }
    case 'VALIDATION_FAILED': {
      const shown: Record<string, string> = {};
      for (const [path, fieldCode] of Object.entries(fieldErrors))
        if (fields.includes(path)) shown[path] = fieldErrorMessage(fieldCode);
      return Object.keys(shown).length === 0 ? null : shown;
    }
    default:
      return null;
  }
}
