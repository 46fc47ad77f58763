import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useRef, useState } from 'react';
import type { Attachment, AttachmentOwner } from '../../../db/contract/attachments.ts';
import { attachmentText as text } from '../../../db/contract/vi/attachments.ts';
import { commonText } from '../../../db/contract/vi/common.ts';
import { notifyDone, notifyError } from '../../app/notifier/notices.ts';
import { Button } from '../../components/button.tsx';
import { PanelSection } from '../../components/detail-panel.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { call, desktop } from '../../lib/api.ts';
import { formatMoment } from '../../lib/format.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import styles from './attachments.module.css';

const AttachmentView = lazy(() => import('./attachment-view.tsx'));

export async function saveCopy(attachmentId: number): Promise<void> {
  try {
    const saved = await desktop('attachments.saveCopy', { attachmentId });
    if (saved !== null) notifyDone(text.saved(saved.fileName));
  } catch (error) {
    notifyError(error);
  }
}

/** The scans of a record: a pledge, a review, a meeting, a task. Looked at inside the program, or saved to a file. */
export function AttachmentsSection({ owner, mayWrite }: { owner: AttachmentOwner; mayWrite: boolean }) {
  const queryClient = useQueryClient();
  const [viewed, setViewed] = useState<Attachment | null>(null);
  const [removing, setRemoving] = useState<Attachment | null>(null);
  const [busy, setBusy] = useState(false);
  const keep = useRef<HTMLButtonElement>(null);
  const opener = useRef<HTMLElement | null>(null);
  const queryKey = queryKeys.attachments(owner.entity, owner.entityId);
  const list = useQuery({ queryKey, queryFn: () => call('attachments.list', owner) });
  const attachments = list.data?.attachments ?? [];

  const add = async () => {
    setBusy(true);
    try {
      const added = await desktop('attachments.choose', owner);
      if (added !== null) {
        queryClient.setQueryData(queryKey, added);
        await queryClient.invalidateQueries();
        notifyDone(text.added(added.attachments.at(-1)?.fileName ?? ''));
      }
    } catch (error) {
      notifyError(error);
    }
    setBusy(false);
  };
  const remove = async ({ id, fileName }: Attachment) => {
    setRemoving(null);
    try {
      await call('attachments.remove', { attachmentId: id });
      await queryClient.invalidateQueries();
      notifyDone(text.removed(fileName));
    } catch (error) {
      notifyError(error);
    }
  };

  return (
    <PanelSection
      title={text.title}
      end={
        mayWrite && (
          <Button small disabled={busy} onClick={() => add()}>
            {text.add}
          </Button>
        )
      }
    >
      {list.data && attachments.length === 0 && <p className={styles.none}>{text.none}</p>}
      <ul className={styles.list}>
        {attachments.map((attachment) => (
          <li key={attachment.id}>
            <b>{attachment.fileName}</b>
            <span className={styles.none}>
              {[text.size(attachment.size), formatMoment(attachment.at), attachment.by].join(' · ')}
            </span>
            <span className={styles.acts}>
              <Button
                small
                aria-label={text.openOf(attachment.fileName)}
                onClick={(event) => {
                  opener.current = event.currentTarget;
                  setViewed(attachment);
                }}
              >
                {text.open}
              </Button>
              <Button
                small
                aria-label={text.saveOf(attachment.fileName)}
                onClick={() => saveCopy(attachment.id)}
              >
                {text.save}
              </Button>
              {mayWrite && (
                <Button
                  small
                  variant="quiet"
                  aria-label={text.removeOf(attachment.fileName)}
                  onClick={() => setRemoving(attachment)}
                >
                  {text.remove}
                </Button>
              )}
            </span>
          </li>
        ))}
      </ul>
      {viewed !== null && (
        <Suspense>
          <AttachmentView
            attachment={viewed}
            onClose={() => {
              setViewed(null);
              opener.current?.focus();
            }}
          />
        </Suspense>
      )}
      {removing !== null && (
        <Dialog
          title={text.removeTitle}
          initialFocus={keep}
          onClose={() => setRemoving(null)}
          actions={
            <>
              <Button ref={keep} onClick={() => setRemoving(null)}>
                {commonText.cancel}
              </Button>
              <Button onClick={() => remove(removing)}>{text.remove}</Button>
            </>
          }
        >
          <p>{text.removeText(removing.fileName)}</p>
        </Dialog>
      )}
    </PanelSection>
  );
}
