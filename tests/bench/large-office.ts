import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { databaseFile, keyFilePath } from '../../db/auth/data-folder.ts';
import { readKeyFile } from '../../db/auth/key-file.ts';
import { openKeySlot } from '../../db/auth/key-slots.ts';
import { type Connection, openConnection } from '../../db/connection/open.ts';
import type { MethodName } from '../../db/contract/method-list.ts';
import { type MethodInput, type MethodOutput, methods } from '../../db/contract/methods.ts';
import { demoText } from '../../db/contract/vi/cli.ts';
import { emptyOfficialValues, insertOfficial } from '../../db/records/officials.ts';
import { insertOrganization } from '../../db/records/organizations.ts';
import { Service } from '../../db/service/service.ts';

const PASSWORD = 'mat-khau-do-luong';

export interface LargeOfficeSize {
  people: number;
  units: number;
}

export interface LargeOffice {
  call<M extends MethodName>(method: M, input: MethodInput<M>): Promise<MethodOutput<M>>;
  /** A handle of its own beside the service's: the same file, key and settings. */
  driver: Connection['writerDriver'];
  buildSeconds: number;
  close(): Promise<void>;
}

const two = (value: number): string => String(value).padStart(2, '0');
const at = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;

/** A made-up person; every value depends on the number only, so that each run builds the same office. */
function personOf(index: number) {
  const gender = index % 2 === 0 ? 'male' : 'female';
  const birthYear = 1950 + ((index * 7) % 55);
  const admitted = birthYear + 22;
  const number = String(index).padStart(6, '0');
  const code = (birthYear < 2000 ? 0 : 2) + (gender === 'female' ? 1 : 0);
  return {
    ...emptyOfficialValues,
    // Strides without a common divisor with the lists: all parts of names meet.
    fullName: `${at(demoText.familyNames, index * 3 + Math.floor(index / 20))} ${at(
      demoText.middleNames[gender],
      index * 7 + Math.floor(index / 400),
    )} ${at(demoText.givenNames[gender], Math.floor(index / 2) * 11 + Math.floor(index / 8000))}`,
    birthDate: `${birthYear}-${two(1 + (index % 12))}-${two(1 + (index % 28))}`,
    gender,
    ethnicity: at(demoText.ethnicities, index),
    hometown: at(demoText.placeNames, index),
    admittedOn: `${admitted}-${two(1 + (index % 12))}-${two(1 + (index % 28))}`,
    fullMemberOn: `${admitted + 1}-${two(1 + (index % 12))}-${two(1 + (index % 28))}`,
    membershipStatus: 'full',
    participationStatus: index % 40 === 0 ? 'retired' : 'active',
    partyCardNo: `${two(10 + (index % 90))}.${number}`,
    citizenId: `0${two(1 + (index % 96))}${code}${two(birthYear % 100)}${number}`,
    residence: `Tổ ${1 + (index % 40)}, ${at(demoText.placeNames, index * 7 + Math.floor(index / 90))}`,
    workplace: index % 3 === 0 ? '' : `Cơ quan số ${index % 1500}, ${at(demoText.placeNames, index)}`,
    schooling: index % 5 === 0 ? '10/10' : '12/12',
    partyFileNo: index % 4 === 0 ? '' : `HS-${number}`,
    note: index % 10 === 0 ? `Ghi chú riêng của hồ sơ số ${number}` : '',
    professionalDegree: at(demoText.degrees, index),
    politicalTheoryLevel: at(demoText.theoryLevels, index),
  } as const;
}

/** People with three posts each, one of them ended, in units of three levels. */
function fill(connection: Connection, size: LargeOfficeSize): void {
  const { writer, writerDriver: driver } = connection;
  driver.exec('BEGIN');
  const units: number[] = [1];
  for (let index = 1; index < size.units; index += 1) {
    const parentId = units[index <= 60 ? 0 : index % 60] ?? 1;
    const name = `${at(demoText.cellNames, index)} ${at(demoText.placeNames, index)} ${index}`;
    units.push(insertOrganization(writer, { parentId, kind: 'partyCell', code: '', name }));
  }
  const post = driver.prepare(
    `INSERT INTO posts (official_id, kind, title, is_head, managed_by, valid_from, valid_to)
     VALUES (?, ?, ?, ?, '', ?, ?)`,
  );
  const noTitles = { party: '', state: '', mass: '' };
  for (let index = 0; index < size.people; index += 1) {
    const unit = units[(index * 13) % units.length] ?? 1;
    const id = insertOfficial(writer, personOf(index), unit, noTitles);
    post.run(id, 'party', 'Bí thư', Number(index % 50 === 0), '2020-06', null);
    post.run(id, 'state', at(demoText.statePosts, index) || 'Công chức', 0, '2019', null);
    post.run(id, 'mass', 'Chi hội trưởng', 0, '2010-01', '2019-12-31');
  }
  driver.exec('COMMIT');
}

/** A real encrypted office in a folder that goes when the figures are taken. */
export async function openLargeOffice(size: LargeOfficeSize): Promise<LargeOffice> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'tuduong-bench-'));
  const service = new Service(folder);
  const opened = await service.call(null, 'office.create', { officeName: 'Bench', password: PASSWORD });
  const { token } = methods['office.create'].output.parse(opened);
  const [slot] = readKeyFile(keyFilePath(folder)).slots;
  if (!slot) throw new Error('no key slot');
  const connection = openConnection(databaseFile(folder), await openKeySlot(slot, PASSWORD));
  const begun = performance.now();
  fill(connection, size);
  connection.writerDriver.pragma('wal_checkpoint(TRUNCATE)');
  return {
    call: async (method, input) =>
      // The service answers with what the contract says; the tests check that, not the figures.
      (await service.call(token, method, input)) as MethodOutput<typeof method>,
    driver: connection.writerDriver,
    buildSeconds: (performance.now() - begun) / 1000,
    close: async () => {
      connection.close();
      await service.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
