import {
  type FactSource,
  type PackCondition,
  type RulePack,
  type ScoreBand,
  type SpecialCase,
  type Treatment,
  treatments,
} from './rule-packs.ts';

/**
 * The single facts of a pack for the settings screen, and the office's own values for those that are not confirmed.
 * A confirmed fact is what the rule says and cannot be set.
 */
export const factAspects = ['percent', 'enabled', 'forbids', 'treatment', 'months', 'bandMinimum'] as const;
export type FactAspect = (typeof factAspects)[number];
export type FactValue = number | boolean | Treatment;

export interface PackFact {
  /** 'condition.beyond-excellent.percent', 'case.longLeave.treatment', 'band.good.bandMinimum'. */
  key: string;
  aspect: FactAspect;
  /** What the fact is about: the rule's text, or the level of a band. */
  about: string;
  /** As the pack stands; percents and points in hundredths. */
  value: FactValue;
  source: FactSource;
  overridable: boolean;
}

/** Fact key -> the office's value; plain JSON. */
export type PackOverrides = Readonly<Record<string, number | boolean | string>>;

export interface RefusedOverride {
  key: string;
  reason: 'UNKNOWN_FACT' | 'CONFIRMED' | 'INVALID_VALUE';
}

const MOST_MONTHS = 24;

const fact = (
  key: string,
  aspect: FactAspect,
  about: string,
  value: FactValue,
  source: FactSource,
): PackFact => ({
  key: `${key}.${aspect}`,
  aspect,
  about,
  value,
  source,
  overridable: source.status !== 'confirmed',
});

function factsOfCondition({
  id,
  text,
  percentHundredths,
  enabled,
  forbids,
  source,
}: PackCondition): PackFact[] {
  const key = `condition.${id}`;
  return [
    ...(percentHundredths === null ? [] : [fact(key, 'percent', text, percentHundredths, source)]),
    fact(key, 'enabled', text, enabled, source),
    fact(key, 'forbids', text, forbids, source),
  ];
}

function factsOfCase({ id, text, treatment, months, enabled, forbids, source }: SpecialCase): PackFact[] {
  const key = `case.${id}`;
  return [
    fact(key, 'treatment', text, treatment, source),
    ...(months === null ? [] : [fact(key, 'months', text, months, source)]),
    fact(key, 'enabled', text, enabled, source),
    fact(key, 'forbids', text, forbids, source),
  ];
}

const factOfBand = ({ level, minHundredths, source }: ScoreBand): PackFact =>
  fact(`band.${level}`, 'bandMinimum', level, minHundredths, source);

/** Every fact of the pack, in the pack's order. The values shown are defaults when the pack is as delivered. */
export const packFacts = (pack: RulePack): PackFact[] => [
  ...(pack.scoring?.bands ?? []).map(factOfBand),
  ...pack.conditions.flatMap(factsOfCondition),
  ...pack.specialCases.flatMap(factsOfCase),
];

function isValid(aspect: FactAspect, value: PackOverrides[string], pack: RulePack): boolean {
  const between = (most: number) => Number.isInteger(value) && Number(value) >= 0 && Number(value) <= most;
  switch (aspect) {
    case 'percent':
      return between(10000);
    case 'months':
      return between(MOST_MONTHS);
    case 'bandMinimum':
      return between(pack.scoring?.totalHundredths ?? 0);
    case 'enabled':
    case 'forbids':
      return typeof value === 'boolean';
    case 'treatment':
      return treatments.some((treatment) => treatment === value);
  }
}

/**
 * The pack with the office's values. What cannot be set is left as the pack has it and named in `refused`.
 * Bands that would no longer fall are refused together.
 */
export function applyOverrides(
  pack: RulePack,
  overrides: PackOverrides,
): { pack: RulePack; refused: RefusedOverride[] } {
  const facts = new Map(packFacts(pack).map((one) => [one.key, one]));
  const refused: RefusedOverride[] = [];
  const accepted = new Map<string, PackOverrides[string]>();
  for (const [key, value] of Object.entries(overrides)) {
    const known = facts.get(key);
    if (!known) refused.push({ key, reason: 'UNKNOWN_FACT' });
    else if (!known.overridable) refused.push({ key, reason: 'CONFIRMED' });
    else if (!isValid(known.aspect, value, pack)) refused.push({ key, reason: 'INVALID_VALUE' });
    else accepted.set(key, value);
  }
  const bandKey = (band: ScoreBand) => factOfBand(band).key;
  const bands = (pack.scoring?.bands ?? []).map((band) => ({
    ...band,
    minHundredths: numberOr(accepted.get(bandKey(band)), band.minHundredths),
  }));
  const falling = bands.every(
    (band, i) => i === 0 || band.minHundredths < (bands[i - 1]?.minHundredths ?? 0),
  );
  if (!falling)
    for (const band of bands)
      if (accepted.has(bandKey(band))) refused.push({ key: bandKey(band), reason: 'INVALID_VALUE' });
  return {
    pack: {
      ...pack,
      scoring: pack.scoring && { ...pack.scoring, bands: falling ? bands : pack.scoring.bands },
      conditions: pack.conditions.map((condition) => withValues(condition, accepted)),
      specialCases: pack.specialCases.map((special) => caseWithValues(special, accepted)),
    },
    refused,
  };
}

const numberOr = <T>(value: PackOverrides[string] | undefined, otherwise: T) =>
  typeof value === 'number' ? value : otherwise;
const flagOr = (value: PackOverrides[string] | undefined, otherwise: boolean) =>
  typeof value === 'boolean' ? value : otherwise;

const withValues = (condition: PackCondition, values: ReadonlyMap<string, PackOverrides[string]>) => ({
  ...condition,
  percentHundredths: numberOr(values.get(`condition.${condition.id}.percent`), condition.percentHundredths),
  enabled: flagOr(values.get(`condition.${condition.id}.enabled`), condition.enabled),
  forbids: flagOr(values.get(`condition.${condition.id}.forbids`), condition.forbids),
});

const caseWithValues = (special: SpecialCase, values: ReadonlyMap<string, PackOverrides[string]>) => ({
  ...special,
  treatment:
    treatments.find((one) => one === values.get(`case.${special.id}.treatment`)) ?? special.treatment,
  months: numberOr(values.get(`case.${special.id}.months`), special.months),
  enabled: flagOr(values.get(`case.${special.id}.enabled`), special.enabled),
  forbids: flagOr(values.get(`case.${special.id}.forbids`), special.forbids),
});
