import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';

const MAX_BYTES = 1024 * 1024;

const logNames = ['main', 'service'] as const;
type LogName = (typeof logNames)[number];

let folder: string | null = null;

/** A log that has grown large moves aside, and takes the place of the one before it. */
function turnOver(file: string): void {
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > MAX_BYTES) renameSync(file, `${file}.old`);
}

/** Chooses the folder of the logs; before this, lines are dropped. */
export function openLog(chosen: string): void {
  try {
    mkdirSync(chosen, { recursive: true });
    for (const name of logNames) turnOver(path.join(chosen, `${name}.log`));
    folder = chosen;
  } catch {
    folder = null; // A program that cannot write its log still has to open.
  }
}

function append(name: LogName, text: string): void {
  if (!folder) return;
  try {
    appendFileSync(path.join(folder, `${name}.log`), text);
  } catch {
    // The disk is full or the folder is gone: nothing that main could do about it.
  }
}

/** One line. `event` and `facts` never hold a person's data, a file's name or a message of a foreign error. */
export function log(event: string, facts: Record<string, string | number | boolean | null> = {}): void {
  append('main', `${new Date().toISOString()} ${event} ${JSON.stringify(facts)}\n`);
}

/** The service's own log lines (time, reference, method, kind of error) and stack frames. */
const ownLine = /^(\d{4}-\d\d-\d\dT[\d:.]+Z |\s+at )/;

/** Whatever else a dying process prints, such as the message of an error, may quote a value: it is left out. */
export function logServiceOutput(text: string): void {
  const lines = text.split('\n').filter((line) => ownLine.test(line));
  if (lines.length > 0) append('service', `${lines.join('\n')}\n`);
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
