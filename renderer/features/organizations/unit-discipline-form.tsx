import { useEffect } from 'react';
import { useForm } from 'react-hook-form';
import type { OrganizationDiscipline } from '../../../db/contract/organization-disciplines.ts';
import type { Organization } from '../../../db/contract/organizations.ts';
import { commonText } from '../../../db/contract/vi/common.ts';
import {
  disciplineText,
  organizationDisciplineFormNames,
  organizationDisciplineText as text,
} from '../../../db/contract/vi/discipline.ts';
import { fieldErrorMessage } from '../../../db/contract/vi/errors.ts';
import { officialEditText } from '../../../db/contract/vi/officials.ts';
import { parseTypedDate } from '../../../db/domain/dates.ts';
import {
  type OrganizationDisciplineForm as Form,
  organizationDisciplineForms as forms,
} from '../../../db/domain/disciplines.ts';
import { RecordNotes } from '../../app/record-notes.tsx';
import { useRecordForm } from '../../app/use-record-form.ts';
import { Button } from '../../components/button.tsx';
import { SelectField, TextField } from '../../components/field.tsx';
import { NewerField } from '../../components/newer-note.tsx';
import { call } from '../../lib/api.ts';
import { formatDate } from '../../lib/format.ts';
import type { Revealed } from '../../lib/use-revealed.ts';
import styles from '../officials/official-form.module.css';
import { SmallForm } from '../officials/small-form.tsx';
import { useDisciplineActs } from '../officials/use-discipline-acts.ts';

type Entry = OrganizationDiscipline;
type Values = Omit<Entry, 'id' | 'version'>;
const fields = ['form', 'effectiveOn', 'decisionNo', 'decidingBody', 'note'] as const;

const formName = (form: string): string =>
  organizationDisciplineFormNames[forms.find((each) => each === form) ?? 'reprimand'];

const valuesOf = (entry: Entry | null): Values => ({
  form: entry?.form ?? ('reprimand' satisfies Form),
  effectiveOn: formatDate(entry?.effectiveOn ?? null),
  decisionNo: entry?.decisionNo ?? '',
  decidingBody: entry?.decidingBody ?? '',
  note: entry?.note ?? '',
});

const typedContent = (values: Values): Values => ({
  ...values,
  effectiveOn: parseTypedDate(values.effectiveOn) ?? '',
});
const contentOf = ({ id: _id, version: _version, ...content }: Entry): Values => content;

interface UnitDisciplineFormProps {
  unit: Organization;
  disciplines: Revealed<Entry>;
  /** null adds one. */
  entry: Entry | null;
  onClose: () => void;
}

/** One discipline of a Party organisation: entered, corrected, or taken out when it was a mistake. */
export function UnitDisciplineForm({ unit, disciplines, entry: opened, onClose }: UnitDisciplineFormProps) {
  // As it stands now: another session may save it while it is open here.
  const entry = disciplines.list?.find((each) => each.id === opened?.id) ?? opened;
  const current = valuesOf(entry);
  const form = useForm<Values>({ defaultValues: current });
  const { isSubmitting, errors } = form.formState;
  const organizationId = unit.id;
  const record = useRecordForm(form, current, {
    key: { form: 'organizationDiscipline', recordId: organizationId, partId: entry?.id ?? null },
    version: entry?.version ?? null,
    title: () => unit.name,
  });
  const { newer } = record;
  useEffect(() => form.setFocus('form'), [form]);

  const { submit, takeOut } = useDisciplineActs({
    form,
    record,
    disciplines,
    entry,
    fields,
    contentOf: { values: typedContent, entry: contentOf },
    save: async (known, discipline) =>
      (await call('organizationDisciplines.save', { organizationId, known, discipline })).disciplines,
    remove: async (known) =>
      (await call('organizationDisciplines.remove', { organizationId, known })).disciplines,
    words: {
      saved: text.saved(unit.name),
      removed: text.removed(unit.name),
      restored: text.restored(unit.name),
    },
    onClose,
  });

  const line = (field: 'decisionNo' | 'decidingBody' | 'note') => (
    <div>
      <TextField label={disciplineText[field]} error={errors[field]?.message} {...form.register(field)} />
      <NewerField newer={newer} field={field} />
    </div>
  );
  return (
    <SmallForm
      title={entry === null ? disciplineText.add : disciplineText.edit}
      act={commonText.save}
      busy={isSubmitting}
      onSubmit={submit}
      onClose={onClose}
      more={
        entry !== null && (
          <Button variant="quiet" onClick={() => takeOut(entry)}>
            {disciplineText.remove}
          </Button>
        )
      }
    >
      <RecordNotes record={record} />
      <div className={styles.pair}>
        <SelectField label={disciplineText.form} error={errors.form?.message} {...form.register('form')}>
          {forms.map((each) => (
            <option key={each} value={each}>
              {organizationDisciplineFormNames[each]}
            </option>
          ))}
        </SelectField>
        <TextField
          label={disciplineText.effectiveOn}
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
      {line('note')}
    </SmallForm>
  );
}
