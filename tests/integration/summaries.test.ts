import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Summary } from '../../db/contract/summaries.ts';
import { type SummaryTableId, summaryShapes } from '../../db/domain/summaries.ts';
import { codeOf, cycleOffice, openCycle2025, personFields, plan2025 } from '../helpers/cycle-office.ts';
import { openDatabase, type TestOffice } from '../helpers/office.ts';

const year = 2025;
const levels = ['excellent', 'good', 'completed', 'notCompleted'] as const;
const forms = ['reprimand', 'warning', 'removalFromPost', 'expulsion'] as const;
const unitForms = ['reprimand', 'warning', 'dissolution'] as const;
const unitFigures = {
  reprimand: 'unitReprimand',
  warning: 'unitWarning',
  dissolution: 'unitDissolution',
} as const;
type Row = Record<string, unknown>;

/** The database beside the service: values that a test needs in bulk, and raw rows to count by itself. */
async function rawOf(made: TestOffice) {
  const { writerDriver } = await openDatabase(made.folder);
  return {
    run: (sql: string, ...values: unknown[]) => writerDriver.prepare(sql).run(...values),
    all: (sql: string) => writerDriver.prepare(sql).all() as Row[],
  };
}

/** Every figure of every row, the total and the groups has exactly as many behind it as it says. */
async function expectPeopleBehind(made: TestOffice, table: SummaryTableId, summary: Summary) {
  for (const row of [...summary.rows, summary.total, ...summary.groups])
    for (const figure of summaryShapes[table].figures) {
      const { count, hidden, people } = await made.call('summaries.people', {
        table,
        year,
        row: row.key,
        figure,
      });
      expect({ figure, row: row.key, count }).toEqual({ figure, row: row.key, count: row.counts[figure] });
      expect(people).toHaveLength(hidden ? 0 : count);
    }
}

/** The opened cycle of 2025 with a dozen members more in the two cells. */
async function fullOffice() {
  const made = await cycleOffice();
  for (let number = 1; number <= 9; number += 1) {
    const organizationId = made.cells[number % 2] ?? made.cells[0];
    const fullName = `Người Thứ ${'ABCDEFGHI'[number - 1]}`;
    const more = number === 1 ? ({ gender: 'female', ethnicity: 'Thái' } as const) : {};
    await made.call('officials.create', { ...personFields, ...more, fullName, organizationId });
  }
  await made.call('cycles.open', { ...plan2025, packId: 'qd-366-2025', year, collectives: [] });
  return { ...made, raw: await rawOf(made) };
}

/**
 * The fault: the overview counted the rows that a level was entered in, table 5a everyone of the year, so that one page
 * said fewer without a level than the other. Steps: rate one of several, compare both. Reason: two ways of counting.
 */
it('count alike in table 5a, in its plain figures and on the overview', async () => {
  const { call, people } = await cycleOffice();
  const decision = { body: 'Đảng ủy xã', onDay: '2025-12-20' };
  const change = { field: 'decided', level: 'good' } as const;
  const officialId = people['Tòng Văn Dũng'] ?? 0;
  await call('ratings.set', { year, officialId, version: 0, change, decision });
  const { counts } = (await call('summaries.get', { table: '5a', year })).total;
  const plain = (await call('reports.ratingSummary', { year })).total;
  expect({ ...plain.counts, members: plain.members, exempt: plain.exempt }).toMatchObject({
    good: counts.good,
    unrated: counts.unrated,
    members: counts.members,
    exempt: counts.exempt,
  });
  expect(plain).toMatchObject({ members: 3, exempt: 1, toRate: 2, rated: 1 });
  expect((await call('overview.get', {})).years).toEqual([{ year, counts: plain.counts }]);
});

/**
 * The fault: table 5a with the differences explained a column that it has no room for, and kept silent why people have no
 * level. Steps: give a reason instead of a level, print the table with and without the comparison. Reason: fixed notes.
 */
it('explains on paper no column that may be missing, and gives the reasons of all under the table', async () => {
  const { call, people } = await fullOffice();
  const officialId = people['Tòng Văn Dũng'] ?? 0;
  const change = { field: 'unratedReason', text: 'Nghỉ thai sản' } as const;
  await call('ratings.set', { year, officialId, version: 0, change });
  const notesOf = async (compare: boolean) => {
    const { html } = await call('documents.html', { kind: 'summary', table: '5a', year, compare });
    return html.slice(html.indexOf('class="notes"'));
  };
  for (const compare of [false, true]) {
    const notes = await notesOf(compare);
    expect(notes).not.toContain('Tỷ lệ HTXSNV/HTTNV:');
    expect(notes).toContain('1 nghỉ thai sản');
  }
});

describe('summary tables', () => {
  it('say what is missing, and are not printed before it is there', async () => {
    const made = await cycleOffice();
    const missing = async (table: SummaryTableId, quarter = 0) =>
      (await made.call('summaries.get', { table, year, quarter })).missing;
    expect(await missing('5a')).toBe('ratings');
    expect(await missing('5b')).toBe('cycle');
    expect(await missing('5e')).toBe('cycle');
    expect(await missing('5a', 3)).toBe('cycle');
    expect(await missing('5f')).toBeNull();
    const paper = (table: SummaryTableId) =>
      codeOf(made.call('documents.html', { kind: 'summary', table, year }));
    expect(await paper('5b')).toBe('REPORT_EMPTY');
    await openCycle2025(made);
    expect(await missing('5b')).toBeNull();
    expect(await missing('5e')).toBe('pledges');
  });

  it('count collectives by type of unit and by kind of collective', async () => {
    const made = await cycleOffice();
    await openCycle2025(made);
    const raw = await rawOf(made);
    raw.run("update collectives set decided_level = 'good' where kind = 'organization'");
    const b = await made.call('summaries.get', { table: '5b', year });
    expect(b.rows.map(({ name }) => name)).toEqual(['Chưa phân loại']);
    expect(b.total.counts).toMatchObject({ toRate: 1, rated: 1, good: 1, unrated: 0 });
    const c = await made.call('summaries.get', { table: '5c', year });
    expect(c.rows.map(({ name }) => name)).toEqual(['Ban thường vụ']);
    expect(c.total.counts).toMatchObject({ toRate: 1, rated: 0, unrated: 1 });
    await expectPeopleBehind(made, '5b', b);
    await expectPeopleBehind(made, '5c', c);
  });

  it('count committee members and pensioners of 5a as of the day, by what is kept and not by words', async () => {
    const made = await fullOffice();
    const [a, b, c] = made.raw
      .all("select id from officials where full_name like 'Người Thứ %' order by full_name")
      .map(({ id }) => Number(id));
    const post = (officialId: number | undefined, validFrom: string, validTo: string | null) =>
      made.call('officials.savePost', {
        officialId: officialId ?? 0,
        version: 1,
        post: {
          id: null,
          kind: 'party',
          title: 'Phụ trách tổ chức',
          organizationId: made.cells[0],
          isHead: false,
          isLeader: false,
          isKeyOfficial: false,
          isCommittee: true,
          managedBy: '',
          validFrom,
          validTo,
        },
      });
    await post(a, '2025-02-01', null);
    await post(b, '2024-02-01', '2025-06-30');
    const retire = (id: number | undefined, version: number, workingFrom: string | null) =>
      made.call('officials.update', {
        id: id ?? 0,
        version,
        changes: { workingStatus: 'retired', workingFrom },
      });
    await retire(a, 2, '2026-03-01');
    await retire(b, 2, '2025-11');
    await retire(c, 1, null);
    const names = async (row: 'committee' | 'pensioners') =>
      (await made.call('summaries.people', { table: '5a', year, row, figure: 'members' })).people.map(
        ({ name }) => name,
      );
    expect(await names('committee')).toEqual(['Người Thứ A']);
    expect(await names('pensioners')).toEqual(['Người Thứ B', 'Người Thứ C']);
    const table = await made.call('summaries.get', {
      table: '5a',
      year,
      groups: ['committee', 'pensioners'],
    });
    expect(table.groups.map(({ counts }) => counts.members)).toEqual([1, 2]);
  });

  it('count an organisation by the type that it had on the day, and a type that came later in later years', async () => {
    const made = await cycleOffice();
    const collectives = [1, ...made.cells].map((organizationId) => ({
      organizationId,
      kind: 'organization' as const,
    }));
    await made.call('cycles.open', { ...plan2025, year, collectives });
    const { organizations } = await made.call('organizations.tree', {});
    const unit = (id: number) => {
      const found = organizations.find((each) => each.id === id);
      if (!found) throw new Error('no unit');
      const { memberCount: _own, totalMemberCount: _all, validFrom: _from, validTo: _to, ...values } = found;
      return values;
    };
    // Put right for all time, and changed from a day on.
    await made.call('organizations.update', { ...unit(made.cells[0]), unitType: 'school' });
    await made.call('organizations.change', {
      ...unit(made.cells[1]),
      unitType: 'enterprise',
      onDay: '2026-03-01',
      dryRun: false,
    });
    const b = await made.call('summaries.get', { table: '5b', year });
    expect(b.rows.map(({ name, counts }) => [name, counts.toRate])).toEqual([
      ['Trường học', 1],
      ['Chưa phân loại', 2],
    ]);
    expect(b.faults).toEqual([]);
    await expectPeopleBehind(made, '5b', b);
  });

  it('count ratings, pledges and disciplines as the raw rows do, in whatever order they were entered', async () => {
    const made = await fullOffice();
    const { raw } = made;
    const people = raw.all(`select official_id as id, organization_id as unit, out_reason as out from reviews
      where place = 'cell' order by official_id`) as { id: number; unit: number; out: string | null }[];
    const cycleId = Number(raw.all('select id from cycles where year = 2025')[0]?.id);
    const one = fc.record({
      level: fc.constantFrom(null, ...levels),
      pledge: fc.constantFrom(null, 'notFiled', 'filed', 'confirmed', 'returned'),
      reason: fc.constantFrom('', 'Ốm đau', 'Đi học'),
      results: fc.array(fc.constantFrom(null, 'done', 'partly', 'notDone'), { maxLength: 3 }),
      discipline: fc.constantFrom(null, null, ...forms),
      isHead: fc.boolean(),
    });
    type One = typeof one extends fc.Arbitrary<infer T> ? T : never;
    // Day, form and unit of each discipline of a Party organisation; those of 2024 are of another year.
    const ofUnit = fc.record({
      unit: fc.constantFrom(1, ...made.cells),
      form: fc.constantFrom(...unitForms),
      day: fc.constantFrom('2025-03-10', '2025-11', '2025', '2024-12-31', '2024'),
    });
    type OfUnit = typeof ofUnit extends fc.Arbitrary<infer T> ? T : never;
    const enterUnits = (entries: readonly OfUnit[]) => {
      raw.run('delete from organization_disciplines');
      for (const { unit, form, day } of entries)
        raw.run(
          'insert into organization_disciplines (organization_id, form, effective_on) values (?, ?, ?)',
          ...[unit, form, day],
        );
    };
    const enter = (entries: readonly { index: number; of: One }[]) => {
      for (const table of ['rating_stages', 'ratings', 'pledge_items', 'pledges', 'disciplines'])
        raw.run(`delete from ${table}`);
      for (const { index, of } of entries) {
        const person = people[index];
        if (!person) continue;
        if (of.level !== null)
          raw.run(
            "insert into ratings (cycle_id, kind, official_id, organization_id, decided_level) values (?, 'member', ?, ?, ?)",
            ...[cycleId, person.id, person.unit, of.level],
          );
        if (of.pledge !== null) {
          const { lastInsertRowid } = raw.run(
            "insert into pledges (cycle_id, official_id, organization_id, variant, form_id, status, not_filed_reason) values (?, ?, ?, 'member', 'pledge-member', ?, ?)",
            ...[cycleId, person.id, person.unit, of.pledge, of.reason],
          );
          for (const [position, result] of of.results.entries())
            raw.run(
              "insert into pledge_items (pledge_id, section_id, position, text, result) values (?, 'duties', ?, 'Việc', ?)",
              ...[lastInsertRowid, position, result],
            );
        }
        if (of.discipline !== null)
          raw.run(
            "insert into disciplines (official_id, form, effective_on, post_then, is_head_then, organization_then_id) values (?, ?, '2025-05', 'Bí thư', ?, ?)",
            ...[person.id, of.discipline, Number(of.isHead), person.unit],
          );
      }
    };
    const tables = async () => ({
      a: await made.call('summaries.get', { table: '5a', year, groups: ['women', 'minority'] }),
      e: await made.call('summaries.get', { table: '5e', year }),
      f: await made.call('summaries.get', { table: '5f', year }),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(one, { minLength: people.length, maxLength: people.length }),
        fc.array(ofUnit, { maxLength: 6 }),
        fc.func(fc.nat()),
        async (values, ofUnits, orderOf) => {
          const entries = values.map((of, index) => ({ index, of }));
          enter(entries);
          enterUnits(ofUnits);
          const { a, e, f } = await tables();
          for (const { faults } of [a, e, f]) expect(faults).toEqual([]);
          const inUnit = (key: string) => (person: { unit: number }) =>
            key === 'total' || key === `unit:${person.unit}`;
          const numbered = people.map((person, index) => ({ ...person, of: values[index] as One }));
          for (const row of [...a.rows, a.total]) {
            const own = numbered.filter(inUnit(row.key));
            const outside = own.filter(({ out, of }) => out !== null && of.level === null).length;
            const with_ = (level: string) => own.filter(({ of }) => of.level === level).length;
            const rated = own.filter(({ of }) => of.level !== null).length;
            expect(row.counts).toEqual({
              members: own.length,
              exempt: outside,
              toRate: own.length - outside,
              rated,
              excellent: with_('excellent'),
              good: with_('good'),
              completed: with_('completed'),
              notCompleted: with_('notCompleted'),
              unrated: own.length - outside - rated,
            });
          }
          for (const row of [...e.rows, e.total]) {
            const own = numbered.filter(inUnit(row.key));
            const due = own.filter(({ out }) => out === null);
            const signed = due.filter(({ of }) => of.pledge === 'filed' || of.pledge === 'confirmed');
            const reached = (holds: (results: readonly (string | null)[]) => boolean) =>
              signed.filter(({ of }) => holds(of.results)).length;
            const notReached = reached((results) => results.includes('notDone'));
            const wellDone = reached((results) => results.length > 0 && results.every((r) => r === 'done'));
            const open = reached(
              (results) => !results.includes('notDone') && (results.length === 0 || results.includes(null)),
            );
            expect(row.counts).toMatchObject({
              members: own.length,
              toSign: due.length,
              signed: signed.length,
              notSigned: due.length - signed.length,
              notReached,
              wellDone,
              resultOpen: open,
              partlyDone: signed.length - notReached - wellDone - open,
            });
          }
          for (const row of [...f.rows, f.total]) {
            const own = numbered.filter(inUnit(row.key)).filter(({ of }) => of.discipline !== null);
            const heads = own.filter(({ of }) => of.isHead);
            expect(row.counts.disciplined).toBe(own.length);
            expect(row.counts.heads).toBe(heads.length);
            for (const form of forms)
              expect(row.counts[form]).toBe(own.filter(({ of }) => of.discipline === form).length);
            expect(row.counts.headWarning).toBe(heads.filter(({ of }) => of.discipline === 'warning').length);
            const inYear = ofUnits.filter(
              ({ unit, day }) =>
                day.startsWith('2025') && (row.key === 'total' || row.key === `unit:${unit}`),
            );
            const units = [...new Set(inYear.map(({ unit }) => unit))];
            expect(row.counts.disciplinedUnits).toBe(units.length);
            for (const form of unitForms) {
              // A unit counts once, by its heaviest form of the year.
              const own = (unit: number) => inYear.filter((each) => each.unit === unit);
              const heaviest = (unit: number) =>
                unitForms.findLast((each) => own(unit).some((entry) => entry.form === each));
              expect(row.counts[unitFigures[form]]).toBe(units.filter((u) => heaviest(u) === form).length);
            }
          }
          enter(entries.toSorted((x, y) => orderOf(x.index) - orderOf(y.index)));
          enterUnits(ofUnits.toReversed());
          expect(await tables()).toEqual({ a, e, f });
        },
      ),
      { numRuns: 12 },
    );
    const { a, e, f } = await tables();
    await expectPeopleBehind(made, '5a', a);
    await expectPeopleBehind(made, '5e', e);
    await expectPeopleBehind(made, '5f', f);
  });

  it('say in the notes of 5a to 5c why there is no level, the most frequent reason first', async () => {
    const made = await fullOffice();
    const { raw } = made;
    const cycleId = Number(raw.all('select id from cycles where year = 2025')[0]?.id);
    const unrated = (name: string, reason: string) =>
      raw.run(
        "insert into ratings (cycle_id, kind, official_id, organization_id, unrated_reason) select ?, 'member', o.id, v.organization_id, ? from officials o join reviews v on v.official_id = o.id and v.place = 'cell' where o.full_name = ?",
        ...[cycleId, reason, name],
      );
    for (const letter of 'ACEG') unrated(`Người Thứ ${letter}`, letter === 'A' ? 'Mới kết nạp' : 'Đi học xa');
    unrated('Người Thứ B', 'Ốm đau');
    const a = await made.call('summaries.get', { table: '5a', year });
    const note = (name: string) => a.rows.find((row) => row.name === name)?.texts.note;
    expect([note('Chi bộ Một'), note('Chi bộ Hai')]).toEqual([
      '1 ốm đau, 4 chưa nêu lý do; Không thuộc diện: 1 miễn công tác và sinh hoạt',
      '3 đi học xa, 1 mới kết nạp, 2 chưa nêu lý do',
    ]);
    expect(a.total.texts.note).toBe(
      '3 đi học xa, 1 mới kết nạp, 1 ốm đau, 6 chưa nêu lý do; Không thuộc diện: 1 miễn công tác và sinh hoạt',
    );
    const paper = async (hideSmall: boolean) =>
      (await made.call('documents.html', { kind: 'summary', table: '5a', year, hideSmall })).html;
    expect(await paper(false)).toContain('3 đi học xa');
    // What is posted publicly names no small number by its reason.
    expect(await paper(true)).not.toContain('đi học xa');
  });

  it('name nobody behind a discipline or an ethnicity before an audited act', async () => {
    const made = await fullOffice();
    const cell = { table: '5a', year, row: 'minority', figure: 'members' } as const;
    expect(await made.call('summaries.people', cell)).toEqual({ count: 1, hidden: true, people: [] });
    const audits = () => made.raw.all("select detail from audit where method = 'summaries.reveal'");
    expect(audits()).toEqual([]);
    const { people } = await made.call('summaries.reveal', cell);
    expect(people.map(({ name }) => name)).toEqual(['Người Thứ A']);
    expect(audits()).toHaveLength(1);
    // On paper the group is a number.
    const { html } = await made.call('documents.html', {
      kind: 'summary',
      table: '5a',
      year,
      groups: ['minority'],
    });
    expect(html).toContain('Trong đó: Dân tộc thiểu số');
    expect(html).not.toContain('Người Thứ A');
  });

  it('list leaders with the rating where they lead, else as members, and the level of the year before', async () => {
    const made = await fullOffice();
    const an = made.people['Vàng A An'] ?? 0;
    const cycleId = Number(made.raw.all('select id from cycles where year = 2025')[0]?.id);
    made.raw.run("insert into cycles (year, quarter, counted_on) values (2024, 0, '2024-12-31')");
    made.raw.run(`insert into ratings (cycle_id, kind, official_id, decided_level)
      select id, 'member', ${an}, 'excellent' from cycles where year = 2024`);
    const rate = (kind: string, decided: string, self: string) =>
      made.raw.run(
        'insert into ratings (cycle_id, kind, official_id, self_level, decided_level) values (?, ?, ?, ?, ?)',
        ...[cycleId, kind, an, self, decided],
      );
    rate('member', 'completed', 'good');
    const row = async () => (await made.call('summaries.get', { table: '5d', year })).rows[0];
    expect((await row())?.texts).toMatchObject({
      post: 'Bí thư Đảng ủy',
      self: 'HTTNV',
      decided: 'HTNV',
      previous: 'HTXSNV',
    });
    const { lastInsertRowid } = rate('leader', 'good', 'excellent');
    made.raw.run(
      "insert into rating_stages (rating_id, stage, level, score, at) values (?, 'decided', 'good', 8550, '2025-12-20T00:00:00Z')",
      lastInsertRowid,
    );
    expect(await row()).toMatchObject({
      name: 'Vàng A An',
      officialId: an,
      texts: { self: 'HTXSNV', decided: 'HTTNV', score: '85,5', previous: 'HTXSNV' },
    });
    const { html } = await made.call('documents.html', { kind: 'summary', table: '5d', year });
    expect(html).toContain('Tổng số 1 người: HTXSNV 0; HTTNV 1; HTNV 0; KHTNV 0; Chưa xếp loại 0.');
  });

  // A sheet of 2025 asked for again years later has to be the sheet of 2025: its rule, its units' names, its heads.
  it('print a past year as it was, whatever rule and name came after', async () => {
    const made = await fullOffice();
    const [cell] = made.cells;
    const paper = async () =>
      (await made.call('documents.html', { kind: 'summary', table: '5a', year })).html.replace(
        /, ngày \d+ tháng \d+ năm \d+/,
        '',
      );
    const before = await paper();
    expect(before).toContain('366-QĐ/TW');
    const later = {
      ...JSON.parse(String(made.raw.all('select pack from cycles where year = 2025')[0]?.pack)),
    };
    made.raw.run(
      "insert into rule_packs (pack_id, pack, source, at) values ('later', ?, 'test', '2026-01-01T00:00:00Z')",
      JSON.stringify({
        ...later,
        id: 'later',
        validFrom: '2025-12-01',
        rule: { number: '999-QĐ/TW', date: '2026-01-01', issuer: 'Bộ Chính trị' },
      }),
    );
    await made.call('organizations.change', {
      id: cell,
      version: 1,
      onDay: '2026-07-01',
      dryRun: false,
      name: 'Chi bộ Tên Mới',
      parentId: 1,
      kind: 'partyCell',
      code: '',
      superiorHead: '',
      issuingHead: '',
      signatureAuthority: '',
      signatureTitle: '',
    });
    expect(await paper()).toBe(before);
  });
});
