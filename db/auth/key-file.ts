import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { AppError } from '../contract/errors.ts';

const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`));

/** One user's way to the database key: the key, wrapped with AES-256-GCM under scrypt of the password. */
const keySlot = z.object({
  slotId: z.string(),
  username: z.string(),
  scrypt: z.object({
    N: z
      .int()
      .min(1024)
      .max(1 << 20),
    r: z.int().min(1).max(32),
    p: z.int().min(1).max(16),
    salt: hex(16),
  }),
  nonce: hex(12),
  wrappedKey: hex(32),
  tag: hex(16),
});
export type KeySlot = z.infer<typeof keySlot>;

/** What can be read without a password: the office's name for the login screen, and the key slots. */
const keyFile = z.object({ format: z.literal(1), officeName: z.string(), slots: z.array(keySlot).min(1) });
export type KeyFile = z.infer<typeof keyFile>;

/** @throws AppError KEY_FILE_DAMAGED */
export function readKeyFile(file: string): KeyFile {
  try {
    return keyFile.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (cause) {
    throw new AppError('KEY_FILE_DAMAGED', { params: { file: basename(file) }, cause });
  }
}

/** Whole or not at all: a new file beside the old one, flushed, then renamed over it. */
export function writeKeyFile(file: string, content: KeyFile): void {
  const temporary = join(dirname(file), `.${basename(file)}.${process.pid}.new`);
  const handle = openSync(temporary, 'w', 0o600);
  try {
    writeFileSync(handle, `${JSON.stringify(content, null, 2)}\n`);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(temporary, file);
}
