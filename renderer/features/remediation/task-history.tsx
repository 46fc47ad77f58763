import type { Task } from '../../../db/contract/remediation.ts';
import { remediationText as text } from '../../../db/contract/vi/remediation.ts';
import { formatDate } from '../../lib/format.ts';
import styles from './remediation.module.css';

interface Entry {
  key: string;
  on: string;
  words: string;
}

/** What happened with a task, the latest first: its start, the notes, its result and who confirmed it. */
function entriesOf(task: Task): Entry[] {
  const entries: Entry[] = task.notes.map((note) => ({
    key: `note ${note.id}`,
    on: note.onDay,
    words: note.progress === null ? note.text : `${text.percent(note.progress)} – ${note.text}`,
  }));
  if (task.startsOn !== null) entries.unshift({ key: 'start', on: task.startsOn, words: text.began });
  if (task.doneOn !== null) entries.push({ key: 'done', on: task.doneOn, words: text.wasDone });
  if (task.verifiedOn !== null)
    entries.push({ key: 'verified', on: task.verifiedOn, words: text.wasVerified(task.verifiedByName) });
  return entries.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)).reverse();
}

export function TaskHistory({ task }: { task: Task }) {
  const entries = entriesOf(task);
  if (entries.length === 0) return <p className={styles.hint}>{text.noHistory}</p>;
  return (
    <ul className={styles.entries}>
      {entries.map(({ key, on, words }) => (
        <li key={key}>
          <time dateTime={on}>{formatDate(on)}</time>
          <p>{words}</p>
        </li>
      ))}
    </ul>
  );
}

/** Where its shortcoming came up again in the years after. */
export function TaskCarried({ task }: { task: Task }) {
  if (task.carried.length === 0) return <p className={styles.hint}>{text.notCarried}</p>;
  return (
    <ul className={styles.carried}>
      {task.carried.map((carried, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two pledges may hold the same words
        <li key={index}>
          <b>
            {carried.into === 'pledge'
              ? text.inPledge(carried.year)
              : text.inReview(carried.year, carried.outcome)}
          </b>{' '}
          {carried.text}
        </li>
      ))}
    </ul>
  );
}
