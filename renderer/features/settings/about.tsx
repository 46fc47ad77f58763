import { useQuery } from '@tanstack/react-query';
import { settingsText } from '../../../db/contract/vi/settings.ts';
import { FailedState } from '../../components/state.tsx';
import { desktop } from '../../lib/api.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import styles from './settings.module.css';

export function About() {
  const info = useQuery({ queryKey: queryKeys.appInfo, queryFn: () => desktop('app.info', {}) });
  return (
    <section className={styles.section} aria-labelledby="settings-about">
      <h2 id="settings-about" className={styles.title}>
        {settingsText.aboutTitle}
      </h2>
      {info.isError && <FailedState error={info.error} onRetry={() => void info.refetch()} />}
      {info.data && (
        <dl className={styles.source}>
          <dt>{settingsText.version}</dt>
          <dd>{info.data.version}</dd>
          <dt>{settingsText.engine}</dt>
          <dd>{info.data.electron}</dd>
          <dt>{settingsText.dataFolder}</dt>
          <dd className={styles.folder}>{info.data.dataFolder}</dd>
        </dl>
      )}
      <p className={styles.hint}>{settingsText.dataNote}</p>
    </section>
  );
}
