import type { Icon } from '@tabler/icons-react';
import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import IconRefresh from '@tabler/icons-react/dist/esm/icons/IconRefresh.mjs';
import type { ReactNode } from 'react';
import { commonText } from '../../db/contract/vi/common.ts';
import { messageOf } from '../lib/app-error.ts';
import { Button } from './button.tsx';
import styles from './state.module.css';

interface EmptyStateProps {
  icon: Icon;
  title: string;
  /** What belongs here. */
  children?: ReactNode;
  /** The next act. */
  actions?: ReactNode;
}

export function EmptyState({ icon: StateIcon, title, children, actions }: EmptyStateProps) {
  return (
    <div className={styles.state}>
      <StateIcon size={36} stroke={1.25} aria-hidden />
      <h2 className={styles.title}>{title}</h2>
      {children !== undefined && <p className={styles.text}>{children}</p>}
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}

/** Shown only when a wait is long enough to be noticed; the place stays empty before that. */
export function Loading({ text = commonText.loading }: { text?: string }) {
  return (
    <p className={styles.loading} role="status">
      {text}
    </p>
  );
}

/** The content could not be fetched: why, and the way to try again. */
export function FailedState({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  return (
    <div className={styles.state} role="alert">
      <IconAlertTriangle size={36} stroke={1.25} aria-hidden />
      <h2 className={styles.title}>{commonText.loadFailed}</h2>
      <p className={styles.text}>{messageOf(error)}</p>
      <div className={styles.actions}>
        <Button onClick={onRetry}>
          <IconRefresh size={18} aria-hidden />
          {commonText.retry}
        </Button>
      </div>
    </div>
  );
}
