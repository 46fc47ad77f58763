import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs';
import IconChevronDown from '@tabler/icons-react/dist/esm/icons/IconChevronDown.mjs';
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { navigationText } from '../../db/contract/vi/navigation.ts';
import { classes } from '../components/classes.ts';
import { matcherOf } from '../lib/matches.ts';
import { flattenTree, matchingNodes } from '../lib/organization-tree.ts';
import { useEnterInTurn } from '../lib/use-enter-in-turn.ts';
import { useOrganizations } from '../lib/use-organizations.ts';
import { setOrganization, useScope } from './scope.ts';
import styles from './unit-picker.module.css';

/** The unit that every page obeys: a button, and a list with a filter below it. */
export function UnitPicker() {
  const { organizationId } = useScope();
  const { data } = useOrganizations();
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const chosen = data?.organizations.find((each) => each.id === organizationId);

  // A unit remembered from another office, or one that an undo removed, is no filter.
  useEffect(() => {
    if (data && organizationId !== null && !chosen) setOrganization(null);
  }, [data, organizationId, chosen]);

  useEffect(() => {
    if (!open) return;
    const onPointer = (event: PointerEvent) => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setOpen(false);
    };
    window.addEventListener('pointerdown', onPointer);
    return () => window.removeEventListener('pointerdown', onPointer);
  }, [open]);

  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  const name = chosen?.name ?? navigationText.allUnits;
  return (
    <div ref={root} className={styles.picker}>
      <span className={styles.label} aria-hidden>
        {navigationText.unit}
      </span>
      <button
        ref={button}
        type="button"
        className={styles.button}
        aria-label={`${navigationText.unit}: ${name}`}
        aria-haspopup="listbox"
        aria-expanded={open}
        title={name}
        onClick={() => setOpen(!open)}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown' && !open) {
            event.preventDefault();
            setOpen(true);
          }
        }}
      >
        <span className={styles.name}>{name}</span>
        <IconChevronDown size={16} aria-hidden />
      </button>
      {open && <UnitList onDone={close} />}
    </div>
  );
}

interface UnitOption {
  id: number | null;
  name: string;
  depth: number;
  /** Not only a unit above a match. */
  matches: boolean;
}

function UnitList({ onDone }: { onDone: () => void }) {
  const { organizationId } = useScope();
  const { data, isPending } = useOrganizations();
  const [filter, setFilter] = useState('');
  const options = useMemo<UnitOption[]>(() => {
    const nodes = flattenTree(data?.organizations ?? []);
    const matches = matcherOf(filter);
    const units = matchingNodes(nodes, matches).map(({ organization: { id, name }, depth }) => ({
      id,
      name,
      depth,
      matches: matches(name),
    }));
    const all = { id: null, name: navigationText.allUnits, depth: 0, matches: true };
    return filter.trim() === '' ? [all, ...units] : units;
  }, [data, filter]);
  /** null: the unit chosen, or the first that matches what was typed. */
  const [moved, setActive] = useState<number | null>(null);
  const active =
    moved ??
    Math.max(
      0,
      options.findIndex((option) => (filter === '' ? option.id === organizationId : option.matches)),
    );
  const listId = useId();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  const choose = (option: UnitOption | undefined) => {
    if (!option) return;
    setOrganization(option.id);
    onDone();
  };
  const { enter, forget } = useEnterInTurn(isPending, () => choose(options[active]));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const move = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 }[event.key];
    if (move !== undefined) {
      event.preventDefault();
      setActive(Math.max(0, Math.min(options.length - 1, active + move)));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      enter();
    } else if (event.key === 'Escape') {
      event.preventDefault();
      onDone();
    } else if (event.key === 'Tab') onDone();
  };

  return (
    <div className={styles.popup}>
      <input
        className={styles.filter}
        type="text"
        role="combobox"
        aria-label={navigationText.findUnit}
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={options[active] ? `${listId}-${active}` : undefined}
        placeholder={navigationText.findUnit}
        autoComplete="off"
        spellCheck={false}
        // biome-ignore lint/a11y/noAutofocus: the list opens by the person's own act, on its filter
        autoFocus
        value={filter}
        onChange={(event) => {
          setFilter(event.target.value);
          setActive(null);
          forget();
        }}
        onKeyDown={onKeyDown}
      />
      <div ref={list} id={listId} className={styles.list} role="listbox" aria-label={navigationText.unit}>
        {options.map((option, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the filter above holds the focus and the keys
          <div
            key={option.id ?? 'all'}
            id={`${listId}-${index}`}
            className={classes(
              styles.option,
              index === active && styles.active,
              !option.matches && styles.above,
            )}
            role="option"
            tabIndex={-1}
            aria-selected={option.id === organizationId}
            style={{ paddingLeft: 30 + option.depth * 16 }}
            onClick={() => choose(option)}
            onPointerMove={() => setActive(index)}
          >
            {option.id === organizationId && <IconCheck className={styles.check} size={16} aria-hidden />}
            {option.name}
          </div>
        ))}
        {options.length === 0 && <p className={styles.none}>{navigationText.noUnitFound}</p>}
        {filter === '' && data?.organizations.length === 0 && (
          <p className={styles.none}>{navigationText.noUnitYet}</p>
        )}
      </div>
    </div>
  );
}
