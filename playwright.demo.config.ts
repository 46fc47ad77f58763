import { defineConfig } from '@playwright/test';

/** `npm run demo`: the story of the main job, once, with its files left in out/demo. */
export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '*.demo.ts',
  outputDir: 'out/test/demo',
  workers: 1,
  timeout: 180_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
});
