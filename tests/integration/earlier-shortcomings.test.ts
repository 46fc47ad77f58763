import fc from 'fast-check';
import { expect, it } from 'vitest';
import { earlierOfPeople } from '../../db/records/rating-shortcomings.ts';
import { cycleOffice } from '../helpers/cycle-office.ts';
import { openDatabase } from '../helpers/office.ts';

const period = { from: '2025-01-01', to: '2025-12-31' };

/**
 * The fault: of someone whose one earlier shortcoming had an unfinished task and no word in this year's review, none were
 * put right, but the count said null. Steps: name one, give it a task, open the next year. Reason: null = 'putRight' is
 * null in SQL, and so is its sum.
 */
it('counts earlier shortcomings and those put right as a count one by one', async () => {
  const { folder, people, cells } = await cycleOffice();
  const { reader, writerDriver } = await openDatabase(folder);
  const run = (sql: string, ...values: unknown[]) =>
    Number(writerDriver.prepare(sql).run(...values).lastInsertRowid);
  const ids = Object.values(people);
  const cycleOf = new Map(
    [2023, 2024, 2025].map((year) => [
      year,
      run("insert into cycles (year, counted_on, opened_at) values (?, ?, 'x')", year, `${year}-12-31`),
    ]),
  );
  const task = fc.record({
    state: fc.constantFrom('doing', 'verified', 'notFitting'),
    on: fc.constantFrom(null, '2024-11-01', '2025-06-01', '2026-02-01'),
  });
  const outcome = fc.constantFrom(null, null, 'putRight', 'underWay');
  const shortcoming = fc.record({
    before: outcome,
    now: outcome,
    tasks: fc.array(task, { maxLength: 2 }),
  });
  // Of each earlier year: no review, or one with what it named.
  const review = fc.option(fc.array(shortcoming, { maxLength: 3 }));
  const person = fc.record({ 2023: review, 2024: review });
  fc.assert(
    fc.property(fc.array(person, { minLength: ids.length, maxLength: ids.length }), (all) => {
      for (const table of ['shortcoming_outcomes', 'remediation_tasks', 'shortcomings', 'reviews'])
        run(`delete from ${table}`);
      const expected = new Map<number, { total: number; putRight: number } | null>();
      for (const [index, of] of all.entries()) {
        const id = ids[index] ?? 0;
        const reviewIn = (year: number) =>
          run(
            "insert into reviews (cycle_id, official_id, organization_id, place, subject_group, basis) values (?, ?, ?, 'cell', 'noPost', 'drawn')",
            ...[cycleOf.get(year), id, cells[0]],
          );
        const now = reviewIn(2025);
        const then = { 2023: of[2023] && reviewIn(2023), 2024: of[2024] && reviewIn(2024) };
        let [total, putRight, unknown] = [0, 0, 0];
        for (const year of [2023, 2024] as const)
          for (const [position, one] of (of[year] ?? []).entries()) {
            const named = run(
              "insert into shortcomings (review_id, position, text) values (?, ?, 'x')",
              ...[then[year], position + 1],
            );
            const say = (by: number | null, what: string | null) =>
              what !== null &&
              run(
                'insert into shortcoming_outcomes (review_id, shortcoming_id, outcome) values (?, ?, ?)',
                ...[by, named, what],
              );
            if (year === 2023 && then[2024] !== null) say(then[2024], one.before);
            say(now, one.now);
            for (const { state, on } of one.tasks)
              run(
                "insert into remediation_tasks (cycle_id, shortcoming_id, shortcoming_text, measure, assignee_name, due_on, state, verified_on) values (?, ?, 'x', 'x', 'x', '2025-06-30', ?, ?)",
                ...[cycleOf.get(2024), named, state, on],
              );
            const fitting = one.tasks.filter(({ state }) => state !== 'notFitting');
            const allVerified = (by: (day: string) => boolean) =>
              fitting.length > 0 && fitting.every(({ state, on }) => state === 'verified' && by(on ?? ''));
            const closedThen = year === 2023 && then[2024] !== null && one.before === 'putRight';
            if (closedThen || allVerified((day) => day < period.from)) continue;
            total += 1;
            if (one.now === 'putRight' || (one.now === null && allVerified((day) => day <= period.to)))
              putRight += 1;
            else if (one.now === null && fitting.length === 0) unknown += 1;
          }
        const isKnown = unknown === 0 || putRight + unknown < total;
        if (of[2023] !== null || of[2024] !== null) expected.set(id, isKnown ? { total, putRight } : null);
      }
      const year = { cycleId: cycleOf.get(2025) ?? 0, year: 2025, quarter: 0, period };
      expect(earlierOfPeople(reader, year, JSON.stringify(ids))).toEqual(expected);
    }),
    { numRuns: 80 },
  );
});
