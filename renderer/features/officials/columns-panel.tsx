import IconArrowDown from '@tabler/icons-react/dist/esm/icons/IconArrowDown.mjs';
import IconArrowUp from '@tabler/icons-react/dist/esm/icons/IconArrowUp.mjs';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { type OfficialColumnId, officialColumnIds } from '../../../db/contract/official-list.ts';
import { columnsText, officialColumnTitles } from '../../../db/contract/vi/official-list.ts';
import { Button, IconButton } from '../../components/button.tsx';
import { DetailPanel } from '../../components/detail-panel.tsx';
import { WIDTH_STEP } from './column-model.ts';
import styles from './columns-panel.module.css';
import type { Columns } from './use-columns.ts';

interface ColumnsPanelProps {
  columns: Columns;
  /** The width that a column has on the screen now. */
  widthOf: (id: OfficialColumnId) => number;
  onClose: () => void;
}

/** Which columns the list shows, in which order and how wide; the same with the keys as with the pointer. */
export function ColumnsPanel({ columns, widthOf, onClose }: ColumnsPanelProps) {
  const { choice } = columns;
  const { shown } = choice;
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => list.current?.querySelector('input')?.focus(), []);
  const hidden = officialColumnIds.filter((id) => !shown.includes(id));
  const onKeyDown = (event: KeyboardEvent, id: OfficialColumnId) => {
    const at = shown.indexOf(id);
    if (!event.altKey || at < 0) return;
    const step = event.key === 'ArrowLeft' ? -WIDTH_STEP : event.key === 'ArrowRight' ? WIDTH_STEP : 0;
    if (event.key === 'ArrowUp') columns.move(id, at - 1);
    else if (event.key === 'ArrowDown') columns.move(id, at + 1);
    else if (step !== 0) columns.widen(id, widthOf(id) + step);
    else return;
    event.preventDefault();
  };
  return (
    <DetailPanel title={columnsText.title} subtitle={columnsText.shown(shown.length + 2)} onClose={onClose}>
      <p className={styles.hint}>{columnsText.fixed}</p>
      <ul ref={list} className={styles.list}>
        {[...shown, ...hidden].map((id) => {
          const title = officialColumnTitles[id];
          const at = shown.indexOf(id);
          const width = choice.widths[id];
          return (
            <li key={id} className={styles.column} onKeyDown={(event) => onKeyDown(event, id)}>
              <label className={styles.check}>
                <input type="checkbox" checked={at >= 0} onChange={() => columns.toggle(id)} />
                {title}
              </label>
              {at >= 0 && (
                <>
                  <span className={styles.width}>
                    {width === undefined ? columnsText.automatic : columnsText.width(width)}
                  </span>
                  <IconButton
                    small
                    label={columnsText.up(title)}
                    disabled={at === 0}
                    onClick={() => columns.move(id, at - 1)}
                  >
                    <IconArrowUp size={16} aria-hidden />
                  </IconButton>
                  <IconButton
                    small
                    label={columnsText.down(title)}
                    disabled={at === shown.length - 1}
                    onClick={() => columns.move(id, at + 1)}
                  >
                    <IconArrowDown size={16} aria-hidden />
                  </IconButton>
                </>
              )}
            </li>
          );
        })}
      </ul>
      <p className={styles.hint}>{columnsText.hint}</p>
      <Button onClick={columns.reset}>{columnsText.reset}</Button>
    </DetailPanel>
  );
}
