import { AppError, type ErrorCode } from '../../db/contract/errors.ts';
import { errorMessage } from '../../db/contract/vi/errors.ts';

export const toAppError = (error: unknown): AppError =>
  error instanceof AppError ? error : new AppError('INTERNAL', { cause: error });

/** The Vietnamese sentence of any error. */
export function messageOf(error: unknown): string {
  const { code, params, reference } = toAppError(error);
  return errorMessage({ code, params, reference });
}

export const hasCode = (error: unknown, ...codes: ErrorCode[]): boolean =>
  error instanceof AppError && codes.includes(error.code);
