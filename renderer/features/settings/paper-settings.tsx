import { paperLayouts, type SettingsShown } from '../../../db/contract/settings.ts';
import { ruleSettingsText as text } from '../../../db/contract/vi/rule-settings-screen.ts';
import { settingNames } from '../../../db/contract/vi/settings-rules.ts';
import { SelectField, TextAreaField } from '../../components/field.tsx';
import { NewerField } from '../../components/newer-note.tsx';
import { Setting } from './setting.tsx';
import { SettingForm } from './setting-form.tsx';

interface PaperSettingsProps {
  settings: Pick<SettingsShown['settings'], 'paperLayout' | 'pledgeBasis'>;
  mayEdit: boolean;
}

const linesOf = (typed: string): string[] =>
  typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** How papers are laid out, and the lines that offices word themselves. */
export function PaperSettings({ settings: { paperLayout, pledgeBasis }, mayEdit }: PaperSettingsProps) {
  return (
    <>
      <Setting name="paperLayout">
        <SettingForm
          draftKey={{ form: 'setting', recordId: 7 }}
          version={paperLayout.version}
          current={{ layout: paperLayout.value }}
          mayEdit={mayEdit}
          savedText={text.saved(settingNames.paperLayout)}
          inputOf={({ layout }) => ({ key: 'paperLayout', version: paperLayout.version, value: layout })}
        >
          {(form, newer) => (
            <>
              <SelectField label={text.layout} {...form.register('layout')}>
                {paperLayouts.map((layout) => (
                  <option key={layout} value={layout}>
                    {text.layouts[layout]}
                  </option>
                ))}
              </SelectField>
              <NewerField newer={newer} field="layout" />
            </>
          )}
        </SettingForm>
      </Setting>
      <Setting name="pledgeBasis">
        <SettingForm
          draftKey={{ form: 'setting', recordId: 8 }}
          version={pledgeBasis.version}
          current={{ lines: pledgeBasis.value.join('\n') }}
          mayEdit={mayEdit}
          savedText={text.saved(settingNames.pledgeBasis)}
          inputOf={({ lines }) => ({
            key: 'pledgeBasis',
            version: pledgeBasis.version,
            value: linesOf(lines),
          })}
        >
          {(form, newer) => (
            <>
              <TextAreaField
                label={text.basisLines}
                rows={4}
                error={form.formState.errors.lines?.message}
                {...form.register('lines', {
                  validate: (typed) =>
                    (linesOf(typed).length <= 20 && linesOf(typed).every((line) => line.length <= 400)) ||
                    text.basisTooLong,
                })}
              />
              <NewerField newer={newer} field="lines" />
            </>
          )}
        </SettingForm>
      </Setting>
    </>
  );
}
