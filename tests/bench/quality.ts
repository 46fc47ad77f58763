import { qualityRules } from '../../db/contract/quality.ts';
import { describe } from './figures.ts';
import { openLargeOffice } from './large-office.ts';

const RUNS = 10;

/** One person in twenty has each oddity; the citizen IDs of half are missing, as in many real sheets. */
const oddities = [
  "UPDATE officials SET citizen_id = '' WHERE id % 2 = 0",
  'UPDATE officials SET birth_date = NULL WHERE id % 20 = 1',
  'UPDATE officials SET admitted_on = NULL WHERE id % 20 = 2',
  "UPDATE officials SET party_card_no = '', party_card_digits = '' WHERE id % 20 = 3",
  "UPDATE officials SET full_member_on = '2010' || substr(full_member_on, 5) WHERE id % 20 = 4",
  'UPDATE officials SET admitted_on = full_member_on, full_member_on = admitted_on WHERE id % 20 = 5',
  "UPDATE officials SET admitted_on = '1960' WHERE id % 20 = 6",
  "UPDATE officials SET gender = 'male' WHERE id % 20 = 7",
  'UPDATE officials SET party_card_digits = (SELECT x.party_card_digits FROM officials x WHERE x.id = officials.id - 1) WHERE id % 20 = 9',
  'DELETE FROM memberships WHERE official_id % 20 = 10',
  "INSERT INTO memberships (official_id, organization_id, valid_from, valid_to) SELECT official_id, organization_id % 2000 + 1, '2020-01-01', '2021-01-01' FROM memberships WHERE official_id % 20 = 11",
];

/** `npm run bench -- quality`: the review of 100,000 people, whole and of one unit, and the pairs of duplicates. */
export async function benchQuality(): Promise<void> {
  const office = await openLargeOffice({ people: 100_000, units: 2_000 });
  try {
    for (const sql of oddities) office.driver.exec(sql);
    const measure = async (name: string, work: () => Promise<unknown>) => {
      await work();
      const times: number[] = [];
      for (let run = 0; run < RUNS; run += 1) {
        const begun = performance.now();
        await work();
        times.push(performance.now() - begun);
      }
      console.log(`${name.padEnd(52)} ${describe(times, 'ms')}`);
    };
    for (const organizationId of [null, 70]) {
      const where = organizationId === null ? 'all' : `unit ${organizationId}`;
      await measure(`counts, ${where}`, () => office.call('quality.counts', { organizationId }));
      for (const rule of qualityRules)
        await measure(`first page, ${rule}, ${where}`, () =>
          office.call('quality.list', { rule, organizationId, limit: 150 }),
        );
      await measure(`units of CITIZEN_ID_MISSING, ${where}`, () =>
        office.call('quality.units', { rule: 'CITIZEN_ID_MISSING', organizationId }),
      );
    }
    const pairs = await office.call('duplicates.list', { limit: 150 });
    await measure(`first page of ${pairs.total} pairs of duplicates`, () =>
      office.call('duplicates.list', { limit: 150 }),
    );
    const { counts } = await office.call('quality.counts', {});
    console.log(counts.map(({ rule, count }) => `${rule} ${count}`).join(', '));
  } finally {
    await office.close();
  }
}
