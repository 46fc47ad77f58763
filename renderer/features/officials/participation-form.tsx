import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useForm } from 'react-hook-form';
import type { Official } from '../../../db/contract/officials.ts';
import { commonText } from '../../../db/contract/vi/common.ts';
import { newerText } from '../../../db/contract/vi/drafts.ts';
import { participationStatusNames, officialEditText as text } from '../../../db/contract/vi/officials.ts';
import { parseTypedDate } from '../../../db/domain/dates.ts';
import { type ParticipationStatus, participationStatuses } from '../../../db/domain/people.ts';
import { notifyDone, notifyError } from '../../app/notifier/notices.ts';
import { RecordNotes } from '../../app/record-notes.tsx';
import { useRecordForm } from '../../app/use-record-form.ts';
import { SelectField, TextField } from '../../components/field.tsx';
import { call } from '../../lib/api.ts';
import { hasCode, messageOf } from '../../lib/app-error.ts';
import { showFieldErrors } from '../../lib/form-errors.ts';
import { takeSaved } from './edit-official-panel.tsx';
import { isFullDay, todayTyped } from './full-day.ts';
import { SmallForm } from './small-form.tsx';

interface Values {
  status: ParticipationStatus;
  onDay: string;
  reason: string;
}

/** Another participation from a day on; what it was before stays in the book. */
export function ParticipationForm({ person, onClose }: { person: Official; onClose: () => void }) {
  const queryClient = useQueryClient();
  const others = participationStatuses.filter((status) => status !== person.participationStatus);
  // What the form begins with: it changes nothing that stands in the book, so nothing of it can be stale.
  const [begin] = useState<Values>({ status: others[0] ?? 'active', onDay: todayTyped(), reason: '' });
  const form = useForm<Values>({ defaultValues: begin });
  const { isSubmitting, errors } = form.formState;
  const record = useRecordForm(form, begin, {
    key: { form: 'participation', recordId: person.id, partId: null },
    version: person.version,
    title: () => person.fullName,
  });
  const { newer } = record;
  useEffect(() => form.setFocus('status'), [form]);

  const submit = form.handleSubmit(async ({ status, onDay, reason }) => {
    try {
      const saved = await call('officials.setParticipation', {
        id: person.id,
        version: person.version,
        status,
        onDay: parseTypedDate(onDay) ?? '',
        reason,
      });
      record.saved();
      takeSaved(queryClient, saved);
      notifyDone(text.participationSaved(saved.fullName, participationStatusNames[status]));
      onClose();
    } catch (error) {
      if (hasCode(error, 'DAY_BEFORE_LAST_CHANGE'))
        form.setError('onDay', { message: messageOf(error) }, { shouldFocus: true });
      else if (!showFieldErrors(error, ['status', 'onDay', 'reason'], form.setError)) {
        if (hasCode(error, 'STALE_VERSION')) {
          newer.refused();
          void queryClient.invalidateQueries();
        } else notifyError(error);
      }
    }
  });

  return (
    <SmallForm
      title={text.participationTitle}
      act={commonText.save}
      busy={isSubmitting}
      onSubmit={submit}
      onClose={onClose}
    >
      <RecordNotes
        record={record}
        detail={newerText.participation(participationStatusNames[person.participationStatus])}
      />
      <SelectField label={text.newStatus} error={errors.status?.message} {...form.register('status')}>
        {others.map((status) => (
          <option key={status} value={status}>
            {participationStatusNames[status]}
          </option>
        ))}
      </SelectField>
      <TextField
        label={text.onDay}
        error={errors.onDay?.message}
        {...form.register('onDay', { validate: isFullDay })}
      />
      <TextField label={text.reason} error={errors.reason?.message} {...form.register('reason')} />
    </SmallForm>
  );
}
