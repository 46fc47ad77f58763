import { useEffect, useRef } from 'react';
import { serviceText } from '../../db/contract/vi/common.ts';
import { Button } from '../components/button.tsx';
import { useStore } from '../lib/store.ts';
import { forgetUnsaved } from './router.ts';
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
  return <ServiceGone />;
}

function reopen(): void {
  forgetUnsaved();
  location.reload();
}

function closeProgram(): void {
  forgetUnsaved();
  window.close();
}

/** A modal of its own, so that it lies above whatever dialog is open. */
function ServiceGone() {
  const dialog = useRef<HTMLDialogElement>(null);
  const close = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
    close.current?.focus();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={styles.gone}
      role="alertdialog"
      aria-label={serviceText.goneTitle}
      onCancel={(event) => event.preventDefault()}
      onKeyDown={(event) => {
        // Chromium closes a dialog at the second Esc whatever `cancel` says.
        if (event.key === 'Escape') event.preventDefault();
        event.stopPropagation();
      }}
    >
      <div className={styles.card}>
        <h1 className={styles.title}>{serviceText.goneTitle}</h1>
        <p>{serviceText.goneSafe}</p>
        <ol className={styles.steps}>
          {serviceText.goneSteps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <div className={styles.actions}>
          <Button onClick={reopen}>{serviceText.tryAgain}</Button>
          <Button ref={close} variant="primary" onClick={closeProgram}>
            {serviceText.closeProgram}
          </Button>
        </div>
      </div>
    </dialog>
  );
}
