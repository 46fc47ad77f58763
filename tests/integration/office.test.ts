import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { databaseFile, keyFilePath, officeFolder } from '../../db/auth/data-folder.ts';
import type { AppError, ErrorCode } from '../../db/contract/errors.ts';
import { errorMessage } from '../../db/contract/vi/errors.ts';
import { Service } from '../../db/service/service.ts';
import { callsOf, newOffice, OFFICE_NAME, openOffice, PASSWORD, temporaryFolder } from '../helpers/office.ts';

async function refusal(promise: Promise<unknown>): Promise<AppError> {
  const error = await promise.then(
    () => undefined,
    (reason: AppError) => reason,
  );
  if (!error) throw new Error('was not refused');
  return error;
}
const codeOf = async (promise: Promise<unknown>): Promise<ErrorCode> => (await refusal(promise)).code;
const create = (folder: string) =>
  callsOf(new Service(folder), null)('office.create', { officeName: OFFICE_NAME, password: PASSWORD });
const hashOf = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');

describe('a new office', () => {
  it('is not there before, and asks for a password after', async () => {
    const folder = join(temporaryFolder(), 'sâu', 'hơn');
    const status = () => callsOf(new Service(folder), null)('office.status', {});
    expect(await status()).toEqual({ state: 'none', dataFolder: folder });
    expect(await codeOf(callsOf(new Service(folder), null)('auth.login', { password: PASSWORD }))).toBe(
      'OFFICE_MISSING',
    );
    const { service } = await newOffice(folder);
    await service.close();
    expect(await status()).toEqual({ state: 'ready', dataFolder: folder, officeName: OFFICE_NAME });
  });

  it('never replaces one that is there', async () => {
    const { folder, service } = await newOffice();
    await service.close();
    const before = hashOf(databaseFile(folder));
    expect(await codeOf(create(folder))).toBe('OFFICE_EXISTS');
    expect(hashOf(databaseFile(folder))).toBe(before);
    expect(readdirSync(folder)).toEqual(['office']);
  });

  it('refuses a short password and leaves nothing behind', async () => {
    const folder = temporaryFolder();
    const error = await refusal(
      callsOf(new Service(folder), null)('office.create', { officeName: 'A', password: '1234567' }),
    );
    expect([error.code, error.fieldErrors]).toEqual(['VALIDATION_FAILED', { password: 'TOO_SHORT' }]);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('cannot be made in a file', async () => {
    const file = join(temporaryFolder(), 'tệp');
    writeFileSync(file, 'của người khác');
    const error = await refusal(create(file));
    expect(error.code).toBe('DATA_FOLDER_IS_FILE');
    expect(errorMessage(error)).toContain(file);
    expect(readFileSync(file, 'utf8')).toBe('của người khác');
    expect(await codeOf(callsOf(new Service(file), null)('office.status', {}))).toBe('DATA_FOLDER_IS_FILE');
  });

  it('cannot be made under a file, where no folder can be', async () => {
    const file = join(temporaryFolder(), 'tệp');
    writeFileSync(file, '');
    expect(await codeOf(create(join(file, 'dữ liệu')))).toBe('DATA_FOLDER_NOT_WRITABLE');
  });
});

describe('login', () => {
  it('opens with the password however it was composed, and never with another', async () => {
    const { folder, service } = await newOffice();
    await service.close();
    const before = hashOf(databaseFile(folder));
    for (const password of ['sai mật khẩu', PASSWORD.toUpperCase(), `${PASSWORD} `, 'x']) {
      expect(await codeOf(callsOf(new Service(folder), null)('auth.login', { password })), password).toBe(
        'WRONG_PASSWORD',
      );
    }
    const unknown = callsOf(new Service(folder), null)('auth.login', {
      username: 'ai đó',
      password: PASSWORD,
    });
    expect(await codeOf(unknown)).toBe('WRONG_PASSWORD');
    expect(hashOf(databaseFile(folder))).toBe(before);
    const again = new Service(folder);
    const { user } = await callsOf(again, null)('auth.login', { password: PASSWORD.normalize('NFD') });
    expect(user).toEqual({ username: 'quantri', displayName: 'quantri', role: 'administrator' });
    await again.close();
  });

  it('gives a session that ends with logout', async () => {
    const { call, folder } = await newOffice();
    await call('auth.logout', {});
    expect(await codeOf(call('overview.get', {}))).toBe('SESSION_REQUIRED');
    const again = await openOffice(folder);
    expect((await again.call('overview.get', {})).officeName).toBe(OFFICE_NAME);
  });

  it('shows the new name of the office on the login screen', async () => {
    const { call, folder } = await newOffice();
    const office = await call('office.get', {});
    await call('office.update', { ...office, name: 'Đảng ủy phường Mới' });
    expect(await callsOf(new Service(folder), null)('office.status', {})).toMatchObject({
      officeName: 'Đảng ủy phường Mới',
    });
    expect(await codeOf(call('office.update', { ...office, name: 'Tên khác' }))).toBe('STALE_VERSION');
  });
});

describe('a damaged office', () => {
  it.each([
    [
      'a key file that is no JSON',
      (folder: string) => writeFileSync(keyFilePath(folder), '{'),
      'KEY_FILE_DAMAGED',
    ],
    [
      'a key file without slots',
      (folder: string) => writeFileSync(keyFilePath(folder), '{"format":1,"officeName":"A","slots":[]}'),
      'KEY_FILE_DAMAGED',
    ],
    [
      'a database of other bytes',
      (folder: string) => writeFileSync(databaseFile(folder), Buffer.alloc(8192, 7)),
      'DATABASE_DAMAGED',
    ],
    [
      'a truncated database',
      (folder: string) =>
        writeFileSync(databaseFile(folder), readFileSync(databaseFile(folder)).subarray(0, 5000)),
      'DATABASE_DAMAGED',
    ],
  ] as const)('with %s is named, and nothing is changed', async (_name, damage, code) => {
    const { folder, service } = await newOffice();
    await service.close();
    damage(folder);
    const before = readdirSync(officeFolder(folder)).map((name) => [
      name,
      hashOf(join(officeFolder(folder), name)),
    ]);
    expect(await codeOf(callsOf(new Service(folder), null)('auth.login', { password: PASSWORD }))).toBe(code);
    const after = readdirSync(officeFolder(folder)).map((name) => [
      name,
      hashOf(join(officeFolder(folder), name)),
    ]);
    expect(after).toEqual(before);
  });
});

/** A disk of its own, so that it can be filled; only root may make one, and not everywhere. */
function smallDisk(): string | null {
  const folder = temporaryFolder();
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1500k', 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    return null;
  }
  onTestFinished(() => void execFileSync('umount', ['--lazy', folder]));
  return folder;
}

it('on a full disk says so at login and at a write, and works again when there is room', async ({ skip }) => {
  const disk = smallDisk();
  if (disk === null) return skip();
  const folder = join(disk, 'dữ liệu');
  const { service } = await newOffice(folder);
  await service.close();
  const filler = join(disk, 'đầy');
  const fill = () => {
    try {
      for (;;) appendFileSync(filler, Buffer.alloc(4096));
    } catch {
      // full
    }
  };
  fill();
  expect(await codeOf(callsOf(new Service(folder), null)('auth.login', { password: PASSWORD }))).toMatch(
    /^DISK_(FULL|FAILED)$/,
  );
  rmSync(filler);
  const office = await openOffice(folder);
  const add = (name: string) => office.call('organizations.create', { parentId: 1, kind: 'partyCell', name });
  await add('Chi bộ Một');
  fill();
  // The log may still have room in its last pages: a few more writes use it up.
  const outcomes: string[] = [];
  for (let n = 0; n < 40 && !outcomes.includes('DISK_FULL'); n += 1)
    outcomes.push(
      await add(`Chi bộ ${n}`).then(
        () => 'done',
        (error: AppError) => error.code,
      ),
    );
  expect(outcomes.at(-1)).toBe('DISK_FULL');
  const kept = outcomes.filter((outcome) => outcome === 'done').length;
  expect((await office.call('organizations.tree', {})).organizations).toHaveLength(2 + kept);
  rmSync(filler);
  await add('Chi bộ Cuối');
  expect((await office.call('organizations.tree', {})).organizations).toHaveLength(3 + kept);
});

it('holds nothing readable on disk', async () => {
  const { call, folder, service } = await newOffice();
  await call('organizations.create', { parentId: 1, kind: 'partyCell', name: 'Chi bộ Dễ Nhận Ra' });
  const file = readFileSync(databaseFile(folder));
  const wal = readFileSync(`${databaseFile(folder)}-wal`);
  for (const bytes of [file, wal]) {
    expect(bytes.includes('Chi bộ')).toBe(false);
    expect(bytes.includes('SQLite format 3')).toBe(false);
    expect(bytes.includes('organizations')).toBe(false);
  }
  await service.close();
  expect(readdirSync(officeFolder(folder)).sort()).toEqual(['keys.json', 'tuduong.db']);
});

it.skipIf(process.getuid?.() === 0 || process.platform === 'win32')(
  'names a folder that cannot be written',
  async () => {
    const folder = join(temporaryFolder(), 'khóa');
    mkdirSync(folder);
    chmodSync(folder, 0o500);
    expect(await codeOf(create(folder))).toBe('DATA_FOLDER_NOT_WRITABLE');
  },
);
