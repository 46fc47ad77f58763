import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type Control, type UseFormReturn, useForm, useWatch } from 'react-hook-form';
import type { Office } from '../../../db/contract/office.ts';
import { commonText } from '../../../db/contract/vi/common.ts';
import { fieldErrorMessage } from '../../../db/contract/vi/errors.ts';
import {
  officeChange,
  officeFieldHints,
  officeFieldLabels,
  settingsText,
} from '../../../db/contract/vi/settings.ts';
import { parseTypedDate } from '../../../db/domain/dates.ts';
import { notifyDone, notifyError } from '../../app/notifier/notices.ts';
import { RecordNotes } from '../../app/record-notes.tsx';
import { rememberOfficeName } from '../../app/session.ts';
import { useRecordForm } from '../../app/use-record-form.ts';
import { Button } from '../../components/button.tsx';
import { TextField } from '../../components/field.tsx';
import { NewerField } from '../../components/newer-note.tsx';
import { call } from '../../lib/api.ts';
import { hasCode, messageOf } from '../../lib/app-error.ts';
import { showFieldErrors } from '../../lib/form-errors.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import styles from './settings.module.css';

/** `changedOn` as it is typed. */
type Values = Omit<Office, 'version'> & { changedOn: string };
const fields = [
  'name',
  'superiorHead',
  'issuingHead',
  'placeName',
  'signatureAuthority',
  'signatureTitle',
  'signerName',
] as const satisfies ReadonlyArray<keyof Values>;
const formFields = [...fields, 'changedOn'] as const;
const lengths: Readonly<Record<(typeof fields)[number], number>> = {
  name: 200,
  superiorHead: 200,
  issuingHead: 200,
  placeName: 120,
  signatureAuthority: 120,
  signatureTitle: 120,
  signerName: 120,
};

const valuesOf = ({ version: _version, ...values }: Office): Values => ({ ...values, changedOn: '' });

/** Null for none; undefined for what is no day. */
function dayOfChange(typed: string): string | null | undefined {
  if (typed.trim() === '') return null;
  const day = parseTypedDate(typed);
  return day?.length === 10 ? day : undefined;
}

/** Heads and signature block of printed documents, with a sketch of where each line will stand. */
export function OfficeForm({ office, mayEdit }: { office: Office; mayEdit: boolean }) {
  const queryClient = useQueryClient();
  const current = valuesOf(office);
  const form = useForm<Values>({ defaultValues: current });
  const { isDirty, isSubmitting, errors } = form.formState;
  const record = useRecordForm(form, current, {
    key: { form: 'office', recordId: null, partId: null },
    version: office.version,
    title: () => '',
  });
  const { newer } = record;

  const show = (saved: Office) => {
    queryClient.setQueryData(queryKeys.office, saved);
    rememberOfficeName(saved.name);
    void queryClient.invalidateQueries({ queryKey: queryKeys.overview });
  };

  const submit = form.handleSubmit(async (values) => {
    const { changedOn: typed, ...lines } = values;
    const { changedOn: _none, ...before } = valuesOf(office);
    const changedOn = dayOfChange(typed) ?? null;
    try {
      const saved = await call('office.update', { ...lines, version: office.version, changedOn });
      record.saved(values, valuesOf(saved));
      show(saved);
      notifyDone(settingsText.saved, {
        actions: [
          {
            label: commonText.undo,
            run: async () => {
              const restored = await call('office.update', {
                ...before,
                version: saved.version,
                undoesChangeOn: changedOn,
              });
              form.reset(valuesOf(restored));
              show(restored);
              notifyDone(settingsText.undone);
            },
          },
        ],
      });
    } catch (error) {
      if (hasCode(error, 'STALE_VERSION')) {
        newer.refused();
        await queryClient.refetchQueries({ queryKey: queryKeys.office });
      } else if (hasCode(error, 'DAY_BEFORE_LAST_CHANGE'))
        form.setError('changedOn', { message: messageOf(error) }, { shouldFocus: true });
      else if (!showFieldErrors(error, formFields, form.setError)) notifyError(error);
    }
  });

  return (
    <form className={styles.office} onSubmit={submit} noValidate>
      <div className={styles.fields}>
        <div className={styles.wide}>
          <RecordNotes record={record} />
        </div>
        {mayEdit && <HeadsOffer form={form} />}
        {fields.map((field) => (
          <div key={field} className={field === 'name' ? styles.wide : ''}>
            <TextField
              label={officeFieldLabels[field]}
              hint={officeFieldHints[field]}
              error={errors[field]?.message}
              maxLength={lengths[field]}
              disabled={!mayEdit}
              {...form.register(field, {
                validate: (value) => field !== 'name' || value.trim() !== '' || fieldErrorMessage('REQUIRED'),
              })}
            />
            <NewerField newer={newer} field={field} />
          </div>
        ))}
        <div className={styles.wide}>
          <TextField
            label={officeChange.label}
            hint={officeChange.hint}
            error={errors.changedOn?.message}
            placeholder={officeChange.example}
            maxLength={10}
            disabled={!mayEdit}
            {...form.register('changedOn', {
              validate: (typed) => dayOfChange(typed) !== undefined || fieldErrorMessage('INVALID_DATE'),
            })}
          />
        </div>
        <div className={styles.acts}>
          <Button type="submit" variant="primary" disabled={!mayEdit || !isDirty || isSubmitting}>
            {isSubmitting ? commonText.saving : commonText.save}
          </Button>
          {isDirty && (
            <>
              <Button onClick={record.giveUp}>{commonText.discard}</Button>
              <span className={styles.hint}>{settingsText.notSaved}</span>
            </>
          )}
        </div>
      </div>
      <Sample control={form.control} />
    </form>
  );
}

const headFields = ['superiorHead', 'issuingHead', 'placeName'] as const;

/** Heads of an imported sheet, offered while the office has none of its own; they only fill the form. */
function HeadsOffer({ form }: { form: UseFormReturn<Values> }) {
  const { data } = useQuery({
    queryKey: queryKeys.headsSuggestion,
    queryFn: () => call('office.suggestHeads', {}),
  });
  const present = useWatch({ control: form.control, name: headFields });
  const suggestion = data?.suggestion;
  if (!suggestion || present.some((text) => text.trim() !== '')) return null;
  const take = () => {
    for (const field of headFields) form.setValue(field, suggestion[field], { shouldDirty: true });
  };
  return (
    <div className={styles.offer}>
      <p>
        {settingsText.suggestion(suggestion.fileName)}{' '}
        <strong>
          {headFields
            .map((field) => suggestion[field])
            .filter(Boolean)
            .join(' · ')}
        </strong>
      </p>
      <Button onClick={take}>{settingsText.takeSuggestion}</Button>
    </div>
  );
}

/** Where each line stands on the paper; not to scale. */
function Sample({ control }: { control: Control<Values> }) {
  const values = useWatch({ control });
  const line = (text: string | undefined) => (text?.trim() ? text : '…………………');
  return (
    <figure className={styles.sample}>
      <figcaption className={styles.hint}>{settingsText.sampleTitle}</figcaption>
      <div className={styles.paper}>
        <div className={styles.heads}>
          <div>
            <p>{line(values.superiorHead)}</p>
            <p className={styles.strong}>{line(values.issuingHead)}</p>
            <p>*</p>
          </div>
          <div>
            <p className={styles.party}>{settingsText.sampleParty}</p>
            <p className={styles.italic}>{settingsText.samplePlaceDate(line(values.placeName))}</p>
          </div>
        </div>
        <div className={styles.signature}>
          <p className={styles.strong}>{line(values.signatureAuthority)}</p>
          <p>{line(values.signatureTitle)}</p>
          <p className={styles.signer}>{values.signerName}</p>
        </div>
      </div>
    </figure>
  );
}
