import { useQueryClient } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import type { ReviewRow } from '../../../db/contract/reviews.ts';
import { commonText } from '../../../db/contract/vi/common.ts';
import { reviewStatusNames } from '../../../db/contract/vi/cycles.ts';
import { reviewsText as text } from '../../../db/contract/vi/reviews.ts';
import { type ReviewStatus, reviewStatuses } from '../../../db/domain/cycle.ts';
import { parseTypedDate } from '../../../db/domain/dates.ts';
import { notifyDone, notifyError } from '../../app/notifier/notices.ts';
import { useUnsavedGuard } from '../../app/use-unsaved-guard.ts';
import { Button } from '../../components/button.tsx';
import { DetailPanel } from '../../components/detail-panel.tsx';
import { SelectField, TextField } from '../../components/field.tsx';
import { call } from '../../lib/api.ts';
import { showFieldErrors } from '../../lib/form-errors.ts';
import { onFormKey } from '../officials/form-keys.ts';
import { isFullDay, todayTyped } from '../officials/full-day.ts';
import styles from './reviews.module.css';

type Subject = Pick<ReviewRow, 'reviewId' | 'version' | 'status' | 'filedOn'>;
interface StatusPanelProps {
  reviews: readonly Subject[];
  onClose: () => void;
  onChanged: () => void;
}
interface Values {
  status: ReviewStatus;
  filedOn: string;
}

/** Moves one or many reviews to another step, and back. */
export function StatusPanel({ reviews, onClose, onChanged }: StatusPanelProps) {
  const queryClient = useQueryClient();
  const form = useForm<Values>({ defaultValues: { status: 'filed', filedOn: todayTyped() } });
  const { errors, isSubmitting, isDirty } = form.formState;
  useUnsavedGuard(isDirty && !isSubmitting);
  const status = form.watch('status');
  const submit = form.handleSubmit(async ({ filedOn }) => {
    try {
      await call('reviews.setStatus', {
        reviews: reviews.map(({ reviewId, version }) => ({ reviewId, version })),
        status,
        filedOn: status === 'notFiled' || filedOn === '' ? null : parseTypedDate(filedOn),
      });
      await queryClient.invalidateQueries();
      form.reset();
      onChanged();
      notifyDone(text.changed(reviews.length, reviewStatusNames[status]), {
        actions: [{ label: commonText.undo, run: () => takeBack(reviews).then(done) }],
      });
    } catch (error) {
      if (!showFieldErrors(error, ['filedOn'], form.setError)) notifyError(error);
    }
  });
  const done = async () => {
    await queryClient.invalidateQueries();
    notifyDone(text.changedBack);
  };
  return (
    <DetailPanel title={text.statusOf(reviews.length)} onClose={onClose}>
      <form className={styles.stack} onSubmit={submit} onKeyDown={onFormKey} noValidate>
        <SelectField label={text.to} autoFocus {...form.register('status')}>
          {reviewStatuses.map((each) => (
            <option key={each} value={each}>
              {reviewStatusNames[each]}
            </option>
          ))}
        </SelectField>
        {status !== 'notFiled' && (
          <TextField
            label={text.filedOn}
            placeholder={text.dateExample}
            hint={text.filedOnHint}
            error={errors.filedOn?.message}
            {...form.register('filedOn', { validate: (typed) => typed === '' || isFullDay(typed) })}
          />
        )}
        <div className={styles.acts}>
          <Button type="submit" variant="primary" disabled={isSubmitting}>
            {text.change}
          </Button>
          <Button onClick={onClose}>{commonText.cancel}</Button>
        </div>
      </form>
    </DetailPanel>
  );
}

/** Every review back to the step and the day it had: one call for those that had the same. */
async function takeBack(reviews: readonly Subject[]): Promise<void> {
  const groups = new Map<string, Subject[]>();
  for (const review of reviews) {
    const key = `${review.status} ${review.filedOn}`;
    groups.set(key, [...(groups.get(key) ?? []), review]);
  }
  for (const group of groups.values()) {
    const [first] = group;
    if (first)
      await call('reviews.setStatus', {
        reviews: group.map(({ reviewId, version }) => ({ reviewId, version: version + 1 })),
        status: first.status,
        filedOn: first.filedOn,
      });
  }
}
