import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { renderBatchHtml, renderHtml } from '../../db/documents/render-html.ts';
import { expect, test } from '../helpers/electron-test.ts';
import { missingFields } from '../helpers/paper-fields.ts';
import {
  dossier,
  everyPaper,
  growingCollectives,
  growingPapers,
  longTextPlans,
  manyPledges,
} from '../helpers/papers.ts';
import { type Pages, printPages } from '../helpers/print-papers.ts';

const POINTS_PER_MM = 72 / 25.4;
const tool = (name: string, args: string[]) => execFileSync(name, args, { encoding: 'utf8' });
const textOf = (pdf: string, page?: number) =>
  tool('pdftotext', [...(page === undefined ? [] : ['-f', `${page}`, '-l', `${page}`]), pdf, '-']).normalize(
    'NFC',
  );

/** Sizes of the pages in millimetres, as "210x297". */
function sizesOf(pdf: string): string[] {
  const info = tool('pdfinfo', ['-f', '1', '-l', '999', pdf]);
  return [...info.matchAll(/^Page +\d+ size: +([\d.]+) x ([\d.]+)/gm)].map(([, width, height]) =>
    [width, height].map((points) => Math.round(Number(points) / POINTS_PER_MM)).join('x'),
  );
}

interface Word {
  text: string;
  left: number;
  right: number;
  top: number;
}
const wordsOf = (pdf: string, page: number): Word[] =>
  [
    ...tool('pdftotext', ['-bbox', '-f', `${page}`, '-l', `${page}`, pdf, '-']).matchAll(
      /<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="[\d.]+">([^<]*)</g,
    ),
  ].map(([, left, top, right, text]) => ({
    text: text ?? '',
    left: Number(left) / POINTS_PER_MM,
    right: Number(right) / POINTS_PER_MM,
    top: Number(top) / POINTS_PER_MM,
  }));

const upright = '210x297';
const across = '297x210';

test('every paper comes out of the hidden window whole: fields, paper, margins, numbers, fonts', async ({
  userData,
}, testInfo) => {
  test.setTimeout(180_000);
  const papers = everyPaper();
  const growing = growingPapers();
  const collectives = growingCollectives();
  const longTexts = longTextPlans();
  const batch = dossier();
  const pledges = manyPledges(12);
  const pages: Record<string, Pages> = {
    dossier: renderBatchHtml(batch),
    pledges: renderBatchHtml(pledges),
    ...Object.fromEntries(
      Object.entries({ ...papers, ...growing, ...collectives, ...longTexts }).map(([name, document]) => [
        name,
        { ...renderHtml(document), list: null },
      ]),
    ),
  };
  const folder = testInfo.outputPath('papers');
  await printPages(folder, userData, pages);
  const file = (name: string) => path.join(folder, `${name}.ours.pdf`);

  for (const [name, document] of Object.entries(papers)) {
    expect(missingFields(document, textOf(file(name))), name).toEqual([]);
    const sizes = sizesOf(file(name));
    const [first] = sizes;
    expect(first, name).toBe(name === 'ballot' ? '148x210' : upright);
    expect(sizes.includes(across), name).toBe(name === 'plan' || name === 'report');
    for (const [index, size] of sizes.entries()) {
      const [width = 0] = size.split('x').map(Number);
      const [left, right] = name === 'ballot' ? [20, 10] : [30, 15];
      const words = wordsOf(file(name), index + 1);
      const inMargin = words.filter(({ top }) => top < (name === 'ballot' ? 14.5 : 19.5));
      expect(
        inMargin.map(({ text }) => text),
        `${name} ${index + 1}`,
      ).toEqual(index === 0 ? [] : [String(index + 1)]);
      for (const number of inMargin)
        expect((number.left + number.right) / 2).toBeCloseTo(left + (width - left - right) / 2, 0);
      expect(Math.min(...words.map((word) => word.left)), `${name} ${index + 1}`).toBeGreaterThan(left - 0.3);
      expect(Math.max(...words.map((word) => word.right)), `${name} ${index + 1}`).toBeLessThan(
        width - right + 0.6,
      );
    }
    /*
     * The fault: a review was printed at two thirds of its size, and its days were cut at the edge. Steps: print a review of
     * a unit whose place has a long name. Reason: place and day of an opinion stood on one line whatever their length, and
     * a browser prints a page smaller when something stands out of it.
     */
    if (name !== 'ballot') {
      const party = wordsOf(file(name), 1).find(({ text }) => text === 'CỘNG');
      expect((party?.right ?? 0) - (party?.left ?? 0), name).toBeCloseTo(14.6, 0);
    }
    const fonts = tool('pdffonts', [file(name)])
      .trim()
      .split('\n')
      .slice(2);
    for (const font of fonts)
      expect(font, name).toMatch(/(LiberationSerif|TimesNewRoman)\S* .* yes yes yes /);
  }

  // A signature never stands alone on its page.
  for (const name of Object.keys(growing))
    for (const page of tool('pdftotext', ['-layout', file(name), '-'])
      .normalize('NFC')
      .split('\f')) {
      const lines = page.split('\n').filter((line) => line.trim() !== '' && !/^\s*\d+\s*$/.test(line));
      expect(
        lines.findIndex((line) => /NGƯỜI TỰ KIỂM ĐIỂM|Nơi nhận|T\/M ĐẢNG ỦY/.test(line)),
        name,
      ).not.toBe(0);
    }

  /*
   * The fault: the signature of a collective review came apart, its title on one page and its name on the next. Steps:
   * print a review whose boxes and signature meet the end of a page. Reason: a browser asked to keep neighbours together
   * that cannot be split split the last one.
   */
  for (const name of Object.keys(collectives)) {
    const pagesOf = tool('pdftotext', ['-layout', file(name), '-'])
      .normalize('NFC')
      .split('\f');
    const signed = pagesOf.filter((page) => /T\/M BAN THƯỜNG VỤ|Nơi nhận|Hoàng Quang Lâm|Lưu /.test(page));
    expect(signed, name).toHaveLength(1);
    expect(signed[0], name).toMatch(/Không hoàn thành nhiệm vụ/);
  }

  /*
   * The fault: a signature came apart again, its title on one page and its name on the next. Steps: write what is to be
   * carried out as one paragraph longer than a page, print the plan. Reason: a browser does not look for an earlier break
   * in a paragraph that comes from the page before.
   */
  for (const name of Object.keys(longTexts)) {
    const pagesOf = tool('pdftotext', ['-layout', file(name), '-'])
      .normalize('NFC')
      .split('\f');
    const signed = pagesOf.filter((page) => /T\/M ĐẢNG ỦY|Nơi nhận|Hoàng Quang Lâm|Lưu Đảng/.test(page));
    expect(signed, name).toHaveLength(1);
    expect(signed[0], name).toMatch(/Hoàng Quang Lâm/);
    // Two lines of the text come along.
    expect(signed[0]?.match(/Thực hiện nghiêm|Nhà nước/g)?.length ?? 0, name).toBeGreaterThan(0);
  }

  // A dossier: contents, a pledge, a review, a plan with its annex across, minutes; each paper counts from 1.
  const contents = textOf(file('dossier'), 1);
  expect(contents).toContain('MỤC LỤC');
  const sizes = sizesOf(file('dossier'));
  expect(sizes.indexOf(across)).toBeGreaterThan(3);
  expect(sizes.at(-1)).toBe(upright);
  const places = batch.documents.map((document) => {
    const title = document.blocks.find((block) => block.kind === 'title')?.title ?? '';
    return (
      sizes.findIndex((_size, page) => page > 0 && textOf(file('dossier'), page + 1).includes(title)) + 1
    );
  });
  for (const place of places) expect(contents).toMatch(new RegExp(`^${place}$`, 'm'));
  expect(wordsOf(file('dossier'), (places[1] ?? 0) + 1).find(({ top }) => top < 19.5)?.text).toBe('2');
  expect(wordsOf(file('dossier'), places[1] ?? 0).filter(({ top }) => top < 19.5)).toEqual([]);

  // Its page in the list leads to a paper, also to one that was printed by itself.
  const links = tool('pdfinfo', ['-dests', file('dossier')]);
  for (const [index, place] of places.entries())
    expect(links).toMatch(new RegExp(`^ +${place} .*"document-${index}"`, 'm'));

  // A batch in its order, each one beginning where the list says.
  const list = tool('pdftotext', ['-layout', '-f', '1', '-l', '1', file('pledges'), '-']).normalize('NFC');
  const rows = [...list.matchAll(/^\s*(\d+) +(\S.*?) {2,}.* (\d+)$/gm)];
  expect(rows.map(([, order]) => Number(order))).toEqual(Array.from({ length: 12 }, (_, index) => index + 1));
  for (const [, , name = '', page = ''] of rows) {
    const text = textOf(file('pledges'), Number(page));
    expect(text).toContain('BẢN CAM KẾT');
    expect(text).toContain(name.trim());
  }
  // A number stands on the line of its row, in the middle of its column.
  const words = wordsOf(file('pledges'), 1);
  for (const [, order = '', , page = ''] of rows) {
    const [first, last] = [
      words.find(({ text, left }) => text === order && left < 43),
      words.find(({ text, left }) => text === page && left > 177),
    ];
    if (!first || !last) throw new Error(`row ${order}`);
    expect(Math.abs(last.top - first.top)).toBeLessThan(0.2);
    expect((last.left + last.right) / 2).toBeCloseTo(186, 0);
  }
});
