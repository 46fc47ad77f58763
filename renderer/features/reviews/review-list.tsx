import IconClipboardText from '@tabler/icons-react/dist/esm/icons/IconClipboardText.mjs';
import IconPrinter from '@tabler/icons-react/dist/esm/icons/IconPrinter.mjs';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useRef, useState } from 'react';
import type { DocumentInput } from '../../../db/contract/documents.ts';
import type { ReviewRow } from '../../../db/contract/reviews.ts';
import { pageNames } from '../../../db/contract/vi/navigation.ts';
import { reviewsText as text } from '../../../db/contract/vi/reviews.ts';
import { askBeforeLeaving } from '../../app/router.ts';
import { useScope } from '../../app/scope.ts';
import { Button } from '../../components/button.tsx';
import { ListStates } from '../../components/list-states.tsx';
import { Page } from '../../components/page.tsx';
import { ShowSelect } from '../../components/show-select.tsx';
import { EmptyState } from '../../components/state.tsx';
import { type TableHandle, VirtualTable } from '../../components/virtual-table.tsx';
import { call } from '../../lib/api.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import { PAGE_SIZE, usePaged } from '../../lib/use-paged.ts';
import { selectColumn } from '../officials/select-column.tsx';
import { useMayWrite } from '../officials/use-may-write.ts';
import { useSelectedRows } from '../officials/use-selected-rows.ts';
import { PapersPanel } from './papers-panel.tsx';
import { reviewColumns } from './review-columns.tsx';
import styles from './reviews.module.css';
import { StatusPanel } from './status-panel.tsx';

type Show = keyof typeof text.shows;
/** What stands in the list, kept by the page while a review is open. */
export interface ReviewListView {
  show: Show;
  active: number;
}
export const wholeReviewList: ReviewListView = { show: 'all', active: 0 };

interface ReviewListProps {
  period: { year: number; quarter: number };
  head: ReactNode;
  view: ReviewListView;
  onView: (view: ReviewListView) => void;
  onOpen: (reviewId: number) => void;
  onPreview: (input: DocumentInput) => void;
}

/** Every review of the period and unit: how far it is, and the acts on one or many. */
export function ReviewList({ period, head, view, onView, onOpen, onPreview }: ReviewListProps) {
  const { organizationId, ...scope } = useScope();
  const search = scope.search.trim();
  const { show, active } = view;
  const setShow = (next: Show) => onView({ show: next, active: 0 });
  const setActive = (next: number) => onView({ ...view, active: next });
  const [panel, setPanel] = useState<'status' | 'papers' | null>(null);
  const table = useRef<TableHandle>(null);
  const mayWrite = useMayWrite();
  const filter = { ...period, organizationId, show, search };
  const key = JSON.stringify(filter);
  const fetch = async (offset: number, limit: number) => {
    const page = await call('reviews.list', { ...filter, offset, limit });
    return { ...page, rows: page.rows.map((row) => ({ ...row, id: row.reviewId })) };
  };
  const list = usePaged({ key, queryKey: (offset) => queryKeys.reviews(filter, offset), fetch });
  // The first page of the list has them, too: the same key is fetched once.
  const counts = useQuery({ queryKey: queryKeys.reviews(filter, 0), queryFn: () => fetch(0, PAGE_SIZE) });
  const total = list.total ?? 0;
  const { rowAt, fresh } = list;
  const selected = useSelectedRows({ key, total, active, rowAt, fresh, fetch });
  const close = () =>
    askBeforeLeaving(() => {
      setPanel(null);
      table.current?.focus();
    });
  const chosen = selected.rows();
  return (
    <Page
      title={pageNames.reviews}
      head={
        <>
          {head}
          <ShowSelect label={text.show} names={text.shows} value={show} onChange={setShow} />
          <Button onClick={() => askBeforeLeaving(() => setPanel('papers'))}>
            <IconPrinter size={16} aria-hidden />
            {text.print}
          </Button>
        </>
      }
      panel={
        panel === 'status' && chosen.length > 0 ? (
          <StatusPanel
            key={chosen.map(({ id, version }) => `${id}.${version}`).join()}
            reviews={chosen}
            onClose={close}
            onChanged={() => {
              setPanel(null);
              selected.clear();
            }}
          />
        ) : (
          panel === 'papers' && (
            <PapersPanel
              period={period}
              organizationId={organizationId}
              chosen={chosen.map(({ id }) => id)}
              onPreview={onPreview}
              onClose={close}
            />
          )
        )
      }
      foot={<output>{counts.data && text.foot(counts.data.counts)}</output>}
    >
      {selected.count > 0 && (
        <div className={styles.chosen}>
          <output>{text.chosen(selected.count)}</output>
          {mayWrite && (
            <Button small onClick={() => askBeforeLeaving(() => setPanel('status'))}>
              {text.changeStatus}
            </Button>
          )}
          <Button small variant="quiet" onClick={selected.clear}>
            {text.clearChosen}
          </Button>
        </div>
      )}
      <ListStates
        list={list}
        empty={
          <EmptyState
            icon={IconClipboardText}
            title={text.none}
            actions={show !== 'all' && <Button onClick={() => setShow('all')}>{text.clear}</Button>}
          >
            {text.noneText}
          </EmptyState>
        }
      >
        {(total) => (
          <VirtualTable
            ref={table}
            label={text.list}
            columns={[
              selectColumn({
                nameOf: (row: ReviewRow & { id: number }) => row.name,
                selection: selected.selection,
                all: selected.count === total,
                onAll: () => (selected.selection.any ? selected.clear() : selected.selection.all()),
                onDone: () => table.current?.focus(),
              }),
              ...reviewColumns(total),
            ]}
            count={total}
            rowAt={list.rowAt}
            current={list.current}
            rowKey={(index) => list.rowAt(index)?.reviewId ?? `waiting-${index}`}
            active={active}
            onActive={setActive}
            onOpen={(index) => {
              const row = list.rowAt(index);
              if (row) askBeforeLeaving(() => onOpen(row.reviewId));
            }}
            onEscape={panel === null ? undefined : close}
            onRange={list.onRange}
            selection={selected.selection}
          />
        )}
      </ListStates>
    </Page>
  );
}
