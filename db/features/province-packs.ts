import { and, eq, gt } from 'drizzle-orm';
import type { ReadHandle, WriteHandle } from '../connection/open.ts';
import { cycles } from '../connection/schema.ts';
import { rulePacks } from '../connection/schema-cycle.ts';
import type { CriteriaReading } from '../contract/criteria.ts';
import { AppError } from '../contract/errors.ts';
import type { MethodOutput, MethodParsedInput } from '../contract/methods.ts';
import { builtInRulePacks, rulePack } from '../contract/rule-packs.ts';
import type { ReadSheet } from '../contract/workbooks.ts';
import { BONUS_PART } from '../domain/rating-bands.ts';
import type { RulePack } from '../domain/rule-packs.ts';
import { readCriteria } from '../excel/read-criteria.ts';
import { rawOf } from '../excel/sheet-parts.ts';
import { readSetting, writeSetting } from '../records/settings.ts';

/** @throws AppError NOT_FOUND: a province's pack stands on one of the program, never on another province's */
function baseOf(id: string): RulePack {
  const pack = builtInRulePacks.find((one) => one.id === id);
  if (!pack) throw new AppError('NOT_FOUND');
  return pack;
}

/** What a file says of criteria, with everything that is wrong in it; writes nothing. */
export const previewCriteria = (
  sheets: readonly ReadSheet[],
  input: Pick<MethodParsedInput<'rulePacks.read'>, 'basePackId' | 'parts'>,
): CriteriaReading =>
  readCriteria(sheets.map(rawOf), baseOf(input.basePackId).scoring?.parts ?? [], input.parts);

/** Ids of packs in cycles are not given again. */
function freeId(db: ReadHandle): string {
  const taken = new Set(
    [
      ...db.select({ id: rulePacks.packId }).from(rulePacks).all(),
      ...db.select({ id: cycles.packId }).from(cycles).all(),
    ].map(({ id }) => id),
  );
  let number = 1;
  while (taken.has(`province-${number}`)) number += 1;
  return `province-${number}`;
}

/**
 * Keeps a province's pack. What the office set for the base goes with it, so that choosing the table changes nothing else.
 * @throws AppError NOT_FOUND; VALIDATION_FAILED: points of a part do not add up to it
 */
export function addPack(
  db: WriteHandle,
  { basePackId, tables, fileName, ...own }: MethodParsedInput<'rulePacks.add'>,
  { at }: { at: string },
) {
  const base = baseOf(basePackId);
  const packId = freeId(db);
  const parsed = rulePack.safeParse({
    ...base,
    ...own,
    id: packId,
    basedOn: base.id,
    criteriaTables: tables,
  });
  if (!parsed.success || !tables.every((table) => addsUp(table, base)))
    throw new AppError('VALIDATION_FAILED', { fieldErrors: { tables: 'INVALID_VALUE' } });
  db.insert(rulePacks)
    .values({ packId, pack: JSON.stringify(parsed.data), source: fileName, at })
    .run();
  const { value, version } = readSetting(db, 'rulePackOverrides');
  const set = value[base.id];
  if (set) writeSetting(db, 'rulePackOverrides', { ...value, [packId]: set }, version);
  return {
    value: { packId },
    audit: { entity: 'rulePack', entityId: null, detail: { packId, basePackId, ...own, fileName } },
  };
}

/** A part that has criteria has points for all of it; of a bonus there may be more ways than points. */
const addsUp = ({ criteria, bonus }: RulePack['criteriaTables'][number], { scoring }: RulePack): boolean => {
  const sumOf = (part: string) =>
    criteria.reduce((sum, one) => (one.partId === part ? sum + one.maxHundredths : sum), 0);
  const fits = (sum: number, most: number) => sum === 0 || sum === most;
  return (
    (scoring?.parts ?? []).every(({ id, maxHundredths }) => fits(sumOf(id), maxHundredths)) &&
    (!bonus || sumOf(BONUS_PART) === 0 || sumOf(BONUS_PART) >= bonus.maxHundredths)
  );
};

/**
 * Sets or clears the last day of a province's pack, also of one in use: cycles keep their own copy.
 * @throws AppError NOT_FOUND, STALE_VERSION; VALIDATION_FAILED: before its first day, or a cycle is counted later
 */
export function setPackEnd(
  db: WriteHandle,
  { packId, before, validTo }: MethodParsedInput<'rulePacks.setEnd'>,
) {
  const row = db.select().from(rulePacks).where(eq(rulePacks.packId, packId)).get();
  if (!row) throw new AppError('NOT_FOUND');
  const pack = rulePack.parse(JSON.parse(row.pack));
  if (pack.validTo !== before) throw new AppError('STALE_VERSION');
  const refuse = (code: 'BEFORE_START' | 'PACK_USED_LATER') =>
    new AppError('VALIDATION_FAILED', { fieldErrors: { validTo: code } });
  if (validTo !== null) {
    if (validTo < pack.validFrom) throw refuse('BEFORE_START');
    const later = db
      .select({ id: cycles.id })
      .from(cycles)
      .where(and(eq(cycles.packId, packId), gt(cycles.countedOn, validTo)))
      .get();
    if (later) throw refuse('PACK_USED_LATER');
  }
  db.update(rulePacks)
    .set({ pack: JSON.stringify({ ...pack, validTo }) })
    .where(eq(rulePacks.id, row.id))
    .run();
  return {
    value: { validTo },
    audit: { entity: 'rulePack', entityId: null, detail: { packId, before, validTo } },
  };
}

/**
 * Takes a province's pack away while no cycle uses it; the answer adds it again.
 * @throws AppError NOT_FOUND, PACK_IN_USE
 */
export function removePack(
  db: WriteHandle,
  { packId }: MethodParsedInput<'rulePacks.remove'>,
): {
  value: MethodOutput<'rulePacks.remove'>;
  audit: { entity: string; entityId: null; detail: Readonly<Record<string, unknown>> };
} {
  const row = db.select().from(rulePacks).where(eq(rulePacks.packId, packId)).get();
  const pack = row && rulePack.parse(JSON.parse(row.pack));
  if (!row || !pack?.basedOn || !pack.guidance) throw new AppError('NOT_FOUND');
  const used = db.select({ year: cycles.year }).from(cycles).where(eq(cycles.packId, packId)).get();
  if (used) throw new AppError('PACK_IN_USE', { params: { year: used.year } });
  db.delete(rulePacks).where(eq(rulePacks.packId, packId)).run();
  const { value, version } = readSetting(db, 'rulePackOverrides');
  const { [packId]: set, ...others } = value;
  if (set) writeSetting(db, 'rulePackOverrides', others, version);
  const { title, guidance, validFrom, validTo, criteriaTables: tables, basedOn: basePackId } = pack;
  return {
    value: { restore: { basePackId, title, guidance, validFrom, validTo, tables, fileName: row.source } },
    audit: { entity: 'rulePack', entityId: null, detail: { removed: packId, title } },
  };
}
