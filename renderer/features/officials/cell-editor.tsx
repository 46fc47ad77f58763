import IconAlertCircle from '@tabler/icons-react/dist/esm/icons/IconAlertCircle.mjs';
import { type KeyboardEvent, type RefObject, useId, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { cellText } from '../../../db/contract/vi/official-list.ts';
import { officialEditText } from '../../../db/contract/vi/officials.ts';
import type { CellDraft } from './cell-edit.ts';
import styles from './cell-editor.module.css';
import { cellShown, choicesOf } from './cell-values.ts';
import { titleOfColumn } from './official-columns.tsx';

interface CellEditorProps {
  draft: CellDraft;
  onType: (text: string) => void;
  /** The text is sent and the cursor goes on: down or up (Enter), right or left (Tab). */
  onCommit: (go: 'down' | 'up' | 'right' | 'left') => void;
  onCancel: () => void;
  onLeave: () => void;
}

/** The open cell: a plain input, so that a Vietnamese keyboard may rewrite what it wrote. */
export function CellEditor({ draft, onType, onCommit, onCancel, onLeave }: CellEditorProps) {
  const { column, name, text } = draft;
  const noteId = useId();
  const control = useRef<HTMLInputElement & HTMLSelectElement>(null);
  // Before the letter that opened the cell is typed.
  useLayoutEffect(() => {
    control.current?.focus();
    const input: HTMLElement | null = control.current;
    // The cursor goes to the end of what is there, as F2 does in Excel.
    if (input instanceof HTMLInputElement) input.setSelectionRange(input.value.length, input.value.length);
  }, []);
  const hasNote = draft.problem !== null || draft.newer !== null;
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    // A composed word is not done yet: its keys are not the cell's.
    if (event.nativeEvent.isComposing || event.key === 'Process') return;
    if (event.key === 'Enter') {
      event.preventDefault();
      onCommit(event.shiftKey ? 'up' : 'down');
    } else if (event.key === 'Tab') {
      event.preventDefault();
      onCommit(event.shiftKey ? 'left' : 'right');
    } else if (event.key === 'Escape') {
      event.preventDefault();
      onCancel();
    }
  };
  const choices = choicesOf(column);
  const shared = {
    ref: control,
    className: styles.control,
    'aria-label': cellText.editing(titleOfColumn(column), name),
    'aria-invalid': draft.problem === null ? undefined : true,
    'aria-describedby': hasNote ? noteId : undefined,
    value: text,
    onKeyDown,
    // Another window in front is no leaving.
    onBlur: () => {
      if (document.activeElement !== control.current) onLeave();
    },
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: a click in the editor is not one on the row
    <span
      className={styles.editor}
      data-editing
      onClick={(event) => event.stopPropagation()}
      onDoubleClick={(event) => event.stopPropagation()}
    >
      {choices === null ? (
        <input
          {...shared}
          type="text"
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          onChange={(event) => onType(event.target.value)}
        />
      ) : (
        <select {...shared} onChange={(event) => onType(event.target.value)}>
          <option value="">{officialEditText.chooseNone}</option>
          {choices.map((choice) => (
            <option key={choice} value={choice}>
              {cellShown(column, choice)}
            </option>
          ))}
        </select>
      )}
      {hasNote && <CellNote id={noteId} at={control} draft={draft} />}
    </span>
  );
}

/** Under the cell, or above it where there is no room: why it was refused, or what another session wrote. */
function CellNote({
  id,
  at,
  draft: { column, problem, newer },
}: {
  id: string;
  at: RefObject<HTMLElement | null>;
  draft: CellDraft;
}) {
  const note = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<{ left: number; top: number } | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text has another height
  useLayoutEffect(() => {
    const cell = at.current?.getBoundingClientRect();
    const own = note.current?.getBoundingClientRect();
    if (!cell || !own) return;
    const below = cell.bottom + own.height + 4 < window.innerHeight;
    setPlace({
      left: Math.max(4, Math.min(cell.left, window.innerWidth - own.width - 4)),
      top: below ? cell.bottom + 2 : cell.top - own.height - 2,
    });
  }, [at, problem, newer]);
  return createPortal(
    <div
      ref={note}
      id={id}
      className={styles.note}
      role="alert"
      style={place === null ? { visibility: 'hidden' } : place}
    >
      {problem !== null && (
        <p className={styles.problem}>
          <IconAlertCircle size={16} aria-hidden />
          {problem}
        </p>
      )}
      {newer !== null && (
        <p>
          {cellText.staleTitle} <strong>{cellShown(column, newer) || cellText.emptyValue}</strong>
          <br />
          {cellText.staleKeep}
        </p>
      )}
    </div>,
    document.body,
  );
}

/** A text that is typed but not saved, in its cell. */
export function CellDraftText({ draft }: { draft: CellDraft }) {
  const { column, text, problem } = draft;
  return (
    <span className={styles.draft} title={problem ?? undefined}>
      {problem !== null && <IconAlertCircle size={14} aria-label={cellText.notSaved} />}
      {cellShown(column, text)}
    </span>
  );
}
