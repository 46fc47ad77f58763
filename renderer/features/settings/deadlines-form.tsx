import type { SettingsShown } from '../../../db/contract/settings.ts';
import {
  cycleStepNames,
  cycleStepNotes,
  deadlineSettingNames,
} from '../../../db/contract/vi/cycle-deadlines.ts';
import { ruleSettingsText as text } from '../../../db/contract/vi/rule-settings-screen.ts';
import { settingNames } from '../../../db/contract/vi/settings-rules.ts';
import { type CycleStep, cycleSteps, perStep, stepDefaults } from '../../../db/domain/cycle-deadlines.ts';
import { daysInMonth } from '../../../db/domain/dates.ts';
import { CheckField, TextField } from '../../components/field.tsx';
import { NewerField } from '../../components/newer-note.tsx';
import { SettingForm } from './setting-form.tsx';
import styles from './settings.module.css';

type Deadlines = SettingsShown['settings']['deadlines'];
type Values = Record<CycleStep | 'quarterDay', string> & { moveWeekends: boolean };

const two = (value: number) => String(value).padStart(2, '0');
const shown = ({ day, month }: { day: number; month: number }) => `${two(day)}/${two(month)}`;

/** '31/12' -> day and month; null when there is no such day in any year. */
function parseDayMonth(typed: string): { day: number; month: number } | null {
  const match = /^(\d{1,2})[/.-](\d{1,2})$/.exec(typed.trim());
  const [day, month] = [Number(match?.[1] ?? 0), Number(match?.[2] ?? 0)];
  // A leap year: 29/02 may be set.
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(2024, month) ? { day, month } : null;
}

const valuesOf = ({ value }: Deadlines): Values => ({
  ...perStep((step) => shown(value.days[step] ?? stepDefaults[step])),
  quarterDay: String(value.quarterDay),
  moveWeekends: value.moveWeekends,
});

/** Days of the yearly plan; a step as the default has it is not kept as the office's own. */
function daysOf(values: Values): Deadlines['value']['days'] {
  return Object.fromEntries(
    cycleSteps.flatMap((step) => {
      const day = parseDayMonth(values[step]);
      return day && shown(day) !== shown(stepDefaults[step]) ? [[step, day]] : [];
    }),
  );
}

export function DeadlinesForm({ setting, mayEdit }: { setting: Deadlines; mayEdit: boolean }) {
  return (
    <SettingForm
      draftKey={{ form: 'setting', recordId: 4 }}
      version={setting.version}
      current={valuesOf(setting)}
      mayEdit={mayEdit}
      savedText={text.saved(settingNames.deadlines)}
      inputOf={(values) => ({
        key: 'deadlines',
        version: setting.version,
        value: {
          days: daysOf(values),
          quarterDay: Number(values.quarterDay),
          moveWeekends: values.moveWeekends,
        },
      })}
    >
      {(form, newer) => (
        <>
          <div className={styles.deadlines}>
            {cycleSteps.map((step) => (
              <div key={step}>
                <TextField
                  label={`${cycleStepNames[step]}${stepDefaults[step].yearsLater === 1 ? ` (${text.nextYear})` : ''}`}
                  hint={cycleStepNotes[step]}
                  maxLength={5}
                  error={form.formState.errors[step]?.message}
                  {...form.register(step, {
                    validate: (typed) => parseDayMonth(typed) !== null || text.dayMonthInvalid,
                  })}
                />
                <NewerField newer={newer} field={step} />
              </div>
            ))}
            <div>
              <TextField
                label={deadlineSettingNames.quarterDay}
                inputMode="numeric"
                maxLength={2}
                error={form.formState.errors.quarterDay?.message}
                {...form.register('quarterDay', {
                  validate: (typed) =>
                    (/^\d{1,2}$/.test(typed.trim()) && Number(typed) >= 1 && Number(typed) <= 31) ||
                    text.numberInvalid,
                })}
              />
              <NewerField newer={newer} field="quarterDay" />
            </div>
          </div>
          <CheckField label={deadlineSettingNames.moveWeekends} {...form.register('moveWeekends')} />
        </>
      )}
    </SettingForm>
  );
}
