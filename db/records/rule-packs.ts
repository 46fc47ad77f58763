import { asc, eq } from 'drizzle-orm';
import type { ReadHandle, WriteHandle } from '../connection/open.ts';
import { cycles } from '../connection/schema.ts';
import { rulePacks } from '../connection/schema-cycle.ts';
import type { ShownScoring } from '../contract/reviews.ts';
import { builtInRulePacks, rulePack } from '../contract/rule-packs.ts';
import { scoredParts } from '../domain/criteria-points.ts';
import { applyOverrides } from '../domain/rule-pack-facts.ts';
import { type RulePack, rulePackOn, type SubjectGroup } from '../domain/rule-packs.ts';
import type { CycleRecord } from './cycles.ts';
import { readSetting } from './settings.ts';

/** Every pack as its rule stands: those of the program, then those taken in. */
export function deliveredPacks(db: ReadHandle): RulePack[] {
  const own = db.select().from(rulePacks).orderBy(asc(rulePacks.id)).all();
  return [...builtInRulePacks, ...own.map((row) => rulePack.parse(JSON.parse(row.pack)))];
}

/** The same with the office's values for what is not confirmed. */
export function allPacks(db: ReadHandle): RulePack[] {
  const overrides = readSetting(db, 'rulePackOverrides').value;
  return deliveredPacks(db).map((pack) => applyOverrides(pack, overrides[pack.id] ?? {}).pack);
}

export const findPack = (db: ReadHandle, id: string): RulePack | null =>
  allPacks(db).find((pack) => pack.id === id) ?? null;

/** The pack in force on a day; null for years before the first one. */
export const packInForce = (db: ReadHandle, day: string): RulePack | null => rulePackOn(allPacks(db), day);

/** The pack of a cycle as it stood when it was opened; a year without a plan takes the one in force on its day. */
export const packOfCycle = (db: ReadHandle, cycle: CycleRecord): RulePack | null =>
  cycle.pack === '' ? packInForce(db, cycle.countedOn) : rulePack.parse(JSON.parse(cycle.pack));

/**
 * The pack of a cycle, from now on kept with it: the first rating of a year without a plan stands on the pack in force,
 * whatever the office sets later. The version stays: nothing of the plan was changed.
 */
export function keepPack(db: WriteHandle, cycle: CycleRecord): RulePack | null {
  const pack = packOfCycle(db, cycle);
  if (cycle.pack === '' && pack)
    db.update(cycles)
      .set({ packId: pack.id, pack: JSON.stringify(pack) })
      .where(eq(cycles.id, cycle.id))
      .run();
  return pack;
}

/** The score as it is entered for a group; null where the rules know none. Group null: without criteria. */
export function scoringFor(pack: RulePack | null, group: SubjectGroup | null): ShownScoring | null {
  if (!pack?.scoring) return null;
  const { article, totalHundredths, bands } = pack.scoring;
  return {
    article,
    totalHundredths,
    parts: scoredParts(pack, group),
    bands: bands.map(({ level, minHundredths }) => ({ level, minHundredths })),
  };
}
