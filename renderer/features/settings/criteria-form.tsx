import { useQueryClient } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import type { CriteriaReading } from '../../../db/contract/criteria.ts';
import { commonText } from '../../../db/contract/vi/common.ts';
import { criteriaText as text } from '../../../db/contract/vi/criteria.ts';
import { fieldErrorMessage } from '../../../db/contract/vi/errors.ts';
import { subjectGroupNames } from '../../../db/contract/vi/rule-packs/names.ts';
import { parseTypedDate } from '../../../db/domain/dates.ts';
import { subjectGroups } from '../../../db/domain/rule-packs.ts';
import { DraftNote } from '../../app/draft-note.tsx';
import { notifyDone, notifyError } from '../../app/notifier/notices.ts';
import { useDraft } from '../../app/use-draft.ts';
import { Button } from '../../components/button.tsx';
import { TextField } from '../../components/field.tsx';
import { call } from '../../lib/api.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import { useNewer } from '../../lib/use-newer.ts';
import { isFullDay } from '../officials/full-day.ts';
import styles from './settings.module.css';

const blank = {
  title: '',
  number: '',
  date: '',
  issuer: '',
  validFrom: '',
  collective: false,
  leader: true,
  noPost: true,
  outsideSystem: false,
};
type Values = typeof blank;

interface CriteriaFormProps {
  basePackId: string;
  fileName: string;
  reading: CriteriaReading;
  onSaved: () => void;
}

const needed = (typed: string) => typed.trim() !== '' || fieldErrorMessage('REQUIRED');

/** The document that a table of criteria comes from, and for whom it is. */
export function CriteriaForm({ basePackId, fileName, reading, onSaved }: CriteriaFormProps) {
  const queryClient = useQueryClient();
  const form = useForm<Values>({ defaultValues: blank });
  const { errors, isSubmitting } = form.formState;
  const newer = useNewer(form, blank);
  const draft = useDraft({
    form,
    key: { form: 'criteria', recordId: null, partId: null },
    version: null,
    title: ({ title }) => title,
    restore: newer.restore,
  });
  const giveUp = () => {
    form.reset(blank);
    draft.drop();
  };
  const submit = form.handleSubmit(async (values) => {
    const { title, number, issuer } = values;
    const note = fileName.slice(0, 400);
    try {
      await call('rulePacks.add', {
        basePackId,
        title,
        guidance: { number, issuer, date: parseTypedDate(values.date) ?? '' },
        validFrom: parseTypedDate(values.validFrom) ?? '',
        fileName,
        tables: [
          {
            id: 'table-1',
            title: title.slice(0, 200),
            subjects: subjectGroups.filter((group) => values[group]),
            source: { status: 'confirmed', note },
            criteria: reading.criteria.map((one) => ({
              id: `row-${one.row}`,
              partId: one.partId ?? '',
              text: one.text,
              maxHundredths: one.maxHundredths,
            })),
          },
        ],
      });
      draft.drop();
      form.reset(blank);
      await queryClient.invalidateQueries({ queryKey: queryKeys.settings });
      void queryClient.invalidateQueries({ queryKey: queryKeys.cycles });
      notifyDone(text.saved(title));
      onSaved();
    } catch (error) {
      notifyError(error);
    }
  });
  const day = { placeholder: text.dateExample } as const;
  return (
    <form onSubmit={submit} noValidate>
      <DraftNote draft={draft} onDrop={giveUp} />
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
        <fieldset className={styles.settingFields}>
          <legend>{text.subjects}</legend>
          {subjectGroups.map((group) => (
            <label key={group} className={styles.check}>
              <input
                type="checkbox"
                {...form.register(group, {
                  validate: (_value, values) =>
                    subjectGroups.some((one) => values[one]) || text.subjectsNeeded,
                })}
              />
              {subjectGroupNames[group]}
            </label>
          ))}
          {errors.collective && <span role="alert">{errors.collective.message}</span>}
        </fieldset>
        <div className={styles.acts}>
          <Button type="submit" variant="primary" disabled={isSubmitting}>
            {isSubmitting ? commonText.saving : text.save}
          </Button>
        </div>
      </div>
    </form>
  );
}
