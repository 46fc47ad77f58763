import IconCircleCheck from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs';
import IconCircleDashed from '@tabler/icons-react/dist/esm/icons/IconCircleDashed.mjs';
import IconMessageQuestion from '@tabler/icons-react/dist/esm/icons/IconMessageQuestion.mjs';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useRef, useState } from 'react';
import type { Review, ReviewPromptList } from '../../../db/contract/reviews.ts';
import { subjectName } from '../../../db/contract/vi/cycles.ts';
import { pageNames } from '../../../db/contract/vi/navigation.ts';
import { promptSourceNames, reviewsText as text } from '../../../db/contract/vi/reviews.ts';
import { useScope } from '../../app/scope.ts';
import { Button } from '../../components/button.tsx';
import { ListStates } from '../../components/list-states.tsx';
import { numberColumn } from '../../components/number-column.ts';
import { Page } from '../../components/page.tsx';
import { ShowSelect } from '../../components/show-select.tsx';
import { EmptyState } from '../../components/state.tsx';
import { type Column, type TableHandle, VirtualTable } from '../../components/virtual-table.tsx';
import { call } from '../../lib/api.ts';
import { formatDate } from '../../lib/format.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import { PAGE_SIZE, usePaged } from '../../lib/use-paged.ts';
import { useMayWrite } from '../officials/use-may-write.ts';
import { ChooseReview } from './choose-review.tsx';
import { PromptDialog } from './prompt-dialog.tsx';
import styles from './reviews.module.css';

type Row = ReviewPromptList['rows'][number];
type Show = keyof typeof text.promptShows;

const columnsOf = (total: number): Column<Row, never>[] => [
  numberColumn(text.number, total),
  {
    id: 'name',
    title: text.name,
    width: 190,
    grow: 1,
    frozen: true,
    render: (row) => <b className={styles.name}>{subjectName(row)}</b>,
    tip: subjectName,
  },
  { id: 'unit', title: text.unit, width: 170, grow: 1, render: (row) => row.organizationName },
  { id: 'source', title: text.source, width: 150, render: (row) => promptSourceNames[row.source] },
  {
    id: 'matter',
    title: text.matter,
    width: 260,
    grow: 3,
    render: (row) => row.matter,
    tip: (row) => row.matter,
  },
  { id: 'sentOn', title: text.sentOn, width: 90, render: (row) => formatDate(row.sentOn) },
  {
    id: 'answered',
    title: text.state,
    width: 140,
    render: (row) => (
      <span className={styles.state}>
        {row.answer === '' ? (
          <IconCircleDashed size={16} stroke={1.5} aria-hidden />
        ) : (
          <IconCircleCheck size={16} stroke={1.5} aria-hidden />
        )}
        {row.answer === '' ? text.open : text.answered}
      </span>
    ),
    tip: (row) => row.answer,
  },
];

interface PromptRegisterProps {
  period: { year: number; quarter: number };
  head: ReactNode;
  onOpen: (reviewId: number) => void;
}

/** Suggested questions over all reviews of the period; Enter opens the review that has to answer. */
export function PromptRegister({ period, head, onOpen }: PromptRegisterProps) {
  const { organizationId, ...scope } = useScope();
  const search = scope.search.trim();
  const queryClient = useQueryClient();
  const [show, setShow] = useState<Show>('all');
  const [active, setActive] = useState(0);
  const [adding, setAdding] = useState<'choose' | Pick<Review, 'reviewId' | 'version' | 'name'> | null>(null);
  const table = useRef<TableHandle>(null);
  const mayWrite = useMayWrite();
  const filter = { ...period, organizationId, show, search };
  // `of` of a paged list is its own total; here it is the total of the unit.
  const fetch = async (offset: number, limit: number) => {
    const { of: all, ...page } = await call('reviews.prompts', { ...filter, offset, limit });
    return { ...page, all };
  };
  const list = usePaged({
    key: JSON.stringify(filter),
    queryKey: (offset) => queryKeys.reviewPrompts(filter, offset),
    fetch,
  });
  // The first page of the list has them, too: the same key is fetched once.
  const counts = useQuery({
    queryKey: queryKeys.reviewPrompts(filter, 0),
    queryFn: () => fetch(0, PAGE_SIZE),
  });
  return (
    <Page
      title={pageNames.reviews}
      head={
        <>
          {head}
          <ShowSelect label={text.show} names={text.promptShows} value={show} onChange={setShow} />
          {mayWrite && (
            <Button variant="primary" onClick={() => setAdding('choose')}>
              {text.addPrompt}
            </Button>
          )}
        </>
      }
      foot={<output>{counts.data && text.promptFoot(counts.data.answered, counts.data.all)}</output>}
    >
      <ListStates
        list={list}
        empty={
          <EmptyState
            icon={IconMessageQuestion}
            title={text.noPromptsTitle}
            actions={show !== 'all' && <Button onClick={() => setShow('all')}>{text.clear}</Button>}
          >
            {text.noPromptsText}
          </EmptyState>
        }
      >
        {(total) => (
          <VirtualTable
            ref={table}
            label={text.promptList}
            columns={columnsOf(total)}
            count={total}
            rowAt={list.rowAt}
            current={list.current}
            rowKey={(index) => list.rowAt(index)?.promptId ?? `waiting-${index}`}
            active={active}
            onActive={setActive}
            onOpen={(index) => {
              const row = list.rowAt(index);
              if (row) onOpen(row.reviewId);
            }}
            onRange={list.onRange}
          />
        )}
      </ListStates>
      {adding === 'choose' && (
        <ChooseReview period={period} onChoose={setAdding} onClose={() => setAdding(null)} />
      )}
      {adding !== null && adding !== 'choose' && (
        <PromptDialog
          review={adding}
          prompt={null}
          mayRemove={false}
          onReview={(review) => {
            setAdding((before) => (before === null ? null : review));
            void queryClient.invalidateQueries();
          }}
          onClose={() => setAdding(null)}
        />
      )}
    </Page>
  );
}
