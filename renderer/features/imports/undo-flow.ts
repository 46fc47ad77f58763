import type { QueryClient } from '@tanstack/react-query';
import type { UndoPlan } from '../../../db/contract/import-batches.ts';
import { importsText } from '../../../db/contract/vi/imports.ts';
import { notifyDone } from '../../app/notifier/notices.ts';
import { goTo } from '../../app/router.ts';
import { call } from '../../lib/api.ts';
import { createStore } from '../../lib/store.ts';

/**
 * Undoes a batch. When records of it were edited since, nothing is changed before the person has seen which: the
 * plan is shown, and asks.
 */
export async function undoImport(queryClient: QueryClient, batchId: number): Promise<void> {
  const plan = await call('imports.undoPlan', { batchId });
  if (plan.keptCount > 0) {
    undoQuestion.set(plan);
    goTo('imports');
  } else await undoNow(queryClient, batchId, false);
}

/** What an undo would leave, while the person is asked. */
export const undoQuestion = createStore<UndoPlan | null>(null);

/** @throws AppError; nothing is changed then */
export async function undoNow(queryClient: QueryClient, batchId: number, keepEdited: boolean): Promise<void> {
  const { removed, restored } = await call('imports.undo', { batchId, keepEdited });
  await queryClient.invalidateQueries();
  notifyDone(importsText.undone(removed, restored));
}
