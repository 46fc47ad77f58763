import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import IconClock from '@tabler/icons-react/dist/esm/icons/IconClock.mjs';
import { cycleText as text } from '../../../db/contract/vi/cycles.ts';
import { dayOf, daysBetween } from '../../../db/domain/dates.ts';
import styles from './cycle.module.css';

/** How many days are left until a deadline, or since it passed. */
export function DaysLeft({ day }: { day: string }) {
  const left = daysBetween(dayOf(new Date()), day);
  return (
    <span className={styles.daysLeft}>
      {left < 0 ? <IconAlertTriangle size={16} aria-hidden /> : <IconClock size={16} aria-hidden />}
      {left < 0 ? text.daysPast(-left) : text.daysLeft(left)}
    </span>
  );
}
