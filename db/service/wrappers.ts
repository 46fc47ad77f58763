import type { Actor } from '../auth/sessions.ts';
import type { Connection, ReadHandle, WriteHandle } from '../connection/open.ts';
import type { ImportDesk } from './import-desk.ts';
import { type LongWork, runLongWrite, runWrite, type Written } from './transaction.ts';

/** All that one call may need; built by the service for each call. */
export interface CallContext {
  connection: Connection;
  actor: Actor;
  method: string;
  /** The moment of the call, UTC ISO text. */
  at: string;
  desk: ImportDesk;
  signal: AbortSignal;
  onProgress: (done: number, total: number) => void;
}

export interface Handler<Input, Output> {
  /** Writes wait for each other; reads never wait. */
  writes: boolean;
  run(context: CallContext, input: Input): Output | Promise<Output>;
}

/** A pure read of the last committed state. */
export const reading = <I, O>(work: (db: ReadHandle, input: I) => O): Handler<I, O> => ({
  writes: false,
  run: ({ connection }, input) => work(connection.reader, input),
});

/** A read that also needs the actor or the import desk. */
export const stateful = <I, O>(
  work: (context: CallContext & { db: ReadHandle }, input: I) => O | Promise<O>,
): Handler<I, O> => ({
  writes: false,
  run: (context, input) => work({ ...context, db: context.connection.reader }, input),
});

/** One short write: transaction and audit row come with it. */
export const writing = <I, O>(work: (db: WriteHandle, input: I) => Written<O>): Handler<I, O> => ({
  writes: true,
  run: (context, input) => runWrite(context.connection, context, (db) => work(db, input)),
});

/** A long write with progress and cancel, still one transaction. */
export const longWriting = <I, O>(
  work: (db: WriteHandle, input: I, context: CallContext) => LongWork<O>,
): Handler<I, O> => ({
  writes: true,
  run: (context, input) =>
    runLongWrite(context.connection, context, (db) => work(db, input, context), context),
});
