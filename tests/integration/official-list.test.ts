import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  membershipChoices,
  missingFields,
  officialSorts,
  postRoles,
  workingChoices,
} from '../../db/contract/official-list.ts';
import { participationStatuses, postKinds } from '../../db/domain/people.ts';
import { bruteForce, type Choice, choices, filledOffice, nothing, PEOPLE } from '../helpers/mixed-people.ts';
import { openDatabase } from '../helpers/office.ts';

/** Folded words, initials with y as i, digits of cards and of citizen IDs, of both with a name, nothing. */
const typed = ['', 'n', 'NVI', 'thui', 'Hoà', 'van an', '77.1001', '0010800', '001080010007', 'an 100', 'zz'];

describe('the list of officials', () => {
  it('shows whom each filter means, in the order asked, page by page', async () => {
    const { folder, call } = await filledOffice();
    const expected = bruteForce((await openDatabase(folder)).reader);
    const check = async (choice: Choice, offset: number) => {
      const want = expected(choice);
      const page = await call('officials.list', { ...choice, offset, limit: 40 });
      expect({ total: page.total, of: page.of, ids: page.rows.map((row) => row.id) }).toEqual({
        total: want.ids.length,
        of: want.of,
        ids: want.ids.slice(offset, offset + 40),
      });
      if (offset === 0) expect((await call('officials.ids', choice)).ids).toEqual(want.ids);
    };
    // A list of few people is put in order by itself as long as no order of everybody is kept.
    for (const sort of officialSorts)
      await check({ ...nothing, sort, descending: sort.length % 2 === 0, membership: ['unknown'] }, 0);
    for (const sort of officialSorts) {
      await check({ ...nothing, sort }, 0);
      await check({ ...nothing, sort, descending: true }, PEOPLE - 10);
    }
    for (const offset of [700, PEOPLE + 5]) await check(nothing, offset);
    for (const sort of officialSorts)
      await check({ ...nothing, sort, membership: ['full', 'probationary', 'none'] }, 900);
    for (const participation of participationStatuses)
      await check({ ...nothing, participation: [participation] }, 0);
    for (const membership of membershipChoices) await check({ ...nothing, membership: [membership] }, 0);
    for (const working of workingChoices) await check({ ...nothing, working: [working] }, 0);
    for (const kind of postKinds) await check({ ...nothing, postKinds: [kind] }, 0);
    for (const role of postRoles) await check({ ...nothing, postRoles: [role] }, 0);
    for (const field of missingFields) await check({ ...nothing, missing: [field] }, 0);
    for (const search of typed)
      for (const more of [{}, { organizationId: 2 }, { sort: 'hometown' as const, descending: true }])
        await check({ ...nothing, ...more, search }, search === 'n' ? 300 : 0);
    await fc.assert(fc.asyncProperty(choices, fc.constantFrom(0, 0, 30, 400, 900), check), { numRuns: 100 });
  });

  it('is in order again at once after a change', async () => {
    const { call } = await filledOffice();
    const list = () => call('officials.list', { sort: 'hometown', offset: 1000, limit: 1 });
    const [before] = (await list()).rows;
    if (!before) throw new Error('nobody there');
    await call('officials.update', {
      id: before.id,
      version: before.version,
      changes: { hometown: 'aa' },
    });
    expect((await list()).rows[0]?.id).not.toBe(before.id);
    const [first] = (await call('officials.list', { sort: 'hometown', limit: 1 })).rows;
    expect(first?.id).toBe(before.id);
  });

  it('never carries a sensitive value in clear', async () => {
    const { call } = await filledOffice();
    const { rows } = await call('officials.list', { limit: 500 });
    expect(new Set(rows.map((row) => row.ethnicity))).toEqual(new Set(['•••']));
    expect(rows.filter((row) => /\d{4}/.test(row.citizenId))).toEqual([]);
    expect(rows.some((row) => row.citizenId === '') && rows.some((row) => row.citizenId !== '')).toBe(true);
  });
});
