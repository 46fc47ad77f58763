import IconUserQuestion from '@tabler/icons-react/dist/esm/icons/IconUserQuestion.mjs';
import type { CycleDetail } from '../../../db/contract/cycles.ts';
import { cycleStepNames } from '../../../db/contract/vi/cycle-deadlines.ts';
import {
  outReasonNames,
  periodWords,
  subjectGroupShortNames,
  cycleText as text,
} from '../../../db/contract/vi/cycles.ts';
import { type CycleStep, cycleSteps } from '../../../db/domain/cycle-deadlines.ts';
import { Button } from '../../components/button.tsx';
import { Facts } from '../../components/detail-panel.tsx';
import { formatDate } from '../../lib/format.ts';
import styles from './cycle.module.css';
import { DaysLeft } from './days-left.tsx';

interface CycleProgressProps {
  cycle: CycleDetail;
  /** Leads to who is rated and not in the list; null for who may not change the list. */
  onUnlisted: (() => void) | null;
}

/** How far the period is, and the days that come. */
export function CycleProgress({ cycle, onUnlisted }: CycleProgressProps) {
  const { base, toPledge, toReview, ...done } = cycle.progress;
  const bars = [
    { label: text.pledgesFiled, count: done.pledgesFiled, base: toPledge },
    { label: text.pledgesConfirmed, count: done.pledgesConfirmed, base: toPledge },
    { label: text.reviewsFiled, count: done.reviewsFiled, base: toReview },
    { label: text.rated, count: done.rated, base },
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
              label: subjectGroupShortNames[group],
              value: text.people(count),
            })),
            ...cycle.out.map(({ reason, count }) => ({
              label: outReasonNames[reason],
              value: text.people(count),
            })),
            ...(done.ratedOutside > 0
              ? [{ label: text.ratedOutside, value: text.people(done.ratedOutside) }]
              : []),
            ...(done.notCounted > 0 ? [{ label: text.notCounted, value: text.people(done.notCounted) }] : []),
          ]}
        />
        {done.unlisted > 0 && (
          <div className={styles.unlisted} role="note">
            <IconUserQuestion size={18} aria-hidden />
            <p>{text.unlisted(done.unlisted)}</p>
            {onUnlisted && (
              <Button small onClick={onUnlisted}>
                {text.seeUnlisted}
              </Button>
            )}
          </div>
        )}
        <ul className={styles.bars}>
          {bars.map(({ label, count, base }) => (
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
