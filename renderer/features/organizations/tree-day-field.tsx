import { useId, useState } from 'react';
import { organizationsText } from '../../../db/contract/vi/organizations.ts';
import { formatDate } from '../../lib/format.ts';
import { today, typedDay } from './tree-day.ts';
import styles from './tree-day-field.module.css';

/** The day of the tree, in the page's head. Enter or leaving the field takes it; '' is today. */
export function TreeDayField({ day, onChange }: { day: string; onChange: (day: string) => void }) {
  const id = useId();
  // What is typed belongs to the day beside which it was typed: another day shown since drops it.
  const [draft, setDraft] = useState<{ day: string; typed: string; wrong: boolean } | null>(null);
  const { typed, wrong } = draft?.day === day ? draft : { typed: null, wrong: false };
  const take = () => {
    if (typed === null) return;
    const next = typed.trim() === '' ? today() : typedDay(typed);
    setDraft(next === null ? { day, typed, wrong: true } : null);
    if (next !== null) onChange(next);
  };
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{organizationsText.treeDay}</label>
      <input
        id={id}
        type="text"
        inputMode="numeric"
        autoComplete="off"
        spellCheck={false}
        maxLength={20}
        className={styles.input}
        value={typed ?? formatDate(day)}
        aria-invalid={wrong || undefined}
        aria-describedby={wrong ? `${id}-error` : undefined}
        onChange={(event) => setDraft({ day, typed: event.target.value, wrong: false })}
        onBlur={take}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Enter') take();
          else if (event.key === 'Escape' && typed !== null) {
            event.preventDefault();
            setDraft(null);
          }
        }}
      />
      {wrong && (
        <span id={`${id}-error`} className={styles.error} role="alert">
          {organizationsText.treeDayBad}
        </span>
      )}
    </div>
  );
}
