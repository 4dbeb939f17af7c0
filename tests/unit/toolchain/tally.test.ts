import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { summarise, tallyPlaywright, tallyVitest } from '../../../scripts/lib/tally.mjs';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'galla-tally-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function report(content: unknown) {
  const file = join(folder, 'report.json');
  writeFileSync(file, JSON.stringify(content));
  return file;
}

test('a test file that could not be loaded counts as one failure', () => {
  const file = report({
    numPassedTests: 7,
    numFailedTests: 1,
    numPendingTests: 2,
    numTodoTests: 0,
    testResults: [
      { status: 'passed', assertionResults: [{ status: 'passed' }] },
      { status: 'failed', assertionResults: [{ status: 'failed' }] },
      { status: 'failed', assertionResults: [] },
    ],
  });
  expect(tallyVitest(file)).toEqual({ passed: 7, failed: 2, skipped: 2 });
});

test('a flaky end-to-end test counts as failed', () => {
  const file = report({ stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 3 }, errors: [{}] });
  expect(tallyPlaywright(file)).toEqual({ passed: 5, failed: 3, skipped: 3 });
});

test('without a report there are no counts', () => {
  expect(tallyVitest(join(folder, 'none.json'))).toBeUndefined();
  expect(tallyPlaywright(join(folder, 'none.json'))).toBeUndefined();
});

test('the last line adds up the runners, and a section that failed without a failed test is a failure', () => {
  const sections = [
    { ok: false },
    { ok: true, tally: { passed: 10, failed: 0, skipped: 1 } },
    { ok: false, tally: { passed: 4, failed: 2, skipped: 0 } },
    { ok: false, tally: { passed: 3, failed: 0, skipped: 0 } },
  ];
  expect(summarise(sections)).toEqual({ line: 'galla: 17 passed, 4 failed', failed: 4 });
});
