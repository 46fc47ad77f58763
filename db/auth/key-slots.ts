import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto';
import { AppError } from '../contract/errors.ts';
import type { KeySlot } from './key-file.ts';

export const DATABASE_KEY_BYTES = 32;
const MAX_SCRYPT_MEMORY = 512 * 1024 * 1024;

/** 32 MB, about 0.15 s on the machine it was chosen on: the least that OWASP's password storage sheet accepts. */
const SCRYPT = { N: 1 << 15, r: 8, p: 3 } as const;

/** NFC, because UniKey and the system's keyboard may compose the same password differently. */
function stretch(password: string, parameters: KeySlot['scrypt']): Promise<Buffer> {
  const { N, r, p, salt } = parameters;
  return new Promise((resolve, reject) => {
    scrypt(
      password.normalize('NFC'),
      Buffer.from(salt, 'hex'),
      32,
      { N, r, p, maxmem: MAX_SCRYPT_MEMORY },
      (error, key) => (error ? reject(error) : resolve(key)),
    );
  });
}

export async function createKeySlot(
  username: string,
  password: string,
  databaseKey: Buffer,
): Promise<KeySlot> {
  const parameters = { ...SCRYPT, salt: randomBytes(16).toString('hex') };
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', await stretch(password, parameters), nonce);
  const wrappedKey = Buffer.concat([cipher.update(databaseKey), cipher.final()]);
  return {
    slotId: randomBytes(8).toString('hex'),
    username,
    scrypt: parameters,
    nonce: nonce.toString('hex'),
    wrappedKey: wrappedKey.toString('hex'),
    tag: cipher.getAuthTag().toString('hex'),
  };
}

/** @throws AppError WRONG_PASSWORD when the password does not open the slot */
export async function openKeySlot(slot: KeySlot, password: string): Promise<Buffer> {
  const decipher = createDecipheriv(
    'aes-256-gcm',
    await stretch(password, slot.scrypt),
    Buffer.from(slot.nonce, 'hex'),
  );
  decipher.setAuthTag(Buffer.from(slot.tag, 'hex'));
  try {
    return Buffer.concat([decipher.update(Buffer.from(slot.wrappedKey, 'hex')), decipher.final()]);
  } catch (cause) {
    throw new AppError('WRONG_PASSWORD', { cause });
  }
}
