import IconPencil from '@tabler/icons-react/dist/esm/icons/IconPencil.mjs';
import { useEffect, useRef } from 'react';
import { importsText } from '../../../db/contract/vi/imports.ts';
import { previewText } from '../../../db/contract/vi/imports-preview.ts';
import { classes } from '../../components/classes.ts';
import styles from './imports.module.css';
import type { PreviewRow } from './preview-filter.tsx';
import { isSensitiveKey, type ValueKey, valueLabels, valueText } from './preview-values.ts';

interface PreviewCellProps {
  row: PreviewRow;
  field: ValueKey;
  masked: boolean;
  active: boolean;
  /** The text to begin with while the cell is mended, else null. */
  editing: string | null;
  /** null gives the edit up. */
  onEnd: (text: string | null, then?: 'stay' | 'down' | 'right' | 'left') => void;
}

/** One value: as it will be, beside what it was; what could not be read stands as it is in the sheet. */
export function PreviewCell({ row, field, masked, active, editing, onEnd }: PreviewCellProps) {
  const isFixed = row.fixed.includes(field);
  return (
    <span
      className={classes(styles.cell, active && styles.activeCell)}
      data-field={field}
      data-active-cell={active ? true : undefined}
      title={masked ? undefined : tipOf(row, field)}
    >
      {editing === null ? (
        <>
          <Shown row={row} field={field} masked={masked} />
          {isFixed && (
            <IconPencil className={styles.fixed} size={14} role="img" title={previewText.fixedTip} />
          )}
        </>
      ) : (
        <CellEditor label={previewText.editCell(valueLabels[field], row.row)} text={editing} onEnd={onEnd} />
      )}
    </span>
  );
}

function Shown({ row, field, masked }: Pick<PreviewCellProps, 'row' | 'field' | 'masked'>) {
  const value = valueText(field, row.values[field]);
  const raw = row.raw[field];
  if (masked) return value === '' && raw === undefined ? '' : '•••';
  if (value === '' && raw !== undefined) return <span className={styles.unread}>{raw}</span>;
  if (!Object.hasOwn(row.before, field)) return value;
  return (
    <>
      <del className={styles.old}>{valueText(field, row.before[field]) || importsText.emptyValue}</del>
      {' → '}
      <ins className={styles.new}>{value || importsText.emptyValue}</ins>
    </>
  );
}

function tipOf(row: PreviewRow, field: ValueKey): string | undefined {
  if (isSensitiveKey(field)) return undefined;
  const value = valueText(field, row.values[field]);
  const raw = row.raw[field];
  if (value === '' && raw !== undefined) return previewText.rawTip(raw);
  if (!Object.hasOwn(row.before, field)) return value;
  return `${valueLabels[field]}: ${valueText(field, row.before[field]) || importsText.emptyValue} → ${value || importsText.emptyValue}`;
}

/** A plain field in the cell's place. Enter goes down, Tab to the side, Esc gives up. */
function CellEditor({
  label,
  text,
  onEnd,
}: {
  label: string;
  text: string;
  onEnd: PreviewCellProps['onEnd'];
}) {
  const input = useRef<HTMLInputElement>(null);
  const isOver = useRef(false);
  useEffect(() => {
    input.current?.focus();
    input.current?.setSelectionRange(text.length, text.length);
  }, [text]);
  const finish = (typed: string | null, then?: 'stay' | 'down' | 'right' | 'left') => {
    if (isOver.current) return;
    isOver.current = true;
    onEnd(typed, then);
  };
  return (
    <input
      ref={input}
      className={styles.cellInput}
      aria-label={label}
      defaultValue={text}
      // biome-ignore lint/a11y/noAutofocus: the edit begins by a key, which must be typed into this field
      autoFocus
      autoComplete="off"
      spellCheck={false}
      maxLength={2000}
      onClick={(event) => event.stopPropagation()}
      onBlur={(event) => finish(event.target.value)}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        const typed = event.currentTarget.value;
        if (event.key === 'Enter') finish(typed, 'down');
        else if (event.key === 'Tab') finish(typed, event.shiftKey ? 'left' : 'right');
        else if (event.key === 'Escape') finish(null);
        else {
          event.stopPropagation();
          return;
        }
        event.preventDefault();
        event.stopPropagation();
      }}
    />
  );
}
