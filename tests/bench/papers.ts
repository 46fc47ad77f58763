import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { DocumentHtml } from '../../db/contract/documents.ts';
import { methods } from '../../db/contract/methods.ts';
import { withList } from '../../db/contract/page-places.ts';
import type { FormSectionTitle } from '../../db/contract/vi/forms-sections.ts';
import { Service } from '../../db/service/service.ts';
import { demoPassword, makeDemoOffice } from '../helpers/demo-office.ts';
import { freshFolder, launchApp, removeFolder } from '../helpers/electron.ts';
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
  printable: DocumentHtml;
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
  const printable = methods['documents.html'].output.parse(made);
  const htmlMs = await times('documents.html', runs);
  const wordMs = await times('documents.docx', 3);
  await service.close();
  return { year, officialIds, printable, htmlMs, wordMs };
}

interface Turns {
  bare: number[];
  window: number[];
}

/**
 * Both ways in turn in the running program, so that what else the machine does meets both alike: the same HTML
 * printed by a bare hidden window, and the PDF asked for in the page, from the call to its bytes there (service,
 * hidden window, page numbers of list and documents). The first of each is not counted.
 */
async function inTurn(data: string, userData: string, htmlFile: string, office: Office, runs: number) {
  const { app, page, close } = await launchApp({ userData, env: { TUDUONG_DATA: data } });
  await page.evaluate(async (password) => {
    const opened = await window.api.call('auth.login', { password });
    if (!opened.ok) throw new Error(opened.error.code);
  }, demoPassword);
  const bare = () =>
    app.evaluate(async ({ BrowserWindow }, file) => {
      const begun = performance.now();
      // A session of its own: the program's lets no file in.
      const hidden = new BrowserWindow({ show: false, webPreferences: { partition: 'bare' } });
      await hidden.loadFile(file);
      await hidden.webContents.printToPDF({ preferCSSPageSize: true, printBackground: true });
      hidden.destroy();
      return performance.now() - begun;
    }, htmlFile);
  const preview = () =>
    page.evaluate(
      async (input) => {
        const begun = performance.now();
        const reply = await window.api.desktop('documents.preview', input);
        if (!reply.ok) throw new Error(reply.error.code);
        return performance.now() - begun;
      },
      { kind: 'pledges' as const, year: office.year, officialIds: office.officialIds },
    );
  const times: Turns = { bare: [], window: [] };
  for (let run = 0; run <= runs; run += 1) {
    times.bare.push(await bare());
    times.window.push(await preview());
  }
  await close();
  return { bare: times.bare.slice(1), window: times.window.slice(1) };
}

/**
 * `npm run bench -- papers [runs]`: the PDF of 200 pledges of a fictitious office with their list and page numbers,
 * asked for in the real window and back in it, against the same HTML, list included, printed by a bare hidden window.
 */
export async function benchPapers([runsText = '9']: string[] = []): Promise<void> {
  const runs = Number(runsText);
  const folder = freshFolder('bench');
  try {
    const data = path.join(folder, 'data');
    const office = await writePledges(data, runs);
    const htmlFile = path.join(folder, 'pledges.html');
    writeFileSync(htmlFile, withList(office.printable, 'numbered'));
    const { bare, window } = await inTurn(data, path.join(folder, 'user'), htmlFile, office, runs);
    console.log(`${PLEDGES} pledges`);
    console.log(`  HTML, in the service                       ${describe(office.htmlMs, 'ms')}`);
    console.log(`  Word file, in the service                  ${describe(office.wordMs, 'ms')}`);
    console.log(`  PDF, bare hidden window                    ${describe(bare, 'ms')}`);
    console.log(`  PDF with its page numbers, real window     ${describe(window, 'ms')}`);
    const ratio = median(window) / median(bare);
    const pairs = median(window.map((ms, index) => ms / (bare[index] ?? Number.NaN)));
    console.log(
      `  ratio of the medians ${ratio.toFixed(2)}, median of the pairs ${pairs.toFixed(2)}; goal 1.20`,
    );
  } finally {
    removeFolder(folder);
  }
}
