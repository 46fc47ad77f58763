import { defineConfig } from '@playwright/test';

/** Tests in the real window. `npm test` gives the JSON report its place and a screen where there is none. */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'out/test/artifacts',
  fullyParallel: true,
  workers: 2,
  // Far more than needed: on a busy machine everything takes ten times as long, and this only ends what hangs.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  forbidOnly: Boolean(process.env.CI),
  // Two windows share one screen: one may end a drag of the other. What passes only at the second try is named flaky.
  retries: process.env.CI ? 1 : 0,
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ? [['list'], ['json']] : [['list']],
});
