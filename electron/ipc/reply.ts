import { randomBytes } from 'node:crypto';
import { AppError } from '../../db/contract/errors.ts';
import type { Reply } from '../../db/contract/window-api.ts';
import { logError } from '../main/log.ts';

/** Errors cross to the window as values. An unknown one becomes a reference that also stands in the log. */
export async function toReply(act: () => Promise<unknown>): Promise<Reply<unknown>> {
  try {
    return { ok: true, value: await act() };
  } catch (error) {
    if (error instanceof AppError) return { ok: false, error: error.serialize() };
    const reference = randomBytes(4).toString('hex').toUpperCase();
    logError('call failed in main', error, reference);
    return { ok: false, error: new AppError('INTERNAL', { reference }).serialize() };
  }
}
