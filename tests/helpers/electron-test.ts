import { test as base, expect } from '@playwright/test';
import { freshFolder, type LaunchOptions, launchApp, type RunningApp, removeFolder } from './electron.ts';

interface Fixtures {
  /** A settings folder of this test alone, removed when every process that could write in it has ended. */
  userData: string;
  /** Starts the program; it is closed at the end of the test, and a process that stays behind fails the test. */
  launch: (options?: LaunchOptions) => Promise<RunningApp>;
}

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the first parameter's names
  userData: async ({}, use) => {
    const folder = freshFolder('user');
    await use(folder);
    removeFolder(folder);
  },
  launch: async ({ userData }, use) => {
    const running: RunningApp[] = [];
    await use(async (options = {}) => {
      const started = await launchApp({ userData, ...options });
      running.push(started);
      return started;
    });
    for (const started of running) await started.close();
  },
});

export { expect };
