import { useQueryClient } from '@tanstack/react-query';
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
import { DraftNote } from '../../app/draft-note.tsx';
import { notifyDone, notifyError } from '../../app/notifier/notices.ts';
import { useDraft } from '../../app/use-draft.ts';
import { Button } from '../../components/button.tsx';
import { SelectField, TextField } from '../../components/field.tsx';
import { NewerField, StaleNote } from '../../components/newer-note.tsx';
import { call } from '../../lib/api.ts';
import { hasCode } from '../../lib/app-error.ts';
import { showFieldErrors } from '../../lib/form-errors.ts';
import { formatDate } from '../../lib/format.ts';
import { useNewer } from '../../lib/use-newer.ts';
import type { Revealed } from '../../lib/use-revealed.ts';
import styles from '../officials/official-form.module.css';
import { SmallForm } from '../officials/small-form.tsx';
import { withoutPrefix } from '../officials/without-prefix.ts';

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
  const queryClient = useQueryClient();
  // As it stands now: another session may save it while it is open here.
  const entry = disciplines.list?.find((each) => each.id === opened?.id) ?? opened;
  const current = valuesOf(entry);
  const form = useForm<Values>({ defaultValues: current });
  const { isSubmitting, errors } = form.formState;
  const newer = useNewer(form, current);
  const organizationId = unit.id;
  const draft = useDraft({
    form,
    key: { form: 'organizationDiscipline', recordId: organizationId, partId: entry?.id ?? null },
    version: entry?.version ?? null,
    title: () => unit.name,
    restore: newer.restore,
  });
  useEffect(() => form.setFocus('form'), [form]);

  const save = async (known: { id: number; version: number } | null, discipline: Values) =>
    (await call('organizationDisciplines.save', { organizationId, known, discipline })).disciplines;
  const remove = async (known: { id: number; version: number }) =>
    (await call('organizationDisciplines.remove', { organizationId, known })).disciplines;

  const done = (list: readonly Entry[], words: string, undo: () => Promise<readonly Entry[]>) => {
    draft.drop();
    disciplines.take(list);
    void queryClient.invalidateQueries();
    notifyDone(words, {
      actions: [
        {
          label: commonText.undo,
          run: async () => {
            disciplines.take(await undo());
            void queryClient.invalidateQueries();
            notifyDone(text.restored(unit.name));
          },
        },
      ],
    });
    onClose();
  };

  const submit = form.handleSubmit(async (values) => {
    const old = new Set(disciplines.list?.map(({ id }) => id));
    try {
      const known = entry && { id: entry.id, version: entry.version };
      const list = await save(known, { ...values, effectiveOn: parseTypedDate(values.effectiveOn) ?? '' });
      const saved = list.find(({ id }) => (entry === null ? !old.has(id) : id === entry.id));
      const at = { id: saved?.id ?? 0, version: saved?.version ?? 1 };
      done(list, text.saved(unit.name), () => (entry === null ? remove(at) : save(at, contentOf(entry))));
    } catch (error) {
      if (hasCode(error, 'STALE_VERSION')) {
        newer.refused();
        // What stands now is looked at again, and that is audited again.
        await disciplines.reveal();
      } else if (!showFieldErrors(withoutPrefix(error, 'discipline.'), fields, form.setError))
        notifyError(error);
    }
  });

  const takeOut = async (old: Entry) => {
    try {
      const list = await remove({ id: old.id, version: old.version });
      done(list, text.removed(unit.name), () => save(null, contentOf(old)));
    } catch (error) {
      notifyError(error);
    }
  };

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
          <Button variant="quiet" onClick={() => void takeOut(entry)}>
            {disciplineText.remove}
          </Button>
        )
      }
    >
      <DraftNote
        draft={draft}
        onDrop={() => {
          form.reset(current);
          newer.settled();
        }}
      />
      {newer.stale && <StaleNote />}
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
