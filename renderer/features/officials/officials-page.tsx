import IconListCheck from '@tabler/icons-react/dist/esm/icons/IconListCheck.mjs';
import IconUserPlus from '@tabler/icons-react/dist/esm/icons/IconUserPlus.mjs';
import IconUserSearch from '@tabler/icons-react/dist/esm/icons/IconUserSearch.mjs';
import IconUsers from '@tabler/icons-react/dist/esm/icons/IconUsers.mjs';
import { useCallback, useDeferredValue, useMemo, useRef, useState } from 'react';
import type { OfficialListInput, OfficialRow } from '../../../db/contract/officials.ts';
import { pageNames } from '../../../db/contract/vi/navigation.ts';
import { officialEditText, officialsText, selectionText } from '../../../db/contract/vi/officials.ts';
import { qualityText } from '../../../db/contract/vi/quality.ts';
import { useListFocus } from '../../app/list-focus.ts';
import { useIsAsked, useOpenRequest } from '../../app/open-request.ts';
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
import { type AskedPerson, panelOf } from './asked-panel.ts';
import { officialColumns } from './official-columns.tsx';
import { PersonPanel } from './person-panel.tsx';
import { ReviewView } from './review-view.tsx';
import { selectColumn } from './select-column.tsx';
import { TransferPanel } from './transfer-panel.tsx';
import { useCopyRows } from './use-copy-rows.ts';
import { useMayWrite } from './use-may-write.ts';
import { useSelectedRows } from './use-selected-rows.ts';

type Sort = NonNullable<OfficialListInput['sort']>;

/** What stands at the right of the list. */
type Panel = AskedPerson | { is: 'add' } | { is: 'move'; ids: readonly number[] };

export default function OfficialsPage() {
  const [checking, setChecking] = useState(false);
  // What is asked for is shown beside the list.
  if (useIsAsked('officials') && checking) setChecking(false);
  return checking ? (
    <ReviewView onBack={() => askBeforeLeaving(() => setChecking(false))} />
  ) : (
    <OfficialsList onCheck={() => askBeforeLeaving(() => setChecking(true))} />
  );
}

function OfficialsList({ onCheck }: { onCheck: () => void }) {
  const scope = useScope();
  const search = useDeferredValue(scope.search.trim());
  const { organizationId } = scope;
  const [sort, setSort] = useState<{ id: Sort; descending: boolean }>({ id: 'name', descending: false });
  const [panel, setPanel] = useState<Panel | null>(null);
  const mayWrite = useMayWrite();
  const table = useRef<TableHandle>(null);
  useListFocus(useCallback(() => table.current?.focus(), []));

  const filter = { search, organizationId, sort: sort.id, descending: sort.descending };
  const key = JSON.stringify(filter);
  const [cursor, setCursor] = useState({ key, index: 0 });
  const active = cursor.key === key ? cursor.index : 0;
  const fetch = (offset: number, limit: number) => call('officials.list', { ...filter, offset, limit });
  const list = usePaged<OfficialRow>({
    key,
    queryKey: (offset) => queryKeys.officialPage(filter, offset),
    fetch,
  });
  const { total, rowAt } = list;
  const selected = useSelectedRows<OfficialRow>({ key, total: total ?? 0, active, rowAt, fetch });
  const { selection } = selected;

  const closePanel = () => {
    setPanel(null);
    table.current?.focus();
  };
  /** A form with something typed asks before the next thing takes its place. */
  const open = (next: Panel) => askBeforeLeaving(() => setPanel(next));
  useOpenRequest('officials', (asked) => setPanel(panelOf(asked)));
  const setActive = (index: number) => {
    setCursor({ key, index });
    // The panel follows the arrow keys once it is open.
    const row = rowAt(index);
    if (panel?.is === 'person' && row && !hasUnsaved()) setPanel({ is: 'person', id: row.id });
  };

  const columns = useMemo(() => officialColumns(total ?? 0), [total]);
  useCopyRows(columns, () => {
    const row = rowAt(active);
    return selection.any ? selected.rows() : row ? [row] : [];
  });
  const shownColumns = [
    selectColumn({
      selection,
      all: total !== null && selected.count === total,
      onAll: () => (selection.any ? selected.clear() : selection.all()),
      onDone: () => table.current?.focus(),
    }),
    ...columns,
  ];
  return (
    <Page
      title={pageNames.officials}
      head={
        <>
          <Button onClick={onCheck}>
            <IconListCheck size={18} aria-hidden />
            {qualityText.open}
          </Button>
          {mayWrite && (
            <Button onClick={() => open({ is: 'add' })}>
              <IconUserPlus size={18} aria-hidden />
              {officialEditText.add}
            </Button>
          )}
        </>
      }
      panel={
        panel?.is === 'add' ? (
          <AddOfficialPanel
            organizationId={organizationId}
            onClose={closePanel}
            onAdded={(id) => {
              setPanel({ is: 'person', id });
              table.current?.focus();
            }}
            onRemoved={(id) => setPanel((open) => (open?.is === 'person' && open.id === id ? null : open))}
          />
        ) : panel?.is === 'move' ? (
          <TransferPanel officialIds={panel.ids} onClose={closePanel} onMoved={selected.clear} />
        ) : (
          panel !== null && (
            <PersonPanel key={panel.serial} id={panel.id} firstAct={panel.act} onClose={closePanel} />
          )
        )
      }
      foot={
        selection.any ? (
          <>
            <output>{selectionText.selected(selected.count)}</output>
            {mayWrite && (
              <Button small onClick={() => open({ is: 'move', ids: selected.rows().map((row) => row.id) })}>
                {officialEditText.transfer}
              </Button>
            )}
            <Button small variant="quiet" onClick={selected.clear}>
              {selectionText.clear}
            </Button>
            <span>{selectionText.copyHint}</span>
          </>
        ) : (
          <>
            <output>{total === null ? '' : officialsText.count(total)}</output>
            {total !== 0 && <span>{selectionText.keysHint}</span>}
          </>
        )
      }
    >
      {list.error !== null ? (
        <FailedState error={list.error} onRetry={list.retry} />
      ) : total === null ? (
        <Loading />
      ) : total === 0 ? (
        <NobodyHere
          search={search}
          organizationId={organizationId}
          onAdd={mayWrite ? () => open({ is: 'add' }) : null}
        />
      ) : (
        <VirtualTable
          ref={table}
          label={officialsText.table}
          columns={shownColumns}
          count={total}
          rowAt={rowAt}
          rowKey={(index) => rowAt(index)?.id ?? `row-${index}`}
          active={Math.min(active, total - 1)}
          onActive={setActive}
          onOpen={(index) => {
            const row = rowAt(index);
            if (row) open({ is: 'person', id: row.id });
          }}
          onEscape={
            selection.any ? selected.clear : panel === null ? undefined : () => askBeforeLeaving(closePanel)
          }
          sort={sort}
          onSort={(id) =>
            setSort((before) => ({ id, descending: before.id === id ? !before.descending : false }))
          }
          onRange={list.onRange}
          selection={selection}
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
