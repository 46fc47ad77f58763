import { asc } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { audit } from '../../db/connection/schema.ts';
import type { MethodInput } from '../../db/contract/methods.ts';
import { noFacts } from '../../db/contract/rating-facts.ts';
import { roles } from '../../db/domain/people.ts';
import { cycleOffice, openCycle2025 } from '../helpers/cycle-office.ts';
import { openDatabase } from '../helpers/office.ts';
import { refusal } from '../helpers/people.ts';

type Values = MethodInput<'organizationDisciplines.save'>['discipline'];

const warning = (changes: Partial<Values> = {}): Values => ({
  form: 'warning',
  effectiveOn: '2025-05-12',
  decisionNo: '12-QĐ/ĐU',
  decidingBody: 'Ban Thường vụ Đảng ủy xã',
  note: '',
  ...changes,
});

async function office() {
  const made = await cycleOffice();
  const save = (
    organizationId: number,
    discipline: Values,
    known: { id: number; version: number } | null = null,
  ) => made.call('organizationDisciplines.save', { organizationId, known, discipline });
  const list = async (organizationId: number) =>
    (await made.call('organizationDisciplines.list', { organizationId })).disciplines;
  return { ...made, save, list };
}
const year = 2025;
const organization = (organizationId: number) =>
  ({ year, quarter: 0, organizationId, kind: 'organization' }) as const;

describe('disciplines of Party organisations', () => {
  it('are dated rows of a unit, changed and taken out under a version, the latest first', async () => {
    const { call, cells, save, list } = await office();
    await save(cells[0], warning());
    const { disciplines } = await save(cells[0], warning({ form: 'reprimand', effectiveOn: '2020' }));
    expect(disciplines.map(({ form, effectiveOn }) => [form, effectiveOn])).toEqual([
      ['warning', '2025-05-12'],
      ['reprimand', '2020'],
    ]);
    const known = { id: disciplines[0]?.id ?? 0, version: 1 };
    await save(cells[0], warning({ note: 'đã sửa' }), known);
    expect((await refusal(save(cells[0], warning(), known))).code).toBe('STALE_VERSION');
    const current = { ...known, version: 2 };
    const remove = (organizationId: number) =>
      call('organizationDisciplines.remove', { organizationId, known: current });
    expect((await refusal(remove(cells[1]))).code).toBe('NOT_FOUND');
    expect((await remove(cells[0])).disciplines).toHaveLength(1);
    expect(await list(cells[1])).toEqual([]);
  });

  it('are of a unit that was there and a Party organisation on the day', async () => {
    const { call, save } = await office();
    const front = await call('organizations.create', {
      parentId: 1,
      kind: 'frontCommittee',
      name: 'Mặt trận',
    });
    expect((await refusal(save(front.id, warning()))).code).toBe('NOT_A_PARTY_ORGANIZATION');
    const parts = [{ unit: { ...unitFields, name: 'Chi bộ Ba' }, officialIds: [] }];
    const split = await call('organizations.split', {
      sourceId: 1,
      onDay: '2025-07-01',
      parts,
      keepSource: true,
      dryRun: false,
    });
    const made = split.units.at(-1)?.id ?? 0;
    expect((await refusal(save(made, warning()))).fieldErrors).toEqual({
      'discipline.effectiveOn': 'BEFORE_UNIT_BEGAN',
    });
    // Known as a year only: it may lie after the beginning.
    await save(made, warning({ effectiveOn: '2025' }));
  });

  it('are for those who keep the book, and every look and change is audited', async () => {
    const { service, sessions, cells, save, list, folder } = await office();
    await save(cells[0], warning());
    await list(cells[0]);
    const { reader } = await openDatabase(folder);
    const rows = reader.select().from(audit).orderBy(asc(audit.id)).all();
    expect(rows.at(-1)).toMatchObject({
      method: 'organizationDisciplines.list',
      entity: 'organization',
      entityId: cells[0],
    });
    expect(rows.at(-1)?.detail).toContain('"revealed"');
    expect(rows.at(-2)).toMatchObject({ method: 'organizationDisciplines.save' });
    for (const role of roles) {
      const token = sessions.open({ userId: 1, username: role, displayName: role, role });
      const asked = service.call(token, 'organizationDisciplines.list', { organizationId: cells[0] });
      if (role === 'leader') expect((await refusal(asked)).code).toBe('FORBIDDEN');
      else expect(await asked).toBeDefined();
    }
  });

  it('stay with the unit that they were made in when it is merged away, and undo leaves them', async () => {
    const { call, cells, save, list } = await office();
    await save(cells[0], warning());
    const { operationId } = await call('organizations.merge', {
      sourceIds: [cells[0]],
      target: { is: 'unit', id: cells[1] },
      onDay: '2025-07-01',
      dryRun: false,
    });
    expect(await list(cells[0])).toHaveLength(1);
    expect(await list(cells[1])).toEqual([]);
    const table = await call('summaries.get', { table: '5f', year });
    expect(table.rows.map(({ name, counts }) => [name, counts.disciplinedUnits])).toEqual([
      ['Chi bộ Một', 1],
    ]);
    await call('operations.undo', { operationId: operationId ?? 0 });
    expect(await list(cells[0])).toHaveLength(1);
  });

  // A merge into a new unit, a discipline entered there, and the merge undone: the database's own refusal came out
  // as an unknown fault. The act cannot be undone as long as something stands on what it made.
  it('keep an act from being undone that made their unit', async () => {
    const { call, cells, save } = await office();
    const merged = await call('organizations.merge', {
      sourceIds: [...cells],
      target: { is: 'newUnit', unit: { ...unitFields, name: 'Chi bộ Chung' } },
      onDay: '2025-03-01',
      dryRun: false,
    });
    await save(merged.units.at(-1)?.id ?? 0, warning());
    const undo = call('operations.undo', { operationId: merged.operationId ?? 0 });
    expect((await refusal(undo)).code).toBe('OPERATION_TOUCHED_SINCE');
  });

  it('speak in the conditions of the collectives of the unit and of the one above it', async () => {
    const { call, cells, save } = await office();
    const finding = async (organizationId: number, conditionId: string) =>
      (await call('collectives.conditions', organization(organizationId))).findings.find(
        (each) => each.conditionId === conditionId,
      );
    const inCharge = 'no-discipline-excellent';
    expect(await finding(cells[0], 'collectiveDisciplined')).toBeUndefined();
    expect(await finding(1, inCharge)).toMatchObject({ holds: true });
    await save(cells[0], warning());
    expect(await finding(cells[0], 'collectiveDisciplined')).toMatchObject({
      holds: false,
      effect: { kind: 'forced', level: 'notCompleted' },
    });
    expect(await finding(1, inCharge)).toMatchObject({ holds: false });
    expect((await finding(1, inCharge))?.sentence).toContain('1 đơn vị trực thuộc');
    expect(await finding(cells[1], 'collectiveDisciplined')).toBeUndefined();
    // Another year's is another year's.
    const other = await call('collectives.conditions', { ...organization(cells[0]), year: 2026 });
    expect(other.findings.some(({ conditionId }) => conditionId === 'collectiveDisciplined')).toBe(false);
  });

  it('are set aside, or said where the book has none, with a reason only', async () => {
    const made = await office();
    const { call, save } = made;
    await openCycle2025(made);
    const detail = () => call('collectives.conditions', organization(1));
    const say = async (collectiveDisciplined: boolean | null, disciplineReason: string) =>
      call('collectives.setFacts', {
        ...organization(1),
        version: (await detail()).version,
        facts: { ...noFacts, collectiveDisciplined, disciplineReason },
      });
    const own = async () =>
      (await detail()).findings.find(({ conditionId }) => conditionId === 'collectiveDisciplined');
    expect((await refusal(say(true, ''))).fieldErrors).toEqual({ 'facts.disciplineReason': 'REQUIRED' });
    await say(true, 'Quyết định của cấp trên chưa gửi về');
    expect(await own()).toMatchObject({
      holds: false,
      sentence: 'Ghi là có kỷ luật trong kỳ: Quyết định của cấp trên chưa gửi về.',
    });
    await say(null, '');
    expect(await own()).toBeUndefined();
    await save(1, warning());
    expect(await own()).toMatchObject({ holds: false });
    await say(false, 'Đã hủy quyết định');
    expect(await own()).toMatchObject({ holds: true, effect: { kind: 'none' } });
  });

  it('of a share of the units below count against the limit of the rule', async () => {
    const { call, cells, save } = await office();
    const share = async () =>
      (await call('collectives.conditions', { ...organization(1), year: 2024 })).findings.find(
        ({ conditionId }) => conditionId === 'subordinates-completed',
      );
    expect((await share())?.sentence).toBe('Bị kỷ luật 0 trong 2 đơn vị trực thuộc (tối đa 20%).');
    await save(cells[1], warning({ effectiveOn: '2024-02', form: 'reprimand' }));
    expect(await share()).toMatchObject({
      holds: false,
      sentence: 'Bị kỷ luật 1 trong 2 đơn vị trực thuộc (tối đa 20%).',
    });
  });

  // A head who was removed from the post in the year leads no more on the day that is counted: the collective that he
  // led then had a disciplined leader all the same.
  it('of a leader who lost the post by it count in the collective', async () => {
    const { call, people } = await office();
    const an = people['Vàng A An'] ?? 0;
    const { entries } = await call('officials.timeline', { id: an });
    const post = entries.flatMap((entry) => (entry.kind === 'post' ? entry.post : []))[0];
    const { version } = await call('officials.get', { id: an });
    await call('officials.savePost', {
      officialId: an,
      version,
      post: { ...postFields, id: post?.id ?? null, validTo: '2025-09-14' },
    });
    const led = async () =>
      (await call('collectives.conditions', organization(1))).findings.some(
        ({ conditionId }) => conditionId === 'leaderDisciplined',
      );
    expect(await led()).toBe(false);
    await call('disciplines.save', {
      officialId: an,
      known: null,
      discipline: { ...personal, effectiveOn: '2025-09-15' },
    });
    expect(await led()).toBe(true);
  });
});

const unitFields = {
  parentId: 1,
  kind: 'partyCell',
  code: '',
  superiorHead: '',
  issuingHead: '',
  signatureAuthority: '',
  signatureTitle: '',
} as const;
const postFields = {
  kind: 'party',
  title: 'Bí thư Đảng ủy',
  organizationId: 1,
  isHead: true,
  isLeader: true,
  isKeyOfficial: true,
  managedBy: '',
  validFrom: '2025-07-01',
} as const;
const personal = {
  form: 'removalFromPost',
  decisionNo: '',
  decidingBody: '',
  postThen: 'Bí thư Đảng ủy',
  isHeadThen: true,
  organizationThenId: 1,
  note: '',
} as const;
