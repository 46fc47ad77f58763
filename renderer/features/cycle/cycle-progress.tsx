import type { CycleDetail } from '../../../db/contract/cycles.ts';
import { cycleStepNames } from '../../../db/contract/vi/cycle-deadlines.ts';
import {
  outReasonNames,
  periodWords,
  subjectGroupNames,
  cycleText as text,
} from '../../../db/contract/vi/cycles.ts';
import { type CycleStep, cycleSteps } from '../../../db/domain/cycle-deadlines.ts';
import { Facts } from '../../components/detail-panel.tsx';
import { formatDate } from '../../lib/format.ts';
import styles from './cycle.module.css';
import { DaysLeft } from './days-left.tsx';

/** How far the period is, and the days that come. */
export function CycleProgress({ cycle }: { cycle: CycleDetail }) {
  const { base, ...done } = cycle.progress;
  const bars = [
    { label: text.pledgesFiled, count: done.pledgesFiled },
    { label: text.pledgesConfirmed, count: done.pledgesConfirmed },
    { label: text.reviewsFiled, count: done.reviewsFiled },
    { label: text.rated, count: done.rated },
  ];
  return (
    <div className={styles.progress}>
      <section aria-label={text.tabs.progress}>
        <h2>{text.progressOf(periodWords(cycle.year, cycle.quarter))}</h2>
        <Facts
          facts={[
            { label: text.base, value: text.people(base) },
            { label: text.collectivesLabel, value: String(cycle.collectives) },
            { label: text.lateComers, value: text.people(cycle.lateComers) },
            ...cycle.groups.map(({ group, count }) => ({
              label: subjectGroupNames[group],
              value: text.people(count),
            })),
            ...cycle.out.map(({ reason, count }) => ({
              label: outReasonNames[reason],
              value: text.people(count),
            })),
          ]}
        />
        <ul className={styles.bars}>
          {bars.map(({ label, count }) => (
            <li key={label}>
              <span>{label}</span>
              <meter aria-label={label} min={0} max={Math.max(base, 1)} value={count} />
              <b>{text.ofBase(count, base)}</b>
            </li>
          ))}
        </ul>
      </section>
      <section aria-label={text.deadlines}>
        <h2>{text.deadlines}</h2>
        <table className={styles.deadlines}>
          <tbody>
            {cycleSteps
              .flatMap((step) => {
                const day = cycle.deadlines[step];
                return day === undefined ? [] : [{ step, day }];
              })
              .sort((a, b) => a.day.localeCompare(b.day, 'en'))
              .map((due) => (
                <DeadlineRow key={due.step} {...due} />
              ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}

function DeadlineRow({ step, day }: { step: CycleStep; day: string }) {
  return (
    <tr>
      <th scope="row">{cycleStepNames[step]}</th>
      <td>{formatDate(day)}</td>
      <td>
        <DaysLeft day={day} />
      </td>
    </tr>
  );
}
