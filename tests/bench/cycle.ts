import { ratingLevels } from '../../db/domain/ratings.ts';
import { describe, percentile } from './figures.ts';
import { type LargeOffice, openLargeOffice } from './large-office.ts';
import { benchPapers } from './papers.ts';

const PEOPLE = 5_000;
const UNITS = 83;
const YEARS = [2022, 2023, 2024, 2025, 2026];
const RUNS = 60;
/** The year that is worked in. */
const NOW = 2026;
const decision = { body: 'Ban Thường vụ Đảng ủy', onDay: '2026-12-20' };

/** Ratings of every year with their versions; of each year one person in ten with a shortcoming and a task for it. */
async function fillYears({ call, driver }: LargeOffice): Promise<void> {
  for (const year of YEARS) {
    const { collectives } = await call('cycles.draft', { year, countedOn: `${year}-12-31` });
    await call('cycles.open', {
      year,
      countedOn: `${year}-12-31`,
      packId: '',
      collectives: collectives
        .filter((one) => one.suggested)
        .map(({ organizationId, kind }) => ({ organizationId, kind })),
    });
  }
  const level = `CASE v.official_id % 20 WHEN 0 THEN 'excellent' WHEN 1 THEN 'completed' WHEN 2 THEN 'notCompleted' ELSE 'good' END`;
  driver.exec(`
    BEGIN;
    INSERT INTO ratings (cycle_id, kind, official_id, organization_id, self_level, proposed_level, decided_level)
      SELECT v.cycle_id, 'member', v.official_id, v.organization_id, ${level}, ${level},
        CASE WHEN c.year < ${NOW} OR v.official_id % 3 > 0 THEN ${level} END
      FROM reviews v JOIN cycles c ON c.id = v.cycle_id WHERE v.place = 'cell';
    INSERT INTO rating_stages (rating_id, stage, level, body, at)
      SELECT r.id, s.value, r.decided_level, 'x', '2026-01-01' FROM ratings r,
        json_each('["self", "proposed", "decided"]') s WHERE r.decided_level IS NOT NULL;
    INSERT INTO shortcomings (review_id, position, text) SELECT id, 1, 'x' FROM reviews WHERE official_id % 10 = 0;
    INSERT INTO remediation_tasks (cycle_id, shortcoming_id, shortcoming_text, measure, assignee_name, due_on, state)
      SELECT v.cycle_id, s.id, 'x', 'x', 'x', '2026-06-30', CASE s.id % 3 WHEN 0 THEN 'doing' ELSE 'verified' END
      FROM shortcomings s JOIN reviews v ON v.id = s.review_id;
    INSERT INTO disciplines (official_id, form, effective_on) SELECT id, 'reprimand', '2026-03-01' FROM officials
      WHERE id % 500 = 3;
    COMMIT;
    ANALYZE;`);
}

async function measure(name: string, goal: string, work: (run: number) => Promise<unknown>): Promise<void> {
  for (let run = 0; run < 5; run += 1) await work(run);
  const times: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const begun = performance.now();
    await work(run + 5);
    times.push(performance.now() - begun);
  }
  const p95 = percentile(times, 95).toFixed(1);
  console.log(`${name.padEnd(58)} ${describe(times, 'ms')}, p95 ${p95} ms; goal ${goal}`);
}

/** `npm run bench -- cycle`: the ratings of a year among 5,000 people x 5 years, in the service. */
export async function benchCycle(): Promise<void> {
  const office = await openLargeOffice({ people: PEOPLE, units: UNITS });
  const { call } = office;
  try {
    await fillYears(office);
    const { rows } = await call('ratings.grid', { year: NOW });
    const unit = rows[Math.floor(rows.length / 2)]?.organizationId ?? 1;
    const { rows: shown } = await call('ratings.grid', { year: NOW, organizationId: unit });
    console.log(`${rows.length} people, unit of ${shown.length}, ${YEARS.length} years`);
    await measure('ratings grid of a unit', '< 50 ms', () =>
      call('ratings.grid', { year: NOW, organizationId: unit }),
    );
    const versions = new Map(shown.map((row) => [row.officialId, row.version]));
    await measure('one rating with cap and conditions', '< 20 ms', async (run) => {
      const officialId = shown[run % shown.length]?.officialId ?? 0;
      const { row } = await call('ratings.set', {
        year: NOW,
        officialId,
        version: versions.get(officialId) ?? 0,
        change: {
          field: 'decided',
          level: ratingLevels[run % 3] ?? 'good',
          reason: 'đo',
          overrideReason: 'đo',
        },
        decision,
      });
      versions.set(officialId, row.version);
    });
    await measure('summary table of the whole office', '< 200 ms', () =>
      call('summaries.get', { table: '5a', year: NOW }),
    );
    await measure('ratings grid of the whole office', 'none', () => call('ratings.grid', { year: NOW }));
    await measure('ratings grid of a year without a plan', 'none', () =>
      call('ratings.grid', { year: 2021, organizationId: unit }),
    );
    await measure('grid of collectives', 'none', () => call('collectives.grid', { year: NOW }));
    await measure('conditions of one person', 'none', (run) =>
      call('ratings.conditions', { year: NOW, officialId: shown[run % shown.length]?.officialId ?? 0 }),
    );
    await measure('cap of the whole office', 'none', () => call('caps.report', { year: NOW }));
  } finally {
    await office.close();
  }
  await benchPapers();
}
