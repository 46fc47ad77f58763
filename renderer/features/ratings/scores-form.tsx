import { useForm } from 'react-hook-form';
import type { RatingDetail } from '../../../db/contract/ratings.ts';
import { commonText } from '../../../db/contract/vi/common.ts';
import { fieldErrorMessage } from '../../../db/contract/vi/errors.ts';
import { formatHundredths } from '../../../db/contract/vi/numbers.ts';
import { ratingRulesText as text } from '../../../db/contract/vi/rating-rules-screen.ts';
import { ratingStageNames } from '../../../db/contract/vi/ratings.ts';
import { parseScore } from '../../../db/domain/rating-bands.ts';
import { type RatingStage, ratingStages } from '../../../db/domain/ratings.ts';
import { notifyDone, notifyError } from '../../app/notifier/notices.ts';
import { useUnsavedGuard } from '../../app/use-unsaved-guard.ts';
import { Button } from '../../components/button.tsx';
import { SelectField, TextField } from '../../components/field.tsx';
import { toAppError } from '../../lib/app-error.ts';
import { levelOf } from './grid-columns.ts';
import styles from './rating-panel.module.css';
import type { RatingSubject } from './rating-subject.ts';
import { setInTable } from './rating-tables.ts';

interface ScoresFormProps {
  subject: RatingSubject;
  detail: RatingDetail;
}

type Values = { stage: RatingStage } & Record<`part_${string}`, string>;
const fieldOf = (part: string) => `part_${part}` as const;

/** Points by part of the pack for one of the three values; the level of that value stays as it is. */
export function ScoresForm({ subject, detail }: ScoresFormProps) {
  const parts = detail.pack?.parts ?? [];
  const valuesOf = (stage: RatingStage): Values => ({
    ...Object.fromEntries(
      parts.map(({ id }) => {
        const given = detail[stage]?.scoreParts[id];
        return [fieldOf(id), given === undefined ? '' : formatHundredths(given)];
      }),
    ),
    stage,
  });
  const form = useForm<Values>({ defaultValues: valuesOf('decided') });
  const { errors, isDirty, isSubmitting } = form.formState;
  useUnsavedGuard(isDirty && !isSubmitting);
  const stage = form.watch('stage');
  const standing = detail[stage];
  const submit = form.handleSubmit(async (values) => {
    const scoreParts = Object.fromEntries(
      parts.flatMap(({ id }) => {
        const points = parseScore(values[fieldOf(id)] ?? '');
        return points === null ? [] : [[id, points]];
      }),
    );
    const { table, period, row, refresh } = subject;
    // The level, and who gave it, stay: only its points come.
    try {
      const { version } = detail;
      const change = { field: stage, level: levelOf(row, stage), scoreParts };
      await setInTable(table, { ...period, key: row.key, version, change });
      form.reset(values);
      await refresh();
      notifyDone(text.scoresSaved(row.name, ratingStageNames[stage]));
    } catch (error) {
      const { fieldErrors } = toAppError(error);
      const faulty = parts.filter(({ id }) => fieldErrors[`change.scoreParts.${id}`]);
      for (const { id } of faulty)
        form.setError(fieldOf(id), {
          message: fieldErrorMessage(fieldErrors[`change.scoreParts.${id}`] ?? 'INVALID_VALUE'),
        });
      const needed = fieldErrors['decision.body'] ?? fieldErrors['decision.onDay'];
      if (faulty.length === 0)
        notifyError(error, needed === undefined ? {} : { detail: fieldErrorMessage(needed) });
    }
  });
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <SelectField
        label={text.scoreStage}
        value={stage}
        onChange={(event) =>
          form.reset(valuesOf(ratingStages.find((one) => one === event.target.value) ?? 'decided'))
        }
      >
        {ratingStages.map((one) => (
          <option key={one} value={one}>
            {ratingStageNames[one]}
          </option>
        ))}
      </SelectField>
      {parts.map(({ id, title, maxHundredths }) => (
        <TextField
          key={id}
          label={text.part(title, formatHundredths(maxHundredths))}
          inputMode="decimal"
          maxLength={6}
          error={errors[fieldOf(id)]?.message}
          {...form.register(fieldOf(id), {
            validate: (typed) =>
              typed.trim() === '' || parseScore(typed) !== null || fieldErrorMessage('SCORE_OUT_OF_RANGE'),
          })}
        />
      ))}
      {standing?.score != null && <p>{text.totalScore(formatHundredths(standing.score))}</p>}
      {isDirty && (
        <div className={styles.acts}>
          <Button small type="submit" variant="primary" disabled={isSubmitting}>
            {commonText.save}
          </Button>
          <Button small onClick={() => form.reset(valuesOf(stage))}>
            {commonText.discard}
          </Button>
        </div>
      )}
    </form>
  );
}
