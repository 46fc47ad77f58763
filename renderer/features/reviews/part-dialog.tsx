import type { ReactNode } from 'react';
import type { FieldPath, FieldValues, UseFormReturn } from 'react-hook-form';
import type { DraftForm } from '../../../db/contract/drafts.ts';
import type { Review } from '../../../db/contract/reviews.ts';
import { commonText } from '../../../db/contract/vi/common.ts';
import { notifyDone, notifyError } from '../../app/notifier/notices.ts';
import { RecordNotes } from '../../app/record-notes.tsx';
import { type RecordForm, useRecordForm } from '../../app/use-record-form.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { call } from '../../lib/api.ts';
import { hasCode } from '../../lib/app-error.ts';
import { showFieldErrors } from '../../lib/form-errors.ts';
import { onFormKey } from '../officials/form-keys.ts';
import { withoutPrefix } from '../officials/without-prefix.ts';
import styles from './reviews.module.css';

interface PartOptions<Values extends FieldValues> {
  review: Pick<Review, 'reviewId' | 'version' | 'name'>;
  form: UseFormReturn<Values>;
  /** What the record says today. */
  current: Values;
  draftForm: DraftForm;
  /** null: a new one. */
  partId: number | null;
  fields: ReadonlyArray<FieldPath<Values>>;
  /** Under which the service names the fields. */
  prefix: string;
  /** What stands now after a save or a refused one. */
  onReview: (review: Review) => void;
  onClose: () => void;
}

export interface ReviewPart extends RecordForm {
  save: (work: () => Promise<Review>, done: string) => Promise<void>;
  /** The undo brings the very row back. */
  remove: (work: () => Promise<{ review: Review; operationId: number }>, done: string) => Promise<void>;
}

/** A question or an opinion of a review in a form of its own: its draft, its save, its removal. */
export function useReviewPart<Values extends FieldValues>(options: PartOptions<Values>): ReviewPart {
  const { review, form, current, draftForm, partId, fields, prefix, onReview, onClose } = options;
  const { reviewId, version, name } = review;
  const record = useRecordForm(form, current, {
    key: { form: draftForm, recordId: reviewId, partId },
    version,
    title: () => name,
  });
  const settled = (now: Review) => {
    record.saved();
    onReview(now);
    onClose();
  };
  return {
    ...record,
    save: async (work, done) => {
      try {
        settled(await work());
        notifyDone(done);
      } catch (error) {
        if (hasCode(error, 'STALE_VERSION')) {
          record.newer.refused();
          onReview(await call('reviews.get', { reviewId }));
        } else if (!showFieldErrors(withoutPrefix(error, prefix), fields, form.setError)) notifyError(error);
      }
    },
    remove: async (work, done) => {
      try {
        const { review: left, operationId } = await work();
        settled(left);
        const run = async () => {
          await call('operations.undo', { operationId });
          onReview(await call('reviews.get', { reviewId }));
        };
        notifyDone(done, { actions: [{ label: commonText.undo, run }] });
      } catch (error) {
        notifyError(error);
      }
    },
  };
}

interface PartDialogProps {
  title: string;
  part: ReviewPart;
  isSubmitting: boolean;
  onSubmit: (event: React.FormEvent) => void;
  onClose: () => void;
  /** Null where there is nothing to remove, or where it has to stay. */
  remove: { label: string; run: () => void } | null;
  children: ReactNode;
}

/** The dialog around the fields: notes above, acts below. Ctrl+Enter saves. */
export function PartDialog({
  title,
  part,
  isSubmitting,
  onSubmit,
  onClose,
  remove,
  children,
}: PartDialogProps) {
  return (
    <Dialog title={title} onClose={onClose}>
      <form className={styles.stack} onSubmit={onSubmit} onKeyDown={onFormKey} noValidate>
        <RecordNotes record={part} />
        {children}
        <div className={styles.acts}>
          <Button type="submit" variant="primary" disabled={isSubmitting}>
            {commonText.save}
          </Button>
          <Button
            onClick={() => {
              part.giveUp();
              onClose();
            }}
          >
            {commonText.cancel}
          </Button>
          {remove && (
            <Button variant="quiet" onClick={remove.run}>
              {remove.label}
            </Button>
          )}
        </div>
      </form>
    </Dialog>
  );
}
