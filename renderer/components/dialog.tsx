import { type ReactNode, type RefObject, useEffect, useId, useRef } from 'react';
import styles from './dialog.module.css';

interface DialogProps {
  title: string;
  children: ReactNode;
  /** Buttons at the foot, the safe one first. */
  actions?: ReactNode;
  /** Esc. Left out when the dialog cannot be put aside. */
  onClose?: () => void;
  initialFocus?: RefObject<HTMLElement | null>;
}

/** A native modal dialog: the page behind stays as it is and cannot be reached. */
export function Dialog({ title, children, actions, onClose, initialFocus }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const dialog = ref.current;
    if (!dialog || dialog.open) return;
    const before = document.activeElement;
    dialog.showModal();
    const first = initialFocus?.current ?? dialog.querySelector<HTMLElement>('[data-first-focus]');
    first?.focus();
    return () => {
      // What was opened by the answer has the focus already, and the keys typed since belong to it.
      const { activeElement } = document;
      const isTaken = activeElement !== document.body && !dialog.contains(activeElement);
      const next = isTaken ? activeElement : before;
      dialog.close();
      if (next instanceof HTMLElement) next.focus();
    };
  }, [initialFocus]);
  return (
    <dialog
      ref={ref}
      className={styles.dialog}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose?.();
      }}
      onKeyDown={(event) => {
        // Chromium closes a dialog at the second Esc whatever `cancel` says.
        if (event.key === 'Escape') {
          event.preventDefault();
          if (!event.nativeEvent.isComposing) onClose?.();
        }
        event.stopPropagation();
      }}
    >
      <h2 id={titleId} className={styles.title}>
        {title}
      </h2>
      {children}
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </dialog>
  );
}
