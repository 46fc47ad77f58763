import { useEffect } from 'react';
import { serviceText } from '../../db/contract/vi/common.ts';
import { Button } from '../components/button.tsx';
import { useStore } from '../lib/store.ts';
import styles from './service-notice.module.css';
import { serviceState } from './service-state.ts';
import { session, startSession } from './session.ts';

/** A calm line while the data service restarts; one clear screen when it is gone. The page behind stays. */
export function ServiceNotice() {
  const state = useStore(serviceState);
  useEffect(() => {
    if (state === 'up' && session.get().phase === 'failed') void startSession();
  }, [state]);

  if (state === 'up') return null;
  if (state === 'restarting')
    return (
      <p className={styles.banner} role="status">
        {serviceText.restarting}
      </p>
    );
  return (
    <div className={styles.gone} role="alertdialog" aria-modal="true" aria-label={serviceText.goneTitle}>
      <div className={styles.card}>
        <h1 className={styles.title}>{serviceText.goneTitle}</h1>
        <p>{serviceText.goneSafe}</p>
        <ol className={styles.steps}>
          {serviceText.goneSteps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <div className={styles.actions}>
          <Button onClick={() => location.reload()}>{serviceText.tryAgain}</Button>
          <Button variant="primary" autoFocus onClick={() => window.close()}>
            {serviceText.closeProgram}
          </Button>
        </div>
      </div>
    </div>
  );
}
