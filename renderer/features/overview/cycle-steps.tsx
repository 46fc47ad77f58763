import type { CycleDetail } from '../../../db/contract/cycles.ts';
import { cycleText } from '../../../db/contract/vi/cycles.ts';
import { pageNames } from '../../../db/contract/vi/navigation.ts';
import { overviewText as text } from '../../../db/contract/vi/overview.ts';
import type { PageId } from '../../app/pages.ts';
import { goTo } from '../../app/router.ts';
import { Button } from '../../components/button.tsx';
import { formatDate } from '../../lib/format.ts';
import { DaysLeft } from '../cycle/days-left.tsx';
import styles from './overview.module.css';

interface Step {
  label: string;
  done: number;
  base: number;
  due: string | undefined;
  page: PageId;
}

const stepsOf = ({ progress, deadlines }: CycleDetail): Step[] => [
  {
    label: cycleText.pledgesFiled,
    done: progress.pledgesFiled,
    base: progress.toPledge,
    due: deadlines.pledges,
    page: 'pledges',
  },
  {
    label: cycleText.reviewsFiled,
    done: progress.reviewsFiled,
    base: progress.toReview,
    due: deadlines.selfReviews,
    page: 'reviews',
  },
  {
    label: cycleText.rated,
    done: progress.rated,
    base: progress.base,
    due: deadlines.decisions,
    page: 'ratings',
  },
];

/** How far the opened cycle of the year is, step by step with its deadline; a deadline that was met is not counted down. */
export function CycleSteps({ cycle }: { cycle: CycleDetail }) {
  return (
    <section className={styles.section}>
      <h2>{text.cycleTitle(cycle.year)}</h2>
      <table className={styles.table}>
        <thead>
          <tr>
            <th className={styles.words}>{text.cycleStep}</th>
            <th colSpan={2}>{text.cycleDone}</th>
            <th className={styles.words}>{text.cycleDue}</th>
            <th>
              <span className="visually-hidden">{pageNames.cycle}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {stepsOf(cycle).map(({ label, done, base, due, page }) => (
            <tr key={page}>
              <th scope="row" className={styles.words}>
                {label}
              </th>
              <td>
                <meter aria-label={label} min={0} max={Math.max(base, 1)} value={done} />
              </td>
              <td>{cycleText.ofBase(done, base)}</td>
              <td className={styles.words}>
                {due !== undefined && (
                  <>
                    {formatDate(due)} {done < base && <DaysLeft day={due} />}
                  </>
                )}
              </td>
              <td>
                <Button small onClick={() => goTo(page)}>
                  {text.openStep(pageNames[page])}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
