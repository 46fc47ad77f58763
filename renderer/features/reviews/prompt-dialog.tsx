import { useForm } from 'react-hook-form';
import type { Review, ReviewPrompt } from '../../../db/contract/reviews.ts';
import { commonText } from '../../../db/contract/vi/common.ts';
import { promptSourceNames, reviewsText as text } from '../../../db/contract/vi/reviews.ts';
import { type PromptSource, promptSources } from '../../../db/domain/cycle.ts';
import { parseTypedDate } from '../../../db/domain/dates.ts';
import { reporterMarks, withoutReporterMarks } from '../../../db/domain/reporter-marks.ts';
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
import { answerField, saveInputOf, valuesOf } from './review-model.ts';
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
  const newer = useNewer(form, current);
  const { reviewId, version, name } = review;
  const draft = useDraft({
    form,
    key: { form: 'reviewPrompt', recordId: reviewId, partId: prompt?.id ?? null },
    version,
    title: () => name,
    restore: newer.restore,
  });
  const marks = reporterMarks(form.watch('matter'));

  const submit = form.handleSubmit(async (values) => {
    const sentOn = values.sentOn === '' ? null : parseTypedDate(values.sentOn);
    try {
      const saved = await call('reviews.savePrompt', {
        reviewId,
        version,
        prompt: { ...values, id: prompt?.id ?? null, sentOn },
      });
      draft.drop();
      onReview(saved);
      onClose();
      notifyDone(text.promptSaved(name));
    } catch (error) {
      if (hasCode(error, 'STALE_VERSION')) {
        newer.refused();
        onReview(await call('reviews.get', { reviewId }));
      } else if (!showFieldErrors(withoutPrefix(error, 'prompt.'), fields, form.setError)) notifyError(error);
    }
  });
  const remove = async (old: ReviewPrompt) => {
    try {
      const left = await call('reviews.removePrompt', { reviewId, version, promptId: old.id });
      draft.drop();
      onReview(left);
      onClose();
      notifyDone(text.promptRemoved(name), {
        actions: [{ label: commonText.undo, run: async () => onReview(await putBack(left, old)) }],
      });
    } catch (error) {
      notifyError(error);
    }
  };
  return (
    <Dialog title={prompt === null ? text.promptFor(name) : text.editPrompt} onClose={onClose}>
      <form className={styles.stack} onSubmit={submit} onKeyDown={onFormKey} noValidate>
        <DraftNote
          draft={draft}
          onDrop={() => {
            form.reset(current);
            newer.settled();
          }}
        />
        {newer.stale && <StaleNote />}
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
          {prompt !== null && mayRemove && (
            <Button variant="quiet" onClick={() => void remove(prompt)}>
              {text.removePrompt}
            </Button>
          )}
        </div>
      </form>
    </Dialog>
  );
}

/** The question again, with the answer that it had. */
async function putBack(review: Review, { answer, id: _id, ...prompt }: ReviewPrompt): Promise<Review> {
  const { reviewId, version } = review;
  const added = await call('reviews.savePrompt', { reviewId, version, prompt: { ...prompt, id: null } });
  const last = added.prompts.at(-1);
  if (answer === '' || !last) return added;
  return call('reviews.save', saveInputOf(added, { ...valuesOf(added), [answerField(last.id)]: answer }));
}
