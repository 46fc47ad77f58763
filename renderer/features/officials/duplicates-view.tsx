import IconUserSearch from '@tabler/icons-react/dist/esm/icons/IconUserSearch.mjs';
import IconUsers from '@tabler/icons-react/dist/esm/icons/IconUsers.mjs';
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import type { DuplicatePair, PairOfPeople } from '../../../db/contract/duplicates.ts';
import { duplicateReasonNames, duplicatesText as text } from '../../../db/contract/vi/duplicates.ts';
import { formatNumber } from '../../../db/contract/vi/numbers.ts';
import { officialsText, personLabels } from '../../../db/contract/vi/officials.ts';
import { qualityText } from '../../../db/contract/vi/quality.ts';
import { useListFocus } from '../../app/list-focus.ts';
import { setSearch, useScope } from '../../app/scope.ts';
import { Button } from '../../components/button.tsx';
import { numberColumnWidth } from '../../components/number-column.ts';
import { Page } from '../../components/page.tsx';
import { EmptyState, FailedState, Loading } from '../../components/state.tsx';
import tableStyles from '../../components/table.module.css';
import { type Column, type TableHandle, VirtualTable } from '../../components/virtual-table.tsx';
import { call } from '../../lib/api.ts';
import { formatDate } from '../../lib/format.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import { usePaged } from '../../lib/use-paged.ts';
import { ComparePeople } from './compare-people.tsx';
import { useMayWrite } from './use-may-write.ts';

interface DuplicatesViewProps {
  /** The pair to begin with; null: the list. */
  first: PairOfPeople | null;
  lead: ReactNode;
  tabs: ReactNode;
}

/** Pairs that may be one person. Nothing is merged by itself: a pair is opened and compared. */
export function DuplicatesView({ first, lead, tabs }: DuplicatesViewProps) {
  const scope = useScope();
  const mayWrite = useMayWrite();
  const { organizationId } = scope;
  const search = scope.search.trim();
  const [pair, setPair] = useState(first);
  const [cursor, setCursor] = useState(0);
  const table = useRef<TableHandle>(null);
  // Back from the two people, the keys go on in the list.
  const compared = useRef(false);
  useEffect(() => {
    if (pair === null && compared.current) table.current?.focus();
    compared.current = pair !== null;
  }, [pair]);
  useListFocus(useCallback(() => table.current?.focus(), []));
  const filter = { organizationId, search };
  const list = usePaged<DuplicatePair>({
    key: JSON.stringify(filter),
    queryKey: (offset) => [...queryKeys.officials, 'duplicates', filter, offset],
    fetch: (offset, limit) => call('duplicates.list', { ...filter, offset, limit }),
  });
  if (pair !== null) return <ComparePeople {...pair} onDone={() => setPair(null)} />;
  const { total } = list;
  const open = (index: number) => {
    const row = list.rowAt(index);
    if (row) setPair({ firstId: row.first.id, secondId: row.second.id });
  };
  return (
    <Page
      title={qualityText.open}
      lead={lead}
      head={tabs}
      foot={
        <>
          <output>{total === null ? '' : text.count(total)}</output>
          {total !== null && total > 0 && <span>{text.hint}</span>}
        </>
      }
    >
      {list.error !== null ? (
        <FailedState error={list.error} onRetry={list.retry} />
      ) : total === null ? (
        <Loading />
      ) : total === 0 && search !== '' ? (
        <EmptyState
          icon={IconUserSearch}
          title={text.notFoundTitle}
          actions={<Button onClick={() => setSearch('')}>{officialsText.clearSearch}</Button>}
        >
          {officialsText.notFoundText(search)}
        </EmptyState>
      ) : total === 0 ? (
        <EmptyState icon={IconUsers} title={text.emptyTitle}>
          {text.emptyText}
        </EmptyState>
      ) : (
        <VirtualTable
          ref={table}
          label={text.table}
          columns={columnsFor(total)}
          count={total}
          rowAt={list.rowAt}
          current={list.current}
          rowKey={(index) => {
            const row = list.rowAt(index);
            return row ? `${row.first.id}-${row.second.id}` : `row-${index}`;
          }}
          active={Math.min(cursor, total - 1)}
          onActive={setCursor}
          onOpen={mayWrite ? open : undefined}
          onRange={list.onRange}
        />
      )}
    </Page>
  );
}

const nameColumn = (which: 'first' | 'second'): Column<DuplicatePair> => ({
  id: which,
  title: text[which],
  width: 170,
  grow: 1,
  render: (pair) => <span className={tableStyles.strong}>{pair[which].fullName}</span>,
  tip: (pair) => pair[which].fullName,
});
const birthColumn = (which: 'first' | 'second'): Column<DuplicatePair> => ({
  id: `${which}Birth`,
  title: text.birthDates,
  width: 96,
  align: 'right',
  render: (pair) => formatDate(pair[which].birthDate),
});
const unitColumn = (which: 'first' | 'second'): Column<DuplicatePair> => ({
  id: `${which}Unit`,
  title: personLabels.organization,
  width: 130,
  grow: 1,
  render: (pair) => pair[which].organizationName,
  tip: (pair) => pair[which].organizationName,
});

const columnsFor = (total: number): ReadonlyArray<Column<DuplicatePair>> => [
  {
    id: 'rowNo',
    title: personLabels.rowNo,
    width: numberColumnWidth(total),
    align: 'right',
    render: (_pair, index) => formatNumber(index + 1),
  },
  nameColumn('first'),
  birthColumn('first'),
  unitColumn('first'),
  nameColumn('second'),
  birthColumn('second'),
  unitColumn('second'),
  {
    id: 'reasons',
    title: text.reasons,
    width: 180,
    grow: 2,
    render: (pair) => pair.reasons.map((reason) => duplicateReasonNames[reason]).join('; '),
    tip: (pair) => pair.reasons.map((reason) => duplicateReasonNames[reason]).join('; '),
  },
];
