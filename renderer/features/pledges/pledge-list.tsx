import IconSignature from '@tabler/icons-react/dist/esm/icons/IconSignature.mjs';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { DocumentInput } from '../../../db/contract/documents.ts';
import { pageNames } from '../../../db/contract/vi/navigation.ts';
import { declaredText, pledgesText as text } from '../../../db/contract/vi/pledges.ts';
import { ratingsText } from '../../../db/contract/vi/ratings.ts';
import { declaredDiffers } from '../../../db/domain/declared-totals.ts';
import { useCommand } from '../../app/commands.ts';
import { useListFocus } from '../../app/list-focus.ts';
import { askBeforeClosing, goTo } from '../../app/router.ts';
import { useScope } from '../../app/scope.ts';
import { usePasteImport } from '../../app/use-paste-import.ts';
import { Button } from '../../components/button.tsx';
import { DetailPanel } from '../../components/detail-panel.tsx';
import { Page } from '../../components/page.tsx';
import { ShowSelect } from '../../components/show-select.tsx';
import { EmptyState, FailedState, Loading } from '../../components/state.tsx';
import { type TableHandle, VirtualTable } from '../../components/virtual-table.tsx';
import { call } from '../../lib/api.ts';
import { isFocusTaken } from '../../lib/focus-taken.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import { usePaged } from '../../lib/use-paged.ts';
import { useMayWrite } from '../officials/use-may-write.ts';
import { useSelectedRows } from '../officials/use-selected-rows.ts';
import { ActForm } from './act-panel.tsx';
import { CreatePanel } from './create-panel.tsx';
import type { PledgeActKind } from './pledge-acts.ts';
import { type ListRow, pledgeColumns, signatureTitles } from './pledge-columns.tsx';
import styles from './pledges.module.css';
import { UnitsPanel } from './units-panel.tsx';

type Show = keyof typeof text.shows;
type ListAct = Exclude<PledgeActKind, 'notFiled'>;
const listActs = ['filed', 'confirmed', 'returned', 'reason'] as const satisfies readonly ListAct[];
type Panel =
  | { is: 'act'; kind: ListAct; rows: readonly ListRow[] }
  | { is: 'create'; rows: readonly ListRow[] | null }
  | { is: 'units' };

interface PledgeListProps {
  year: number;
  /** Where the cursor was before a pledge or the paper was opened: the list goes on there. */
  first: number | null;
  onOpen: (row: ListRow, index: number) => void;
  onPreview: (input: DocumentInput, index: number) => void;
}

/** Everyone who is to pledge in the year, how many have signed, and the acts on several at once. */
export function PledgeList({ year, first, onOpen, onPreview }: PledgeListProps) {
  const { organizationId, ...scope } = useScope();
  const search = scope.search.trim();
  const [show, setShow] = useState<Show>('all');
  const [panel, setPanel] = useState<Panel | null>(null);
  const mayWrite = useMayWrite();
  const table = useRef<TableHandle>(null);
  const focusTable = useCallback(() => table.current?.focus(), []);
  useListFocus(focusTable);
  usePasteImport({ columns: () => signatureTitles, year, enabled: mayWrite });

  const filter = { year, organizationId, show, search };
  const isUnfiltered = show === 'all' && search === '';
  const isEmpty = isUnfiltered && organizationId === null;
  const key = JSON.stringify(filter);
  const [cursor, setCursor] = useState({ key, index: first ?? 0 });
  const fetch = async (offset: number, limit: number) => {
    const { total, rows } = await call('pledges.list', { ...filter, offset, limit });
    return { total, rows: rows.map((row): ListRow => ({ ...row, id: row.officialId })) };
  };
  const list = usePaged<ListRow>({
    key,
    queryKey: (offset) => queryKeys.pledgePage(filter, offset),
    fetch,
  });
  const counts = useQuery({
    queryKey: queryKeys.pledgeCounts(year, organizationId),
    queryFn: () => call('pledges.list', { year, organizationId, limit: 1 }),
  });
  const { total, rowAt } = list;
  const ready = total !== null;
  useEffect(() => {
    if (ready && first !== null && !isFocusTaken()) focusTable();
  }, [ready, first, focusTable]);
  const active = Math.max(0, Math.min(cursor.key === key ? cursor.index : 0, (total ?? 1) - 1));
  const { current, fresh } = list;
  const selected = useSelectedRows<ListRow>({ key, total: total ?? 0, active, rowAt, fresh, fetch });
  const { selection } = selected;

  const close = () => {
    setPanel(null);
    if (!isFocusTaken()) focusTable();
  };
  const askClose = () => askBeforeClosing(close);
  const open = (next: Panel) => askBeforeClosing(() => setPanel(next));
  const done = () => {
    selected.clear();
    close();
  };
  const preview = () => {
    const officialIds = selection.any ? selected.rows().map((row) => row.officialId) : null;
    askBeforeClosing(() => onPreview({ kind: 'pledges', year, organizationId, officialIds }, active));
  };
  useCommand('print', preview);
  const signed = counts.data?.counts;
  const differing = (counts.data?.units ?? []).filter(
    ({ declared }) => declared !== null && declaredDiffers(declared),
  ).length;

  return (
    <Page
      title={pageNames.pledges}
      head={
        <>
          {signed && (
            <output className={styles.signed}>
              {text.signed(signed.signed, signed.base, signed.signedPercent)}
            </output>
          )}
          <ShowSelect label={text.show} names={text.shows} value={show} onChange={setShow} />
          <Button small aria-pressed={panel?.is === 'units'} onClick={() => open({ is: 'units' })}>
            {text.byUnit}
            {differing > 0 && ` (${declaredText.differ(differing)})`}
          </Button>
          <Button small title={text.printHint} onClick={preview}>
            {text.print}
          </Button>
          {mayWrite && (
            <Button
              small
              variant="primary"
              onClick={() => open({ is: 'create', rows: selection.any ? selected.rows() : null })}
            >
              {text.create}
            </Button>
          )}
        </>
      }
      panel={
        panel !== null &&
        (panel.is === 'act' ? (
          <DetailPanel title={text.actTitles[panel.kind]} onClose={askClose}>
            <ActForm
              key={`${panel.kind} ${panel.rows.map(({ officialId }) => officialId).join()}`}
              year={year}
              kind={panel.kind}
              people={panel.rows}
              onClose={close}
              onDone={done}
            />
          </DetailPanel>
        ) : panel.is === 'create' ? (
          <CreatePanel
            year={year}
            organizationId={organizationId}
            officialIds={panel.rows === null ? null : panel.rows.map((row) => row.officialId)}
            missing={panel.rows === null ? null : panel.rows.filter((row) => row.pledgeId === null).length}
            onClose={askClose}
            onDone={done}
          />
        ) : (
          <UnitsPanel units={counts.data?.units} onClose={askClose} />
        ))
      }
      foot={
        <>
          <output>{total !== null && text.foot(total)}</output>
          {selected.count === 0 ? (
            <>
              <Button
                small
                title={text.listPaperHint}
                disabled={total === null || total === 0}
                onClick={() => askBeforeClosing(() => onPreview({ kind: 'pledges-list', ...filter }, active))}
              >
                {text.listPaper}
              </Button>
              <span>{text.keys}</span>
            </>
          ) : (
            <>
              <output>{text.selected(selected.count)}</output>
              {mayWrite &&
                listActs.map((kind) => (
                  <Button key={kind} small onClick={() => open({ is: 'act', kind, rows: selected.rows() })}>
                    {text.acts[kind]}
                  </Button>
                ))}
              <Button small variant="quiet" onClick={selected.clear}>
                {text.clearSelection}
              </Button>
            </>
          )}
        </>
      }
    >
      {list.error !== null ? (
        <FailedState error={list.error} onRetry={list.retry} />
      ) : total === null ? (
        <Loading />
      ) : total === 0 ? (
        <EmptyState
          icon={IconSignature}
          title={isUnfiltered ? text.nobody(organizationId !== null) : text.none}
          actions={
            isEmpty ? (
              <Button variant="primary" onClick={() => goTo('imports')}>
                {ratingsText.emptyAct}
              </Button>
            ) : (
              show !== 'all' && <Button onClick={() => setShow('all')}>{text.clear}</Button>
            )
          }
        >
          {isEmpty ? text.nobodyText : undefined}
        </EmptyState>
      ) : (
        <VirtualTable
          ref={table}
          label={text.table}
          columns={pledgeColumns({
            total,
            selection,
            all: selected.count === total,
            onAll: () => (selection.any ? selected.clear() : selection.all()),
            onDone: focusTable,
          })}
          count={total}
          rowAt={rowAt}
          current={current}
          rowKey={(index) => rowAt(index)?.officialId ?? `waiting-${index}`}
          active={active}
          onActive={(index) => setCursor({ key, index })}
          onOpen={(index) => {
            const row = rowAt(index);
            if (row) askBeforeClosing(() => onOpen(row, index));
          }}
          onEscape={selection.any ? selected.clear : panel === null ? undefined : askClose}
          onRange={list.onRange}
          selection={selection}
        />
      )}
    </Page>
  );
}
