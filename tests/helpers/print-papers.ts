import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { build } from 'vite';
import { electronForApp } from '../../build/setup-electron.mjs';
import { withList } from '../../db/contract/page-places.ts';
import type { Printable } from '../../electron/print/pdf.ts';
import { cleanEnvironment } from './electron.ts';

export interface PrintJob {
  name: string;
  printable: Printable;
  /** How it is printed, in this order: by the product's hidden window, or by a bare one. */
  ways: readonly ('ours' | 'bare')[];
}

export interface PrintTimes {
  name: string;
  way: 'ours' | 'bare';
  ms: number;
}

export interface Pages extends Printable {
  ways?: PrintJob['ways'];
}

/** The product's printing as a program of its own. */
async function bundle(folder: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      outDir: folder,
      emptyOutDir: true,
      ssr: true,
      target: 'node18',
      minify: false,
      rolldownOptions: {
        input: { main: path.resolve('tests', 'helpers', 'print-entry.ts') },
        external: ['electron'],
        output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: '[name]-[hash].cjs' },
      },
    },
    ssr: { noExternal: true, external: ['electron'], target: 'node' },
  });
  writeFileSync(path.join(folder, 'package.json'), '{"name":"print-papers","main":"main.cjs"}');
}

/**
 * Prints pages in real Electron through the product's hidden window; the PDFs stand in `folder` as
 * `NAME.ours.pdf` and `NAME.bare.pdf`; `userData` is Electron's settings folder. Gives the milliseconds of each printing, in order.
 */
export async function printPages(
  folder: string,
  userData: string,
  pages: Readonly<Record<string, Pages>>,
): Promise<PrintTimes[]> {
  const program = path.resolve('out', 'test', 'print-papers');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await bundle(program);
  const jobs = Object.entries(pages).map(([name, { ways = ['ours'] as const, ...printable }]): PrintJob => {
    writeFileSync(path.join(folder, `${name}.html`), withList(printable, 'numbered'));
    return { name, printable, ways };
  });
  writeFileSync(path.join(folder, 'jobs.json'), JSON.stringify(jobs));
  const { executable, args } = electronForApp(program, 'print-papers');
  await promisify(execFile)(executable, [...args, `--user-data-dir=${userData}`], {
    env: { ...cleanEnvironment(), TUDUONG_PRINT_JOBS: folder },
  });
  return JSON.parse(readFileSync(path.join(folder, 'times.json'), 'utf8')) as PrintTimes[];
}
