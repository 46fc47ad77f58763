import { useQueryClient } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { commonText } from '../../../db/contract/vi/common.ts';
import { criteriaText as text } from '../../../db/contract/vi/criteria.ts';
import { fieldErrorMessage } from '../../../db/contract/vi/errors.ts';
import { parseTypedDate } from '../../../db/domain/dates.ts';
import { notifyDone, notifyError } from '../../app/notifier/notices.ts';
import { RecordNotes } from '../../app/record-notes.tsx';
import { useRecordForm } from '../../app/use-record-form.ts';
import { Button } from '../../components/button.tsx';
import { TextField } from '../../components/field.tsx';
import { call } from '../../lib/api.ts';
import { showFieldErrors } from '../../lib/form-errors.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import { isFullDay } from '../officials/full-day.ts';
import type { ChosenTable } from './criteria-choice.ts';
import styles from './settings.module.css';

const blank = {
  title: '',
  number: '',
  date: '',
  issuer: '',
  validFrom: '',
  validTo: '',
};
type Values = typeof blank;

interface CriteriaFormProps {
  basePackId: string;
  fileName: string;
  tables: readonly ChosenTable[];
  onSaved: () => void;
}

/** No end, or a day from the beginning on. */
function isEndAfter(typed: string, { validFrom }: Values): true | string {
  if (typed.trim() === '') return true;
  const [from, to] = [parseTypedDate(validFrom), parseTypedDate(typed)];
  if (to?.length !== 10) return fieldErrorMessage('INVALID_DATE');
  return from === null || to >= from || fieldErrorMessage('BEFORE_START');
}

const needed = (typed: string) => typed.trim() !== '' || fieldErrorMessage('REQUIRED');

/** The document that the tables of criteria come from, and when it holds. */
export function CriteriaForm({ basePackId, fileName, tables, onSaved }: CriteriaFormProps) {
  const queryClient = useQueryClient();
  const form = useForm<Values>({ defaultValues: blank });
  const { errors, isSubmitting } = form.formState;
  const record = useRecordForm(form, blank, {
    key: { form: 'criteria', recordId: null, partId: null },
    version: null,
    title: ({ title }) => title,
  });
  const submit = form.handleSubmit(async (values) => {
    const { title, number, issuer } = values;
    const note = fileName.slice(0, 400);
    try {
      await call('rulePacks.add', {
        basePackId,
        title,
        guidance: { number, issuer, date: parseTypedDate(values.date) ?? '' },
        validFrom: parseTypedDate(values.validFrom) ?? '',
        validTo: values.validTo.trim() === '' ? null : parseTypedDate(values.validTo),
        fileName,
        tables: tables.map(({ table, groups }, index) => ({
          id: `t${index + 1}`,
          title: table.title || table.sheet,
          subjects: groups,
          source: { status: 'confirmed', note },
          ...(table.bonus ? { bonus: table.bonus } : {}),
          criteria: table.criteria.map((one) => ({
            id: `t${index + 1}r${one.row}`,
            partId: one.partId ?? '',
            text: one.text,
            maxHundredths: one.maxHundredths,
          })),
        })),
      });
      record.saved();
      await queryClient.invalidateQueries({ queryKey: queryKeys.settings });
      form.reset(blank);
      void queryClient.invalidateQueries({ queryKey: queryKeys.cycles });
      notifyDone(text.saved(title));
      onSaved();
    } catch (error) {
      if (!showFieldErrors(error, ['validFrom', 'validTo'], form.setError)) notifyError(error);
    }
  });
  const day = { placeholder: text.dateExample } as const;
  return (
    <form onSubmit={submit} noValidate>
      <RecordNotes record={record} />
      <div className={styles.criteriaFields}>
        <TextField
          label={text.title}
          className={styles.wide}
          maxLength={300}
          error={errors.title?.message}
          {...form.register('title', { validate: needed })}
        />
        <TextField
          label={text.number}
          maxLength={60}
          error={errors.number?.message}
          {...form.register('number', { validate: needed })}
        />
        <TextField
          label={text.date}
          {...day}
          error={errors.date?.message}
          {...form.register('date', { validate: isFullDay })}
        />
        <TextField
          label={text.issuer}
          maxLength={120}
          error={errors.issuer?.message}
          {...form.register('issuer', { validate: needed })}
        />
        <TextField
          label={text.validFrom}
          {...day}
          error={errors.validFrom?.message}
          {...form.register('validFrom', { validate: isFullDay })}
        />
        <TextField
          label={text.validTo}
          hint={text.validToHint}
          {...day}
          error={errors.validTo?.message}
          {...form.register('validTo', { validate: isEndAfter })}
        />
        <div className={styles.acts}>
          <Button type="submit" variant="primary" disabled={isSubmitting}>
            {isSubmitting ? commonText.saving : text.save}
          </Button>
        </div>
      </div>
    </form>
  );
}
