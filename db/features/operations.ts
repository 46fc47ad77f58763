import { desc, eq } from 'drizzle-orm';
import { z } from 'zod';
import type { ReadHandle, WriteHandle } from '../connection/open.ts';
import { operations, users } from '../connection/schema.ts';
import { AppError } from '../contract/errors.ts';
import {
  type OperationKind,
  type OperationList,
  operationKinds,
} from '../contract/organization-operations.ts';
import type { RowChange } from '../records/row-images.ts';

/** Tables that an operation may change; rows of others it must not touch. */
export const operationTables = [
  'organizations',
  'organization_states',
  'organization_links',
  'memberships',
  'officials',
  'posts',
] as const;

/** What an operation was about, as it is told afterwards. */
const summarySchema = z.object({ units: z.array(z.string()), people: z.int() });
export type Summary = z.infer<typeof summarySchema>;

/** Keeps what an act changed, so that it can be undone as one step. */
export function keepOperation(
  db: WriteHandle,
  operation: {
    kind: OperationKind;
    /** null: of no day. */
    onDay: string | null;
    summary: Summary;
    changes: RowChange[];
    userId: number;
    at: string;
  },
): number {
  const { summary, changes, ...row } = operation;
  const columns = { ...row, summary: JSON.stringify(summary), changes: JSON.stringify(changes) };
  return Number(db.insert(operations).values(columns).run().lastInsertRowid);
}

/** @throws AppError NOT_FOUND, OPERATION_ALREADY_UNDONE */
export function changesToUndo(db: ReadHandle, id: number): RowChange[] {
  const operation = db.select().from(operations).where(eq(operations.id, id)).get();
  if (!operation) throw new AppError('NOT_FOUND');
  if (operation.undoneAt !== null) throw new AppError('OPERATION_ALREADY_UNDONE');
  // Our own JSON, written by keepOperation from this very type.
  return JSON.parse(operation.changes) as RowChange[];
}

export function markUndone(db: WriteHandle, id: number, at: string): void {
  db.update(operations).set({ undoneAt: at }).where(eq(operations.id, id)).run();
}

/** Newest first. */
export function listOperations(db: ReadHandle): OperationList {
  const rows = db
    .select({ operation: operations, by: users.displayName })
    .from(operations)
    .innerJoin(users, eq(users.id, operations.userId))
    .orderBy(desc(operations.id))
    .limit(200)
    .all();
  return {
    operations: rows.map(({ operation, by }) => ({
      id: operation.id,
      kind: z.enum(operationKinds).parse(operation.kind),
      onDay: operation.onDay,
      ...summarySchema.parse(JSON.parse(operation.summary)),
      at: operation.at,
      by,
      undoneAt: operation.undoneAt,
    })),
  };
}
