import fc from 'fast-check';
import { expect, it } from 'vitest';
import { emptyCounts } from '../../db/domain/ratings.ts';
import { isOutsideRating, participantsOf } from '../../db/records/participants.ts';
import { cycleOffice, openCycle2025, personFields } from '../helpers/cycle-office.ts';
import { type Call, openDatabase } from '../helpers/office.ts';

const years = [2025, 2024];
const levels = ['excellent', 'good', 'completed', 'notCompleted'] as const;

it('counts the levels of each year on the overview as a count of its people one by one', async () => {
  const made = await cycleOffice();
  for (const letter of 'ABCDEFGH')
    await made.call('officials.create', {
      ...personFields,
      fullName: `Người Thứ ${letter}`,
      organizationId: made.cells[letter < 'E' ? 0 : 1],
    });
  // 2025 has a plan with its people, 2024 has none.
  await openCycle2025(made);
  const { reader, writerDriver } = await openDatabase(made.folder);
  const run = (sql: string, ...values: unknown[]) => writerDriver.prepare(sql).run(...values);
  run("insert into cycles (year, quarter, counted_on) values (2024, 0, '2024-12-31')");
  const ids = writerDriver.prepare('select id from officials order by id').pluck().all();
  const rating = fc.option(
    fc.record({
      kind: fc.constantFrom('member', 'member', 'leader'),
      level: fc.constantFrom(null, ...levels),
    }),
  );
  const person = fc.record({
    status: fc.constantFrom('active', 'active', 'exempt', 'suspended', 'retired', 'left'),
    before: fc.option(
      fc.record({
        until: fc.constantFrom('2024-06-30', '2024-12-31', '2025-12-31'),
        status: fc.constantFrom('active', 'exempt', 'transferredOut'),
      }),
    ),
    membership: fc.constantFrom(null, 'full', 'none'),
    admittedOn: fc.constantFrom(null, '2010', '2024-12-31', '2025-05-01', '2026'),
    inUnitUntil: fc.constantFrom(null, null, '2024-12-30', '2025-03-01'),
    outReason: fc.constantFrom(null, null, 'exempt', 'suspended', 'other', 'retired'),
    ratings: fc.tuple(rating, rating),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(person, { minLength: ids.length, maxLength: ids.length }), async (people) => {
      for (const table of ['rating_stages', 'ratings', 'participation_states']) run(`delete from ${table}`);
      for (const [index, of] of people.entries()) {
        const id = ids[index];
        run(
          'update officials set participation_status = ?, membership_status = ?, admitted_on = ? where id = ?',
          ...[of.status, of.membership, of.admittedOn, id],
        );
        run('update memberships set valid_to = ? where official_id = ?', of.inUnitUntil, id);
        run('update reviews set out_reason = ? where official_id = ?', of.outReason, id);
        if (of.before !== null)
          run(
            "insert into participation_states (official_id, valid_to, status, reason) values (?, ?, ?, '')",
            ...[id, of.before.until, of.before.status],
          );
        for (const [at, year] of years.entries()) {
          const own = of.ratings[at];
          if (own)
            run(
              'insert into ratings (cycle_id, kind, official_id, decided_level) select id, ?, ?, ? from cycles where year = ?',
              ...[own.kind, id, own.level, year],
            );
        }
      }
      const expected = years
        .filter((_, at) => people.some(({ ratings }) => ratings[at]?.kind === 'member'))
        .map((year) => {
          const counts = emptyCounts();
          for (const one of participantsOf(reader, year))
            if (!isOutsideRating(one)) counts[one.decidedLevel ?? 'unrated'] += 1;
          return { year, counts };
        });
      expect((await made.call('overview.get', {})).years).toEqual(expected);
      await expectOneTruth(made.call);
    }),
    { numRuns: 25 },
  );
});

/** Cap, table 5a, 5e, the list of pledges, the grid and the progress of an opened cycle count the same people. */
async function expectOneTruth(call: Call): Promise<void> {
  const { cycle } = await call('cycles.get', { year: 2025 });
  const { progress } = cycle ?? {};
  const { total } = await call('reports.ratingSummary', { year: 2025 });
  const { office, units } = await call('caps.report', { year: 2025 });
  const { counts } = await call('ratings.grid', { year: 2025 });
  const signed = await call('summaries.get', { table: '5e', year: 2025 });
  const pledges = await call('pledges.list', { year: 2025 });
  const people = (levels: Readonly<Record<string, number>>) =>
    Object.values(levels).reduce((sum, count) => sum + count, 0);
  expect(progress).toMatchObject({ base: total.toRate, rated: total.rated, toPledge: pledges.total });
  expect(people(office.counts)).toBe(total.toRate);
  expect(units.reduce((sum, unit) => sum + people(unit.counts), 0)).toBe(total.toRate);
  // The grid shows who is outside the rating, too.
  expect(people(counts)).toBe(total.members);
  expect(signed.total.counts.toSign).toBe(pledges.total);
  // What the list of the cycle lacks of the base, and has beside it, is named.
  expect(progress?.base).toBe(
    (progress?.toReview ?? 0) + (progress?.unlisted ?? 0) + (progress?.ratedOutside ?? 0),
  );
}
