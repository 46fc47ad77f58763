import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';

const MAX_BYTES = 1024 * 1024;

let file: string | null = null;

/** Chooses the folder of the log; before this, lines are dropped. */
export function openLog(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    file = path.join(folder, 'main.log');
    if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > MAX_BYTES) renameSync(file, `${file}.old`);
  } catch {
    file = null; // A program that cannot write its log still has to open.
  }
}

/** One line. `event` and `facts` never hold a person's data, a file's name or a message of a foreign error. */
export function log(event: string, facts: Record<string, string | number | boolean | null> = {}): void {
  if (!file) return;
  try {
    appendFileSync(file, `${new Date().toISOString()} ${event} ${JSON.stringify(facts)}\n`);
  } catch {
    // The disk is full or the folder is gone: nothing that main could do about it.
  }
}

/** What may be logged of an error: its kind and where it arose. Its message may quote a value, so it is left out. */
export function logError(event: string, error: unknown, reference = ''): void {
  const { name, code, stack } = error instanceof Error ? describe(error) : describe(new Error());
  log(event, { reference, name, code, stack });
}

function describe(error: Error): { name: string; code: string; stack: string } {
  const code = 'code' in error ? String(error.code) : '';
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return { name: error.name, code, stack: frames.slice(0, 6).join(' |') };
}
