import { asc, ne } from 'drizzle-orm';
import type { ReadHandle, WriteHandle } from '../connection/open.ts';
import { cycles, organizations } from '../connection/schema.ts';
import { AppError, type FieldErrorCode } from '../contract/errors.ts';
import type { MethodParsedInput } from '../contract/methods.ts';
import type { SettingsShown, ShownPack } from '../contract/settings.ts';
import { applyOverrides, type PackOverrides, packFacts } from '../domain/rule-pack-facts.ts';
import type { RulePack } from '../domain/rule-packs.ts';
import { deliveredPacks } from '../records/rule-packs.ts';
import { readSetting, writeSetting } from '../records/settings.ts';

/** Rule packs with what is sure of them and what the office set, and every other setting that rules leave open. */
export function getSettings(db: ReadHandle): SettingsShown {
  const overrides = readSetting(db, 'rulePackOverrides').value;
  const kept = db
    .select({ year: cycles.year, packId: cycles.packId })
    .from(cycles)
    .where(ne(cycles.pack, ''))
    .orderBy(asc(cycles.year))
    .all();
  return {
    packs: deliveredPacks(db).map((pack) =>
      shownPack(
        pack,
        overrides[pack.id] ?? {},
        kept.filter(({ packId }) => packId === pack.id).map(({ year }) => year),
      ),
    ),
    settings: {
      rulePackOverrides: readSetting(db, 'rulePackOverrides'),
      deadlines: readSetting(db, 'deadlines'),
      votingRule: readSetting(db, 'votingRule'),
      capException: readSetting(db, 'capException'),
      basePartyKinds: readSetting(db, 'basePartyKinds'),
      paperLayout: readSetting(db, 'paperLayout'),
      pledgeBasis: readSetting(db, 'pledgeBasis'),
      remediationSoonDays: readSetting(db, 'remediationSoonDays'),
      samePledgeTexts: readSetting(db, 'samePledgeTexts'),
      admissionAges: readSetting(db, 'admissionAges'),
      probationMonths: readSetting(db, 'probationMonths'),
      violationsCountOnce: readSetting(db, 'violationsCountOnce'),
    },
  };
}

function shownPack(pack: RulePack, own: PackOverrides, years: number[]): ShownPack {
  const { id, title, rule, guidance, validFrom, validTo } = pack;
  const facts = packFacts(pack).map((fact) => ({ ...fact, own: own[fact.key] ?? null }));
  return {
    id,
    basedOn: pack.basedOn ?? null,
    criteriaTables: pack.criteriaTables,
    title,
    rule,
    guidance,
    validFrom,
    validTo,
    years: [...new Set(years)],
    facts,
  };
}

/**
 * Sets one setting. Cycles that are open keep the copy of their rule pack.
 * @throws AppError STALE_VERSION; VALIDATION_FAILED at the fact that is confirmed or out of range
 */
export function updateSetting(db: WriteHandle, input: MethodParsedInput<'settings.update'>) {
  const before = readSetting(db, input.key);
  const fieldErrors = faultsOf(db, input);
  if (Object.keys(fieldErrors).length > 0) throw new AppError('VALIDATION_FAILED', { fieldErrors });
  writeSetting(db, input.key, input.value, input.version);
  return {
    value: getSettings(db),
    audit: {
      entity: 'setting',
      entityId: null,
      detail: { key: input.key, before: before.value, after: input.value },
    },
  };
}

function faultsOf(
  db: ReadHandle,
  input: MethodParsedInput<'settings.update'>,
): Record<string, FieldErrorCode> {
  switch (input.key) {
    case 'rulePackOverrides':
      return Object.fromEntries(
        Object.entries(input.value).flatMap(([packId, own]) => faultsOfPack(db, packId, own)),
      );
    case 'capException': {
      const known = new Set(
        db
          .select({ id: organizations.id })
          .from(organizations)
          .all()
          .map(({ id }) => id),
      );
      return input.value.organizationIds.every((id) => known.has(id))
        ? {}
        : { 'value.organizationIds': 'INVALID_VALUE' };
    }
    default:
      return {};
  }
}

function faultsOfPack(db: ReadHandle, packId: string, own: PackOverrides): [string, FieldErrorCode][] {
  const pack = deliveredPacks(db).find((one) => one.id === packId);
  if (!pack) return [[`value.${packId}`, 'INVALID_VALUE']];
  return applyOverrides(pack, own).refused.map(({ key, reason }) => [
    `value.${packId}.${key}`,
    reason === 'CONFIRMED' ? 'RULE_CONFIRMED' : 'INVALID_VALUE',
  ]);
}
