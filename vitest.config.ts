import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/{unit,integration,crash,security}/**/*.test.ts'],
    // No test measures time, and on a busy machine everything takes ten times as long: this only ends what hangs.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    pool: 'forks',
    maxWorkers: 2,
  },
});
