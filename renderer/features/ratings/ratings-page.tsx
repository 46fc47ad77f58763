import IconChecklist from '@tabler/icons-react/dist/esm/icons/IconChecklist.mjs';
import IconUserSearch from '@tabler/icons-react/dist/esm/icons/IconUserSearch.mjs';
import { lazy, Suspense, useCallback, useMemo, useRef, useState } from 'react';
import type { DocumentInput } from '../../../db/contract/documents.ts';
import { cycleText, periodWords } from '../../../db/contract/vi/cycles.ts';
import { pageNames } from '../../../db/contract/vi/navigation.ts';
import { officialsText } from '../../../db/contract/vi/officials.ts';
import { ratingRulesText, ratingTableNames } from '../../../db/contract/vi/rating-rules-screen.ts';
import { ratingsText } from '../../../db/contract/vi/ratings.ts';
import { reportsText } from '../../../db/contract/vi/reports.ts';
import { countLevels } from '../../../db/domain/ratings.ts';
import { useCommand } from '../../app/commands.ts';
import { useListFocus } from '../../app/list-focus.ts';
import { askBeforeLeaving, goTo } from '../../app/router.ts';
import { setOrganization, setSearch, useScope, useYears } from '../../app/scope.ts';
import { usePasteImport } from '../../app/use-paste-import.ts';
import { Button } from '../../components/button.tsx';
import { Page } from '../../components/page.tsx';
import { EmptyState, FailedState, Loading } from '../../components/state.tsx';
import type { TableHandle } from '../../components/virtual-table.tsx';
import { hasCode } from '../../lib/app-error.ts';
import { matcherOf } from '../../lib/matches.ts';
import { PeriodSelect } from '../cycle/period-select.tsx';
import { PersonPanel } from '../officials/person-panel.tsx';
import { useMayWrite } from '../officials/use-may-write.ts';
import styles from './decision.module.css';
import { DecisionBar } from './decision-bar.tsx';
import { DecisionDialog } from './decision-dialog.tsx';
import { gridTitles } from './grid-head.tsx';
import { countByGroup, type GridData, type GridRow, type RatingTable, ratingTables } from './grid-row.ts';
import { type LiveCap, liveCap } from './live-cap.ts';
import { RatingCounts } from './rating-counts.tsx';
import { RatingGridTable } from './rating-grid-table.tsx';
import { RatingPanel } from './rating-panel.tsx';
import { useRatingGrid } from './use-rating-grid.ts';

const PdfPreview = lazy(() => import('../reports/pdf-preview.tsx'));
const none: readonly GridRow[] = [];

export default function RatingsPage() {
  const { organizationId, quarter, ...scope } = useScope();
  const search = scope.search.trim();
  const { year } = useYears();
  const period = useMemo(() => ({ year, quarter }), [year, quarter]);
  const mayWrite = useMayWrite();
  const [table, setTable] = useState<RatingTable>('member');
  const { grid, pending, asking, setValue, giveUp, undo } = useRatingGrid(table, period, organizationId);
  const [open, setOpen] = useState<{ key: number; shows: 'rating' | 'person' } | null>(null);
  const [activeKey, setActiveKey] = useState<number | null>(null);
  const [paper, setPaper] = useState<DocumentInput | null>(null);
  const handle = useRef<TableHandle>(null);
  useListFocus(useCallback(() => handle.current?.focus(), []));
  useCommand('undo', () => void undo());
  usePasteImport({
    columns: () => gridTitles(organizationId === null),
    year,
    enabled: mayWrite && table === 'member' && quarter === 0,
  });

  const rows = grid.data?.rows ?? none;
  const shown = useMemo(() => {
    const matches = matcherOf(search);
    return search === '' ? rows : rows.filter((row) => matches(row.name));
  }, [rows, search]);
  const counts = useMemo(() => countLevels(rows.map((row) => row.decidedLevel)), [rows]);
  const caps = useMemo(() => (grid.data ? liveCaps(grid.data, table) : []), [grid.data, table]);
  const ready = grid.data !== undefined && !grid.isPlaceholderData;
  const openRow = rows.find((row) => row.key === open?.key);

  const closePanel = () => {
    setOpen(null);
    handle.current?.focus();
  };
  const choose = (next: RatingTable) =>
    askBeforeLeaving(() => {
      setOpen(null);
      setTable(next);
    });
  if (paper !== null)
    return (
      <Suspense fallback={<Loading text={reportsText.preparingPdf} />}>
        <PdfPreview input={paper} backLabel={ratingsText.backToGrid} onClose={() => setPaper(null)} />
      </Suspense>
    );
  return (
    <Page
      title={pageNames.ratings}
      head={
        <>
          <TableTabs table={table} onChoose={choose} />
          <PeriodSelect />
          {grid.data && (
            <RatingCounts
              counts={counts}
              caps={caps}
              activeKey={rows.find((row) => row.key === activeKey)?.capKey ?? null}
              scope={grid.data.caps.rule.scope}
            />
          )}
        </>
      }
      panel={
        open !== null &&
        (open.shows === 'person' || !mayWrite
          ? table !== 'collective' && <PersonPanel id={open.key} onClose={closePanel} />
          : openRow && (
              <RatingPanel
                table={table}
                period={period}
                row={openRow}
                onClose={closePanel}
                onPerson={
                  table === 'collective'
                    ? null
                    : (key) => askBeforeLeaving(() => setOpen({ key, shows: 'person' }))
                }
              />
            ))
      }
      foot={
        <>
          <output>
            {search !== ''
              ? ratingsText.footFiltered(shown.length, rows.length)
              : table === 'collective'
                ? ratingRulesText.footCollectives(rows.length)
                : ratingsText.foot(rows.length)}
          </output>
          {rows.length > 0 && table !== 'collective' && (
            <Button
              small
              title={ratingsText.listPaperHint}
              onClick={() =>
                askBeforeLeaving(() =>
                  setPaper({ kind: 'ratings-list', year, quarter, of: table, organizationId }),
                )
              }
            >
              {ratingsText.listPaper}
            </Button>
          )}
          {shown.length > 0 && (
            <>
              <span>{ratingsText.keysHint}</span>
              <span>{ratingsText.keysHintMore}</span>
            </>
          )}
          <output style={{ marginLeft: 'auto' }}>{pending > 0 && ratingsText.saving}</output>
        </>
      }
    >
      {grid.data && rows.length > 0 && (
        <DecisionBar
          key={`${year}-${quarter}`}
          period={period}
          decision={grid.data.decision}
          mayEdit={mayWrite && ready}
        />
      )}
      {grid.isError && hasCode(grid.error, 'CYCLE_NOT_OPEN') ? (
        <EmptyState
          icon={IconChecklist}
          title={cycleText.notOpenTitle(periodWords(year, quarter))}
          actions={<Button onClick={() => goTo('cycle')}>{pageNames.cycle}</Button>}
        >
          {cycleText.notOpenText}
        </EmptyState>
      ) : grid.isError ? (
        <FailedState error={grid.error} onRetry={() => void grid.refetch()} />
      ) : !grid.data ? (
        <Loading />
      ) : rows.length === 0 ? (
        <NobodyHere table={table} year={year} inUnit={organizationId !== null} />
      ) : shown.length === 0 ? (
        <EmptyState
          icon={IconUserSearch}
          title={ratingsText.notFoundTitle}
          actions={<Button onClick={() => setSearch('')}>{officialsText.clearSearch}</Button>}
        >
          {officialsText.notFoundText(search)}
        </EmptyState>
      ) : (
        <RatingGridTable
          key={table}
          ref={handle}
          label={ratingsText.grid(year)}
          rows={shown}
          editable={ready && mayWrite}
          reading={!ready && mayWrite}
          rule={grid.data.rule}
          quarters={grid.data.quarters}
          showUnit={organizationId === null && table !== 'collective'}
          ofCollectives={table === 'collective'}
          openId={open?.key ?? null}
          onSet={(row, change) => void setValue(row, change)}
          onOpen={(key) => setOpen((before) => ({ key, shows: before?.shows ?? 'rating' }))}
          onActive={setActiveKey}
          onLeave={open === null ? undefined : () => askBeforeLeaving(closePanel)}
        />
      )}
      {asking && (
        <DecisionDialog
          key={`${asking.row.key} ${asking.change.field}`}
          asking={asking}
          onAnswer={(answers) => asking.answer(asking, answers)}
          onClose={() => askBeforeLeaving(giveUp)}
        />
      )}
    </Page>
  );
}

function liveCaps(data: GridData, table: RatingTable): LiveCap[] {
  const of = table === 'collective' ? 'collectives' : 'people';
  const now = countByGroup(data.rows);
  const { rule, groups } = data.caps;
  return groups.map((group) => liveCap(group, rule, data.counted.get(group.key), now.get(group.key), of));
}

function TableTabs({ table, onChoose }: { table: RatingTable; onChoose: (table: RatingTable) => void }) {
  return (
    <fieldset className={styles.tabs}>
      <legend className="visually-hidden">{ratingRulesText.tables}</legend>
      {ratingTables.map((each) => (
        <Button key={each} small aria-pressed={each === table} onClick={() => onChoose(each)}>
          {ratingTableNames[each]}
        </Button>
      ))}
    </fieldset>
  );
}

interface NobodyHereProps {
  table: RatingTable;
  year: number;
  inUnit: boolean;
}

function NobodyHere({ table, year, inUnit }: NobodyHereProps) {
  const title =
    table === 'member'
      ? inUnit
        ? ratingsText.emptyUnitTitle
        : ratingsText.emptyTitle
      : ratingRulesText.emptyTitles[table];
  const text =
    table === 'member'
      ? inUnit
        ? ratingsText.emptyUnitText(year)
        : ratingsText.emptyText(year)
      : ratingRulesText.emptyTexts[table](year);
  return (
    <EmptyState
      icon={IconChecklist}
      title={title}
      actions={
        inUnit ? (
          <Button onClick={() => setOrganization(null)}>{officialsText.showAllUnits}</Button>
        ) : (
          table === 'member' && (
            <Button variant="primary" onClick={() => goTo('imports')}>
              {ratingsText.emptyAct}
            </Button>
          )
        )
      }
    >
      {text}
    </EmptyState>
  );
}
