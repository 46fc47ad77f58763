import { useEffect, useState } from 'react';
import { useForm } from 'react-hook-form';
import type { DraftFields } from '../../../db/contract/drafts.ts';
import type { Official } from '../../../db/contract/officials.ts';
import { commonText } from '../../../db/contract/vi/common.ts';
import { fieldErrorMessage } from '../../../db/contract/vi/errors.ts';
import { officialsText, personLabels, officialEditText as text } from '../../../db/contract/vi/officials.ts';
import { parseTypedDate } from '../../../db/domain/dates.ts';
import { suggestedWorkingStatus } from '../../../db/domain/working-status.ts';
import { DraftNote } from '../../app/draft-note.tsx';
import { notifyError, notifyInfo } from '../../app/notifier/notices.ts';
import { useDraft } from '../../app/use-draft.ts';
import { Button } from '../../components/button.tsx';
import { PanelSection } from '../../components/detail-panel.tsx';
import { TextField } from '../../components/field.tsx';
import { StaleNote } from '../../components/newer-note.tsx';
import { call } from '../../lib/api.ts';
import { hasCode, messageOf } from '../../lib/app-error.ts';
import { showFieldErrors } from '../../lib/form-errors.ts';
import { mergeNewer } from '../../lib/merge-newer.ts';
import { onFormKey } from './form-keys.ts';
import styles from './official-form.module.css';
import { type FieldState, OfficialFormField } from './official-form-field.tsx';
import { formGroups } from './official-form-groups.ts';
import {
  type Changes,
  changesBetween,
  emptyFormValues,
  type FormFieldId,
  fieldsOf,
  formFieldIds,
  formValuesOf,
  isDateField,
  isLockedField,
  isSensitiveField,
  type OfficialFormValues,
} from './official-form-values.ts';
import { UnitSelect } from './unit-select.tsx';
import { withoutPrefix } from './without-prefix.ts';

/** The person's fields, and of a new person the unit. */
export interface FormValues extends OfficialFormValues {
  organizationId: string;
  since: string;
}

interface OfficialFormProps {
  /** null: a new person. */
  person: Official | null;
  organizationId?: number | null;
  /** Where the cursor stands first. */
  field?: FormFieldId | undefined;
  onSaved: (saved: Official, undo: Changes['before'] | null) => void;
  onCancel: () => void;
}

const newPersonFields = [...formFieldIds, 'organizationId', 'since'] as const;

/** One form to add and to change a person. What was typed stays until it is saved or given up by an act. */
export function OfficialForm({ person, organizationId, field, onSaved, onCancel }: OfficialFormProps) {
  /** What the service last said: a stale save and a reveal bring a newer one. */
  const [base, setBase] = useState(person);
  const [newer, setNewer] = useState<ReadonlyMap<FormFieldId, string>>(new Map());
  const [stale, setStale] = useState(false);
  const [revealing, setRevealing] = useState(false);
  const form = useForm<FormValues>({
    defaultValues: {
      ...(person === null ? emptyFormValues : formValuesOf(person)),
      organizationId: organizationId === null || organizationId === undefined ? '' : String(organizationId),
      since: '',
    },
  });
  const { isSubmitting, errors } = form.formState;

  /** A field is only there to take the focus after it was drawn. */
  const [focusNext, setFocusNext] = useState<{ id: FormFieldId }>({ id: field ?? 'fullName' });
  useEffect(() => {
    form.setFocus(focusNext.id);
    // A masked field cannot take the focus: the button that lifts its mask does.
    document.querySelector<HTMLElement>(`[data-reveals="${focusNext.id}"]`)?.focus();
  }, [form, focusNext]);

  /** Other values to compare with, under what was typed: also of fields that were not drawn while locked. */
  const rebase = (next: OfficialFormValues, typed: FormValues) => {
    const kept = { ...typed };
    form.reset({ ...typed, ...next });
    for (const id of formFieldIds)
      if (kept[id] !== next[id]) form.setValue(id, kept[id], { shouldDirty: true });
  };

  /** Lifts the masks; the version stays the one whose values the form shows. */
  const liftMasks = async (masked: Official): Promise<OfficialFormValues> => {
    const shown = await call('officials.reveal', { id: masked.id });
    const revealed: Official = {
      ...masked,
      ethnicity: shown.ethnicity,
      religion: shown.religion,
      citizenId: shown.citizenId,
      masked: false,
    };
    const values = formValuesOf(revealed);
    const typed = { ...form.getValues() };
    for (const id of formFieldIds) if (isLockedField(masked, id)) typed[id] = values[id];
    setBase(revealed);
    rebase(values, typed);
    return values;
  };

  /** What was typed before the program ended, over what the person is today. */
  const restore = async (fields: DraftFields) => {
    let today = base === null ? emptyFormValues : formValuesOf(base);
    // Who typed in a masked field had revealed it; it is revealed again, and that is audited again.
    if (base !== null && formFieldIds.some((id) => fields[id] && isLockedField(base, id)))
      today = await liftMasks(base);
    const conflicts = new Map<FormFieldId, string>();
    for (const id of newPersonFields) {
      const field = fields[id];
      if (typeof field?.typed !== 'string') continue;
      form.setValue(id, field.typed, { shouldDirty: true });
      if (id === 'organizationId' || id === 'since') continue;
      if (today[id] !== field.was && today[id] !== field.typed) conflicts.set(id, today[id]);
    }
    setNewer(conflicts);
    setStale(conflicts.size > 0);
  };
  const draft = useDraft({
    form,
    key: { form: 'official', recordId: person?.id ?? null, partId: null },
    version: base?.version ?? null,
    title: (values) => person?.fullName ?? values.fullName,
    restore,
  });

  const reveal = async (wanted: FormFieldId) => {
    if (base === null) return;
    setRevealing(true);
    try {
      await liftMasks(base);
      setFocusNext({ id: wanted });
    } catch (error) {
      notifyError(error);
    } finally {
      setRevealing(false);
    }
  };

  /** Another session saved first: shows both, keeps what was typed, and the next save builds on the newer. */
  const showNewer = async (old: Official, typed: FormValues) => {
    const before = formValuesOf(old);
    const sensitiveTyped = formFieldIds.some((id) => isSensitiveField(id) && typed[id] !== before[id]);
    const method = !old.masked || sensitiveTyped ? 'officials.reveal' : 'officials.get';
    const latest = await call(method, { id: old.id });
    const latestValues = formValuesOf(latest);
    // Also what was typed after the refused save left.
    const now = form.getValues();
    const { values, conflicts } = mergeNewer(before, now, latestValues);
    setBase(latest);
    rebase(latestValues, { ...now, ...values });
    setStale(true);
    setNewer(new Map(conflicts.map((id) => [id, latestValues[id]])));
    setFocusNext({ id: conflicts[0] ?? 'fullName' });
  };

  const save = async (typed: FormValues): Promise<void> => {
    const { organizationId: unit, since, ...values } = typed;
    if (base === null) {
      const created = await call('officials.create', {
        ...fieldsOf(values),
        organizationId: unit === '' ? null : Number(unit),
        since: since.trim() === '' ? null : parseTypedDate(since),
      });
      draft.drop();
      onSaved(created, null);
      return;
    }
    const { changes, before } = changesBetween(base, formValuesOf(base), values);
    if (Object.keys(changes).length === 0) {
      notifyInfo(text.nothingChanged);
      draft.drop();
      onCancel();
      return;
    }
    try {
      const saved = await call('officials.update', { id: base.id, version: base.version, changes });
      draft.drop();
      onSaved(saved, before);
    } catch (error) {
      if (!hasCode(error, 'STALE_VERSION')) throw error;
      await showNewer(base, typed);
    }
  };

  const submit = form.handleSubmit(async (typed) => {
    try {
      await save(typed);
    } catch (error) {
      const atUnit = hasCode(error, 'ORGANIZATION_NOT_THERE');
      // A save inside `changes` names its fields without the prefix; one that is refused by the schema has it.
      if (atUnit) form.setError('since', { message: messageOf(error) }, { shouldFocus: true });
      else if (!showFieldErrors(withoutPrefix(error, 'changes.'), newPersonFields, form.setError))
        notifyError(error);
    }
  });

  const known = {
    workplace: form.watch('workplace'),
    titles: {
      party: base?.partyPost ?? '',
      state: base?.statePost ?? '',
      mass: base?.massPost ?? '',
    },
  };
  const stateOf = (id: FormFieldId): FieldState => ({
    id,
    error: errors[id]?.message,
    locked: isLockedField(base, id) ? (base === null ? '' : formValuesOf(base)[id]) : null,
    revealing,
    onReveal: () => void reveal(id),
    newer: newer.get(id) ?? null,
    suggested: id === 'workingStatus' ? (suggestedWorkingStatus(known) ?? '') : '',
    onTakeNewer: () => {
      form.setValue(id, newer.get(id) ?? '', { shouldDirty: true });
      setNewer(new Map([...newer].filter(([each]) => each !== id)));
      form.setFocus(id);
    },
  });
  const registerField = (id: FormFieldId) =>
    form.register(id, {
      validate: (typed) => {
        if (id === 'fullName' && typed.trim() === '') return fieldErrorMessage('REQUIRED');
        if (isDateField(id) && typed.trim() !== '' && parseTypedDate(typed) === null)
          return fieldErrorMessage('INVALID_DATE');
        // The sign of a mask is part of no value.
        if (isSensitiveField(id) && typed.includes('•')) return fieldErrorMessage('INVALID_VALUE');
        return true;
      },
    });

  return (
    <form className={styles.form} onSubmit={submit} onKeyDown={onFormKey} noValidate>
      <p className={styles.hint}>{text.formKeys}</p>
      <DraftNote
        draft={draft}
        onDrop={() => {
          form.reset();
          setNewer(new Map());
          setStale(false);
        }}
      />
      {stale && <StaleNote />}
      {formGroups.map((group) => (
        <PanelSection key={group.title} title={group.title}>
          <div className={styles.fields}>
            {group.fields.map((id) => (
              <OfficialFormField key={id} state={stateOf(id)} register={registerField} />
            ))}
            {person === null && group.title === officialsText.party && (
              <>
                <UnitSelect
                  className={styles.wide}
                  label={personLabels.organization}
                  noneLabel={text.chooseNone}
                  {...form.register('organizationId')}
                />
                <TextField
                  className={styles.wide}
                  label={text.since}
                  hint={text.sinceHint}
                  error={errors.since?.message}
                  {...form.register('since', {
                    validate: (typed) =>
                      typed.trim() === '' || parseTypedDate(typed)?.length === 10 || text.fullDayNeeded,
                  })}
                />
              </>
            )}
          </div>
        </PanelSection>
      ))}
      <div className={styles.acts}>
        <Button type="submit" variant="primary" disabled={isSubmitting}>
          {isSubmitting ? commonText.saving : commonText.save}
        </Button>
        <Button onClick={onCancel}>{commonText.cancel}</Button>
      </div>
    </form>
  );
}
