import { describe, expect, it } from 'vitest';
import { readWorkbook } from '../../db/contract/workbooks.ts';
import { codeOf, cycleOffice, plan2025 } from '../helpers/cycle-office.ts';
import { groupedPack, provincePack } from '../helpers/province-pack.ts';
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
  const input = { stageId, basePackId: 'qd-366-2025' };
  const reading = await call('rulePacks.read', input);
  expect(reading.tables).toMatchObject([
    {
      groups: ['leader', 'noPost'],
      faults: [],
      sums: [{ partId: 'common', sumHundredths: 3000, maxHundredths: 3000 }],
    },
  ]);
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

it('is offered only for the days on which it is valid, and refused for others at its field', async () => {
  const { call } = await cycleOffice();
  const { packId } = await call('rulePacks.add', { ...provincePack, validTo: '2026-06-30' });
  const offered = async (countedOn: string) =>
    (await call('cycles.draft', { year: Number(countedOn.slice(0, 4)), countedOn })).packs.map(
      ({ id }) => id,
    );
  expect(await offered('2025-10-19')).toEqual(['qd-366-2025']);
  expect(await offered('2025-10-20')).toEqual(['qd-366-2025', packId]);
  expect(await offered('2026-06-30')).toEqual(['qd-366-2025', packId]);
  expect(await offered('2026-07-01')).toEqual(['qd-366-2025']);
  const open = (year: number, countedOn: string) =>
    call('cycles.open', { ...plan2025, year, countedOn, packId, collectives: [] });
  await expect(open(2026, '2026-12-31')).rejects.toMatchObject({
    code: 'VALIDATION_FAILED',
    fieldErrors: { packId: 'PACK_NOT_VALID' },
  });
  const cycle = await open(2025, '2025-12-31');
  expect(cycle.packs.map(({ id }) => id)).toEqual(['qd-366-2025', packId]);
  const change = { ...plan2025, id: cycle.id, version: cycle.version, packId: 'qd-124-2023' };
  await expect(call('cycles.update', change)).rejects.toMatchObject({
    fieldErrors: { packId: 'PACK_NOT_VALID' },
  });
  await expect(call('rulePacks.add', { ...provincePack, validTo: '2025-10-19' })).rejects.toMatchObject({
    fieldErrors: { validTo: 'BEFORE_START' },
  });
});

it('gets its last day when it is known, also while a cycle uses it, and not before that cycle is counted', async () => {
  const { call } = await cycleOffice();
  const { packId } = await call('rulePacks.add', provincePack);
  await call('cycles.open', { ...plan2025, year: 2025, packId, collectives: [] });
  const end = (validTo: string | null, before: string | null = null) =>
    call('rulePacks.setEnd', { packId, before, validTo });
  await expect(end('2025-10-19')).rejects.toMatchObject({ fieldErrors: { validTo: 'BEFORE_START' } });
  await expect(end('2025-12-30')).rejects.toMatchObject({ fieldErrors: { validTo: 'PACK_USED_LATER' } });
  expect(await end('2025-12-31')).toEqual({ validTo: '2025-12-31' });
  expect(await codeOf(end('2026-12-31'))).toBe('STALE_VERSION');
  const offered = async () =>
    (await call('cycles.draft', { year: 2026, countedOn: '2026-12-31' })).packs.map(({ id }) => id);
  expect(await offered()).toEqual(['qd-366-2025']);
  await end(null, '2025-12-31');
  expect(await offered()).toEqual(['qd-366-2025', packId]);
  await expect(
    call('rulePacks.setEnd', { packId: 'qd-366-2025', before: null, validTo: '2027-12-31' }),
  ).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

describe('a pack with a table for each group', () => {
  const opened = async () => {
    const made = await cycleOffice();
    const { packId } = await made.call('rulePacks.add', groupedPack);
    await made.call('cycles.open', { ...plan2025, year: 2025, packId, collectives: [] });
    return { ...made, an: made.people['Vàng A An'] ?? 0, dung: made.people['Tòng Văn Dũng'] ?? 0 };
  };

  it('gives everyone the table of the own group, in the rating and in the review', async () => {
    const { call, an, dung } = await opened();
    const partsOf = async (officialId: number) => {
      const { scoring } = await call('ratings.conditions', { year: 2025, officialId });
      const { rows } = await call('reviews.list', { year: 2025 });
      const reviewId = rows.find((row) => row.officialId === officialId)?.reviewId ?? 0;
      expect((await call('reviews.get', { reviewId })).scoring).toEqual(scoring);
      return scoring?.parts.map(({ id, criteria }) => [id, criteria.map((one) => one.id).join(' ')]);
    };
    expect(await partsOf(an)).toEqual([
      ['common', 't1r5 t1r6'],
      ['results', 't1r8 t1r9'],
      ['bonus', 't1r11 t1r12'],
    ]);
    expect(await partsOf(dung)).toEqual([
      ['common', 't2r5 t2r6'],
      ['results', ''],
    ]);
    await expect(
      call('rulePacks.add', {
        ...groupedPack,
        tables: groupedPack.tables.map((table) => ({ ...table, subjects: ['leader'] })),
      }),
    ).rejects.toMatchObject({ fieldErrors: { tables: 'GROUP_TWICE' } });
  });

  it('keeps points by criterion with the version of the rating, adds them up and refuses too many', async () => {
    const { call, an, dung } = await opened();
    const points = { t1r5: 1200, t1r6: 1700, t1r8: 2000, t1r9: 4500, t1r11: 200 };
    const give = (
      officialId: number,
      version: number,
      criterionPoints: Record<string, number>,
      scoreParts = {},
    ) =>
      call('ratings.set', {
        year: 2025,
        officialId,
        version,
        change: { field: 'self', level: 'excellent', scoreParts, criterionPoints },
      });
    await give(an, 0, points);
    const detail = () => call('ratings.conditions', { year: 2025, officialId: an });
    expect((await detail()).self).toMatchObject({
      score: 9600,
      scoreParts: { common: 2900, results: 6500, bonus: 200 },
      criterionPoints: points,
    });
    // Another level keeps the points; points of the parts alone take the criteria away.
    await call('ratings.set', {
      year: 2025,
      officialId: an,
      version: 1,
      change: { field: 'self', level: 'good' },
    });
    expect((await detail()).self).toMatchObject({ level: 'good', criterionPoints: points });
    await give(an, 2, {}, { common: 2500, results: 6000 });
    expect((await detail()).self).toMatchObject({ score: 8500, criterionPoints: {} });
    const refused = async (given: Record<string, number>, officialId = an) =>
      give(officialId, officialId === an ? 3 : 0, given).then(
        () => null,
        (error: unknown) => (error as { fieldErrors: unknown }).fieldErrors,
      );
    expect(await refused({ t1r5: 1251 })).toEqual({ 'change.criterionPoints.t1r5': 'SCORE_OUT_OF_RANGE' });
    expect(await refused({ t1r11: 500, t1r12: 300 })).toEqual({
      'change.scoreParts.bonus': 'SCORE_OUT_OF_RANGE',
    });
    expect(await refused({ t1r5: 100 }, dung)).toEqual({
      'change.criterionPoints.t1r5': 'SCORE_NOT_IN_PACK',
    });
  });

  it('takes the self-score of a review by criterion and prints it with the review', async () => {
    const { call, dung } = await opened();
    const { rows } = await call('reviews.list', { year: 2025 });
    const row = rows.find(({ officialId }) => officialId === dung);
    const reviewId = row?.reviewId ?? 0;
    const rest = { sections: [], shortcomings: [], outcomes: [], pledgeResults: [], answers: [] };
    const save = (version: number, criterionPoints: Record<string, number>) =>
      call('reviews.save', {
        reviewId,
        version,
        ...rest,
        self: { level: 'good', scoreParts: { results: 6050 }, criterionPoints },
      });
    const saved = await save(row?.version ?? 0, { t2r5: 900, t2r6: 1850 });
    expect(saved.self).toMatchObject({ score: 8800, scoreParts: { common: 2750, results: 6050 } });
    await expect(save(saved.version, { t2r5: 1001 })).rejects.toMatchObject({
      fieldErrors: { 'self.criterionPoints.t2r5': 'SCORE_OUT_OF_RANGE' },
    });
    const paper = { kind: 'reviews' as const, year: 2025, reviewIds: [reviewId] };
    const { html } = await call('documents.html', paper);
    expect(html).toContain('ĐIỂM TỰ CHẤM THEO TIÊU CHÍ');
    for (const text of ['Tiêu chí 2 của bảng t2', '18,5', '27,5', '60,5', '88'])
      expect(html).toContain(`>${text}<`);
    const blank = (await call('documents.html', { ...paper, blank: true })).html;
    expect(blank).toContain('Tiêu chí 2 của bảng t2');
    expect(blank).not.toContain('>18,5<');
    // Back to the parts alone: no table is printed.
    await call('reviews.save', {
      reviewId,
      version: saved.version,
      ...rest,
      self: { level: 'good', scoreParts: { common: 2000, results: 6050 }, criterionPoints: {} },
    });
    expect((await call('documents.html', paper)).html).not.toContain('ĐIỂM TỰ CHẤM THEO TIÊU CHÍ');
  });

  it('has criteria of its own for collectives', async () => {
    const { call } = await cycleOffice();
    const [table] = provincePack.tables;
    const tables = table ? [{ ...table, subjects: ['collective' as const] }] : [];
    const { packId } = await call('rulePacks.add', { ...provincePack, tables });
    const committee = { organizationId: 1, kind: 'standingCommittee' } as const;
    await call('cycles.open', { ...plan2025, year: 2025, packId, collectives: [committee] });
    const scoreParts = { results: 6500 };
    const change = { field: 'proposed', level: 'good', scoreParts } as const;
    const set = (criterionPoints: Record<string, number>) =>
      call('collectives.set', {
        year: 2025,
        ...committee,
        version: 1,
        change: { ...change, criterionPoints },
      });
    await expect(set({ 'row-3': 1251 })).rejects.toMatchObject({
      fieldErrors: { 'change.criterionPoints.row-3': 'SCORE_OUT_OF_RANGE' },
    });
    await set({ 'row-3': 1200, 'row-4': 1700 });
    const { proposed, scoring } = await call('collectives.conditions', { year: 2025, ...committee });
    expect(proposed).toMatchObject({ score: 9400, scoreParts: { common: 2900, results: 6500 } });
    expect(scoring?.parts[0]?.criteria).toHaveLength(2);
  });
});
