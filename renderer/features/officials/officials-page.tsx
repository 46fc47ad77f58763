import IconUserPlus from '@tabler/icons-react/dist/esm/icons/IconUserPlus.mjs';
import IconUserSearch from '@tabler/icons-react/dist/esm/icons/IconUserSearch.mjs';
import IconUsers from '@tabler/icons-react/dist/esm/icons/IconUsers.mjs';
import { useCallback, useDeferredValue, useMemo, useRef, useState } from 'react';
import type { OfficialListInput, OfficialRow } from '../../../db/contract/officials.ts';
import { pageNames } from '../../../db/contract/vi/navigation.ts';
import { officialEditText, officialsText } from '../../../db/contract/vi/officials.ts';
import { useListFocus } from '../../app/list-focus.ts';
import { askBeforeLeaving, goTo, hasUnsaved } from '../../app/router.ts';
import { setOrganization, setSearch, useScope } from '../../app/scope.ts';
import { Button } from '../../components/button.tsx';
import { Page } from '../../components/page.tsx';
import { EmptyState, FailedState, Loading } from '../../components/state.tsx';
import { type TableHandle, VirtualTable } from '../../components/virtual-table.tsx';
import { call } from '../../lib/api.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import { usePaged } from '../../lib/use-paged.ts';
import { AddOfficialPanel } from './add-official-panel.tsx';
import { officialColumns } from './official-columns.tsx';
import { PersonPanel } from './person-panel.tsx';
import { useMayWrite } from './use-may-write.ts';

type Sort = NonNullable<OfficialListInput['sort']>;

export default function OfficialsPage() {
  const scope = useScope();
  const search = useDeferredValue(scope.search.trim());
  const { organizationId } = scope;
  const [sort, setSort] = useState<{ id: Sort; descending: boolean }>({ id: 'name', descending: false });
  const [openId, setOpenId] = useState<number | null>(null);
  const [adding, setAdding] = useState(false);
  const mayWrite = useMayWrite();
  const table = useRef<TableHandle>(null);
  useListFocus(useCallback(() => table.current?.focus(), []));

  const filter = { search, organizationId, sort: sort.id, descending: sort.descending };
  const key = JSON.stringify(filter);
  const [selection, setSelection] = useState({ key, index: 0 });
  const active = selection.key === key ? selection.index : 0;
  const list = usePaged<OfficialRow>({
    key,
    queryKey: (offset) => queryKeys.officialPage(filter, offset),
    fetch: (offset, limit) => call('officials.list', { ...filter, offset, limit }),
  });

  const closePanel = () => {
    setOpenId(null);
    setAdding(false);
    table.current?.focus();
  };
  /** A form with something typed asks before the next thing takes its place. */
  const open = (id: number) =>
    askBeforeLeaving(() => {
      setAdding(false);
      setOpenId(id);
    });
  const add = () =>
    askBeforeLeaving(() => {
      setOpenId(null);
      setAdding(true);
    });
  const setActive = (index: number) => {
    setSelection({ key, index });
    // The panel follows the arrow keys once it is open.
    const row = list.rowAt(index);
    if (openId !== null && row && !hasUnsaved()) setOpenId(row.id);
  };

  const { total } = list;
  const columns = useMemo(() => officialColumns(total ?? 0), [total]);
  return (
    <Page
      title={pageNames.officials}
      head={
        mayWrite && (
          <Button onClick={add}>
            <IconUserPlus size={18} aria-hidden />
            {officialEditText.add}
          </Button>
        )
      }
      panel={
        adding ? (
          <AddOfficialPanel
            organizationId={organizationId}
            onClose={closePanel}
            onAdded={(id) => {
              setAdding(false);
              setOpenId(id);
            }}
          />
        ) : (
          openId !== null && <PersonPanel id={openId} onClose={closePanel} />
        )
      }
      foot={
        <>
          <output>{total === null ? '' : officialsText.count(total)}</output>
          {total !== 0 && <span>{officialsText.keysHint}</span>}
        </>
      }
    >
      {list.error !== null ? (
        <FailedState error={list.error} onRetry={list.retry} />
      ) : total === null ? (
        <Loading />
      ) : total === 0 ? (
        <NobodyHere search={search} organizationId={organizationId} onAdd={mayWrite ? add : null} />
      ) : (
        <VirtualTable
          ref={table}
          label={officialsText.table}
          columns={columns}
          count={total}
          rowAt={list.rowAt}
          rowKey={(index) => list.rowAt(index)?.id ?? `row-${index}`}
          active={Math.min(active, total - 1)}
          onActive={setActive}
          onOpen={(index) => {
            const row = list.rowAt(index);
            if (row) open(row.id);
          }}
          onEscape={openId === null && !adding ? undefined : () => askBeforeLeaving(closePanel)}
          sort={sort}
          onSort={(id) =>
            setSort((before) => ({ id, descending: before.id === id ? !before.descending : false }))
          }
          onRange={list.onRange}
        />
      )}
    </Page>
  );
}

interface NobodyHereProps {
  search: string;
  organizationId: number | null;
  /** null for who only reads. */
  onAdd: (() => void) | null;
}

function NobodyHere({ search, organizationId, onAdd }: NobodyHereProps) {
  if (search !== '')
    return (
      <EmptyState
        icon={IconUserSearch}
        title={officialsText.notFoundTitle}
        actions={
          <>
            <Button onClick={() => setSearch('')}>{officialsText.clearSearch}</Button>
            {organizationId !== null && (
              <Button onClick={() => setOrganization(null)}>{officialsText.searchAllUnits}</Button>
            )}
          </>
        }
      >
        {officialsText.notFoundText(search)}
        {organizationId !== null && ` ${officialsText.notFoundInUnit}`}
      </EmptyState>
    );
  const inUnit = organizationId !== null;
  return (
    <EmptyState
      icon={IconUsers}
      title={inUnit ? officialsText.emptyUnitTitle : officialsText.emptyTitle}
      actions={
        <>
          {inUnit && <Button onClick={() => setOrganization(null)}>{officialsText.showAllUnits}</Button>}
          <Button variant={inUnit ? 'default' : 'primary'} onClick={() => goTo('imports')}>
            {officialsText.emptyAct}
          </Button>
          {onAdd !== null && <Button onClick={onAdd}>{officialEditText.add}</Button>}
        </>
      }
    >
      {inUnit ? officialsText.emptyUnitText : officialsText.emptyText}
    </EmptyState>
  );
}
