import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useForm } from 'react-hook-form';
import type { OfficialPost } from '../../../db/contract/official-edits.ts';
import type { Official } from '../../../db/contract/officials.ts';
import type { OfficialTimeline } from '../../../db/contract/timeline.ts';
import { commonText } from '../../../db/contract/vi/common.ts';
import { fieldErrorMessage } from '../../../db/contract/vi/errors.ts';
import { postKindNames, officialEditText as text } from '../../../db/contract/vi/officials.ts';
import { parseTypedDate } from '../../../db/domain/dates.ts';
import { type PostKind, postKinds } from '../../../db/domain/people.ts';
import { notifyDone, notifyError } from '../../app/notifier/notices.ts';
import { RecordNotes } from '../../app/record-notes.tsx';
import { useRecordForm } from '../../app/use-record-form.ts';
import { Button } from '../../components/button.tsx';
import { CheckField, SelectField, TextField } from '../../components/field.tsx';
import { NewerField } from '../../components/newer-note.tsx';
import { call } from '../../lib/api.ts';
import { hasCode } from '../../lib/app-error.ts';
import { showFieldErrors } from '../../lib/form-errors.ts';
import { formatDate } from '../../lib/format.ts';
import { useOrganizations } from '../../lib/use-organizations.ts';
import { takeSaved } from './edit-official-panel.tsx';
import { todayTyped } from './full-day.ts';
import styles from './official-form.module.css';
import { useTimeline } from './person-timeline.tsx';
import { SmallForm } from './small-form.tsx';
import { UnitSelect } from './unit-select.tsx';
import { useCommitteeSuggestion } from './use-committee-suggestion.ts';
import { noteTakenBack, versionAfterUndo } from './versions-taken-back.ts';
import { withoutPrefix } from './without-prefix.ts';

interface PostValues {
  kind: PostKind;
  title: string;
  organizationId: string;
  isHead: boolean;
  isLeader: boolean;
  isKeyOfficial: boolean;
  isCommittee: boolean;
  managedBy: string;
  validFrom: string;
  validTo: string;
}
const fields = ['kind', 'title', 'organizationId', 'managedBy', 'validFrom', 'validTo'] as const;
const flags = ['isCommittee', 'isHead', 'isLeader', 'isKeyOfficial'] as const;

const kindName = (kind: string): string => postKindNames[postKinds.find((each) => each === kind) ?? 'party'];

const postOf = (entries: OfficialTimeline['entries'], id: number | undefined): OfficialPost | undefined =>
  entries.flatMap((entry) => (entry.kind === 'post' && entry.post.id === id ? [entry.post] : []))[0];

interface PostFormProps {
  person: Official;
  /** null adds one. */
  post: OfficialPost | null;
  /** Opens with today as the last day. */
  ending?: boolean;
  onClose: () => void;
}

const dateOrNull = (typed: string): string | null => (typed.trim() === '' ? null : parseTypedDate(typed));
const valuesOf = (post: OfficialPost | null): PostValues => ({
  kind: post?.kind ?? 'party',
  title: post?.title ?? '',
  organizationId: String(post?.organizationId ?? ''),
  isHead: post?.isHead ?? false,
  isLeader: post?.isLeader ?? false,
  isKeyOfficial: post?.isKeyOfficial ?? false,
  isCommittee: post?.isCommittee ?? false,
  managedBy: post?.managedBy ?? '',
  validFrom: formatDate(post?.validFrom ?? null),
  validTo: formatDate(post?.validTo ?? null),
});
const validDate = (typed: string): true | string =>
  typed.trim() === '' || parseTypedDate(typed) !== null || fieldErrorMessage('INVALID_DATE');

async function postIds(officialId: number): Promise<number[]> {
  const { entries } = await call('officials.timeline', { id: officialId });
  return entries.flatMap((entry) => (entry.kind === 'post' ? [entry.post.id] : []));
}

/** One post as a dated row: added, corrected, ended, or taken out when it was a mistake. */
export function PostForm({ person, post: opened, ending = false, onClose }: PostFormProps) {
  const queryClient = useQueryClient();
  const timeline = useTimeline(person.id);
  // As it stands in the book now: another session may save it while it is open here.
  const post = postOf(timeline.data?.entries ?? [], opened?.id) ?? opened;
  const current = valuesOf(post);
  if (ending && current.validTo === '') current.validTo = todayTyped();
  const form = useForm<PostValues>({ defaultValues: current });
  const { isSubmitting, errors } = form.formState;
  const record = useRecordForm(form, current, {
    key: { form: 'post', recordId: person.id, partId: post?.id ?? null },
    version: person.version,
    title: (values) => [person.fullName, values.title.trim()].filter(Boolean).join(', '),
  });
  const { newer } = record;
  const { data: tree } = useOrganizations();
  const unitNames = new Map(tree?.organizations.map(({ id, name }) => [String(id), name]));
  const first = useRef<'validTo' | 'title'>(ending ? 'validTo' : 'title');
  useEffect(() => form.setFocus(first.current), [form]);

  const { suggest, keepCommittee } = useCommitteeSuggestion(form, post === null);

  const key = { officialId: person.id, version: person.version };
  const notifySaved = (saved: Official, words: string, undo: (version: number) => Promise<Official>) => {
    record.saved();
    takeSaved(queryClient, saved);
    notifyDone(words, {
      actions: [
        {
          label: commonText.undo,
          run: async () => {
            const restored = await undo(versionAfterUndo(saved.id, saved.version));
            noteTakenBack(saved.id, saved.version, restored.version);
            takeSaved(queryClient, restored);
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
      organizationId: values.organizationId === '' ? null : Number(values.organizationId),
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
      if (hasCode(error, 'STALE_VERSION')) newer.refused();
      else if (!showFieldErrors(withoutPrefix(error, 'post.'), fields, form.setError)) notifyError(error);
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
          <Button variant="quiet" onClick={() => remove(post)}>
            {text.removePost}
          </Button>
        )
      }
    >
      <RecordNotes record={record} />
      <SelectField
        label={text.postKind}
        error={errors.kind?.message}
        {...form.register('kind', { onChange: suggest })}
      >
        {postKinds.map((kind) => (
          <option key={kind} value={kind}>
            {postKindNames[kind]}
          </option>
        ))}
      </SelectField>
      <NewerField newer={newer} field="kind" show={kindName} />
      <TextField
        label={text.postTitle}
        error={errors.title?.message}
        {...form.register('title', {
          onChange: suggest,
          validate: (typed) => typed.trim() !== '' || fieldErrorMessage('REQUIRED'),
        })}
      />
      <NewerField newer={newer} field="title" />
      <UnitSelect
        label={text.postUnit}
        noneLabel={text.chooseNone}
        kept={post?.organizationId == null ? null : { id: post.organizationId, name: post.organizationName }}
        error={errors.organizationId?.message}
        {...form.register('organizationId')}
      />
      <NewerField newer={newer} field="organizationId" show={(id) => unitNames.get(id) ?? id} />
      <div>
        {flags.map((flag) => (
          <div key={flag}>
            <CheckField
              label={text[flag]}
              {...form.register(flag, { onChange: () => flag === 'isCommittee' && keepCommittee() })}
            />
            <NewerField newer={newer} field={flag} />
          </div>
        ))}
      </div>
      <TextField label={text.managedBy} error={errors.managedBy?.message} {...form.register('managedBy')} />
      <NewerField newer={newer} field="managedBy" />
      <div className={styles.pair}>
        {(['validFrom', 'validTo'] as const).map((field) => (
          <div key={field}>
            <TextField
              label={field === 'validFrom' ? text.from : text.to}
              placeholder={text.dateExample}
              error={errors[field]?.message}
              {...form.register(field, { validate: validDate })}
            />
            <NewerField newer={newer} field={field} />
          </div>
        ))}
      </div>
    </SmallForm>
  );
}
