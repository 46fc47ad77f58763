import { useForm } from 'react-hook-form';
import type { Review, ReviewOpinionEntry } from '../../../db/contract/reviews.ts';
import { reviewOpinionNames } from '../../../db/contract/vi/forms-names.ts';
import { ratingLevelNames } from '../../../db/contract/vi/ratings.ts';
import { reviewsText as text } from '../../../db/contract/vi/reviews.ts';
import { parseTypedDate } from '../../../db/domain/dates.ts';
import { ratingLevels } from '../../../db/domain/ratings.ts';
import { SelectField, TextAreaField, TextField } from '../../components/field.tsx';
import { NewerField } from '../../components/newer-note.tsx';
import { call } from '../../lib/api.ts';
import { formatDate } from '../../lib/format.ts';
import { isFullDay } from '../officials/full-day.ts';
import { PartDialog, useReviewPart } from './part-dialog.tsx';
import { formOf } from './review-model.ts';

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
  const { reviewId, version } = review;
  const part = useReviewPart({
    review,
    form,
    current,
    draftForm: 'reviewOpinion',
    partId: opinion?.id ?? null,
    fields,
    prefix: 'opinion.',
    onReview,
    onClose,
  });
  const { newer } = part;
  const known = form.watch('known');

  const submit = form.handleSubmit((values) => {
    const body = values.known === OTHER ? values.body : values.known;
    const entered = {
      id: opinion?.id ?? null,
      body,
      onDay: values.onDay === '' ? null : parseTypedDate(values.onDay),
      text: values.text,
      level: ratingLevels.find((level) => level === values.level) ?? null,
    };
    return part.save(
      () => call('reviews.saveOpinion', { reviewId, version, opinion: entered }),
      text.opinionSaved(body),
    );
  });
  const remove = ({ id, body }: ReviewOpinionEntry) =>
    part.remove(
      () => call('reviews.removeOpinion', { reviewId, version, opinionId: id }),
      text.opinionRemoved(body),
    );
  return (
    <PartDialog
      title={opinion === null ? text.addOpinion : text.editOpinion}
      part={part}
      isSubmitting={isSubmitting}
      onSubmit={submit}
      onClose={onClose}
      remove={opinion && { label: text.removeOpinion, run: () => void remove(opinion) }}
    >
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
    </PartDialog>
  );
}
