import { asc } from 'drizzle-orm';
import type { ReadHandle } from '../connection/open.ts';
import { rulePacks } from '../connection/schema-cycle.ts';
import { builtInRulePacks, rulePack } from '../contract/rule-packs.ts';
import { applyOverrides } from '../domain/rule-pack-facts.ts';
import { type RulePack, rulePackOn } from '../domain/rule-packs.ts';
import type { CycleRecord } from './cycles.ts';
import { readSetting } from './settings.ts';

/** Every pack, with the office's values for what is not confirmed: those of the program, then those taken in. */
export function allPacks(db: ReadHandle): RulePack[] {
  const own = db.select().from(rulePacks).orderBy(asc(rulePacks.id)).all();
  const overrides = readSetting(db, 'rulePackOverrides').value;
  return [...builtInRulePacks, ...own.map((row) => rulePack.parse(JSON.parse(row.pack)))].map(
    (pack) => applyOverrides(pack, overrides[pack.id] ?? {}).pack,
  );
}

export const findPack = (db: ReadHandle, id: string): RulePack | null =>
  allPacks(db).find((pack) => pack.id === id) ?? null;

/** The pack in force on a day; null for years before the first one. */
export const packInForce = (db: ReadHandle, day: string): RulePack | null => rulePackOn(allPacks(db), day);

/** The pack of a cycle as it stood when it was opened; a year without a plan takes the one in force on its day. */
export const packOfCycle = (db: ReadHandle, cycle: CycleRecord): RulePack | null =>
  cycle.pack === '' ? packInForce(db, cycle.countedOn) : rulePack.parse(JSON.parse(cycle.pack));
