import { useForm } from 'react-hook-form';
import type { Review, ReviewOpinionEntry } from '../../../db/contract/reviews.ts';
import { commonText } from '../../../db/contract/vi/common.ts';
import { reviewOpinionNames } from '../../../db/contract/vi/forms-names.ts';
import { ratingLevelNames } from '../../../db/contract/vi/ratings.ts';
import { reviewsText as text } from '../../../db/contract/vi/reviews.ts';
import { parseTypedDate } from '../../../db/domain/dates.ts';
import { ratingLevels } from '../../../db/domain/ratings.ts';
import { DraftNote } from '../../app/draft-note.tsx';
import { notifyDone, notifyError } from '../../app/notifier/notices.ts';
import { useDraft } from '../../app/use-draft.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { SelectField, TextAreaField, TextField } from '../../components/field.tsx';
import { NewerField, StaleNote } from '../../components/newer-note.tsx';
import { call } from '../../lib/api.ts';
import { hasCode } from '../../lib/app-error.ts';
import { showFieldErrors } from '../../lib/form-errors.ts';
import { formatDate } from '../../lib/format.ts';
import { useNewer } from '../../lib/use-newer.ts';
import { onFormKey } from '../officials/form-keys.ts';
import { isFullDay } from '../officials/full-day.ts';
import { withoutPrefix } from '../officials/without-prefix.ts';
import { formOf } from './review-model.ts';
import styles from './reviews.module.css';

interface Values {
  /** One of the bodies known, or OTHER. */
  known: string;
  body: string;
  onDay: string;
  text: string;
  level: string;
}
const OTHER = '-';
const fields = ['body', 'onDay', 'text', 'level'] as const;

interface OpinionDialogProps {
  review: Review;
  /** null adds one. */
  opinion: ReviewOpinionEntry | null;
  onReview: (review: Review) => void;
  onClose: () => void;
}

/** What one body says of a review, with its day and the level it suggests. */
export function OpinionDialog({ review, opinion, onReview, onClose }: OpinionDialogProps) {
  const bodies: string[] = [
    ...formOf(review).opinions.map((each) => reviewOpinionNames[each]),
    ...text.moreBodies,
  ];
  const isKnown = opinion === null || bodies.includes(opinion.body);
  const current: Values = {
    known: isKnown ? (opinion?.body ?? bodies[0] ?? OTHER) : OTHER,
    body: isKnown ? '' : (opinion?.body ?? ''),
    onDay: formatDate(opinion?.onDay ?? null),
    text: opinion?.text ?? '',
    level: opinion?.level ?? '',
  };
  const form = useForm<Values>({ defaultValues: current });
  const { errors, isSubmitting } = form.formState;
  const newer = useNewer(form, current);
  const { reviewId, version, name } = review;
  const draft = useDraft({
    form,
    key: { form: 'reviewOpinion', recordId: reviewId, partId: opinion?.id ?? null },
    version,
    title: () => name,
    restore: newer.restore,
  });
  const known = form.watch('known');

  const submit = form.handleSubmit(async (values) => {
    const body = values.known === OTHER ? values.body : values.known;
    try {
      const saved = await call('reviews.saveOpinion', {
        reviewId,
        version,
        opinion: {
          id: opinion?.id ?? null,
          body,
          onDay: values.onDay === '' ? null : parseTypedDate(values.onDay),
          text: values.text,
          level: ratingLevels.find((level) => level === values.level) ?? null,
        },
      });
      draft.drop();
      onReview(saved);
      onClose();
      notifyDone(text.opinionSaved(body));
    } catch (error) {
      if (hasCode(error, 'STALE_VERSION')) {
        newer.refused();
        onReview(await call('reviews.get', { reviewId }));
      } else if (!showFieldErrors(withoutPrefix(error, 'opinion.'), fields, form.setError))
        notifyError(error);
    }
  });
  const remove = async (old: ReviewOpinionEntry) => {
    try {
      const left = await call('reviews.removeOpinion', { reviewId, version, opinionId: old.id });
      draft.drop();
      onReview(left);
      onClose();
      const run = async () =>
        onReview(
          await call('reviews.saveOpinion', {
            reviewId,
            version: left.version,
            opinion: { ...old, id: null },
          }),
        );
      notifyDone(text.opinionRemoved(old.body), { actions: [{ label: commonText.undo, run }] });
    } catch (error) {
      notifyError(error);
    }
  };
  return (
    <Dialog title={opinion === null ? text.addOpinion : text.editOpinion} onClose={onClose}>
      <form className={styles.stack} onSubmit={submit} onKeyDown={onFormKey} noValidate>
        <DraftNote
          draft={draft}
          onDrop={() => {
            form.reset(current);
            newer.settled();
          }}
        />
        {newer.stale && <StaleNote />}
        <SelectField label={text.body} data-first-focus {...form.register('known')}>
          {bodies.map((body) => (
            <option key={body} value={body}>
              {body}
            </option>
          ))}
          <option value={OTHER}>{text.otherBody}</option>
        </SelectField>
        {known === OTHER && (
          <TextField label={text.otherBodyName} error={errors.body?.message} {...form.register('body')} />
        )}
        <TextField
          label={text.opinionOn}
          placeholder={text.dateExample}
          error={errors.onDay?.message}
          {...form.register('onDay', { validate: (typed) => typed === '' || isFullDay(typed) })}
        />
        <NewerField newer={newer} field="onDay" />
        <TextAreaField label={text.opinionText} error={errors.text?.message} {...form.register('text')} />
        <NewerField newer={newer} field="text" />
        <SelectField label={text.opinionLevel} error={errors.level?.message} {...form.register('level')}>
          <option value="">{text.noOpinionLevel}</option>
          {ratingLevels.map((level) => (
            <option key={level} value={level}>
              {ratingLevelNames[level]}
            </option>
          ))}
        </SelectField>
        <div className={styles.acts}>
          <Button type="submit" variant="primary" disabled={isSubmitting}>
            {commonText.save}
          </Button>
          <Button
            onClick={() => {
              draft.drop();
              onClose();
            }}
          >
            {commonText.cancel}
          </Button>
          {opinion !== null && (
            <Button variant="quiet" onClick={() => void remove(opinion)}>
              {text.removeOpinion}
            </Button>
          )}
        </div>
      </form>
    </Dialog>
  );
}
