import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { type DefaultValues, type FieldValues, type UseFormReturn, useForm } from 'react-hook-form';
import type { SettingsShown, UpdateSettingInput } from '../../../db/contract/settings.ts';
import { commonText } from '../../../db/contract/vi/common.ts';
import { notifyDone, notifyError } from '../../app/notifier/notices.ts';
import { RecordNotes } from '../../app/record-notes.tsx';
import { useRecordForm } from '../../app/use-record-form.ts';
import { Button } from '../../components/button.tsx';
import { call } from '../../lib/api.ts';
import { hasCode } from '../../lib/app-error.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import type { Newer } from '../../lib/use-newer.ts';
import styles from './settings.module.css';

interface SettingFormProps<Values extends FieldValues> {
  /** The draft's place: the form's name and a number of its own among the settings. */
  draftKey: { form: 'setting' | 'rulePack'; recordId: number };
  version: number;
  current: Values;
  mayEdit: boolean;
  /** What is written; null where a field is not valid (its own rule says so). */
  inputOf: (values: Values) => UpdateSettingInput | null;
  savedText: string;
  children: (form: UseFormReturn<Values>, newer: Newer) => ReactNode;
}

/** One setting as a form of its own: saved by itself, with draft, stale check and the way back. */
export function SettingForm<Values extends FieldValues>(props: SettingFormProps<Values>) {
  const { draftKey, version, current, mayEdit, inputOf, savedText } = props;
  const queryClient = useQueryClient();
  const form = useForm<Values>({ defaultValues: current as DefaultValues<Values> });
  const { isDirty, isSubmitting } = form.formState;
  const record = useRecordForm(form, current, {
    key: { ...draftKey, partId: null },
    // A default that stands is no record yet.
    version: version === 0 ? null : version,
    title: () => '',
  });
  const { newer } = record;
  const submit = form.handleSubmit(async (values) => {
    const input = inputOf(values);
    if (!input) return;
    try {
      const saved: SettingsShown = await call('settings.update', input);
      record.saved(values, values);
      queryClient.setQueryData(queryKeys.settings, saved);
      void queryClient.invalidateQueries({ queryKey: queryKeys.ratings });
      void queryClient.invalidateQueries({ queryKey: queryKeys.cycles });
      void queryClient.invalidateQueries({ queryKey: queryKeys.officials });
      notifyDone(savedText);
    } catch (error) {
      if (hasCode(error, 'STALE_VERSION')) {
        newer.refused();
        await queryClient.refetchQueries({ queryKey: queryKeys.settings });
      } else notifyError(error);
    }
  });
  return (
    <form className={styles.setting} onSubmit={submit} noValidate>
      <RecordNotes record={record} />
      <fieldset className={styles.settingFields} disabled={!mayEdit}>
        {props.children(form, newer)}
      </fieldset>
      {isDirty && (
        <div className={styles.acts}>
          <Button type="submit" variant="primary" disabled={isSubmitting}>
            {isSubmitting ? commonText.saving : commonText.save}
          </Button>
          <Button onClick={record.giveUp}>{commonText.discard}</Button>
        </div>
      )}
    </form>
  );
}
