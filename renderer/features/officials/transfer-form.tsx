import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useForm } from 'react-hook-form';
import type { OperationResult } from '../../../db/contract/organization-operations.ts';
import { commonText } from '../../../db/contract/vi/common.ts';
import { fieldErrorMessage } from '../../../db/contract/vi/errors.ts';
import { officialEditText as text } from '../../../db/contract/vi/officials.ts';
import { parseTypedDate } from '../../../db/domain/dates.ts';
import { DraftNote } from '../../app/draft-note.tsx';
import { notifyDone, notifyError } from '../../app/notifier/notices.ts';
import { useDraft } from '../../app/use-draft.ts';
import { TextField } from '../../components/field.tsx';
import { PeopleCounts } from '../../components/people-counts.tsx';
import { call } from '../../lib/api.ts';
import { hasCode, messageOf } from '../../lib/app-error.ts';
import { showFieldErrors } from '../../lib/form-errors.ts';
import { useNewer } from '../../lib/use-newer.ts';
import { useOrganizations } from '../../lib/use-organizations.ts';
import { isFullDay, todayTyped } from './full-day.ts';
import { MOST_KEPT_PEOPLE } from './most-kept-people.ts';
import { SmallForm } from './small-form.tsx';
import { UnitSelect } from './unit-select.tsx';

interface Values {
  organizationId: string;
  onDay: string;
  /** Who moves, as text; kept of several people only, who are no single record that a draft could be of. */
  people: string;
}

interface TransferFormProps {
  officialIds: readonly number[];
  /** What the offer of a draft calls them. */
  name: string;
  /** Of several people the counts are shown first, and only then they are moved. */
  countFirst?: boolean;
  onClose: () => void;
  onMoved?: () => void;
}

/** A dated transfer to another unit; undone as one step from its notice. */
export function TransferForm({
  officialIds,
  name: who,
  countFirst = false,
  onClose,
  onMoved,
}: TransferFormProps) {
  const queryClient = useQueryClient();
  const { data } = useOrganizations();
  const [counted, setCounted] = useState<OperationResult | null>(null);
  const [begin] = useState<Values>({ organizationId: '', onDay: todayTyped(), people: '' });
  const form = useForm<Values>({ defaultValues: begin });
  const { isSubmitting, errors } = form.formState;
  const newer = useNewer(form, begin);
  const draft = useDraft({
    form,
    key: { form: 'transfer', recordId: countFirst ? null : (officialIds[0] ?? null), partId: null },
    version: null,
    title: () => who,
    restore: ({ people: _people, ...fields }) => {
      newer.restore(fields);
      edited();
    },
  });
  useEffect(() => form.setFocus('organizationId'), [form]);
  const edited = () => {
    // A count is only true of the choice that it was made for.
    setCounted(null);
    if (countFirst && officialIds.length <= MOST_KEPT_PEOPLE)
      form.setValue('people', JSON.stringify(officialIds), { shouldDirty: true });
  };

  const submit = form.handleSubmit(async (values) => {
    const dryRun = countFirst && counted === null;
    const organizationId = Number(values.organizationId);
    try {
      const result = await call('officials.transfer', {
        officialIds: [...officialIds],
        organizationId,
        onDay: parseTypedDate(values.onDay) ?? '',
        dryRun,
      });
      if (dryRun) {
        // What was changed while it was counted is counted anew.
        if (JSON.stringify(form.getValues()) === JSON.stringify(values)) setCounted(result);
        return;
      }
      draft.drop();
      const { operationId } = result;
      const name = data?.organizations.find((each) => each.id === organizationId)?.name ?? '';
      void queryClient.invalidateQueries();
      const undo = async (id: number) => {
        await call('operations.undo', { operationId: id });
        await queryClient.invalidateQueries();
        notifyDone(text.transferUndone);
      };
      notifyDone(text.transferred(officialIds.length, name), {
        actions: operationId === null ? [] : [{ label: commonText.undo, run: () => undo(operationId) }],
        longer: countFirst,
      });
      onMoved?.();
      onClose();
    } catch (error) {
      if (hasCode(error, 'DAY_BEFORE_LAST_CHANGE', 'ORGANIZATION_NOT_THERE'))
        form.setError('onDay', { message: messageOf(error) }, { shouldFocus: true });
      else if (!showFieldErrors(error, ['organizationId', 'onDay'], form.setError)) notifyError(error);
    }
  });

  const act = !countFirst
    ? text.transferNow
    : counted === null
      ? text.transferPreview
      : text.transferConfirm(officialIds.length);
  return (
    <SmallForm
      title={countFirst ? text.transferMany(officialIds.length) : text.transferTitle}
      act={act}
      busy={isSubmitting}
      onSubmit={submit}
      onClose={onClose}
    >
      <DraftNote draft={draft} onDrop={() => form.reset(begin)} />
      <UnitSelect
        label={text.transferTo}
        noneLabel={text.transferChoose}
        error={errors.organizationId?.message}
        {...form.register('organizationId', {
          validate: (value) => value !== '' || fieldErrorMessage('REQUIRED'),
          onChange: edited,
        })}
      />
      <TextField
        label={text.onDay}
        error={errors.onDay?.message}
        {...form.register('onDay', { validate: isFullDay, onChange: edited })}
      />
      {counted !== null && (
        <div role="status">
          <p>{text.transferPreviewText}</p>
          <PeopleCounts result={counted} />
        </div>
      )}
    </SmallForm>
  );
}
