import { eq } from 'drizzle-orm';
import type { ReadHandle, WriteHandle } from '../connection/open.ts';
import { settings } from '../connection/schema-cycle.ts';
import { AppError } from '../contract/errors.ts';
import { type SettingKey, type SettingValue, settingSchemas } from '../contract/settings.ts';

/** A setting with its version, 0 as long as the office has not set it. */
export function readSetting<K extends SettingKey>(
  db: ReadHandle,
  key: K,
): { value: SettingValue<K>; version: number } {
  const row = db.select().from(settings).where(eq(settings.key, key)).get();
  const parsed = settingSchemas[key].parse(row ? JSON.parse(row.value) : undefined);
  // The schema of this very key has parsed it; the compiler cannot follow the key into the table of schemas.
  return { value: parsed as SettingValue<K>, version: row?.version ?? 0 };
}

/** @throws AppError STALE_VERSION */
export function writeSetting<K extends SettingKey>(
  db: WriteHandle,
  key: K,
  value: SettingValue<K>,
  version: number,
): void {
  if (readSetting(db, key).version !== version) throw new AppError('STALE_VERSION');
  const columns = { value: JSON.stringify(value), version: version + 1 };
  if (version === 0)
    db.insert(settings)
      .values({ key, ...columns })
      .run();
  else db.update(settings).set(columns).where(eq(settings.key, key)).run();
}
