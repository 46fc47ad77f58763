import Driver from 'better-sqlite3';
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3';
import { AppError } from '../contract/errors.ts';
import { ChangedPeople } from './changed-people.ts';
import { toAppError } from './driver-errors.ts';
import { migrate } from './migrate.ts';

type Queries = BetterSQLite3Database<Record<string, never>>;

/** Can only read. A write handle is also a read handle, never the other way round. */
export type ReadHandle = Pick<Queries, 'select' | 'selectDistinct' | 'get' | 'all' | 'with' | '$with'>;
/** Can write; handed out only inside a transaction that also writes its audit row. */
export type WriteHandle = Queries;

export interface Connection {
  /** Sees the last committed state, also while a long write is under way on the other handle. */
  readonly reader: ReadHandle;
  /** For the transaction wrapper only. */
  readonly writer: WriteHandle;
  readonly writerDriver: Driver.Database;
  close(): void;
}

const changedPeople = new WeakMap<ReadHandle, ChangedPeople>();

/** Whom the write handle beside this read handle changes; a write handle itself has none. */
export const changedPeopleOf = (reader: ReadHandle): ChangedPeople | undefined => changedPeople.get(reader);

const BUSY_MILLISECONDS = 5000;
/** Pages are deciphered when they are read: what lists come back to stays in memory, up to 32 MB of it. */
const READ_CACHE_KIB = 32 * 1024;

function openDriver(file: string, key: Buffer, options: Driver.Options): Driver.Database {
  const driver = new Driver(file, { ...options, timeout: BUSY_MILLISECONDS });
  try {
    driver.pragma("cipher='sqlcipher'");
    driver.pragma('legacy=4');
    // A raw key (x'..') spares the driver's own key derivation: the password was stretched by scrypt already.
    driver.key(Buffer.from(`x'${key.toString('hex')}'`));
    driver.pragma('foreign_keys=ON');
    // Reads the first page: a wrong key or a damaged file shows here, before anything else is touched.
    driver.prepare('SELECT count(*) FROM sqlite_schema').get();
    return driver;
  } catch (error) {
    driver.close();
    throw error;
  }
}

/**
 * Opens the encrypted database of an office with its 32-byte key, brings it to the current schema and
 * gives a read handle and a write handle. Never deletes or recreates the file or its WAL.
 * @throws AppError DATABASE_DAMAGED (also on a wrong key), DATABASE_NEWER, DATABASE_LOCKED, DISK_FULL
 */
export function openConnection(
  file: string,
  key: Buffer,
  mode: 'existing' | 'create' = 'existing',
): Connection {
  let writerDriver: Driver.Database | undefined;
  try {
    writerDriver = openDriver(file, key, { fileMustExist: mode === 'existing' });
    writerDriver.pragma('journal_mode=WAL');
    writerDriver.pragma('synchronous=FULL');
    migrate(writerDriver);
    const readerDriver = openDriver(file, key, { readonly: true });
    readerDriver.pragma(`cache_size=-${READ_CACHE_KIB}`);
    const writer = writerDriver;
    const reader = drizzle({ client: readerDriver });
    changedPeople.set(reader, new ChangedPeople(writer));
    return {
      reader,
      writer: drizzle({ client: writer }),
      writerDriver: writer,
      close() {
        readerDriver.close();
        writer.close();
      },
    };
  } catch (error) {
    writerDriver?.close();
    if (error instanceof Error && 'code' in error && error.code === 'SQLITE_CANTOPEN')
      throw new AppError('DATABASE_DAMAGED', { cause: error });
    throw toAppError(error);
  }
}
