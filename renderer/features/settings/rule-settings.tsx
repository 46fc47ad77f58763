import { useQuery } from '@tanstack/react-query';
import { ruleSettingsText as text } from '../../../db/contract/vi/rule-settings-screen.ts';
import { FailedState, Loading } from '../../components/state.tsx';
import { call } from '../../lib/api.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import { CriteriaImport } from './criteria-import.tsx';
import { OpenSettings } from './open-settings.tsx';
import { PackForm } from './pack-form.tsx';
import styles from './settings.module.css';

/** Rule packs in force by date with what is sure of them, and what rules leave open. */
export function RuleSettings({ mayEdit }: { mayEdit: boolean }) {
  const settings = useQuery({ queryKey: queryKeys.settings, queryFn: () => call('settings.get', {}) });
  if (settings.isError) return <FailedState error={settings.error} onRetry={() => void settings.refetch()} />;
  if (!settings.data) return <Loading />;
  const { packs, settings: values } = settings.data;
  return (
    <>
      <section className={styles.section} aria-labelledby="settings-packs">
        <h2 id="settings-packs" className={styles.title}>
          {text.packsTitle}
        </h2>
        <p className={styles.text}>{text.packsText}</p>
        {packs
          .map((pack, index) => (
            <PackForm
              key={pack.id}
              pack={pack}
              index={index}
              overrides={values.rulePackOverrides}
              mayEdit={mayEdit}
            />
          ))
          .reverse()}
        {mayEdit && <CriteriaImport packs={packs} />}
      </section>
      <section className={styles.section} aria-labelledby="settings-open">
        <h2 id="settings-open" className={styles.title}>
          {text.openTitle}
        </h2>
        <p className={styles.text}>{text.openText}</p>
        <OpenSettings settings={values} mayEdit={mayEdit} />
      </section>
    </>
  );
}
