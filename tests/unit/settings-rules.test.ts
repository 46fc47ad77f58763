import { expect, it } from 'vitest';
import { type SettingKey, settingSchemas } from '../../db/contract/settings.ts';

const parse = (key: SettingKey, value?: unknown) => settingSchemas[key].safeParse(value);

it('gives every setting its default, which is itself a valid value', () => {
  const defaults = Object.fromEntries(
    (Object.keys(settingSchemas) as SettingKey[]).map((key) => [key, parse(key).data]),
  );
  expect(defaults).toEqual({
    rulePackOverrides: {},
    deadlines: { days: {}, quarterDay: 10, moveWeekends: true },
    votingRule: { base: 'PRESENT', cascade: true },
    capException: { percentHundredths: 2500, organizationIds: [] },
    basePartyKinds: ['commune', 'partyBody'],
    paperLayout: 'A',
    pledgeBasis: [],
    remediationSoonDays: 10,
    samePledgeTexts: 5,
    violationsCountOnce: true,
    admissionAges: [{ from: null, least: 18, most: 60 }],
    probationMonths: [{ from: null, least: 11, most: 18 }],
  });
  for (const [key, value] of Object.entries(defaults))
    expect(parse(key as SettingKey, JSON.parse(JSON.stringify(value))).data).toEqual(value);
});

it('refuses values outside their range', () => {
  const faults = [
    parse('remediationSoonDays', -1),
    parse('samePledgeTexts', 0),
    parse('capException', { percentHundredths: 10001, organizationIds: [] }),
    parse('votingRule', { base: 'VALID', cascade: true }),
    parse('admissionAges', []),
    parse('admissionAges', [{ from: null, least: 60, most: 18 }]),
    parse('admissionAges', [{ from: '2021-07-30', least: 18, most: 60 }]),
    parse('probationMonths', [
      { from: null, least: 11, most: 18 },
      { from: null, least: 12, most: 12 },
    ]),
    parse('probationMonths', [
      { from: null, least: 11, most: 18 },
      { from: '2021-02-30', least: 12, most: 12 },
    ]),
    parse('probationMonths', [
      { from: null, least: 11, most: 18 },
      { from: '2026-01-01', least: 12, most: 12 },
      { from: '2025-01-01', least: 12, most: 12 },
    ]),
  ];
  expect(faults.filter((one) => one.success)).toEqual([]);
});
