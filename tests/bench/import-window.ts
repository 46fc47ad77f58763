import { execFileSync } from 'node:child_process';
import path from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { importsText } from '../../db/contract/vi/imports.ts';
import { previewText } from '../../db/contract/vi/imports-preview.ts';
import { loginText } from '../../db/contract/vi/login.ts';
import { navigationText, pageNames } from '../../db/contract/vi/navigation.ts';
import { answerOpenDialog } from '../helpers/dialogs.ts';
import { launchApp } from '../helpers/electron.ts';
import { describe } from './figures.ts';

const RUNS = 3;
const PASSWORD = 'mat-khau-do-luong';
const TICK_MS = 5;

interface Stalls {
  main: number;
  page: number;
}

/** The longest time between two ticks that should be 5 ms apart, in the main process and in the page. */
async function watch(app: ElectronApplication, page: Page): Promise<() => Promise<Stalls>> {
  const start = (tick: number) => {
    const state = globalThis as typeof globalThis & { longestGap?: number };
    state.longestGap = 0;
    let last = performance.now();
    setInterval(() => {
      const now = performance.now();
      state.longestGap = Math.max(state.longestGap ?? 0, now - last - tick);
      last = now;
    }, tick);
  };
  // The same code runs in both; the main process gets the module of Electron before it.
  await app.evaluate(
    (_electron, { code, tick }) => {
      // biome-ignore lint/security/noGlobalEval: the benchmark's own code, which crosses as text
      globalThis.eval(`(${code})`)(tick);
    },
    { code: start.toString(), tick: TICK_MS },
  );
  await page.evaluate(start, TICK_MS);
  const read = () => {
    const state = globalThis as typeof globalThis & { longestGap?: number };
    const gap = state.longestGap ?? 0;
    state.longestGap = 0;
    return gap;
  };
  return async () => ({ main: await app.evaluate(read), page: await page.evaluate(read) });
}

async function oneImport(file: string): Promise<Record<'read' | 'preview' | 'commit', Stalls>> {
  const { app, page, userData, close } = await launchApp();
  try {
    execFileSync(
      process.execPath,
      [
        path.resolve('out/app/services/cli.cjs'),
        'init',
        '--data',
        path.join(userData, 'data'),
        '--office',
        'Bench',
      ],
      { env: { ...process.env, TUDUONG_PASSWORD: PASSWORD }, stdio: 'ignore' },
    );
    await page.reload();
    await page.getByLabel(loginText.password, { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: loginText.login, exact: true }).click();
    await page
      .getByRole('navigation', { name: navigationText.main })
      .getByText(pageNames.imports, { exact: true })
      .click();
    await answerOpenDialog(app, file);
    await page.getByRole('button', { name: importsText.choose }).waitFor();
    const stalls = await watch(app, page);
    await page.getByRole('button', { name: importsText.choose }).click();
    await page.getByRole('button', { name: importsText.makePreview }).waitFor({ timeout: 120_000 });
    const read = await stalls();
    await page.getByRole('button', { name: importsText.makePreview }).click();
    await page.getByRole('grid', { name: importsText.previewTable }).waitFor({ timeout: 120_000 });
    const preview = await stalls();
    await page.getByRole('button', { name: /^Ghi [\d.]+ / }).click();
    const confirm = page.getByRole('button', { name: previewText.confirmAll });
    if (await confirm.isVisible()) await confirm.click();
    await page.getByRole('button', { name: importsText.see.officials }).first().waitFor({ timeout: 120_000 });
    return { read, preview, commit: await stalls() };
  } finally {
    await close();
  }
}

/** How long the window could not answer while a file is read, previewed and committed, in the real program. */
export async function benchWindow(file: string): Promise<void> {
  const runs: Awaited<ReturnType<typeof oneImport>>[] = [];
  for (let run = 0; run < RUNS; run += 1) runs.push(await oneImport(file));
  console.log('\nLongest stall in the window, real program (goal < 100 ms)');
  for (const part of ['read', 'preview', 'commit'] as const)
    for (const process of ['main', 'page'] as const)
      console.log(
        `  ${part.padEnd(8)} ${process.padEnd(5)} ${describe(
          runs.map((run) => run[part][process]),
          'ms',
        )}`,
      );
}
