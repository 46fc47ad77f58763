import { describe, expect, it } from 'vitest';
import { withList } from '../../db/contract/page-places.ts';
import { countFaults, countMinutesDocument } from '../../db/documents/forms/count-minutes.ts';
import { meetingMinutesDocument } from '../../db/documents/forms/meeting-minutes.ts';
import {
  type PersonalReviewPaper,
  personalReviewDocument,
} from '../../db/documents/forms/personal-review.ts';
import { pledgeDocument } from '../../db/documents/forms/pledge.ts';
import { layoutRules } from '../../db/documents/layout-rules.ts';
import { textWidthMm } from '../../db/documents/model.ts';
import { headingText } from '../../db/documents/paper-words.ts';
import { renderDocx } from '../../db/documents/render-docx.ts';
import { renderBatchHtml, renderHtml } from '../../db/documents/render-html.ts';
import { numbersFrom } from '../../electron/print/pdf-pages.ts';
import { fieldsOf, missingFields } from '../helpers/paper-fields.ts';
import {
  countPaper,
  everyPaper,
  manyPledges,
  meetingPaper,
  planDocument,
  pledgePaper,
  reviewPaper,
} from '../helpers/papers.ts';
import { unzipFiles } from '../helpers/zip-files.ts';

const plain = (html: string) =>
  html
    .slice(html.indexOf('<body>'))
    .replace(/<[^>]*>/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&');

describe('the papers of the year', () => {
  it.each(Object.entries(everyPaper()))(
    '%s: every field stands in the page, and every table fits its paper',
    (_name, document) => {
      const { html } = renderHtml(document);
      expect(fieldsOf(document).length).toBeGreaterThan(10);
      expect(missingFields(document, plain(html))).toEqual([]);
      for (const part of [document, ...(document.annexes ?? [])])
        for (const block of part.blocks)
          if (block.kind === 'table')
            expect(block.columns.reduce((sum, { widthMm }) => sum + widthMm, 0)).toBeCloseTo(
              textWidthMm(part.page),
              5,
            );
    },
  );

  it('takes what an office writes as text, composed, whatever it looks like', () => {
    const odd = `<b>"Chi bộ" & 'Tổ đảng'</b> {{page}} <!--list-->`;
    const paper = pledgePaper();
    const { html } = renderHtml(
      pledgeDocument({
        ...paper,
        person: { ...paper.person, fullName: odd, workplace: 'Trường Tiểu học'.normalize('NFD') },
        items: [{ section: 'ideology', text: odd, target: odd, dueOn: null, finding: odd }],
      }),
    );
    expect(html).not.toContain('<b>');
    expect(withList({ html, list: { numbered: 'x', plain: 'x' } }, 'plain')).toBe(html);
    expect(plain(html).split(odd)).toHaveLength(1 + 5);
    expect(html).toContain('Trường Tiểu học'.normalize('NFC'));
  });

  /*
   * The fault: a review for the pen had "Không." already printed under the questions that a superior may have asked. Steps:
   * print the blank form of a person. Reason: an empty optional section was taken for one answered with nothing.
   */
  it('says "Không." in a review that was written, never in one for the pen', () => {
    const none = (paper: PersonalReviewPaper) =>
      plain(renderHtml(personalReviewDocument(paper)).html).split(/Không\./).length - 1;
    const paper = reviewPaper();
    expect(none({ ...paper, content: {} })).toBe(0);
    expect(
      none({
        ...paper,
        content: { ideologyMoralityDiscipline: { text: '', mark: null }, promptAnswers: { prompts: [] } },
      }),
    ).toBe(0);
    expect(none({ ...paper, content: { causes: { text: 'Thiếu kế hoạch' } } })).toBe(2);
  });

  /*
   * The fault: what was typed on several lines was run together into one. Steps: write a pledge, a shortcoming or a measure
   * as a list of lines, print it or save it for Word. Reason: the end of a line is a space to a browser and to Word.
   */
  it('keeps the lines of what was typed, on paper and in Word', async () => {
    const typed = '- Việc thứ nhất;\n- việc thứ hai;\r\n\n- việc thứ ba.';
    const [item] = pledgePaper().items;
    if (item === undefined) throw new Error('no item');
    const pledge = pledgeDocument({
      ...pledgePaper(),
      items: [{ ...item, text: typed, target: 'đủ ba việc', dueOn: '2026-06', finding: 'Ghi chưa đủ' }],
    });
    const lines = pledge.blocks.flatMap((block) =>
      block.kind === 'paragraph' ? block.runs.map(({ text }) => text) : [],
    );
    expect(lines.slice(1, 5)).toEqual([
      '- Hạn chế, khuyết điểm đã được chỉ ra: Ghi chưa đủ.',
      '- Việc thứ nhất;',
      '- việc thứ hai;',
      '- việc thứ ba; kết quả cần đạt: đủ ba việc; thời hạn: 06/2026.',
    ]);
    const plan = planDocument(typed);
    expect(renderHtml(plan).html).toMatch(/td\.text \{[^}]*white-space: pre-line/);
    const parts = unzipFiles(await renderDocx(plan, { office: 'Văn phòng' }));
    const xml = parts.find(({ name }) => name === 'word/document.xml')?.data.toString('utf8') ?? '';
    expect(xml).toMatch(/<w:br\/>(?:<[^>]*>)*- việc thứ hai;/);
  });

  it('names who is absent before chair and secretary, without a colon where no reason is known', () => {
    const html = plain(
      renderHtml(
        meetingMinutesDocument({ ...meetingPaper, absent: [{ fullName: 'Lường Văn Pản', reason: '' }] }),
      ).html,
    );
    expect(html).toContain('- Lường Văn Pản.');
    const order = ['Vắng mặt:', 'Lường Văn Pản', 'Chủ trì:', 'Thư ký:'].map((text) => html.indexOf(text));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
  });

  it('leaves dotted lines where nothing is written, and none where something is', () => {
    const { html } = renderHtml(everyPaper()['pledge-blank'] ?? planDocument());
    expect(html.match(/<span class="fill">/g)).toHaveLength(7);
    expect(html.match(/<p class="blank">/g)).toHaveLength(8 * 3);
    expect(renderHtml(pledgeDocument(pledgePaper())).html).not.toMatch(/class="(fill|blank)"/);
  });

  it('follows the reading of the layout rules that the office chose', () => {
    const document = planDocument();
    const a = renderHtml(document).html;
    const b = renderHtml(document, layoutRules.B).html;
    expect(a).toMatch(/\.paragraph[^}]*line-height: 19pt/);
    expect(b).toMatch(/\.paragraph[^}]*line-height: 18pt/);
    expect(a).not.toMatch(/\.basis p \{[^}]*italic/);
    expect(b).toMatch(/\.basis p \{[^}]*font-style: italic/);
    expect(a).not.toContain('.signature .post { font-weight: bold; }');
    expect(b).toContain('.signature .post { font-weight: bold; }');
  });

  it('writes headings as Party documents do', () => {
    const heading = { kind: 'heading', text: 'Nội dung đề ra' } as const;
    expect(headingText({ ...heading, level: 1, mark: 'II' })).toBe('II- NỘI DUNG ĐỀ RA');
    expect(headingText({ ...heading, level: 2, mark: '3' })).toBe('3. Nội dung đề ra');
    expect(headingText({ ...heading, level: 3, mark: 'a' })).toBe('a) Nội dung đề ra');
  });

  it('puts an annex across on paper of its own, as a run of its own', () => {
    const { html, runs } = renderHtml(planDocument());
    expect(runs).toBe(2);
    expect(html).toContain('@page { size: A4 portrait; margin: 20mm 15mm 20mm 30mm; }');
    expect(html).toContain('@page a4-landscape { size: A4 landscape; margin: 20mm 15mm 20mm 30mm; }');
    expect(html.indexOf('class="run run-1"')).toBeLessThan(html.indexOf('PHỤ LỤC'));
  });

  it('marks where each document of a batch begins, and links to it from the list in front', () => {
    const { html, list, runs } = renderBatchHtml(manyPledges(3));
    expect(runs).toBe(1);
    expect(
      [...html.matchAll(/<a id="document-(\d)" href="#document-\1"><\/a>/g)].map(([, mark]) => mark),
    ).toEqual(['0', '1', '2']);
    const places = (page: string) =>
      [...page.matchAll(/<a class="page-of" href="#document-(\d)"><\/a>/g)].map(([, mark]) => mark);
    const numbered = withList({ html, list }, 'numbered');
    expect(places(numbered)).toEqual(['0', '1', '2']);
    expect(numbered.indexOf('DANH SÁCH')).toBeLessThan(numbered.indexOf('id="document-0"'));
    const plain = withList({ html, list }, 'plain');
    expect(places(plain)).toEqual([]);
    expect(plain).toContain('DANH SÁCH');
    expect(plain).not.toContain('thứ tự trang trong tập');
  });

  it('counts pages anew in each document', () => {
    expect(numbersFrom(7, [0, 2, 3])).toEqual([1, 2, 1, 1, 2, 3, 4]);
    expect(numbersFrom(0, [0])).toEqual([]);
  });

  it('refuses a count of ballots that does not add up', () => {
    expect(countFaults(countPaper)).toEqual([]);
    expect(countFaults({ ...countPaper, returned: 9, invalid: 2 })).toEqual([
      'more ballots returned than issued',
    ]);
    expect(countFaults({ ...countPaper, invalid: 2 })).toEqual(['valid + invalid is not returned']);
    const [first] = countPaper.people;
    if (first === undefined) throw new Error('no person');
    const people = [{ ...first, votes: { ...first.votes, good: 8 } }];
    expect(countFaults({ ...countPaper, people })).toEqual(['row 1: more votes than valid ballots']);
    expect(() => countMinutesDocument({ ...countPaper, people })).toThrow('does not add up');
  });
});
