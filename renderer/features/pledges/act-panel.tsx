import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useForm } from 'react-hook-form';
import { commonText } from '../../../db/contract/vi/common.ts';
import { fieldErrorMessage } from '../../../db/contract/vi/errors.ts';
import { pledgesText as text } from '../../../db/contract/vi/pledges.ts';
import { parseTypedDate } from '../../../db/domain/dates.ts';
import { notifyDone, notifyError } from '../../app/notifier/notices.ts';
import { useUnsavedGuard } from '../../app/use-unsaved-guard.ts';
import { TextField } from '../../components/field.tsx';
import { toAppError } from '../../lib/app-error.ts';
import { formatDate } from '../../lib/format.ts';
import { createStore } from '../../lib/store.ts';
import { isFullDay, todayTyped } from '../officials/full-day.ts';
import { SmallForm } from '../officials/small-form.tsx';
import { type ActPerson, doAct, mayAct, type PledgeAct, type PledgeActKind } from './pledge-acts.ts';

interface Values {
  signedOn: string;
  filedOn: string;
  confirmedOn: string;
  confirmedBy: string;
  reason: string;
}

/** The body of the last confirmation: the next one is most often by the same. */
const lastBody = createStore('');
const MOST_NAMES = 6;

interface ActFormProps {
  year: number;
  kind: Exclude<PledgeActKind, 'notFiled'>;
  people: readonly ActPerson[];
  onClose: () => void;
  onDone: () => void;
}

const firstField = {
  filed: 'signedOn',
  confirmed: 'confirmedBy',
  returned: 'reason',
  reason: 'reason',
} as const;
const fieldsOf = {
  filed: ['signedOn', 'filedOn'],
  confirmed: ['confirmedOn', 'confirmedBy'],
  returned: ['reason'],
  reason: ['reason'],
} as const;

function actOf(kind: ActFormProps['kind'], values: Values): PledgeAct {
  const day = (typed: string) => parseTypedDate(typed) ?? '';
  switch (kind) {
    case 'filed':
      return { to: kind, signedOn: day(values.signedOn), filedOn: day(values.filedOn) };
    case 'confirmed':
      return { to: kind, confirmedOn: day(values.confirmedOn), confirmedBy: values.confirmedBy };
    case 'returned':
    case 'reason':
      return { to: kind, reason: values.reason };
  }
}

/** One act on the pledges of one or many, taken back from the notice. */
export function ActForm({ year, kind, people, onClose, onDone }: ActFormProps) {
  const queryClient = useQueryClient();
  const able = people.filter((person) => mayAct(kind, person));
  const [only] = people;
  const form = useForm<Values>({
    defaultValues: {
      signedOn: formatDate(people.length === 1 ? (only?.signedOn ?? null) : null) || todayTyped(),
      filedOn: formatDate(people.length === 1 ? (only?.filedOn ?? null) : null) || todayTyped(),
      confirmedOn: todayTyped(),
      confirmedBy: lastBody.get(),
      reason: kind === 'reason' && people.length === 1 ? (only?.notFiledReason ?? '') : '',
    },
  });
  const { isDirty, isSubmitting, errors } = form.formState;
  useUnsavedGuard(isDirty && !isSubmitting);
  useEffect(() => form.setFocus(firstField[kind]), [form, kind]);
  const required = (value: string) => value.trim() !== '' || fieldErrorMessage('REQUIRED');

  const submit = form.handleSubmit(async (values) => {
    try {
      const takeBack = await doAct(year, able, actOf(kind, values));
      if (kind === 'confirmed') lastBody.set(values.confirmedBy);
      await queryClient.invalidateQueries();
      form.reset(values);
      const undo = async () => {
        await takeBack();
        await queryClient.invalidateQueries();
        notifyDone(text.actUndone);
      };
      notifyDone(text.actDone[kind](able.length), {
        actions: [{ label: commonText.undo, run: undo }],
        longer: able.length > 1,
      });
      onDone();
    } catch (error) {
      const { fieldErrors } = toAppError(error);
      let shown = false;
      for (const field of fieldsOf[kind]) {
        const code = fieldErrors[`act.${field}`] ?? fieldErrors[field];
        if (code === undefined) continue;
        form.setError(field, { message: fieldErrorMessage(code) }, { shouldFocus: !shown });
        shown = true;
      }
      if (!shown) notifyError(error);
    }
  });

  const names = able.slice(0, MOST_NAMES).map(({ fullName }) => fullName);
  const begins = kind === 'filed' ? able.filter(({ pledgeId }) => pledgeId === null).length : 0;
  return (
    <SmallForm
      title={text.actTitles[kind]}
      act={text.actDo[kind](able.length)}
      busy={isSubmitting}
      impossible={able.length === 0}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>
        {able.length === 0 ? text.actNobody : text.actNames(names.join(', '), able.length - names.length)}
      </p>
      {able.length > 0 && able.length < people.length && <p>{text.actLeft(people.length - able.length)}</p>}
      {begins > 0 && <p>{text.actBegins(begins)}</p>}
      {kind === 'filed' && (
        <>
          <TextField
            label={text.signedOn}
            error={errors.signedOn?.message}
            {...form.register('signedOn', { validate: isFullDay })}
          />
          <TextField
            label={text.filedOn}
            error={errors.filedOn?.message}
            {...form.register('filedOn', { validate: isFullDay })}
          />
        </>
      )}
      {kind === 'confirmed' && (
        <>
          <TextField
            label={text.body}
            hint={text.bodyHint}
            maxLength={200}
            error={errors.confirmedBy?.message}
            {...form.register('confirmedBy', { validate: required })}
          />
          <TextField
            label={text.confirmedOn}
            error={errors.confirmedOn?.message}
            {...form.register('confirmedOn', { validate: isFullDay })}
          />
        </>
      )}
      {(kind === 'returned' || kind === 'reason') && (
        <TextField
          label={kind === 'returned' ? text.returnReason : text.notFiledReason}
          maxLength={kind === 'returned' ? 500 : 300}
          error={errors.reason?.message}
          {...form.register('reason', kind === 'returned' ? { validate: required } : {})}
        />
      )}
    </SmallForm>
  );
}
