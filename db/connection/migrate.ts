import type Driver from 'better-sqlite3';
import { AppError } from '../contract/errors.ts';
import { migrations } from '../migrations/list.ts';

export const currentSchemaVersion = migrations.length;

/**
 * Runs the missing migrations, each in one transaction with its `user_version`.
 * A database of a newer program is refused before anything is written.
 * @throws AppError DATABASE_NEWER
 */
export function migrate(driver: Driver.Database): void {
  const found = Number(driver.pragma('user_version', { simple: true }));
  if (found > currentSchemaVersion) throw new AppError('DATABASE_NEWER');
  for (const [index, migration] of migrations.entries()) {
    const version = index + 1;
    if (version <= found) continue;
    driver
      .transaction(() => {
        driver.exec(migration.sql);
        driver.pragma(`user_version=${version}`);
      })
      .immediate();
  }
}
