import { type KeyboardEvent, useEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { mappingText, rowClassChoices } from '../../../db/contract/vi/imports-mapping.ts';
import type { RowClass } from '../../../db/contract/workbooks.ts';
import styles from './mapping.module.css';

interface RowMenuProps {
  /** A point of the window. */
  at: { x: number; y: number };
  onClass: (rowClass: RowClass | null) => void;
  onHeader: (chooses: boolean) => void;
  onClose: () => void;
}

const HEIGHT = 210;
const WIDTH = 200;

/** What the chosen rows can be made; arrow keys move, Enter takes, Esc closes. */
export function RowMenu({ at, onClass, onHeader, onClose }: RowMenuProps) {
  const menu = useRef<HTMLDivElement>(null);
  useEffect(() => {
    menu.current?.querySelector('button')?.focus();
    const onDown = (event: MouseEvent) => {
      if (event.target instanceof Node && !menu.current?.contains(event.target)) onClose();
    };
    window.addEventListener('mousedown', onDown, true);
    return () => window.removeEventListener('mousedown', onDown, true);
  }, [onClose]);
  const onKeyDown = (event: KeyboardEvent) => {
    const items: Element[] = [...(menu.current?.querySelectorAll('button') ?? [])];
    const focused = document.activeElement === null ? -1 : items.indexOf(document.activeElement);
    const focusAt = (index: number) => {
      const item = items.at(index % items.length);
      if (item instanceof HTMLElement) item.focus();
    };
    if (event.key === 'ArrowDown') focusAt(focused + 1);
    else if (event.key === 'ArrowUp') focusAt(focused - 1);
    else if (event.key === 'Escape' || event.key === 'Tab') onClose();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const item = (name: string, act: () => void) => (
    <button key={name} type="button" role="menuitem" className={styles.menuItem} onClick={act}>
      {name}
    </button>
  );
  return createPortal(
    <div
      ref={menu}
      role="menu"
      tabIndex={-1}
      aria-label={mappingText.rowClassLabel}
      className={styles.menu}
      style={{
        left: Math.min(at.x, window.innerWidth - WIDTH - 8),
        top: Math.min(at.y, window.innerHeight - HEIGHT - 8),
        width: WIDTH,
      }}
      onKeyDown={onKeyDown}
    >
      {rowClassChoices.map(([rowClass, name]) => item(name, () => onClass(rowClass)))}
      {item(mappingText.asUnderstood, () => onClass(null))}
      <hr className={styles.menuLine} />
      {item(mappingText.asHeader, () => onHeader(true))}
      {item(mappingText.headerAsUnderstood, () => onHeader(false))}
    </div>,
    document.body,
  );
}
