import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { keptReasonTexts, previewText } from '../../../db/contract/vi/imports-preview.ts';
import { notifyError } from '../../app/notifier/notices.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { useStore } from '../../lib/store.ts';
import styles from './imports.module.css';
import { undoNow, undoQuestion } from './undo-flow.ts';

/** What an undo would do and what it would leave, with the names, before anything is changed. */
export function UndoDialog() {
  const plan = useStore(undoQuestion);
  const queryClient = useQueryClient();
  const [busy, setBusy] = useState(false);
  if (plan === null) return null;
  const close = () => undoQuestion.set(null);
  const undo = async () => {
    setBusy(true);
    try {
      await undoNow(queryClient, plan.batchId, true);
    } catch (error) {
      notifyError(error);
    } finally {
      setBusy(false);
      close();
    }
  };
  return (
    <Dialog
      title={previewText.undoTitle}
      onClose={close}
      actions={
        <>
          <Button data-first-focus onClick={close}>
            {previewText.undoCancel}
          </Button>
          <Button
            variant="primary"
            disabled={busy || plan.removed + plan.restored === 0}
            onClick={() => undo()}
          >
            {previewText.undoRest}
          </Button>
        </>
      }
    >
      <p>{previewText.undoPlan(plan.removed, plan.restored)}</p>
      <p>{previewText.undoKept(plan.keptCount)}</p>
      <ul className={styles.keptList}>
        {plan.kept.map(({ row, name, reason }) => (
          <li key={`${row}-${name}`}>{previewText.undoKeptRow(row, name, keptReasonTexts[reason])}</li>
        ))}
        {plan.keptCount > plan.kept.length && (
          <li>{previewText.undoMore(plan.keptCount - plan.kept.length)}</li>
        )}
      </ul>
    </Dialog>
  );
}
