import { describe, expect, it } from 'vitest';
import { builtInRulePacks, packOverrides, rulePack } from '../../db/contract/rule-packs.ts';
import { rulePack132 } from '../../db/contract/vi/rule-packs/qd-132-2018.ts';
import { rulePack366 } from '../../db/contract/vi/rule-packs/qd-366-2025.ts';
import { applyOverrides, packFacts } from '../../db/domain/rule-pack-facts.ts';
import { type RulePack, rulePackOn } from '../../db/domain/rule-packs.ts';

const idOn = (at: string) => rulePackOn(builtInRulePacks, at)?.id ?? null;
const fault = (change: (pack: RulePack) => void) => {
  const copy = structuredClone(rulePack366);
  change(copy);
  return rulePack.safeParse(copy).error?.issues.map((issue) => [issue.path.join('.'), issue.message]) ?? [];
};

describe('rule packs', () => {
  it('are plain JSON that the schema takes unchanged', () => {
    for (const pack of builtInRulePacks) {
      expect(rulePack.parse(JSON.parse(JSON.stringify(pack)))).toEqual(pack);
    }
  });

  it('are chosen by the year or the day that is counted', () => {
    expect([2018, 2019, 2022, 2023, 2024, 2025, 2026].map((year) => idOn(String(year)))).toEqual([
      null,
      'qd-132-2018',
      'qd-132-2018',
      'qd-124-2023',
      'qd-124-2023',
      'qd-366-2025',
      'qd-366-2025',
    ]);
    expect(['2023-10-03', '2023-10-04', '2025-08-29', '2025-08-30'].map(idOn)).toEqual([
      'qd-132-2018',
      'qd-124-2023',
      'qd-124-2023',
      'qd-366-2025',
    ]);
    const later = { ...rulePack366, id: 'later', validFrom: '2026-01-01' };
    expect(rulePackOn([later, rulePack366], '2026')?.id).toBe('later');
    expect(rulePackOn([later, rulePack366], '2025')?.id).toBe('qd-366-2025');
  });

  it('forbid outright only what is confirmed', () => {
    for (const pack of builtInRulePacks)
      for (const one of [...pack.conditions, ...pack.specialCases])
        if (one.forbids) expect([pack.id, one.id, one.source.status]).toEqual([pack.id, one.id, 'confirmed']);
  });

  it('say what is wrong with a pack, at its field', () => {
    expect(fault((pack) => pack.scoring?.parts.pop())).toEqual([
      ['scoring.totalHundredths', 'INVALID_VALUE'],
    ]);
    expect(fault((pack) => pack.scoring?.bands.reverse())).toEqual([['scoring.bands', 'INVALID_VALUE']]);
    expect(fault((pack) => Object.assign(pack.conditions[1] ?? {}, { percentHundredths: null }))).toEqual([
      ['conditions.1.percentHundredths', 'INVALID_VALUE'],
    ]);
    expect(fault((pack) => Object.assign(pack.conditions[0] ?? {}, { percentHundredths: 10001 }))).toEqual([
      ['conditions.0.percentHundredths', 'OUT_OF_RANGE'],
    ]);
    expect(fault((pack) => pack.conditions.push(...pack.conditions.slice(0, 1)))).toEqual([
      ['conditions', 'INVALID_VALUE'],
    ]);
    expect(fault((pack) => Object.assign(pack, { validTo: '2025-01-01' }))).toEqual([
      ['validTo', 'BEFORE_START'],
    ]);
    expect(fault((pack) => Object.assign(pack.rule, { date: '2025-02-30' }))).toEqual([
      ['rule.date', 'INVALID_DATE'],
    ]);
    expect(fault((pack) => Object.assign(pack.specialCases[0] ?? {}, { months: 3 }))).toEqual([
      ['specialCases.0.months', 'INVALID_VALUE'],
    ]);
  });

  it("take a province's table of criteria, but not more points than the part has", () => {
    const table = (...points: number[]): RulePack['criteriaTables'] => [
      {
        id: 'leaders',
        title: 'Tiêu chí chung của lãnh đạo',
        subjects: ['leader'],
        source: { status: 'secondary', note: '' },
        criteria: points.map((maxHundredths, i) => ({
          id: `c${i}`,
          partId: 'common',
          text: `Tiêu chí ${i + 1}`,
          maxHundredths,
        })),
      },
    ];
    expect(fault((pack) => Object.assign(pack, { criteriaTables: table(1000, 2000) }))).toEqual([]);
    expect(fault((pack) => Object.assign(pack, { criteriaTables: table(1000, 2001) }))).toEqual([
      ['criteriaTables', 'OUT_OF_RANGE'],
    ]);
  });
});

describe("the office's own values", () => {
  it('change what is not confirmed and nothing else', () => {
    const overrides = packOverrides.parse({
      'case.longLeave.treatment': 'notRated',
      'case.newlyAdmitted.months': 3,
      'condition.late-completed.percent': 1500,
      'condition.head-not-above-collective.enabled': false,
    });
    const { pack, refused } = applyOverrides(rulePack366, overrides);
    expect(refused).toEqual([]);
    const changed = packFacts(pack).filter((one, i) => one.value !== packFacts(rulePack366)[i]?.value);
    expect(Object.fromEntries(changed.map((one) => [one.key, one.value]))).toEqual(overrides);
    expect(rulePack.safeParse(pack).success).toBe(true);
    expect(packFacts(rulePack366).find((one) => one.key === 'case.newlyAdmitted.months')?.value).toBe(6);
  });

  it('refuse a confirmed fact, an unknown one and a wrong value, and keep the rest', () => {
    const { pack, refused } = applyOverrides(rulePack366, {
      'band.good.bandMinimum': 6500,
      'condition.beyond-excellent.percent': 2000,
      'condition.nowhere.percent': 2000,
      'case.newlyAdmitted.months': 25,
      'case.longLeave.treatment': true,
      'case.underExamination.enabled': false,
    });
    expect(refused).toEqual([
      { key: 'band.good.bandMinimum', reason: 'CONFIRMED' },
      { key: 'condition.beyond-excellent.percent', reason: 'CONFIRMED' },
      { key: 'condition.nowhere.percent', reason: 'UNKNOWN_FACT' },
      { key: 'case.newlyAdmitted.months', reason: 'INVALID_VALUE' },
      { key: 'case.longLeave.treatment', reason: 'INVALID_VALUE' },
    ]);
    expect(pack.specialCases.find((one) => one.id === 'underExamination')?.enabled).toBe(false);
    expect({ ...pack, specialCases: [] }).toEqual({ ...rulePack366, specialCases: [] });
  });

  it('refuse bands that no longer fall', () => {
    const local = structuredClone(rulePack366);
    for (const band of local.scoring?.bands ?? []) band.source.status = 'secondary';
    expect(applyOverrides(local, { 'band.good.bandMinimum': 9000 }).refused).toEqual([
      { key: 'band.good.bandMinimum', reason: 'INVALID_VALUE' },
    ]);
    const { pack, refused } = applyOverrides(local, { 'band.good.bandMinimum': 6500 });
    expect([pack.scoring?.bands[1]?.minHundredths, refused]).toEqual([6500, []]);
  });

  it('list every fact once, with how sure it is', () => {
    for (const pack of builtInRulePacks) {
      const keys = packFacts(pack).map((one) => one.key);
      expect(new Set(keys).size).toBe(keys.length);
    }
    expect(packFacts(rulePack132).find((one) => one.key === 'case.suspended.treatment')).toMatchObject({
      value: 'notRated',
      overridable: false,
      source: { status: 'confirmed' },
    });
  });
});
