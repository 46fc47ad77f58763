/**
 * A program of its own around the product's printing, bundled and run by `print-papers.ts`: it prints the jobs of
 * its folder and writes each PDF and its times beside them. `bare` prints a job's HTML as the smallest program would.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { app, BrowserWindow, protocol } from 'electron';
import { pageScheme } from '../../electron/main/page-address.ts';
import { documentPdf } from '../../electron/print/pdf.ts';
import type { PrintJob, PrintTimes } from './print-papers.ts';

const folder = process.env.TUDUONG_PRINT_JOBS ?? '';
protocol.registerSchemesAsPrivileged([{ scheme: pageScheme, privileges: { standard: true, secure: true } }]);

async function bare(file: string): Promise<Uint8Array> {
  const window = new BrowserWindow({ show: false });
  await window.loadFile(file);
  const bytes = await window.webContents.printToPDF({ preferCSSPageSize: true, printBackground: true });
  window.destroy();
  return bytes;
}

async function run(): Promise<void> {
  const jobs = JSON.parse(readFileSync(path.join(folder, 'jobs.json'), 'utf8')) as PrintJob[];
  const times: PrintTimes[] = [];
  for (const { name, printable, ways } of jobs) {
    const html = path.join(folder, `${name}.html`);
    for (const way of ways) {
      const begun = performance.now();
      const bytes = way === 'bare' ? await bare(html) : await documentPdf(printable);
      times.push({ name, way, ms: performance.now() - begun });
      writeFileSync(path.join(folder, `${name}.${way}.pdf`), bytes);
    }
  }
  writeFileSync(path.join(folder, 'times.json'), JSON.stringify(times));
}

app.on('window-all-closed', () => {});
app
  .whenReady()
  .then(run)
  .then(
    () => app.exit(0),
    (error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
      app.exit(1);
    },
  );
