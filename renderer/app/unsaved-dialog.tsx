import { useEffect, useRef } from 'react';
import { commonText } from '../../db/contract/vi/common.ts';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { createStore, useStore } from '../lib/store.ts';
import { hasUnsaved, leaveAnyway, pendingPage } from './router.ts';

/** The person asked to close the window while something was unsaved. */
const pendingClose = createStore(false);

export function UnsavedDialog() {
  const page = useStore(pendingPage);
  const closing = useStore(pendingClose);
  const stay = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const onClose = (event: BeforeUnloadEvent) => {
      if (!hasUnsaved()) return;
      event.preventDefault();
      pendingClose.set(true);
    };
    window.addEventListener('beforeunload', onClose);
    return () => window.removeEventListener('beforeunload', onClose);
  }, []);

  if (page === null && !closing) return null;
  const putAside = () => {
    pendingPage.set(null);
    pendingClose.set(false);
  };
  const leave = () => {
    pendingClose.set(false);
    leaveAnyway();
    if (closing) window.close();
  };
  return (
    <Dialog
      title={commonText.unsavedTitle}
      onClose={putAside}
      initialFocus={stay}
      actions={
        <>
          <Button onClick={leave}>{commonText.unsavedLeave}</Button>
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
