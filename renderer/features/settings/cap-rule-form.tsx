import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import IconCircleCheck from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs';
import IconHelpCircle from '@tabler/icons-react/dist/esm/icons/IconHelpCircle.mjs';
import { useQueryClient } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import type { DatedCapRule, UpdateCapRuleInput } from '../../../db/contract/caps.ts';
import { commonText } from '../../../db/contract/vi/common.ts';
import { formatHundredths } from '../../../db/contract/vi/numbers.ts';
import { capBaseNames, capRoundingNames, capScopeNames } from '../../../db/contract/vi/ratings.ts';
import { settingsText, sourceStatusNames, sourceStatusNotes } from '../../../db/contract/vi/settings.ts';
import {
  type CapBase,
  type CapRounding,
  type CapScope,
  capAllowed,
  capBases,
  capRoundings,
  capScopes,
} from '../../../db/domain/excellence-cap.ts';
import { notifyDone, notifyError } from '../../app/notifier/notices.ts';
import { RecordNotes } from '../../app/record-notes.tsx';
import { useRecordForm } from '../../app/use-record-form.ts';
import { Button } from '../../components/button.tsx';
import { SelectField, TextField } from '../../components/field.tsx';
import { NewerField } from '../../components/newer-note.tsx';
import { call } from '../../lib/api.ts';
import { hasCode } from '../../lib/app-error.ts';
import { formatDate, parsePercent } from '../../lib/format.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import styles from './settings.module.css';

interface Values {
  percent: string;
  base: CapBase;
  scope: CapScope;
  rounding: CapRounding;
}

const valuesOf = (rule: DatedCapRule): Values => ({
  percent: formatHundredths(rule.percentHundredths),
  base: rule.base,
  scope: rule.scope,
  rounding: rule.rounding,
});
const nameOf = (names: Readonly<Record<string, string>>, value: string): string => names[value] ?? value;
const EXAMPLE_BASE = 72;

/** One dated rule of the cap, where it comes from, and how sure that is. */
export function CapRuleForm({ rule, mayEdit }: { rule: DatedCapRule; mayEdit: boolean }) {
  const queryClient = useQueryClient();
  const current = valuesOf(rule);
  const form = useForm<Values>({ defaultValues: current });
  const { isDirty, isSubmitting, errors } = form.formState;
  const record = useRecordForm(form, current, {
    key: { form: 'capRule', recordId: rule.id, partId: null },
    version: rule.version,
    title: () => '',
  });
  const { newer } = record;
  const percent = parsePercent(form.watch('percent'));
  const rounding = form.watch('rounding');

  const refresh = async () => {
    await queryClient.invalidateQueries({ queryKey: queryKeys.capRules });
    void queryClient.invalidateQueries({ queryKey: queryKeys.ratings });
  };
  const submit = form.handleSubmit(async (values) => {
    const { id, version, percentHundredths, base, scope, rounding: before } = rule;
    const next: UpdateCapRuleInput = {
      id,
      version,
      percentHundredths: parsePercent(values.percent) ?? percentHundredths,
      base: values.base,
      scope: values.scope,
      rounding: values.rounding,
    };
    try {
      const saved = await call('capRules.update', next);
      record.saved(values, valuesOf(saved));
      await refresh();
      notifyDone(settingsText.capSaved, {
        actions: [
          {
            label: commonText.undo,
            run: async () => {
              const restored = await call('capRules.update', {
                id,
                version: saved.version,
                percentHundredths,
                base,
                scope,
                rounding: before,
              });
              form.reset(valuesOf(restored));
              await refresh();
              notifyDone(settingsText.capUndone);
            },
          },
        ],
      });
    } catch (error) {
      if (hasCode(error, 'STALE_VERSION')) {
        newer.refused();
        await refresh();
      } else notifyError(error);
    }
  });

  return (
    <form className={styles.cap} onSubmit={submit} noValidate>
      <RecordNotes record={record} />
      <div className={styles.capFields}>
        <TextField
          label={settingsText.capPercent}
          inputMode="decimal"
          maxLength={7}
          disabled={!mayEdit}
          error={errors.percent?.message}
          {...form.register('percent', {
            validate: (typed) => parsePercent(typed) !== null || settingsText.capPercentInvalid,
          })}
        />
        <SelectField label={settingsText.capBase} disabled={!mayEdit} {...form.register('base')}>
          {capBases.map((base) => (
            <option key={base} value={base}>
              {capBaseNames[base]}
            </option>
          ))}
        </SelectField>
        <SelectField label={settingsText.capScope} disabled={!mayEdit} {...form.register('scope')}>
          {capScopes.map((scope) => (
            <option key={scope} value={scope}>
              {capScopeNames[scope]}
            </option>
          ))}
        </SelectField>
        <SelectField label={settingsText.capRounding} disabled={!mayEdit} {...form.register('rounding')}>
          {capRoundings.map((each) => (
            <option key={each} value={each}>
              {capRoundingNames[each]}
            </option>
          ))}
        </SelectField>
      </div>
      <NewerField newer={newer} field="percent" />
      <NewerField newer={newer} field="base" show={(base) => nameOf(capBaseNames, base)} />
      <NewerField newer={newer} field="scope" show={(scope) => nameOf(capScopeNames, scope)} />
      <NewerField newer={newer} field="rounding" show={(each) => nameOf(capRoundingNames, each)} />
      {percent !== null && (
        <p className={styles.hint}>
          {settingsText.capExample(
            capAllowed(EXAMPLE_BASE, { percentHundredths: percent, rounding }),
            EXAMPLE_BASE,
          )}
        </p>
      )}
      <dl className={styles.source}>
        <dt>{settingsText.capSource}</dt>
        <dd>{rule.source}</dd>
        <dt>{settingsText.capValid}</dt>
        <dd>
          {settingsText.capPeriod(formatDate(rule.validFrom), rule.validTo && formatDate(rule.validTo))}
        </dd>
        <dt>{settingsText.capSourceStatus}</dt>
        <dd>
          <SourceStatus status={rule.sourceStatus} />
        </dd>
      </dl>
      {isDirty && (
        <div className={styles.acts}>
          <Button type="submit" variant="primary" disabled={isSubmitting}>
            {isSubmitting ? commonText.saving : commonText.save}
          </Button>
          <Button onClick={record.giveUp}>{commonText.discard}</Button>
          <span className={styles.hint}>{settingsText.notSaved}</span>
        </div>
      )}
    </form>
  );
}

const statusIcons = { confirmed: IconCircleCheck, secondary: IconHelpCircle, unconfirmed: IconAlertTriangle };

function SourceStatus({ status }: { status: DatedCapRule['sourceStatus'] }) {
  const Icon = statusIcons[status];
  return (
    <span className={styles.status}>
      <Icon size={16} aria-hidden />
      <span>
        <strong>{sourceStatusNames[status]}.</strong> {sourceStatusNotes[status]}
      </span>
    </span>
  );
}
