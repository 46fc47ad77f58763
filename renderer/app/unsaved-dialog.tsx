import { useEffect, useRef } from 'react';
import { commonText } from '../../db/contract/vi/common.ts';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { useStore } from '../lib/store.ts';
import { closeWindow, hasUnsaved, leaveAnyway, pendingLeave } from './router.ts';

export function UnsavedDialog() {
  const pending = useStore(pendingLeave);
  const stay = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const onClose = (event: BeforeUnloadEvent) => {
      if (!hasUnsaved()) return;
      event.preventDefault();
      pendingLeave.set(closeWindow);
    };
    window.addEventListener('beforeunload', onClose);
    return () => window.removeEventListener('beforeunload', onClose);
  }, []);

  if (pending === null) return null;
  const putAside = () => pendingLeave.set(null);
  return (
    <Dialog
      title={commonText.unsavedTitle}
      onClose={putAside}
      initialFocus={stay}
      actions={
        <>
          <Button onClick={leaveAnyway}>{commonText.unsavedLeave}</Button>
          <Button ref={stay} variant="primary" onClick={putAside}>
            {commonText.unsavedStay}
          </Button>
        </>
      }
    >
      <p>{commonText.unsavedText}</p>
    </Dialog>
  );
}
