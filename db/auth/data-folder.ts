import { randomBytes } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../contract/errors.ts';
import type { OfficeStatus } from '../contract/office.ts';
import { readKeyFile } from './key-file.ts';

/** Everything of an office lies in one folder, so that it appears by one rename, whole or not at all. */
export const officeFolder = (dataFolder: string): string => join(dataFolder, 'office');
export const databaseFile = (dataFolder: string): string => join(officeFolder(dataFolder), 'tuduong.db');
export const keyFilePath = (dataFolder: string): string => join(officeFolder(dataFolder), 'keys.json');

/** @throws AppError DATA_FOLDER_IS_FILE, KEY_FILE_DAMAGED */
export function officeStatusOf(dataFolder: string): OfficeStatus {
  assertFolder(dataFolder);
  if (!existsSync(officeFolder(dataFolder))) return { state: 'none', dataFolder };
  const { officeName } = readKeyFile(keyFilePath(dataFolder));
  return { state: 'ready', dataFolder, officeName };
}

function assertFolder(dataFolder: string): void {
  if (existsSync(dataFolder) && !statSync(dataFolder).isDirectory())
    throw new AppError('DATA_FOLDER_IS_FILE', { params: { folder: dataFolder } });
}

/**
 * Prepares a new office in a folder of its own beside the final place; `finish` puts it there in one rename.
 * What a failed attempt left is removed; an existing office is never touched.
 * @throws AppError DATA_FOLDER_IS_FILE, DATA_FOLDER_NOT_WRITABLE, OFFICE_EXISTS
 */
export function prepareOfficeFolder(dataFolder: string): {
  database: string;
  keyFile: string;
  finish(): void;
  abandon(): void;
} {
  assertFolder(dataFolder);
  if (existsSync(officeFolder(dataFolder)))
    throw new AppError('OFFICE_EXISTS', { params: { folder: dataFolder } });
  const folder = join(dataFolder, `office.new-${randomBytes(6).toString('hex')}`);
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
  } catch (cause) {
    throw new AppError('DATA_FOLDER_NOT_WRITABLE', { params: { folder: dataFolder }, cause });
  }
  return {
    database: join(folder, 'tuduong.db'),
    keyFile: join(folder, 'keys.json'),
    finish: () => renameSync(folder, officeFolder(dataFolder)),
    abandon: () => rmSync(folder, { recursive: true, force: true }),
  };
}
