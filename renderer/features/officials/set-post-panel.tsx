import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useForm } from 'react-hook-form';
import type { GivenPost } from '../../../db/contract/official-edits.ts';
import { commonText } from '../../../db/contract/vi/common.ts';
import { fieldErrorMessage } from '../../../db/contract/vi/errors.ts';
import { setPostText as text } from '../../../db/contract/vi/official-list.ts';
import {
  officialEditText as editText,
  officialsText,
  postKindNames,
} from '../../../db/contract/vi/officials.ts';
import { parseTypedDate } from '../../../db/domain/dates.ts';
import { type PostKind, postKinds } from '../../../db/domain/people.ts';
import { DraftNote } from '../../app/draft-note.tsx';
import { notifyDone, notifyError } from '../../app/notifier/notices.ts';
import { askBeforeClosing } from '../../app/router.ts';
import { useDraft } from '../../app/use-draft.ts';
import { DetailPanel } from '../../components/detail-panel.tsx';
import { CheckField, SelectField, TextField } from '../../components/field.tsx';
import { call } from '../../lib/api.ts';
import { showFieldErrors } from '../../lib/form-errors.ts';
import { useNewer } from '../../lib/use-newer.ts';
import { isFullDay, todayTyped } from './full-day.ts';
import { MOST_KEPT_PEOPLE } from './most-kept-people.ts';
import { SmallForm } from './small-form.tsx';
import { useCommitteeSuggestion } from './use-committee-suggestion.ts';

interface Values {
  kind: PostKind;
  title: string;
  isHead: boolean;
  isLeader: boolean;
  isKeyOfficial: boolean;
  isCommittee: boolean;
  managedBy: string;
  onDay: string;
  validTo: string;
  /** For whom, as text. */
  people: string;
}
const fields = ['kind', 'title', 'managedBy', 'onDay', 'validTo'] as const;
const flags = ['isCommittee', 'isHead', 'isLeader', 'isKeyOfficial'] as const;

interface SetPostPanelProps {
  officialIds: readonly number[];
  onClose: () => void;
}

const isDateOrNothing = (typed: string): true | string =>
  typed.trim() === '' || parseTypedDate(typed) !== null || fieldErrorMessage('INVALID_DATE');

/** The same dated post for all people chosen: counted first, then given and undone as one step. */
export function SetPostPanel({ officialIds, onClose }: SetPostPanelProps) {
  const queryClient = useQueryClient();
  const [counted, setCounted] = useState<GivenPost | null>(null);
  const [begin] = useState<Values>(() => ({
    kind: 'party',
    title: '',
    isHead: false,
    isLeader: false,
    isKeyOfficial: false,
    isCommittee: false,
    managedBy: '',
    onDay: todayTyped(),
    validTo: '',
    people: '',
  }));
  const form = useForm<Values>({ defaultValues: begin });
  const { isSubmitting, errors } = form.formState;
  const newer = useNewer(form, begin);
  useEffect(() => form.setFocus('title'), [form]);
  const many = officialIds.length;
  const onChange = () => {
    // A count is only true of the post that it was made for.
    setCounted(null);
    if (many <= MOST_KEPT_PEOPLE) form.setValue('people', JSON.stringify(officialIds), { shouldDirty: true });
  };
  const { suggest, keepCommittee } = useCommitteeSuggestion(form, true);
  const onTitle = () => {
    suggest();
    onChange();
  };
  const draft = useDraft({
    form,
    key: { form: 'givePost', recordId: null, partId: null },
    version: null,
    title: ({ title }) => [title.trim(), officialsText.count(many)].filter(Boolean).join(', '),
    restore: ({ people: _people, ...typed }) => {
      newer.restore(typed);
      onChange();
    },
  });

  const submit = form.handleSubmit(async (values) => {
    const title = values.title.trim();
    try {
      const { people: _people, ...post } = values;
      const result = await call('officials.givePost', {
        ...post,
        officialIds: [...officialIds],
        onDay: parseTypedDate(values.onDay) ?? '',
        validTo: values.validTo.trim() === '' ? null : parseTypedDate(values.validTo),
        dryRun: counted === null,
      });
      const { operationId } = result;
      if (operationId === null) {
        // What was changed while it was counted is counted anew.
        if (JSON.stringify(form.getValues()) === JSON.stringify(values)) setCounted(result);
        return;
      }
      draft.drop();
      const undo = async () => {
        await call('operations.undo', { operationId });
        await queryClient.invalidateQueries();
        notifyDone(text.undone(title));
      };
      notifyDone(text.done(result.given, title), {
        actions: [{ label: commonText.undo, run: undo }],
        longer: true,
      });
      void queryClient.invalidateQueries();
      onClose();
    } catch (error) {
      if (!showFieldErrors(error, fields, form.setError)) notifyError(error);
    }
  });

  return (
    <DetailPanel title={text.title} onClose={() => askBeforeClosing(onClose)}>
      <SmallForm
        title={text.titleMany(many)}
        act={counted === null || counted.given === 0 ? text.check : text.confirm(counted.given)}
        busy={isSubmitting || counted?.given === 0}
        onSubmit={submit}
        onClose={onClose}
      >
        <DraftNote draft={draft} onDrop={() => form.reset(begin)} />
        <SelectField label={editText.postKind} {...form.register('kind', { onChange: onTitle })}>
          {postKinds.map((kind) => (
            <option key={kind} value={kind}>
              {postKindNames[kind]}
            </option>
          ))}
        </SelectField>
        <TextField
          label={editText.postTitle}
          error={errors.title?.message}
          {...form.register('title', {
            onChange: onTitle,
            validate: (typed) => typed.trim() !== '' || fieldErrorMessage('REQUIRED'),
          })}
        />
        <div>
          {flags.map((flag) => (
            <CheckField
              key={flag}
              label={editText[flag]}
              {...form.register(flag, {
                onChange: () => {
                  if (flag === 'isCommittee') keepCommittee();
                  onChange();
                },
              })}
            />
          ))}
        </div>
        <TextField
          label={editText.managedBy}
          error={errors.managedBy?.message}
          {...form.register('managedBy', { onChange })}
        />
        <TextField
          label={text.from}
          placeholder={editText.dateExample}
          error={errors.onDay?.message}
          {...form.register('onDay', { onChange, validate: isFullDay })}
        />
        <TextField
          label={text.to}
          placeholder={editText.dateExample}
          error={errors.validTo?.message}
          {...form.register('validTo', { onChange, validate: isDateOrNothing })}
        />
        {counted !== null && (
          <p role="status">{counted.given === 0 ? text.nobody : text.preview(counted.given, counted.held)}</p>
        )}
      </SmallForm>
    </DetailPanel>
  );
}
