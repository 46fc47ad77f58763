import { useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import type { Attachment } from '../../../db/contract/attachments.ts';
import { attachmentText as text } from '../../../db/contract/vi/attachments.ts';
import { useCommand } from '../../app/commands.ts';
import { Button } from '../../components/button.tsx';
import { FailedState, Loading } from '../../components/state.tsx';
import { call } from '../../lib/api.ts';
import { PdfPages } from '../reports/pdf-preview.tsx';
import { usePreviewKeys } from '../reports/preview-keys.ts';
import styles from './attachments.module.css';
import { saveCopy } from './attachments-section.tsx';

interface AttachmentViewProps {
  attachment: Attachment;
  onClose: () => void;
}

const bytesOf = async (attachmentId: number): Promise<Uint8Array> =>
  (await call('attachments.open', { attachmentId })).bytes;

/** A scan over the page, which keeps what was typed into it. */
export default function AttachmentView({ attachment, onClose }: AttachmentViewProps) {
  const { id, fileName, mediaType } = attachment;
  // A scan is printed from its copy; the key is not for the page below.
  useCommand('print', () => {});
  const acts = (
    <Button small onClick={() => saveCopy(id)}>
      {text.save}
    </Button>
  );
  return createPortal(
    <section className={styles.view} aria-label={fileName}>
      {mediaType === 'application/pdf' ? (
        <PdfPages
          title={fileName}
          loadKey={`scan-${id}`}
          load={() => bytesOf(id)}
          backLabel={text.back}
          acts={acts}
          onClose={onClose}
        />
      ) : (
        <Picture attachment={attachment} acts={acts} onClose={onClose} />
      )}
    </section>,
    document.body,
  );
}

function Picture({ attachment, acts, onClose }: AttachmentViewProps & { acts: React.ReactNode }) {
  const { id, fileName, mediaType } = attachment;
  const [shown, setShown] = useState<{ url: string } | { error: unknown } | null>(null);
  const view = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  usePreviewKeys(view, frame, onClose);
  useEffect(() => {
    let url: string | null = null;
    let gone = false;
    bytesOf(id)
      .then((bytes) => {
        if (gone) return;
        url = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: mediaType }));
        setShown({ url });
      })
      .catch((error: unknown) => setShown({ error }));
    return () => {
      gone = true;
      if (url !== null) URL.revokeObjectURL(url);
    };
  }, [id, mediaType]);
  return (
    <div ref={view} className={styles.viewBody}>
      <header className={styles.viewHead}>
        <Button small autoFocus onClick={onClose}>
          {text.back}
        </Button>
        <h1>{fileName}</h1>
        {acts}
      </header>
      <div ref={frame} className={styles.picture}>
        {shown === null ? (
          <Loading />
        ) : 'error' in shown ? (
          <FailedState error={shown.error} onRetry={onClose} />
        ) : (
          <img src={shown.url} alt={text.image(fileName)} />
        )}
      </div>
    </div>
  );
}
