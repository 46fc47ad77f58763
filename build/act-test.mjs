import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { modulesDir, testReportDir } from './paths.mjs';
import { run, toolNodePath } from './process.mjs';
import { onScreen } from './screen.mjs';
import { ensureWindow } from './setup.mjs';
import { addCounts, playwrightCounts, vitestCounts } from './test-counts.mjs';

const module = (...parts) => path.join(modulesDir, ...parts);

/**
 * The four steps of `npm test`. A step without a report of its own counts as one failure when it fails,
 * so that the closing line never says "0 failed" of a failed run.
 */
function steps(node) {
  const vitestReport = path.join(testReportDir, 'vitest.json');
  const playwrightReport = path.join(testReportDir, 'playwright.json');
  return [
    {
      name: 'lint',
      command: [node, [module('@biomejs', 'biome', 'bin', 'biome'), 'check', '--error-on-warnings', '.']],
    },
    { name: 'types', command: [node, [module('typescript', 'bin', 'tsc'), '--noEmit']] },
    {
      name: 'unit and integration tests',
      command: [
        node,
        [
          module('vitest', 'vitest.mjs'),
          'run',
          '--reporter=default',
          '--reporter=json',
          `--outputFile.json=${vitestReport}`,
        ],
      ],
      counts: () => vitestCounts(vitestReport),
    },
    {
      name: 'tests in the window',
      command: onScreen(node, [module('@playwright', 'test', 'cli.js'), 'test']),
      env: { PLAYWRIGHT_JSON_OUTPUT_FILE: playwrightReport },
      counts: () => playwrightCounts(playwrightReport),
    },
  ];
}

async function runStep(step) {
  process.stdout.write(`\n== ${step.name}\n`);
  const [command, args] = step.command;
  const code = await run(command, args, { env: { ...process.env, ...step.env } });
  const counts = step.counts?.() ?? { passed: 0, failed: 0, skipped: 0 };
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

/** `npm test`: set-up, lint, types, unit and integration tests, tests in the real window. */
export async function act() {
  await ensureWindow();
  rmSync(testReportDir, { recursive: true, force: true });
  mkdirSync(testReportDir, { recursive: true });
  let total = { passed: 0, failed: 0, skipped: 0 };
  for (const step of steps(toolNodePath())) total = addCounts(total, await runStep(step));
  const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
  process.stdout.write(`\n${total.passed} passed, ${total.failed} failed${skipped}\n`);
  return total.failed === 0 ? 0 : 1;
}
