import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useForm } from 'react-hook-form';
import type { Discipline } from '../../../db/contract/disciplines.ts';
import type { Official } from '../../../db/contract/officials.ts';
import { commonText } from '../../../db/contract/vi/common.ts';
import { disciplineFormNames, disciplineText as text } from '../../../db/contract/vi/discipline.ts';
import { fieldErrorMessage } from '../../../db/contract/vi/errors.ts';
import { officialEditText } from '../../../db/contract/vi/officials.ts';
import { parseTypedDate } from '../../../db/domain/dates.ts';
import { disciplineForms, type DisciplineForm as Form } from '../../../db/domain/disciplines.ts';
import { notifyDone, notifyError } from '../../app/notifier/notices.ts';
import { useUnsavedGuard } from '../../app/use-unsaved-guard.ts';
import { Button } from '../../components/button.tsx';
import { SelectField, TextField } from '../../components/field.tsx';
import { call } from '../../lib/api.ts';
import { showFieldErrors } from '../../lib/form-errors.ts';
import { formatDate } from '../../lib/format.ts';
import styles from './official-form.module.css';
import { SmallForm } from './small-form.tsx';
import { UnitSelect } from './unit-select.tsx';
import type { Disciplines } from './use-disciplines.ts';
import { withoutPrefix } from './without-prefix.ts';

interface Values {
  form: Form;
  effectiveOn: string;
  decisionNo: string;
  decidingBody: string;
  postThen: string;
  isHeadThen: boolean;
  organizationThenId: string;
  note: string;
}
const fields = [
  'form',
  'effectiveOn',
  'decisionNo',
  'decidingBody',
  'postThen',
  'organizationThenId',
  'note',
] as const;

interface DisciplineFormProps {
  person: Official;
  disciplines: Disciplines;
  /** null adds one. */
  discipline: Discipline | null;
  onClose: () => void;
}

const valuesOf = (person: Official, discipline: Discipline | null): Values => ({
  form: discipline?.form ?? 'reprimand',
  effectiveOn: formatDate(discipline?.effectiveOn ?? null),
  decisionNo: discipline?.decisionNo ?? '',
  decidingBody: discipline?.decidingBody ?? '',
  postThen: discipline?.postThen ?? '',
  isHeadThen: discipline?.isHeadThen ?? false,
  organizationThenId: String(
    (discipline === null ? person.organizationId : discipline.organizationThenId) ?? '',
  ),
  note: discipline?.note ?? '',
});

const contentOf = ({ id: _id, version: _version, organizationThenName: _name, ...content }: Discipline) =>
  content;

/** One discipline as a dated row: entered, corrected, or taken out when it was a mistake. */
export function DisciplineForm({ person, disciplines, discipline, onClose }: DisciplineFormProps) {
  const queryClient = useQueryClient();
  const form = useForm<Values>({ defaultValues: valuesOf(person, discipline) });
  const { isDirty, isSubmitting, errors } = form.formState;
  useUnsavedGuard(isDirty && !isSubmitting);
  useEffect(() => form.setFocus('form'), [form]);

  const officialId = person.id;
  const saved = (list: readonly Discipline[], words: string, undo: () => Promise<readonly Discipline[]>) => {
    disciplines.take(list);
    void queryClient.invalidateQueries();
    notifyDone(words, {
      actions: [
        {
          label: commonText.undo,
          run: async () => {
            disciplines.take(await undo());
            void queryClient.invalidateQueries();
            notifyDone(text.restored(person.fullName));
          },
        },
      ],
    });
    onClose();
  };

  const submit = form.handleSubmit(async (values) => {
    const next = {
      ...values,
      effectiveOn: parseTypedDate(values.effectiveOn) ?? '',
      organizationThenId: values.organizationThenId === '' ? null : Number(values.organizationThenId),
    };
    const known = discipline === null ? null : { id: discipline.id, version: discipline.version };
    try {
      const { disciplines: list } = await call('disciplines.save', { officialId, known, discipline: next });
      const old = new Set(disciplines.list?.map((each) => each.id));
      const entry = list.find((each) =>
        discipline === null ? !old.has(each.id) : each.id === discipline.id,
      );
      saved(list, text.saved(person.fullName), async () => {
        const at = { id: entry?.id ?? 0, version: entry?.version ?? 1 };
        const answer =
          discipline === null
            ? await call('disciplines.remove', { officialId, known: at })
            : await call('disciplines.save', { officialId, known: at, discipline: contentOf(discipline) });
        return answer.disciplines;
      });
    } catch (error) {
      if (!showFieldErrors(withoutPrefix(error, 'discipline.'), fields, form.setError)) notifyError(error);
    }
  });

  const remove = async (old: Discipline) => {
    try {
      const known = { id: old.id, version: old.version };
      const { disciplines: list } = await call('disciplines.remove', { officialId, known });
      saved(list, text.removed(person.fullName), async () => {
        const content = contentOf(old);
        return (await call('disciplines.save', { officialId, known: null, discipline: content })).disciplines;
      });
    } catch (error) {
      notifyError(error);
    }
  };

  const line = (field: 'decisionNo' | 'decidingBody' | 'postThen' | 'note') => (
    <TextField label={text[field]} error={errors[field]?.message} {...form.register(field)} />
  );
  return (
    <SmallForm
      title={discipline === null ? text.add : text.edit}
      act={commonText.save}
      busy={isSubmitting}
      onSubmit={submit}
      onClose={onClose}
      more={
        discipline !== null && (
          <Button variant="quiet" onClick={() => void remove(discipline)}>
            {text.remove}
          </Button>
        )
      }
    >
      <div className={styles.pair}>
        <SelectField label={text.form} error={errors.form?.message} {...form.register('form')}>
          {disciplineForms.map((each) => (
            <option key={each} value={each}>
              {disciplineFormNames[each]}
            </option>
          ))}
        </SelectField>
        <TextField
          label={text.effectiveOn}
          placeholder={officialEditText.dateExample}
          error={errors.effectiveOn?.message}
          {...form.register('effectiveOn', {
            validate: (typed) => parseTypedDate(typed) !== null || fieldErrorMessage('INVALID_DATE'),
          })}
        />
      </div>
      {line('decisionNo')}
      {line('decidingBody')}
      {line('postThen')}
      <label className={styles.check}>
        <input type="checkbox" {...form.register('isHeadThen')} />
        {text.isHeadThen}
      </label>
      <UnitSelect
        label={text.organizationThen}
        noneLabel={text.unknownUnit}
        kept={
          discipline?.organizationThenId == null
            ? null
            : { id: discipline.organizationThenId, name: discipline.organizationThenName }
        }
        error={errors.organizationThenId?.message}
        {...form.register('organizationThenId')}
      />
      {line('note')}
    </SmallForm>
  );
}
