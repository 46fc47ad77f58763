import path from 'node:path';
import { methods } from '../../db/contract/methods.ts';
import type { FormSectionTitle } from '../../db/contract/vi/forms-sections.ts';
import { Service } from '../../db/service/service.ts';
import { demoPassword, makeDemoOffice } from '../helpers/demo-office.ts';
import { freshFolder, launchApp, removeFolder } from '../helpers/electron.ts';
import { printPages } from '../helpers/print-papers.ts';
import { describe, median } from './figures.ts';

const PLEDGES = 200;
/** Enough people of the demo office that so many of them are to pledge. */
const MEMBERS = 240;

const sections: readonly FormSectionTitle[] = [
  'ideology',
  'morality',
  'noSelfEvolution',
  'discipline',
  'workStyle',
  'duties',
  'remedies',
  'followingHoChiMinh',
];

interface Office {
  year: number;
  officialIds: number[];
  html: string;
  htmlMs: number[];
  wordMs: number[];
}

/** A fictitious office with its pledges written, and what the service alone needs for the pages and the Word file. */
async function writePledges(folder: string, runs: number): Promise<Office> {
  makeDemoOffice(folder, MEMBERS);
  const service = new Service(folder);
  const login = await service.call(null, 'auth.login', { password: demoPassword });
  const { token } = methods['auth.login'].output.parse(login);
  const overview = methods['overview.get'].output.parse(await service.call(token, 'overview.get', {}));
  const year = overview.years[0]?.year ?? 0;
  const items = sections.map((sectionId, index) => ({
    sectionId,
    text: `Nội dung cam kết mục ${index + 1}: thực hiện nghiêm túc, có việc làm cụ thể, báo cáo chi bộ mỗi quý một lần`,
    target: index % 2 === 0 ? 'hoàn thành đủ khối lượng được giao' : '',
    dueOn: index % 3 === 0 ? `${year}-06-30` : null,
  }));
  await service.call(token, 'pledges.create', { year, items });
  const list = await service.call(token, 'pledges.list', { year, limit: PLEDGES });
  const officialIds = methods['pledges.list'].output.parse(list).rows.map((row) => row.officialId);
  if (officialIds.length !== PLEDGES) throw new Error(`${officialIds.length} pledges`);
  const input = { kind: 'pledges', year, officialIds };
  const times = async (method: 'documents.html' | 'documents.docx', count: number) => {
    const ms: number[] = [];
    for (let run = 0; run < count; run += 1) {
      const begun = performance.now();
      await service.call(token, method, input);
      ms.push(performance.now() - begun);
    }
    return ms;
  };
  const made = await service.call(token, 'documents.html', input);
  const { html } = methods['documents.html'].output.parse(made);
  const htmlMs = await times('documents.html', runs);
  const wordMs = await times('documents.docx', 3);
  await service.close();
  return { year, officialIds, html, htmlMs, wordMs };
}

/** Milliseconds from the call in the page to the PDF's bytes there: service, hidden window, list, page numbers. */
async function previews(data: string, userData: string, { year, officialIds }: Office, runs: number) {
  const { page, close } = await launchApp({ userData, env: { TUDUONG_DATA: data } });
  const ms = await page.evaluate(
    async ({ password, count, input }) => {
      const opened = await window.api.call('auth.login', { password });
      if (!opened.ok) throw new Error(opened.error.code);
      const times: number[] = [];
      for (let run = 0; run < count; run += 1) {
        const begun = performance.now();
        const reply = await window.api.desktop('documents.preview', input);
        if (!reply.ok) throw new Error(reply.error.code);
        times.push(performance.now() - begun);
      }
      return times;
    },
    { password: demoPassword, count: runs + 1, input: { kind: 'pledges' as const, year, officialIds } },
  );
  await close();
  return ms.slice(1);
}

/**
 * `npm run bench -- papers [runs]`: the PDF of 200 pledges of a fictitious office, asked for in the real window and
 * back in it with its list and page numbers, against the same HTML printed by a bare hidden window; beside it the
 * product's printing alone and the bare one in turn in one process. The first of each is not counted.
 */
export async function benchPapers([runsText = '5']: string[] = []): Promise<void> {
  const runs = Number(runsText);
  const folder = freshFolder('bench');
  try {
    const data = path.join(folder, 'data');
    const office = await writePledges(data, runs);
    const ways = Array.from({ length: 2 * (runs + 1) }, (_, index) =>
      index % 2 === 0 ? ('bare' as const) : ('ours' as const),
    );
    const times = await printPages(path.resolve('out', 'bench', 'papers'), path.join(folder, 'print'), {
      pledges: { html: office.html, runs: 1, cover: null, ways },
    });
    const window = await previews(data, path.join(folder, 'user'), office, runs);
    const of = (way: 'bare' | 'ours') =>
      times
        .filter((time) => time.way === way)
        .slice(1)
        .map(({ ms }) => ms);
    const [bare, ours] = [of('bare'), of('ours')];
    const ratio = (values: readonly number[]) => `${(median(values) / median(bare)).toFixed(2)} x`;
    console.log(`${PLEDGES} pledges`);
    console.log(`  HTML, in the service                       ${describe(office.htmlMs, 'ms')}`);
    console.log(`  Word file, in the service                  ${describe(office.wordMs, 'ms')}`);
    console.log(`  PDF, bare hidden window                    ${describe(bare, 'ms')}`);
    console.log(`  PDF with page numbers, our hidden window   ${describe(ours, 'ms')}   ${ratio(ours)}`);
    console.log(
      `  PDF with its list, through the real window ${describe(window, 'ms')}   ${ratio(window)}   goal 1.20`,
    );
  } finally {
    removeFolder(folder);
  }
}
