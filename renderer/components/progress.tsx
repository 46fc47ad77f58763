import { formatNumber } from '../../db/contract/vi/numbers.ts';
import type { Progress as ProgressValue } from '../lib/api.ts';
import styles from './progress.module.css';

/** A long act under way. Without numbers it only says that it is. */
export function Progress({ label, progress }: { label: string; progress: ProgressValue | null }) {
  const known = progress !== null && progress.total > 0;
  return (
    <div className={styles.progress} role="status">
      <p className={styles.label}>
        <span>{label}</span>
        {known && (
          <span>
            {formatNumber(progress.done)} / {formatNumber(progress.total)}
          </span>
        )}
      </p>
      {known ? (
        <progress className={styles.bar} aria-label={label} value={progress.done} max={progress.total} />
      ) : (
        <progress className={styles.bar} aria-label={label} />
      )}
    </div>
  );
}
