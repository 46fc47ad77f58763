import { useQueryClient } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import type { Period } from '../../../db/contract/cycles.ts';
import type { StandingDecision } from '../../../db/contract/ratings.ts';
import { commonText } from '../../../db/contract/vi/common.ts';
import { ratingRulesText as text } from '../../../db/contract/vi/rating-rules-screen.ts';
import { parseTypedDate } from '../../../db/domain/dates.ts';
import { notifyDone, notifyError } from '../../app/notifier/notices.ts';
import { useUnsavedGuard } from '../../app/use-unsaved-guard.ts';
import { Button } from '../../components/button.tsx';
import { TextField } from '../../components/field.tsx';
import { call } from '../../lib/api.ts';
import { hasCode } from '../../lib/app-error.ts';
import { formatDate } from '../../lib/format.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import { resetToSaved } from '../../lib/reset-to-saved.ts';
import { isFullDay } from '../officials/full-day.ts';
import styles from './decision.module.css';
import { writeDecision } from './decision-write.ts';

interface DecisionBarProps {
  period: Period;
  decision: StandingDecision;
  mayEdit: boolean;
}

/** The body and the day that decided levels of the year bear, kept with the year. */
export function DecisionBar({ period, decision, mayEdit }: DecisionBarProps) {
  const queryClient = useQueryClient();
  const form = useForm({
    values: { body: decision.body, onDay: formatDate(decision.onDay) },
    resetOptions: { keepDirtyValues: true },
  });
  const { errors, isDirty, isSubmitting } = form.formState;
  useUnsavedGuard(isDirty && !isSubmitting);
  const submit = form.handleSubmit(async ({ body, onDay }) => {
    try {
      const day = onDay.trim() === '' ? null : parseTypedDate(onDay);
      await writeDecision(async () => {
        await call('cycles.setDecision', { ...period, version: decision.version, body, onDay: day });
        resetToSaved(form, { body, onDay }, { body, onDay });
        // Told once it is in force: the very next level typed bears it.
        await queryClient.refetchQueries({ queryKey: queryKeys.ratingPeriod(period) });
      });
      notifyDone(text.decisionSaved);
      void queryClient.invalidateQueries({ queryKey: queryKeys.cycles });
    } catch (error) {
      notifyError(error);
      if (hasCode(error, 'STALE_VERSION'))
        await queryClient.refetchQueries({ queryKey: queryKeys.ratingPeriod(period) });
    }
  });
  return (
    <form className={styles.bar} onSubmit={submit} aria-label={text.decisionBar} noValidate>
      <TextField
        className={styles.inline}
        label={text.decisionBody}
        maxLength={200}
        disabled={!mayEdit}
        {...form.register('body')}
      />
      <TextField
        className={styles.inlineDay}
        label={text.decisionDay}
        placeholder={text.dayHint}
        maxLength={10}
        disabled={!mayEdit}
        error={errors.onDay?.message}
        {...form.register('onDay', {
          validate: (typed) => typed.trim() === '' || isFullDay(typed),
        })}
      />
      {isDirty ? (
        <>
          <Button small type="submit" disabled={isSubmitting}>
            {commonText.save}
          </Button>
          <Button small variant="quiet" onClick={() => form.reset()}>
            {commonText.discard}
          </Button>
        </>
      ) : (
        <span className={styles.hint}>{text.decisionHint}</span>
      )}
    </form>
  );
}
