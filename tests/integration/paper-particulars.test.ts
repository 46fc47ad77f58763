import { describe, expect, it } from 'vitest';
import type { DocumentInput } from '../../db/contract/documents.ts';
import type { PaperParticulars } from '../../db/contract/paper-particulars.ts';
import { dayOf } from '../../db/domain/dates.ts';
import { codeOf, cycleOffice, openCycle2025, plan2025 } from '../helpers/cycle-office.ts';
import { unzipFiles } from '../helpers/zip-files.ts';

const plan = (year = 2025, organizationId: number | null = null): DocumentInput => ({
  kind: 'remediation-plan',
  year,
  organizationId,
});
const report = (asOf: string): DocumentInput => ({
  kind: 'remediation-report',
  year: 2025,
  organizationId: null,
  asOf,
});
const table: DocumentInput = {
  kind: 'summary',
  table: '5a',
  year: 2025,
  quarter: 0,
  organizationId: null,
  groups: [],
  compare: false,
};

/** Every field says something of its own. */
const typed: PaperParticulars = {
  number: '5',
  symbol: 'KH/ĐU',
  place: 'Suối Ngàn',
  day: '2026-02-05',
  superiorHead: 'ĐẢNG BỘ TỈNH THỬ NGHIỆM',
  issuingHead: 'ĐẢNG ỦY XÃ THỬ NGHIỆM',
  basis: ['Căn cứ Kết luận số 12-KL/TU', '- Căn cứ Báo cáo số 112-BC/ĐU;'],
  aims: 'Khắc phục dứt điểm.\nMỗi việc có một người chịu trách nhiệm.',
  carryingOut: 'Các chi bộ triển khai xong trước ngày 31/3.',
  results: '',
  late: '',
  next: '',
  preparer: '',
  authority: 'T/M BAN THƯỜNG VỤ',
  title: 'PHÓ BÍ THƯ',
  signer: 'Quàng Thị Ký',
  recipients: ['Ban Tổ chức Tỉnh ủy', '- Các chi bộ;', 'Lưu Văn phòng'],
  layout: 'B',
};

async function office() {
  const made = await cycleOffice();
  await openCycle2025(made);
  const { call } = made;
  const task = (year: number) =>
    call('remediation.save', {
      taskId: null,
      version: 0,
      year,
      shortcomingId: null,
      shortcomingText: 'Ghi sổ chưa đủ',
      cause: '',
      measure: 'Ghi sổ hằng tháng',
      assigneeId: null,
      assigneeName: 'Chi ủy',
      coordinatingBody: '',
      startsOn: null,
      dueOn: `${year + 1}-06-30`,
      product: '',
      note: '',
      organizationId: null,
    });
  await task(2025);
  const shown = async (document: DocumentInput) => {
    const { paper } = await call('papers.particulars', { document });
    if (paper === null) throw new Error('no particulars');
    return paper;
  };
  const keep = (document: DocumentInput, particulars: PaperParticulars, version = 0) =>
    call('papers.saveParticulars', { document, version, particulars });
  const page = async (document: DocumentInput) => (await call('documents.html', document)).html;
  return { ...made, task, shown, keep, page };
}

describe('particulars of a paper', () => {
  it('are proposed from the settings, and printed as they were kept, to the last line', async () => {
    const { call, shown, keep, page } = await office();
    const before = await shown(plan());
    expect(before).toMatchObject({ version: 0, from: null, kind: 'remediation-plan' });
    expect(before.particulars).toMatchObject({ number: '', symbol: 'KH/ĐU', day: null });
    expect(await page(plan())).toContain('Số ........-KH/ĐU');

    await keep(plan(), typed);
    expect(await shown(plan())).toMatchObject({ version: 1, particulars: typed });
    const html = await page(plan());
    for (const line of [
      'Số 05-KH/ĐU',
      'Suối Ngàn, ngày 05 tháng 02 năm 2026',
      'ĐẢNG BỘ TỈNH THỬ NGHIỆM',
      'ĐẢNG ỦY XÃ THỬ NGHIỆM',
      '- Căn cứ Kết luận số 12-KL/TU;',
      '- Căn cứ Báo cáo số 112-BC/ĐU.',
      'Khắc phục dứt điểm.',
      'Mỗi việc có một người chịu trách nhiệm.',
      'Các chi bộ triển khai xong trước ngày 31/3.',
      'T/M BAN THƯỜNG VỤ',
      'PHÓ BÍ THƯ',
      'Quàng Thị Ký',
      '<p>- Ban Tổ chức Tỉnh ủy;</p><p>- Các chi bộ;</p><p>- Lưu Văn phòng.</p>',
      '(Kèm theo Kế hoạch số 05-KH/ĐU, Suối Ngàn, ngày 05 tháng 02 năm 2026)',
      '/18pt',
    ])
      expect(html, line).toContain(line === '/18pt' ? 'line-height: 18pt' : line);
    expect(html).not.toContain('<p class="blank">');
    const { bytes } = await call('documents.docx', plan());
    const xml = unzipFiles(bytes).find(({ name }) => name === 'word/document.xml');
    const words = xml?.data.toString('utf8') ?? '';
    for (const line of ['Số 05-KH/ĐU', 'Quàng Thị Ký', '- Lưu Văn phòng.']) expect(words).toContain(line);
  });

  it('of an old paper stay when the settings change, and a new paper follows them', async () => {
    const { call, shown, keep, page } = await office();
    const { particulars } = await shown(plan());
    await keep(plan(), { ...particulars, number: '41', signer: 'Người ký cũ' });
    const old = await page(plan());
    await call('office.update', {
      ...(await call('office.get', {})),
      superiorHead: 'ĐẢNG BỘ TỈNH MỚI',
      issuingHead: 'ĐẢNG ỦY XÃ MỚI',
      placeName: 'Nơi Mới',
      signatureAuthority: 'T/M BAN CHẤP HÀNH',
      signatureTitle: 'BÍ THƯ MỚI',
      signerName: 'Người ký mới',
    });
    await call('settings.update', { key: 'paperLayout', version: 0, value: 'B' });
    expect(await page(plan())).toBe(old);
    expect(await page(report('2026-06-30'))).toContain('Người ký mới');
  });

  it('are proposed from the year before, without its number, its day and its old signer', async () => {
    const { call, shown, keep, task, page, cells } = await office();
    await keep(plan(), typed);
    await call('office.update', { ...(await call('office.get', {})), signerName: 'Người ký mới' });
    await task(2026);
    const next = await shown(plan(2026));
    expect(next).toMatchObject({ version: 0, from: { year: 2025, quarter: 0 } });
    expect(next.particulars).toMatchObject({
      number: '',
      day: null,
      basis: typed.basis,
      aims: typed.aims,
      carryingOut: typed.carryingOut,
      recipients: typed.recipients,
      signer: 'Người ký mới',
    });
    // What is proposed is not printed before someone has looked at it.
    expect(await page(plan(2026))).not.toContain('12-KL/TU');
    // Another unit's paper is another paper.
    expect(await shown(plan(2026, cells[0]))).toMatchObject({ from: null });
    expect((await shown(plan(2025, cells[0]))).particulars).toMatchObject({
      symbol: 'KH/CB',
      issuingHead: 'CHI BỘ MỘT',
      authority: 'T/M CHI BỘ',
      title: 'BÍ THƯ',
      signer: '',
    });
  });

  it('of a report belong to its day; the next one begins with the lists of the last', async () => {
    const { shown, keep, page } = await office();
    const words = {
      ...typed,
      number: '48',
      symbol: 'BC/ĐU',
      results: 'Đã họp hai lần',
      layout: 'A',
    } as const;
    await keep(report('2026-06-30'), words);
    expect(await page(report('2026-06-30'))).toContain('Đã họp hai lần');
    const december = await shown(report('2026-12-15'));
    expect(december).toMatchObject({ version: 0, from: { year: 2025, quarter: 0 } });
    expect(december.particulars).toMatchObject({ number: '', results: '', recipients: typed.recipients });
    expect(await page(report('2026-12-15'))).not.toContain('Đã họp hai lần');
    expect((await shown(report('2026-06-30'))).draft).not.toEqual(december.draft);
  });

  it('stand on a collective review, on minutes and on a table, each with its own', async () => {
    const { call, shown, keep, page, cells } = await office();
    const { rows } = await call('reviews.list', { year: 2025 });
    const idOf = (kind: string) => rows.find((row) => row.collectiveKind === kind)?.reviewId ?? 0;
    const committee: DocumentInput = { kind: 'reviews', year: 2025, reviewIds: [idOf('standingCommittee')] };
    const unit: DocumentInput = { kind: 'reviews', year: 2025, reviewIds: [idOf('organization')] };
    expect((await shown(committee)).particulars).toMatchObject({
      symbol: 'BC/ĐU',
      authority: 'T/M BAN THƯỜNG VỤ',
    });
    await keep(committee, { ...typed, number: '112', symbol: 'BC/ĐU' });
    expect(await page(committee)).toContain('Số 112-BC/ĐU');
    expect(await page(unit)).toContain('Số ........-BC/ĐU');
    // In a batch it is the same paper, and the others are theirs.
    const batch = await page({ kind: 'reviews', year: 2025 });
    expect(batch.match(/Số 112-BC/g)).toHaveLength(1);

    const { meetingId } = await call('meetings.save', {
      year: 2025,
      organizationId: cells[1],
      meetingId: null,
      version: 0,
      heldOn: '2025-12-10',
      startsAt: '',
      endsAt: '',
      placeName: '',
      chair: 'Tòng Văn Dũng',
      secretary: '',
      counters: '',
      absentNote: '',
      content: '',
      membersTotal: 3,
      present: 3,
      issued: 3,
      returned: 3,
      valid: 3,
      invalid: 0,
      results: [],
    });
    const minutes: DocumentInput = { kind: 'meeting-minutes', meetingId: meetingId ?? 0 };
    const usual = await shown(minutes);
    expect(usual.particulars).toMatchObject({ number: '', symbol: '', day: '2025-12-10', recipients: [] });
    expect(await page(minutes)).not.toContain('Số ');
    await keep(minutes, { ...usual.particulars, number: '3', symbol: 'BB/CB', recipients: ['Lưu Chi bộ'] });
    const html = await page(minutes);
    expect(html).toContain('Số 03-BB/CB');
    expect(html).toContain('- Lưu Chi bộ.');
    expect(await page({ kind: 'count-minutes', meetingId: meetingId ?? 0 })).not.toContain('Số 03');
    // A meeting that is removed takes them along: a later one may get its number.
    await call('meetings.remove', { meetingId: meetingId ?? 0, version: 1 });
    expect((await call('papers.particulars', { document: minutes })).paper).toBeNull();
  });

  it('fix the day, the preparer and the recipients of a table, on paper and in the workbook', async () => {
    const { call, shown, keep, page, people } = await office();
    await call('ratings.set', {
      year: 2025,
      officialId: people['Tòng Văn Dũng'] ?? 0,
      version: 0,
      change: { field: 'decided', level: 'good' },
      decision: { body: 'Ban Thường vụ', onDay: '2025-12-25' },
    });
    const usual = await shown(table);
    expect(usual.particulars.day).toBe(dayOf(new Date()));
    const before = await page(table);
    await keep(table, usual.particulars);
    expect(await page(table)).toBe(before);
    await keep(
      table,
      { ...usual.particulars, day: '2025-12-31', preparer: 'Hà Văn Lập', recipients: ['Tỉnh ủy', 'Lưu'] },
      1,
    );
    const after = await page(table);
    expect(after).toContain('ngày 31 tháng 12 năm 2025');
    expect(after).toContain('Hà Văn Lập');
    // Under both signatures: the names stay level.
    expect(after).toMatch(/Hà Văn Lập<\/p><\/div><\/div>.*<p>- Tỉnh ủy;<\/p><p>- Lưu.<\/p>/s);
    expect((await call('documents.workbook', { ...table })).bytes.length).toBeGreaterThan(1000);
    // The same table under its first name is the same paper.
    const alias: DocumentInput = { kind: 'rating-summary', year: 2025, organizationId: null };
    expect(await page(alias)).toContain('Hà Văn Lập');
  });

  it('of the pledges of a year are their basis lines, which a later setting leaves alone', async () => {
    const { call, shown, keep, page, people } = await office();
    for (const year of [2025, 2026])
      await call('pledges.save', {
        year,
        officialId: people['Tòng Văn Dũng'] ?? 0,
        version: 0,
        variant: 'member',
        formId: 'pledge-member',
        duty: '',
        note: '',
        items: [{ id: null, sectionId: 'duties', text: 'Trực bản', target: '', dueOn: null }],
      });
    const pledges = (year: number): DocumentInput => ({ kind: 'pledges', year });
    const usual = await shown(pledges(2025));
    expect(usual.particulars.basis[1]).toContain('21-KL/TW');
    const before = await page(pledges(2025));
    await keep(pledges(2025), usual.particulars);
    expect(await page(pledges(2025))).toBe(before);
    const value = ['Căn cứ Quy định mới', 'Căn cứ kế hoạch của Đảng ủy'];
    await call('settings.update', { key: 'pledgeBasis', version: 0, value });
    await call('settings.update', { key: 'paperLayout', version: 0, value: 'B' });
    expect(await page(pledges(2025))).toBe(before);
    const next = await page(pledges(2026));
    expect(next).toContain('- Căn cứ Quy định mới;');
    expect(next).toContain('- Căn cứ kế hoạch của Đảng ủy.');
    expect((await shown(pledges(2026))).particulars.basis).toEqual(value);
  });

  it('are refused when stale or wrong at their field, are audited, and are only of papers that have them', async () => {
    const { keep, shown, service, token } = await office();
    await keep(plan(), typed);
    expect(await codeOf(keep(plan(), typed))).toBe('STALE_VERSION');
    const wrong = keep(plan(), { ...typed, day: '2026-02-30', aims: 'a'.repeat(20_001) }, 1);
    await expect(wrong).rejects.toMatchObject({
      fieldErrors: { 'particulars.day': 'INVALID_DATE', 'particulars.aims': 'TOO_LONG' },
    });
    expect(await shown(plan())).toMatchObject({ version: 1, particulars: typed });
    const list: DocumentInput = { kind: 'pledges-list', year: 2025 };
    expect(await codeOf(keep(list, typed))).toBe('NOT_FOUND');
    expect(await service.call(token, 'papers.particulars', { document: list })).toEqual({ paper: null });
  });
});

it('knows a quarter from the year', async () => {
  const made = await office();
  const { call, keep, shown } = made;
  await call('cycles.open', {
    ...plan2025,
    year: 2025,
    quarter: 3,
    countedOn: '2025-09-30',
    collectives: [],
  });
  await keep(table, { ...typed, preparer: 'Cả năm' });
  const quarter = await shown({ ...table, quarter: 3 } as DocumentInput);
  expect(quarter).toMatchObject({ version: 0, from: { year: 2025, quarter: 0 } });
  expect(quarter.name).toContain('quý III năm 2025');
});
