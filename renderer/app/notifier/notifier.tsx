import IconAlertCircle from '@tabler/icons-react/dist/esm/icons/IconAlertCircle.mjs';
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs';
import IconInfoCircle from '@tabler/icons-react/dist/esm/icons/IconInfoCircle.mjs';
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs';
import { useEffect, useState } from 'react';
import { commonText } from '../../../db/contract/vi/common.ts';
import { Button, IconButton } from '../../components/button.tsx';
import { useStore } from '../../lib/store.ts';
import { closeNotice, type Notice, type NoticeAction, notices, notifyError, runAction } from './notices.ts';
import styles from './notifier.module.css';

const icons = { done: IconCheck, info: IconInfoCircle, error: IconAlertCircle };

/** Bottom right, above every page: what was done, with its way back, and what went wrong. */
export function Notifier() {
  const current = useStore(notices);
  return (
    <section className={styles.notifier} aria-label={commonText.notices} aria-live="polite">
      {current.map((notice) => (
        <NoticeCard key={notice.id} notice={notice} />
      ))}
    </section>
  );
}

function NoticeCard({ notice }: { notice: Notice }) {
  const [held, setHeld] = useState(false);
  const [busy, setBusy] = useState(false);
  const { id, kind, lasts } = notice;
  useEffect(() => {
    if (lasts === null || held || busy) return;
    const timer = setTimeout(() => closeNotice(id), lasts);
    return () => clearTimeout(timer);
  }, [id, lasts, held, busy]);

  const act = async (action: NoticeAction) => {
    setBusy(true);
    try {
      await runAction(id, action);
    } catch (error) {
      notifyError(error);
      setBusy(false);
    }
  };

  const Icon = icons[kind];
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: resting the pointer on a notice only keeps it from closing
    <div
      className={styles.notice}
      data-kind={kind}
      role={kind === 'error' ? 'alert' : 'status'}
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <Icon size={20} aria-hidden />
      <div className={styles.body}>
        <p>{notice.text}</p>
        {notice.detail !== undefined && <p className={styles.detail}>{notice.detail}</p>}
        {notice.actions.length > 0 && (
          <div className={styles.actions}>
            {notice.actions.map((action) => (
              <Button key={action.label} small disabled={busy} onClick={() => act(action)}>
                {action.label}
              </Button>
            ))}
          </div>
        )}
      </div>
      <IconButton small label={commonText.closeNotice} onClick={() => closeNotice(id)}>
        <IconX size={16} aria-hidden />
      </IconButton>
    </div>
  );
}
