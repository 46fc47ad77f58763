import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { Button } from './button.tsx';
import styles from './popover.module.css';

interface PopoverProps {
  /** What stands on the button. */
  label: ReactNode;
  title: string;
  pressed?: boolean;
  children: ReactNode;
}

/** A button with a panel under it. Esc, the button and a click elsewhere close it; the focus goes back to the button. */
export function Popover({ label, title, pressed = false, children }: PopoverProps) {
  const [open, setOpen] = useState(false);
  const frame = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLElement>(null);
  const titleId = useId();
  useEffect(() => {
    if (!open) return;
    panel.current?.querySelector<HTMLElement>('input:not(:disabled)')?.focus();
    const onPress = (event: PointerEvent) => {
      if (event.target instanceof Node && !frame.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener('pointerdown', onPress);
    return () => document.removeEventListener('pointerdown', onPress);
  }, [open]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Esc closes the panel from anywhere inside
    <div
      ref={frame}
      className={styles.frame}
      onKeyDown={(event) => {
        if (!open || event.key !== 'Escape' || event.nativeEvent.isComposing) return;
        event.preventDefault();
        setOpen(false);
        button.current?.focus();
      }}
    >
      <Button ref={button} small aria-expanded={open} aria-pressed={pressed} onClick={() => setOpen(!open)}>
        {label}
      </Button>
      {open && (
        <section ref={panel} className={styles.panel} aria-labelledby={titleId}>
          <h2 id={titleId} className={styles.title}>
            {title}
          </h2>
          {children}
        </section>
      )}
    </div>
  );
}
