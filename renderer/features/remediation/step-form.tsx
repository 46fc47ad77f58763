import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useForm } from 'react-hook-form';
import type { Task } from '../../../db/contract/remediation.ts';
import { stepNames, remediationText as text } from '../../../db/contract/vi/remediation.ts';
import { taskStateNames } from '../../../db/contract/vi/remediation-rules.ts';
import { type TaskState, taskStates } from '../../../db/domain/cycle.ts';
import { parseTypedDate } from '../../../db/domain/dates.ts';
import { notifyDone, notifyError } from '../../app/notifier/notices.ts';
import { RecordNotes } from '../../app/record-notes.tsx';
import { useRecordForm } from '../../app/use-record-form.ts';
import { TextAreaField, TextField } from '../../components/field.tsx';
import { call } from '../../lib/api.ts';
import { hasCode } from '../../lib/app-error.ts';
import { showFieldErrors } from '../../lib/form-errors.ts';
import { formatDate } from '../../lib/format.ts';
import { isFullDay, todayTyped } from '../officials/full-day.ts';
import { SmallForm } from '../officials/small-form.tsx';
import { PersonChoice } from './person-choice.tsx';

/** A step that needs no words of its own is a button, not a form. */
export type FormStep = Exclude<TaskState, 'planned' | 'doing'>;

interface Values {
  doneOn: string;
  verifiedOn: string;
  result: string;
  reason: string;
  verifiedById: string;
  verifiedByName: string;
}

const fields = ['doneOn', 'verifiedOn', 'result', 'reason', 'verifiedByName'] as const;

interface StepFormProps {
  task: Task;
  to: FormStep;
  onClose: () => void;
}

/** Takes a task to its next state, with what that state asks for. */
export function StepForm({ task, to, onClose }: StepFormProps) {
  const queryClient = useQueryClient();
  const [begin] = useState<Values>({
    doneOn: todayTyped(),
    verifiedOn: todayTyped(),
    result: to === 'done' || to === 'verified' ? task.result : '',
    reason: to === 'done' ? task.lateReason : '',
    verifiedById: '',
    verifiedByName: '',
  });
  const form = useForm<Values>({ defaultValues: begin });
  const { errors, isSubmitting } = form.formState;
  const record = useRecordForm(form, begin, {
    // Each step of a task keeps its own words.
    key: { form: 'remediationStep', recordId: task.taskId, partId: taskStates.indexOf(to) + 1 },
    version: task.version,
    title: () => task.measure,
  });
  const { newer } = record;
  const first = to === 'verified' ? 'verifiedByName' : to === 'done' ? 'doneOn' : 'reason';
  useEffect(() => form.setFocus(first), [form, first]);

  const submit = form.handleSubmit(async (values) => {
    try {
      const saved = await call('remediation.step', {
        taskId: task.taskId,
        version: task.version,
        to,
        result: values.result,
        reason: values.reason,
        doneOn: to === 'done' ? parseTypedDate(values.doneOn) : null,
        verifiedOn: to === 'verified' ? parseTypedDate(values.verifiedOn) : null,
        verifiedById: values.verifiedById === '' ? null : Number(values.verifiedById),
        verifiedByName: values.verifiedByName,
      });
      record.saved();
      await queryClient.invalidateQueries();
      onClose();
      notifyDone(text.stepped(taskStateNames[saved.state]));
    } catch (error) {
      if (hasCode(error, 'STALE_VERSION')) {
        newer.refused();
        await queryClient.invalidateQueries();
      } else if (!showFieldErrors(error, fields, form.setError)) notifyError(error);
    }
  });

  const day = parseTypedDate(form.watch('doneOn'));
  const dayField = to === 'done' ? 'doneOn' : 'verifiedOn';
  const isLate = to === 'done' && day !== null && day > task.dueOn;
  const needsReason = to === 'reopened' || to === 'notFitting';
  return (
    <SmallForm
      title={stepNames[to]}
      act={stepNames[to]}
      busy={isSubmitting}
      onSubmit={submit}
      onClose={onClose}
    >
      <RecordNotes record={record} detail={taskStateNames[task.state]} />
      {to === 'verified' && (
        <PersonChoice
          label={text.verifiedBy}
          hint={text.notSelf}
          error={errors.verifiedByName?.message}
          registered={form.register('verifiedByName')}
          officialId={form.watch('verifiedById')}
          organizationId={task.organizationId}
          onChoose={(officialId, name) => {
            form.setValue('verifiedById', officialId, { shouldDirty: true });
            if (name !== null) form.setValue('verifiedByName', name, { shouldDirty: true });
          }}
        />
      )}
      {!needsReason && (
        <>
          <TextField
            label={text[dayField]}
            hint={to === 'done' ? text.lateReasonHint(formatDate(task.dueOn)) : undefined}
            error={errors[dayField]?.message}
            {...form.register(dayField, { validate: isFullDay })}
          />
          <TextAreaField label={text.result} error={errors.result?.message} {...form.register('result')} />
        </>
      )}
      {(needsReason || isLate) && (
        <TextField
          label={needsReason ? text.reason : text.lateReason}
          error={errors.reason?.message}
          {...form.register('reason')}
        />
      )}
    </SmallForm>
  );
}
