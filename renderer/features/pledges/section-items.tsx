import IconArrowDown from '@tabler/icons-react/dist/esm/icons/IconArrowDown.mjs';
import IconArrowUp from '@tabler/icons-react/dist/esm/icons/IconArrowUp.mjs';
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import IconTrash from '@tabler/icons-react/dist/esm/icons/IconTrash.mjs';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { OpenShortcoming } from '../../../db/contract/pledges.ts';
import { pledgesText as text } from '../../../db/contract/vi/pledges.ts';
import { Button, IconButton } from '../../components/button.tsx';
import { GrowingText } from './growing-text.tsx';
import { afterAct, type ItemAct, type TypedItem } from './pledge-items.ts';
import styles from './pledges.module.css';

interface SectionItemsProps {
  sectionId: string;
  title: string;
  items: readonly TypedItem[];
  shortcomings: readonly OpenShortcoming[];
  editable: boolean;
  /** `${sectionId}.${key}` of the items whose day is none. */
  dueErrors: ReadonlySet<string>;
  dueMessage: string;
  onChange: (items: readonly TypedItem[]) => void;
}

/** Items of one section. Ctrl+Enter adds one below, Alt with the arrow keys moves it. */
export function SectionItems(props: SectionItemsProps) {
  const { sectionId, title, items, shortcomings, editable, dueErrors, dueMessage, onChange } = props;
  const list = useRef<HTMLDivElement>(null);
  /** The item that the cursor goes to once it is drawn. */
  const wanted = useRef<number | null>(null);
  useEffect(() => {
    if (wanted.current === null) return;
    list.current?.querySelector<HTMLElement>(`[data-item="${wanted.current}"] textarea`)?.focus();
    wanted.current = null;
  });
  const run = (act: ItemAct) => {
    const next = afterAct(items, act);
    wanted.current = next.focus;
    onChange(next.items);
    if (act.act === 'remove' && next.focus === null)
      list.current?.querySelector<HTMLElement>('[data-add]')?.focus();
  };
  const onKeyDown = (event: KeyboardEvent, key: number) => {
    if (event.nativeEvent.isComposing || !editable) return;
    if (event.ctrlKey && event.key === 'Enter') {
      event.preventDefault();
      run({ act: 'add', after: key });
    } else if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault();
      run({ act: 'move', key, by: event.key === 'ArrowUp' ? -1 : 1 });
    }
  };
  return (
    <div ref={list} className={styles.items}>
      {items.map((item, index) => {
        const { key } = item;
        const bad = dueErrors.has(`${sectionId}.${key}`);
        const shortcoming = shortcomings.find(({ id }) => id === item.shortcomingId);
        const type = (field: 'text' | 'target' | 'due', value: string) =>
          run({ act: 'type', key, field, value });
        return (
          // biome-ignore lint/a11y/noStaticElementInteractions: keys of the fields inside, heard here once
          <div key={key} className={styles.item} data-item={key} onKeyDown={(event) => onKeyDown(event, key)}>
            {item.shortcomingId !== null && (
              <p className={styles.carried}>
                {shortcoming
                  ? text.ofShortcoming(shortcoming.year, shortcoming.quarter, shortcoming.text)
                  : text.ofEarlierShortcoming}
              </p>
            )}
            <GrowingText
              aria-label={text.itemOf(title, index + 1)}
              placeholder={text.itemText}
              maxLength={4000}
              disabled={!editable}
              value={item.text}
              onText={(value) => type('text', value)}
            />
            <GrowingText
              aria-label={text.targetOf(title, index + 1)}
              placeholder={text.itemTarget}
              maxLength={1000}
              disabled={!editable}
              value={item.target}
              onText={(value) => type('target', value)}
            />
            <input
              id={`due-${sectionId}.${key}`}
              type="text"
              autoComplete="off"
              aria-label={text.dueOf(title, index + 1)}
              aria-invalid={bad ? true : undefined}
              title={bad ? dueMessage : undefined}
              placeholder={text.itemDue}
              disabled={!editable}
              value={item.due}
              onChange={(event) => type('due', event.target.value)}
            />
            {editable && (
              <span className={styles.itemActs}>
                <IconButton
                  small
                  label={text.moveUp(title, index + 1)}
                  disabled={index === 0}
                  onClick={() => run({ act: 'move', key, by: -1 })}
                >
                  <IconArrowUp size={16} aria-hidden />
                </IconButton>
                <IconButton
                  small
                  label={text.moveDown(title, index + 1)}
                  disabled={index === items.length - 1}
                  onClick={() => run({ act: 'move', key, by: 1 })}
                >
                  <IconArrowDown size={16} aria-hidden />
                </IconButton>
                <IconButton
                  small
                  label={text.removeItem(title, index + 1)}
                  onClick={() => run({ act: 'remove', key })}
                >
                  <IconTrash size={16} aria-hidden />
                </IconButton>
              </span>
            )}
            {bad && (
              <p className={styles.dueError} role="alert">
                {dueMessage}
              </p>
            )}
          </div>
        );
      })}
      {editable && (
        <Button
          small
          variant="quiet"
          data-add
          aria-label={text.addItemTo(title)}
          onClick={() => run({ act: 'add', after: null })}
        >
          <IconPlus size={16} aria-hidden />
          {text.addItem}
        </Button>
      )}
    </div>
  );
}
