import type { Actor } from '../auth/sessions.ts';
import type { Connection, ReadHandle, WriteHandle } from '../connection/open.ts';
import type { MethodParsedInput } from '../contract/methods.ts';
import type { OperationKind, OperationResult } from '../contract/organization-operations.ts';
import type { Review } from '../contract/reviews.ts';
import { mergePeople, mergeTables } from '../features/duplicate-merge.ts';
import { proposeLevels, removeMeeting } from '../features/meetings.ts';
import {
  changesToUndo,
  keepOperation,
  markUndone,
  operationTables,
  type Summary,
} from '../features/operations.ts';
import type { ActResult } from '../features/organization-operations.ts';
import { reasonTables, setNotFiledReason } from '../features/pledge-edits.ts';
import { removeOpinion, removePrompt } from '../features/review-edits.ts';
import { noteChanges, revertChanges } from '../records/row-images.ts';
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
  /** Writes wait for each other; reads never wait. Some reads leave an audit row, as their input says. */
  writes: boolean | ((input: Input) => boolean);
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
export const writing = <I, O>(
  work: (db: WriteHandle, input: I, context: CallContext) => Written<O>,
): Handler<I, O> => ({
  writes: true,
  run: (context, input) => runWrite(context.connection, context, (db) => work(db, input, context)),
});

/** A long write with progress and cancel, still one transaction. */
export const longWriting = <I, O>(
  work: (db: WriteHandle, input: I, context: CallContext) => LongWork<O>,
): Handler<I, O> => ({
  writes: true,
  run: (context, input) =>
    runLongWrite(context.connection, context, (db) => work(db, input, context), context),
});

/** Carries the result of a dry run out of its transaction, which is rolled back by it. */
class DryRun<R> extends Error {
  readonly result: R;
  constructor(result: R) {
    super('dry run');
    this.result = result;
  }
}

/** An act on many rows that is undone as one step: its row changes are kept with it. A dry run only counts. */
export const operatingOn = <I extends { onDay: string; dryRun: boolean }, R extends object>(
  kind: OperationKind,
  work: (db: WriteHandle, input: I) => R,
  summaryOf: (result: R, input: I) => Summary,
): Handler<I, R & { operationId: number | null }> => ({
  writes: true,
  run: (context, input) => {
    const { connection, actor, at } = context;
    try {
      return runWrite(connection, context, (db) => {
        const { value, changes } = noteChanges(connection.writerDriver, operationTables, () =>
          work(db, input),
        );
        if (input.dryRun) throw new DryRun(value);
        const operationId = keepOperation(db, {
          kind,
          onDay: input.onDay,
          summary: summaryOf(value, input),
          changes,
          userId: actor.userId,
          at,
        });
        return {
          value: { ...value, operationId },
          audit: { entity: 'operation', entityId: operationId, detail: { kind, input } },
        };
      });
    } catch (error) {
      if (error instanceof DryRun) return { ...(error as DryRun<R>).result, operationId: null };
      throw error;
    }
  },
});

/** An act on the tree. */
export const operating = <I extends { onDay: string; dryRun: boolean }>(
  kind: OperationKind,
  work: (db: WriteHandle, input: I) => ActResult,
): Handler<I, OperationResult> =>
  operatingOn(kind, work, (value) => ({ units: value.units.map((unit) => unit.name), people: value.after }));

/** A write that is undone as one step: `work` says what it was about, its row changes are kept with that. */
const keptAsStep = <I, R extends object>(
  kind: OperationKind,
  tables: (db: WriteHandle) => readonly string[],
  work: (
    db: WriteHandle,
    input: I,
    by: Pick<CallContext, 'actor' | 'at'>,
  ) => { result: R; summary: Summary; onDay: string | null },
): Handler<I, R & { operationId: number }> => ({
  writes: true,
  run: (context, input) =>
    runWrite(context.connection, context, (db) => {
      const { actor, at } = context;
      const { value, changes } = noteChanges(context.connection.writerDriver, tables(db), () =>
        work(db, input, { actor, at }),
      );
      const { result, summary, onDay } = value;
      const { userId } = actor;
      const operationId = keepOperation(db, { kind, onDay, summary, changes, userId, at });
      return {
        value: { ...result, operationId },
        audit: { entity: 'operation', entityId: operationId, detail: { kind, input } },
      };
    }),
});

/** Makes one person of two; it has no day, as it corrects the book and not the past. */
export const mergingPeople = keptAsStep(
  'mergePeople',
  mergeTables,
  (db, input: MethodParsedInput<'duplicates.merge'>) => ({
    result: {},
    summary: { units: [mergePeople(db, input).name], people: 1 },
    onDay: null,
  }),
);

/** Writes the levels that ballots propose. */
export const proposingLevels = keptAsStep(
  'propose',
  () => ['ratings', 'rating_stages', 'collectives'],
  (db, input: MethodParsedInput<'meetings.propose'>, by) => {
    const { unit, day, changed } = proposeLevels(db, input, by);
    return { result: { changed }, summary: { units: [unit], people: changed }, onDay: day };
  },
);

/** Writes why people have not filed their pledge. */
export const givingReasons = keptAsStep(
  'pledgeReasons',
  () => reasonTables,
  (db, input: MethodParsedInput<'pledges.setNotFiledReason'>) => {
    const result = setNotFiledReason(db, input);
    return { result, summary: { units: [], people: result.changed }, onDay: null };
  },
);

/** Takes a question out of a review. */
export const removingPrompt = keptAsStep(
  'removePrompt',
  () => ['review_prompts'],
  (db, input: MethodParsedInput<'reviews.removePrompt'>) => removedFrom(removePrompt(db, input)),
);

/** Takes an opinion out of a review. */
export const removingOpinion = keptAsStep(
  'removeOpinion',
  () => ['review_opinions'],
  (db, input: MethodParsedInput<'reviews.removeOpinion'>) => removedFrom(removeOpinion(db, input)),
);

const removedFrom = (review: Review) => ({
  result: { review },
  summary: { units: [review.organizationName], people: review.officialId === null ? 0 : 1 },
  onDay: null,
});

/** Takes a meeting out with its counts. */
export const removingMeeting = keptAsStep(
  'removeMeeting',
  () => ['rating_meetings', 'ballot_results'],
  (db, input: MethodParsedInput<'meetings.remove'>) => {
    const { unit, day } = removeMeeting(db, input);
    return { result: {}, summary: { units: [unit], people: 0 }, onDay: day };
  },
);

/** Undoes an operation as one step; refused when a row was changed since. */
export const undoingOperation: Handler<{ operationId: number }, Record<string, never>> = {
  writes: true,
  run: (context, { operationId }) =>
    runWrite(context.connection, context, (db) => {
      revertChanges(context.connection.writerDriver, changesToUndo(db, operationId));
      markUndone(db, operationId, context.at);
      return { value: {}, audit: { entity: 'operation', entityId: operationId, detail: { undone: true } } };
    }),
};
