import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useForm } from 'react-hook-form';
import type { OfficialPost } from '../../../db/contract/official-edits.ts';
import type { Official } from '../../../db/contract/officials.ts';
import { commonText } from '../../../db/contract/vi/common.ts';
import { fieldErrorMessage } from '../../../db/contract/vi/errors.ts';
import { postKindNames, officialEditText as text } from '../../../db/contract/vi/officials.ts';
import { parseTypedDate } from '../../../db/domain/dates.ts';
import { type PostKind, postKinds } from '../../../db/domain/people.ts';
import { notifyDone, notifyError } from '../../app/notifier/notices.ts';
import { useUnsavedGuard } from '../../app/use-unsaved-guard.ts';
import { Button } from '../../components/button.tsx';
import { SelectField, TextField } from '../../components/field.tsx';
import { call } from '../../lib/api.ts';
import { showFieldErrors } from '../../lib/form-errors.ts';
import { formatDate } from '../../lib/format.ts';
import { takeSaved } from './edit-official-panel.tsx';
import { todayTyped } from './full-day.ts';
import styles from './official-form.module.css';
import { SmallForm } from './small-form.tsx';
import { withoutPrefix } from './without-prefix.ts';

interface PostValues {
  kind: PostKind;
  title: string;
  isHead: boolean;
  isLeader: boolean;
  isKeyOfficial: boolean;
  managedBy: string;
  validFrom: string;
  validTo: string;
}
const fields = ['kind', 'title', 'managedBy', 'validFrom', 'validTo'] as const;
const flags = ['isHead', 'isLeader', 'isKeyOfficial'] as const;

interface PostFormProps {
  person: Official;
  /** null adds one. */
  post: OfficialPost | null;
  /** Opens with today as the last day. */
  ending?: boolean;
  onClose: () => void;
}

const dateOrNull = (typed: string): string | null => (typed.trim() === '' ? null : parseTypedDate(typed));
const validDate = (typed: string): true | string =>
  typed.trim() === '' || parseTypedDate(typed) !== null || fieldErrorMessage('INVALID_DATE');

async function postIds(officialId: number): Promise<number[]> {
  const { entries } = await call('officials.timeline', { id: officialId });
  return entries.flatMap((entry) => (entry.kind === 'post' ? [entry.post.id] : []));
}

/** One post as a dated row: added, corrected, ended, or taken out when it was a mistake. */
export function PostForm({ person, post, ending = false, onClose }: PostFormProps) {
  const queryClient = useQueryClient();
  const form = useForm<PostValues>({
    defaultValues: {
      kind: post?.kind ?? 'party',
      title: post?.title ?? '',
      isHead: post?.isHead ?? false,
      isLeader: post?.isLeader ?? false,
      isKeyOfficial: post?.isKeyOfficial ?? false,
      managedBy: post?.managedBy ?? '',
      validFrom: formatDate(post?.validFrom ?? null),
      validTo: ending ? todayTyped() : formatDate(post?.validTo ?? null),
    },
  });
  const { isDirty, isSubmitting, errors } = form.formState;
  useUnsavedGuard(isDirty && !isSubmitting);
  const first = useRef<'validTo' | 'title'>(ending ? 'validTo' : 'title');
  useEffect(() => form.setFocus(first.current), [form]);

  const key = { officialId: person.id, version: person.version };
  const notifySaved = (saved: Official, words: string, undo: (version: number) => Promise<Official>) => {
    takeSaved(queryClient, saved);
    notifyDone(words, {
      actions: [
        {
          label: commonText.undo,
          run: async () => {
            takeSaved(queryClient, await undo(saved.version));
            notifyDone(text.postRestored(post?.title ?? ''));
          },
        },
      ],
    });
    onClose();
  };

  const submit = form.handleSubmit(async (values) => {
    const next = {
      ...values,
      id: post?.id ?? null,
      validFrom: dateOrNull(values.validFrom),
      validTo: dateOrNull(values.validTo),
    };
    try {
      const known = post === null ? await postIds(person.id) : null;
      const saved = await call('officials.savePost', { ...key, post: next });
      notifySaved(saved, text.postSaved(values.title.trim()), async (version) => {
        if (post !== null) return call('officials.savePost', { officialId: person.id, version, post });
        const added = (await postIds(person.id)).find((id) => !known?.includes(id));
        return call('officials.removePost', { officialId: person.id, version, postId: added ?? 0 });
      });
    } catch (error) {
      // After a stale save the person of today is fetched; what was typed stays and can be saved again.
      void queryClient.invalidateQueries({ queryKey: ['officials'] });
      if (!showFieldErrors(withoutPrefix(error, 'post.'), fields, form.setError)) notifyError(error);
    }
  });

  const remove = async (old: OfficialPost) => {
    try {
      const saved = await call('officials.removePost', { ...key, postId: old.id });
      notifySaved(saved, text.postRemoved(old.title), (version) =>
        call('officials.savePost', { officialId: person.id, version, post: { ...old, id: null } }),
      );
    } catch (error) {
      notifyError(error);
    }
  };

  return (
    <SmallForm
      title={post === null ? text.addPost : ending ? text.endPost : text.editPost}
      act={commonText.save}
      busy={isSubmitting}
      onSubmit={submit}
      onClose={onClose}
      more={
        post !== null &&
        !ending && (
          <Button variant="quiet" onClick={() => void remove(post)}>
            {text.removePost}
          </Button>
        )
      }
    >
      <SelectField label={text.postKind} error={errors.kind?.message} {...form.register('kind')}>
        {postKinds.map((kind) => (
          <option key={kind} value={kind}>
            {postKindNames[kind]}
          </option>
        ))}
      </SelectField>
      <TextField
        label={text.postTitle}
        error={errors.title?.message}
        {...form.register('title', {
          validate: (typed) => typed.trim() !== '' || fieldErrorMessage('REQUIRED'),
        })}
      />
      <div>
        {flags.map((flag) => (
          <label key={flag} className={styles.check}>
            <input type="checkbox" {...form.register(flag)} />
            {text[flag]}
          </label>
        ))}
      </div>
      <TextField label={text.managedBy} error={errors.managedBy?.message} {...form.register('managedBy')} />
      <div className={styles.pair}>
        {(['validFrom', 'validTo'] as const).map((field) => (
          <TextField
            key={field}
            label={field === 'validFrom' ? text.from : text.to}
            placeholder={text.dateExample}
            error={errors[field]?.message}
            {...form.register(field, { validate: validDate })}
          />
        ))}
      </div>
    </SmallForm>
  );
}
