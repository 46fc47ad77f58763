import { useForm } from 'react-hook-form';
import type { Review, ReviewPrompt } from '../../../db/contract/reviews.ts';
import { promptSourceNames, reviewsText as text } from '../../../db/contract/vi/reviews.ts';
import { type PromptSource, promptSources } from '../../../db/domain/cycle.ts';
import { parseTypedDate } from '../../../db/domain/dates.ts';
import { reporterMarks, withoutReporterMarks } from '../../../db/domain/reporter-marks.ts';
import { Button } from '../../components/button.tsx';
import { SelectField, TextAreaField, TextField } from '../../components/field.tsx';
import { NewerField } from '../../components/newer-note.tsx';
import { call } from '../../lib/api.ts';
import { formatDate } from '../../lib/format.ts';
import { isFullDay } from '../officials/full-day.ts';
import { PartDialog, useReviewPart } from './part-dialog.tsx';
import styles from './reviews.module.css';

interface Values {
  source: PromptSource;
  matter: string;
  sentOn: string;
  conclusion: string;
}
const fields = ['source', 'matter', 'sentOn', 'conclusion'] as const;

interface PromptDialogProps {
  review: Pick<Review, 'reviewId' | 'version' | 'name'>;
  /** null adds one. */
  prompt: ReviewPrompt | null;
  /** A discussed review keeps its questions. */
  mayRemove: boolean;
  /** What stands now after a save or a refused one. */
  onReview: (review: Review) => void;
  onClose: () => void;
}

/** One suggested question of a review. Who reported the matter is never stored: numbers that say so are pointed out. */
export function PromptDialog({ review, prompt, mayRemove, onReview, onClose }: PromptDialogProps) {
  const current: Values = {
    source: prompt?.source ?? 'superior',
    matter: prompt?.matter ?? '',
    sentOn: formatDate(prompt?.sentOn ?? null),
    conclusion: prompt?.conclusion ?? '',
  };
  const form = useForm<Values>({ defaultValues: current });
  const { errors, isSubmitting } = form.formState;
  const { reviewId, version, name } = review;
  const part = useReviewPart({
    review,
    form,
    current,
    draftForm: 'reviewPrompt',
    partId: prompt?.id ?? null,
    fields,
    prefix: 'prompt.',
    onReview,
    onClose,
  });
  const { newer } = part;
  const marks = reporterMarks(form.watch('matter'));

  const submit = form.handleSubmit((values) => {
    const sentOn = values.sentOn === '' ? null : parseTypedDate(values.sentOn);
    const entered = { ...values, id: prompt?.id ?? null, sentOn };
    return part.save(
      () => call('reviews.savePrompt', { reviewId, version, prompt: entered }),
      text.promptSaved(name),
    );
  });
  const remove = (promptId: number) =>
    part.remove(
      () => call('reviews.removePrompt', { reviewId, version, promptId }),
      text.promptRemoved(name),
    );
  return (
    <PartDialog
      title={prompt === null ? text.promptFor(name) : text.editPrompt}
      part={part}
      isSubmitting={isSubmitting}
      onSubmit={submit}
      onClose={onClose}
      remove={
        prompt !== null && mayRemove ? { label: text.removePrompt, run: () => void remove(prompt.id) } : null
      }
    >
      <SelectField
        label={text.source}
        error={errors.source?.message}
        data-first-focus
        {...form.register('source')}
      >
        {promptSources.map((each) => (
          <option key={each} value={each}>
            {promptSourceNames[each]}
          </option>
        ))}
      </SelectField>
      <TextAreaField
        label={text.matter}
        hint={text.matterHint}
        error={errors.matter?.message}
        {...form.register('matter')}
      />
      <NewerField newer={newer} field="matter" />
      {marks.length > 0 && (
        <div className={styles.warn} role="alert">
          <p>{text.marksFound(marks)}</p>
          <Button
            small
            onClick={() => {
              const struck = withoutReporterMarks(form.getValues('matter'));
              form.setValue('matter', struck, { shouldDirty: true });
            }}
          >
            {text.strikeMarks}
          </Button>
        </div>
      )}
      <TextField
        label={text.sentOn}
        placeholder={text.dateExample}
        error={errors.sentOn?.message}
        {...form.register('sentOn', { validate: (typed) => typed === '' || isFullDay(typed) })}
      />
      <NewerField newer={newer} field="sentOn" />
      <TextAreaField
        label={text.conclusion}
        error={errors.conclusion?.message}
        {...form.register('conclusion')}
      />
      <NewerField newer={newer} field="conclusion" />
    </PartDialog>
  );
}
