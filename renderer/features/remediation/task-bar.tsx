import { useState } from 'react';
import type { TaskList } from '../../../db/contract/remediation.ts';
import { showNames, remediationText as text } from '../../../db/contract/vi/remediation.ts';
import { taskStates } from '../../../db/domain/cycle.ts';
import { parseTypedDate } from '../../../db/domain/dates.ts';
import { Button } from '../../components/button.tsx';
import { formatDate } from '../../lib/format.ts';
import { todayTyped } from '../officials/full-day.ts';
import styles from './remediation.module.css';
import { assigneeKey, type Show, type TaskFilter } from './task-filter.ts';

interface TaskBarProps {
  list: Pick<TaskList, 'counts' | 'assignees'>;
  filter: TaskFilter;
  onChange: (change: Partial<TaskFilter>) => void;
}

const counted = ['all', 'open', 'overdue', 'dueSoon', 'doneLate'] as const satisfies readonly Show[];
const shows = [
  'all',
  'open',
  'overdue',
  'dueSoon',
  'doneLate',
  ...taskStates,
] as const satisfies readonly Show[];

/** How many tasks there are, each figure a filter; and who, which state, as of which day. */
export function TaskBar({ list: { counts, assignees }, filter, onChange }: TaskBarProps) {
  const words = {
    all: text.tasksCount(counts.total),
    open: text.openCount(counts.open),
    overdue: text.overdueCount(counts.overdue),
    dueSoon: text.dueSoonCount(counts.dueSoon),
    doneLate: text.doneLateCount(counts.doneLate),
  };
  return (
    <div className={styles.bar}>
      <fieldset className={styles.counts} aria-label={text.counts}>
        {/* Nothing was late: the figure would only take room. */}
        {counted
          .filter((show) => show !== 'doneLate' || counts.doneLate > 0 || filter.show === show)
          .map((show) => (
            <Button
              key={show}
              small
              aria-pressed={filter.show === show}
              onClick={() => onChange({ show: filter.show === show ? 'all' : show })}
            >
              {words[show]}
            </Button>
          ))}
      </fieldset>
      <label className={styles.filter}>
        {text.show}
        <select
          value={filter.show}
          onChange={(event) => onChange({ show: shows[event.target.selectedIndex] ?? 'all' })}
        >
          {shows.map((show) => (
            <option key={show} value={show}>
              {showNames[show]}
            </option>
          ))}
        </select>
      </label>
      <label className={styles.filter}>
        {text.assigneeFilter}
        <select value={filter.assignee} onChange={(event) => onChange({ assignee: event.target.value })}>
          <option value="">{text.everyone}</option>
          {assignees.map((each) => (
            <option key={assigneeKey(each)} value={assigneeKey(each)}>
              {text.assigneeOption(each.name, each.tasks)}
            </option>
          ))}
        </select>
      </label>
      <AsOfField asOf={filter.asOf} onChange={(asOf) => onChange({ asOf })} />
    </div>
  );
}

/** The day that overdue is counted on; it is asked for when it is a whole day, an empty field is today. */
function AsOfField({ asOf, onChange }: { asOf: string | null; onChange: (day: string | null) => void }) {
  const [typed, setTyped] = useState(asOf === null ? todayTyped() : formatDate(asOf));
  const [wrong, setWrong] = useState(false);
  const ask = (words: string) => {
    const day = words.trim() === '' ? null : parseTypedDate(words);
    const isWhole = words.trim() === '' || day?.length === 10;
    setWrong(!isWhole);
    if (isWhole) onChange(day);
  };
  return (
    <label className={styles.filter}>
      {text.asOf}
      <input
        type="text"
        autoComplete="off"
        spellCheck={false}
        placeholder={text.dateExample}
        value={typed}
        aria-invalid={wrong || undefined}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={() => ask(typed)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) ask(typed);
        }}
      />
      {wrong && (
        <span className={styles.wrong} role="alert">
          {text.asOfWrong}
        </span>
      )}
    </label>
  );
}
