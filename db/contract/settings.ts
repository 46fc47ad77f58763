import { z } from 'zod';
import { defaultVotingRule, type VotingRule, votingBases } from '../domain/ballots.ts';
import type { CapException } from '../domain/cap-buckets.ts';
import { organizationKinds } from '../domain/people.ts';
import { DEFAULT_SAME_TEXTS } from '../domain/pledge-rules.ts';
import {
  defaultAdmissionAges,
  defaultProbationMonths,
  qualityLimitFaults,
} from '../domain/quality-limits.ts';
import { DEFAULT_SOON_DAYS } from '../domain/remediation-rules.ts';
import { factAspects } from '../domain/rule-pack-facts.ts';
import { type SourceStatus, sourceStatuses } from '../domain/rule-packs.ts';
import { deadlineSettings } from './cycle-deadlines.ts';
import { criteriaTable, packOverrides } from './rule-packs.ts';
import { calendarDay, id, requiredLine } from './schemas.ts';

export const paperLayouts = ['A', 'B'] as const;

const votingRule = z.strictObject({
  /** More than half of whom. */
  base: z.enum(votingBases),
  cascade: z.boolean(),
}) satisfies z.ZodType<VotingRule>;

const capException = z.strictObject({
  percentHundredths: z.int().min(0, { error: 'OUT_OF_RANGE' }).max(10000, { error: 'OUT_OF_RANGE' }),
  organizationIds: z.array(id),
}) satisfies z.ZodType<CapException>;

const count = (least: number, most: number) =>
  z.int({ error: 'OUT_OF_RANGE' }).min(least, { error: 'OUT_OF_RANGE' }).max(most, { error: 'OUT_OF_RANGE' });

/** Limits with the day from which each holds, the first since ever. */
const qualityLimits = (most: number) =>
  z
    .array(z.strictObject({ from: calendarDay.nullable(), least: count(0, most), most: count(0, most) }))
    .min(1, { error: 'REQUIRED' })
    .max(20, { error: 'TOO_LONG' })
    .refine((limits) => qualityLimitFaults(limits).size === 0, { error: 'INVALID_VALUE' });

/**
 * What rules leave open or is not confirmed, set by the office. Each key has its schema; parsing nothing gives its
 * default. A new setting is a line here, its status below and its label in `vi/settings-rules.ts`.
 */
export const settingSchemas = {
  /** Values for unconfirmed facts of rule packs, by pack. */
  rulePackOverrides: z.record(z.string(), packOverrides).default({}),
  /** Days of the yearly plan. */
  deadlines: deadlineSettings.prefault({}),
  /** What majority a level needs in the ballot. */
  votingRule: votingRule.default(defaultVotingRule),
  /** A higher cap for the organisations it was granted to; nobody by default. */
  capException: capException.default({ percentHundredths: 2500, organizationIds: [] }),
  /** Kinds of unit that are a base Party organisation: the cap is counted over the nearest one above a unit. */
  basePartyKinds: z
    .array(z.enum(organizationKinds))
    .min(1, { error: 'REQUIRED' })
    .default(['commune', 'partyBody']),
  /** Which reading of the layout rules papers follow (`layout-rules.ts`). */
  paperLayout: z.enum(paperLayouts).default('A'),
  /** Basis lines of a pledge; none: the lines in common use. */
  pledgeBasis: z.array(requiredLine(400)).max(20, { error: 'TOO_LONG' }).default([]),
  /** Days before its deadline from which a remediation task is due soon. */
  remediationSoonDays: count(0, 365).default(DEFAULT_SOON_DAYS),
  /** A discipline lowers the rating of one year only, as the entry says; else of the year of its day, each by itself. */
  violationsCountOnce: z.boolean().default(true),
  /** From how many other pledges with the same text on the clerk is told. */
  samePledgeTexts: count(1, 1000).default(DEFAULT_SAME_TEXTS),
  /** Age at admission that the quality list takes for usual. */
  admissionAges: qualityLimits(120).default(defaultAdmissionAges),
  /** Months of probation that it takes for usual. */
  probationMonths: qualityLimits(240).default(defaultProbationMonths),
} as const satisfies Record<string, z.ZodType>;

export type SettingKey = keyof typeof settingSchemas;
export type SettingValue<K extends SettingKey> = z.output<(typeof settingSchemas)[K]>;

/**
 * How sure the default of a setting is. Facts of packs and days of the plan have a status each (`packFacts`,
 * `stepDefaults`); days before a deadline, equal pledges and the margin of months are the program's own: no
 * rule speaks of them.
 */
export const settingStatus = {
  votingRule: 'unconfirmed',
  capException: 'unconfirmed',
  basePartyKinds: 'unconfirmed',
  paperLayout: 'secondary',
  pledgeBasis: 'unconfirmed',
  admissionAges: 'confirmed',
  violationsCountOnce: 'unconfirmed',
} as const satisfies Partial<Record<SettingKey, SourceStatus>>;

const newValue = <K extends SettingKey>(key: K) =>
  z.object({ key: z.literal(key), version: z.int().min(0), value: settingSchemas[key] });

/** Another value of one setting; `version` is that of the value shown, 0 while the default stands. */
export const updateSettingInput = z.discriminatedUnion('key', [
  newValue('rulePackOverrides'),
  newValue('deadlines'),
  newValue('votingRule'),
  newValue('capException'),
  newValue('basePartyKinds'),
  newValue('paperLayout'),
  newValue('pledgeBasis'),
  newValue('remediationSoonDays'),
  newValue('samePledgeTexts'),
  newValue('admissionAges'),
  newValue('probationMonths'),
  newValue('violationsCountOnce'),
]);
export type UpdateSettingInput = z.input<typeof updateSettingInput>;

const standing = <K extends SettingKey>(key: K) =>
  z.object({ value: settingSchemas[key], version: z.int().min(0) });
const standingSettings = z.object({
  rulePackOverrides: standing('rulePackOverrides'),
  deadlines: standing('deadlines'),
  votingRule: standing('votingRule'),
  capException: standing('capException'),
  basePartyKinds: standing('basePartyKinds'),
  paperLayout: standing('paperLayout'),
  pledgeBasis: standing('pledgeBasis'),
  remediationSoonDays: standing('remediationSoonDays'),
  samePledgeTexts: standing('samePledgeTexts'),
  admissionAges: standing('admissionAges'),
  probationMonths: standing('probationMonths'),
  violationsCountOnce: standing('violationsCountOnce'),
});

const factValue = z.union([z.number(), z.boolean(), z.string()]);
const documentReference = z.object({ number: z.string(), date: z.string(), issuer: z.string() });
/** A rule pack as the settings screen shows it. */
export const shownPack = z.object({
  id: z.string(),
  /** Of a province's pack: the one whose rules it takes over. */
  basedOn: z.string().nullable(),
  criteriaTables: z.array(criteriaTable),
  title: z.string(),
  rule: documentReference,
  guidance: documentReference.nullable(),
  validFrom: z.string(),
  validTo: z.string().nullable(),
  /** Years that keep their own copy: what is set here does not change them any more. */
  years: z.array(z.int()),
  facts: z.array(
    z.object({
      key: z.string(),
      aspect: z.enum(factAspects),
      about: z.string(),
      /** As the pack is delivered; percents and points in hundredths. */
      value: factValue,
      /** The office's own; null where it set none. */
      own: factValue.nullable(),
      source: z.object({ status: z.enum(sourceStatuses), note: z.string() }),
      overridable: z.boolean(),
    }),
  ),
});
export type ShownPack = z.infer<typeof shownPack>;
export const settingsShown = z.object({ packs: z.array(shownPack), settings: standingSettings });
export type SettingsShown = z.infer<typeof settingsShown>;
