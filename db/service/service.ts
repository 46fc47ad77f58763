import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { databaseFile, keyFilePath, officeStatusOf, prepareOfficeFolder } from '../auth/data-folder.ts';
import { type KeyFile, readKeyFile, writeKeyFile } from '../auth/key-file.ts';
import { createKeySlot, DATABASE_KEY_BYTES, openKeySlot } from '../auth/key-slots.ts';
import { type Actor, Sessions } from '../auth/sessions.ts';
import { toAppError } from '../connection/driver-errors.ts';
import { type Connection, openConnection } from '../connection/open.ts';
import { AppError, type ErrorCode } from '../contract/errors.ts';
import { isMethodName, type MethodAccess, type MethodName, methodList } from '../contract/method-list.ts';
import { type MethodOutput, type MethodParsedInput, methods } from '../contract/methods.ts';
import type { OpenedSession } from '../contract/office.ts';
import { parseInput } from '../contract/validation.ts';
import { type DemoResult, type DemoSize, fillDemo } from '../features/demo.ts';
import { createOffice, findUser, founderOf } from '../features/office.ts';
import { readOffice } from '../records/office.ts';
import { ruleOfInput } from '../records/rule-of-input.ts';
import { handlers, type OfficeMethodName } from './handlers.ts';
import { ImportDesk } from './import-desk.ts';
import { runWrite } from './transaction.ts';
import { type CallContext, type Handler, longWriting } from './wrappers.ts';

export interface CallOptions {
  signal?: AbortSignal;
  onProgress?: (done: number, total: number) => void;
}

interface OpenOffice {
  connection: Connection;
  desk: ImportDesk;
}

/**
 * The data service: one data folder, its sessions, and the methods of the contract.
 * Every call is checked here, in this order: known method, session, role, input; then it runs.
 */
export class Service {
  readonly #dataFolder: string;
  readonly #sessions: Sessions;
  #open: OpenOffice | null = null;
  /** Ends when the last write that waits has ended: writes run one after the other. */
  #lastWrite: Promise<unknown> = Promise.resolve();

  constructor(dataFolder: string, sessions = new Sessions()) {
    this.#dataFolder = dataFolder;
    this.#sessions = sessions;
  }

  /** @throws AppError; every other error is a fault of the program */
  async call(
    token: string | null,
    method: string,
    input: unknown,
    options: CallOptions = {},
  ): Promise<unknown> {
    if (!isMethodName(method)) throw new AppError('UNKNOWN_METHOD', { params: { method } });
    const actor = this.#sessions.find(token);
    const access: MethodAccess = methodList[method];
    if (access.roles !== 'anyone' && !actor) throw new AppError('SESSION_REQUIRED');
    try {
      if (access.roles !== 'anyone' && !access.roles.some((role) => role === actor?.role))
        throw new AppError('FORBIDDEN');
      const parsed = parseInput(methods[method].input, input);
      return await this.#dispatch(method, parsed, actor, token, options);
    } catch (cause) {
      const error = this.#withRule(toAppError(cause), input);
      if (access.sensitive && actor && error instanceof AppError)
        await this.#auditRefusal(method, input, actor, error.code);
      throw error;
    }
  }

  /** A level that the rules do not know is refused by the schema alike for all years: here the year's rule is named. */
  #withRule(error: unknown, input: unknown): unknown {
    if (!(error instanceof AppError) || !this.#open) return error;
    if (!Object.values(error.fieldErrors).includes('LEVEL_NOT_IN_PACK')) return error;
    const { code, params, fieldErrors } = error;
    const rule = ruleOfInput(this.#open.connection.reader, input);
    return new AppError(code, { params: { ...params, rule }, fieldErrors, cause: error });
  }

  /** One row with the method, whom it was about, and why it was refused; the refusal stands whether it is written or not. */
  async #auditRefusal(method: MethodName, input: unknown, actor: Actor, code: ErrorCode): Promise<void> {
    if (!this.#open) return;
    const { connection } = this.#open;
    const entityId = personIn(input);
    const audit = { entity: 'official', entityId, detail: { refused: code } };
    const context = { actor, method, at: new Date().toISOString() };
    const run = this.#lastWrite.then(() => runWrite(connection, context, () => ({ value: null, audit })));
    this.#lastWrite = run.catch(() => undefined);
    await this.#lastWrite;
  }

  /** Waits for the writes under way, then closes the database; nothing confirmed is lost. */
  async close(): Promise<void> {
    await this.#lastWrite.catch(() => undefined);
    this.#open?.connection.close();
    this.#open = null;
  }

  #dispatch(
    method: MethodName,
    input: unknown,
    actor: Actor | null,
    token: string | null,
    options: CallOptions,
  ) {
    // The schema of each method was applied above; the cases only name its type.
    switch (method) {
      case 'office.status':
        return officeStatusOf(this.#dataFolder);
      case 'office.create':
        return this.#createOffice(input as MethodParsedInput<'office.create'>);
      case 'auth.login':
        return this.#login(input as MethodParsedInput<'auth.login'>);
      case 'auth.logout':
        return this.#logout(token ?? '');
      default:
        return this.#runHandler(method, input, actor, options);
    }
  }

  /** Fills a new office with fictitious people; for the command line only, so not a method of the contract. */
  fillDemo(token: string, size: DemoSize) {
    // Hundreds of small writes follow, of people who do not exist: until the service closes none waits for the disk.
    this.#open?.connection.writerDriver.pragma('synchronous = OFF');
    const handler = longWriting<DemoSize, DemoResult>((db, input) => fillDemo(db, input));
    return this.#run('office.demo', handler, size, this.#sessions.find(token), {});
  }

  #runHandler(method: OfficeMethodName, input: unknown, actor: Actor | null, options: CallOptions) {
    // One map holds handlers of every method; `satisfies` there ties each to its method's types.
    const handler = handlers[method] as Handler<unknown, unknown>;
    return this.#run(method, handler, input, actor, options);
  }

  #run<I, O>(method: string, handler: Handler<I, O>, input: I, actor: Actor | null, options: CallOptions) {
    if (!actor || !this.#open) throw new AppError('SESSION_REQUIRED');
    const context: CallContext = {
      ...this.#open,
      actor,
      method,
      at: new Date().toISOString(),
      signal: options.signal ?? new AbortController().signal,
      onProgress: options.onProgress ?? (() => undefined),
    };
    const writes = typeof handler.writes === 'function' ? handler.writes(input) : handler.writes;
    if (!writes) return handler.run(context, input);
    const run = this.#lastWrite.then(async () => {
      const value = await handler.run(context, input);
      if (method === 'office.update') this.#nameOnLoginScreen(context.connection);
      return value;
    });
    this.#lastWrite = run.catch(() => undefined);
    return run;
  }

  /** The login screen reads the office's name where no password is needed: in the key file. */
  #nameOnLoginScreen(connection: Connection): void {
    const file = keyFilePath(this.#dataFolder);
    writeKeyFile(file, { ...readKeyFile(file), officeName: readOffice(connection.reader).name });
  }

  async #createOffice(input: MethodParsedInput<'office.create'>): Promise<OpenedSession> {
    const folder = prepareOfficeFolder(this.#dataFolder);
    try {
      const key = randomBytes(DATABASE_KEY_BYTES);
      const slot = await createKeySlot(input.username, input.password, key);
      const connection = openConnection(folder.database, key, 'create');
      const at = new Date().toISOString();
      const actor = founderOf(input);
      try {
        runWrite(connection, { actor, method: 'office.create', at }, (db) =>
          createOffice(db, input, actor, slot.slotId, at),
        );
      } finally {
        connection.close();
      }
      writeKeyFile(folder.keyFile, { format: 1, officeName: input.officeName, slots: [slot] });
      folder.finish();
      return this.#openSession(key, actor.username);
    } catch (error) {
      folder.abandon();
      throw toAppError(error);
    }
  }

  async #login(input: MethodParsedInput<'auth.login'>): Promise<OpenedSession> {
    const status = officeStatusOf(this.#dataFolder);
    if (status.state === 'none')
      throw new AppError('OFFICE_MISSING', { params: { folder: this.#dataFolder } });
    const { slots } = readKeyFile(keyFilePath(this.#dataFolder));
    const slot = slots.find((candidate) => candidate.username === input.username) ?? decoySlot(slots);
    const key = await openKeySlot(slot, input.password);
    if (slot.username !== input.username) throw new AppError('WRONG_PASSWORD');
    return this.#openSession(key, input.username);
  }

  #openSession(key: Buffer, username: string): OpenedSession {
    const open = this.#open ?? {
      connection: openConnection(databaseFile(this.#dataFolder), key),
      desk: new ImportDesk(),
    };
    this.#open = open;
    const actor = findUser(open.connection.reader, username);
    if (!actor) throw new AppError('WRONG_PASSWORD');
    const { userId: _id, ...user } = actor;
    return { token: this.#sessions.open(actor), user };
  }

  async #logout(token: string): Promise<MethodOutput<'auth.logout'>> {
    if (this.#sessions.close(token)) await this.close();
    return {};
  }
}

/** The person that an input was about, also one that its schema refused; null when it names none. */
function personIn(input: unknown): number | null {
  const { success, data } = z
    .object({ id: z.int().optional(), officialId: z.int().optional() })
    .safeParse(input);
  return success ? (data.officialId ?? data.id ?? null) : null;
}

/** An unknown name costs as much time as a known one, so that the answer's speed tells nothing. */
function decoySlot(slots: KeyFile['slots']): KeyFile['slots'][number] {
  const [slot] = slots;
  if (!slot) throw new AppError('KEY_FILE_DAMAGED', { params: { file: 'keys.json' } });
  return slot;
}
