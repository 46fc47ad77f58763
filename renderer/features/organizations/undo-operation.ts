import type { QueryClient } from '@tanstack/react-query';
import { stepsText } from '../../../db/contract/vi/organizations.ts';
import { notifyDone } from '../../app/notifier/notices.ts';
import { call } from '../../lib/api.ts';

/** Takes back a whole act; counts and names stand in every list, so all are fetched anew. */
export async function undoOperation(
  queryClient: QueryClient,
  operationId: number,
  what: string,
): Promise<void> {
  await call('operations.undo', { operationId });
  await queryClient.invalidateQueries();
  notifyDone(stepsText.undone(what));
}
