import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memberships, organizations } from '../../db/connection/schema.ts';
import { type QualityRule, qualityRules } from '../../db/contract/quality.ts';
import { daysInMonth } from '../../db/domain/dates.ts';
import { type ParticipationStatus, participationStatuses } from '../../db/domain/people.ts';
import { emptyOfficialValues, insertOfficial } from '../../db/records/officials.ts';
import { type Call, newOffice, openDatabase } from '../helpers/office.ts';
import { type NewPerson, newPerson } from '../helpers/people.ts';

const rulesOf = async (call: Call, organizationId: number | null = null): Promise<QualityRule[]> =>
  (await call('quality.counts', { organizationId })).counts.map(({ rule }) => rule);

const idsOf = async (call: Call, rule: QualityRule, organizationId: number | null = null) =>
  (await call('quality.list', { rule, organizationId, limit: 500 })).rows.map((row) => row.officialId);

describe('a rule', () => {
  it.each<[string, Partial<NewPerson>, QualityRule[]]>([
    ['nothing of a person in order', {}, []],
    ['no birth date', { birthDate: null }, ['BIRTH_DATE_MISSING']],
    ['no admission', { admittedOn: null, fullMemberOn: null }, ['ADMITTED_MISSING']],
    [
      'no admission of who is no member',
      { admittedOn: null, fullMemberOn: null, membershipStatus: 'none', partyCardNo: '' },
      [],
    ],
    ['no card', { partyCardNo: '' }, ['CARD_MISSING']],
    ['no card of who is on probation', { partyCardNo: '', membershipStatus: 'probationary' }, []],
    ['no citizen ID', { citizenId: '' }, ['CITIZEN_ID_MISSING']],
    ['no unit', { organizationId: null }, ['UNIT_MISSING']],
    ['swapped days', { admittedOn: '2011-05-19', fullMemberOn: '2010-05-19' }, ['ADMITTED_AFTER_FULL']],
    ['a year that may be right', { fullMemberOn: '2010' }, []],
    ['a short probation', { fullMemberOn: '2010-12-01' }, ['FULL_NOT_ABOUT_A_YEAR_LATER']],
    ['the least probation', { fullMemberOn: '2011-04' }, []],
    ['the longest probation', { fullMemberOn: '2011-11-30' }, []],
    ['a long probation', { fullMemberOn: '2011-12-01' }, ['FULL_NOT_ABOUT_A_YEAR_LATER']],
    ['a child', { admittedOn: '2003-02-02', fullMemberOn: '2004-02-02' }, ['AGE_AT_ADMISSION']],
    ['eighteen years on the very day', { admittedOn: '2003-02-03', fullMemberOn: '2004-02-03' }, []],
    ['a child for all that is known', { admittedOn: '2002', fullMemberOn: '2003' }, ['AGE_AT_ADMISSION']],
    ['a year in which the age is reached', { admittedOn: '2003', fullMemberOn: '2004' }, []],
    [
      'the day before sixty-one',
      {
        birthDate: '1950-06-10',
        citizenId: '001050000001',
        admittedOn: '2011-06-09',
        fullMemberOn: '2012-06-09',
      },
      [],
    ],
    [
      'sixty-one',
      {
        birthDate: '1950-06-10',
        citizenId: '001050000001',
        admittedOn: '2011-06-10',
        fullMemberOn: '2012-06-10',
      },
      ['AGE_AT_ADMISSION'],
    ],
    ['an ID of a woman', { citizenId: '001185000001' }, ['CITIZEN_ID_DISAGREES']],
    ['an ID of another year', { citizenId: '001086000001' }, ['CITIZEN_ID_DISAGREES']],
    ['an ID of another century', { citizenId: '001285000001' }, ['CITIZEN_ID_DISAGREES']],
    ['an old number of nine digits', { citizenId: '123456789' }, []],
    ['an ID of whom little is known', { gender: null, birthDate: null }, ['BIRTH_DATE_MISSING']],
  ])('judges %s', async (_name, changes, rules) => {
    const { call } = await newOffice();
    await call('officials.create', newPerson(changes));
    expect(await rulesOf(call)).toEqual(rules);
    expect(await rulesOf(call, 1)).toEqual(changes.organizationId === null ? [] : rules);
  });

  it("judges an admission by the limits that the office set for the admission's own day", async () => {
    const { call } = await newOffice();
    // 25 years and 12 months: usual by default.
    const before = { admittedOn: '2010-05-19', fullMemberOn: '2011-05-19' };
    const since = { admittedOn: '2011-01-01', fullMemberOn: '2012-01-01' };
    const { id: old } = await call('officials.create', newPerson({ ...before, partyCardNo: '1' }));
    const { id: young } = await call(
      'officials.create',
      newPerson({ ...since, partyCardNo: '2', citizenId: '001085000009' }),
    );
    expect(await rulesOf(call)).toEqual([]);
    const from = '2011-01-01';
    await call('settings.update', {
      key: 'admissionAges',
      version: 0,
      value: [
        { from: null, least: 18, most: 60 },
        { from, least: 30, most: 60 },
      ],
    });
    await call('settings.update', {
      key: 'probationMonths',
      version: 0,
      value: [
        { from: null, least: 13, most: 18 },
        { from, least: 12, most: 12 },
      ],
    });
    for (const unit of [null, 1]) {
      expect(await idsOf(call, 'AGE_AT_ADMISSION', unit)).toEqual([young]);
      expect(await idsOf(call, 'FULL_NOT_ABOUT_A_YEAR_LATER', unit)).toEqual([old]);
    }
    await expect(
      call('settings.update', {
        key: 'admissionAges',
        version: 1,
        value: [{ from: null, least: 60, most: 18 }],
      }),
    ).rejects.toMatchObject({ code: 'VALIDATION_FAILED' });
  });

  it('finds one number on two people, and says on whom', async () => {
    const { call } = await newOffice();
    await call('officials.create', newPerson());
    await call('officials.create', newPerson({ fullName: 'Trần Văn Anh', partyCardNo: '77000001' }));
    await call(
      'officials.create',
      newPerson({ fullName: 'Lê Văn Bê', partyCardNo: '7', citizenId: '001085000009' }),
    );
    expect(await rulesOf(call)).toEqual(['SAME_CITIZEN_ID', 'SAME_CARD']);
    const { rows } = await call('quality.list', { rule: 'SAME_CARD' });
    expect(rows.map((row) => [row.fullName, row.detail])).toEqual([
      ['Trần Văn Anh', 'Cùng số với: Trần Văn Ân'],
      ['Trần Văn Ân', 'Cùng số với: Trần Văn Anh'],
    ]);
  });

  it('finds a Party life in two units at one time, and not in one after the other', async () => {
    const { call, folder } = await newOffice();
    const cell = await call('organizations.create', { parentId: 1, kind: 'partyCell', name: 'Chi bộ Một' });
    const both = await call('officials.create', newPerson());
    const moved = await call(
      'officials.create',
      newPerson({ fullName: 'Lê Văn Bê', partyCardNo: '7', citizenId: '001085000009' }),
    );
    await call('officials.transfer', {
      officialIds: [moved.id],
      organizationId: cell.id,
      onDay: '2025-01-01',
    });
    expect(await rulesOf(call)).toEqual([]);
    const { writer } = await openDatabase(folder);
    const past = {
      officialId: both.id,
      organizationId: cell.id,
      validFrom: '2020-01-01',
      validTo: '2020-12-31',
    };
    writer.insert(memberships).values(past).run();
    expect(await rulesOf(call)).toEqual(['IN_TWO_UNITS']);
    expect(await rulesOf(call, 1)).toEqual(['IN_TWO_UNITS']);
    expect(await idsOf(call, 'IN_TWO_UNITS')).toEqual([both.id]);
  });

  it('finds a name with digits or signs, and refuses none', async () => {
    const { call } = await newOffice();
    const { id } = await call('officials.create', newPerson({ fullName: 'Bùi Quang An99/99' }));
    expect(await rulesOf(call)).toEqual(['NAME_DOUBTFUL']);
    const [finding] = (await call('quality.list', { rule: 'NAME_DOUBTFUL' })).rows;
    expect(finding).toMatchObject({ officialId: id, field: 'fullName' });
    const found: string[] = [];
    const doubtful = [
      'An (B)',
      'An1',
      '٣',
      'An_B',
      'An[B',
      'An]B',
      'An\\B',
      'An*',
      'An?',
      'An^',
      'An~',
      'An, B',
      'An@B',
    ];
    const usual = ["H'Hen Niê", 'Y-Bhim Ê Ban', 'Nguyễn Thị Ngọc Ánh', 'Đỗ T. An', 'K’Brể', 'Lò Thị Ươm'];
    let version = 1;
    for (const fullName of [...doubtful, ...usual]) {
      ({ version } = await call('officials.update', { id, version, changes: { fullName } }));
      if ((await rulesOf(call)).includes('NAME_DOUBTFUL')) found.push(fullName);
    }
    expect(found).toEqual(doubtful.filter((name) => name !== '٣'));
  });

  it('finds a working status that the place of work contradicts, and a committee member without the mark', async () => {
    const { call } = await newOffice();
    const { id } = await call('officials.create', newPerson({ workplace: 'Cán bộ nghỉ hưu' }));
    expect(await rulesOf(call)).toEqual(['WORKING_STATUS_DOUBTFUL']);
    const [finding] = (await call('quality.list', { rule: 'WORKING_STATUS_DOUBTFUL' })).rows;
    expect(finding).toMatchObject({ officialId: id, field: 'workingStatus', detail: 'Cán bộ nghỉ hưu' });
    const update = (version: number, changes: object) => call('officials.update', { id, version, changes });
    await update(1, { workingStatus: 'retired' });
    expect(await rulesOf(call)).toEqual([]);
    await update(2, { workplace: 'Trường Tiểu học' });
    expect(await rulesOf(call)).toEqual(['WORKING_STATUS_DOUBTFUL']);
    await update(3, { workingStatus: 'inSystem' });
    const post = {
      kind: 'party',
      title: 'Phó Bí thư Chi bộ',
      organizationId: 1,
      isHead: false,
      isLeader: false,
      isKeyOfficial: false,
      managedBy: '',
      validFrom: '2020',
      validTo: null,
    } as const;
    await call('officials.savePost', { officialId: id, version: 4, post: { ...post, id: null } });
    expect(await rulesOf(call)).toEqual(['COMMITTEE_DOUBTFUL']);
    expect((await call('quality.list', { rule: 'COMMITTEE_DOUBTFUL' })).rows[0]?.detail).toBe(
      'Phó Bí thư Chi bộ',
    );
    const { entries } = await call('officials.timeline', { id });
    const held = entries.flatMap((entry) => (entry.kind === 'post' ? [entry.post.id] : []))[0] ?? 0;
    await call('officials.savePost', {
      officialId: id,
      version: 5,
      post: { ...post, id: held, isCommittee: true },
    });
    expect(await rulesOf(call)).toEqual([]);
  });

  it('finds a head without an end in a unit that ended', async () => {
    const { call } = await newOffice();
    const cell = await call('organizations.create', { parentId: 1, kind: 'partyCell', name: 'Chi bộ Một' });
    const { id } = await call('officials.create', newPerson());
    const post = {
      id: null,
      kind: 'party',
      title: 'Bí thư',
      organizationId: cell.id,
      isHead: true,
      isLeader: true,
      isKeyOfficial: false,
      isCommittee: true,
      managedBy: '',
      validFrom: '2020',
      validTo: null,
    } as const;
    await call('officials.savePost', { officialId: id, version: 1, post });
    expect(await rulesOf(call)).toEqual([]);
    await call('organizations.end', { id: cell.id, moveToId: 1, onDay: '2025-01-01' });
    expect(await rulesOf(call)).toEqual(['HEAD_IN_ENDED_UNIT']);
    expect((await call('quality.list', { rule: 'HEAD_IN_ENDED_UNIT' })).rows[0]?.detail).toBe(
      'Chức vụ: Bí thư (Chi bộ Một)',
    );
    const { entries } = await call('officials.timeline', { id });
    const [held] = entries.flatMap((entry) => (entry.kind === 'post' ? [entry.post] : []));
    await call('officials.savePost', {
      officialId: id,
      version: 2,
      post: { ...post, id: held?.id ?? 0, validTo: '2024-12-31' },
    });
    expect(await rulesOf(call)).toEqual([]);
  });

  it('never blocks: an odd person is saved and counted in its unit', async () => {
    const { call } = await newOffice();
    const cell = await call('organizations.create', { parentId: 1, kind: 'partyCell', name: 'Chi bộ Một' });
    await call('officials.create', newPerson({ citizenId: '', organizationId: cell.id }));
    await call('officials.create', newPerson({ citizenId: '', partyCardNo: '8', organizationId: cell.id }));
    await call('officials.create', newPerson({ citizenId: '', partyCardNo: '9', fullName: 'Lê Văn Bê' }));
    expect((await call('quality.units', { rule: 'CITIZEN_ID_MISSING' })).units).toEqual([
      { organizationId: cell.id, name: 'Chi bộ Một', count: 2 },
      { organizationId: 1, name: 'Đảng ủy xã Sông Mây', count: 1 },
    ]);
    const page = await call('quality.list', { rule: 'CITIZEN_ID_MISSING', search: 'le be', limit: 1 });
    expect([page.total, page.rows.map((row) => row.fullName)]).toEqual([1, ['Lê Văn Bê']]);
  });
});

/** What the rules say, written again from their sentences, a day at a time. */
describe('all rules over any people', () => {
  const two = (value: number) => String(value).padStart(2, '0');
  const dateOf = (from: number, to: number) =>
    fc
      .tuple(
        fc.integer({ min: from, max: to }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 28 }),
        fc.integer({ min: 0, max: 9 }),
      )
      .map(([year, month, day, cut]) =>
        cut === 0
          ? null
          : cut === 1
            ? `${year}`
            : cut === 2
              ? `${year}-${two(month)}`
              : `${year}-${two(month)}-${two(day)}`,
      );
  const personArb = fc.record({
    birthDate: dateOf(1944, 1996),
    admittedOn: dateOf(1990, 2012),
    fullMemberOn: dateOf(1991, 2013),
    gender: fc.constantFrom('male', 'female', null),
    membershipStatus: fc.constantFrom('full', 'probationary', 'none', null),
    participationStatus: fc.constantFrom(...participationStatuses),
    partyCardNo: fc.constantFrom('', '77.1', '771', '77.2', '77.3', '77.4'),
    citizen: fc.tuple(
      fc.integer({ min: 0, max: 3 }),
      fc.integer({ min: 0, max: 9 }),
      fc.integer({ min: 0, max: 8 }),
    ),
    unit: fc.integer({ min: 0, max: 3 }),
  });

  /** Every day that a partial date can be. */
  function daysOf(date: string): string[] {
    if (date.length === 10) return [date];
    const months =
      date.length === 7 ? [date] : Array.from({ length: 12 }, (_, index) => `${date}-${two(index + 1)}`);
    return months.flatMap((month) =>
      [1, daysInMonth(Number(month.slice(0, 4)), Number(month.slice(5)))].map(
        (day) => `${month}-${two(day)}`,
      ),
    );
  }
  const ageOn = (birth: string, day: string): number =>
    Number(day.slice(0, 4)) - Number(birth.slice(0, 4)) - (day.slice(5) < birth.slice(5) ? 1 : 0);
  const everyPair = (a: string, b: string, holds: (a: string, b: string) => boolean) =>
    daysOf(a).every((x) => daysOf(b).every((y) => holds(x, y)));

  it('finds whom they describe and nobody else, in all units and in one', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(personArb, { minLength: 150, maxLength: 200 }), async (people) => {
        const { call, folder, service } = await newOffice();
        const { writer } = await openDatabase(folder);
        // Enough units for one of them to be few.
        for (let unit = 2; unit <= 6; unit += 1)
          writer
            .insert(organizations)
            .values({
              parentId: 1,
              kind: 'partyCell',
              name: `${unit}`,
              nameSearchKey: `${unit}`,
              nameSortKey: `${unit}`,
            })
            .run();
        for (const { citizen, unit, ...values } of people) {
          const [code, ten, number] = citizen;
          const citizenId =
            number === 0
              ? ''
              : number === 1
                ? '123456789'
                : `001${code}${ten}5${String(number).padStart(6, '0')}`;
          insertOfficial(
            writer,
            { ...emptyOfficialValues, ...values, citizenId, fullName: 'Lê Văn Bê' },
            unit || null,
            { party: '', state: '', mass: '' },
          );
        }
        const rows = people.map(({ citizen: [code, ten, number], ...person }, index) => ({
          ...person,
          id: index + 1,
          card: person.partyCardNo.replace('.', ''),
          citizenId:
            number === 0
              ? ''
              : number === 1
                ? '123456789'
                : `001${code}${ten}5${String(number).padStart(6, '0')}`,
          idGender: code % 2 === 0 ? 'male' : 'female',
          idYear: (code < 2 ? 1900 : 2000) + ten * 10 + 5,
        }));
        const out: readonly ParticipationStatus[] = ['transferredOut', 'retired', 'deceased', 'left'];
        const months = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
        type Row = (typeof rows)[number];
        const odd: Record<QualityRule, (row: Row) => boolean> = {
          NAME_DOUBTFUL: () => false,
          BIRTH_DATE_MISSING: (row) => row.birthDate === null,
          ADMITTED_MISSING: (row) => row.admittedOn === null && row.membershipStatus !== 'none',
          CARD_MISSING: (row) => row.card === '' && row.membershipStatus === 'full',
          CITIZEN_ID_MISSING: (row) => row.citizenId === '',
          UNIT_MISSING: (row) => row.unit === 0,
          ADMITTED_AFTER_FULL: ({ admittedOn, fullMemberOn }) =>
            admittedOn !== null &&
            fullMemberOn !== null &&
            everyPair(admittedOn, fullMemberOn, (a, f) => f < a),
          FULL_NOT_ABOUT_A_YEAR_LATER: ({ admittedOn: a, fullMemberOn: f }) => {
            if (a === null || f === null || a.length === 4 || f.length === 4) return false;
            const between = months(f) - months(a);
            return between >= 0 && (between < 11 || between > 18);
          },
          AGE_AT_ADMISSION: ({ birthDate: b, admittedOn: a }) =>
            b !== null &&
            a !== null &&
            (everyPair(b, a, (x, y) => ageOn(x, y) < 18) || everyPair(b, a, (x, y) => ageOn(x, y) > 60)),
          CITIZEN_ID_DISAGREES: (row) =>
            row.citizenId.length === 12 &&
            ((row.gender !== null && row.gender !== row.idGender) ||
              (row.birthDate !== null && Number(row.birthDate.slice(0, 4)) !== row.idYear)),
          SAME_CITIZEN_ID: (row) =>
            row.citizenId !== '' &&
            rows.some((other) => other.id !== row.id && other.citizenId === row.citizenId),
          SAME_CARD: (row) =>
            row.card !== '' && rows.some((other) => other.id !== row.id && other.card === row.card),
          IN_TWO_UNITS: () => false,
          HEAD_IN_ENDED_UNIT: () => false,
          WORKING_STATUS_DOUBTFUL: () => false,
          COMMITTEE_DOUBTFUL: () => false,
        };
        for (const unit of [null, 1, 2]) {
          const asked = rows.filter(
            (row) =>
              !out.includes(row.participationStatus) &&
              (unit === null || (unit === 1 ? row.unit > 0 : row.unit === unit)),
          );
          const { counts } = await call('quality.counts', { organizationId: unit });
          for (const rule of qualityRules) {
            const expected = asked.filter(odd[rule]).map((row) => row.id);
            expect(
              (await idsOf(call, rule, unit)).sort((a, b) => a - b),
              `${rule} ${unit}`,
            ).toEqual(expected);
            expect(counts.find((each) => each.rule === rule)?.count ?? 0, rule).toBe(expected.length);
          }
        }
        await service.close();
      }),
      { numRuns: 3 },
    );
  });
});
