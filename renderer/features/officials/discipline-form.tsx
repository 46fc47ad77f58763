import { useQueryClient } from '@tanstack/react-query';
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
import { CountedInYear } from './counted-in-year.tsx';
import styles from './official-form.module.css';
import { SmallForm } from './small-form.tsx';
import { UnitSelect } from './unit-select.tsx';
import type { Disciplines } from './use-disciplines.ts';
import { withoutPrefix } from './without-prefix.ts';

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

/** One discipline as a dated row: entered, corrected, or taken out when it was a mistake. */
export function DisciplineForm({ person, disciplines, discipline: opened, onClose }: DisciplineFormProps) {
  const queryClient = useQueryClient();
  // As it stands now: another session may save it while it is open here.
  const discipline = disciplines.list?.find((each) => each.id === opened?.id) ?? opened;
  const current = valuesOf(person, discipline);
  const form = useForm<DisciplineFormValues>({ defaultValues: current });
  const { isSubmitting, errors } = form.formState;
  const newer = useNewer(form, current);
  const draft = useDraft({
    form,
    key: { form: 'discipline', recordId: person.id, partId: discipline?.id ?? null },
    version: discipline?.version ?? null,
    title: () => person.fullName,
    restore: newer.restore,
  });
  useEffect(() => form.setFocus('form'), [form]);

  const officialId = person.id;
  const saved = (list: readonly Discipline[], words: string, undo: () => Promise<readonly Discipline[]>) => {
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
      countedYear: values.countedYear.trim() === '' ? null : Number(values.countedYear),
      // A reason without a year speaks of nothing.
      countedReason: values.countedYear.trim() === '' ? '' : values.countedReason,
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
      if (hasCode(error, 'STALE_VERSION')) {
        newer.refused();
        // What stands now is looked at again, and that is audited again.
        await disciplines.reveal();
      } else if (!showFieldErrors(withoutPrefix(error, 'discipline.'), fields, form.setError))
        notifyError(error);
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
          <Button variant="quiet" onClick={() => void remove(discipline)}>
            {text.remove}
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
      <label className={styles.check}>
        <input type="checkbox" {...form.register('isHeadThen')} />
        {text.isHeadThen}
      </label>
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
