import IconReportAnalytics from '@tabler/icons-react/dist/esm/icons/IconReportAnalytics.mjs';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { pageNames } from '../../../db/contract/vi/navigation.ts';
import { reportsText } from '../../../db/contract/vi/reports.ts';
import { useCommand } from '../../app/commands.ts';
import { askBeforeLeaving, goTo } from '../../app/router.ts';
import { useScope, useYears } from '../../app/scope.ts';
import { Button } from '../../components/button.tsx';
import { Page } from '../../components/page.tsx';
import { EmptyState, FailedState, Loading } from '../../components/state.tsx';
import { call } from '../../lib/api.ts';
import { matcherOf } from '../../lib/matches.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import { PersonPanel } from '../officials/person-panel.tsx';
import { DocumentActs } from './document-acts.tsx';
import { type FigurePlace, PeoplePanel } from './people-panel.tsx';
import { SummaryTable } from './summary-table.tsx';

const PdfPreview = lazy(() => import('./pdf-preview.tsx'));

/** Summary table 5a of the year and unit of the top bar; every figure opens its people. */
export default function ReportsPage() {
  const { year } = useYears();
  const { organizationId, search } = useScope();
  const [previewing, setPreviewing] = useState(false);
  const [place, setPlace] = useState<FigurePlace | null>(null);
  const [personId, setPersonId] = useState<number | null>(null);
  const preview = () => askBeforeLeaving(() => setPreviewing(true));
  useCommand('print', preview);

  const summary = useQuery({
    queryKey: queryKeys.ratingSummary(year, organizationId),
    queryFn: () => call('reports.ratingSummary', { year, organizationId }),
  });
  const input = { kind: 'rating-summary', year, organizationId } as const;
  // A table of zeros says nothing, and a year that was never rated has no paper.
  const filled = summary.data !== undefined && summary.data.total.rated > 0;

  if (previewing && filled)
    return (
      <Suspense fallback={<Loading text={reportsText.preparingPdf} />}>
        <PdfPreview
          key={`${year}-${organizationId}`}
          input={input}
          backLabel={reportsText.closePreview}
          onClose={() => setPreviewing(false)}
        />
      </Suspense>
    );

  const matches = matcherOf(search);
  const rows = summary.data?.rows.filter((row) => matches(row.organizationName)) ?? [];
  // The form of a person may stand open with something typed: the figure and the paper wait for the answer.
  const openFigure = (next: FigurePlace) =>
    askBeforeLeaving(() => {
      setPersonId(null);
      setPlace(next);
    });
  return (
    <Page
      title={pageNames.reports}
      head={filled && <DocumentActs input={input} onPreview={preview} />}
      panel={
        personId !== null ? (
          <PersonPanel id={personId} onClose={() => setPersonId(null)} />
        ) : (
          place !== null && (
            <PeoplePanel
              year={year}
              organizationId={organizationId}
              place={place}
              onPerson={setPersonId}
              onClose={() => setPlace(null)}
            />
          )
        )
      }
      foot={filled && <Foot />}
    >
      {summary.isError ? (
        <FailedState error={summary.error} onRetry={() => void summary.refetch()} />
      ) : !summary.data ? (
        <Loading />
      ) : !filled ? (
        <EmptyState
          icon={IconReportAnalytics}
          title={reportsText.emptyTitle(year)}
          actions={
            <>
              <Button onClick={() => goTo('ratings')}>{reportsText.emptyActGrid}</Button>
              <Button variant="primary" onClick={() => goTo('imports')}>
                {reportsText.emptyAct}
              </Button>
            </>
          }
        >
          {reportsText.emptyText}
        </EmptyState>
      ) : (
        <SummaryTable
          summary={summary.data}
          rows={rows}
          notFound={rows.length === 0 && search !== '' ? reportsText.noUnitFound(search) : null}
          open={place}
          onFigure={openFigure}
        />
      )}
    </Page>
  );
}

/** What the percents are of; and, while the office has no heads, where to enter them before printing. */
function Foot() {
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
      <span>{reportsText.percentNote}</span>
    </>
  );
}
