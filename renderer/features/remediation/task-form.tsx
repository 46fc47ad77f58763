import { useQueryClient } from '@tanstack/react-query';
import { type ChangeEvent, useEffect } from 'react';
import { useForm } from 'react-hook-form';
import type { Task } from '../../../db/contract/remediation.ts';
import { commonText } from '../../../db/contract/vi/common.ts';
import { remediationText as text } from '../../../db/contract/vi/remediation.ts';
import { dayOf } from '../../../db/domain/dates.ts';
import { defaultReviewDay } from '../../../db/domain/remediation-rules.ts';
import { notifyDone, notifyError } from '../../app/notifier/notices.ts';
import { RecordNotes } from '../../app/record-notes.tsx';
import { useRecordForm } from '../../app/use-record-form.ts';
import { Button } from '../../components/button.tsx';
import { DetailPanel } from '../../components/detail-panel.tsx';
import { CheckField, TextAreaField, TextField } from '../../components/field.tsx';
import { NewerField } from '../../components/newer-note.tsx';
import { call } from '../../lib/api.ts';
import { hasCode } from '../../lib/app-error.ts';
import { showFieldErrors } from '../../lib/form-errors.ts';
import { formatDate } from '../../lib/format.ts';
import { onFormKey } from '../officials/form-keys.ts';
import { isFullDay } from '../officials/full-day.ts';
import formStyles from '../officials/official-form.module.css';
import { UnitSelect } from '../officials/unit-select.tsx';
import { PersonChoice } from './person-choice.tsx';
import styles from './remediation.module.css';
import {
  contentOfTask,
  idOf,
  savedValues,
  type TaskFormValues,
  type TaskSubject,
  taskFormFields,
  valuesOfSubject,
} from './task-values.ts';

interface TaskFormProps {
  subject: TaskSubject;
  onClose: () => void;
  onSaved: (task: Task) => void;
}

const isDayOrEmpty = (typed: string): true | string => typed.trim() === '' || isFullDay(typed);

/** What is to be done about a shortcoming, by whom, until when. */
export function TaskForm({ subject, onClose, onSaved }: TaskFormProps) {
  const queryClient = useQueryClient();
  const task = subject.is === 'task' ? subject.task : null;
  const shortcomingId = task === null ? idOfFinding(subject) : task.shortcomingId;
  const current = valuesOfSubject(subject);
  const form = useForm<TaskFormValues>({ defaultValues: current });
  const { errors, isSubmitting } = form.formState;
  const record = useRecordForm(form, current, {
    key: {
      form: 'remediationTask',
      recordId: task?.taskId ?? null,
      partId: task === null ? shortcomingId : null,
    },
    version: task?.version ?? null,
    title: (values) => values.measure || values.shortcomingText,
  });
  const { newer } = record;
  const first = shortcomingId === null ? 'shortcomingText' : 'measure';
  useEffect(() => form.setFocus(first), [form, first]);

  const submit = form.handleSubmit(async (values) => {
    try {
      const saved = await call('remediation.save', {
        taskId: task?.taskId ?? null,
        version: task?.version ?? 0,
        year: task?.year ?? yearOf(subject),
        shortcomingId,
        ...savedValues(values),
      });
      record.saved();
      await queryClient.invalidateQueries();
      form.reset(values);
      onSaved(saved);
      const undo = async () => {
        await takeBack(saved, task);
        await queryClient.invalidateQueries();
        notifyDone(task === null ? text.removed : text.restored);
      };
      notifyDone(task === null ? text.added : text.changed, {
        actions: [{ label: commonText.undo, run: undo }],
      });
    } catch (error) {
      if (hasCode(error, 'STALE_VERSION')) {
        newer.refused();
        await queryClient.invalidateQueries();
      } else if (!showFieldErrors(error, taskFormFields, form.setError)) notifyError(error);
    }
  });

  const area = (field: 'cause' | 'measure' | 'product' | 'note', label: string, rows: number) => (
    <div>
      <TextAreaField label={label} rows={rows} error={errors[field]?.message} {...form.register(field)} />
      <NewerField newer={newer} field={field} />
    </div>
  );
  const day = (field: 'startsOn' | 'dueOn', label: string) => (
    <div>
      <TextField
        label={label}
        placeholder={text.dateExample}
        error={errors[field]?.message}
        {...form.register(field, { validate: isDayOrEmpty })}
      />
      <NewerField newer={newer} field={field} />
    </div>
  );
  return (
    <DetailPanel
      title={task === null ? text.newTitle : text.editTitle}
      subtitle={`${text.year} ${task?.year ?? yearOf(subject)}`}
      onClose={onClose}
    >
      <form className={styles.form} onSubmit={submit} onKeyDown={onFormKey} noValidate>
        <RecordNotes record={record} />
        <TextAreaField
          label={text.shortcoming}
          hint={shortcomingId === null ? undefined : text.fromReview}
          readOnly={shortcomingId !== null}
          error={errors.shortcomingText?.message}
          {...form.register('shortcomingText')}
        />
        <NewerField newer={newer} field="shortcomingText" />
        {area('measure', text.measure, 3)}
        <PersonChoice
          label={text.assignee}
          error={errors.assigneeName?.message}
          registered={form.register('assigneeName')}
          officialId={form.watch('assigneeId')}
          organizationId={idOf(form.watch('organizationId'))}
          onChoose={(officialId, name) => {
            form.setValue('assigneeId', officialId, { shouldDirty: true });
            if (name !== null) form.setValue('assigneeName', name, { shouldDirty: true });
          }}
        />
        <NewerField newer={newer} field="assigneeName" />
        <div className={formStyles.pair}>
          {day('startsOn', text.startsOn)}
          {day('dueOn', form.watch('continuous') ? text.reviewOn : text.dueOn)}
        </div>
        <div>
          <CheckField
            label={text.continuous}
            title={text.continuousHint}
            {...form.register('continuous', {
              onChange: (event: ChangeEvent<HTMLInputElement>) => {
                if (event.target.checked && form.getValues('dueOn').trim() === '')
                  form.setValue('dueOn', formatDate(reviewDayOf(subject)), { shouldDirty: true });
              },
            })}
          />
          <NewerField newer={newer} field="continuous" />
        </div>
        <div>
          <TextField
            label={text.coordinatingBody}
            error={errors.coordinatingBody?.message}
            {...form.register('coordinatingBody')}
          />
          <NewerField newer={newer} field="coordinatingBody" />
        </div>
        <UnitSelect
          label={text.unit}
          noneLabel={text.noUnit}
          kept={
            task?.organizationId == null ? null : { id: task.organizationId, name: task.organizationName }
          }
          error={errors.organizationId?.message}
          {...form.register('organizationId')}
        />
        {area('cause', text.cause, 2)}
        {area('product', text.product, 2)}
        {area('note', text.note, 2)}
        <div className={formStyles.acts}>
          <Button type="submit" variant="primary" disabled={isSubmitting}>
            {isSubmitting ? commonText.saving : commonText.save}
          </Button>
          <Button onClick={onClose}>{commonText.cancel}</Button>
        </div>
      </form>
    </DetailPanel>
  );
}

const idOfFinding = (subject: TaskSubject): number | null =>
  subject.is === 'new' ? (subject.finding?.shortcomingId ?? null) : null;
const yearOf = (subject: TaskSubject): number => (subject.is === 'new' ? subject.year : subject.task.year);

const reviewDayOf = (subject: TaskSubject): string => defaultReviewDay(yearOf(subject), dayOf(new Date()));

/** A new task goes, a changed one is as it was before. */
const takeBack = (saved: Task, before: Task | null): Promise<unknown> =>
  before === null
    ? call('remediation.remove', { taskId: saved.taskId, version: saved.version })
    : call('remediation.save', {
        taskId: saved.taskId,
        version: saved.version,
        year: before.year,
        shortcomingId: before.shortcomingId,
        ...contentOfTask(before),
      });
