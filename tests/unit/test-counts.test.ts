import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addCounts, playwrightCounts, vitestCounts } from '../../build/test-counts.mjs';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'tuduong-counts-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function report(content: unknown): string {
  const file = path.join(folder, 'report.json');
  writeFileSync(file, JSON.stringify(content));
  return file;
}

test('a unit test file that does not load counts as a failure', () => {
  const file = report({
    numPassedTests: 5,
    numFailedTests: 1,
    numPendingTests: 2,
    numTodoTests: 0,
    testResults: [
      { status: 'failed', assertionResults: [{}] },
      { status: 'failed', assertionResults: [] },
      { status: 'passed', assertionResults: [{}] },
    ],
  });
  expect(vitestCounts(file)).toEqual({ passed: 5, failed: 2, skipped: 2 });
});

test('a window test file that does not load counts as a failure', () => {
  const file = report({ stats: { expected: 7, flaky: 1, unexpected: 2, skipped: 3 }, errors: [{}] });
  expect(playwrightCounts(file)).toEqual({ passed: 8, failed: 3, skipped: 3 });
});

test('a runner without a report is told apart from one without tests', () => {
  expect(vitestCounts(path.join(folder, 'none.json'))).toBeNull();
  expect(playwrightCounts(path.join(folder, 'none.json'))).toBeNull();
});

test('sums', () => {
  expect(addCounts({ passed: 1, failed: 2, skipped: 3 }, { passed: 10, failed: 20, skipped: 30 })).toEqual({
    passed: 11,
    failed: 22,
    skipped: 33,
  });
});
