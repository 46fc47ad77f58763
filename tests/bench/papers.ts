import path from 'node:path';
import { renderBatchDocx } from '../../db/documents/render-docx.ts';
import { renderBatchHtml } from '../../db/documents/render-html.ts';
import { freshFolder, removeFolder } from '../helpers/electron.ts';
import { manyPledges } from '../helpers/papers.ts';
import { printPages } from '../helpers/print-papers.ts';
import { describe, median } from './figures.ts';

const PLEDGES = 200;

/**
 * `npm run bench -- papers [runs]`: the PDF of 200 made-up pledges with its list and page numbers through the
 * product's hidden window, against the same HTML printed by a bare hidden window in the same process, in turn;
 * and what the service needs to write the HTML and the Word file. The first of each is not counted.
 */
export async function benchPapers([runsText = '7']: string[] = []): Promise<void> {
  const runs = Number(runsText);
  const batch = manyPledges(PLEDGES);
  const html: number[] = [];
  const word: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const begun = performance.now();
    renderBatchHtml(batch);
    html.push(performance.now() - begun);
  }
  for (let run = 0; run < 3; run += 1) {
    const begun = performance.now();
    await renderBatchDocx(batch, { office: 'Bench' });
    word.push(performance.now() - begun);
  }
  const ways = Array.from(
    { length: 2 * (runs + 1) },
    (_, index) => (index % 2 === 0 ? 'bare' : 'ours') as 'bare' | 'ours',
  );
  const userData = freshFolder('bench');
  const times = await printPages(path.resolve('out', 'bench', 'papers'), userData, {
    pledges: { ...renderBatchHtml(batch), ways },
  });
  removeFolder(userData);
  const of = (way: 'bare' | 'ours') =>
    times
      .filter((time) => time.way === way)
      .slice(1)
      .map(({ ms }) => ms);
  const [bare, ours] = [of('bare'), of('ours')];
  console.log(`${PLEDGES} pledges`);
  console.log(`  HTML, in the service                           ${describe(html, 'ms')}`);
  console.log(`  Word file, in the service                      ${describe(word, 'ms')}`);
  console.log(`  PDF, bare hidden window                        ${describe(bare, 'ms')}`);
  console.log(`  PDF with list and page numbers, ours           ${describe(ours, 'ms')}`);
  console.log(
    `  ratio of the medians                           ${(median(ours) / median(bare)).toFixed(2)} x   goal 1.20`,
  );
}
