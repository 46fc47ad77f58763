import IconArrowLeft from '@tabler/icons-react/dist/esm/icons/IconArrowLeft.mjs';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import type { DocumentInput } from '../../../db/contract/documents.ts';
import { allFormSets, formSets } from '../../../db/contract/form-set-data.ts';
import type { Pledge } from '../../../db/contract/pledges.ts';
import { commonText } from '../../../db/contract/vi/common.ts';
import { fieldErrorMessage } from '../../../db/contract/vi/errors.ts';
import { formSectionTitles } from '../../../db/contract/vi/forms-sections.ts';
import { identicalPledgeNotice } from '../../../db/contract/vi/pledge-rules.ts';
import { pledgesText as text } from '../../../db/contract/vi/pledges.ts';
import { pledgeVariants } from '../../../db/domain/cycle.ts';
import { useCommand } from '../../app/commands.ts';
import { notifyDone, notifyError } from '../../app/notifier/notices.ts';
import { RecordNotes } from '../../app/record-notes.tsx';
import { askBeforeClosing } from '../../app/router.ts';
import { useRecordForm } from '../../app/use-record-form.ts';
import { Button } from '../../components/button.tsx';
import { Page } from '../../components/page.tsx';
import { Tabs } from '../../components/tabs.tsx';
import { call } from '../../lib/api.ts';
import { hasCode } from '../../lib/app-error.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import { useNarrow } from '../../lib/use-narrow.ts';
import { useSaveInTurn } from '../../lib/use-save-in-turn.ts';
import { useMayWrite } from '../officials/use-may-write.ts';
import { MidYear } from './mid-year.tsx';
import { PledgeContent } from './pledge-content.tsx';
import { badDues, inputOf, itemsOf, type PledgeValues, valuesOf } from './pledge-items.ts';
import { PledgeSide } from './pledge-side.tsx';
import styles from './pledges.module.css';

/** Enough to look at; the list has the filter for all of them. */
const MOST_NAMES = 8;

type View = keyof typeof text.tabs;
const views = [
  { id: 'items', title: text.tabs.items },
  { id: 'midYear', title: text.tabs.midYear },
] as const satisfies readonly { id: View; title: string }[];

const pledgeForms = allFormSets.filter((form) => form.kind === 'pledge');
const everySection = [...new Set(pledgeForms.flatMap((form) => form.sections.map(({ id }) => String(id))))];

/** Sections of the chosen form in their order, then those of others in which something stands. */
function sectionsOf(values: PledgeValues): { id: string; title: string; foreign: boolean }[] {
  const form = pledgeForms.find(({ id }) => id === values.formId) ?? formSets['pledge-member'];
  const own = form.sections.map(({ id }) => ({
    id: String(id),
    title: formSectionTitles[id],
    foreign: false,
  }));
  const fixed = new Set(['variant', 'formId', 'duty', 'note', ...own.map(({ id }) => id)]);
  const titles: Readonly<Record<string, string>> = formSectionTitles;
  const others = Object.keys(values)
    .filter((id) => !fixed.has(id) && values[id] !== '')
    .map((id) => ({ id, title: titles[id] ?? id, foreign: true }));
  return [...own, ...others];
}

interface PledgeFormProps {
  year: number;
  pledge: Pledge;
  onClose: () => void;
  onPreview: (input: DocumentInput) => void;
}

export function PledgeForm({ year, pledge, onClose, onPreview }: PledgeFormProps) {
  const queryClient = useQueryClient();
  const mayWrite = useMayWrite();
  const [view, setView] = useState<View>('items');
  const isNarrow = useNarrow();
  const [sideOpen, setSideOpen] = useState(false);
  const [dueErrors, setDueErrors] = useState<ReadonlySet<string>>(new Set());
  const current = valuesOf(pledge, everySection);
  const form = useForm<PledgeValues>({ defaultValues: current });
  const { isDirty, isSubmitting } = form.formState;
  const record = useRecordForm(form, current, {
    key: { form: 'pledge', recordId: pledge.officialId, partId: year },
    version: pledge.version === 0 ? null : pledge.version,
    title: () => pledge.fullName,
  });
  const { newer } = record;
  const values = useWatch({ control: form.control }) as PledgeValues;
  const sections = sectionsOf(values);
  const back = useRef<HTMLButtonElement>(null);
  const confirmed = pledge.status === 'confirmed';
  const editable = mayWrite && !confirmed;
  useEffect(() => back.current?.focus(), []);
  const preview = () =>
    onPreview({ kind: 'pledges', year, organizationId: null, officialIds: [pledge.officialId] });
  useCommand('print', preview);

  const save = useSaveInTurn(form, async (typed) => {
    const bad = sections.flatMap(({ id }) => badDues(itemsOf(typed[id])).map((key) => `${id}.${key}`));
    setDueErrors(new Set(bad));
    if (bad[0] !== undefined) {
      document.getElementById(`due-${bad[0]}`)?.focus();
      return false;
    }
    const { variant: typedVariant, formId: typedForm, duty = '', note = '' } = typed;
    try {
      const saved = await call('pledges.save', {
        year,
        officialId: pledge.officialId,
        version: pledge.version,
        variant: pledgeVariants.find((each) => each === typedVariant) ?? pledge.variant,
        formId: pledgeForms.find(({ id }) => id === typedForm)?.id ?? pledge.formId,
        duty,
        note,
        items: inputOf(
          typed,
          sections.map(({ id }) => id),
        ),
      });
      record.saved(typed, valuesOf(saved, everySection));
      queryClient.setQueryData(queryKeys.pledge(year, pledge.officialId), saved);
      await queryClient.invalidateQueries();
      notifyDone(text.saved(pledge.fullName));
      return true;
    } catch (error) {
      if (!hasCode(error, 'STALE_VERSION')) {
        notifyError(error);
        return false;
      }
      newer.refused();
      await queryClient.invalidateQueries();
      return false;
    }
  });

  const { identicalCount, identicalFrom } = pledge;
  const named = pledge.identicalTo.slice(0, MOST_NAMES);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Ctrl+S saves from anywhere in the pledge
    <div
      className={styles.editor}
      onKeyDown={(event) => {
        if (!event.ctrlKey || event.key.toLowerCase() !== 's' || event.nativeEvent.isComposing) return;
        event.preventDefault();
        if (editable) save();
      }}
    >
      <Page
        title={text.editorTitle(year)}
        lead={
          <Button ref={back} small onClick={onClose}>
            <IconArrowLeft size={16} aria-hidden />
            {text.back}
          </Button>
        }
        head={
          <>
            <Tabs label={text.editorTitle(year)} tabs={views} current={view} onChange={setView} />
            {isNarrow && (
              <Button small aria-pressed={sideOpen} onClick={() => setSideOpen(!sideOpen)}>
                {text.sideOf(pledge.fullName)}
              </Button>
            )}
            <Button small onClick={preview}>
              {text.print}
            </Button>
            {editable && (
              <Button
                small
                variant="primary"
                disabled={isSubmitting || (!isDirty && pledge.pledgeId !== null)}
                onClick={() => save()}
              >
                {isSubmitting ? commonText.saving : pledge.pledgeId === null ? text.begin : text.save}
              </Button>
            )}
          </>
        }
        panel={
          (!isNarrow || sideOpen) && (
            <PledgeSide
              year={year}
              pledge={pledge}
              mayWrite={mayWrite}
              unsaved={isDirty}
              onClose={isNarrow ? () => askBeforeClosing(() => setSideOpen(false)) : onClose}
            />
          )
        }
        foot={<span>{view === 'items' ? text.editorKeys : text.midYearKeys}</span>}
      >
        <div className={styles.content} hidden={view !== 'items'}>
          <RecordNotes record={record} />
          {confirmed && <p className={styles.notice}>{text.confirmedNote}</p>}
          {identicalCount >= identicalFrom && (
            <p className={styles.notice} role="status">
              {identicalPledgeNotice(identicalCount)}{' '}
              {text.identicalNames(
                named.map(({ fullName }) => fullName).join(', '),
                identicalCount - named.length,
              )}
            </p>
          )}
          <PledgeContent
            pledge={pledge}
            forms={pledgeForms}
            form={form}
            values={values}
            sections={sections}
            newer={newer}
            editable={editable}
            dueErrors={dueErrors}
            dueMessage={fieldErrorMessage('INVALID_DATE')}
          />
        </div>
        {view === 'midYear' && <MidYear year={year} pledge={pledge} mayWrite={mayWrite} />}
      </Page>
    </div>
  );
}
