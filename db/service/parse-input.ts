import type { z } from 'zod';
import { AppError, type FieldErrorCode, type FieldErrors, fieldErrorCodes } from '../contract/errors.ts';

const isFieldErrorCode = (text: string): text is FieldErrorCode =>
  (fieldErrorCodes as readonly string[]).includes(text);

/**
 * Checks what came over the wire against the method's schema.
 * @throws AppError VALIDATION_FAILED with a code per field path
 */
export function parseInput<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const fieldErrors: Record<string, FieldErrorCode> = {};
  for (const issue of result.error.issues) {
    const path = issue.path.join('.');
    fieldErrors[path] ??= isFieldErrorCode(issue.message) ? issue.message : 'INVALID_VALUE';
  }
  throw new AppError('VALIDATION_FAILED', { fieldErrors: fieldErrors satisfies FieldErrors });
}
