import { useRef } from 'react';
import { useForm } from 'react-hook-form';
import { commonText } from '../../../db/contract/vi/common.ts';
import { fieldErrorMessage } from '../../../db/contract/vi/errors.ts';
import { ratingRulesText as text } from '../../../db/contract/vi/rating-rules-screen.ts';
import { ratingLevelNames, ratingsText } from '../../../db/contract/vi/ratings.ts';
import { parseTypedDate } from '../../../db/domain/dates.ts';
import { notifyError } from '../../app/notifier/notices.ts';
import { session } from '../../app/session.ts';
import { useUnsavedGuard } from '../../app/use-unsaved-guard.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { TextField } from '../../components/field.tsx';
import { toAppError } from '../../lib/app-error.ts';
import { useStore } from '../../lib/store.ts';
import { isFullDay } from '../officials/full-day.ts';
import styles from './decision.module.css';
import type { Answers, Asking } from './rating-acts.ts';

interface DecisionDialogProps {
  asking: Asking;
  onAnswer: (answers: Answers) => Promise<void>;
  onClose: () => void;
}

/** What a decided level still needs: body and day once a year, the reason of a re-rating, and of going against a rule. */
export function DecisionDialog({ asking, onAnswer, onClose }: DecisionDialogProps) {
  const { row, change, forbidden } = asking;
  const current = useStore(session);
  const mayOverride = current.phase === 'open' && current.user.role === 'administrator';
  const form = useForm<Answers>({ defaultValues: { body: '', onDay: '', reason: '', overrideReason: '' } });
  const { errors, isSubmitting, isDirty } = form.formState;
  useUnsavedGuard(isDirty && !isSubmitting);
  const formElement = useRef<HTMLFormElement>(null);
  const level = change.level === null ? ratingsText.emptyValue : ratingLevelNames[change.level];
  const blocked = forbidden !== null && !mayOverride;

  const submit = form.handleSubmit(async (answers) => {
    try {
      await onAnswer({ ...answers, onDay: parseTypedDate(answers.onDay) ?? '' });
    } catch (error) {
      const { fieldErrors } = toAppError(error);
      const shown = (['reason', 'overrideReason'] as const).filter((field) => {
        const code = fieldErrors[`change.${field}`];
        if (code) form.setError(field, { message: fieldErrorMessage(code) }, { shouldFocus: true });
        return code !== undefined;
      });
      if (shown.length === 0) notifyError(error);
    }
  });
  const needed = (typed: string) => typed.trim() !== '' || fieldErrorMessage('REQUIRED');

  return (
    <Dialog
      title={text.dialogTitle(row.name, level)}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{commonText.cancel}</Button>
          {!blocked && (
            <Button
              variant="primary"
              disabled={isSubmitting}
              onClick={() => formElement.current?.requestSubmit()}
            >
              {isSubmitting ? commonText.saving : text.give}
            </Button>
          )}
        </>
      }
    >
      <form ref={formElement} className={styles.form} onSubmit={submit} noValidate>
        {asking.decision && (
          <>
            <p>{text.decisionNeeded}</p>
            <TextField
              label={text.decisionBody}
              hint={text.decisionBodyHint}
              maxLength={200}
              data-first-focus
              error={errors.body?.message}
              {...form.register('body', {
                validate: (typed) => typed.trim() !== '' || fieldErrorMessage('DECISION_BODY_NEEDED'),
              })}
            />
            <TextField
              label={text.decisionDay}
              hint={text.dayHint}
              maxLength={10}
              error={errors.onDay?.message}
              {...form.register('onDay', {
                validate: (typed) =>
                  typed.trim() === '' ? fieldErrorMessage('DECISION_DAY_NEEDED') : isFullDay(typed),
              })}
            />
          </>
        )}
        {asking.reason && (
          <>
            <p>{text.reratingNote}</p>
            <TextField
              label={text.reratingReason}
              maxLength={500}
              data-first-focus
              error={errors.reason?.message}
              {...form.register('reason', { validate: needed })}
            />
            <div>
              <Button small onClick={() => form.setValue('reason', text.typingError, { shouldDirty: true })}>
                {text.typingError}
              </Button>
            </div>
          </>
        )}
        {forbidden !== null && (
          <>
            <p role="alert">{forbidden}</p>
            {mayOverride && (
              <TextField
                // Comes into the dialog after the refusal.
                autoFocus
                data-first-focus
                label={text.overrideReason}
                hint={text.overrideHint}
                maxLength={500}
                error={errors.overrideReason?.message}
                {...form.register('overrideReason', { validate: needed })}
              />
            )}
          </>
        )}
        {/* Enter asks it, too: while one answer is under way there is no second. */}
        <button type="submit" hidden aria-hidden tabIndex={-1} disabled={isSubmitting} />
      </form>
    </Dialog>
  );
}
