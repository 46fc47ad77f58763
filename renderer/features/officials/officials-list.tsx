import { lazy, Suspense, useCallback, useMemo, useRef, useState } from 'react';
import type { PairOfPeople } from '../../../db/contract/duplicates.ts';
import type { OfficialColumnId, OfficialSort } from '../../../db/contract/official-list.ts';
import type { OfficialListDocument, OfficialRow } from '../../../db/contract/officials.ts';
import { pageNames } from '../../../db/contract/vi/navigation.ts';
import { exportText } from '../../../db/contract/vi/official-list.ts';
import { officialsText } from '../../../db/contract/vi/officials.ts';
import { reportsText } from '../../../db/contract/vi/reports.ts';
import { useCommand } from '../../app/commands.ts';
import { useListFocus } from '../../app/list-focus.ts';
import { useOpenRequest } from '../../app/open-request.ts';
import { askBeforeClosing, hasUnsavedForm } from '../../app/router.ts';
import { useScope } from '../../app/scope.ts';
import { usePasteImport } from '../../app/use-paste-import.ts';
import { Page } from '../../components/page.tsx';
import { FailedState, Loading } from '../../components/state.tsx';
import { markedColumns, type TableHandle, VirtualTable } from '../../components/virtual-table.tsx';
import { call } from '../../lib/api.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import { useReturnFocus } from '../../lib/return-focus.ts';
import { useOrganizations } from '../../lib/use-organizations.ts';
import { usePaged } from '../../lib/use-paged.ts';
import { panelOf } from './asked-panel.ts';
import { unsavedCells } from './cell-edit.ts';
import { isColumn } from './column-model.ts';
import { ExportDialog } from './export-dialog.tsx';
import { FilterChips } from './filter-chips.tsx';
import { fittedWidth } from './fit-column.ts';
import { filterCount, useListFilter } from './list-filter.ts';
import { ListFoot } from './list-foot.tsx';
import { ListHead } from './list-head.tsx';
import { ListPanel, type Panel } from './list-panel.tsx';
import { NobodyHere } from './nobody-here.tsx';
import { officialColumns } from './official-columns.tsx';
import { selectColumn } from './select-column.tsx';
import { useCellEdits } from './use-cell-edits.ts';
import { useColumns } from './use-columns.ts';
import { useCopyRows } from './use-copy-rows.ts';
import { useListCells } from './use-list-cells.tsx';
import { useMayWrite } from './use-may-write.ts';
import { useSelectedRows } from './use-selected-rows.ts';

const PdfPreview = lazy(() => import('../reports/pdf-preview.tsx'));

interface OfficialsListProps {
  onCheck: () => void;
  onCompare: (pair: PairOfPeople) => void;
}

/** The book of people: found, filtered, edited in place, and acted on together. */
export function OfficialsList({ onCheck, onCompare }: OfficialsListProps) {
  const scope = useScope();
  const search = scope.search.trim();
  const { organizationId } = scope;
  const listFilter = useListFilter();
  const unitName = useOrganizations().data?.organizations.find((unit) => unit.id === organizationId)?.name;
  const [sort, setSort] = useState<{ id: OfficialSort; descending: boolean }>({
    id: 'name',
    descending: false,
  });
  const [panel, setPanel] = useState<Panel | null>(null);
  const [exporting, setExporting] = useState(false);
  const [preview, setPreview] = useState<OfficialListDocument | null>(null);
  const mayWrite = useMayWrite();
  const table = useRef<TableHandle>(null);
  const focusTable = useCallback(() => table.current?.focus(), []);
  useListFocus(focusTable);
  const returnFocus = useReturnFocus(focusTable);

  const filter = { ...listFilter, search, organizationId, sort: sort.id, descending: sort.descending };
  const key = JSON.stringify(filter);
  const [cursor, setCursor] = useState({ key, index: 0 });
  const fetch = (offset: number, limit: number) => call('officials.list', { ...filter, offset, limit });
  const list = usePaged<OfficialRow>({
    key,
    queryKey: (offset) => queryKeys.officialPage(filter, offset),
    fetch,
  });
  const { total, rowAt } = list;
  const active = Math.max(0, Math.min(cursor.key === key ? cursor.index : 0, (total ?? 1) - 1));
  const selected = useSelectedRows<OfficialRow>({
    key,
    total: total ?? 0,
    active,
    rowAt,
    fresh: list.fresh,
    fetch,
    allIds: async () => (await call('officials.ids', filter)).ids,
  });
  const { selection } = selected;
  const edits = useCellEdits();
  useCommand('undo', edits.undo);
  useCommand('print', () => setExporting(true));

  const closePanel = () => {
    setPanel(null);
    returnFocus.goBack();
  };
  /** A form with something typed asks before the next thing takes its place; typed cells stay where they are. */
  const open = (next: Panel) => {
    if (panel === null) returnFocus.note();
    askBeforeClosing(() => setPanel(next));
  };
  useOpenRequest('officials', (asked) =>
    asked.is === 'compare' ? onCompare(asked.pair) : setPanel(panelOf(asked)),
  );
  const openPerson = (index: number) => {
    const row = rowAt(index);
    // Whoever is shown stays as they are, with what is typed of them.
    if (row && !(panel?.is === 'person' && panel.id === row.id)) open({ is: 'person', id: row.id });
  };
  const setActive = (index: number) => {
    setCursor({ key, index });
    // The panel follows the arrow keys once it is open.
    const row = rowAt(index);
    if (panel?.is === 'person' && row && !hasUnsavedForm()) setPanel({ is: 'person', id: row.id });
  };

  const columns = useColumns();
  const { choice } = columns;
  const shownColumns = useMemo(() => officialColumns(total ?? 0, choice), [total, choice]);
  const cells = useListCells({
    columns: shownColumns,
    mayWrite,
    active,
    total: total ?? 0,
    rowAt,
    edits,
    onActive: setActive,
    onOpen: openPerson,
    focusTable,
  });
  usePasteImport({ columns: () => shownColumns.map(({ title }) => title), enabled: mayWrite });
  useCopyRows(() => {
    if (selection.any && selected.missing()) return selected;
    const row = rowAt(active);
    const rows = (selection.any ? selected.rows() : row ? [row] : []).map(edits.newest);
    const marked = markedColumns(cells);
    if (marked.size > 0)
      return { rows, columns: shownColumns.filter((column) => marked.has(column.id)), whole: false };
    if (selection.any) return { rows, columns: shownColumns, whole: true };
    return { rows, columns: shownColumns.filter((column) => column.id === cells.column), whole: false };
  });

  const widthOnScreen = (id: OfficialColumnId): number =>
    document.querySelector(`[data-column="${id}"]`)?.getBoundingClientRect().width ??
    shownColumns.find((column) => column.id === id)?.width ??
    0;
  const heads = {
    onResize: (id: string, width: number) => {
      if (id === 'fullName' || isColumn(id)) columns.widen(id, width);
    },
    onFit: (id: string) => {
      const column = shownColumns.find((each) => each.id === id);
      if (!column || !(id === 'fullName' || isColumn(id))) return;
      const rows: OfficialRow[] = [];
      for (let index = 0; index < (total ?? 0) && rows.length < 600; index += 1) {
        const row = rowAt(index);
        if (row) rows.push(row);
      }
      columns.widen(id, fittedWidth(column, rows));
    },
    onMove: (id: string, before: string | null) => {
      if (!isColumn(id)) return;
      const others = choice.shown.filter((each) => each !== id);
      columns.move(id, isColumn(before) ? others.indexOf(before) : others.length);
    },
  };

  if (preview !== null)
    return (
      <Suspense fallback={<Loading text={reportsText.preparingPdf} />}>
        <PdfPreview input={preview} backLabel={exportText.back} onClose={() => setPreview(null)} />
      </Suspense>
    );
  const selectedIds = selected.ids;
  return (
    <Page
      title={pageNames.officials}
      head={
        <ListHead
          hasUnit={organizationId !== null}
          columnsOpen={panel?.is === 'columns'}
          onColumns={() => (panel?.is === 'columns' ? closePanel() : open({ is: 'columns' }))}
          onExport={() => setExporting(true)}
          onCheck={onCheck}
          onAdd={mayWrite ? () => open({ is: 'add' }) : null}
        />
      }
      panel={
        panel !== null && (
          <ListPanel
            panel={panel}
            organizationId={organizationId}
            columns={columns}
            widthOf={widthOnScreen}
            onPanel={setPanel}
            onClose={closePanel}
            focusTable={focusTable}
            clearSelection={selected.clear}
          />
        )
      }
      foot={
        <ListFoot
          total={total}
          of={list.of}
          selected={selected.count}
          unsaved={unsavedCells(edits.edits)}
          mayWrite={mayWrite}
          onTransfer={() => open({ is: 'move', ids: selectedIds() })}
          onPost={() => open({ is: 'post', ids: selectedIds() })}
          onExport={() => setExporting(true)}
          onClear={selected.clear}
        />
      }
    >
      <FilterChips unitName={unitName ?? null} />
      {list.error !== null ? (
        <FailedState error={list.error} onRetry={list.retry} />
      ) : total === null ? (
        <Loading />
      ) : total === 0 ? (
        <NobodyHere
          search={search}
          organizationId={organizationId}
          filtered={filterCount(listFilter) > 0 ? { of: list.of } : null}
          onAdd={mayWrite ? () => open({ is: 'add' }) : null}
        />
      ) : (
        <VirtualTable
          ref={table}
          label={officialsText.table}
          columns={[
            selectColumn({
              nameOf: (row: OfficialRow) => row.fullName,
              selection,
              all: selected.count === total,
              onAll: () => (selection.any ? selected.clear() : selection.all()),
              onDone: focusTable,
            }),
            ...shownColumns,
          ]}
          count={total}
          rowAt={rowAt}
          current={list.current}
          rowKey={(index) => rowAt(index)?.id ?? `row-${index}`}
          active={active}
          onActive={setActive}
          onOpen={openPerson}
          onEscape={
            selection.any ? selected.clear : panel === null ? leaveTable : () => askBeforeClosing(closePanel)
          }
          sort={sort}
          onSort={(id) =>
            setSort((before) => ({ id, descending: before.id === id ? !before.descending : false }))
          }
          onRange={list.onRange}
          selection={selection}
          cells={cells}
          heads={heads}
        />
      )}
      {exporting && total !== null && (
        <ExportDialog
          list={filter}
          columns={choice.shown}
          total={total}
          selectedIds={selectedIds()}
          mayReveal={mayWrite}
          onPreview={(document) => {
            setExporting(false);
            setPreview(document);
          }}
          onClose={() => setExporting(false)}
        />
      )}
    </Page>
  );
}

/** Tab goes through the cells: Esc is the way out to the buttons of the page. */
function leaveTable(): void {
  document.querySelector<HTMLElement>('#page header button')?.focus();
}
