import { type KeyboardEvent, useId, useMemo, useRef, useState } from 'react';
import { stepsText } from '../../db/contract/vi/organizations.ts';
import { matcherOf } from '../lib/matches.ts';
import { Button } from './button.tsx';
import styles from './check-list.module.css';
import { classes } from './classes.ts';
import { listKeyTarget } from './list-keys.ts';

export interface CheckItem {
  id: number;
  label: string;
  /** Beside the label, paler: what tells two of the same name apart. */
  note?: string;
}

interface CheckListProps {
  label: string;
  hint?: string;
  error?: string | undefined;
  searchLabel: string;
  emptyText: string;
  items: readonly CheckItem[];
  chosen: ReadonlySet<number>;
  onChange: (chosen: ReadonlySet<number>) => void;
  /** Offers to choose all that the search finds. */
  chooseAll?: boolean;
  /** Notes are sentences: whole, under the labels. */
  notesBelow?: boolean;
}

/** Rows drawn at a time; the search finds the rest. */
const MOST_ROWS = 200;

/** A list to tick with its own search. One tab stop for the rows; the arrow keys move, Space ticks. */
export function CheckList(props: CheckListProps) {
  const { label, hint, error, searchLabel, emptyText, items, chosen, onChange, chooseAll, notesBelow } =
    props;
  const [search, setSearch] = useState('');
  const [active, setActive] = useState(0);
  const rows = useRef<HTMLDivElement>(null);
  const id = useId();
  const found = useMemo(() => {
    // Not put off: Enter and Space right after the last letter tick what was found for it.
    const matches = matcherOf(search);
    return items.filter((item) => matches(item.label));
  }, [items, search]);
  const drawn = found.slice(0, MOST_ROWS);
  const current = Math.min(active, drawn.length - 1);
  const all = found.length > 0 && found.every((item) => chosen.has(item.id));
  // What is chosen elsewhere in the list is not dropped by a search.
  const toggle = (ids: readonly number[], on: boolean) => {
    const next = new Set(chosen);
    for (const each of ids)
      if (on) next.add(each);
      else next.delete(each);
    onChange(next);
  };
  const focusRow = (index: number) => {
    setActive(index);
    rows.current?.querySelectorAll('input')[index]?.focus();
  };
  const onRowKey = (event: KeyboardEvent) => {
    const target = listKeyTarget(event.key, current, drawn.length, 8);
    if (target === null) return;
    event.preventDefault();
    focusRow(target);
  };

  return (
    <fieldset
      className={styles.list}
      aria-describedby={error ? `${id}-error` : hint ? `${id}-hint` : undefined}
    >
      <legend className={styles.label}>{label}</legend>
      {error ? (
        <p id={`${id}-error`} className={styles.error} role="alert">
          {error}
        </p>
      ) : (
        hint && (
          <p id={`${id}-hint`} className={styles.hint}>
            {hint}
          </p>
        )
      )}
      <div className={styles.tools}>
        <input
          type="text"
          className={styles.search}
          aria-label={`${searchLabel}: ${label}`}
          aria-invalid={error ? true : undefined}
          placeholder={searchLabel}
          autoComplete="off"
          spellCheck={false}
          value={search}
          onChange={(event) => {
            setSearch(event.target.value);
            setActive(0);
          }}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return;
            // Enter would send the form; here it belongs to the search.
            if (event.key === 'Enter' || event.key === 'ArrowDown') {
              event.preventDefault();
              if (drawn.length > 0) focusRow(0);
            } else if (event.key === 'Escape' && search !== '') {
              event.preventDefault();
              setSearch('');
            }
          }}
        />
        {chooseAll && found.length > 0 && (
          <Button
            small
            aria-label={all ? stepsText.unchooseFoundOf(label) : stepsText.chooseFoundOf(label)}
            onClick={() =>
              toggle(
                found.map((item) => item.id),
                !all,
              )
            }
          >
            {all ? stepsText.unchooseFound : stepsText.chooseFound}
          </Button>
        )}
        <output className={styles.count}>{stepsText.chosen(chosen.size, items.length)}</output>
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the boxes inside hold the focus; their keys are heard here once */}
      <div
        ref={rows}
        className={classes(styles.rows, error && styles.invalid)}
        data-notes-below={notesBelow ?? false}
        onKeyDown={onRowKey}
      >
        {drawn.map((item, index) => (
          <label key={item.id} className={styles.row}>
            <input
              type="checkbox"
              tabIndex={index === current ? 0 : -1}
              checked={chosen.has(item.id)}
              onFocus={() => setActive(index)}
              onChange={(event) => toggle([item.id], event.target.checked)}
            />
            <span className={styles.text}>{item.label}</span>
            {item.note !== undefined && <span className={styles.note}>{item.note}</span>}
          </label>
        ))}
        {drawn.length === 0 && (
          <p className={styles.empty}>{items.length === 0 ? emptyText : stepsText.nothingFound}</p>
        )}
        {found.length > drawn.length && (
          <p className={styles.empty}>{stepsText.moreFound(found.length - drawn.length)}</p>
        )}
      </div>
    </fieldset>
  );
}
