import { AppError } from '../contract/errors.ts';

/** SQLite's result codes -> the codes that people get a sentence for. Everything else stays what it is. */
export function toAppError(error: unknown): unknown {
  if (error instanceof AppError || !(error instanceof Error) || !('code' in error)) return error;
  const code = String(error.code);
  // The shared memory file of the WAL cannot grow: there is no room for it.
  if (code === 'SQLITE_FULL' || code === 'SQLITE_IOERR_SHMSIZE' || code === 'ENOSPC')
    return new AppError('DISK_FULL', { cause: error });
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED'))
    return new AppError('DATABASE_LOCKED', { cause: error });
  if (code.startsWith('SQLITE_NOTADB') || code.startsWith('SQLITE_CORRUPT'))
    return new AppError('DATABASE_DAMAGED', { cause: error });
  if (code.startsWith('SQLITE_IOERR')) return new AppError('DISK_FAILED', { cause: error });
  // Triggers of the schema name the code that they refuse with.
  if (code === 'SQLITE_CONSTRAINT_TRIGGER' && error.message === 'HAS_ATTACHMENTS')
    return new AppError('HAS_ATTACHMENTS', { cause: error });
  return error;
}
