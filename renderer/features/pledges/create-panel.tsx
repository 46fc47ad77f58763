import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useForm } from 'react-hook-form';
import { formSets } from '../../../db/contract/form-set-data.ts';
import { commonText } from '../../../db/contract/vi/common.ts';
import { fieldErrorMessage } from '../../../db/contract/vi/errors.ts';
import { formSectionTitles } from '../../../db/contract/vi/forms-sections.ts';
import { pledgesText as text } from '../../../db/contract/vi/pledges.ts';
import { parseTypedDate } from '../../../db/domain/dates.ts';
import { notifyDone, notifyError } from '../../app/notifier/notices.ts';
import { useUnsavedGuard } from '../../app/use-unsaved-guard.ts';
import { DetailPanel } from '../../components/detail-panel.tsx';
import { SelectField, TextAreaField, TextField } from '../../components/field.tsx';
import { call } from '../../lib/api.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import { SmallForm } from '../officials/small-form.tsx';

interface CreatePanelProps {
  year: number;
  organizationId: number | null;
  /** Of these people only; null: of everyone in the unit. */
  officialIds: readonly number[] | null;
  /** How many of the people chosen have none; null: to be counted. */
  missing: number | null;
  onClose: () => void;
  onDone: () => void;
}

interface Values {
  sectionId: string;
  common: string;
  target: string;
  due: string;
}

const { sections } = formSets['pledge-member'];

/** Pledges for everyone who has none yet, with common items; taken back as a whole while nobody touched them. */
export function CreatePanel({
  year,
  organizationId,
  officialIds,
  missing,
  onClose,
  onDone,
}: CreatePanelProps) {
  const queryClient = useQueryClient();
  const counted = useQuery({
    queryKey: [...queryKeys.pledges, 'missing', year, organizationId],
    queryFn: () => countMissing(year, organizationId),
    enabled: missing === null,
  });
  const count = missing ?? counted.data;
  const form = useForm<Values>({ defaultValues: { sectionId: 'duties', common: '', target: '', due: '' } });
  const { isDirty, isSubmitting, errors } = form.formState;
  useUnsavedGuard(isDirty && !isSubmitting);
  // At once: what is typed before those without a pledge are counted belongs here.
  useEffect(() => form.setFocus('common'), [form]);

  const submit = form.handleSubmit(async (values) => {
    const { sectionId, common, target, due } = values;
    const lines = common.split('\n').filter((each) => each.trim() !== '');
    const dueOn = due.trim() === '' ? null : parseTypedDate(due);
    try {
      const { created } = await call('pledges.create', {
        year,
        organizationId,
        officialIds: officialIds === null ? null : [...officialIds],
        items: lines.map((line) => ({ sectionId, text: line, target, dueOn })),
      });
      await queryClient.invalidateQueries();
      form.reset(values);
      const undo = async () => {
        const pledges = created.map(({ pledgeId, version }) => ({ pledgeId, version }));
        await call('pledges.remove', { pledges });
        await queryClient.invalidateQueries();
        notifyDone(text.createUndone(created.length));
      };
      notifyDone(text.created(created.length), {
        actions: created.length === 0 ? [] : [{ label: commonText.undo, run: undo }],
        longer: true,
      });
      onDone();
    } catch (error) {
      notifyError(error);
    }
  });

  return (
    <DetailPanel title={text.createTitle} onClose={onClose}>
      <SmallForm
        title={
          count === undefined
            ? commonText.loading
            : count === 0
              ? text.createNobody
              : text.createFor(count, year)
        }
        act={count === undefined ? text.create : text.createAct(count)}
        busy={isSubmitting}
        impossible={count === 0}
        onSubmit={submit}
        onClose={onClose}
      >
        <p>{text.createHint}</p>
        <SelectField label={text.commonSection} {...form.register('sectionId')}>
          {sections.map(({ id }) => (
            <option key={id} value={id}>
              {formSectionTitles[id]}
            </option>
          ))}
        </SelectField>
        <TextAreaField label={text.commonText} hint={text.commonHint} rows={4} {...form.register('common')} />
        <TextField label={text.commonTarget} maxLength={1000} {...form.register('target')} />
        <TextField
          label={text.commonDue}
          placeholder={text.dateExample}
          error={errors.due?.message}
          {...form.register('due', {
            validate: (typed) =>
              typed.trim() === '' || parseTypedDate(typed) !== null || fieldErrorMessage('INVALID_DATE'),
          })}
        />
      </SmallForm>
    </DetailPanel>
  );
}

/** Who has no pledge yet; the list tells it row by row. */
async function countMissing(year: number, organizationId: number | null): Promise<number> {
  let [seen, missing, total] = [0, 0, 0];
  do {
    const page = await call('pledges.list', {
      year,
      organizationId,
      show: 'notFiled',
      offset: seen,
      limit: 500,
    });
    total = page.total;
    seen += page.rows.length;
    missing += page.rows.filter(({ pledgeId }) => pledgeId === null).length;
    if (page.rows.length === 0) break;
  } while (seen < total);
  return missing;
}
