import { draftText } from '../../db/contract/vi/drafts.ts';
import { Button } from '../components/button.tsx';
import styles from '../components/newer-note.module.css';
import { formatMoment } from '../lib/format.ts';
import type { FormDraft } from './use-draft.ts';

/** Above a form that began with a draft: since when, and the way back to what the record says. */
export function DraftNote({ draft, onDrop }: { draft: FormDraft; onDrop: () => void }) {
  if (draft.restored === null) return null;
  return (
    <div className={styles.note} role="status">
      <p>{draftText.restored(formatMoment(draft.restored.savedAt))}</p>
      <Button
        small
        onClick={() => {
          draft.drop();
          onDrop();
        }}
      >
        {draftText.dropRestored}
      </Button>
    </div>
  );
}
