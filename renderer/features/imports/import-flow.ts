import type { QueryClient } from '@tanstack/react-query';
import type { ImportPreview, StagedImport } from '../../../db/contract/imports.ts';
import type { SheetReading } from '../../../db/contract/sheet-readings.ts';
import { importsText } from '../../../db/contract/vi/imports.ts';
import { previewText } from '../../../db/contract/vi/imports-preview.ts';
import type { ImportKind } from '../../../db/contract/workbooks.ts';
import { closeErrors, notifyDone, notifyError, notifyInfo } from '../../app/notifier/notices.ts';
import type { PageId } from '../../app/pages.ts';
import { goTo } from '../../app/router.ts';
import { setYear } from '../../app/scope.ts';
import { call, desktop, type Progress } from '../../lib/api.ts';
import { hasCode } from '../../lib/app-error.ts';
import { createStore } from '../../lib/store.ts';
import {
  type Choice,
  choiceYear,
  firstChoice,
  importKindOf,
  needsYear,
  nextChoice,
  type StagedSheet,
} from './import-choice.ts';
import { decisionsMade, refreshPreview, saveReturned } from './preview-flow.ts';
import { undoImport } from './undo-flow.ts';

/** Where the import stands. It outlives its page: the person may look something up and come back. */
export type ImportFlow =
  | { step: 'file'; next?: NextSheet }
  | { step: 'reading'; fileName: string | null; progress: Progress | null }
  | UnderstoodFlow
  | { step: 'preview'; staged: StagedImport; choice: Choice; preview: ImportPreview }
  | {
      step: 'committing';
      staged: StagedImport;
      choice: Choice;
      preview: ImportPreview;
      progress: Progress | null;
      stop: AbortController;
    };

/** Another sheet of the file that was just imported. */
export interface NextSheet {
  staged: StagedImport;
  choice: Choice;
}

export interface UnderstoodFlow {
  step: 'understood';
  staged: StagedImport;
  choice: Choice;
  busy: boolean;
  /** A change of the sheet is being read. */
  rereading: boolean;
  /** Counts the readings, so that rows of an earlier one are not shown. */
  revision: number;
  /** Earlier readings of the sheets, the latest last. */
  history: Array<{ sheet: string; reading: SheetReading; year: string }>;
  /** What the last change did beside what was asked for. */
  remark: string | null;
}

const understood = (staged: StagedImport, choice: Choice): UnderstoodFlow => ({
  step: 'understood',
  staged,
  choice,
  busy: false,
  rereading: false,
  revision: 0,
  history: [],
  remark: null,
});

export const importFlow = createStore<ImportFlow>({ step: 'file' });

const showProgress = (progress: Progress) =>
  importFlow.update((flow) =>
    flow.step === 'reading' || flow.step === 'committing' ? { ...flow, progress } : flow,
  );

/** Reads a source and shows what was understood; one at a time. */
export async function openSource(
  fileName: string | null,
  stage: () => Promise<StagedImport | null>,
): Promise<void> {
  const before = importFlow.get();
  // One file at a time: what is being read or written is not thrown away by a second drop.
  if (before.step === 'reading' || before.step === 'committing') return;
  closeErrors();
  importFlow.set({ step: 'reading', fileName, progress: null });
  try {
    const staged = await stage();
    importFlow.set(staged === null ? before : understood(staged, firstChoice(staged)));
  } catch (error) {
    importFlow.set({ step: 'file' });
    if (hasCode(error, 'CANCELLED')) notifyInfo(importsText.readingCancelled);
    else notifyError(error);
  }
}

/** The system's dialog, then the reading. */
export const chooseFile = (): Promise<void> =>
  openSource(null, () => desktop('workbooks.choose', {}, { onProgress: showProgress }));

/** A dropped file crosses as bytes; its path stays unknown. */
export const openDroppedFile = (file: File): Promise<void> =>
  openSource(file.name, async () => {
    const bytes = new Uint8Array(await file.arrayBuffer());
    return desktop('workbooks.drop', { fileName: file.name, bytes }, { onProgress: showProgress });
  });

export function cancelReading(): void {
  desktop('workbooks.cancel', {}).catch(notifyError);
}

/** Goes on with another sheet of the same file. */
export const goOn = ({ staged, choice }: NextSheet): void => importFlow.set(understood(staged, choice));

export const startOver = (): void => importFlow.set({ step: 'file' });

export function setChoice(choice: Choice): void {
  importFlow.update((flow) => (flow.step === 'understood' ? { ...flow, choice } : flow));
}

/** The year as typed; once it is a year the sheet is read for it. */
export function setYearTyped(year: string): void {
  const flow = importFlow.get();
  if (flow.step !== 'understood') return;
  const choice = { ...flow.choice, year };
  setChoice(choice);
  const value = choiceYear(choice);
  if (value === null || value === sheetOf(flow)?.year) return;
  void changeReading(({ reading }) => ({ ...reading, overrides: { ...reading.overrides, year: value } }));
}

/** Readings are asked for one after the other: each starts from the one before. */
let readings: Promise<void> = Promise.resolve();

/** Reads the chosen sheet again with a change; the reading before it can be had back. */
export function changeReading(
  change: (sheet: StagedSheet) => SheetReading,
  options: { remark?: string | null; keepsRecipe?: boolean } = {},
): Promise<void> {
  readings = readings.then(async () => {
    const flow = importFlow.get();
    const sheet = flow.step === 'understood' ? sheetOf(flow) : null;
    if (flow.step !== 'understood' || sheet === null) return;
    const before = { sheet: sheet.name, reading: sheet.reading, year: flow.choice.year };
    await readAgain(sheet.name, change(sheet), {
      ...options,
      history: [...flow.history, before].slice(-MOST_UNDONE),
    });
  });
  return readings;
}

const MOST_UNDONE = 100;

/** Takes the last change back. */
export function undoReading(): Promise<void> {
  readings = readings.then(async () => {
    const flow = importFlow.get();
    const last = flow.step === 'understood' ? flow.history.at(-1) : undefined;
    if (flow.step !== 'understood' || last === undefined) return;
    importFlow.set({ ...flow, choice: { sheet: last.sheet, year: last.year } });
    await readAgain(last.sheet, last.reading, { history: flow.history.slice(0, -1) });
  });
  return readings;
}

async function readAgain(
  name: string,
  reading: SheetReading,
  options: { history: UnderstoodFlow['history']; remark?: string | null; keepsRecipe?: boolean },
): Promise<void> {
  const before = importFlow.get();
  if (before.step !== 'understood') return;
  const { stageId } = before.staged;
  const was = before.staged.sheets.find((sheet) => sheet.name === name);
  if (was === undefined) return;
  const put = (sheet: StagedSheet, values: Partial<UnderstoodFlow>) =>
    importFlow.update((flow) =>
      flow.step === 'understood' && flow.staged.stageId === stageId
        ? { ...flow, ...values, staged: withSheet(flow.staged, sheet) }
        : flow,
    );
  // A box that was ticked shows so at once; what follows from it comes with the answer.
  put({ ...was, reading }, { rereading: true });
  try {
    const next = await call('imports.understand', {
      stageId,
      sheet: name,
      reading,
      keepsRecipe: options.keepsRecipe ?? true,
    });
    put(next, {
      rereading: false,
      revision: before.revision + 1,
      history: options.history,
      remark: options.remark ?? null,
    });
  } catch (error) {
    notifyError(error);
    if (hasCode(error, 'IMPORT_EXPIRED')) importFlow.set({ step: 'file' });
    else put(was, { rereading: false });
  }
}

const withSheet = (staged: StagedImport, sheet: StagedSheet): StagedImport => ({
  ...staged,
  sheets: staged.sheets.map((each) => (each.name === sheet.name ? sheet : each)),
});

export const sheetOf = ({ staged, choice }: Pick<UnderstoodFlow, 'staged' | 'choice'>): StagedSheet | null =>
  staged.sheets.find((sheet) => sheet.name === choice.sheet) ?? null;

async function previewOf(
  staged: StagedImport,
  choice: Choice,
  sheet: StagedSheet,
  kind: ImportKind,
): Promise<ImportPreview> {
  return call('imports.preview', {
    stageId: staged.stageId,
    sheet: sheet.name,
    kind,
    year: needsYear(kind) ? choiceYear(choice) : null,
    columnFields: sheet.reading.overrides.columns,
  });
}

/** What the file would change, row by row. Nothing is written. */
export async function makePreview(): Promise<void> {
  await readings;
  const flow = importFlow.get();
  if (flow.step !== 'understood' || flow.busy) return;
  const { staged, choice } = flow;
  const sheet = sheetOf(flow);
  const kind = sheet === null ? null : importKindOf(sheet);
  if (sheet === null || kind === null) return;
  closeErrors();
  importFlow.set({ ...flow, busy: true });
  try {
    const preview = await previewOf(staged, choice, sheet, kind);
    importFlow.set({ step: 'preview', staged, choice, preview });
  } catch (error) {
    notifyError(error);
    importFlow.set(hasCode(error, 'IMPORT_EXPIRED') ? { step: 'file' } : { ...flow, busy: false });
  }
}

export function backToChoice(): void {
  const flow = importFlow.get();
  if (flow.step !== 'preview') return;
  importFlow.set(understood(flow.staged, flow.choice));
}

export async function commit(queryClient: QueryClient): Promise<void> {
  // A cell that the click on the button closed is on its way: it belongs to what is written.
  await decisionsMade();
  const flow = importFlow.get();
  if (flow.step !== 'preview') return;
  const { staged, preview } = flow;
  const stop = new AbortController();
  importFlow.set({ ...flow, step: 'committing', progress: null, stop });
  try {
    const { batchId, counts } = await call(
      'imports.commit',
      { previewId: preview.previewId, revision: preview.revision },
      { onProgress: showProgress, signal: stop.signal },
    );
    const next = nextChoice(staged, preview.sheet);
    importFlow.set(next === null ? { step: 'file' } : { step: 'file', next: { staged, choice: next } });
    // The year of what was just written is the year to look at.
    if (preview.year !== null) setYear(preview.year);
    await queryClient.invalidateQueries();
    if (batchId === null) {
      notifyInfo(importsText.committedNothing);
      return;
    }
    notifyDone(importsText.committed(staged.fileName, counts), {
      longer: true,
      actions: [
        { label: importsText.see[preview.kind], run: () => goTo(pageOf(preview.kind)) },
        { label: importsText.undoImport, run: () => undoImport(queryClient, batchId) },
        ...(counts.conflict + counts.rejected > 0
          ? [
              {
                label: previewText.saveRejected(counts.conflict + counts.rejected),
                run: () => saveReturned(preview.previewId),
              },
            ]
          : []),
      ],
    });
  } catch (error) {
    await afterRefusedCommit(error, flow);
  }
}

async function afterRefusedCommit(
  error: unknown,
  flow: Extract<ImportFlow, { step: 'preview' }>,
): Promise<void> {
  if (hasCode(error, 'CANCELLED')) {
    importFlow.set(flow);
    notifyInfo(importsText.commitCancelled);
    return;
  }
  if (!hasCode(error, 'IMPORT_PREVIEW_OUTDATED')) notifyError(error);
  if (hasCode(error, 'IMPORT_EXPIRED')) importFlow.set({ step: 'file' });
  else if (hasCode(error, 'IMPORT_PREVIEW_OUTDATED')) {
    importFlow.set(flow);
    await refreshPreview(flow.preview.previewId).catch(notifyError);
  } else importFlow.set(flow);
}

/** The page that shows what a sheet of the kind brought. */
const pageOf = (kind: ImportKind): PageId => (kind === 'pledgeStatus' ? 'pledges' : kind);
