import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memberships, officials, organizations, posts } from '../../db/connection/schema.ts';
import { officialSorts } from '../../db/contract/official-list.ts';
import {
  membershipStatuses,
  participationStatuses,
  postKinds,
  workingStatuses,
} from '../../db/domain/people.ts';
import { previewOf } from '../helpers/import-calls.ts';
import { bruteForce, type Choice, choices, filledOffice, nothing, PEOPLE } from '../helpers/mixed-people.ts';
import { openDatabase } from '../helpers/office.ts';
import { blankOfficial, newPerson } from '../helpers/people.ts';
import { stagedWorkbook } from '../helpers/staged-workbooks.ts';

const columns = ['fullName', 'birthDate', 'organization', 'hometown'] as const;

/** An office, and its lists compared with plain loops over what stands in the database. */
async function watchedOffice() {
  const { folder, call } = await filledOffice();
  const { reader, writer } = await openDatabase(folder);
  const check = async (...lists: readonly Choice[]) => {
    const expected = bruteForce(reader);
    for (const choice of lists) {
      const want = expected(choice);
      const { ids } = await call('officials.ids', choice);
      expect(ids).toEqual(want.ids);
      const page = await call('officials.list', { ...choice, offset: 20, limit: 5 });
      expect([page.total, page.of]).toEqual([want.ids.length, want.of]);
    }
  };
  return { call, reader, writer, check };
}
type Office = Awaited<ReturnType<typeof watchedOffice>>;

/** A change of the records by a method of the contract; what is refused changes nothing and is checked as well. */
type Change = (office: Office) => Promise<unknown>;
const person = fc.integer({ min: 1, max: PEOPLE });
const text = fc.constantFrom('', 'aa', 'xã Ấm Hạ', 'Đại học', 'zz');
const versionOf = async ({ call }: Office, id: number) => (await call('officials.get', { id })).version;

const edit = fc
  .record({
    id: person,
    changes: fc.record(
      {
        fullName: fc.constantFrom('An', 'Trần Văn Ân', 'Zuân Yến', 'Đặng Thị Bình'),
        birthDate: fc.constantFrom(null, '1975', '1990-01-01'),
        hometown: text,
        professionalDegree: text,
        partyCardNo: fc.constantFrom('', '1', '99.999999'),
        membershipStatus: fc.constantFrom(null, ...membershipStatuses),
        workingStatus: fc.constantFrom(null, ...workingStatuses),
        gender: fc.constantFrom(null, 'male' as const, 'female' as const),
        note: text,
      },
      { requiredKeys: [] },
    ),
  })
  .map(
    ({ id, changes }): Change =>
      async (office) =>
        office.call('officials.update', { id, version: await versionOf(office, id), changes }),
  );
const add = fc
  .record({
    fullName: fc.constantFrom('Ân', 'Lê Đức Hoà', 'Yên'),
    hometown: text,
    unit: fc.constantFrom(null, 1, 3, 5),
  })
  .map(
    ({ fullName, hometown, unit }): Change =>
      ({ call }) =>
        call('officials.create', { ...blankOfficial, fullName, hometown, organizationId: unit }),
  );
const transfer = fc
  .record({ first: person, many: fc.constantFrom(1, 1, 7, 60), unit: fc.constantFrom(1, 2, 3, 4, 5) })
  .map(
    ({ first, many, unit }): Change =>
      ({ call }) =>
        call('officials.transfer', {
          officialIds: Array.from({ length: many }, (_, index) => 1 + ((first + index * 3) % PEOPLE)),
          organizationId: unit,
          onDay: '2026-01-01',
        }),
  );
const participate = fc.record({ id: person, status: fc.constantFrom(...participationStatuses) }).map(
  ({ id, status }): Change =>
    async (office) =>
      office.call('officials.setParticipation', {
        id,
        version: await versionOf(office, id),
        status,
        onDay: '2026-01-01',
        reason: 'x',
      }),
);
const post = fc
  .record({
    id: person,
    kind: fc.constantFrom(...postKinds),
    title: fc.constantFrom('Bí thư', 'Ấp trưởng', 'Ủy viên'),
    isHead: fc.boolean(),
    validTo: fc.constantFrom(null, null, '2020'),
  })
  .map(
    ({ id, ...held }): Change =>
      async (office) =>
        office.call('officials.savePost', {
          officialId: id,
          version: await versionOf(office, id),
          post: {
            ...held,
            id: null,
            isLeader: false,
            isKeyOfficial: held.isHead,
            managedBy: '',
            validFrom: null,
          },
        }),
  );
const removePost = person.map(
  (from): Change =>
    async (office) => {
      const held = office.reader.select().from(posts).where(eq(posts.officialId, from)).get();
      if (!held) return;
      const known = { officialId: from, version: await versionOf(office, from), postId: held.id };
      await office.call('officials.removePost', known);
    },
);
const rename = fc
  .record({ unit: fc.constantFrom(2, 3, 4, 5), name: fc.constantFrom('A', 'Chi bộ Ủ', 'Tổ', 'Zin') })
  .map(
    ({ unit, name }): Change =>
      async ({ call, reader }) => {
        const known = reader.select().from(organizations).where(eq(organizations.id, unit)).get();
        if (!known) return;
        const { parentId, version, kind } = known;
        await call('organizations.update', { id: unit, version, parentId, kind, name });
      },
  );
const moveUnit = fc.record({ unit: fc.constantFrom(3, 4, 5), parentId: fc.constantFrom(1, 2) }).map(
  ({ unit, parentId }): Change =>
    async ({ call, reader }) => {
      const known = reader.select().from(organizations).where(eq(organizations.id, unit)).get();
      if (known) await call('organizations.update', { ...known, unitType: null, parentId });
    },
);
const mergePeople = fc.record({ first: person, second: person }).map(
  ({ first, second }): Change =>
    async ({ call }) => {
      const pair = await call('duplicates.compare', { firstId: first, secondId: second });
      await call('duplicates.merge', {
        kept: { id: first, version: pair.first.version },
        removed: { id: second, version: pair.second.version },
        take: ['hometown'],
        decisions: pair.conflicts.map(({ key }) => ({ key, keep: 'kept' })),
      });
    },
);
const undo = fc.constant<Change>(async ({ call }) => {
  const { operations } = await call('operations.list', {});
  const last = operations.find((each) => each.undoneAt === null);
  if (last) await call('operations.undo', { operationId: last.id });
});
/** By another process that works on the same office, such as the command line: of this nobody is told. */
const fromOutside = person.map(
  (id): Change =>
    async ({ writer }) => {
      writer.update(officials).set({ hometown: 'bb', birthDate: '1960' }).where(eq(officials.id, id)).run();
      writer
        .delete(memberships)
        .where(eq(memberships.officialId, id + 1))
        .run();
    },
);

const changes = fc.oneof(
  { arbitrary: edit, weight: 4 },
  add,
  transfer,
  participate,
  post,
  removePost,
  rename,
  moveUnit,
  mergePeople,
  { arbitrary: undo, weight: 2 },
  fromOutside,
);

// What is kept in memory of a list is put right for whoever changed instead of being read anew: a row that was left at
// its old place, or a person who was missed, would show until the program is closed.
describe('the list right after a change', () => {
  it('is what plain loops over all records give, for every sort and filter', async () => {
    const office = await watchedOffice();
    let done = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(changes, fc.constantFrom(...officialSorts)), { minLength: 4, maxLength: 8 }),
        fc.array(choices, { minLength: 2, maxLength: 3 }),
        async (steps, kept) => {
          await office.check(...kept);
          for (const [change, sort] of steps) {
            await office.check({ ...nothing, sort });
            await change(office).then(
              () => {
                done += 1;
              },
              () => undefined,
            );
            await office.check({ ...nothing, sort }, ...kept);
          }
        },
      ),
      { numRuns: 12 },
    );
    expect(done).toBeGreaterThan(25);
  });

  it('is right for every sort after one person was changed in everything', async () => {
    const office = await watchedOffice();
    const { call } = office;
    for (const [index, sort] of officialSorts.entries()) {
      const [all, full] = [
        { ...nothing, sort },
        { ...nothing, sort, descending: true, membership: ['full' as const] },
      ];
      const id = 700 + index;
      await office.check(all, full);
      const { version } = await call('officials.get', { id });
      const everything = newPerson({
        partyCardNo: `1${index}`,
        citizenId: '',
        hometown: 'aa',
        residence: 'zz',
      });
      const { organizationId: _unit, since: _since, ...fields } = everything;
      await call('officials.update', {
        id,
        version,
        changes: { ...fields, note: 'aa', schooling: '9/12', workingStatus: 'retired' },
      });
      await office.check(all, full);
      await call('officials.savePost', {
        officialId: id,
        version: version + 1,
        post: {
          id: null,
          kind: 'state',
          title: 'An ninh',
          isHead: false,
          isLeader: false,
          isKeyOfficial: false,
          managedBy: '',
          validFrom: null,
          validTo: null,
        },
      });
      await call('officials.transfer', { officialIds: [id], organizationId: 5, onDay: '2026-02-02' });
      await office.check(all, full);
    }
  });

  it('is the one before while an import is under way, and right after it and after its undo', async () => {
    const office = await watchedOffice();
    const { call, check } = office;
    const lists = [
      nothing,
      { ...nothing, sort: 'hometown' as const },
      { ...nothing, sort: 'organization' as const, organizationId: 1 },
      { ...nothing, missing: ['gender' as const] },
    ];
    const checkAll = () => check(...lists);
    await checkAll();
    const rows = Array.from({ length: 900 }, (_, index) => [
      `Phạm Văn ${index % 2 === 0 ? 'Ấn' : 'Tý'} ${'i'.repeat(index % 9)}`,
      `19${60 + (index % 30)}-01-0${1 + (index % 9)}`,
      'Chi bộ Một',
      index % 3 === 0 ? 'ab' : '',
    ]);
    const { previewId } = await previewOf(call, stagedWorkbook(columns, rows));
    const meanwhile: Promise<unknown>[] = [];
    const first = await call(
      'imports.commit',
      { previewId },
      { onProgress: () => meanwhile.push(checkAll()) },
    );
    await Promise.all(meanwhile);
    await checkAll();
    await call('imports.undo', { batchId: first.batchId ?? 0 });
    await checkAll();
    const few = await previewOf(call, stagedWorkbook(columns, rows.slice(0, 9), { sha256: 'b'.repeat(64) }));
    const again = await few.commit();
    await checkAll();
    await call('imports.undo', { batchId: again.batchId ?? 0 });
    await checkAll();
  });
});
