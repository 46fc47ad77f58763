import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { databaseFile, keyFilePath } from '../../db/auth/data-folder.ts';
import { readKeyFile } from '../../db/auth/key-file.ts';
import { openKeySlot } from '../../db/auth/key-slots.ts';
import { Sessions } from '../../db/auth/sessions.ts';
import { type Connection, openConnection } from '../../db/connection/open.ts';
import type { MethodName } from '../../db/contract/method-list.ts';
import type { MethodInput, MethodOutput } from '../../db/contract/methods.ts';
import { type CallOptions, Service } from '../../db/service/service.ts';

export const PASSWORD = 'mật khẩu thử 1';
export const OFFICE_NAME = 'Đảng ủy xã Sông Mây';

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tuduong-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Calls a method of the service with the types of the contract. */
export type Call = <M extends MethodName>(
  method: M,
  input: MethodInput<M>,
  options?: CallOptions,
) => Promise<MethodOutput<M>>;

export const callsOf = (service: Service, token: string | null): Call =>
  (async (method, input, options) => service.call(token, method, input, options)) as Call;

export interface TestOffice {
  sessions: Sessions;
  folder: string;
  service: Service;
  token: string;
  call: Call;
}

/** A real encrypted office in a temporary folder, logged in as its administrator. */
export async function newOffice(folder = temporaryFolder()): Promise<TestOffice> {
  const sessions = new Sessions();
  const service = new Service(folder, sessions);
  onTestFinished(() => service.close());
  const input = { officeName: OFFICE_NAME, password: PASSWORD };
  const { token } = await callsOf(service, null)('office.create', input);
  return { folder, sessions, service, token, call: callsOf(service, token) };
}

export async function openOffice(folder: string): Promise<TestOffice> {
  const sessions = new Sessions();
  const service = new Service(folder, sessions);
  onTestFinished(() => service.close());
  const { token } = await callsOf(service, null)('auth.login', { password: PASSWORD });
  return { folder, sessions, service, token, call: callsOf(service, token) };
}

/** Stretching a password is slow on purpose; a test that looks often unwraps the key once. */
const keys = new Map<string, Buffer>();

async function keyOf(folder: string): Promise<Buffer> {
  const known = keys.get(folder);
  if (known) return known;
  const [slot] = readKeyFile(keyFilePath(folder)).slots;
  if (!slot) throw new Error('no key slot');
  const key = await openKeySlot(slot, PASSWORD);
  keys.set(folder, key);
  return key;
}

/** Opens the office's database beside the service, to look at what really stands in it. */
export async function openDatabase(folder: string): Promise<Connection> {
  const connection = openConnection(databaseFile(folder), await keyOf(folder));
  onTestFinished(() => connection.close());
  return connection;
}
