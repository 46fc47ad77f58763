import type { SettingsShown, ShownPack } from '../../../db/contract/settings.ts';
import { formatHundredths } from '../../../db/contract/vi/numbers.ts';
import { ratingLevelNames } from '../../../db/contract/vi/ratings.ts';
import { factAspectNames, treatmentNames } from '../../../db/contract/vi/rule-packs/names.ts';
import { ruleSettingsText as text } from '../../../db/contract/vi/rule-settings-screen.ts';
import { settingsText, sourceStatusNames } from '../../../db/contract/vi/settings.ts';
import { parseScore } from '../../../db/domain/rating-bands.ts';
import { ratingLevels } from '../../../db/domain/ratings.ts';
import { type Treatment, treatments } from '../../../db/domain/rule-packs.ts';
import { SelectField, TextField } from '../../components/field.tsx';
import { formatDate, parsePercent } from '../../lib/format.ts';
import { PackCriteria } from './pack-criteria.tsx';
import { SettingForm } from './setting-form.tsx';
import styles from './settings.module.css';

type Fact = ShownPack['facts'][number];
/** By the number of the fact; '' is "as the rule has it". */
type Values = Record<`fact${number}`, string>;
const fieldOf = (index: number) => `fact${index}` as const;

const isTreatment = (value: unknown): value is Treatment => treatments.some((one) => one === value);

/** A value as it is typed and shown. */
function shown({ aspect }: Fact, value: Fact['value']): string {
  if (typeof value === 'boolean') return value ? text.yes : text.no;
  if (isTreatment(value)) return treatmentNames[value];
  return aspect === 'months' ? String(value) : formatHundredths(Number(value));
}

function typed(fact: Fact): string {
  if (fact.own === null) return '';
  if (typeof fact.own === 'boolean') return fact.own ? 'yes' : 'no';
  return isTreatment(fact.own) ? fact.own : shown(fact, fact.own);
}

/** Undefined where the typed text is no value of the fact; null for "as the rule has it". */
function ownOf({ aspect }: Fact, text: string): number | boolean | Treatment | null | undefined {
  const value = text.trim();
  if (value === '') return null;
  switch (aspect) {
    case 'enabled':
    case 'forbids':
      return value === 'yes';
    case 'treatment':
      return treatments.find((one) => one === value);
    case 'percent':
      return parsePercent(value) ?? undefined;
    case 'bandMinimum':
      return parseScore(value) ?? undefined;
    case 'months':
      return /^\d{1,2}$/.test(value) && Number(value) <= 24 ? Number(value) : undefined;
  }
}

const aboutOf = ({ aspect, about }: Fact): string =>
  aspect === 'bandMinimum'
    ? ratingLevelNames[ratingLevels.find((one) => one === about) ?? 'completed']
    : about;

interface PackFormProps {
  pack: ShownPack;
  index: number;
  overrides: SettingsShown['settings']['rulePackOverrides'];
  mayEdit: boolean;
}

/** One rule pack: what is sure of it, and the office's values where it is not. */
export function PackForm({ pack, index, overrides, mayEdit }: PackFormProps) {
  const { facts, rule, guidance, years } = pack;
  const open = facts.filter((fact) => fact.overridable).length;
  const current: Values = Object.fromEntries(facts.map((fact, number) => [fieldOf(number), typed(fact)]));
  const dated = (one: typeof rule) => ({ ...one, date: formatDate(one.date) });
  return (
    <details className={styles.pack}>
      <summary>
        <strong>{pack.title}</strong>
        <span className={styles.hint}>
          {[
            text.rule(dated(rule)),
            ...(guidance ? [text.guidance(dated(guidance))] : []),
            text.valid(formatDate(pack.validFrom), pack.validTo && formatDate(pack.validTo)),
            text.facts(facts.length, open),
          ].join(' · ')}
        </span>
        {years.length > 0 && <span>{text.locked(years)}</span>}
      </summary>
      <PackCriteria pack={pack} mayEdit={mayEdit} />
      <SettingForm
        draftKey={{ form: 'rulePack', recordId: index + 1 }}
        version={overrides.version}
        current={current}
        mayEdit={mayEdit}
        savedText={text.packSaved(pack.title)}
        inputOf={(values) => {
          const own = facts.flatMap((fact, number) => {
            const value = ownOf(fact, values[fieldOf(number)] ?? '');
            return value == null ? [] : [[fact.key, value] as const];
          });
          return {
            key: 'rulePackOverrides',
            version: overrides.version,
            value: { ...overrides.value, [pack.id]: Object.fromEntries(own) },
          };
        }}
      >
        {(form) => (
          <table className={styles.facts}>
            <thead>
              <tr>
                <th>{text.fact}</th>
                <th>{text.aspect}</th>
                <th>{text.byRule}</th>
                <th>{text.status}</th>
                <th>{text.own}</th>
              </tr>
            </thead>
            <tbody>
              {facts.map((fact, number) => {
                const field = fieldOf(number);
                const label = `${factAspectNames[fact.aspect]}: ${aboutOf(fact)}`;
                const repeats = facts[number - 1] && aboutOf(facts[number - 1] ?? fact) === aboutOf(fact);
                return (
                  <tr key={fact.key}>
                    <td>
                      {!repeats && (
                        <>
                          {aboutOf(fact)}
                          <p className={styles.hint}>{fact.source.note}</p>
                        </>
                      )}
                    </td>
                    <td>{factAspectNames[fact.aspect]}</td>
                    <td>{shown(fact, fact.value)}</td>
                    <td className={styles.factStatus}>{sourceStatusNames[fact.source.status]}</td>
                    <td>
                      {!fact.overridable ? null : fact.aspect === 'treatment' ? (
                        <SelectField aria-label={label} label="" {...form.register(field)}>
                          <option value="">{text.asRule}</option>
                          {treatments.map((one) => (
                            <option key={one} value={one}>
                              {treatmentNames[one]}
                            </option>
                          ))}
                        </SelectField>
                      ) : typeof fact.value === 'boolean' ? (
                        <SelectField aria-label={label} label="" {...form.register(field)}>
                          <option value="">{text.asRule}</option>
                          <option value="yes">{text.yes}</option>
                          <option value="no">{text.no}</option>
                        </SelectField>
                      ) : (
                        <TextField
                          aria-label={label}
                          label=""
                          inputMode="decimal"
                          maxLength={6}
                          error={form.formState.errors[field]?.message?.toString()}
                          {...form.register(field, {
                            validate: (value) =>
                              ownOf(fact, value) !== undefined ||
                              (fact.aspect === 'percent'
                                ? settingsText.capPercentInvalid
                                : text.numberInvalid),
                          })}
                        />
                      )}
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        )}
      </SettingForm>
    </details>
  );
}
