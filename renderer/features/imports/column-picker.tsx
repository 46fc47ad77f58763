import IconChevronDown from '@tabler/icons-react/dist/esm/icons/IconChevronDown.mjs';
import IconNote from '@tabler/icons-react/dist/esm/icons/IconNote.mjs';
import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { columnFieldLabels } from '../../../db/contract/vi/imports.ts';
import { fieldGroupNames, mappingText } from '../../../db/contract/vi/imports-mapping.ts';
import type { ImportKind } from '../../../db/contract/workbooks.ts';
import { classes } from '../../components/classes.ts';
import { matcherOf } from '../../lib/matches.ts';
import { fieldGroups } from './column-choices.ts';
import styles from './column-picker.module.css';
import type { ColumnUse, StagedSheet } from './import-choice.ts';

type Column = StagedSheet['columns'][number];

interface ColumnPickerProps {
  column: Column;
  use: ColumnUse;
  kind: ImportKind;
  sheet: StagedSheet;
  onChoose: (use: ColumnUse) => void;
}

export const labelOfUse = (use: ColumnUse): string =>
  use === null
    ? mappingText.chooseField
    : use === 'keepAsNote'
      ? mappingText.keepAsNote
      : columnFieldLabels[use];

/** What a column's button says: its field, or the column before that it is read with. */
const labelOf = ({ joinedTo }: Column, use: ColumnUse): string =>
  use === null && joinedTo !== undefined ? mappingText.joinedColumn : labelOfUse(use);

const tipOf = ({ joinedTo }: Column, use: ColumnUse): string =>
  use === null && joinedTo !== undefined ? mappingText.joinedToTip(joinedTo) : labelOfUse(use);

/** The field that a column goes into: a button that opens a list which typing narrows down. */
export function ColumnPicker({ column, use, kind, sheet, onChoose }: ColumnPickerProps) {
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        className={classes(styles.button, use === null && column.joinedTo === undefined && styles.empty)}
        aria-haspopup="listbox"
        aria-expanded={open}
        aria-label={`${mappingText.columnMenu(column.letter, column.title)}: ${tipOf(column, use)}`}
        title={tipOf(column, use)}
        onClick={() => setOpen(!open)}
      >
        {use === 'keepAsNote' && <IconNote size={14} aria-hidden />}
        <span className={styles.label}>{labelOf(column, use)}</span>
        <IconChevronDown size={14} aria-hidden />
      </button>
      {open && button.current && (
        <FieldList
          anchor={button.current}
          label={mappingText.columnMenu(column.letter, column.title)}
          options={optionsOf(kind, column, sheet)}
          current={use}
          onClose={close}
          onChoose={(next) => {
            close();
            if (next !== use) onChoose(next);
          }}
        />
      )}
    </>
  );
}

interface FieldOption {
  use: ColumnUse;
  label: string;
  group: string;
  remark: string;
}

function optionsOf(kind: ImportKind, column: Column, sheet: StagedSheet): FieldOption[] {
  const usedAt = new Map(sheet.columns.map(({ field, letter }) => [field, letter]));
  return [
    { use: null, label: mappingText.skip, group: '', remark: '' },
    ...(kind === 'organizations'
      ? []
      : [{ use: 'keepAsNote' as const, label: mappingText.keepAsNote, group: '', remark: '' }]),
    ...fieldGroups(kind, column.field).flatMap(({ group, fields }) =>
      fields.map((field): FieldOption => {
        const letter = usedAt.get(field);
        return {
          use: field,
          label: columnFieldLabels[field],
          group: fieldGroupNames[group],
          remark: letter === undefined || letter === column.letter ? '' : mappingText.usedAt(letter),
        };
      }),
    ),
  ];
}

interface FieldListProps {
  anchor: HTMLElement;
  label: string;
  options: FieldOption[];
  current: ColumnUse;
  onChoose: (use: ColumnUse) => void;
  onClose: () => void;
}

const HEIGHT = 340;
const WIDTH = 260;

/** Stands over the page, so that the grid's edge does not cut it off. */
function FieldList({ anchor, label, options, current, onChoose, onClose }: FieldListProps) {
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState('');
  const matches = matcherOf(typed);
  const shown = options.filter((option) => matches(option.label));
  const [active, setActive] = useState(() =>
    Math.max(
      0,
      options.findIndex(({ use }) => use === current),
    ),
  );
  const at = Math.min(active, shown.length - 1);
  const place = anchor.getBoundingClientRect();
  const top = Math.max(8, Math.min(place.bottom + 2, window.innerHeight - HEIGHT - 8));
  const left = Math.max(8, Math.min(place.left, window.innerWidth - WIDTH - 8));

  useLayoutEffect(() => {
    box.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  });
  useEffect(() => {
    const onDown = (event: MouseEvent) => {
      const { target } = event;
      if (target instanceof Node && !box.current?.contains(target) && !anchor.contains(target)) onClose();
    };
    window.addEventListener('mousedown', onDown, true);
    return () => window.removeEventListener('mousedown', onDown, true);
  }, [anchor, onClose]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
    if (step !== undefined) setActive(Math.max(0, Math.min(shown.length - 1, at + step)));
    else if (event.key === 'Enter') {
      const option = shown[at];
      if (option) onChoose(option.use);
    } else if (event.key === 'Escape' || event.key === 'Tab') onClose();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return createPortal(
    <div ref={box} className={styles.list} style={{ top, left, width: WIDTH, maxHeight: HEIGHT }}>
      <input
        // biome-ignore lint/a11y/noAutofocus: the list was opened to choose in it
        autoFocus
        type="text"
        className={styles.search}
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        role="combobox"
        aria-expanded
        aria-controls={id}
        aria-activedescendant={shown[at] ? `${id}-${at}` : undefined}
        aria-label={label}
        placeholder={mappingText.searchField}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div id={id} role="listbox" aria-label={label} className={styles.options}>
        {shown.length === 0 && <p className={styles.none}>{mappingText.noFieldFound}</p>}
        {shown.map((option, index) => (
          <div key={String(option.use)}>
            {option.group !== '' && option.group !== shown[index - 1]?.group && (
              <div className={styles.group}>{option.group}</div>
            )}
            {/* biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: the field above holds the focus and the keys */}
            <div
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === at}
              className={classes(styles.option, option.use === current && styles.current)}
              onClick={() => onChoose(option.use)}
              onMouseMove={() => setActive(index)}
            >
              {option.label}
              {option.remark !== '' && <span className={styles.remark}>{option.remark}</span>}
            </div>
          </div>
        ))}
      </div>
    </div>,
    document.body,
  );
}
