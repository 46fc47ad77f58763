import { describe, expect, it } from 'vitest';
import { codeOf, cycleOffice, openCycle2025, plan2025 } from '../helpers/cycle-office.ts';
import { unzipFiles } from '../helpers/zip-files.ts';

const year = 2025;

async function office() {
  const made = await cycleOffice();
  const { call } = made;
  const dung = made.people['Tòng Văn Dũng'] ?? 0;
  await openCycle2025(made);
  const form = { variant: 'member', formId: 'pledge-member', duty: '', note: '' } as const;
  const item = { id: null, sectionId: 'duties', text: 'Trực bản đủ lịch', target: '', dueOn: null };
  await call('pledges.save', { ...form, year, officialId: dung, version: 0, items: [item] });
  const { rows } = await call('reviews.list', { year });
  const idOf = (name: string, place: string) =>
    rows.find((row) => row.name === name && row.place === place)?.reviewId ?? 0;
  return { ...made, dung, reviewId: idOf('Tòng Văn Dũng', 'cell'), idOf, rows };
}

/** A review in which every field says something of its own. */
async function written() {
  const made = await office();
  const { call, reviewId } = made;
  const begun = await call('reviews.get', { reviewId });
  const asked = await call('reviews.savePrompt', {
    reviewId,
    version: begun.version,
    prompt: {
      id: null,
      source: 'supervision',
      matter: 'Làm rõ việc chậm giải ngân',
      sentOn: '2025-11-20',
      conclusion: '',
    },
  });
  const opinions = [
    { body: 'Người đứng đầu cơ quan, đơn vị', text: 'Nhận xét của thủ trưởng', level: 'good' },
    { body: 'Chi ủy, chi bộ', text: 'Nhận xét của chi ủy', level: null },
    { body: 'Chi ủy nơi cư trú', text: 'Gương mẫu ở bản', level: 'excellent' },
  ] as const;
  let { version } = asked;
  for (const opinion of opinions)
    ({ version } = await call('reviews.saveOpinion', {
      reviewId,
      version,
      opinion: { id: null, onDay: '2025-12-09', ...opinion },
    }));
  const saved = await call('reviews.save', {
    reviewId,
    version,
    sections: [
      { sectionId: 'assignedDuties', text: 'Đã <làm> đủ việc & đúng hạn', mark: 'excellent' },
      { sectionId: 'causes', text: 'Nguyên nhân chung', mark: null },
    ],
    shortcomings: [{ id: null, sectionId: 'shortcomings', text: 'Ghi sổ chưa đủ', cause: 'Thiếu kiểm tra' }],
    outcomes: [],
    pledgeResults: [{ itemId: begun.pledgeItems[0]?.id ?? 0, result: 'partly', resultNote: 'Vắng hai buổi' }],
    answers: [{ promptId: asked.prompts[0]?.id ?? 0, answer: 'Do chờ hồ sơ đất' }],
    self: { level: 'good', scoreParts: { common: 2500, results: 6050 } },
  });
  await call('reviews.setStatus', {
    reviews: [{ reviewId, version: saved.version }],
    status: 'filed',
    filedOn: '2025-12-05',
  });
  return { ...made, saved };
}

describe('reviews on paper', () => {
  it('hold every field in the form of the review, under the heads of its unit', async () => {
    const { call, reviewId } = await written();
    const { html, fileName } = await call('documents.html', { kind: 'reviews', year, reviewIds: [reviewId] });
    for (const text of [
      'Mẫu 2A-HD KĐ.ĐG 2025',
      '<p class="bold">CHI BỘ HAI</p>',
      'ngày 05 tháng 12 năm 2025',
      'Tòng Văn Dũng',
      'Đã &lt;làm&gt; đủ việc &amp; đúng hạn',
      'Nguyên nhân chung',
      'Ghi sổ chưa đủ. Nguyên nhân: Thiếu kiểm tra.',
      'Trực bản đủ lịch. Kết quả: thực hiện một phần; Vắng hai buổi.',
      'Nội dung gợi ý (Giám sát, ngày 20/11/2025): Làm rõ việc chậm giải ngân.',
      'Giải trình: Do chờ hồ sơ đất',
      '85,5',
      'Nhận xét của thủ trưởng',
      'Nhận xét của chi ủy',
      'Ý kiến của Chi ủy nơi cư trú',
      'Gương mẫu ở bản',
    ])
      expect(html).toContain(text);
    expect(fileName).toContain('Tòng Văn Dũng');
    const { bytes } = await call('documents.docx', { kind: 'reviews', year, reviewIds: [reviewId] });
    const xml =
      unzipFiles(bytes)
        .find(({ name }) => name === 'word/document.xml')
        ?.data.toString('utf8') ?? '';
    expect(xml).toContain('Làm rõ việc chậm giải ngân');
  });

  it('are blank for the pen when asked, and a batch with its list for a unit', async () => {
    const { call, reviewId, rows } = await written();
    const blank = await call('documents.html', { kind: 'reviews', year, reviewIds: [reviewId], blank: true });
    expect(blank.html).toContain('Tòng Văn Dũng');
    expect(blank.html).not.toContain('Ghi sổ chưa đủ');
    expect(blank.html).toContain('<p class="blank">');
    const all = await call('documents.html', { kind: 'reviews', year });
    expect(all.html.match(/<a id="document-/g)).toHaveLength(rows.length);
    expect(all.list?.plain).toContain('Ban thường vụ Đảng ủy xã Sông Mây');
    expect(all.html).toContain('BÁO CÁO KIỂM ĐIỂM TẬP THỂ');
    const nobody = call('documents.html', { kind: 'reviews', year, reviewIds: [9999] });
    expect(await codeOf(nobody)).toBe('REVIEWS_EMPTY');
  });

  it('of 2023 take the form of 2023', async () => {
    const { call, dung } = await office();
    await call('cycles.open', {
      ...plan2025,
      packId: 'qd-124-2023',
      year: 2023,
      countedOn: '2023-12-31',
      collectives: [],
    });
    const { rows } = await call('reviews.list', { year: 2023 });
    const reviewIds = rows.filter((row) => row.officialId === dung).map((row) => row.reviewId);
    const { html } = await call('documents.html', { kind: 'reviews', year: 2023, reviewIds });
    expect(html).toContain('Mẫu 02A-HD KĐ.ĐG 2023');
    expect(html).toContain('Năm 2023');
  });

  it('refuse points above the part, and keep the level before as a version of its own', async () => {
    const { call, reviewId, saved, token, service } = await written();
    const nothing = { sections: [], shortcomings: [], outcomes: [], pledgeResults: [], answers: [] };
    const now = await call('reviews.get', { reviewId });
    expect(now.self).toMatchObject({ level: 'good', score: 8550 });
    expect(now.scoring?.parts.map(({ id }) => id)).toEqual(['common', 'results']);
    const save = (self: { level: 'good' | 'completed'; scoreParts: Record<string, number> }) =>
      service.call(token, 'reviews.save', {
        ...nothing,
        reviewId,
        version: now.version,
        shortcomings: saved.shortcomings.map(({ id, sectionId, text, cause }) => ({
          id,
          sectionId,
          text,
          cause,
        })),
        self,
      });
    expect(await codeOf(save({ level: 'good', scoreParts: { common: 3001 } }))).toBe('VALIDATION_FAILED');
    await save({ level: 'completed', scoreParts: {} });
    expect((await call('reviews.get', { reviewId })).self).toMatchObject({ level: 'completed', score: null });
    expect(
      (await call('ratings.grid', { year })).rows.find((row) => row.fullName === 'Tòng Văn Dũng'),
    ).toMatchObject({ selfLevel: 'completed' });
  });

  it('take a section of 20,000 characters, refuse a longer one at its field and a stale save, and lose nothing', async () => {
    const { call, reviewId } = await office();
    const { version } = await call('reviews.get', { reviewId });
    const nothing = { shortcomings: [], outcomes: [], pledgeResults: [], answers: [] };
    const save = (length: number, at = version) =>
      call('reviews.save', {
        ...nothing,
        reviewId,
        version: at,
        sections: [{ sectionId: 'direction', text: 'đ'.repeat(length) }],
      });
    await expect(save(20_001)).rejects.toMatchObject({ fieldErrors: { 'sections.0.text': 'TOO_LONG' } });
    const saved = await save(20_000);
    expect(saved.sections[0]?.text).toHaveLength(20_000);
    expect(await codeOf(save(1))).toBe('STALE_VERSION');
    expect((await call('reviews.get', { reviewId })).sections[0]?.text).toHaveLength(20_000);
  });

  it("stand in the person's thread with their shortcomings", async () => {
    const { call, dung, reviewId } = await written();
    const { entries } = await call('officials.timeline', { id: dung });
    expect(entries.find((entry) => entry.kind === 'review')).toMatchObject({
      reviewId,
      on: '2025-12-05',
      status: 'filed',
      shortcomings: ['Ghi sổ chưa đủ'],
      prompts: 1,
      promptsAnswered: 1,
    });
  });

  it('are asked about in one register of suggested questions', async () => {
    const { call } = await written();
    const open = await call('reviews.prompts', { year, show: 'open' });
    expect(open).toMatchObject({ total: 0, answered: 1, of: 1 });
    const found = await call('reviews.prompts', { year, search: 'giai ngan' });
    expect(found.rows).toMatchObject([{ name: 'Tòng Văn Dũng', organizationName: 'Chi bộ Hai' }]);
  });
});

describe('papers of a meeting', () => {
  async function met() {
    const made = await office();
    const organizationId = made.cells[1];
    const meeting = await made.call('meetings.save', {
      year,
      organizationId,
      meetingId: null,
      version: 0,
      heldOn: '2025-12-10',
      startsAt: '8 giờ 00',
      endsAt: '11 giờ 20 cùng ngày',
      placeName: 'Nhà văn hóa bản Hai',
      chair: 'Tòng Văn Dũng',
      secretary: 'Lò Thị Thư',
      counters: 'Hà Văn Kiểm, Tổ trưởng\nVì Thị Phiếu',
      absentNote: 'Lò Văn Bình: đi viện',
      content: 'Nghe bản kiểm điểm\nBỏ phiếu kín',
      membersTotal: 20,
      present: 19,
      issued: 19,
      returned: 18,
      valid: 17,
      invalid: 1,
      results: [
        {
          reviewId: made.reviewId,
          votes: { excellent: 9, good: 8, completed: 0, notCompleted: 0 },
          opinion: 'Nhất trí với bản tự kiểm điểm',
        },
      ],
    });
    return { ...made, organizationId, meeting, meetingId: meeting.meetingId ?? 0 };
  }

  it('are its minutes, the minutes of its count, and the blank ballot on A5 or A4', async () => {
    const { call, organizationId, meetingId } = await met();
    const minutes = await call('documents.html', { kind: 'meeting-minutes', meetingId });
    for (const text of [
      'CHI BỘ HAI',
      '8 giờ 00, ngày 10/12/2025',
      '11 giờ 20 cùng ngày',
      'Nhà văn hóa bản Hai',
      '20 đồng chí',
      '19 đồng chí',
      'Lò Văn Bình: đi viện',
      'Lò Thị Thư',
      'Bỏ phiếu kín',
      'Nhất trí với bản tự kiểm điểm',
      'Hoàn thành tốt nhiệm vụ',
      '17/19 phiếu',
    ])
      expect(minutes.html).toContain(text);
    const count = await call('documents.html', { kind: 'count-minutes', meetingId });
    for (const text of [
      'Hà Văn Kiểm, Tổ trưởng',
      'Vì Thị Phiếu',
      '18 phiếu',
      '17 phiếu',
      '52,94',
      'Tòng Văn Dũng',
    ])
      expect(count.html).toContain(text);
    const ballot = { kind: 'ballot', year, organizationId } as const;
    expect(await call('documents.html', ballot)).toMatchObject({ size: 'A5' });
    const large = await call('documents.html', { ...ballot, size: 'A4' });
    expect(large).toMatchObject({ size: 'A4' });
    expect(large.html).toContain('Tòng Văn Dũng');
    expect(large.html).toContain('Chất lượng đảng viên năm 2025');
    // The ballot said members alone where the committee was voted on as well.
    const committee = await call('documents.html', { ...ballot, organizationId: 1 });
    expect(committee.html).toContain('Chất lượng tập thể, đảng viên năm 2025');
  });

  it('stay as long as a scan is attached to the meeting', async () => {
    const { call, meetingId, meeting } = await met();
    const bytes = new TextEncoder().encode('%PDF-1.4\n');
    const scan = { entity: 'meeting', entityId: meetingId, fileName: 'bien-ban.pdf', bytes } as const;
    const { attachments } = await call('attachments.add', scan);
    const remove = { meetingId, version: meeting.version };
    expect(await codeOf(call('meetings.remove', remove))).toBe('MEETING_HAS_SCANS');
    await call('attachments.remove', { attachmentId: attachments[0]?.id ?? 0 });
    const { operationId } = await call('meetings.remove', remove);
    const place = { year, organizationId: meeting.organizationId };
    expect((await call('meetings.list', place)).meetings).toEqual([]);
    await call('operations.undo', { operationId });
    expect(await call('meetings.get', { ...place, meetingId })).toEqual(meeting);
  });

  it('lead to the proposed levels, with day, body and reason, as one step that is taken back', async () => {
    const { call, meetingId, meeting, reviewId, idOf } = await met();
    const reason = 'Theo kết quả bỏ phiếu';
    const propose = { meetingId, version: meeting.version, reviewIds: [reviewId], reason };
    expect(await codeOf(call('meetings.propose', { ...propose, version: 9 }))).toBe('STALE_VERSION');
    const other = { ...propose, reviewIds: [idOf('Vàng A An', 'cell')] };
    expect(await codeOf(call('meetings.propose', other))).toBe('VALIDATION_FAILED');
    const { operationId, changed } = await call('meetings.propose', propose);
    expect(changed).toBe(1);
    const stands = await call('reviews.get', { reviewId });
    expect(stands.proposed).toMatchObject({ level: 'good', onDay: '2025-12-10', body: 'Chi bộ Hai', reason });
    const paper = await call('documents.html', { kind: 'reviews', year, reviewIds: [reviewId] });
    expect(paper.html).toContain('ngày 10 tháng 12 năm 2025');
    await call('operations.undo', { operationId });
    expect((await call('reviews.get', { reviewId })).proposed).toBeNull();
  });
});
