import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Connection } from '../../db/connection/open.ts';
import { AppError } from '../../db/contract/errors.ts';
import type { MethodName } from '../../db/contract/method-list.ts';
import { errorMessage, fieldErrorMessage } from '../../db/contract/vi/errors.ts';
import { spotsOf, withValueAt } from '../helpers/bad-values.ts';
import { newOffice, openDatabase, type TestOffice } from '../helpers/office.ts';
import { blankOfficial } from '../helpers/people.ts';

const person = {
  ...blankOfficial,
  fullName: 'Trần Văn Ân',
  birthDate: '1985-02-03',
  gender: 'male',
  ethnicity: 'Kinh',
  hometown: 'xã Sông Mây',
  admittedOn: '2010-05-19',
  fullMemberOn: '2011-05-19',
  partyCardNo: '77.000001',
  citizenId: '001085000001',
  schooling: '12/12',
  membershipStatus: 'full',
} as const;
const post = {
  id: null,
  kind: 'party',
  title: 'Bí thư',
  organizationId: null,
  isHead: true,
  isLeader: false,
  isKeyOfficial: false,
  managedBy: '',
  validFrom: '2020',
  validTo: '2025-06',
} as const;
const unit = {
  parentId: 1,
  kind: 'partyCell',
  code: 'CB9',
  name: 'Chi bộ Chín',
  superiorHead: '',
  issuingHead: 'CHI BỘ CHÍN',
  signatureAuthority: '',
  signatureTitle: '',
} as const;
const discipline = {
  form: 'reprimand',
  effectiveOn: '2024-05',
  decisionNo: '12-QĐ/ĐU',
  decidingBody: 'Đảng ủy xã',
  postThen: '',
  isHeadThen: false,
  organizationThenId: 1,
  note: '',
};

interface Filled extends TestOffice {
  database: Connection;
  /** A good call of every method of officials, organisations and operations, as the office stands. */
  good: readonly [MethodName, unknown][];
  group: number;
  cell: number;
}

/** A tree of three levels, two people with posts and discipline, one act that can be undone. */
async function filledOffice(): Promise<Filled> {
  const office = await newOffice();
  const { call } = office;
  const cell = (await call('organizations.create', { parentId: 1, kind: 'partyCell', name: 'Chi bộ Một' }))
    .id;
  const group = (await call('organizations.create', { parentId: cell, kind: 'partyGroup', name: 'Tổ Một' }))
    .id;
  const other = (await call('organizations.create', { parentId: 1, kind: 'partyCell', name: 'Chi bộ Hai' }))
    .id;
  const a = (await call('officials.create', { ...person, organizationId: cell })).id;
  const b = (await call('officials.create', { ...person, fullName: 'Lò Thị Sao', organizationId: cell })).id;
  await call('officials.savePost', { officialId: a, version: 1, post });
  const moved = await call('officials.transfer', {
    officialIds: [b],
    organizationId: other,
    onDay: '2025-03-01',
  });
  await call('disciplines.save', {
    officialId: a,
    known: null,
    discipline: { ...discipline, form: 'reprimand' },
  });
  const added = (await call('officials.create', { ...person, fullName: 'Hà Văn Mới', organizationId: cell }))
    .id;
  const { entries } = await call('officials.timeline', { id: a });
  const held = entries.flatMap((entry) => (entry.kind === 'post' ? [entry.post.id] : []))[0] ?? 0;
  const version = (await call('officials.get', { id: a })).version;
  const given = {
    officialIds: [a, b],
    kind: 'party',
    title: 'Cấp ủy viên',
    isHead: false,
    isLeader: false,
    isKeyOfficial: false,
    managedBy: '',
    onDay: '2025-11-01',
    validTo: null,
    dryRun: false,
  };
  const step = { onDay: '2025-07-01', dryRun: false };
  const good: [MethodName, unknown][] = [
    [
      'officials.list',
      { search: 'an', organizationId: cell, sort: 'name', descending: false, offset: 0, limit: 10 },
    ],
    ['officials.get', { id: a }],
    ['officials.timeline', { id: a }],
    ['officials.create', { ...person, organizationId: cell, since: '2020-01-01' }],
    ['officials.update', { id: a, version, changes: person }],
    [
      'officials.setParticipation',
      { id: a, version, status: 'exempt', onDay: '2025-10-01', reason: 'Tuổi cao' },
    ],
    ['officials.savePost', { officialId: a, version, post: { ...post, id: held, organizationId: 1 } }],
    ['officials.removePost', { officialId: a, version, postId: held }],
    ['officials.givePost', given],
    ['officials.removeAdded', { id: added, version: 1 }],
    ['officials.transfer', { officialIds: [a, b], organizationId: other, ...step }],
    ['officials.reveal', { id: a }],
    ['disciplines.list', { officialId: a }],
    ['disciplines.save', { officialId: a, known: { id: 1, version: 1 }, discipline }],
    ['disciplines.remove', { officialId: a, known: { id: 1, version: 1 } }],
    ['organizations.tree', { asOf: '2025-07-01' }],
    ['organizations.create', { parentId: cell, kind: 'partyGroup', name: 'Tổ Hai', code: 'T2' }],
    [
      'organizations.update',
      { id: cell, version: 1, parentId: 1, kind: 'partyCell', name: 'Chi bộ Ba', code: '' },
    ],
    ['organizations.removeAdded', { id: group, version: 1 }],
    ['organizations.change', { id: cell, version: 1, ...unit, ...step }],
    ['organizations.merge', { sourceIds: [other], target: { is: 'unit', id: cell }, ...step }],
    ['organizations.merge', { sourceIds: [cell, other], target: { is: 'newUnit', unit }, ...step }],
    [
      'organizations.split',
      { sourceId: cell, parts: [{ unit, officialIds: [a] }], keepSource: true, ...step },
    ],
    ['organizations.end', { id: other, moveToId: cell, ...step }],
    ['operations.list', {}],
    ['operations.undo', { operationId: moved.operationId }],
    ['search.find', { text: 'tran van an' }],
  ];
  return { ...office, database: await openDatabase(office.folder), good, group, cell };
}

/** Everything that stands in the database; refused sensitive acts add their audit rows, so those may be left out. */
function contentOf({ writerDriver }: Connection, withAudit: boolean): string {
  const tables = writerDriver
    .prepare(
      "select name from sqlite_schema where type = 'table' and sql not like 'CREATE VIRTUAL%' order by name",
    )
    .pluck()
    .all() as string[];
  const hash = createHash('sha256');
  for (const table of tables)
    if (withAudit || table !== 'audit')
      hash.update(
        JSON.stringify([table, writerDriver.prepare(`select * from "${table}"`).raw().all()], safeBytes),
      );
  return hash.digest('hex');
}
const safeBytes = (_key: string, value: unknown): unknown =>
  value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value;

async function outcomeOf(work: Promise<unknown>): Promise<AppError | 'done'> {
  try {
    await work;
    return 'done';
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
}

/** A sentence in Vietnamese, and no hole where a value should stand. */
function expectClear(error: AppError, where: string): void {
  expect(error.code, where).not.toBe('INTERNAL');
  const message = errorMessage(error);
  expect(message, where).toMatch(/[àáảãạăâđêôơưếệộờợủứ]/i);
  expect(message, where).not.toMatch(/undefined|\[object|NaN/);
  for (const code of Object.values(error.fieldErrors)) expect(fieldErrorMessage(code), where).toBeTruthy();
}

const isSensitive = (method: MethodName): boolean =>
  method === 'officials.reveal' || method.startsWith('disciplines.');

describe('bad input', () => {
  it('in any field of any method is refused clearly, at its field, and changes nothing', async () => {
    const { good, service, token, database } = await filledOffice();
    const cases = good
      .flatMap(([method, input]) =>
        spotsOf(input).flatMap(({ path, bad }) => bad.map((each) => ({ method, input, path, ...each }))),
      )
      // A list of a unit that is no more is empty: the page puts its filter right by itself.
      .filter(({ method, name }) => method !== 'officials.list' || !name.startsWith('record '));
    expect(cases.length).toBeGreaterThan(1000);
    // Counts the commits of the service's connection: only after one there is something to compare.
    const commits = () => database.writerDriver.pragma('data_version', { simple: true });
    const content = contentOf(database, false);
    const expectRefused = async (method: MethodName, input: unknown, where: string): Promise<AppError> => {
      const before = commits();
      const outcome = await outcomeOf(service.call(token, method, input));
      if (outcome === 'done') throw new Error(`${where} was accepted`);
      expectClear(outcome, where);
      // A refused sensitive act leaves its audit row and nothing else.
      if (isSensitive(method)) expect(contentOf(database, false), where).toBe(content);
      else expect(commits(), where).toBe(before);
      return outcome;
    };
    for (const { method, input, path, name, value } of cases) {
      const dotted = path.join('.');
      const where = `${method} ${dotted}: ${name}`;
      const { code, fieldErrors } = await expectRefused(method, withValueAt(input, path, value), where);
      if (code !== 'VALIDATION_FAILED') continue;
      const fields = Object.keys(fieldErrors);
      expect(
        fields.some((field) => dotted.startsWith(field) || field.startsWith(dotted)),
        `${where} is told at ${fields}`,
      ).toBe(true);
    }
    // Two faults at once, in any of the fields of one call.
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...cases), fc.nat(), async (first, pick) => {
        const others = cases.filter(({ input, path }) => input === first.input && path !== first.path);
        const second = others[pick % others.length] ?? first;
        const input = withValueAt(
          withValueAt(first.input, first.path, first.value),
          second.path,
          second.value,
        );
        await expectRefused(first.method, input, `${first.method}: ${first.name}, ${second.name}`);
      }),
      { numRuns: 300 },
    );
  });

  it('is all that is wrong: the same calls with nothing bad in them are done', async () => {
    let office = await filledOffice();
    for (const index of office.good.keys()) {
      const [method, input] = office.good[index] ?? ['office.get', {}];
      const steps = typeof input === 'object' && input !== null && 'dryRun' in input;
      const before = contentOf(office.database, false);
      const call = office.service.call(office.token, method, steps ? { ...input, dryRun: true } : input);
      const outcome = await outcomeOf(call);
      const shown = outcome === 'done' ? 'done' : `${outcome.code} ${JSON.stringify(outcome.fieldErrors)}`;
      expect(shown, method).toBe('done');
      if (contentOf(office.database, false) !== before) office = await filledOffice();
    }
  });

  it('as control characters is cleaned away and never stored', async () => {
    const { service, token, database } = await filledOffice();
    const dirty = 'Tra\u0300n\u0000 Va\u0306n\u0007\u200b \u00c2n\u009f\r\n';
    await service.call(token, 'officials.create', {
      ...person,
      fullName: dirty,
      note: dirty,
      organizationId: 1,
    });
    await service.call(token, 'organizations.create', { parentId: 1, kind: 'partyCell', name: dirty });
    const { full_name, note } = database.writerDriver
      .prepare('select full_name, note from officials order by id desc')
      .get() as Record<string, string>;
    expect([full_name, note]).toEqual(['Tràn Văn Ân', 'Tràn Văn Ân']);
    const blank = await outcomeOf(
      service.call(token, 'officials.create', {
        ...person,
        fullName: '\u0000\u0007\u200b',
        organizationId: 1,
      }),
    );
    expect(blank).toMatchObject({ code: 'VALIDATION_FAILED', fieldErrors: { fullName: 'REQUIRED' } });
  });

  it('as keys of the prototype changes no object and is not stored', async () => {
    const { good, service, token, database } = await filledOffice();
    for (const [method, input] of good) {
      const before = contentOf(database, !isSensitive(method));
      // Beside good fields such a key says nothing; in the place of one it is refused. Stale, so that nothing is written.
      const poisoned: unknown = JSON.parse(
        `{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}, "version": 77, "id": 987654}`,
      );
      const outcome = await outcomeOf(
        service.call(token, method, Object.assign(Object.create(null), input, poisoned, { dryRun: true })),
      );
      expect(({} as Record<string, unknown>).polluted, method).toBeUndefined();
      if (outcome !== 'done') {
        expectClear(outcome, method);
        expect(contentOf(database, !isSensitive(method)), method).toBe(before);
      }
    }
  });

  it('of a stale version, an unknown record or a circle in the tree says what it is and changes nothing', async () => {
    const { good, service, token, database, cell, group } = await filledOffice();
    const before = contentOf(database, false);
    for (const [method, input] of good) {
      if (typeof input !== 'object' || input === null || !('version' in input)) continue;
      for (const by of [-1, 1, 1000]) {
        const version = Number(input.version) + by;
        if (version < 1) continue;
        const outcome = await outcomeOf(service.call(token, method, { ...input, version }));
        // A record that was used since it was added is not taken out again, whichever version is named.
        const expected = method.endsWith('removeAdded') ? /STALE_VERSION|ADDED_IN_USE/ : /STALE_VERSION/;
        expect(outcome === 'done' ? 'done' : outcome.code, `${method} ${by}`).toMatch(expected);
      }
    }
    const circles: [MethodName, unknown][] = [
      [
        'organizations.update',
        { id: cell, version: 1, parentId: group, kind: 'partyCell', name: 'Chi bộ Một' },
      ],
      [
        'organizations.update',
        { id: cell, version: 1, parentId: cell, kind: 'partyCell', name: 'Chi bộ Một' },
      ],
      ['organizations.change', { ...unit, id: cell, version: 1, parentId: group, onDay: '2025-07-01' }],
      ['organizations.merge', { sourceIds: [cell], target: { is: 'unit', id: group }, onDay: '2025-07-01' }],
      ['organizations.merge', { sourceIds: [cell], target: { is: 'unit', id: cell }, onDay: '2025-07-01' }],
      [
        'organizations.merge',
        {
          sourceIds: [cell],
          target: { is: 'newUnit', unit: { ...unit, parentId: group } },
          onDay: '2025-07-01',
        },
      ],
      ['organizations.end', { id: cell, moveToId: group, onDay: '2025-07-01' }],
      ['organizations.end', { id: cell, moveToId: cell, onDay: '2025-07-01' }],
    ];
    for (const [method, input] of circles) {
      const outcome = await outcomeOf(service.call(token, method, input));
      expect(outcome === 'done' ? 'done' : outcome.code, `${method} ${JSON.stringify(input)}`).toBe(
        'ORGANIZATION_CYCLE',
      );
    }
    expect(contentOf(database, false)).toBe(before);
  });
});
