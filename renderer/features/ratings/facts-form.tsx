import { useForm } from 'react-hook-form';
import type { EnteredFacts } from '../../../db/contract/rating-facts.ts';
import type { RatingDetail } from '../../../db/contract/ratings.ts';
import { commonText } from '../../../db/contract/vi/common.ts';
import { fieldErrorMessage } from '../../../db/contract/vi/errors.ts';
import { factLabels, ratingRulesText as text } from '../../../db/contract/vi/rating-rules-screen.ts';
import { notifyDone, notifyError } from '../../app/notifier/notices.ts';
import { RecordNotes } from '../../app/record-notes.tsx';
import { useRecordForm } from '../../app/use-record-form.ts';
import { Button } from '../../components/button.tsx';
import { CheckField, SelectField, TextField } from '../../components/field.tsx';
import { NewerField } from '../../components/newer-note.tsx';
import { call } from '../../lib/api.ts';
import { hasCode, toAppError } from '../../lib/app-error.ts';
import { useSaveInTurn } from '../../lib/use-save-in-turn.ts';
import { type FactValues, factsFrom, factValues, fieldOfFact } from './facts-values.ts';
import { collectiveOf, ratingTables } from './grid-row.ts';
import styles from './rating-panel.module.css';
import type { RatingSubject } from './rating-subject.ts';

type NumberField = {
  [K in keyof FactValues]: FactValues[K] extends string ? (string extends FactValues[K] ? K : never) : never;
}[keyof FactValues];
type TickField = { [K in keyof FactValues]: FactValues[K] extends boolean ? K : never }[keyof FactValues];

const numbersOfPerson: readonly NumberField[] = [
  'tasksTotal',
  'tasksOnTime',
  'tasksLate',
  'tasksBeyond',
  'earlierTotal',
  'earlierPutRight',
  'longLeaveMonths',
];
const numbersOfCollective: readonly NumberField[] = [
  'tasksTotal',
  'tasksOnTime',
  'tasksLate',
  'tasksBeyond',
  'targetsTotal',
  'targetsReached',
  'subordinatesTotal',
  'subordinatesDisciplined',
  'earlierTotal',
  'earlierPutRight',
];
const ticksOfPerson: readonly TickField[] = [
  'temporarilyExempt',
  'underExamination',
  'formerCellOpinion',
  'newFacts',
];
const ticksOfCollective: readonly TickField[] = ['underExamination', 'newFacts'];

interface FactsFormProps {
  subject: RatingSubject;
  detail: RatingDetail;
}

/** What only the office knows for the conditions; the rest comes from the book by itself. */
export function FactsForm({ subject, detail }: FactsFormProps) {
  const { table, period, row, refresh } = subject;
  const isCollective = table === 'collective';
  const current = factValues(detail.facts);
  const form = useForm<FactValues>({ defaultValues: current });
  const { errors, isDirty, isSubmitting } = form.formState;
  const record = useRecordForm(form, current, {
    key: {
      form: 'ratingFacts',
      recordId: row.key,
      partId: (period.year * 10 + period.quarter) * 10 + ratingTables.indexOf(table),
    },
    version: detail.version,
    title: () => row.name,
  });
  const { newer } = record;
  const save = (facts: EnteredFacts) => {
    const input = { ...period, version: detail.version, facts };
    return isCollective
      ? call('collectives.setFacts', { ...input, ...collectiveOf(row.key) })
      : call('ratings.setFacts', { ...input, officialId: row.key, kind: table });
  };
  const submit = useSaveInTurn(form, async (values) => {
    try {
      const saved = await save(factsFrom(values));
      record.saved(values, factValues(saved.facts));
      await refresh();
      notifyDone(text.factsSaved(row.name));
      return true;
    } catch (error) {
      const faults = Object.entries(toAppError(error).fieldErrors);
      for (const [path, code] of faults) {
        const field = fieldOfFact[path];
        if (field) form.setError(field, { message: fieldErrorMessage(code) });
      }
      if (hasCode(error, 'STALE_VERSION')) {
        newer.refused();
        await refresh();
      } else if (!faults.some(([path]) => fieldOfFact[path])) notifyError(error);
      return false;
    }
  });
  const isCount = (typed: string) => /^\s*\d{0,5}\s*$/.test(typed) || fieldErrorMessage('INVALID_VALUE');

  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <RecordNotes record={record} />
      <div className={styles.numbers}>
        {(isCollective ? numbersOfCollective : numbersOfPerson).map((field) => (
          <div key={field}>
            <TextField
              label={factLabels[field]}
              inputMode="numeric"
              maxLength={5}
              error={errors[field]?.message}
              {...form.register(field, { validate: isCount })}
            />
            <NewerField newer={newer} field={field} />
          </div>
        ))}
      </div>
      {(isCollective ? ticksOfCollective : ticksOfPerson).map((field) => (
        <CheckField key={field} label={factLabels[field]} {...form.register(field)} />
      ))}
      <SelectField label={factLabels.listedCase} {...form.register('listedCase')}>
        <option value="">{text.notEntered}</option>
        <option value="no">{text.no}</option>
        <option value="yes">{text.yes}</option>
      </SelectField>
      {isCollective && (
        <SelectField label={factLabels.collectiveDisciplined} {...form.register('collectiveDisciplined')}>
          <option value="">{text.byBook}</option>
          <option value="yes">{text.yes}</option>
          <option value="no">{text.no}</option>
        </SelectField>
      )}
      {isCollective && form.watch('collectiveDisciplined') !== '' && (
        <TextField
          label={factLabels.disciplineReason}
          maxLength={500}
          error={errors.disciplineReason?.message}
          {...form.register('disciplineReason')}
        />
      )}
      {!isCollective && (
        <SelectField label={factLabels.isStaff} {...form.register('isStaff')}>
          <option value="">{text.byPosts}</option>
          <option value="yes">{text.yes}</option>
          <option value="no">{text.no}</option>
        </SelectField>
      )}
      <TextField label={factLabels.note} maxLength={500} {...form.register('note')} />
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
