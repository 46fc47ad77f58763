import { z } from 'zod';
import { packOverrides } from './rule-packs.ts';

/**
 * What rules leave open or is not confirmed, set by the office. Each key has its schema; parsing nothing gives its
 * default. A new setting is a line here and its label in `vi/settings.ts`.
 */
export const settingSchemas = {
  /** Values for unconfirmed facts of rule packs, by pack. */
  rulePackOverrides: z.record(z.string(), packOverrides).default({}),
} as const satisfies Record<string, z.ZodType>;

export type SettingKey = keyof typeof settingSchemas;
export type SettingValue<K extends SettingKey> = z.output<(typeof settingSchemas)[K]>;
