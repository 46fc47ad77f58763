import IconSearch from '@tabler/icons-react/dist/esm/icons/IconSearch.mjs';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { commonText } from '../../db/contract/vi/common.ts';
import { searchText as text } from '../../db/contract/vi/search.ts';
import { classes } from '../components/classes.ts';
import { call } from '../lib/api.ts';
import { messageOf } from '../lib/app-error.ts';
import { useEnterInTurn } from '../lib/use-enter-in-turn.ts';
import { openInPage } from './open-request.ts';
import styles from './search-overlay.module.css';
import { groupsOf, type SearchOption } from './search-results.ts';

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 5, PageUp: -5 };

/** Ctrl+K: people and units from anywhere. Esc gives the focus back to where it was. */
export function SearchOverlay({ onClose }: { onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const listId = useId();
  const [typed, setTyped] = useState('');
  /** What is asked for: a word that is still composed waits. */
  const [asked, setAsked] = useState('');
  const [moved, setMoved] = useState(0);
  // Before the paint: what is typed right after the key belongs here.
  useLayoutEffect(() => {
    const before = document.activeElement;
    const shown = dialog.current;
    shown?.showModal();
    input.current?.focus();
    return () => {
      shown?.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);

  const result = useQuery({
    queryKey: ['search', asked],
    queryFn: () => call('search.find', { text: asked }),
    enabled: asked !== '',
    // The book changes while the program runs.
    staleTime: 0,
    gcTime: 0,
    placeholderData: (before) => before,
  });
  const found = asked === '' ? undefined : result.data;
  const groups = useMemo(() => (found ? groupsOf(found) : []), [found]);
  const options = groups.flatMap((group) => group.options);
  const active = Math.min(moved, options.length - 1);
  const activeKey = options[active]?.key;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the option that became active is brought into sight
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [activeKey]);

  const open = (option: SearchOption | undefined): void => {
    if (!option) return;
    onClose();
    openInPage(option.request);
  };
  const isOnItsWay = asked !== '' && (result.isPlaceholderData || result.isPending);
  const { enter, forget } = useEnterInTurn(isOnItsWay, () => open(options[active]));
  const ask = (value: string): void => {
    setAsked(value.trim());
    setMoved(0);
    forget();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDialogElement>): void => {
    // No key of the page behind: it cannot be reached.
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    const step = steps[event.key];
    if (event.key === 'Escape') {
      event.preventDefault();
      onClose();
    } else if (event.key === 'Enter') {
      event.preventDefault();
      enter();
    } else if (step !== undefined && options.length > 0) {
      event.preventDefault();
      setMoved(Math.max(0, Math.min(options.length - 1, active + step)));
    } else if (event.ctrlKey && event.key.toLowerCase() === 'k') {
      event.preventDefault();
      // Asked for again: the next word takes the place of the one before.
      input.current?.select();
    } else if (event.key === 'Tab') event.preventDefault();
  };

  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-label={text.title}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        if (event.target === dialog.current) onClose();
      }}
    >
      <div className={styles.field}>
        <IconSearch size={20} aria-hidden />
        <input
          type="text"
          role="combobox"
          aria-label={text.title}
          aria-expanded={options.length > 0}
          aria-controls={listId}
          aria-activedescendant={activeKey === undefined ? undefined : `${listId}-${activeKey}`}
          placeholder={text.placeholder}
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          ref={input}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            if (!(event.nativeEvent instanceof InputEvent && event.nativeEvent.isComposing))
              ask(event.target.value);
          }}
          onCompositionEnd={(event) => ask(event.currentTarget.value)}
        />
      </div>
      <div ref={list} id={listId} className={styles.list} role="listbox" aria-label={text.results}>
        {groups.map((group) => (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset belongs to a form, not into a listbox
          <div key={group.title} role="group" aria-label={group.title}>
            <p className={styles.group} aria-hidden>
              {group.title}
            </p>
            {group.options.map((option) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the field above holds the focus and the keys
              <div
                key={option.key}
                id={`${listId}-${option.key}`}
                role="option"
                tabIndex={-1}
                aria-selected={option.key === activeKey}
                className={classes(styles.option, option.key === activeKey && styles.active)}
                onClick={() => open(option)}
                onPointerMove={() => setMoved(options.indexOf(option))}
              >
                <span className={styles.name}>{option.name}</span>
                <span className={styles.detail}>{option.detail}</span>
              </div>
            ))}
            {group.more !== null && <p className={styles.note}>{group.more}</p>}
          </div>
        ))}
      </div>
      {result.isError && <p className={styles.note}>{messageOf(result.error)}</p>}
      {options.length === 0 && !result.isError && (
        <p className={styles.note} role="status">
          {asked === '' ? text.start : result.isFetching ? commonText.loading : text.nothing(asked)}
        </p>
      )}
      <p className={styles.foot}>{text.hint}</p>
    </dialog>
  );
}
