import { useQuery } from '@tanstack/react-query';
import { pageNames } from '../../../db/contract/vi/navigation.ts';
import { settingsText } from '../../../db/contract/vi/settings.ts';
import { session } from '../../app/session.ts';
import { Page, PageBody } from '../../components/page.tsx';
import { FailedState, Loading } from '../../components/state.tsx';
import { call } from '../../lib/api.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import { useStore } from '../../lib/store.ts';
import { About } from './about.tsx';
import { CapRuleForm } from './cap-rule-form.tsx';
import { OfficeForm } from './office-form.tsx';
import { RuleSettings } from './rule-settings.tsx';
import styles from './settings.module.css';

export default function SettingsPage() {
  const current = useStore(session);
  const mayEdit = current.phase === 'open' && current.user.role === 'administrator';
  const office = useQuery({ queryKey: queryKeys.office, queryFn: () => call('office.get', {}) });
  const capRules = useQuery({ queryKey: queryKeys.capRules, queryFn: () => call('capRules.list', {}) });
  return (
    <Page title={pageNames.settings}>
      <PageBody>
        <section className={styles.section} aria-labelledby="settings-office">
          <h2 id="settings-office" className={styles.title}>
            {settingsText.officeTitle}
          </h2>
          <p className={styles.text}>{mayEdit ? settingsText.officeText : settingsText.readOnly}</p>
          {office.isError ? (
            <FailedState error={office.error} onRetry={() => void office.refetch()} />
          ) : office.data ? (
            <OfficeForm office={office.data} mayEdit={mayEdit} />
          ) : (
            <Loading />
          )}
        </section>
        <section className={styles.section} aria-labelledby="settings-cap">
          <h2 id="settings-cap" className={styles.title}>
            {settingsText.capTitle}
          </h2>
          <p className={styles.text}>{settingsText.capText}</p>
          {capRules.isError ? (
            <FailedState error={capRules.error} onRetry={() => void capRules.refetch()} />
          ) : capRules.data ? (
            capRules.data.rules.map((rule) => <CapRuleForm key={rule.id} rule={rule} mayEdit={mayEdit} />)
          ) : (
            <Loading />
          )}
          {capRules.data?.rules.length === 0 && <p className={styles.text}>{settingsText.capEmpty}</p>}
        </section>
        <RuleSettings mayEdit={mayEdit} />
        <About />
      </PageBody>
    </Page>
  );
}
