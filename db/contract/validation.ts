import type { z } from 'zod';
import { AppError, type FieldErrorCode, fieldErrorCodes } from './errors.ts';

const isFieldErrorCode = (text: string): text is FieldErrorCode =>
  (fieldErrorCodes as readonly string[]).includes(text);

/**
 * Checks what came over a wire against its schema.
 * @throws AppError VALIDATION_FAILED with a code per field path; the first issue of a field counts
 */
export function parseInput<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const fieldErrors: Record<string, FieldErrorCode> = {};
  for (const { path, message } of result.error.issues)
    fieldErrors[path.join('.')] ??= isFieldErrorCode(message) ? message : 'INVALID_VALUE';
  throw new AppError('VALIDATION_FAILED', { fieldErrors });
}
