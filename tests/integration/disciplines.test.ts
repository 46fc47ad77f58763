import { asc } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { audit } from '../../db/connection/schema.ts';
import type { MethodInput } from '../../db/contract/methods.ts';
import { type Role, roles } from '../../db/domain/people.ts';
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
