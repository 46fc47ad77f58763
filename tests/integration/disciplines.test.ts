import { asc } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { audit } from '../../db/connection/schema.ts';
import type { MethodInput } from '../../db/contract/methods.ts';
import { type Role, roles } from '../../db/domain/people.ts';
import { cycleOffice, openCycle2025 } from '../helpers/cycle-office.ts';
import { newOffice, openDatabase } from '../helpers/office.ts';
import { newPerson, refusal } from '../helpers/people.ts';

type Values = MethodInput<'disciplines.save'>['discipline'];

const warning = (changes: Partial<Values> = {}): Values => ({
  form: 'warning',
  effectiveOn: '2024-05',
  decisionNo: '12-QĐ/ĐU',
  decidingBody: 'Ban Thường vụ Đảng ủy xã',
  postThen: 'Bí thư chi bộ',
  isHeadThen: true,
  organizationThenId: 1,
  note: '',
  ...changes,
});

async function officeWithPerson(changes: Parameters<typeof newPerson>[0] = {}) {
  const office = await newOffice();
  const { id } = await office.call('officials.create', newPerson(changes));
  const { reader } = await openDatabase(office.folder);
  const audited = () => reader.select().from(audit).orderBy(asc(audit.id)).all();
  const as = (role: Role) => office.sessions.open({ userId: 1, username: role, displayName: role, role });
  const save = (discipline: Values, known: { id: number; version: number } | null = null) =>
    office.call('disciplines.save', { officialId: id, known, discipline });
  return { ...office, officialId: id, audited, as, save };
}

describe('disciplines', () => {
  it('are kept as dated rows with the post, the headship and the unit of that time', async () => {
    const { call, officialId, save } = await officeWithPerson();
    await save(warning());
    const { disciplines } = await save(
      warning({ form: 'reprimand', effectiveOn: '2020', organizationThenId: null }),
    );
    expect(disciplines.map(({ form, effectiveOn }) => [form, effectiveOn])).toEqual([
      ['warning', '2024-05'],
      ['reprimand', '2020'],
    ]);
    expect(disciplines[0]).toMatchObject({
      ...warning(),
      organizationThenName: 'Đảng ủy xã Sông Mây',
      version: 1,
    });
    expect((await call('officials.get', { id: officialId })).version).toBe(3);
  });

  it('are changed and taken out under a version, and an entry belongs to one person', async () => {
    const { call, officialId, save } = await officeWithPerson();
    const [made] = (await save(warning())).disciplines;
    const known = { id: made?.id ?? 0, version: 1 };
    await save(warning({ note: 'đã sửa' }), known);
    expect((await refusal(save(warning({ note: 'cũ' }), known))).code).toBe('STALE_VERSION');
    expect((await refusal(call('disciplines.remove', { officialId, known }))).code).toBe('STALE_VERSION');
    const other = await call('officials.create', newPerson({ fullName: 'Lê Thị Ánh' }));
    const current = { ...known, version: 2 };
    expect((await refusal(call('disciplines.remove', { officialId: other.id, known: current }))).code).toBe(
      'NOT_FOUND',
    );
    expect((await call('disciplines.remove', { officialId, known: current })).disciplines).toEqual([]);
  });

  it.each<[string, Parameters<typeof newPerson>[0], Partial<Values>, Record<string, string> | null]>([
    ['a day before birth', {}, { effectiveOn: '1984' }, { 'discipline.effectiveOn': 'BEFORE_BIRTH' }],
    [
      'a day that does not exist',
      {},
      { effectiveOn: '2024-02-30' },
      { 'discipline.effectiveOn': 'INVALID_DATE' },
    ],
    [
      'removal without a post',
      {},
      { form: 'removalFromPost', postThen: '' },
      { 'discipline.postThen': 'POST_NEEDED' },
    ],
    [
      'expulsion while on probation',
      {},
      { form: 'expulsion', effectiveOn: '2010-12' },
      { 'discipline.form': 'NOT_FOR_PROBATIONARY' },
    ],
    [
      'removal of a member still on probation',
      { membershipStatus: 'probationary', fullMemberOn: null },
      { form: 'removalFromPost' },
      { 'discipline.form': 'NOT_FOR_PROBATIONARY' },
    ],
    [
      'a unit that is not there',
      {},
      { organizationThenId: 99 },
      { 'discipline.organizationThenId': 'INVALID_VALUE' },
    ],
    ['a warning while on probation', {}, { effectiveOn: '2010-12' }, null],
    ['an expulsion of a full member', {}, { form: 'expulsion' }, null],
    ['an expulsion long before a later admission', {}, { form: 'expulsion', effectiveOn: '2005' }, null],
  ])('judge %s', async (_name, changes, values, fieldErrors) => {
    const { save } = await officeWithPerson(changes);
    if (fieldErrors === null) expect((await save(warning(values))).disciplines).toHaveLength(1);
    else expect((await refusal(save(warning(values)))).fieldErrors).toEqual(fieldErrors);
  });

  it('are in no other answer than the audited one', async () => {
    const { call, officialId, save, audited } = await officeWithPerson();
    await save(warning({ decisionNo: 'DAU-VET-99' }));
    for (const answer of [
      await call('officials.get', { id: officialId }),
      await call('officials.timeline', { id: officialId }),
      await call('officials.list', {}),
      await call('officials.reveal', { id: officialId }),
    ])
      expect(JSON.stringify(answer)).not.toContain('DAU-VET-99');
    const before = audited().length;
    await call('disciplines.list', { officialId });
    expect(audited().slice(before)).toMatchObject([
      { method: 'disciplines.list', entity: 'official', entityId: officialId },
    ]);
  });
});

describe('a sensitive act', () => {
  it.each(['officials.reveal', 'disciplines.list', 'disciplines.save', 'disciplines.remove'] as const)(
    '%s is done by those who keep the book, refused to others, and a refusal is audited',
    async (method) => {
      const { service, officialId, audited, as, save } = await officeWithPerson();
      await save(warning());
      const inputs = {
        'officials.reveal': { id: officialId },
        'disciplines.list': { officialId },
        'disciplines.save': { officialId, known: null, discipline: warning() },
        'disciplines.remove': { officialId, known: { id: 1, version: 1 } },
      };
      const refused: Role[] = [];
      for (const role of roles) {
        const before = audited().length;
        const outcome = await service.call(as(role), method, inputs[method]).then(
          () => 'done',
          (error: { code: string }) => error.code,
        );
        if (outcome === 'FORBIDDEN') refused.push(role);
        const added = audited().slice(before);
        expect(added, role).toMatchObject([{ method, entityId: officialId }]);
        expect(JSON.parse(added[0]?.detail ?? '{}').refused).toBe(outcome === 'done' ? undefined : outcome);
      }
      expect(refused).toEqual(['leader']);
    },
  );

  it('that cannot be done is audited with its reason and nothing of its content', async () => {
    const { call, audited, officialId, save } = await officeWithPerson();
    const before = audited().length;
    await refusal(call('officials.reveal', { id: 999 }));
    await refusal(save(warning({ effectiveOn: '2024-13', note: 'DAU-VET-98' })));
    expect(
      audited()
        .slice(before)
        .map((row) => [row.method, row.entityId, row.detail]),
    ).toEqual([
      ['officials.reveal', 999, '{"refused":"NOT_FOUND"}'],
      ['disciplines.save', officialId, '{"refused":"VALIDATION_FAILED"}'],
    ]);
  });

  it('that is refused is audited once; other refused methods are not', async () => {
    const { service, audited, as, officialId } = await officeWithPerson();
    const before = audited().length;
    await refusal(
      service.call(as('leader'), 'officials.update', { id: officialId, version: 1, changes: {} }),
    );
    expect(audited().length).toBe(before);
  });
});

describe('one violation', () => {
  const year = 2025;
  async function office() {
    const made = await cycleOffice();
    await openCycle2025(made);
    const officialId = made.people['Tòng Văn Dũng'] ?? 0;
    const save = (discipline: Partial<Values>, known: { id: number; version: number } | null = null) =>
      made.call('disciplines.save', {
        officialId,
        known,
        discipline: {
          ...warning({ organizationThenId: null, postThen: '', isHeadThen: false }),
          ...discipline,
        },
      });
    const found = async (of: number, quarter = 0) =>
      (await made.call('ratings.conditions', { year: of, quarter, officialId })).findings.find(
        ({ conditionId }) => conditionId === 'disciplined',
      );
    return { ...made, officialId, save, found };
  }
  const forced = { holds: false, effect: { kind: 'forced', level: 'notCompleted' } };

  it('disciplined by the Party and by the state in two years lowers one rating; the other says in which', async () => {
    const { save, found, call } = await office();
    await save({ form: 'reprimand', effectiveOn: '2024-11-20' });
    const state = { branch: 'state', form: 'demotion', effectiveOn: '2025-02-10' } as const;
    const { disciplines } = await save(state);
    expect(await found(2024)).toMatchObject(forced);
    expect(await found(year)).toMatchObject(forced);
    const entry = disciplines.find(({ branch }) => branch === 'state');
    const known = { id: entry?.id ?? 0, version: 1 };
    expect((await refusal(save({ ...state, countedYear: 2024 }, known))).fieldErrors).toEqual({
      'discipline.countedReason': 'REQUIRED',
    });
    await save(
      { ...state, countedYear: 2024, countedReason: 'Cùng vi phạm với mục khiển trách 20/11/2024' },
      known,
    );
    expect(await found(year)).toMatchObject({
      holds: true,
      effect: { kind: 'none' },
      sentence: 'Kỷ luật trong kỳ đã tính ở năm 2024; mỗi vi phạm chỉ tính một lần.',
    });
    expect(await found(2024)).toMatchObject(forced);
    // Table 5f counts what the Party did, by its day.
    const counted = async (of: number) =>
      (await call('summaries.get', { table: '5f', year: of })).total.counts.disciplined;
    expect([await counted(2024), await counted(year)]).toEqual([1, 0]);
    // Where the office does not read the rule so, the day decides.
    await call('settings.update', { key: 'violationsCountOnce', version: 0, value: false });
    expect(await found(year)).toMatchObject(forced);
  });

  // A year's people are counted on a day in December: a discipline after it lowered neither that year nor the next.
  it('of a day after the people of its year were counted counts in the next year', async () => {
    const { save, found, folder } = await office();
    const { writerDriver } = await openDatabase(folder);
    writerDriver.prepare("update cycles set counted_on = '2025-12-10' where year = 2025").run();
    await save({ effectiveOn: '2025-12-20' });
    expect(await found(year)).toBeUndefined();
    expect(await found(year + 1)).toMatchObject(forced);
  });

  it('has a form of the body that disciplined: the state expels nobody, the Party demotes nobody', async () => {
    const { save } = await office();
    for (const bad of [
      { branch: 'state', form: 'expulsion' },
      { branch: 'party', form: 'demotion' },
    ] as const)
      expect((await refusal(save(bad))).fieldErrors).toEqual({ 'discipline.form': 'INVALID_VALUE' });
  });
});
