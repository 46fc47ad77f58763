import { setImmediate as nextTurn } from 'node:timers/promises';
import { type AuditEntry, appendAudit } from '../audit/append.ts';
import type { Actor } from '../auth/sessions.ts';
import { toAppError } from '../connection/driver-errors.ts';
import type { Connection, WriteHandle } from '../connection/open.ts';
import { AppError } from '../contract/errors.ts';
import { countWrite } from '../records/data-state.ts';

/** What a write gives back: the answer, and the audit row that goes into the same transaction (null = nothing was written). */
export interface Written<T> {
  value: T;
  audit: AuditEntry | null;
}

export interface WriteContext {
  actor: Actor;
  method: string;
  /** The moment of the write, UTC ISO text. */
  at: string;
}

/** Runs one write: BEGIN IMMEDIATE, the work, its audit row, COMMIT; all or nothing. */
export function runWrite<T>(
  connection: Connection,
  context: WriteContext,
  work: (db: WriteHandle) => Written<T>,
): T {
  try {
    return connection.writerDriver
      .transaction(() => {
        const before = rowChanges(connection);
        return finish(connection, context, before, work(connection.writer));
      })
      .immediate();
  } catch (error) {
    throw toAppError(error);
  }
}

/** Rows that this connection has changed so far. */
const rowChanges = ({ writerDriver }: Connection): number =>
  writerDriver.prepare<[], { changes: number }>('SELECT total_changes() AS changes').get()?.changes ?? 0;

function finish<T>(
  connection: Connection,
  context: WriteContext,
  changesBefore: number,
  written: Written<T>,
): T {
  // A view that is only audited leaves the records as they were.
  if (written.audit && rowChanges(connection) > changesBefore) countWrite(connection.writer);
  if (written.audit)
    appendAudit(connection.writer, {
      ...written.audit,
      at: context.at,
      userId: context.actor.userId,
      method: context.method,
    });
  return written.value;
}

/** A long write as steps: each `yield` says how far it is and lets a cancel come through. */
export type LongWork<T> = Generator<{ done: number; total: number }, Written<T>, void>;

const SLICE_MILLISECONDS = 20;

/**
 * Runs a long write in one transaction, in slices, so that progress can be told and a cancel can be heard between
 * them. Reads go on meanwhile on the read handle and see the state before it; other writes wait (see `Service`).
 * @throws AppError CANCELLED; then nothing was written
 */
export async function runLongWrite<T>(
  connection: Connection,
  context: WriteContext,
  work: (db: WriteHandle) => LongWork<T>,
  options: { signal: AbortSignal; onProgress: (done: number, total: number) => void },
): Promise<T> {
  const driver = connection.writerDriver;
  try {
    driver.exec('BEGIN IMMEDIATE');
    const before = rowChanges(connection);
    const steps = work(connection.writer);
    let sliceEnd = performance.now() + SLICE_MILLISECONDS;
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done) {
        const value = finish(connection, context, before, step.value);
        driver.exec('COMMIT');
        return value;
      }
      if (performance.now() < sliceEnd) continue;
      options.onProgress(step.value.done, step.value.total);
      await nextTurn();
      if (options.signal.aborted) throw new AppError('CANCELLED');
      sliceEnd = performance.now() + SLICE_MILLISECONDS;
    }
  } catch (error) {
    if (driver.inTransaction) driver.exec('ROLLBACK');
    throw toAppError(error);
  }
}
