import { useState } from 'react';
import { useForm } from 'react-hook-form';
import type { RatingDetail } from '../../../db/contract/ratings.ts';
import { commonText } from '../../../db/contract/vi/common.ts';
import { fieldErrorMessage } from '../../../db/contract/vi/errors.ts';
import { ratingRulesText as text } from '../../../db/contract/vi/rating-rules-screen.ts';
import { ratingStageNames } from '../../../db/contract/vi/ratings.ts';
import { type RatingStage, ratingStages } from '../../../db/domain/ratings.ts';
import { notifyDone, notifyError } from '../../app/notifier/notices.ts';
import { RecordNotes } from '../../app/record-notes.tsx';
import { useRecordForm } from '../../app/use-record-form.ts';
import { Button } from '../../components/button.tsx';
import { SelectField } from '../../components/field.tsx';
import { hasCode, toAppError } from '../../lib/app-error.ts';
import { useSaveInTurn } from '../../lib/use-save-in-turn.ts';
import { levelOf } from './grid-columns.ts';
import { ratingTables } from './grid-row.ts';
import { PointsFields } from './points-fields.tsx';
import { fieldOfPoints, type PointsValues, pointsFields, shownPoints, typedPoints } from './points-values.ts';
import styles from './rating-panel.module.css';
import type { RatingSubject } from './rating-subject.ts';
import { setInTable } from './rating-tables.ts';

interface ScoresFormProps {
  subject: RatingSubject;
  detail: RatingDetail;
}

/** Points by part or by criterion for one of the three values; the level of that value stays as it is. */
export function ScoresForm({ subject, detail }: ScoresFormProps) {
  const [stage, setStage] = useState<RatingStage>('decided');
  return (
    <div className={styles.form}>
      <SelectField
        label={text.scoreStage}
        value={stage}
        onChange={(event) => setStage(ratingStages.find((one) => one === event.target.value) ?? 'decided')}
      >
        {ratingStages.map((one) => (
          <option key={one} value={one}>
            {ratingStageNames[one]}
          </option>
        ))}
      </SelectField>
      {detail.scoring && (
        <PointsForm key={stage} subject={subject} detail={detail} scoring={detail.scoring} stage={stage} />
      )}
    </div>
  );
}

interface PointsFormProps extends ScoresFormProps {
  scoring: NonNullable<RatingDetail['scoring']>;
  stage: RatingStage;
}

function PointsForm({ subject, detail, scoring, stage }: PointsFormProps) {
  const { table, period, row, refresh } = subject;
  const { parts } = scoring;
  const current = shownPoints(parts, detail[stage]);
  const form = useForm<PointsValues>({ defaultValues: current, mode: 'onBlur' });
  const { isDirty, isSubmitting } = form.formState;
  const record = useRecordForm(form, current, {
    key: {
      form: 'ratingScores',
      recordId: row.key,
      partId:
        ((period.year * 10 + period.quarter) * 10 + ratingTables.indexOf(table)) * 10 +
        ratingStages.indexOf(stage),
    },
    version: detail.version,
    title: () => row.name,
  });
  const { newer } = record;
  const submit = useSaveInTurn(form, async (values) => {
    // The level, and who gave it, stay: only its points come.
    try {
      const { version } = detail;
      const change = { field: stage, level: levelOf(row, stage), ...typedPoints(parts, values) };
      await setInTable(table, { ...period, key: row.key, version, change });
      record.saved(values, shownPoints(parts, typedPoints(parts, values)));
      await refresh();
      notifyDone(text.scoresSaved(row.name, ratingStageNames[stage]));
      return true;
    } catch (error) {
      if (hasCode(error, 'STALE_VERSION')) {
        newer.refused();
        await refresh();
      } else if (!showRefused(error)) notifyError(error, decisionNeeded(error));
      return false;
    }
  });
  /** Puts refused points at their fields; false when the error is about something else. */
  const showRefused = (error: unknown): boolean => {
    const known = new Set(pointsFields(parts));
    const refused = Object.entries(toAppError(error).fieldErrors).flatMap(([path, code]) => {
      const [, list = '', id = ''] = path.split('.');
      const field = fieldOfPoints(list, id);
      return known.has(field) ? [{ field, message: fieldErrorMessage(code) }] : [];
    });
    for (const { field, message } of refused) form.setError(field, { message });
    return refused.length > 0;
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <RecordNotes record={record} />
      <PointsFields scoring={scoring} form={form} newer={newer} />
      {isDirty && (
        <div className={styles.acts}>
          <Button small type="submit" variant="primary" disabled={isSubmitting}>
            {isSubmitting ? commonText.saving : commonText.save}
          </Button>
          <Button small onClick={record.giveUp}>
            {commonText.discard}
          </Button>
        </div>
      )}
    </form>
  );
}

function decisionNeeded(error: unknown): { detail?: string } {
  const { fieldErrors } = toAppError(error);
  const code = fieldErrors['decision.body'] ?? fieldErrors['decision.onDay'];
  return code === undefined ? {} : { detail: fieldErrorMessage(code) };
}
