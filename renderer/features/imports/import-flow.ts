import type { QueryClient } from '@tanstack/react-query';
import type { ImportPreview, StagedImport } from '../../../db/contract/imports.ts';
import { importsText } from '../../../db/contract/vi/imports.ts';
import type { ImportKind } from '../../../db/contract/workbooks.ts';
import { closeErrors, notifyDone, notifyError, notifyInfo } from '../../app/notifier/notices.ts';
import { goTo } from '../../app/router.ts';
import { setYear } from '../../app/scope.ts';
import { call, desktop, type Progress } from '../../lib/api.ts';
import { hasCode } from '../../lib/app-error.ts';
import { createStore } from '../../lib/store.ts';
import { type Choice, choiceYear, firstChoice } from './import-choice.ts';

/** Where the import stands. It outlives its page: the person may look something up and come back. */
export type ImportFlow =
  | { step: 'file' }
  | { step: 'reading'; fileName: string | null; progress: Progress | null }
  | { step: 'understood'; staged: StagedImport; choice: Choice; busy: boolean }
  | { step: 'preview'; staged: StagedImport; choice: Choice; preview: ImportPreview }
  | {
      step: 'committing';
      staged: StagedImport;
      choice: Choice;
      preview: ImportPreview;
      progress: Progress | null;
      stop: AbortController;
    };

export const importFlow = createStore<ImportFlow>({ step: 'file' });

const showProgress = (progress: Progress) =>
  importFlow.update((flow) =>
    flow.step === 'reading' || flow.step === 'committing' ? { ...flow, progress } : flow,
  );

async function read(fileName: string | null, stage: () => Promise<StagedImport | null>): Promise<void> {
  const before = importFlow.get();
  // One file at a time: what is being read or written is not thrown away by a second drop.
  if (before.step === 'reading' || before.step === 'committing') return;
  closeErrors();
  importFlow.set({ step: 'reading', fileName, progress: null });
  try {
    const staged = await stage();
    importFlow.set(
      staged === null ? before : { step: 'understood', staged, choice: firstChoice(staged), busy: false },
    );
  } catch (error) {
    importFlow.set({ step: 'file' });
    if (hasCode(error, 'CANCELLED')) notifyInfo(importsText.readingCancelled);
    else notifyError(error);
  }
}

/** The system's dialog, then the reading. */
export const chooseFile = (): Promise<void> =>
  read(null, () => desktop('workbooks.choose', {}, { onProgress: showProgress }));

/** A dropped file crosses as bytes; its path stays unknown. */
export const openDroppedFile = (file: File): Promise<void> =>
  read(file.name, async () => {
    const bytes = new Uint8Array(await file.arrayBuffer());
    return desktop('workbooks.drop', { fileName: file.name, bytes }, { onProgress: showProgress });
  });

export function cancelReading(): void {
  desktop('workbooks.cancel', {}).catch(notifyError);
}

export const startOver = (): void => importFlow.set({ step: 'file' });

export function setChoice(choice: Choice): void {
  importFlow.update((flow) => (flow.step === 'understood' ? { ...flow, choice } : flow));
}

async function previewOf(staged: StagedImport, choice: Choice, kind: ImportKind): Promise<ImportPreview> {
  return call('imports.preview', {
    stageId: staged.stageId,
    sheet: choice.sheet,
    kind,
    year: kind === 'ratings' ? choiceYear(choice) : null,
    columnFields: choice.columnFields,
  });
}

/** What the file would change, row by row. Nothing is written. */
export async function makePreview(): Promise<void> {
  const flow = importFlow.get();
  if (flow.step !== 'understood' || flow.busy || flow.choice.kind === null) return;
  const { staged, choice } = flow;
  closeErrors();
  importFlow.set({ ...flow, busy: true });
  try {
    const preview = await previewOf(staged, choice, flow.choice.kind);
    importFlow.set({ step: 'preview', staged, choice, preview });
  } catch (error) {
    notifyError(error);
    importFlow.set(hasCode(error, 'IMPORT_EXPIRED') ? { step: 'file' } : { ...flow, busy: false });
  }
}

export function backToChoice(): void {
  const flow = importFlow.get();
  if (flow.step !== 'preview') return;
  importFlow.set({ step: 'understood', staged: flow.staged, choice: flow.choice, busy: false });
}

export async function commit(queryClient: QueryClient): Promise<void> {
  const flow = importFlow.get();
  if (flow.step !== 'preview') return;
  const { staged, preview } = flow;
  const stop = new AbortController();
  importFlow.set({ ...flow, step: 'committing', progress: null, stop });
  try {
    const { batchId, counts } = await call(
      'imports.commit',
      { previewId: preview.previewId },
      { onProgress: showProgress, signal: stop.signal },
    );
    importFlow.set({ step: 'file' });
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
        preview.kind === 'officials'
          ? { label: importsText.seeOfficials, run: () => goTo('officials') }
          : { label: importsText.seeRatings, run: () => goTo('ratings') },
        { label: importsText.undoImport, run: () => undoImport(queryClient, batchId) },
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
  notifyError(error);
  if (hasCode(error, 'IMPORT_EXPIRED')) importFlow.set({ step: 'file' });
  else if (hasCode(error, 'IMPORT_PREVIEW_OUTDATED')) {
    importFlow.set({ step: 'understood', staged: flow.staged, choice: flow.choice, busy: false });
    await makePreview();
  } else importFlow.set(flow);
}

/** @throws AppError IMPORT_UNDO_CONFLICT and others; nothing is changed then */
export async function undoImport(queryClient: QueryClient, batchId: number): Promise<void> {
  const { removed, restored } = await call('imports.undo', { batchId });
  await queryClient.invalidateQueries();
  notifyDone(importsText.undone(removed, restored));
}
