import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import styles from './dated-list.module.css';

interface DatedListProps {
  label?: string;
  /** Room for dd/MM/yyyy; without it for a day and a month, the year standing above. */
  wholeDays?: boolean;
  children: ReactNode;
}

/** What happened, by its days. */
export function DatedList({ label, wholeDays = false, children }: DatedListProps) {
  return (
    <ul className={classes(styles.entries, wholeDays && styles.wholeDays)} aria-label={label}>
      {children}
    </ul>
  );
}

interface DatedEntryProps {
  day: string;
  title: string;
  /** '' for none. */
  detail: string;
  /** At the right end. */
  act?: ReactNode;
  /** Below the detail. */
  children?: ReactNode;
}

export function DatedEntry({ day, title, detail, act, children }: DatedEntryProps) {
  return (
    <li className={styles.entry}>
      <span className={styles.day}>{day}</span>
      <span className={styles.what}>
        <span>{title}</span>
        {detail !== '' && <span className={styles.detail}>{detail}</span>}
        {children}
      </span>
      {act}
    </li>
  );
}
