import { describe, expect, it } from 'vitest';
import {
  codeOf,
  cycleOffice as office,
  openCycle2025 as open,
  personFields as person,
  plan2025 as plan,
} from '../helpers/cycle-office.ts';
import { openDatabase } from '../helpers/office.ts';
import { refusal } from '../helpers/people.ts';
import { provincePack } from '../helpers/province-pack.ts';

describe('a cycle', () => {
  it('draws members of its day with group, form and reason, and leaders a second time where they lead', async () => {
    const made = await office();
    const draft = await made.call('cycles.draft', { year: 2025, countedOn: '2025-12-31' });
    expect(draft).toMatchObject({
      people: 3,
      units: 2,
      out: [{ reason: 'exempt', count: 1 }],
    });
    const cycle = await open(made);
    expect(cycle).toMatchObject({
      people: 3,
      collectives: 2,
      packLocked: false,
      progress: { base: 2, rated: 0 },
    });
    const { rows } = await made.call('cycles.subjects', { year: 2025 });
    const shown = rows.map((row) => [row.name, row.place, row.subjectGroup, row.formId, row.outReason]);
    expect(shown.filter(([, place]) => place !== 'collective')).toEqual([
      ['Vàng A An', 'leadership', 'leader', 'review-2b-2025', null],
      ['Tòng Văn Dũng', 'cell', 'noPost', 'review-2a-2025', null],
      ['Vàng A An', 'cell', 'leader', 'review-2b-2025', null],
      ['Lò Văn Bình', 'cell', 'noPost', 'review-2a-2025', 'exempt'],
    ]);
    expect(shown.filter(([, place]) => place === 'collective')).toHaveLength(2);
    expect(await codeOf(open(made))).toBe('CYCLE_ALREADY_OPEN');
  });

  it('gives who is retired or works outside the system on its day the form 2C, leaders excepted', async () => {
    const made = await office();
    const set = async (name: string, workingStatus: 'outside' | 'retired', workingFrom: string | null) => {
      const id = made.people[name] ?? 0;
      const { version } = await made.call('officials.get', { id });
      await made.call('officials.update', { id, version, changes: { workingStatus, workingFrom } });
    };
    await set('Vàng A An', 'retired', null);
    await set('Lò Văn Bình', 'retired', '2026-01');
    await set('Tòng Văn Dũng', 'outside', '2025-06');
    await open(made);
    const { rows } = await made.call('cycles.subjects', { year: 2025, show: 'people' });
    const formOf = (name: string) =>
      rows
        .filter((row) => row.name === name && row.place === 'cell')
        .map((row) => [row.subjectGroup, row.formId]);
    expect(formOf('Vàng A An')).toEqual([['leader', 'review-2b-2025']]);
    expect(formOf('Tòng Văn Dũng')).toEqual([['outsideSystem', 'review-2c-2025']]);
    const chi = { year: 2025, officialId: made.people['Hà Thị Chi'] ?? 0, organizationId: made.cells[0] };
    await set('Hà Thị Chi', 'retired', null);
    await made.call('cycles.addSubject', { ...chi, place: 'cell', reason: 'Chuyển đến' });
    const { rows: after } = await made.call('cycles.subjects', { year: 2025, show: 'added' });
    expect(after.map((row) => row.subjectGroup)).toEqual(['outsideSystem']);
    const { rows: out } = await made.call('cycles.subjects', { year: 2025, show: 'out' });
    expect(out.map((row) => [row.name, row.subjectGroup])).toEqual([['Lò Văn Bình', 'noPost']]);
  });

  it('is the base of grid and summary, without those out of it', async () => {
    const made = await office();
    await open(made);
    const grid = await made.call('ratings.grid', { year: 2025 });
    expect(grid.rows.map((row) => row.fullName).sort()).toEqual([
      'Lò Văn Bình',
      'Tòng Văn Dũng',
      'Vàng A An',
    ]);
    const summary = await made.call('reports.ratingSummary', { year: 2025 });
    expect(summary.total).toMatchObject({ members: 3, exempt: 1, toRate: 2 });
  });

  it('tells what the book says since, and follows it with a reason', async () => {
    const made = await office();
    await open(made);
    const { people, cells } = made;
    const dung = people['Tòng Văn Dũng'] ?? 0;
    const an = people['Vàng A An'] ?? 0;
    await made.call('officials.transfer', {
      officialIds: [dung],
      organizationId: cells[0],
      onDay: '2025-12-01',
    });
    await made.call('officials.setParticipation', {
      id: an,
      version: 2,
      status: 'retired',
      onDay: '2025-12-15',
      reason: 'Nghỉ hưu',
    });
    const { id: late } = await made.call('officials.create', {
      ...person,
      fullName: 'Giàng A Ký',
      organizationId: cells[1],
    });
    const { differences } = await made.call('cycles.differences', { year: 2025 });
    expect(differences.map(({ kind, name, outReason }) => [kind, name, outReason])).toEqual([
      ['moved', 'Tòng Văn Dũng', null],
      ['lateComer', 'Giàng A Ký', null],
      ['gone', 'Vàng A An', 'retired'],
    ]);
    await made.call('cycles.takeDifferences', {
      year: 2025,
      officialIds: [dung, an, late],
      reason: 'Theo danh sách mới',
    });
    expect((await made.call('cycles.differences', { year: 2025 })).differences).toEqual([]);
    const { rows } = await made.call('cycles.subjects', { year: 2025, show: 'people' });
    expect(rows.filter((row) => row.place === 'cell').map((row) => [row.name, row.organizationName])).toEqual(
      [
        ['Giàng A Ký', 'Chi bộ Hai'],
        ['Tòng Văn Dũng', 'Chi bộ Một'],
      ],
    );
    // Moved back: the old row comes back, no second one is made.
    await made.call('officials.transfer', {
      officialIds: [dung],
      organizationId: cells[1],
      onDay: '2025-12-20',
    });
    await made.call('cycles.takeDifferences', { year: 2025, officialIds: [dung], reason: 'Chuyển về' });
    const after = await made.call('cycles.subjects', { year: 2025, search: 'tong van dung' });
    expect(after.rows.map((row) => [row.organizationName, row.outReason])).toEqual([
      ['Chi bộ Hai', null],
      ['Chi bộ Một', 'transferredOut'],
    ]);
  });

  /**
   * The fault: grid, cap and table 5a counted 300 people, the progress of the cycle 297. Steps: import last year's ratings,
   * open that year's cycle. Reason: who had a rating and no row of the list was counted by all but the progress.
   */
  it('counts who was rated before it was opened as everything else does, names them, and takes them in', async () => {
    const made = await office();
    const { call, people, cells } = made;
    const chi = people['Hà Thị Chi'] ?? 0;
    const { id: ky } = await call('officials.create', {
      ...person,
      fullName: 'Giàng A Ký',
      organizationId: cells[1],
    });
    const change = { field: 'decided', level: 'good' } as const;
    const decision = { body: 'Đảng ủy xã', onDay: '2025-12-20' };
    for (const officialId of [chi, ky])
      await call('ratings.set', { year: 2025, officialId, version: 0, change, decision });
    await call('officials.setParticipation', {
      id: ky,
      version: 1,
      status: 'retired',
      onDay: '2025-11-15',
      reason: 'Nghỉ hưu',
    });
    await open(made);
    const figures = async () => {
      const { cycle } = await call('cycles.get', { year: 2025 });
      const { total } = await call('reports.ratingSummary', { year: 2025 });
      const { office: cap } = await call('caps.report', { year: 2025 });
      const { base, rated, toReview, unlisted, notCounted } = cycle?.progress ?? {};
      expect([base, rated]).toEqual([total.toRate, total.rated]);
      expect(cap.counts.good).toBe(total.counts.good);
      return { base, rated, toReview, unlisted, notCounted };
    };
    expect(await figures()).toEqual({ base: 4, rated: 2, toReview: 2, unlisted: 2, notCounted: 0 });
    const { differences } = await call('cycles.differences', { year: 2025 });
    expect(differences.map(({ kind, name, outReason }) => [kind, name, outReason])).toEqual([
      ['rated', 'Hà Thị Chi', null],
      ['gone', 'Giàng A Ký', 'retired'],
    ]);
    const reason = 'Đã xếp loại trước khi mở kỳ';
    await call('cycles.takeDifferences', { year: 2025, officialIds: [chi, ky], reason });
    // Chi is in the list now; Ký left before the day and is out of the base, with the rating kept.
    expect(await figures()).toEqual({ base: 3, rated: 1, toReview: 3, unlisted: 0, notCounted: 1 });
    expect((await call('cycles.differences', { year: 2025 })).differences).toEqual([]);
    const { rows } = await call('cycles.subjects', { year: 2025, show: 'added' });
    expect(rows.map((row) => [row.name, row.organizationName, row.basisReason, row.outReason])).toEqual([
      ['Giàng A Ký', 'Chi bộ Hai', reason, 'retired'],
      ['Hà Thị Chi', 'Chi bộ Một', reason, null],
    ]);
    const { rows: grid } = await call('ratings.grid', { year: 2025 });
    expect(grid.map((row) => row.fullName)).not.toContain('Giàng A Ký');
    // Taken back into the base, the rating counts again.
    const [gone] = rows.filter((row) => row.officialId === ky);
    const back = { reviewId: gone?.reviewId ?? 0, version: gone?.version ?? 0, outReason: null };
    await call('cycles.setOut', back);
    expect(await figures()).toMatchObject({ base: 4, rated: 2, notCounted: 0 });
  });

  it('refuses a second row of a person in a cell or place, and a reason "other" without words', async () => {
    const made = await office();
    await open(made);
    const dung = made.people['Tòng Văn Dũng'] ?? 0;
    const add = (organizationId: number, place: 'cell' | 'leadership') =>
      made.call('cycles.addSubject', {
        year: 2025,
        officialId: dung,
        organizationId,
        place,
        reason: 'Bổ sung',
      });
    const again = (organizationId: number, place: 'cell' | 'leadership', code: string) =>
      expect(refusal(add(organizationId, place))).resolves.toMatchObject({
        code: 'REVIEW_EXISTS',
        fieldErrors: { organizationId: code },
      });
    await again(made.cells[0], 'cell', 'REVIEW_IN_CELL');
    await again(made.cells[1], 'cell', 'REVIEW_IN_PLACE');
    await add(made.cells[0], 'leadership');
    await again(made.cells[0], 'leadership', 'REVIEW_IN_PLACE');
    const collective = { year: 2025, organizationId: 1, kind: 'organization', reason: 'Bổ sung' } as const;
    await expect(refusal(made.call('cycles.addCollective', collective))).resolves.toMatchObject({
      fieldErrors: { organizationId: 'COLLECTIVE_IN_CYCLE' },
    });
    const { rows } = await made.call('cycles.subjects', { year: 2025, search: 'dung' });
    const [row] = rows.filter(({ place }) => place === 'cell');
    const out = { reviewId: row?.reviewId ?? 0, version: 1, outReason: 'other', outNote: '' } as const;
    expect(await codeOf(made.call('cycles.setOut', out))).toBe('VALIDATION_FAILED');
  });

  /**
   * The fault: a person stood in two cells of one cycle and counted twice. Steps: take the person out as moved away, add
   * the person to another cell, then change the reason of the first row to exempt. Reason: only coming back without any
   * reason was looked at, but an exempt row is in the base, too.
   */
  it('keeps a person in the base of one cell, also under a reason that stays in the base', async () => {
    const made = await office();
    await open(made);
    const dung = made.people['Tòng Văn Dũng'] ?? 0;
    const { rows } = await made.call('cycles.subjects', { year: 2025, search: 'dung' });
    const reviewId = rows[0]?.reviewId ?? 0;
    await made.call('cycles.setOut', { reviewId, version: 1, outReason: 'transferredOut', outNote: '' });
    await made.call('cycles.addSubject', {
      year: 2025,
      officialId: dung,
      organizationId: made.cells[0],
      place: 'cell',
      reason: 'Chuyển đến',
    });
    const again = (outReason: 'exempt' | 'retired' | null) =>
      codeOf(made.call('cycles.setOut', { reviewId, version: 2, outReason, outNote: '' }));
    expect(await again(null)).toBe('REVIEW_EXISTS');
    expect(await again('exempt')).toBe('REVIEW_EXISTS');
    expect(await again('retired')).toBe('done');
  });

  it('is withdrawn only while nothing hangs on it, and leaves ratings of the year alone', async () => {
    const made = await office();
    const dung = made.people['Tòng Văn Dũng'] ?? 0;
    const change = { field: 'self', level: 'good' } as const;
    await made.call('ratings.set', { year: 2025, officialId: dung, version: 0, change });
    const cycle = await open(made);
    await made.call('cycles.withdraw', { id: cycle.id, version: cycle.version });
    expect((await made.call('cycles.get', { year: 2025 })).cycle).toMatchObject({ openedAt: null });
    const { reader } = await openDatabase(made.folder);
    expect(reader.all('select 1 from reviews')).toEqual([]);
    const again = await open(made);
    expect(again.packLocked).toBe(true);
    const added = {
      year: 2025,
      officialId: dung,
      organizationId: 1,
      place: 'leadership',
      reason: 'Kiêm',
    } as const;
    await made.call('cycles.addSubject', added);
    expect(await codeOf(made.call('cycles.withdraw', { id: again.id, version: again.version }))).toBe(
      'CYCLE_IN_USE',
    );
  });

  it('keeps its rule pack once a rating stands on it', async () => {
    const made = await office();
    const cycle = await open(made);
    const { packId } = await made.call('rulePacks.add', provincePack);
    const change = { ...plan, id: cycle.id, version: cycle.version, packId };
    const free = await made.call('cycles.update', change);
    const dung = made.people['Tòng Văn Dũng'] ?? 0;
    await made.call('ratings.set', {
      year: 2025,
      officialId: dung,
      version: 0,
      change: { field: 'self', level: 'good' },
    });
    const locked = made.call('cycles.update', { ...change, version: free.version, packId: 'qd-366-2025' });
    expect(await codeOf(locked)).toBe('PACK_LOCKED');
  });

  it('of a quarter keeps its own ratings, apart from those of the year', async () => {
    const made = await office();
    const { call } = made;
    await open(made);
    const dung = made.people['Tòng Văn Dũng'] ?? 0;
    const rate = (quarter: number, version: number, level: 'good' | 'completed') =>
      call('ratings.set', {
        year: 2025,
        quarter,
        officialId: dung,
        version,
        change: { field: 'self', level },
      });
    const grid = async (quarter: number) =>
      (await call('ratings.grid', { year: 2025, quarter })).rows.find((row) => row.officialId === dung);
    expect(await codeOf(rate(2, 0, 'good'))).toBe('CYCLE_NOT_OPEN');
    expect(await codeOf(call('ratings.grid', { year: 2025, quarter: 2 }))).toBe('CYCLE_NOT_OPEN');
    const quarterPlan = { ...plan, packId: 'qd-124-2023', countedOn: '2025-06-30' };
    await call('cycles.open', { ...quarterPlan, year: 2025, quarter: 2, collectives: [] });
    await rate(2, 0, 'completed');
    await rate(0, 0, 'good');
    expect((await grid(2))?.selfLevel).toBe('completed');
    expect((await grid(0))?.selfLevel).toBe('good');
    const summary = await call('overview.get', {});
    expect(summary.years.map(({ year }) => year)).toEqual([2025]);
  });
});
