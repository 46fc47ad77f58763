import { useEffect } from 'react';
import type { PairOfPeople } from '../../db/contract/duplicates.ts';
import type { OfficialPost } from '../../db/contract/official-edits.ts';
import type { StepKind } from '../../db/contract/vi/organizations.ts';
import { createStore, useStore } from '../lib/store.ts';
import type { PageId } from './pages.ts';
import { askBeforeLeaving, goTo } from './router.ts';

/** What the search or a draft asks a page to show: a person, a unit, a form. */
export type OpenRequest =
  | { page: 'officials'; is: 'newPerson' }
  | {
      page: 'officials';
      is: 'person';
      id: number;
      act?: 'edit' | 'participation' | 'discipline' | 'transfer';
    }
  | { page: 'officials'; is: 'move' | 'givePost'; ids: readonly number[] }
  | { page: 'officials'; is: 'compare'; pair: PairOfPeople }
  | { page: 'officials'; is: 'post'; id: number; post: OfficialPost | null }
  | { page: 'reviews'; is: 'review'; id: number }
  | { page: 'reviews'; is: 'prompts' }
  | {
      page: 'reviews';
      is: 'meeting';
      period: { year: number; quarter: number };
      place: { organizationId: number; meetingId: number | null };
    }
  | { page: 'organizations'; is: 'unit'; id: number }
  | { page: 'organizations'; is: 'step'; id: number; kind: StepKind }
  | { page: 'organizations'; is: 'newUnit' }
  | { page: 'remediation'; is: 'list'; show: 'overdue' | 'dueSoon' | 'open' }
  | { page: 'remediation'; is: 'newTask'; shortcomingId: number | null }
  | { page: 'remediation'; is: 'task'; id: number; act?: 'edit' | 'note' }
  | { page: 'pledges'; is: 'pledge'; officialId: number; year: number };
type RequestOf<Page extends PageId> = Extract<OpenRequest, { page: Page }>;

const request = createStore<OpenRequest | null>(null);

/** Goes to the page of the request and has it shown there; asks first when something is unsaved. */
export function openInPage(next: OpenRequest): void {
  askBeforeLeaving(() => {
    request.set(next);
    goTo(next.page);
  });
}

/** Whether something of the page waits to be shown. */
export const useIsAsked = (page: PageId): boolean => useStore(request)?.page === page;

/** The page's own part: shows what is asked of it, also when it was already open. */
export function useOpenRequest<Page extends PageId>(
  page: Page,
  show: (wanted: RequestOf<Page>) => void,
): void {
  const wanted = useStore(request);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a request is shown once, however the page is drawn
  useEffect(() => {
    if (wanted?.page !== page) return;
    request.set(null);
    show(wanted as RequestOf<Page>);
  }, [wanted]);
}
