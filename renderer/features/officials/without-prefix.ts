import { AppError, type FieldErrorCode } from '../../../db/contract/errors.ts';
import { toAppError } from '../../lib/app-error.ts';

/** The same error with its field errors named as the form names them: 'post.title' is the field 'title'. */
export function withoutPrefix(error: unknown, prefix: string): AppError {
  const known = toAppError(error);
  const fieldErrors: Record<string, FieldErrorCode> = {};
  for (const [field, code] of Object.entries(known.fieldErrors))
    fieldErrors[field.startsWith(prefix) ? field.slice(prefix.length) : field] = code;
  return AppError.from({ ...known.serialize(), fieldErrors });
}
