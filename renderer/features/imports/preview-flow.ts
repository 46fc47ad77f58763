import type { ImportDecision } from '../../../db/contract/import-decisions.ts';
import { previewText } from '../../../db/contract/vi/imports-preview.ts';
import { notifyDone, notifyError, notifyInfo } from '../../app/notifier/notices.ts';
import { call, desktop } from '../../lib/api.ts';
import { hasCode } from '../../lib/app-error.ts';
import { importFlow } from './import-flow.ts';

/** Decisions are sent one after the other: each answer is the preview with all those before it. */
let decisions: Promise<unknown> = Promise.resolve();

/** Makes a decision over the preview that is shown; the preview follows. */
export function decide(decision: ImportDecision): Promise<void> {
  const made = decisions.then(() => send(decision));
  decisions = made;
  return made;
}

/** When every decision made so far is in the preview. */
export const decisionsMade = (): Promise<unknown> => decisions;

async function send(decision: ImportDecision): Promise<void> {
  const flow = importFlow.get();
  if (flow.step !== 'preview') return;
  const { previewId } = flow.preview;
  try {
    show(await call('imports.decide', { previewId, decision }));
  } catch (error) {
    notifyError(error);
    if (hasCode(error, 'IMPORT_EXPIRED')) importFlow.set({ step: 'file' });
  }
}

type Preview = Awaited<ReturnType<typeof call<'imports.decide'>>>;

/** An answer about a preview that is no longer shown is dropped. */
function show(preview: Preview): void {
  importFlow.update((flow) =>
    flow.step === 'preview' && flow.preview.previewId === preview.previewId ? { ...flow, preview } : flow,
  );
}

/** Makes the preview again from the data as they are now, and says how many rows differ. */
export async function refreshPreview(previewId: string): Promise<void> {
  const preview = await call('imports.refresh', { previewId });
  show(preview);
  notifyInfo(previewText.outdated(preview.changedSince));
}

/** The rows that are not written, as a workbook that goes back to the office. */
export async function saveReturned(previewId: string): Promise<void> {
  try {
    const saved = await desktop('imports.saveReturned', { previewId });
    if (saved !== null) notifyDone(previewText.savedRejected(saved.fileName));
  } catch (error) {
    notifyError(error);
  }
}
