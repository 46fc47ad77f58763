import { lazy, Suspense, useEffect, useState } from 'react';
import { commonText } from '../../../db/contract/vi/common.ts';
import { pageNames } from '../../../db/contract/vi/navigation.ts';
import { Button } from '../../components/button.tsx';
import { onDesktopEvent } from '../../lib/desktop-events.ts';
import styles from './start.module.css';

const HelpContent = lazy(async () => ({
  default: (await import('../../help/help-content.tsx')).HelpContent,
}));

/** F1 before the login: the guide over the form, which keeps what was typed. */
export function StartHelp() {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'F1') setOpen(true);
      else if (event.key === 'Escape') setOpen(false);
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    const stop = onDesktopEvent((event) => {
      if (event.type === 'menu' && event.command === 'help') setOpen(true);
    });
    return () => {
      window.removeEventListener('keydown', onKey);
      stop();
    };
  }, []);
  if (!open) return null;
  return (
    <div className={styles.help} role="dialog" aria-label={pageNames.help}>
      <header className={styles.helpHead}>
        <h1>{pageNames.help}</h1>
        <Button autoFocus onClick={() => setOpen(false)}>
          {commonText.close}
        </Button>
      </header>
      <Suspense fallback={null}>
        <HelpContent />
      </Suspense>
    </div>
  );
}
