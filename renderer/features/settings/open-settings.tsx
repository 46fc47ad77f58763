import type { SettingsShown } from '../../../db/contract/settings.ts';
import { votingBaseNames } from '../../../db/contract/vi/ballots.ts';
import { formatHundredths } from '../../../db/contract/vi/numbers.ts';
import { organizationKindNames } from '../../../db/contract/vi/organizations.ts';
import { ruleSettingsText as text } from '../../../db/contract/vi/rule-settings-screen.ts';
import { settingsText } from '../../../db/contract/vi/settings.ts';
import { settingNames } from '../../../db/contract/vi/settings-rules.ts';
import { votingBases } from '../../../db/domain/ballots.ts';
import { organizationKinds } from '../../../db/domain/people.ts';
import { CheckField, SelectField, TextField } from '../../components/field.tsx';
import { NewerField } from '../../components/newer-note.tsx';
import { parsePercent } from '../../lib/format.ts';
import { DeadlinesForm } from './deadlines-form.tsx';
import { ExceptionUnits } from './exception-units.tsx';
import { PaperSettings } from './paper-settings.tsx';
import { QualityLimitSettings } from './quality-limit-settings.tsx';
import { Setting } from './setting.tsx';
import { SettingForm } from './setting-form.tsx';
import styles from './settings.module.css';

interface OpenSettingsProps {
  settings: SettingsShown['settings'];
  mayEdit: boolean;
}

const isWhole = (least: number, most: number) => (typed: string) =>
  (/^\s*\d{1,4}\s*$/.test(typed) && Number(typed) >= least && Number(typed) <= most) || text.numberInvalid;

/** What rules leave open: each with its default, where that comes from, and the office's value. */
export function OpenSettings({ settings, mayEdit }: OpenSettingsProps) {
  const {
    votingRule,
    capException,
    basePartyKinds,
    remediationSoonDays,
    samePledgeTexts,
    violationsCountOnce,
  } = settings;
  return (
    <>
      <Setting name="votingRule">
        <SettingForm
          draftKey={{ form: 'setting', recordId: 1 }}
          version={votingRule.version}
          current={{ base: votingRule.value.base, cascade: votingRule.value.cascade }}
          mayEdit={mayEdit}
          savedText={text.saved(settingNames.votingRule)}
          inputOf={({ base, cascade }) => ({
            key: 'votingRule',
            version: votingRule.version,
            value: { base, cascade },
          })}
        >
          {(form, newer) => (
            <>
              <SelectField label={text.votingBase} {...form.register('base')}>
                {votingBases.map((base) => (
                  <option key={base} value={base}>
                    {votingBaseNames[base]}
                  </option>
                ))}
              </SelectField>
              <NewerField newer={newer} field="base" />
              <CheckField label={text.cascade} {...form.register('cascade')} />
            </>
          )}
        </SettingForm>
      </Setting>
      <Setting name="capException">
        <SettingForm
          draftKey={{ form: 'setting', recordId: 2 }}
          version={capException.version}
          current={{
            percent: formatHundredths(capException.value.percentHundredths),
            units: capException.value.organizationIds.join(' '),
          }}
          mayEdit={mayEdit}
          savedText={text.saved(settingNames.capException)}
          inputOf={({ percent, units }) => {
            const percentHundredths = parsePercent(percent);
            if (percentHundredths === null) return null;
            const organizationIds = units.split(' ').filter(Boolean).map(Number);
            return {
              key: 'capException',
              version: capException.version,
              value: { percentHundredths, organizationIds },
            };
          }}
        >
          {(form, newer) => (
            <>
              <TextField
                label={text.exceptionPercent}
                inputMode="decimal"
                maxLength={7}
                error={form.formState.errors.percent?.message}
                {...form.register('percent', {
                  validate: (typed) => parsePercent(typed) !== null || settingsText.capPercentInvalid,
                })}
              />
              <NewerField newer={newer} field="percent" />
              <ExceptionUnits
                units={form.watch('units')}
                onChange={(units) => form.setValue('units', units, { shouldDirty: true })}
              />
            </>
          )}
        </SettingForm>
      </Setting>
      <Setting name="violationsCountOnce">
        <SettingForm
          draftKey={{ form: 'setting', recordId: 11 }}
          version={violationsCountOnce.version}
          current={{ once: violationsCountOnce.value }}
          mayEdit={mayEdit}
          savedText={text.saved(settingNames.violationsCountOnce)}
          inputOf={({ once }) => ({
            key: 'violationsCountOnce',
            version: violationsCountOnce.version,
            value: once,
          })}
        >
          {(form) => <CheckField label={text.violationsCountOnce} {...form.register('once')} />}
        </SettingForm>
      </Setting>
      <Setting name="basePartyKinds">
        <SettingForm
          draftKey={{ form: 'setting', recordId: 3 }}
          version={basePartyKinds.version}
          current={kindTicks(basePartyKinds.value)}
          mayEdit={mayEdit}
          savedText={text.saved(settingNames.basePartyKinds)}
          inputOf={(ticks) => ({
            key: 'basePartyKinds',
            version: basePartyKinds.version,
            value: organizationKinds.filter((kind) => ticks[kind]),
          })}
        >
          {(form) => (
            <div className={styles.checks}>
              {organizationKinds.map((kind) => (
                <CheckField key={kind} label={organizationKindNames[kind]} {...form.register(kind)} />
              ))}
            </div>
          )}
        </SettingForm>
      </Setting>
      <PaperSettings settings={settings} mayEdit={mayEdit} />
      <Setting name="deadlines">
        <DeadlinesForm setting={settings.deadlines} mayEdit={mayEdit} />
      </Setting>
      <Setting name="remediationSoonDays">
        <SettingForm
          draftKey={{ form: 'setting', recordId: 5 }}
          version={remediationSoonDays.version}
          current={{ count: String(remediationSoonDays.value) }}
          mayEdit={mayEdit}
          savedText={text.saved(settingNames.remediationSoonDays)}
          inputOf={({ count }) => ({
            key: 'remediationSoonDays',
            version: remediationSoonDays.version,
            value: Number(count),
          })}
        >
          {(form, newer) => (
            <>
              <TextField
                label={text.days}
                inputMode="numeric"
                maxLength={4}
                error={form.formState.errors.count?.message}
                {...form.register('count', { validate: isWhole(0, 365) })}
              />
              <NewerField newer={newer} field="count" />
            </>
          )}
        </SettingForm>
      </Setting>
      <Setting name="samePledgeTexts">
        <SettingForm
          draftKey={{ form: 'setting', recordId: 6 }}
          version={samePledgeTexts.version}
          current={{ count: String(samePledgeTexts.value) }}
          mayEdit={mayEdit}
          savedText={text.saved(settingNames.samePledgeTexts)}
          inputOf={({ count }) => ({
            key: 'samePledgeTexts',
            version: samePledgeTexts.version,
            value: Number(count),
          })}
        >
          {(form, newer) => (
            <>
              <TextField
                label={text.pledges}
                inputMode="numeric"
                maxLength={4}
                error={form.formState.errors.count?.message}
                {...form.register('count', { validate: isWhole(1, 1000) })}
              />
              <NewerField newer={newer} field="count" />
            </>
          )}
        </SettingForm>
      </Setting>
      <QualityLimitSettings settings={settings} mayEdit={mayEdit} />
    </>
  );
}

type KindTicks = Record<(typeof organizationKinds)[number], boolean>;
const kindTicks = (kinds: readonly string[]): KindTicks => {
  const ticked = (kind: keyof KindTicks) => kinds.includes(kind);
  return {
    province: ticked('province'),
    district: ticked('district'),
    commune: ticked('commune'),
    partyBody: ticked('partyBody'),
    partyCell: ticked('partyCell'),
    partyGroup: ticked('partyGroup'),
    frontCommittee: ticked('frontCommittee'),
    massOrganization: ticked('massOrganization'),
    agency: ticked('agency'),
    residentialArea: ticked('residentialArea'),
  };
};
