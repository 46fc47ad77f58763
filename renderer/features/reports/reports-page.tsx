import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import IconCircleCheck from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs';
import IconReportAnalytics from '@tabler/icons-react/dist/esm/icons/IconReportAnalytics.mjs';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import type { MissingBase, Summary } from '../../../db/contract/summaries.ts';
import { periodWords } from '../../../db/contract/vi/cycles.ts';
import { pageNames } from '../../../db/contract/vi/navigation.ts';
import { reportsText } from '../../../db/contract/vi/reports.ts';
import {
  figureColumns,
  missingTexts,
  summaryNotes,
  summaryText,
  summaryTexts,
  summaryPageText as text,
} from '../../../db/contract/vi/summaries.ts';
import { ratingLevels } from '../../../db/domain/ratings.ts';
import { type SummaryTableId, summaryTableIds } from '../../../db/domain/summaries.ts';
import { useCommand } from '../../app/commands.ts';
import { askBeforeLeaving, goTo } from '../../app/router.ts';
import { useScope, useYears } from '../../app/scope.ts';
import { Button } from '../../components/button.tsx';
import { Page } from '../../components/page.tsx';
import { EmptyState, FailedState, Loading } from '../../components/state.tsx';
import { Tabs } from '../../components/tabs.tsx';
import { call } from '../../lib/api.ts';
import { matcherOf } from '../../lib/matches.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import { PeriodSelect } from '../cycle/period-select.tsx';
import { PersonPanel } from '../officials/person-panel.tsx';
import { DocumentActs } from './document-acts.tsx';
import { type FigurePlace, PeoplePanel } from './people-panel.tsx';
import styles from './reports-page.module.css';
import { comparisonsOf, type SummaryChoice, SummaryOptions } from './summary-options.tsx';
import { Figure, SummaryTable } from './summary-table.tsx';

const PdfPreview = lazy(() => import('./pdf-preview.tsx'));

const tabs = summaryTableIds.map((id) => ({ id, title: text.tab(id, summaryTexts[id].short) }));
const nothingChosen: SummaryChoice = { groups: [], against: null, hideSmall: false, days: null };

/** What is asked for; a choice that this table or period does not offer waits for one that does. */
function comparisonOf(table: SummaryTableId, quarter: number, { against }: SummaryChoice) {
  const chosen = comparisonsOf(table, quarter).find((one) => one.against === against);
  return chosen ? { compare: true, against: chosen.against } : { compare: false };
}

/** Summary tables 5a to 5f of the period and unit; every figure opens whom it counts. */
export default function ReportsPage() {
  const { year } = useYears();
  const { organizationId, quarter, search } = useScope();
  const [table, setTable] = useState<SummaryTableId>('5a');
  const [choice, setChoice] = useState(nothingChosen);
  const [previewing, setPreviewing] = useState(false);
  const [place, setPlace] = useState<FigurePlace | null>(null);
  const [personId, setPersonId] = useState<number | null>(null);
  const preview = () => askBeforeLeaving(() => setPreviewing(true));
  useCommand('print', preview);

  const scope = { table, year, quarter, organizationId, days: table === '5f' ? choice.days : null };
  const asked = {
    ...scope,
    groups: table === '5a' ? [...choice.groups] : [],
    ...comparisonOf(table, quarter, choice),
  };
  const found = useQuery({
    queryKey: queryKeys.summary(asked),
    queryFn: () => call('summaries.get', asked),
    placeholderData: (before) => (before?.table === table ? before : undefined),
  });
  const summary = found.data;
  const input = { kind: 'summary', ...asked, hideSmall: choice.hideSmall && table !== '5d' } as const;
  const filled = summary !== undefined && summary.missing === null;
  const printable = filled && summary.faults.length === 0;

  if (previewing && printable)
    return (
      <Suspense fallback={<Loading text={reportsText.preparingPdf} />}>
        <PdfPreview
          key={JSON.stringify(input)}
          input={input}
          backLabel={reportsText.closePreview}
          onClose={() => setPreviewing(false)}
        />
      </Suspense>
    );

  const matches = matcherOf(search);
  const rows = summary?.rows.filter((row) => matches(row.name)) ?? [];
  // The form of a person may stand open with something typed: the figure and the paper wait for the answer.
  const openFigure = (next: FigurePlace) =>
    askBeforeLeaving(() => {
      setPersonId(null);
      setPlace(next);
    });
  const showTable = (next: SummaryTableId) =>
    askBeforeLeaving(() => {
      setTable(next);
      setPlace(null);
      setPersonId(null);
    });
  return (
    <Page
      title={pageNames.reports}
      head={
        <>
          <PeriodSelect />
          {printable && <DocumentActs input={input} onPreview={preview} />}
        </>
      }
      panel={
        personId !== null ? (
          <PersonPanel id={personId} onClose={() => setPersonId(null)} />
        ) : (
          place !== null && (
            <PeoplePanel
              // Names that were revealed are those of this period and unit.
              key={JSON.stringify({ ...scope, row: place.row, figure: place.figure })}
              input={{ ...scope, row: place.row, figure: place.figure }}
              rowName={place.rowName}
              onPerson={setPersonId}
              onClose={() => setPlace(null)}
            />
          )
        )
      }
      foot={filled ? <Foot summary={summary} open={place} onFigure={openFigure} /> : undefined}
    >
      <div className={styles.tabs}>
        <Tabs label={text.tables} tabs={tabs} current={table} onChange={showTable} />
        <SummaryOptions key={table} table={table} quarter={quarter} choice={choice} onChange={setChoice} />
      </div>
      {found.isError ? (
        <FailedState error={found.error} onRetry={() => void found.refetch()} />
      ) : !summary ? (
        <Loading />
      ) : summary.missing !== null ? (
        <Missing base={summary.missing} year={year} quarter={quarter} />
      ) : (
        <SummaryTable
          summary={summary}
          rows={rows}
          notFound={rows.length === 0 && search !== '' ? text.noUnitFound(search) : null}
          open={place}
          onFigure={openFigure}
          onPerson={setPersonId}
        />
      )}
    </Page>
  );
}

/** What the table waits for, and the way there. */
function Missing({ base, year, quarter }: { base: MissingBase; year: number; quarter: number }) {
  const { title, text: why, act, page } = missingTexts[base];
  return (
    <EmptyState
      icon={IconReportAnalytics}
      title={title(periodWords(year, quarter))}
      actions={
        <>
          <Button variant={base === 'ratings' ? 'default' : 'primary'} onClick={() => goTo(page)}>
            {act}
          </Button>
          {base === 'ratings' && (
            <Button variant="primary" onClick={() => goTo('imports')}>
              {reportsText.emptyAct}
            </Button>
          )}
        </>
      }
    >
      {why}
    </EmptyState>
  );
}

interface FootProps {
  summary: Summary;
  open: FigurePlace | null;
  onFigure: (place: FigurePlace) => void;
}

/** Whether the figures add up, what the percents are of, and where the office's heads are missing before printing. */
function Foot({ summary, open, onFigure }: FootProps) {
  const { table, total, faults } = summary;
  const [note] = summaryNotes(table, summary);
  const office = useQuery({ queryKey: queryKeys.office, queryFn: () => call('office.get', {}) });
  const missing =
    office.data !== undefined && (office.data.issuingHead === '' || office.data.signatureTitle === '');
  return (
    <>
      {missing && (
        <output>
          {reportsText.headsMissing}{' '}
          <Button small variant="quiet" onClick={() => goTo('settings')}>
            {reportsText.fillHeads}
          </Button>
        </output>
      )}
      {table === '5d' && (
        <output className={styles.levels}>
          {(['toRate', ...ratingLevels, 'unrated'] as const).map((figure) => (
            <span key={figure}>
              {figure === 'toRate' ? summaryText.total : figureColumns[figure]}
              <Figure summary={summary} row={total} figure={figure} open={open} onFigure={onFigure} />
            </span>
          ))}
        </output>
      )}
      <output className={faults.length === 0 ? styles.addsUp : styles.wrong}>
        {faults.length === 0 ? (
          <IconCircleCheck size={16} aria-hidden />
        ) : (
          <IconAlertTriangle size={16} aria-hidden />
        )}
        {faults.length === 0 ? text.addsUp : text.doesNotAddUp}
      </output>
      {table !== '5d' && <span title={note}>{note}</span>}
    </>
  );
}
