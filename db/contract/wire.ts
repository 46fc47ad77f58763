import type { SerializedError } from './errors.ts';

/** Main -> data service. One union per direction, every message with the id of its call. */
export type ToService =
  | { type: 'call'; id: number; token: string | null; method: string; input: unknown }
  | { type: 'cancel'; id: number }
  | { type: 'shutdown' };

/** Data service -> main. `closed` is the last message: every write is on disk and the database is closed. */
export type FromService =
  | { type: 'ready' }
  | { type: 'result'; id: number; value: unknown }
  | { type: 'error'; id: number; error: SerializedError }
  | { type: 'progress'; id: number; done: number; total: number }
  | { type: 'closed' };

/** Main -> workbook reader: one file, then the process ends. */
export type ToReader = { type: 'read'; fileName: string; bytes: Uint8Array };

/** Workbook reader -> main. `workbook` is unchecked here: the data service parses it. */
export type FromReader =
  | { type: 'progress'; done: number; total: number }
  | { type: 'workbook'; workbook: unknown }
  | { type: 'error'; error: SerializedError };
