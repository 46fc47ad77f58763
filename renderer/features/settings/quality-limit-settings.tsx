import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs';
import { z } from 'zod';
import type { SettingsShown } from '../../../db/contract/settings.ts';
import { ruleSettingsText as text } from '../../../db/contract/vi/rule-settings-screen.ts';
import { settingNames } from '../../../db/contract/vi/settings-rules.ts';
import { parseTypedDate } from '../../../db/domain/dates.ts';
import { type QualityLimit, qualityLimitFaults } from '../../../db/domain/quality-limits.ts';
import { Button, IconButton } from '../../components/button.tsx';
import { TextField } from '../../components/field.tsx';
import { NewerField } from '../../components/newer-note.tsx';
import { formatDate } from '../../lib/format.ts';
import { Setting } from './setting.tsx';
import { SettingForm } from './setting-form.tsx';
import styles from './settings.module.css';

type LimitSetting = 'admissionAges' | 'probationMonths';

/** What is typed, limit by limit; a form and its draft keep it as one text. */
const typedLimits = z.array(z.object({ from: z.string(), least: z.string(), most: z.string() }));
type TypedLimit = z.infer<typeof typedLimits>[number];

const asTyped = (limits: readonly QualityLimit[]): string =>
  JSON.stringify(
    limits.map(({ from, least, most }) => ({
      from: formatDate(from),
      least: String(least),
      most: String(most),
    })),
  );
const readTyped = (typed: string): TypedLimit[] => typedLimits.parse(JSON.parse(typed));

const wholeNumber = (typed: string, most: number): number | null => {
  const value = Number(typed);
  return /^\s*\d{1,3}\s*$/.test(typed) && value <= most ? value : null;
};

type LimitField = 'from' | 'least' | 'most';
type Faults = ReadonlyMap<string, string>;

/** The limits, or what is wrong at which field of which of them. */
function limitsOf(typed: readonly TypedLimit[], most: number): { limits: QualityLimit[]; faults: Faults } {
  const faults = new Map<string, string>();
  const limits = typed.map((limit, place) => {
    const numberOf = (field: 'least' | 'most') => {
      const value = wholeNumber(limit[field], most);
      if (value === null) faults.set(`${place}.${field}`, text.numberInvalid);
      return value ?? 0;
    };
    const day = parseTypedDate(limit.from);
    return {
      from: place === 0 ? null : day?.length === 10 ? day : null,
      least: numberOf('least'),
      most: numberOf('most'),
    };
  });
  for (const [place, fault] of qualityLimitFaults(limits)) {
    const field = fault === 'order' ? `${place}.from` : `${place}.most`;
    if (!faults.has(field)) faults.set(field, fault === 'order' ? text.limitOrder : text.limitRange);
  }
  return { limits, faults };
}

interface LimitRowsProps {
  label: string;
  unit: string;
  rows: readonly TypedLimit[];
  faults: Faults;
  onChange: (rows: readonly TypedLimit[]) => void;
}

function LimitRows({ label, unit, rows, faults, onChange }: LimitRowsProps) {
  const change = (place: number, field: LimitField, value: string) =>
    onChange(rows.map((row, index) => (index === place ? { ...row, [field]: value } : row)));
  const field = (place: number, name: LimitField, title: string) => (
    <TextField
      label={title}
      value={rows[place]?.[name] ?? ''}
      maxLength={name === 'from' ? 10 : 3}
      inputMode={name === 'from' ? undefined : 'numeric'}
      error={faults.get(`${place}.${name}`)}
      onChange={(event) => change(place, name, event.target.value)}
    />
  );
  return (
    <div className={styles.wideFields}>
      {rows.map((_row, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a limit is known by its place only
        <fieldset key={place} className={styles.limits} aria-label={`${label} ${place + 1}`}>
          {place === 0 ? (
            <TextField label={text.limitFrom} value={text.limitSinceEver} disabled readOnly />
          ) : (
            field(place, 'from', text.limitFrom)
          )}
          {field(place, 'least', text.limitLeast(unit))}
          {field(place, 'most', text.limitMost(unit))}
          {place > 0 && (
            <span className={styles.remove}>
              <IconButton
                small
                label={text.limitRemove(place + 1)}
                onClick={() => onChange(rows.filter((_each, index) => index !== place))}
              >
                <IconX size={16} aria-hidden />
              </IconButton>
            </span>
          )}
        </fieldset>
      ))}
      <Button
        small
        disabled={rows.length >= 20}
        onClick={() => {
          const { least = '', most = '' } = rows.at(-1) ?? {};
          onChange([...rows, { from: '', least, most }]);
        }}
      >
        <IconPlus size={16} aria-hidden />
        {text.limitAdd}
      </Button>
    </div>
  );
}

const parts = [
  { name: 'admissionAges', unit: text.years, most: 120, draft: 9 },
  { name: 'probationMonths', unit: text.months, most: 240, draft: 10 },
] as const satisfies ReadonlyArray<{ name: LimitSetting; unit: string; most: number; draft: number }>;

interface QualityLimitSettingsProps {
  settings: SettingsShown['settings'];
  mayEdit: boolean;
}

/** What the list of odd things takes for usual, by the day of admission. */
export function QualityLimitSettings({ settings, mayEdit }: QualityLimitSettingsProps) {
  return parts.map(({ name, unit, most, draft }) => {
    const { value, version } = settings[name];
    return (
      <Setting key={name} name={name}>
        <SettingForm
          draftKey={{ form: 'setting', recordId: draft }}
          version={version}
          current={{ limits: asTyped(value) }}
          mayEdit={mayEdit}
          savedText={text.saved(settingNames[name])}
          inputOf={({ limits: typed }) => {
            const { limits, faults } = limitsOf(readTyped(typed), most);
            return faults.size > 0 ? null : { key: name, version, value: limits };
          }}
        >
          {(form, newer) => {
            const typed = readTyped(form.watch('limits'));
            const faults = limitsOf(typed, most).faults;
            return (
              <>
                <LimitRows
                  label={text.limits(settingNames[name])}
                  unit={unit}
                  rows={typed}
                  faults={form.formState.isSubmitted ? faults : new Map()}
                  onChange={(rows) => form.setValue('limits', JSON.stringify(rows), { shouldDirty: true })}
                />
                <NewerField
                  newer={newer}
                  field="limits"
                  show={(newerTyped) => readTyped(newerTyped).map(text.limitShown).join('; ')}
                />
              </>
            );
          }}
        </SettingForm>
      </Setting>
    );
  });
}
