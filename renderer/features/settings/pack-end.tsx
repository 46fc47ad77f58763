import { useQueryClient } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import type { ShownPack } from '../../../db/contract/settings.ts';
import { commonText } from '../../../db/contract/vi/common.ts';
import { criteriaText as text } from '../../../db/contract/vi/criteria.ts';
import { fieldErrorMessage } from '../../../db/contract/vi/errors.ts';
import { parseTypedDate } from '../../../db/domain/dates.ts';
import { notifyDone, notifyError } from '../../app/notifier/notices.ts';
import { useUnsavedGuard } from '../../app/use-unsaved-guard.ts';
import { Button } from '../../components/button.tsx';
import { TextField } from '../../components/field.tsx';
import { call } from '../../lib/api.ts';
import { showFieldErrors } from '../../lib/form-errors.ts';
import { formatDate } from '../../lib/format.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import styles from './settings.module.css';

const dayOf = (typed: string): string | null => (typed.trim() === '' ? null : parseTypedDate(typed));

/** The last day of a province's pack, once its successor is known. */
export function PackEnd({ pack }: { pack: ShownPack }) {
  const queryClient = useQueryClient();
  const { id: packId, title, validTo: before } = pack;
  const form = useForm({ values: { validTo: formatDate(before) } });
  const { errors, isDirty, isSubmitting } = form.formState;
  useUnsavedGuard(isDirty && !isSubmitting);
  const set = async (from: string | null, validTo: string | null) => {
    await call('rulePacks.setEnd', { packId, before: from, validTo });
    await queryClient.invalidateQueries({ queryKey: queryKeys.settings });
    void queryClient.invalidateQueries({ queryKey: queryKeys.cycles });
  };
  const submit = form.handleSubmit(async (values) => {
    const validTo = dayOf(values.validTo);
    try {
      await set(before, validTo);
      form.reset(values);
      const run = async () => {
        await set(validTo, before);
        notifyDone(text.endRestored(title));
      };
      notifyDone(text.endSaved(title), { actions: [{ label: commonText.undo, run }] });
    } catch (error) {
      if (!showFieldErrors(error, ['validTo'], form.setError)) notifyError(error);
    }
  });
  return (
    <form className={styles.packEnd} onSubmit={submit} noValidate>
      <TextField
        label={text.validTo}
        hint={text.validToHint}
        placeholder={text.dateExample}
        error={errors.validTo?.message}
        {...form.register('validTo', {
          validate: (typed) =>
            typed.trim() === '' || dayOf(typed)?.length === 10 || fieldErrorMessage('INVALID_DATE'),
        })}
      />
      {isDirty && (
        <Button type="submit" small disabled={isSubmitting}>
          {isSubmitting ? commonText.saving : text.saveEnd}
        </Button>
      )}
    </form>
  );
}
