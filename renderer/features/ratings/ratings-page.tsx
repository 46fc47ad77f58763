import IconChecklist from '@tabler/icons-react/dist/esm/icons/IconChecklist.mjs';
import IconUserSearch from '@tabler/icons-react/dist/esm/icons/IconUserSearch.mjs';
import { useCallback, useDeferredValue, useMemo, useRef, useState } from 'react';
import type { RatingRow } from '../../../db/contract/ratings.ts';
import { pageNames } from '../../../db/contract/vi/navigation.ts';
import { officialsText } from '../../../db/contract/vi/officials.ts';
import { ratingsText } from '../../../db/contract/vi/ratings.ts';
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
import { matcherOf } from '../../lib/matches.ts';
import { PersonPanel } from '../officials/person-panel.tsx';
import { useMayWrite } from '../officials/use-may-write.ts';
import { gridTitles } from './grid-head.tsx';
import { liveCap } from './live-cap.ts';
import { RatingCounts } from './rating-counts.tsx';
import { RatingGridTable } from './rating-grid-table.tsx';
import { useRatingGrid } from './use-rating-grid.ts';

const none: readonly RatingRow[] = [];

export default function RatingsPage() {
  const { organizationId, ...scope } = useScope();
  const search = useDeferredValue(scope.search.trim());
  const { year } = useYears();
  const { grid, pending, setValue, undo } = useRatingGrid(year, organizationId);
  const [openId, setOpenId] = useState<number | null>(null);
  const table = useRef<TableHandle>(null);
  useListFocus(useCallback(() => table.current?.focus(), []));
  useCommand('undo', () => void undo());
  const mayWrite = useMayWrite();
  usePasteImport({ columns: () => gridTitles(organizationId === null), year, enabled: mayWrite });

  const rows = grid.data?.rows ?? none;
  const shown = useMemo(() => {
    const matches = matcherOf(search);
    return search === '' ? rows : rows.filter((row) => matches(row.fullName));
  }, [rows, search]);
  const counts = useMemo(() => countLevels(rows.map((row) => row.decidedLevel)), [rows]);
  const ready = grid.data !== undefined && !grid.isPlaceholderData;

  const closePanel = () => {
    setOpenId(null);
    table.current?.focus();
  };
  return (
    <Page
      title={pageNames.ratings}
      head={
        grid.data && <RatingCounts counts={counts} cap={liveCap(grid.data.cap, grid.data.counts, counts)} />
      }
      panel={openId !== null && <PersonPanel id={openId} onClose={closePanel} />}
      foot={
        <>
          <output>
            {search === ''
              ? ratingsText.foot(rows.length)
              : ratingsText.footFiltered(shown.length, rows.length)}
          </output>
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
      {grid.isError ? (
        <FailedState error={grid.error} onRetry={() => void grid.refetch()} />
      ) : !grid.data ? (
        <Loading />
      ) : rows.length === 0 ? (
        <NobodyHere year={year} inUnit={organizationId !== null} />
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
          ref={table}
          label={ratingsText.grid(grid.data.year)}
          rows={shown}
          editable={ready}
          showUnit={organizationId === null}
          openId={openId}
          onSet={(row, change) => void setValue(row, change)}
          onOpenPerson={setOpenId}
          onLeave={openId === null ? undefined : () => askBeforeLeaving(closePanel)}
        />
      )}
    </Page>
  );
}

function NobodyHere({ year, inUnit }: { year: number; inUnit: boolean }) {
  return inUnit ? (
    <EmptyState
      icon={IconChecklist}
      title={ratingsText.emptyUnitTitle}
      actions={<Button onClick={() => setOrganization(null)}>{officialsText.showAllUnits}</Button>}
    >
      {ratingsText.emptyUnitText(year)}
    </EmptyState>
  ) : (
    <EmptyState
      icon={IconChecklist}
      title={ratingsText.emptyTitle}
      actions={
        <Button variant="primary" onClick={() => goTo('imports')}>
          {ratingsText.emptyAct}
        </Button>
      }
    >
      {ratingsText.emptyText(year)}
    </EmptyState>
  );
}
