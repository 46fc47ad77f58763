import { useEffect } from 'react';
import { useForm } from 'react-hook-form';
import type { Discipline } from '../../../db/contract/disciplines.ts';
import type { Official } from '../../../db/contract/officials.ts';
import { commonText } from '../../../db/contract/vi/common.ts';
import {
  disciplineBranchNames,
  disciplineFormNames,
  disciplineText as text,
} from '../../../db/contract/vi/discipline.ts';
import { fieldErrorMessage } from '../../../db/contract/vi/errors.ts';
import { officialEditText } from '../../../db/contract/vi/officials.ts';
import { parseTypedDate } from '../../../db/domain/dates.ts';
import {
  type DisciplineBranch,
  disciplineBranches,
  type PersonalDisciplineForm as Form,
  formsOfBranch,
} from '../../../db/domain/disciplines.ts';
import { RecordNotes } from '../../app/record-notes.tsx';
import { useRecordForm } from '../../app/use-record-form.ts';
import { Button } from '../../components/button.tsx';
import { CheckField, SelectField, TextField } from '../../components/field.tsx';
import { NewerField } from '../../components/newer-note.tsx';
import { call } from '../../lib/api.ts';
import { formatDate } from '../../lib/format.ts';
import { CountedInYear } from './counted-in-year.tsx';
import styles from './official-form.module.css';
import { SmallForm } from './small-form.tsx';
import { UnitSelect } from './unit-select.tsx';
import { useDisciplineActs } from './use-discipline-acts.ts';
import type { Disciplines } from './use-disciplines.ts';

export interface DisciplineFormValues {
  branch: DisciplineBranch;
  form: Form;
  effectiveOn: string;
  decisionNo: string;
  decidingBody: string;
  postThen: string;
  isHeadThen: boolean;
  organizationThenId: string;
  countedYear: string;
  countedReason: string;
  note: string;
}
const fields = [
  'branch',
  'form',
  'effectiveOn',
  'decisionNo',
  'decidingBody',
  'postThen',
  'organizationThenId',
  'countedYear',
  'countedReason',
  'note',
] as const;

const branchOf = (text: string): DisciplineBranch =>
  disciplineBranches.find((each) => each === text) ?? 'party';
const formName = (form: string): string =>
  Object.entries(disciplineFormNames).find(([each]) => each === form)?.[1] ?? '';
interface DisciplineFormProps {
  person: Official;
  disciplines: Disciplines;
  /** null adds one. */
  discipline: Discipline | null;
  onClose: () => void;
}

const valuesOf = (person: Official, discipline: Discipline | null): DisciplineFormValues => ({
  branch: discipline?.branch ?? 'party',
  form: discipline?.form ?? 'reprimand',
  effectiveOn: formatDate(discipline?.effectiveOn ?? null),
  decisionNo: discipline?.decisionNo ?? '',
  decidingBody: discipline?.decidingBody ?? '',
  postThen: discipline?.postThen ?? '',
  isHeadThen: discipline?.isHeadThen ?? false,
  organizationThenId: String(
    (discipline === null ? person.organizationId : discipline.organizationThenId) ?? '',
  ),
  countedYear: discipline?.countedYear == null ? '' : String(discipline.countedYear),
  countedReason: discipline?.countedReason ?? '',
  note: discipline?.note ?? '',
});

const contentOf = ({ id: _id, version: _version, organizationThenName: _name, ...content }: Discipline) =>
  content;

const typedContent = (values: DisciplineFormValues) => ({
  ...values,
  effectiveOn: parseTypedDate(values.effectiveOn) ?? '',
  organizationThenId: values.organizationThenId === '' ? null : Number(values.organizationThenId),
  countedYear: values.countedYear.trim() === '' ? null : Number(values.countedYear),
  // A reason without a year speaks of nothing.
  countedReason: values.countedYear.trim() === '' ? '' : values.countedReason,
});

/** One discipline as a dated row: entered, corrected, or taken out when it was a mistake. */
export function DisciplineForm({ person, disciplines, discipline: opened, onClose }: DisciplineFormProps) {
  // As it stands now: another session may save it while it is open here.
  const discipline = disciplines.list?.find((each) => each.id === opened?.id) ?? opened;
  const current = valuesOf(person, discipline);
  const form = useForm<DisciplineFormValues>({ defaultValues: current });
  const { isSubmitting, errors } = form.formState;
  const record = useRecordForm(form, current, {
    key: { form: 'discipline', recordId: person.id, partId: discipline?.id ?? null },
    version: discipline?.version ?? null,
    title: () => person.fullName,
  });
  const { newer } = record;
  useEffect(() => form.setFocus('form'), [form]);

  const { submit, takeOut } = useDisciplineActs({
    form,
    record,
    disciplines,
    entry: discipline,
    fields,
    contentOf: { values: typedContent, entry: contentOf },
    save: async (known, content) => {
      const input = { officialId: person.id, known, discipline: content };
      return (await call('disciplines.save', input)).disciplines;
    },
    remove: async (known) => (await call('disciplines.remove', { officialId: person.id, known })).disciplines,
    words: {
      saved: text.saved(person.fullName),
      removed: text.removed(person.fullName),
      restored: text.restored(person.fullName),
    },
    onClose,
  });

  const branch = branchOf(form.watch('branch'));
  const line = (field: 'decisionNo' | 'decidingBody' | 'postThen' | 'note') => (
    <div>
      <TextField label={text[field]} error={errors[field]?.message} {...form.register(field)} />
      <NewerField newer={newer} field={field} />
    </div>
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
          <Button variant="quiet" onClick={() => takeOut(discipline)}>
            {text.remove}
          </Button>
        )
      }
    >
      <RecordNotes record={record} />
      <SelectField
        label={text.branch}
        error={errors.branch?.message}
        {...form.register('branch', {
          onChange: (event) => {
            const forms = formsOfBranch[branchOf(event.target.value)];
            if (!forms.includes(form.getValues('form')))
              form.setValue('form', 'reprimand', { shouldDirty: true });
          },
        })}
      >
        {disciplineBranches.map((each) => (
          <option key={each} value={each}>
            {disciplineBranchNames[each]}
          </option>
        ))}
      </SelectField>
      <NewerField newer={newer} field="branch" show={(each) => disciplineBranchNames[branchOf(each)]} />
      <div className={styles.pair}>
        <SelectField label={text.form} error={errors.form?.message} {...form.register('form')}>
          {formsOfBranch[branch].map((each) => (
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
      <NewerField newer={newer} field="form" show={formName} />
      <NewerField newer={newer} field="effectiveOn" />
      {line('decisionNo')}
      {line('decidingBody')}
      {line('postThen')}
      <CheckField label={text.isHeadThen} {...form.register('isHeadThen')} />
      <NewerField newer={newer} field="isHeadThen" />
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
      <NewerField
        newer={newer}
        field="organizationThenId"
        show={() => discipline?.organizationThenName ?? ''}
      />
      <CountedInYear
        form={form}
        newer={newer}
        others={disciplines.list?.filter((each) => each.id !== discipline?.id) ?? []}
      />
      {line('note')}
    </SmallForm>
  );
}
