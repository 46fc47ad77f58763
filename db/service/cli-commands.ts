import { readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Period } from '../contract/cycles.ts';
import { AppError } from '../contract/errors.ts';
import type { PreviewRow, StagedImport } from '../contract/imports.ts';
import type { MethodInput } from '../contract/methods.ts';
import { cliText, demoText } from '../contract/vi/cli.ts';
import { desktopText } from '../contract/vi/desktop.ts';
import { sheetWarningMessage } from '../contract/vi/workbooks.ts';
import { readerLimits } from '../contract/workbook-limits.ts';
import { importKinds, readWorkbook } from '../contract/workbooks.ts';
import { dayOf } from '../domain/dates.ts';
import { partOfRow, rowInFile } from '../domain/sheet-rows.ts';
import { readInProcess } from '../excel/read-in-process.ts';
import {
  type Call,
  type Command,
  callsOf,
  loggedIn,
  numberOf,
  oneOf,
  password,
  required,
  username,
  WrongUse,
  withService,
} from './cli-common.ts';
import { report } from './cli-report.ts';
import { fillDemoThread } from './demo-thread.ts';

type ShownRow = Pick<PreviewRow, 'row' | 'class' | 'values' | 'before' | 'problems'>;

const PAGE = 500;
const READER_FILE = join(__dirname, '..', 'reader', 'reader-entry.cjs');

async function readFile(file: string | undefined): Promise<unknown> {
  if (file === undefined) throw new WrongUse(cliText.missingFile);
  const fileName = basename(file);
  let bytes: Uint8Array;
  try {
    const found = statSync(file);
    // A device may give bytes without end.
    if (!found.isFile()) throw new AppError('FILE_IS_NO_FILE', { params: { file: fileName } });
    if (found.size > readerLimits.fileBytes) {
      const limit = desktopText.megabytes(readerLimits.fileBytes / 1024 / 1024);
      throw new AppError('WORKBOOK_TOO_LARGE', { params: { file: fileName, limit } });
    }
    bytes = readFileSync(file);
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
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
    ({ name, kind, headerRows, columns, rowCounts, warnings, hidden, year, ratingList }) => ({
      name,
      kind,
      hidden,
      year,
      ...(kind === 'ratings' ? { quarter: ratingList?.quarter ?? 0 } : {}),
      headerRows,
      columns,
      rows: rowCounts,
      warnings: warnings.map((warning) => ({
        ...warning,
        params: withRowInFile(warning.params),
        message: sheetWarningMessage(warning),
      })),
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
    const reading = staged.sheets.find((candidate) => candidate.name === sheet)?.reading;
    if (values.quarter !== undefined && reading !== undefined)
      await call('imports.understand', {
        stageId: staged.stageId,
        sheet,
        reading: {
          ...reading,
          overrides: { ...reading.overrides, quarter: numberOf(values.quarter, 'quarter') },
        },
      });
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
      json: {
        kind,
        sheet,
        year: preview.year,
        ...(kind === 'ratings' ? { quarter: preview.ratingList.quarter } : {}),
        counts,
        units,
        writtenCounts: writtenCounts.map(withRowInFile),
        levels,
        rows,
        batchId,
      },
      text: `${cliText.counts(counts)}\n${outcome}`,
    };
  });
};

/** A row of a list folded into parts has a number of its own; the file has Excel's. */
function withRowInFile<T extends object>(facts: T): T {
  if (!('row' in facts) || typeof facts.row !== 'number') return facts;
  return { ...facts, row: rowInFile(facts.row) };
}

/** The sheet of that kind, else the first that has a table; a hidden one must be named. */
function likelySheet(staged: StagedImport, kind: string): string {
  const visible = staged.sheets.filter((sheet) => !sheet.hidden);
  const found =
    visible.find((sheet) => sheet.kind === kind) ??
    visible.find((sheet) => sheet.headerRows !== null) ??
    visible[0];
  if (!found) {
    const sheets = staged.sheets.map(({ name }) => name).join(', ');
    throw new AppError('WORKBOOK_ONLY_HIDDEN', { params: { file: staged.fileName, sheets } });
  }
  return found.name;
}

/** The rows of a preview with the fields that the README names. */
async function allRows(call: Call, previewId: string): Promise<ShownRow[]> {
  const rows: ShownRow[] = [];
  for (;;) {
    const page = await call('imports.previewRows', { previewId, offset: rows.length, limit: PAGE });
    rows.push(
      ...page.rows.map(({ row, class: outcome, values, before, problems }) => ({
        row: rowInFile(row),
        ...(partOfRow(row) === 0 ? {} : { part: partOfRow(row) + 1 }),
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
  const period =
    subject === 'ratings'
      ? {
          year: numberOf(required(values, 'year'), 'year'),
          quarter: values.quarter === undefined ? 0 : numberOf(values.quarter, 'quarter'),
        }
      : null;
  return loggedIn(required(values, 'data'), async (call) => {
    const rows: object[] = await listRows(call, period, subject, values.sensitive ?? false);
    return { json: rows, text: rows.map((row) => Object.values(row).join('\t')).join('\n') };
  });
};

async function listRows(
  call: Call,
  ratingsOf: Period | null,
  subject: 'officials' | 'organizations' | 'ratings',
  sensitive: boolean,
): Promise<object[]> {
  if (subject === 'organizations') return (await call('organizations.tree', {})).organizations;
  if (ratingsOf !== null) return (await call('ratings.grid', ratingsOf)).rows;
  const people: object[] = [];
  for (;;) {
    const page = await call('officials.list', { offset: people.length, limit: PAGE });
    for (const { id } of page.rows) {
      people.push(await call(sensitive ? 'officials.reveal' : 'officials.get', { id }));
    }
    if (page.rows.length === 0 || people.length >= page.total) return people;
  }
}

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
    if (!values['people-only'])
      await fillDemoThread(callsOf(service, token), {
        first: size.lastYear - size.years + 1,
        last: size.lastYear,
        today: dayOf(new Date()),
        whole: size.members <= 1000,
      });
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
