import { describe, expect, it } from 'vitest';
import { a4, type Block, type DocumentModel } from '../../db/documents/model.ts';
import { renderHtml as render } from '../../db/documents/render-html.ts';
import { office, ratingSummaryDocument, sixCells, summaryOf } from '../helpers/rating-summaries.ts';

const page = (blocks: Block[]): DocumentModel => ({
  name: 'Thử',
  fileName: 'thu',
  page: a4('portrait'),
  blocks,
});
const renderHtml = (document: DocumentModel): string => render(document).html;
const cells = (html: string, tag: 'td' | 'th') =>
  [...html.matchAll(new RegExp(`<${tag}[^>]*>([^<]*)</${tag}>`, 'g'))].map((match) => match[1]);

const hostile = `<script>alert("1")</script> & 'Chi bộ' <img src=x onerror=y>`;

describe('the HTML of a document', () => {
  const summary = sixCells();
  const document = ratingSummaryDocument(summary, office, '2025-12-05');
  const html = renderHtml(document);

  it('holds every figure of the table in order', () => {
    const table = document.blocks.find((block) => block.kind === 'table');
    const expected = table?.rows.flatMap((row) => row.cells.map(({ text }) => text));
    expect(cells(html, 'td')).toEqual(expected);
    expect(expected).toHaveLength(7 * 17);
  });

  it('repeats head and numbering row on each page and splits no row', () => {
    expect(html).toMatch(/<thead>.*HTXSNV.*<tr class="numbering">.*<\/thead>/s);
    expect(html).toContain('thead { display: table-header-group; }');
    expect(html).toContain('tr { break-inside: avoid; }');
    expect(cells(html, 'th').slice(-17)).toEqual(Array.from({ length: 17 }, (_, index) => String(index + 1)));
  });

  it('keeps the last unit, the total, the notes and the signatures on one page', () => {
    const end = html.slice(html.indexOf('<tbody class="end">'));
    expect(end.match(/<tr/g)).toHaveLength(4);
    expect(end.indexOf('Chi bộ Trường Tiểu học Suối Bạc')).toBeGreaterThan(0);
    expect(end.indexOf('Tổng cộng')).toBeGreaterThan(0);
    expect(end.indexOf('Ghi chú:')).toBeGreaterThan(0);
    expect(end.indexOf('T/M ĐẢNG ỦY')).toBeGreaterThan(0);
    expect(html).toContain('.end { break-inside: avoid; }');
  });

  it('is A4 across with its margins, in Vietnamese', () => {
    expect(html).toContain('<html lang="vi">');
    expect(html).toContain('@page { size: A4 landscape; margin: 20mm 15mm 20mm 30mm; }');
    expect(html).toContain('"Times New Roman", "Liberation Serif", serif');
  });

  it('runs nothing and fetches nothing', () => {
    expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'`);
    expect(html).not.toMatch(/<script|<link|<img|\son\w+=|url\(|@import|https?:/i);
  });

  it('shows a unit name that looks like markup as text', () => {
    const bad = renderHtml(
      ratingSummaryDocument(
        summaryOf([[hostile, [1, 2, 3, 4, 5, 6]]]),
        { ...office, issuingHead: hostile, signerName: hostile, placeName: hostile },
        '2025-12-05',
      ),
    );
    expect(bad).not.toMatch(/<script|<img/);
    expect(bad).toContain(
      '<td class="left text">&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;Chi bộ&#39; &lt;img src=x onerror=y&gt;</td>',
    );
    expect(bad.split('&lt;script&gt;')).toHaveLength(5);
  });

  it('escapes the text of every kind of block', () => {
    const signature = { authority: hostile, title: hostile, name: hostile };
    const all = renderHtml({
      ...page([
        {
          kind: 'head',
          left: { superior: hostile, issuing: hostile, number: hostile },
          right: { party: hostile, placeDate: hostile },
        },
        { kind: 'title', title: hostile, lines: [{ text: hostile, bold: true }], rule: true },
        { kind: 'unitNote', mark: hostile, text: hostile },
        { kind: 'paragraph', runs: [{ text: hostile, italic: true }], align: 'justify', indent: true },
        {
          kind: 'table',
          fontPt: 12,
          columns: [{ widthMm: 165, align: 'left', wrap: true }],
          head: [[{ text: hostile, colSpan: 1, rowSpan: 1 }]],
          numbering: [hostile],
          rows: [{ kind: 'body', cells: [{ text: hostile }] }],
        },
        { kind: 'notes', label: hostile, lines: [hostile] },
        {
          kind: 'signatures',
          left: signature,
          right: signature,
          recipients: { label: hostile, lines: [hostile] },
        },
      ]),
      name: hostile,
    });
    expect(all).not.toMatch(/<script|<img/);
    expect(all.split('&lt;script&gt;alert(&quot;1&quot;)')).toHaveLength(24 + 1);
  });

  it('prints heads, number and recipients in the layout of Party documents', () => {
    const report = renderHtml(
      page([
        {
          kind: 'head',
          left: { superior: 'ĐẢNG BỘ TỈNH ĐÔNG SƠN', issuing: 'ĐẢNG ỦY XÃ SÔNG MÂY', number: 'Số 05-BC/ĐU' },
          right: { party: 'ĐẢNG CỘNG SẢN VIỆT NAM', placeDate: 'Sông Mây, ngày 05 tháng 12 năm 2025' },
        },
        {
          kind: 'signatures',
          left: null,
          right: { authority: 'T/M ĐẢNG ỦY', title: 'BÍ THƯ', name: 'Hoàng Quang Lâm' },
          recipients: { label: 'Nơi nhận:', lines: ['- Ban Tổ chức Tỉnh ủy;', '- Lưu Đảng ủy.'] },
        },
      ]),
    );
    expect(report).toContain(
      '<p>ĐẢNG BỘ TỈNH ĐÔNG SƠN</p><p class="bold">ĐẢNG ỦY XÃ SÔNG MÂY</p><p>*</p><p>Số 05-BC/ĐU</p>',
    );
    expect(report).toContain('<span class="party">ĐẢNG CỘNG SẢN VIỆT NAM</span>');
    expect(report).toMatch(/\.party \{ display: inline-block; border-bottom: [\d.]+pt solid #000;/);
    expect(report).toContain(
      '<p class="label">Nơi nhận:</p><p>- Ban Tổ chức Tỉnh ủy;</p><p>- Lưu Đảng ủy.</p>',
    );
    expect(report).toContain('@page { size: A4 portrait;');
  });

  it('leaves out empty lines, and the star with a left head that has none', () => {
    const bare = renderHtml(
      page([
        {
          kind: 'head',
          left: { superior: '', issuing: '', number: null },
          right: { party: 'ĐẢNG CỘNG SẢN VIỆT NAM', placeDate: '' },
        },
        {
          kind: 'signatures',
          left: null,
          right: { authority: '', title: '', name: 'Hoàng Quang Lâm' },
          recipients: null,
        },
      ]),
    );
    expect(bare).toContain('<div class="head">\n<div></div>');
    expect(bare).toContain('<div class="signature"><p class="name">Hoàng Quang Lâm</p></div>');
    expect(bare).not.toContain('<p></p>');
  });

  it('leaves room for the pen where the office has not entered its heads yet', () => {
    const empty = { superiorHead: '', issuingHead: '', placeName: '', signatureTitle: '', signerName: '' };
    const bare = renderHtml(ratingSummaryDocument(summary, { ...office, ...empty }, '2025-12-05'));
    expect(bare).toMatch(/<div class="head">\n<div><p class="bold">\.{10,}<\/p><p>\*<\/p><\/div>/);
    expect(bare).toMatch(/\.{10,}, ngày 05 tháng 12 năm 2025/);
  });

  it('refuses a table whose rows do not fit its columns', () => {
    const broken: Block = {
      kind: 'table',
      fontPt: 12,
      columns: [{ widthMm: 165, align: 'left', wrap: true }],
      head: [[{ text: 'STT', colSpan: 2, rowSpan: 1 }]],
      numbering: null,
      rows: [],
    };
    expect(() => renderHtml(page([broken]))).toThrow('Malformed table');
  });
});
