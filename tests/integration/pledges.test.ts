import { describe, expect, it } from 'vitest';
import { codeOf, cycleOffice, openCycle2025, plan2025 } from '../helpers/cycle-office.ts';

const year = 2025;
const item = (text: string) => ({
  id: null,
  sectionId: 'duties',
  text,
  target: 'Hoàn thành trong năm',
  dueOn: '2025-11',
});
const form = { variant: 'member', formId: 'pledge-member', duty: '', note: '' } as const;

async function office() {
  const made = await cycleOffice();
  await openCycle2025(made);
  const idOf = (name: string) => made.people[name] ?? 0;
  return { ...made, an: idOf('Vàng A An'), dung: idOf('Tòng Văn Dũng') };
}

describe('pledges', () => {
  it('list everyone who is to pledge, leaders with their variant, the exempt left out, percent with its base', async () => {
    const { call, dung } = await office();
    const begun = await call('pledges.save', {
      ...form,
      year,
      officialId: dung,
      version: 0,
      items: [item('Trực bản')],
    });
    expect(begun).toMatchObject({
      status: 'notFiled',
      version: 2,
      items: [{ text: 'Trực bản', dueOn: '2025-11' }],
    });
    const pledges = [{ pledgeId: begun.pledgeId ?? 0, version: 2 }];
    const filed = { to: 'filed', signedOn: '2025-03-01', filedOn: '2025-03-02' } as const;
    await call('pledges.setStatus', { pledges, act: filed });
    const list = await call('pledges.list', { year });
    expect(list.rows.map((row) => [row.fullName, row.variant, row.status])).toEqual([
      ['Tòng Văn Dũng', 'member', 'filed'],
      ['Vàng A An', 'leader', 'notFiled'],
    ]);
    expect(list.counts).toEqual({
      base: 2,
      notFiled: 1,
      filed: 1,
      confirmed: 0,
      returned: 0,
      signed: 1,
      signedPercent: 5000,
    });
    expect(list.units.map((unit) => [unit.organizationName, unit.base, unit.signed])).toEqual([
      ['Chi bộ Hai', 1, 1],
      ['Chi bộ Một', 1, 0],
    ]);
  });

  it('go from filed to confirmed and back by a return with its reason; other steps are refused and change nothing', async () => {
    const { call, dung, an } = await office();
    const one = await call('pledges.save', {
      ...form,
      year,
      officialId: dung,
      version: 0,
      items: [item('Một')],
    });
    const two = await call('pledges.save', {
      ...form,
      year,
      officialId: an,
      version: 0,
      items: [item('Hai')],
    });
    const key = (id: number | null, version: number) => ({ pledgeId: id ?? 0, version });
    const confirm = { to: 'confirmed', confirmedOn: '2025-03-05', confirmedBy: 'Chi ủy' } as const;
    const file = { to: 'filed', signedOn: '2025-03-01', filedOn: '2025-03-01' } as const;
    const set = (
      pledges: ReturnType<typeof key>[],
      act: Parameters<typeof call<'pledges.setStatus'>>[1]['act'],
    ) => codeOf(call('pledges.setStatus', { pledges, act }));
    expect(await set([key(one.pledgeId, 2)], confirm)).toBe('PLEDGE_STEP');
    await expect(
      call('pledges.setStatus', {
        pledges: [key(one.pledgeId, 2)],
        act: { ...file, filedOn: '2025-02-01' },
      }),
    ).rejects.toMatchObject({ fieldErrors: { 'act.filedOn': 'FILED_BEFORE_SIGNED' } });
    expect(await set([key(one.pledgeId, 2)], file)).toBe('done');
    // One of the two is not filed: none is confirmed.
    expect(await set([key(one.pledgeId, 3), key(two.pledgeId, 2)], confirm)).toBe('PLEDGE_STEP');
    expect((await call('pledges.get', { year, officialId: dung })).status).toBe('filed');
    await expect(
      call('pledges.setStatus', {
        pledges: [key(one.pledgeId, 3)],
        act: { ...confirm, confirmedOn: '2025-02-28' },
      }),
    ).rejects.toMatchObject({ fieldErrors: { 'act.confirmedOn': 'CONFIRMED_BEFORE_FILED' } });
    expect(await set([key(one.pledgeId, 3)], confirm)).toBe('done');
    const saved = { ...form, year, officialId: dung, version: 4, items: [item('Sửa')] };
    expect(await codeOf(call('pledges.save', saved))).toBe('PLEDGE_CONFIRMED');
    expect(await set([key(one.pledgeId, 4)], { to: 'returned', reason: 'Chưa nêu thời hạn' })).toBe('done');
    expect(await codeOf(call('pledges.save', { ...saved, version: 5 }))).toBe('done');
    expect(await codeOf(call('pledges.save', { ...saved, version: 5 }))).toBe('STALE_VERSION');
  });

  it('begin for all with the same items, name the identical ones, and are taken back while untouched', async () => {
    const { call, dung } = await office();
    const items = [{ sectionId: 'duties', text: 'Làm tốt', target: '', dueOn: null }];
    const { created } = await call('pledges.create', { year, items });
    expect(created).toHaveLength(2);
    expect((await call('pledges.list', { year, show: 'identical' })).rows).toEqual([]);
    await call('settings.update', { key: 'samePledgeTexts', version: 0, value: 1 });
    const { rows } = await call('pledges.list', { year, show: 'identical' });
    expect(rows.map((row) => row.identicalTo)).toEqual([1, 1]);
    const mine = await call('pledges.get', { year, officialId: dung });
    expect(mine.identicalTo.map((other) => other.fullName)).toEqual(['Vàng A An']);
    const kept = mine.items.map(({ id, sectionId, target, dueOn }) => ({
      id,
      sectionId,
      text: 'Làm khác',
      target,
      dueOn,
    }));
    await call('pledges.save', { ...form, year, officialId: dung, version: mine.version, items: kept });
    expect((await call('pledges.list', { year, show: 'identical' })).total).toBe(0);
    expect(await codeOf(call('pledges.remove', { pledges: created }))).toBe('STALE_VERSION');
    expect((await call('pledges.list', { year })).rows.filter((row) => row.pledgeId !== null)).toHaveLength(
      2,
    );
  });

  it('keep why someone has not filed, and the check of an item in the middle of the year', async () => {
    const { call, dung } = await office();
    const reason = { year, people: [{ officialId: dung, version: 0 }], reason: 'Đi điều trị' };
    await call('pledges.setNotFiledReason', reason);
    const pledge = await call('pledges.get', { year, officialId: dung });
    expect(pledge.notFiledReason).toBe('Đi điều trị');
    const saved = await call('pledges.save', {
      ...form,
      year,
      officialId: dung,
      version: 2,
      items: [item('Một')],
    });
    const check = {
      pledgeId: saved.pledgeId ?? 0,
      version: saved.version,
      itemId: saved.items[0]?.id ?? 0,
      midYear: 'behind',
      midYearNote: 'Mới bắt đầu',
      midYearOn: null,
    } as const;
    expect(await codeOf(call('pledges.setMidYear', check))).toBe('VALIDATION_FAILED');
    const checked = await call('pledges.setMidYear', { ...check, midYearOn: '2025-06-30' });
    expect(checked.items[0]).toMatchObject({ midYear: 'behind', midYearOn: '2025-06-30', text: 'Một' });
  });

  it('get one reason for many in one step and lose it in one, though a pledge among them has a scan', async () => {
    const { call, an, dung } = await office();
    const begun = await call('pledges.save', {
      ...form,
      year,
      officialId: an,
      version: 0,
      items: [item('Một')],
    });
    await call('attachments.add', {
      entity: 'pledge',
      entityId: begun.pledgeId ?? 0,
      fileName: 'cam-ket.pdf',
      bytes: new TextEncoder().encode('%PDF-1.4\n%%EOF'),
    });
    const told = async () =>
      (await call('pledges.list', { year })).rows.map((row) => [
        row.fullName,
        row.pledgeId !== null,
        row.items,
        row.scans,
        row.notFiledReason,
      ]);
    const before = await told();
    const people = [
      { officialId: an, version: begun.version },
      { officialId: dung, version: 0 },
    ];
    const stale = [
      { officialId: dung, version: 0 },
      { officialId: an, version: 1 },
    ];
    const give = (chosen: typeof people) =>
      call('pledges.setNotFiledReason', { year, people: chosen, reason: 'Đi công tác' });
    expect(await codeOf(give(stale))).toBe('STALE_VERSION');
    expect(await told()).toEqual(before);
    const { operationId, changed } = await give(people);
    expect(changed).toBe(2);
    expect((await told()).map(([, isBegun, , , reason]) => [isBegun, reason])).toEqual([
      [true, 'Đi công tác'],
      [true, 'Đi công tác'],
    ]);
    await call('operations.undo', { operationId });
    expect(await told()).toEqual(before);
    expect(await codeOf(call('operations.undo', { operationId }))).toBe('OPERATION_ALREADY_UNDONE');

    // One of them has filed since: then nothing is taken back.
    const again = await give([
      { officialId: an, version: begun.version + 2 },
      { officialId: dung, version: 0 },
    ]);
    const file = { to: 'filed', signedOn: '2025-03-01', filedOn: '2025-03-02' } as const;
    const { version } = await call('pledges.get', { year, officialId: an });
    await call('pledges.setStatus', { pledges: [{ pledgeId: begun.pledgeId ?? 0, version }], act: file });
    const now = await told();
    expect(await codeOf(call('operations.undo', { operationId: again.operationId }))).toBe(
      'OPERATION_TOUCHED_SINCE',
    );
    expect(await told()).toEqual(now);
  });

  it('get an act taken back with all that it had changed, or none of them', async () => {
    const { call, dung } = await office();
    const reason = { year, people: [{ officialId: dung, version: 0 }], reason: 'Đi điều trị' };
    await call('pledges.setNotFiledReason', reason);
    const [before] = (await call('pledges.list', { year, show: 'notSigned', search: 'Dũng' })).rows;
    const pledgeId = before?.pledgeId ?? 0;
    const file = { to: 'filed', signedOn: '2025-03-01', filedOn: '2025-03-02' } as const;
    await call('pledges.setStatus', { pledges: [{ pledgeId, version: 2 }], act: file });
    const { status, signedOn, filedOn, confirmedOn, confirmedBy, notFiledReason, returnedReason } =
      before ?? expect.fail('no pledge');
    const days = { signedOn, filedOn, confirmedOn, confirmedBy };
    const back = { pledgeId, version: 3, status, ...days, notFiledReason, returnedReason };
    const bad = { ...back, status: 'confirmed' } as const;
    expect(await codeOf(call('pledges.restore', { pledges: [bad] }))).toBe('VALIDATION_FAILED');
    expect(await codeOf(call('pledges.restore', { pledges: [{ ...back, version: 2 }] }))).toBe(
      'STALE_VERSION',
    );
    await call('pledges.restore', { pledges: [back] });
    expect(await call('pledges.get', { year, officialId: dung })).toMatchObject({
      status: 'notFiled',
      signedOn: null,
      notFiledReason: 'Đi điều trị',
    });
  });

  it('stand in the thread of the person: the year as long as it is not signed, then the day', async () => {
    const { call, dung } = await office();
    const items = [item('Một'), item('Hai')];
    const begun = await call('pledges.save', { ...form, year, officialId: dung, version: 0, items });
    const ofThread = async () =>
      (await call('officials.timeline', { id: dung })).entries.find((entry) => entry.kind === 'pledge');
    const unit = { organizationName: 'Chi bộ Hai', items: 2, itemsDone: 0 };
    expect(await ofThread()).toMatchObject({ ...unit, on: '2025', year, status: 'notFiled' });
    const pledges = [{ pledgeId: begun.pledgeId ?? 0, version: begun.version }];
    const act = { to: 'filed', signedOn: '2025-03-01', filedOn: '2025-03-02' } as const;
    await call('pledges.setStatus', { pledges, act });
    expect(await ofThread()).toMatchObject({ ...unit, on: '2025-03-01', status: 'filed' });
  });

  it('go on paper as they are listed: who has not filed, why, and the percent with its base', async () => {
    const { call, dung, cells } = await office();
    await call('pledges.setNotFiledReason', {
      year,
      people: [{ officialId: dung, version: 0 }],
      reason: 'Đi điều trị',
    });
    const missing = { kind: 'pledges-list', year, organizationId: cells[1], show: 'notSigned' } as const;
    const { html, fileName } = await call('documents.html', missing);
    for (const words of ['DANH SÁCH CHƯA NỘP BẢN CAM KẾT', 'Tòng Văn Dũng', 'Đi điều trị', 'Đã ký 0/1 (0%)'])
      expect(html).toContain(words);
    expect(html).not.toContain('Vàng A An');
    expect(fileName).toContain('chưa nộp');
    expect((await call('documents.workbook', missing)).bytes.length).toBeGreaterThan(1000);
    const confirmed = { ...missing, show: 'confirmed' } as const;
    expect(await codeOf(call('documents.html', confirmed))).toBe('LIST_EMPTY');
  });

  it('begin for the people chosen only', async () => {
    const { call, dung } = await office();
    const { created } = await call('pledges.create', { year, officialIds: [dung], items: [] });
    expect(created).toHaveLength(1);
    const begun = (await call('pledges.list', { year })).rows.filter((row) => row.pledgeId !== null);
    expect(begun.map((row) => row.officialId)).toEqual([dung]);
  });

  // Fault: what was typed for an open shortcoming into a pledge not begun yet was dropped by the first save, because
  // the item came in by itself with the same save and was taken for the typed one. Steps: a review of 2024 leaves a
  // shortcoming; open the pledge of 2025, write the measure and its day beside it, save.
  it('keep what the first save says of an open shortcoming', async () => {
    const { call, dung } = await office();
    await call('cycles.open', {
      ...plan2025,
      year: 2024,
      countedOn: '2024-12-31',
      packId: 'qd-124-2023',
      collectives: [],
    });
    const { rows } = await call('reviews.list', { year: 2024 });
    const review = rows.find((row) => row.officialId === dung) ?? expect.fail('no review');
    const shortcoming = { id: null, sectionId: 'shortcomings', text: 'Chậm nộp báo cáo', cause: '' };
    await call('reviews.save', {
      reviewId: review.reviewId,
      version: review.version,
      sections: [],
      shortcomings: [shortcoming],
      outcomes: [],
      pledgeResults: [],
      answers: [],
    });
    const { openShortcomings } = await call('pledges.get', { year, officialId: dung });
    const typed = {
      id: null,
      sectionId: 'remedies',
      text: 'Nộp báo cáo trước ngày 20 hằng tháng',
      target: 'Không chậm lần nào',
      dueOn: '2025-06',
      shortcomingId: openShortcomings[0]?.id ?? null,
    };
    const saved = await call('pledges.save', { ...form, year, officialId: dung, version: 0, items: [typed] });
    const { id: _new, ...kept } = typed;
    expect(saved.items).toMatchObject([kept]);
  });
});
