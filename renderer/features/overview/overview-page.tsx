import { useQuery } from '@tanstack/react-query';
import type { Overview } from '../../../db/contract/reports.ts';
import { commonText } from '../../../db/contract/vi/common.ts';
import { pageNames } from '../../../db/contract/vi/navigation.ts';
import { formatNumber } from '../../../db/contract/vi/numbers.ts';
import { overviewText } from '../../../db/contract/vi/overview.ts';
import { ratingLevelAbbreviations, ratingLevelNames, unratedName } from '../../../db/contract/vi/ratings.ts';
import { remediationText } from '../../../db/contract/vi/remediation.ts';
import { dayOf } from '../../../db/domain/dates.ts';
import { ratedOf, ratingLevels } from '../../../db/domain/ratings.ts';
import { openInPage } from '../../app/open-request.ts';
import type { PageId } from '../../app/pages.ts';
import { goTo } from '../../app/router.ts';
import { setYear, useScope, useYears } from '../../app/scope.ts';
import { Button } from '../../components/button.tsx';
import { Page, PageBody } from '../../components/page.tsx';
import { FailedState, Loading } from '../../components/state.tsx';
import { call } from '../../lib/api.ts';
import { formatMoment } from '../../lib/format.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import { CycleSteps } from './cycle-steps.tsx';
import { type NextAct, nextActOf } from './next-act.ts';
import styles from './overview.module.css';

export default function OverviewPage() {
  const { year } = useYears();
  const { organizationId } = useScope();
  const overview = useQuery({ queryKey: queryKeys.overview, queryFn: () => call('overview.get', {}) });
  const summary = useQuery({
    queryKey: queryKeys.ratingSummary(year, organizationId),
    queryFn: () => call('reports.ratingSummary', { year, organizationId }),
  });
  const found = useQuery({
    queryKey: queryKeys.cycle(year, 0),
    queryFn: () => call('cycles.get', { year }),
  });
  const cycle = found.data?.cycle?.openedAt ? found.data.cycle : null;
  const total = summary.data?.total;
  return (
    <Page title={pageNames.overview}>
      {overview.isError ? (
        <FailedState error={overview.error} onRetry={() => void overview.refetch()} />
      ) : !overview.data ? (
        <Loading />
      ) : (
        <PageBody>
          <div className={styles.figures}>
            <Figure
              name={overviewText.officials}
              value={formatNumber(overview.data.officials)}
              page="officials"
            />
            <Figure
              name={overviewText.organizations}
              value={formatNumber(overview.data.organizations)}
              page="organizations"
            />
            <Figure
              name={overviewText.ratedThisYear(year)}
              value={total === undefined ? '…' : overviewText.ratedOf(total.rated, total.toRate)}
              page="ratings"
            />
          </div>
          {((total !== undefined && found.data !== undefined) || overview.data.officials === 0) && (
            <Next
              act={nextActOf({
                year,
                thisYear: Number(dayOf(new Date()).slice(0, 4)),
                officials: overview.data.officials,
                toRate: total?.toRate ?? 0,
                rated: total?.rated ?? 0,
                cycle: cycle?.progress ?? null,
              })}
            />
          )}
          {cycle !== null && <CycleSteps cycle={cycle} />}
          <Remediation />
          <Years overview={overview.data} />
          <LastImport overview={overview.data} />
        </PageBody>
      )}
    </Page>
  );
}

function Figure({ name, value, page }: { name: string; value: string; page: PageId }) {
  return (
    <button type="button" className={styles.figure} onClick={() => goTo(page)}>
      <span className={styles.figureValue}>{value}</span>
      <span className={styles.figureName}>{name}</span>
    </button>
  );
}

function Next({ act }: { act: NextAct }) {
  return (
    <section className={styles.next}>
      <div>
        <h2>{overviewText.nextTitle}</h2>
        <p>{act.text}</p>
      </div>
      <div className={styles.nextActs}>
        {act.other && <Button onClick={() => act.other && goTo(act.other.page)}>{act.other.label}</Button>}
        <Button variant="primary" onClick={() => goTo(act.main.page)}>
          {act.main.label}
        </Button>
      </div>
    </section>
  );
}

/** What is overdue and due soon among the tasks of every year; nothing where nothing is. */
function Remediation() {
  const { organizationId } = useScope();
  const asked = { year: null, organizationId, limit: 1 };
  const tasks = useQuery({
    queryKey: queryKeys.remediationPage(asked, 0),
    queryFn: () => call('remediation.list', asked),
  });
  const counts = tasks.data?.counts;
  if (counts === undefined || counts.overdue + counts.dueSoon === 0) return null;
  return (
    <section className={styles.section}>
      <h2>{remediationText.overview}</h2>
      <p>{remediationText.overviewLine(counts.overdue, counts.dueSoon)}</p>
      <Button
        small
        className={styles.link}
        onClick={() =>
          openInPage({ page: 'remediation', is: 'list', show: counts.overdue > 0 ? 'overdue' : 'dueSoon' })
        }
      >
        {remediationText.overviewOpen}
      </Button>
    </section>
  );
}

function Years({ overview }: { overview: Overview }) {
  return (
    <section className={styles.section}>
      <h2>{overviewText.yearsTitle}</h2>
      {overview.years.length === 0 ? (
        <p className={styles.muted}>{overviewText.yearsEmpty}</p>
      ) : (
        <table className={styles.table}>
          <thead>
            <tr>
              <th className={styles.words}>{overviewText.yearColumn}</th>
              {ratingLevels.map((level) => (
                <th key={level}>
                  <abbr title={ratingLevelNames[level]}>{ratingLevelAbbreviations[level]}</abbr>
                </th>
              ))}
              <th>{unratedName}</th>
              <th>{overviewText.ratedColumn}</th>
              <th>
                <span className="visually-hidden">{commonText.show}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {overview.years.map(({ year, counts }) => (
              <tr key={year}>
                <th scope="row" className={styles.words}>
                  {year}
                </th>
                {ratingLevels.map((level) => (
                  <td key={level}>{formatNumber(counts[level])}</td>
                ))}
                <td>{formatNumber(counts.unrated)}</td>
                <td>{formatNumber(ratedOf(counts))}</td>
                <td>
                  <Button
                    small
                    onClick={() => {
                      setYear(year);
                      goTo('reports');
                    }}
                  >
                    {overviewText.openYear(year)}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function LastImport({ overview }: { overview: Overview }) {
  const { lastImport } = overview;
  return (
    <section className={styles.section}>
      <h2>{overviewText.lastImportTitle}</h2>
      <p>
        {lastImport === null ? (
          <span className={styles.muted}>{overviewText.noImport}</span>
        ) : (
          <>
            {overviewText.lastImport(lastImport.fileName, lastImport.rows)}
            <span className={styles.muted}> · {formatMoment(lastImport.at)}</span>
          </>
        )}
      </p>
      {lastImport !== null && (
        <Button small className={styles.link} onClick={() => goTo('imports')}>
          {overviewText.allImports}
        </Button>
      )}
    </section>
  );
}
