import type { FieldPath, FieldValues, UseFormSetError } from 'react-hook-form';
import { fieldErrorMessage } from '../../db/contract/vi/errors.ts';
import { toAppError } from './app-error.ts';

/**
 * Puts the field errors of a refused save at their fields and the focus on the first.
 * False when the error belongs to no field of the form: then it is the notifier's.
 */
export function showFieldErrors<Values extends FieldValues>(
  error: unknown,
  fields: ReadonlyArray<FieldPath<Values>>,
  setError: UseFormSetError<Values>,
): boolean {
  const { fieldErrors, params } = toAppError(error);
  let shown = false;
  for (const field of fields) {
    const code = fieldErrors[field];
    if (code === undefined) continue;
    setError(field, { message: fieldErrorMessage(code, params) }, { shouldFocus: !shown });
    shown = true;
  }
  return shown;
}
