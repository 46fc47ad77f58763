import type { ReactNode } from 'react';
import { type SettingKey, settingStatus } from '../../../db/contract/settings.ts';
import { sourceStatusNames } from '../../../db/contract/vi/settings.ts';
import { settingNames, settingNotes } from '../../../db/contract/vi/settings-rules.ts';
import styles from './settings.module.css';

const status: Partial<Record<SettingKey, keyof typeof sourceStatusNames>> = settingStatus;

/** One setting with its name, where its default comes from and how sure that is. */
export function Setting({ name, children }: { name: SettingKey; children: ReactNode }) {
  const how = status[name];
  return (
    <section className={styles.cap} aria-label={settingNames[name]}>
      <div>
        <h3>{settingNames[name]}</h3>
        <p className={styles.hint}>
          {settingNotes[name]}
          {how && ` (${sourceStatusNames[how]})`}
        </p>
      </div>
      {children}
    </section>
  );
}
