import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useForm } from 'react-hook-form';
import type { Task } from '../../../db/contract/remediation.ts';
import { remediationText as text } from '../../../db/contract/vi/remediation.ts';
import { parseTypedDate } from '../../../db/domain/dates.ts';
import { notifyDone, notifyError } from '../../app/notifier/notices.ts';
import { RecordNotes } from '../../app/record-notes.tsx';
import { useRecordForm } from '../../app/use-record-form.ts';
import { TextAreaField, TextField } from '../../components/field.tsx';
import { call } from '../../lib/api.ts';
import { hasCode } from '../../lib/app-error.ts';
import { showFieldErrors } from '../../lib/form-errors.ts';
import { isFullDay, todayTyped } from '../officials/full-day.ts';
import formStyles from '../officials/official-form.module.css';
import { SmallForm } from '../officials/small-form.tsx';

interface Values {
  onDay: string;
  text: string;
  progress: string;
  lateReason: string;
}

const percentOf = (typed: string): number | null => {
  const match = /^(\d{1,3})\s*%?$/.exec(typed.trim());
  return match && Number(match[1]) <= 100 ? Number(match[1]) : null;
};

/** What was done up to a day, how far it is, and why it is late. */
export function NoteForm({ task, onClose }: { task: Task; onClose: () => void }) {
  const queryClient = useQueryClient();
  const [begin] = useState<Values>({
    onDay: todayTyped(),
    text: '',
    progress: task.progress === 0 ? '' : String(task.progress),
    lateReason: task.lateReason,
  });
  const form = useForm<Values>({ defaultValues: begin });
  const { errors, isSubmitting } = form.formState;
  const record = useRecordForm(form, begin, {
    key: { form: 'remediationNote', recordId: task.taskId, partId: null },
    version: task.version,
    title: () => task.measure,
  });
  const { newer } = record;
  useEffect(() => form.setFocus('text'), [form]);
  const submit = form.handleSubmit(async (values) => {
    try {
      await call('remediation.addNote', {
        taskId: task.taskId,
        version: task.version,
        onDay: parseTypedDate(values.onDay) ?? '',
        text: values.text,
        progress: percentOf(values.progress),
        lateReason: values.lateReason,
      });
      record.saved();
      await queryClient.invalidateQueries();
      onClose();
      notifyDone(text.noteAdded);
    } catch (error) {
      if (hasCode(error, 'STALE_VERSION')) {
        newer.refused();
        await queryClient.invalidateQueries();
      } else if (!showFieldErrors(error, ['onDay', 'text', 'progress', 'lateReason'], form.setError))
        notifyError(error);
    }
  });
  return (
    <SmallForm
      title={text.addNote}
      act={text.addNote}
      busy={isSubmitting}
      onSubmit={submit}
      onClose={onClose}
    >
      <RecordNotes record={record} />
      <TextAreaField label={text.noteText} error={errors.text?.message} {...form.register('text')} />
      <div className={formStyles.pair}>
        <TextField
          label={text.noteDay}
          error={errors.onDay?.message}
          {...form.register('onDay', { validate: isFullDay })}
        />
        <TextField
          label={text.notePercent}
          inputMode="numeric"
          error={errors.progress?.message}
          {...form.register('progress', {
            validate: (typed) => typed.trim() === '' || percentOf(typed) !== null || text.percentWrong,
          })}
        />
      </div>
      <TextField label={text.noteLate} error={errors.lateReason?.message} {...form.register('lateReason')} />
    </SmallForm>
  );
}
