import { expect, it } from 'vitest';
import { readWorkbook } from '../../db/contract/workbooks.ts';
import { codeOf, cycleOffice, plan2025 } from '../helpers/cycle-office.ts';
import { provincePack } from '../helpers/province-pack.ts';
import { stagedWorkbook } from '../helpers/staged-workbooks.ts';

it('reads a staged sheet as criteria and writes nothing', async () => {
  const { call } = await cycleOffice();
  const made = stagedWorkbook(
    ['rowNo', 'fullName', 'note'],
    [
      ['STT', 'Tiêu chí', 'Điểm tối đa'],
      ['1', 'Phẩm chất chính trị', '12,5'],
      ['2', 'Đạo đức, lối sống', '17,5'],
    ],
  );
  const { stageId } = await call('imports.stage', { workbook: readWorkbook.parse(made) });
  const input = { stageId, sheet: 'Danh sách', basePackId: 'qd-366-2025' };
  const reading = await call('rulePacks.read', input);
  expect(reading).toMatchObject({
    faults: [],
    sums: [{ partId: 'common', sumHundredths: 3000, maxHundredths: 3000 }],
  });
  expect((await call('rulePacks.read', { ...input, basePackId: 'qd-132-2018' })).faults).toHaveLength(1);
  expect((await call('settings.get', {})).packs).toHaveLength(3);
});

it("takes a province's pack, offers it, and is in force only where it is chosen", async () => {
  const { call } = await cycleOffice();
  const { packId } = await call('rulePacks.add', provincePack);
  const shown = (await call('settings.get', {})).packs.find(({ id }) => id === packId);
  expect(shown).toMatchObject({ basedOn: 'qd-366-2025', criteriaTables: provincePack.tables, years: [] });
  for (const year of [2025, 2026]) {
    const draft = await call('cycles.draft', { year, countedOn: `${year}-12-31` });
    expect(draft.packId).toBe('qd-366-2025');
    expect(draft.packs.map(({ id }) => id)).toContain(packId);
  }
  const again = await call('rulePacks.add', provincePack);
  expect(again.packId).not.toBe(packId);
});

it('is taken away with an undo while no cycle uses it, and stays once one does', async () => {
  const { call } = await cycleOffice();
  const { packId } = await call('rulePacks.add', provincePack);
  const { restore } = await call('rulePacks.remove', { packId });
  expect(restore).toEqual(provincePack);
  expect((await call('settings.get', {})).packs).toHaveLength(3);
  await call('rulePacks.add', restore);
  await call('cycles.open', { ...plan2025, year: 2025, packId, collectives: [] });
  expect(await codeOf(call('rulePacks.remove', { packId }))).toBe('PACK_IN_USE');
  const shown = (await call('settings.get', {})).packs.find(({ id }) => id === packId);
  expect(shown?.years).toEqual([2025]);
  expect((await call('cycles.get', { year: 2025 })).cycle?.packId).toBe(packId);
  expect(await codeOf(call('rulePacks.remove', { packId: 'qd-366-2025' }))).toBe('NOT_FOUND');
});

it('refuses points that do not add up to their part, and keeps what the office set for the base', async () => {
  const { call } = await cycleOffice();
  const [table] = provincePack.tables;
  const short = { ...provincePack, tables: table ? [{ ...table, criteria: table.criteria.slice(1) }] : [] };
  expect(await codeOf(call('rulePacks.add', short))).toBe('VALIDATION_FAILED');
  const before = await call('settings.get', {});
  const fact = before.packs
    .find(({ id }) => id === 'qd-366-2025')
    ?.facts.find(({ overridable, aspect }) => overridable && aspect === 'enabled');
  const value = { 'qd-366-2025': { [fact?.key ?? '']: false } };
  await call('settings.update', { key: 'rulePackOverrides', version: 0, value });
  const { packId } = await call('rulePacks.add', provincePack);
  const own = async () => (await call('settings.get', {})).settings.rulePackOverrides.value;
  expect((await own())[packId]).toEqual(value['qd-366-2025']);
  await call('rulePacks.remove', { packId });
  expect(await own()).toEqual(value);
});
