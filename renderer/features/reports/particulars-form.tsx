import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useForm } from 'react-hook-form';
import type { DocumentInput } from '../../../db/contract/documents.ts';
import type { PaperParticulars, ShownParticulars } from '../../../db/contract/paper-particulars.ts';
import { commonText } from '../../../db/contract/vi/common.ts';
import { particularsText as text } from '../../../db/contract/vi/paper-particulars.ts';
import { ruleSettingsText } from '../../../db/contract/vi/rule-settings-screen.ts';
import { notifyDone, notifyError } from '../../app/notifier/notices.ts';
import { RecordNotes } from '../../app/record-notes.tsx';
import { useRecordForm } from '../../app/use-record-form.ts';
import { Button } from '../../components/button.tsx';
import { DetailPanel, PanelSection } from '../../components/detail-panel.tsx';
import { SelectField, TextAreaField, TextField } from '../../components/field.tsx';
import { NewerField } from '../../components/newer-note.tsx';
import { call } from '../../lib/api.ts';
import { hasCode } from '../../lib/app-error.ts';
import { showFieldErrors } from '../../lib/form-errors.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import { onFormKey } from '../officials/form-keys.ts';
import { isFullDay } from '../officials/full-day.ts';
import formStyles from '../officials/official-form.module.css';
import { withoutPrefix } from '../officials/without-prefix.ts';
import styles from './particulars-form.module.css';
import {
  has,
  linesOf,
  type ParticularsValues,
  particularsOfValues,
  textsOf,
  valuesOf,
} from './particulars-values.ts';

interface ParticularsFormProps {
  document: DocumentInput;
  paper: ShownParticulars;
  onClose: () => void;
  onSaved: () => void;
}

const MOST_LINES = 40;
const fewLines = (longest: number) => (typed: string) => {
  const lines = linesOf(typed);
  if (lines.length > MOST_LINES) return text.tooManyLines(MOST_LINES);
  return lines.every((line) => line.length <= longest) || text.lineTooLong(longest);
};

/** Number, day, heads, texts, signature and recipients of one paper, kept with it. */
export function ParticularsForm({ document, paper, onClose, onSaved }: ParticularsFormProps) {
  const queryClient = useQueryClient();
  const current = valuesOf(paper);
  const form = useForm<ParticularsValues>({ defaultValues: current });
  const { errors, isDirty, isSubmitting } = form.formState;
  const record = useRecordForm(form, current, {
    key: { form: 'paper', ...paper.draft },
    version: paper.version === 0 ? null : paper.version,
    title: () => paper.name,
  });
  const { newer } = record;
  const first = has(paper, 'head') ? 'number' : 'basis';
  useEffect(() => form.setFocus(first), [form, first]);

  const keep = async (version: number, particulars: PaperParticulars) => {
    const saved = await call('papers.saveParticulars', { document, version, particulars });
    onSaved();
    return saved;
  };
  const show = (saved: Awaited<ReturnType<typeof keep>>) =>
    queryClient.setQueryData(queryKeys.paperParticulars(document), saved);
  const submit = form.handleSubmit(async (values) => {
    try {
      const saved = await keep(paper.version, particularsOfValues(values));
      if (saved.paper === null) record.saved();
      else record.saved(values, valuesOf(saved.paper));
      show(saved);
      const run = async () => {
        show(await keep(paper.version + 1, paper.particulars));
      };
      notifyDone(
        text.saved,
        paper.version === 0 ? undefined : { actions: [{ label: commonText.undo, run }] },
      );
    } catch (error) {
      if (hasCode(error, 'STALE_VERSION')) {
        newer.refused();
        await queryClient.refetchQueries({ queryKey: queryKeys.paperParticulars(document) });
      } else if (!showFieldErrors(withoutPrefix(error, 'particulars.'), fieldNames, form.setError))
        notifyError(error);
    }
  });

  type Rule = { validate?: (typed: string) => true | string; hint?: string; rows?: number };
  const line = (field: keyof ParticularsValues, label: string, { validate, hint }: Rule = {}) => (
    <div>
      <TextField
        label={label}
        hint={hint}
        error={errors[field]?.message}
        {...form.register(field, validate ? { validate } : {})}
      />
      <NewerField newer={newer} field={field} />
    </div>
  );
  const area = (field: keyof ParticularsValues, label: string, { validate, rows = 3 }: Rule = {}) => (
    <div>
      <TextAreaField
        label={label}
        rows={rows}
        error={errors[field]?.message}
        {...form.register(field, validate ? { validate } : {})}
      />
      <NewerField newer={newer} field={field} />
    </div>
  );
  return (
    <DetailPanel title={text.title} subtitle={paper.name} onClose={onClose}>
      <form className={styles.form} onSubmit={submit} onKeyDown={onFormKey} noValidate>
        <RecordNotes record={record} />
        <p className={formStyles.hint}>{whence(paper)}</p>
        {has(paper, 'head') && (
          <PanelSection title={text.groups.head}>
            <div className={styles.group}>
              <div className={styles.pair}>
                {line('number', text.number)}
                {line('symbol', text.symbol)}
              </div>
              {line('place', text.place)}
              {line('day', text.day, {
                hint: text.dayExample,
                validate: (typed) => typed.trim() === '' || isFullDay(typed),
              })}
              {line('superiorHead', text.superiorHead)}
              {line('issuingHead', text.issuingHead)}
            </div>
          </PanelSection>
        )}
        {has(paper, 'basis') && (
          <PanelSection title={text.groups.content}>
            <div className={styles.group}>
              {area('basis', text.basis, { validate: fewLines(600), rows: 4 })}
              {textsOf(paper).map((each) => (
                <div key={each}>{area(each, text.texts[each], { rows: 5 })}</div>
              ))}
            </div>
          </PanelSection>
        )}
        <PanelSection title={has(paper, 'recipients') ? text.groups.signature : text.groups.look}>
          <div className={styles.group}>
            {has(paper, 'preparer') && line('preparer', text.preparer)}
            {has(paper, 'signature') && (
              <>
                {line('authority', text.authority)}
                {line('title', text.signerTitle)}
                {line('signer', text.signer)}
              </>
            )}
            {has(paper, 'recipients') && area('recipients', text.recipients, { validate: fewLines(300) })}
            <SelectField label={text.layout} {...form.register('layout')}>
              {(['A', 'B'] as const).map((layout) => (
                <option key={layout} value={layout}>
                  {ruleSettingsText.layouts[layout]}
                </option>
              ))}
            </SelectField>
          </div>
        </PanelSection>
        <div className={formStyles.acts}>
          <Button type="submit" variant="primary" disabled={isSubmitting || (paper.version > 0 && !isDirty)}>
            {isSubmitting ? commonText.saving : commonText.save}
          </Button>
          <Button onClick={onClose}>{commonText.close}</Button>
        </div>
      </form>
    </DetailPanel>
  );
}

function whence({ version, from }: ShownParticulars): string {
  if (version > 0) return text.keptHint;
  return from === null ? text.fromSettings : text.fromPeriod(from.year, from.quarter);
}

const fieldNames = [
  'number',
  'symbol',
  'place',
  'day',
  'superiorHead',
  'issuingHead',
  'basis',
  'aims',
  'carryingOut',
  'results',
  'late',
  'next',
  'preparer',
  'authority',
  'title',
  'signer',
  'recipients',
] as const satisfies readonly (keyof ParticularsValues)[];
