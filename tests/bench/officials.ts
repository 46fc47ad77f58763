import type { MethodName } from '../../db/contract/method-list.ts';
import type { MethodInput } from '../../db/contract/methods.ts';
import { officialSorts } from '../../db/contract/official-list.ts';
import { blankOfficial } from '../helpers/people.ts';
import { median, percentile } from './figures.ts';
import { type LargeOffice, openLargeOffice } from './large-office.ts';

const PEOPLE = 100_000;
const UNITS = 2_000;
const RUNS = 40;
const SAVES = 200;

const show = (value: number): string => value.toFixed(2).padStart(8);
const line = (name: string, times: readonly number[], goal = ''): void =>
  console.log(
    `  ${name.padEnd(58)} ${show(median(times))} ${show(percentile(times, 95))}   ${times.length} runs ${goal}`,
  );

async function timed(work: () => unknown): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

/** The first call prepares and fills caches; it is not counted. */
async function measure<M extends MethodName>(
  office: LargeOffice,
  method: M,
  inputs: readonly MethodInput<M>[],
): Promise<number[]> {
  const times: number[] = [];
  for (let run = -1; run < Math.max(RUNS, inputs.length); run += 1) {
    const input = inputs[(run + inputs.length) % inputs.length] as MethodInput<M>;
    const ms = await timed(() => office.call(method, input));
    if (run >= 0) times.push(ms);
  }
  return times;
}

/** What people type: words without marks, parts of words, initials, digits, a single letter, nothing that exists. */
const searches = [
  'nguyen van an',
  'hung',
  'n',
  'tr',
  'nva',
  'le thi',
  'quang a phu',
  'thanh huong',
  'do',
  'duc manh',
  '000123',
  '0123',
  '77.000123',
  'khong co ai',
  'v',
  'pham ng',
  'hoang thi yen',
  'ltl',
  'binh',
  'giang a',
];

/** Saves through the service and the same rows by the bare driver, in turns. */
async function measureSaves(office: LargeOffice) {
  const { driver } = office;
  const columns = (driver.pragma('table_info(officials)') as { name: string }[])
    .map((column) => column.name)
    .filter((name) => name !== 'id');
  const read = driver.prepare('SELECT * FROM officials WHERE id = ?');
  const audit = driver.prepare(
    `INSERT INTO audit (at, user_id, method, entity, entity_id, detail) VALUES (?, 1, 'officials.update', 'official', ?, ?)`,
  );
  const update = driver.prepare(
    `UPDATE officials SET ${columns.map((name) => `${name} = @${name}`).join(', ')} WHERE id = @id`,
  );
  const insert = driver.prepare(
    `INSERT INTO officials (${columns.join(', ')}) VALUES (${columns.map((name) => `@${name}`).join(', ')})`,
  );
  const member = driver.prepare('INSERT INTO memberships (official_id, organization_id) VALUES (?, ?)');
  const bare = driver.transaction((work: () => number, detail: string) =>
    audit.run(new Date().toISOString(), work(), detail),
  );
  const times = { update: [] as number[], bareUpdate: [] as number[] };
  const added = { create: [] as number[], bareInsert: [] as number[] };
  for (let run = 0; run < SAVES; run += 1) {
    const id = 1 + ((run * 499) % PEOPLE);
    const row = { ...(read.get(id) as Record<string, unknown>) };
    const changes = { hometown: `xã Mới ${run}` };
    const detail = JSON.stringify({ before: { hometown: row.hometown }, after: changes });
    const person = await office.call('officials.get', { id });
    times.update.push(
      await timed(() => office.call('officials.update', { id, version: person.version, changes })),
    );
    const next = { ...(read.get(id) as Record<string, unknown>), hometown: `xã Cũ ${run}` };
    times.bareUpdate.push(
      await timed(() =>
        bare.immediate(() => {
          update.run(next);
          return id;
        }, detail),
      ),
    );
    const fields = {
      ...blankOfficial,
      fullName: `Nguyễn Văn Mới ${run}`,
      birthDate: '1985-02-03',
      gender: 'male',
      ethnicity: 'Kinh',
      hometown: 'xã Mới',
      admittedOn: '2010-05-19',
      fullMemberOn: '2011-05-19',
      schooling: '12/12',
      membershipStatus: 'full',
    } as const;
    const created = await timed(() => office.call('officials.create', { ...fields, organizationId: 2 }));
    added.create.push(created);
    const copy = { ...row, full_name: fields.fullName };
    added.bareInsert.push(
      await timed(() =>
        bare.immediate(
          () => {
            const newId = Number(insert.run(copy).lastInsertRowid);
            member.run(newId, 2);
            return newId;
          },
          JSON.stringify({ after: { ...fields, organizationId: 2, since: null } }),
        ),
      ),
    );
  }
  return { ...times, ...added };
}

/** Each run saves another person first, as a clerk does who edits a cell and sees the list again. */
async function measureAfterEdits(
  office: LargeOffice,
  ...inputs: readonly MethodInput<'officials.list'>[]
): Promise<number[]> {
  const times: number[] = [];
  for (let run = -1; run < RUNS; run += 1) {
    const input = inputs[(run + inputs.length) % inputs.length] as MethodInput<'officials.list'>;
    const id = 1 + (((run + 1) * 2371) % PEOPLE);
    const { version } = await office.call('officials.get', { id });
    const changes = { hometown: `xã Sửa ${run}`, birthDate: `19${40 + ((run + 1) % 20)}-03-01` };
    await office.call('officials.update', { id, version, changes });
    const ms = await timed(() => office.call('officials.list', input));
    if (run >= 0) times.push(ms);
  }
  return times;
}

/** Most people pass: the list is long, and a place in its middle is far from both ends. */
const mostPeople = { participation: ['active'], offset: 50_000 } satisfies MethodInput<'officials.list'>;

/** Ways of narrowing the list whose people are kept in memory. */
const kept = {
  'of the root unit, by name': { organizationId: 1 },
  'of one branch, by post': { organizationId: 2, sort: 'posts' },
  'of those with a Party post, by workplace': { postKinds: ['party'], sort: 'workplace' },
  'without a birth date or a unit, by name': { missing: ['birthDate', 'organization'] },
} satisfies Record<string, MethodInput<'officials.list'>>;

async function showSorts(office: LargeOffice): Promise<void> {
  for (const sort of ['birthDate', 'organization'] as const) {
    const input = { ...mostPeople, sort };
    line(`list of ${sort}, most people, middle`, await measure(office, 'officials.list', [input]));
    line('  the same right after a change', await measureAfterEdits(office, input));
  }
  const all = officialSorts.map((sort) => ({ ...mostPeople, sort }));
  line(
    `list by each of ${all.length} columns, most people, middle`,
    await measure(office, 'officials.list', all),
  );
  let slowest = { sort: '', ms: [0] };
  for (const input of all) {
    const ms = await measureAfterEdits(office, input);
    if (median(ms) > median(slowest.ms)) slowest = { sort: input.sort, ms };
  }
  line(`  right after a change, the slowest (${slowest.sort})`, slowest.ms);
  for (const [name, input] of Object.entries(kept)) {
    line(`list ${name}`, await measure(office, 'officials.list', [input]));
    line('  the same right after a change', await measureAfterEdits(office, input));
  }
}

/** What is searched for in the whole list, and in lists that are narrowed or ordered in another way. */
const searchedLists = {
  'first page and total': {},
  'of the active, by hometown': { participation: ['active'], sort: 'hometown' },
  'of one branch with a Party post': { organizationId: 2, postKinds: ['party'] },
} satisfies Record<string, MethodInput<'officials.list'>>;

async function showSearches(office: LargeOffice): Promise<void> {
  for (const [name, list] of Object.entries(searchedLists)) {
    const inputs = searches.map((search) => ({ ...list, search }));
    line(`list, folded search, ${name}`, await measure(office, 'officials.list', inputs), 'goal p95 16');
    line('  the same right after a change', await measureAfterEdits(office, ...inputs));
  }
}

const ratio = (ours: readonly number[], bare: readonly number[]): string =>
  `${(median(ours) / median(bare)).toFixed(2)} x`;

/** `npm run bench -- officials`: 100,000 officials with 3 posts each in 2,000 units, through the service's methods. */
export async function benchOfficials(): Promise<void> {
  const office = await openLargeOffice({ people: PEOPLE, units: UNITS });
  try {
    console.log(
      `${PEOPLE} officials, ${PEOPLE * 3} posts, ${UNITS} units; built in ${office.buildSeconds.toFixed(1)} s`,
    );
    console.log(`\n  ${'ms'.padEnd(58)} ${'median'.padStart(8)} ${'p95'.padStart(8)}`);
    line('list, first page', await measure(office, 'officials.list', [{}]));
    line(
      'list, offset 90,000, by unit, descending',
      await measure(office, 'officials.list', [{ sort: 'organization', descending: true, offset: 90_000 }]),
    );
    line(
      'list, offset 90,000 within the root unit, by name',
      await measure(office, 'officials.list', [{ organizationId: 1, offset: 90_000 }]),
    );
    await showSorts(office);
    await showSearches(office);
    line(
      'search from anywhere (Ctrl+K)',
      await measure(
        office,
        'search.find',
        searches.map((text) => ({ text })),
      ),
      'goal p95 16',
    );
    line(
      'list, a single letter',
      await measure(office, 'officials.list', [{ search: 'n' }, { search: 'a' }, { search: 'h' }]),
    );
    const ids = Array.from({ length: RUNS }, (_, index) => ({ id: 1 + index * 2477 }));
    line("a person's page", await measure(office, 'officials.get', ids));
    line("a person's history", await measure(office, 'officials.timeline', ids));
    line('tree as of a day', await measure(office, 'organizations.tree', [{ asOf: '2025-07-01' }]));
    const saves = await measureSaves(office);
    line('save of one official with audit', saves.update);
    line('  the same rows by the bare driver', saves.bareUpdate);
    line('a new official with audit', saves.create);
    line('  the same rows by the bare driver', saves.bareInsert);
    console.log(`\nSave / bare driver, medians: ${ratio(saves.update, saves.bareUpdate)} (goal 3 x)`);
    console.log(`New / bare driver, medians:  ${ratio(saves.create, saves.bareInsert)} (goal 3 x)`);
  } finally {
    await office.close();
  }
}
