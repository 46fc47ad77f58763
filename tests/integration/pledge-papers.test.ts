import { describe, expect, it } from 'vitest';
import { codeOf, cycleOffice, openCycle2025 } from '../helpers/cycle-office.ts';
import { unzipFiles } from '../helpers/zip-files.ts';

const year = 2025;
const kind = 'pledges' as const;

async function office() {
  const made = await cycleOffice();
  await openCycle2025(made);
  const idOf = (name: string) => made.people[name] ?? 0;
  const people = { an: idOf('Vàng A An'), dung: idOf('Tòng Văn Dũng') };
  const write = (officialId: number, text: string, variant: 'member' | 'leader') =>
    made.call('pledges.save', {
      year,
      officialId,
      version: 0,
      variant,
      formId: `pledge-${variant}`,
      duty: '',
      note: '',
      items: [{ id: null, sectionId: 'duties', text, target: 'Đủ 12 buổi', dueOn: '2025-11' }],
    });
  return { ...made, ...people, write };
}

describe('pledges on paper', () => {
  it('are what was written, under the heads of the unit, in the form of the variant', async () => {
    const { call, an, dung, write } = await office();
    expect(await codeOf(call('documents.html', { kind, year }))).toBe('PLEDGES_EMPTY');
    await write(dung, 'Trực bản & ghi <sổ>', 'member');
    const one = await call('documents.html', { kind, year });
    expect(one).toMatchObject({ runs: 1, list: null, orientation: 'portrait', size: 'A4' });
    expect(one.fileName).toContain('Tòng Văn Dũng');
    expect(one.html).toContain('<p class="bold">CHI BỘ HAI</p>');
    expect(one.html).toContain(
      '- Trực bản &amp; ghi &lt;sổ&gt;; kết quả cần đạt: Đủ 12 buổi; thời hạn: 11/2025.',
    );
    expect(one.html).not.toContain('Lĩnh vực, địa bàn phụ trách');

    await write(an, 'Chỉ đạo sắp xếp thôn', 'leader');
    const both = await call('documents.html', { kind, year });
    expect(both.list?.numbered).toMatch(/Tòng Văn Dũng.*Vàng A An|Vàng A An.*Tòng Văn Dũng/s);
    expect(both.html.match(/<a id="document-/g)).toHaveLength(2);
    expect(both.html).toContain('11. Lĩnh vực, địa bàn phụ trách');
    expect(both.html).toContain('Bí thư Đảng ủy');
  });

  it('are blank forms for the people chosen who have none yet', async () => {
    const { call, dung } = await office();
    const { html } = await call('documents.html', { kind, year, officialIds: [dung] });
    expect(html).toContain('Tòng Văn Dũng');
    expect(html.match(/<p class="blank">/g)).toHaveLength(8 * 3);
  });

  /**
   * The fault: a pledge signed in February was printed under the name that its cell took in July.
   * Steps: sign a pledge, rename the cell later in the year, print the pledge. Reason: names were read as of the day on
   * which the year is counted, not as of the paper's day.
   */
  it('bear the names that the units had on the day of signing', async () => {
    const { call, cells, dung, write } = await office();
    const { pledgeId, version } = await write(dung, 'Trực bản', 'member');
    await call('pledges.setStatus', {
      pledges: [{ pledgeId: pledgeId ?? 0, version }],
      act: { to: 'filed', signedOn: '2025-02-05', filedOn: '2025-02-06' },
    });
    await call('organizations.change', {
      id: cells[1],
      version: 1,
      parentId: 1,
      kind: 'partyCell',
      code: '',
      name: 'Chi bộ Bản Mới',
      superiorHead: '',
      issuingHead: '',
      signatureAuthority: '',
      signatureTitle: '',
      onDay: '2025-07-01',
    });
    const { html } = await call('documents.html', { kind, year });
    expect(html).toContain('<p class="bold">CHI BỘ HAI</p>');
    expect(html).toContain('<span>Chi bộ Hai</span>');
    expect(html).not.toMatch(/bản mới/i);
  });

  it("follow the office's settings: its own basis lines, the other reading of the layout", async () => {
    const { call, dung, write } = await office();
    await write(dung, 'Trực bản', 'member');
    const before = await call('documents.html', { kind, year });
    expect(before.html).toContain('Kết luận số 21-KL/TW');
    expect(before.html).toContain('line-height: 19pt');
    const basis = ['Căn cứ Kế hoạch số 12-KH/ĐU, ngày 03/02/2025 của Đảng ủy.'];
    await call('settings.update', { key: 'pledgeBasis', version: 0, value: basis });
    await call('settings.update', { key: 'paperLayout', version: 0, value: 'B' });
    const after = await call('documents.html', { kind, year });
    expect(after.html).toContain('Kế hoạch số 12-KH/ĐU');
    expect(after.html).not.toContain('Kết luận số 21-KL/TW');
    expect(after.html).toContain('line-height: 18pt');
  });

  it('go to Word with every word', async () => {
    const { call, dung, write } = await office();
    await write(dung, 'Trực bản & ghi <sổ>', 'member');
    const { bytes, fileName } = await call('documents.docx', { kind, year });
    const xml =
      unzipFiles(bytes)
        .find(({ name }) => name === 'word/document.xml')
        ?.data.toString('utf8') ?? '';
    expect(fileName).toContain('Tòng Văn Dũng');
    expect(xml).toContain('Trực bản &amp; ghi &lt;sổ&gt;; kết quả cần đạt: Đủ 12 buổi');
  });
});
