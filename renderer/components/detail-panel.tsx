import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs';
import { type ReactNode, useId } from 'react';
import { commonText } from '../../db/contract/vi/common.ts';
import { IconButton } from './button.tsx';
import styles from './detail-panel.module.css';

interface DetailPanelProps {
  title: string;
  subtitle?: string | undefined;
  onClose: () => void;
  /** Acts on what is shown, below the head. */
  actions?: ReactNode;
  /** The children fill the panel and scroll by themselves (a list). */
  flush?: boolean;
  children: ReactNode;
}

/** At the right of a page, beside its list. Esc inside it closes it. */
export function DetailPanel({ title, subtitle, onClose, actions, flush, children }: DetailPanelProps) {
  const titleId = useId();
  return (
    <aside
      className={styles.panel}
      aria-labelledby={titleId}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented || event.nativeEvent.isComposing) return;
        event.preventDefault();
        onClose();
      }}
    >
      <header className={styles.head}>
        <div className={styles.names}>
          <h2 id={titleId} className={styles.title}>
            {title}
          </h2>
          {subtitle !== undefined && subtitle !== '' && <p className={styles.subtitle}>{subtitle}</p>}
        </div>
        <IconButton small label={commonText.closePanel} onClick={onClose}>
          <IconX size={18} aria-hidden />
        </IconButton>
      </header>
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
      <div className={flush ? styles.flush : styles.body}>{children}</div>
    </aside>
  );
}

export function PanelSection({
  title,
  end,
  children,
}: {
  title: string;
  end?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className={styles.section}>
      <header className={styles.sectionHead}>
        <h3>{title}</h3>
        {end}
      </header>
      {children}
    </section>
  );
}

/** Label and value pairs; what is not known is left out when `value` is ''. */
export function Facts({ facts }: { facts: ReadonlyArray<{ label: string; value: ReactNode }> }) {
  return (
    <dl className={styles.facts}>
      {facts.map(({ label, value }) => (
        <div key={label} className={styles.fact}>
          <dt>{label}</dt>
          <dd>{value === '' ? <span className={styles.unknown}>{commonText.none}</span> : value}</dd>
        </div>
      ))}
    </dl>
  );
}
