import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { AppError } from '../contract/errors.ts';
import type { PreviewRow, StagedImport } from '../contract/imports.ts';
import type { MethodName } from '../contract/method-list.ts';
import type { MethodInput, MethodOutput } from '../contract/methods.ts';
import { DEFAULT_USERNAME } from '../contract/office.ts';
import { reportKinds } from '../contract/reports.ts';
import { cliText, demoText } from '../contract/vi/cli.ts';
import { sheetWarningMessage } from '../contract/vi/workbooks.ts';
import { importKinds, readWorkbook } from '../contract/workbooks.ts';
import { dayOf } from '../domain/dates.ts';
import { readInProcess } from '../excel/read-in-process.ts';
import { Service } from './service.ts';
import { writeFileWhole } from './write-file.ts';

/** The command line was used wrongly: exit 2 with the usage. */
export class WrongUse extends Error {}

export interface CliValues {
  commit?: boolean | undefined;
  sensitive?: boolean | undefined;
  data?: string | undefined;
  office?: string | undefined;
  kind?: string | undefined;
  year?: string | undefined;
  sheet?: string | undefined;
  out?: string | undefined;
  members?: string | undefined;
  years?: string | undefined;
  seed?: string | undefined;
}
export interface Answer {
  json: unknown;
  text: string;
}
export type Command = (positionals: string[], values: CliValues) => Promise<Answer>;

type ShownRow = Pick<PreviewRow, 'row' | 'class' | 'values' | 'before' | 'problems'>;

const PAGE = 500;
const READER_FILE = join(__dirname, '..', 'reader', 'reader-entry.cjs');

function required(
  values: CliValues,
  name: 'data' | 'office' | 'kind' | 'year' | 'out' | 'members' | 'years',
): string {
  const value = values[name];
  if (value === undefined || value === '') throw new WrongUse(cliText.missingOption(name));
  return value;
}

function numberOf(text: string, name: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 0) throw new WrongUse(cliText.badNumber(name));
  return value;
}

function oneOf<T extends string>(text: string, name: string, choices: readonly T[]): T {
  const found = choices.find((choice) => choice === text);
  if (found === undefined) throw new WrongUse(cliText.badChoice(name, choices));
  return found;
}

const password = (): string => {
  const value = process.env.TUDUONG_PASSWORD;
  if (!value) throw new AppError('PASSWORD_NOT_GIVEN', { params: { variable: 'TUDUONG_PASSWORD' } });
  return value;
};
const username = (): string => process.env.TUDUONG_USER || DEFAULT_USERNAME;

/** Typed calls of one session. */
type Call = <M extends MethodName>(method: M, input: MethodInput<M>) => Promise<MethodOutput<M>>;

async function withService<T>(dataFolder: string, work: (service: Service) => Promise<T>): Promise<T> {
  const service = new Service(dataFolder);
  try {
    return await work(service);
  } finally {
    await service.close();
  }
}

const callsOf = (service: Service, token: string | null): Call => {
  // The service answers with the output type of the method; the wire itself is untyped.
  return (async (method, input) => service.call(token, method, input)) as Call;
};

const loggedIn = <T>(dataFolder: string, work: (call: Call) => Promise<T>): Promise<T> =>
  withService(dataFolder, async (service) => {
    const session = await callsOf(service, null)('auth.login', {
      username: username(),
      password: password(),
    });
    return work(callsOf(service, session.token));
  });

/** What the reader understood, unchecked: whoever uses it parses it, and only once. */
async function readFile(file: string | undefined): Promise<unknown> {
  if (file === undefined) throw new WrongUse(cliText.missingFile);
  const fileName = basename(file);
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch (cause) {
    const missing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
    throw new AppError(missing ? 'FILE_NOT_FOUND' : 'FILE_NOT_READABLE', {
      params: { file: fileName },
      cause,
    });
  }
  return readInProcess({ readerPath: READER_FILE, fileName, bytes });
}

const init: Command = (_positionals, values) => {
  const folder = required(values, 'data');
  const officeName = required(values, 'office');
  return withService(folder, async (service) => {
    const input = { officeName, username: username(), password: password() };
    const { user } = await callsOf(service, null)('office.create', input);
    return {
      json: { office: officeName, dataFolder: folder, username: user.username },
      text: cliText.officeCreated(officeName, folder),
    };
  });
};

const inspect: Command = async ([file]) => {
  const workbook = readWorkbook.parse(await readFile(file));
  const sheets = workbook.sheets.map(
    ({ name, kind, headerRows, columns, rowCounts, warnings, hidden, year }) => ({
      name,
      kind,
      hidden,
      year,
      headerRows,
      columns,
      rows: rowCounts,
      warnings: warnings.map((warning) => ({ ...warning, message: sheetWarningMessage(warning) })),
    }),
  );
  const lines = sheets.map((sheet) => `${sheet.name}: ${sheet.kind}, ${sheet.rows.data}`);
  return { json: { sheets }, text: lines.join('\n') };
};

const importFile: Command = async ([file], values) => {
  const kind = oneOf(required(values, 'kind'), '--kind', importKinds);
  const folder = required(values, 'data');
  const given = values.year === undefined ? null : numberOf(values.year, 'year');
  const workbook = await readFile(file);
  return loggedIn(folder, async (call) => {
    // The service parses what came from an untrusted file.
    const staged = await call('imports.stage', { workbook } as MethodInput<'imports.stage'>);
    const sheet = values.sheet ?? likelySheet(staged, kind);
    const year = given ?? staged.sheets.find((candidate) => candidate.name === sheet)?.year ?? null;
    const preview = await call('imports.preview', { stageId: staged.stageId, sheet, kind, year });
    const { previewId } = preview;
    const rows = await allRows(call, previewId);
    // --commit is the person's word for what the preview listed; citizen IDs with a restored zero stand in it.
    if (values.commit && preview.toConfirm > 0)
      await call('imports.decide', { previewId, decision: { type: 'confirm', rows: 'all' } });
    const { batchId } = values.commit
      ? await call('imports.commit', { previewId: preview.previewId })
      : { batchId: null };
    const outcome = !values.commit
      ? cliText.previewOnly
      : batchId === null
        ? cliText.nothingToWrite
        : cliText.committed(batchId);
    const { counts, units, writtenCounts, levels } = preview;
    return {
      json: { kind, sheet, year: preview.year, counts, units, writtenCounts, levels, rows, batchId },
      text: `${cliText.counts(counts)}\n${outcome}`,
    };
  });
};

/** The sheet of that kind, else the first that has a table. */
function likelySheet(staged: StagedImport, kind: string): string {
  const visible = staged.sheets.filter((sheet) => !sheet.hidden);
  const found =
    visible.find((sheet) => sheet.kind === kind) ??
    visible.find((sheet) => sheet.headerRows !== null) ??
    visible[0] ??
    staged.sheets[0];
  if (!found) throw new AppError('WORKBOOK_EMPTY', { params: { file: staged.fileName } });
  return found.name;
}

/** The rows of a preview with the fields that the README names. */
async function allRows(call: Call, previewId: string): Promise<ShownRow[]> {
  const rows: ShownRow[] = [];
  for (;;) {
    const page = await call('imports.previewRows', { previewId, offset: rows.length, limit: PAGE });
    rows.push(
      ...page.rows.map(({ row, class: outcome, values, before, problems }) => ({
        row,
        class: outcome,
        values,
        before,
        problems,
      })),
    );
    if (page.rows.length === 0 || rows.length >= page.total) return rows;
  }
}

const undoImport: Command = ([batch], values) => {
  if (batch === undefined) throw new WrongUse(cliText.badNumber('batch'));
  const batchId = numberOf(batch, 'batch');
  return loggedIn(required(values, 'data'), async (call) => {
    const undone = await call('imports.undo', { batchId });
    return { json: undone, text: cliText.undone(batchId, undone.removed, undone.restored) };
  });
};

const list: Command = ([what = ''], values) => {
  const subject = oneOf(what, 'list', ['officials', 'organizations', 'ratings'] as const);
  const year = subject === 'ratings' ? numberOf(required(values, 'year'), 'year') : 0;
  return loggedIn(required(values, 'data'), async (call) => {
    const rows: object[] = await listRows(call, subject, year, values.sensitive ?? false);
    return { json: rows, text: rows.map((row) => Object.values(row).join('\t')).join('\n') };
  });
};

async function listRows(
  call: Call,
  subject: 'officials' | 'organizations' | 'ratings',
  year: number,
  sensitive: boolean,
): Promise<object[]> {
  if (subject === 'organizations') return (await call('organizations.tree', {})).organizations;
  if (subject === 'ratings') return (await call('ratings.grid', { year })).rows;
  const people: object[] = [];
  for (;;) {
    const page = await call('officials.list', { offset: people.length, limit: PAGE });
    for (const { id } of page.rows) {
      people.push(await call(sensitive ? 'officials.reveal' : 'officials.get', { id }));
    }
    if (page.rows.length === 0 || people.length >= page.total) return people;
  }
}

const report: Command = ([kindText = ''], values) => {
  const kind = oneOf(kindText, 'report', reportKinds);
  const year = numberOf(required(values, 'year'), 'year');
  const out = required(values, 'out');
  const ending = /\.(xlsx|html)$/i.exec(out)?.[1]?.toLowerCase();
  if (ending === undefined) throw new WrongUse(cliText.badEnding);
  return loggedIn(required(values, 'data'), async (call) => {
    const summary = await call('reports.ratingSummary', { year });
    const content =
      ending === 'xlsx'
        ? (await call('documents.workbook', { kind, year })).bytes
        : (await call('documents.html', { kind, year })).html;
    writeFileWhole(out, content);
    return { json: { ...summary, out }, text: cliText.reportWritten(out, summary.total.counts) };
  });
};

/** The cap on "xuất sắc": over the office as the rule's scope says, and of each unit by itself. */
const cap: Command = (_positionals, values) => {
  const year = numberOf(required(values, 'year'), 'year');
  return loggedIn(required(values, 'data'), async (call) => {
    const answer = await call('caps.report', { year });
    return { json: answer, text: cliText.cap(answer.office) };
  });
};

const demo: Command = (_positionals, values) => {
  const folder = required(values, 'data');
  const size = {
    members: numberOf(required(values, 'members'), 'members'),
    years: numberOf(required(values, 'years'), 'years'),
    seed: numberOf(values.seed ?? '1', 'seed'),
    lastYear: Number(dayOf(new Date()).slice(0, 4)),
  };
  return withService(folder, async (service) => {
    const input = {
      officeName: demoText.office,
      displayName: demoText.displayName,
      username: username(),
      password: password(),
    };
    const { token } = await callsOf(service, null)('office.create', input);
    const made = await service.fillDemo(token, size);
    return { json: made, text: cliText.demoCreated(made.members, made.organizations, made.years) };
  });
};

export const commands: Readonly<Record<string, Command>> = {
  init,
  inspect,
  import: importFile,
  'undo-import': undoImport,
  list,
  report,
  cap,
  demo,
};
