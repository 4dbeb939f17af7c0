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

test('a test file that could not be loaded counts as one failure, and what failed is named', () => {
  const file = report({
    numPassedTests: 7,
    numFailedTests: 1,
    numPendingTests: 2,
    numTodoTests: 0,
    testResults: [
      { status: 'passed', name: 'a.test.ts', assertionResults: [{ status: 'passed' }] },
      {
        status: 'failed',
        name: 'b.test.ts',
        assertionResults: [{ status: 'failed', fullName: 'sums add up', failureMessages: ['1 is not 2'] }],
      },
      { status: 'failed', name: 'c.test.ts', message: 'no such module', assertionResults: [] },
    ],
  });
  const failures = [
    { name: 'b.test.ts › sums add up', why: '1 is not 2' },
    { name: 'c.test.ts', why: 'no such module' },
  ];
  expect(tallyVitest(file)).toEqual({ passed: 7, failed: 2, skipped: 2, failures });
});

test('a flaky end-to-end test counts as failed; each is named, however deep it stands', () => {
  const spec = (title: string, status: string, message?: string) => ({
    title,
    file: 'day.spec.ts',
    ok: status !== 'unexpected',
    tests: [{ status, results: [{ errors: message === undefined ? [] : [{ message }] }] }],
  });
  const file = report({
    stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 3 },
    errors: [{ message: 'no display' }],
    suites: [
      { specs: [spec('a day', 'unexpected', 'one\ntwo')], suites: [{ specs: [spec('a week', 'flaky', 'late')] }] },
      { specs: [spec('a year', 'expected')] },
    ],
  });
  const failures = [
    { name: 'day.spec.ts › a day', why: 'one\ntwo' },
    { name: 'day.spec.ts › a week', why: 'late' },
    { name: 'outside of a test', why: 'no display' },
  ];
  expect(tallyPlaywright(file)).toEqual({ passed: 5, failed: 3, skipped: 3, failures });
});

test('of a long message the beginning is said', () => {
  const message = Array.from({ length: 400 }, (_, line) => `line ${line}`).join('\n');
  const file = report({ stats: {}, errors: [{ message }], suites: [] });
  expect(tallyPlaywright(file)?.failures[0]?.why).toMatch(/^line 0\n.*line 24\n…$/s);
});

test('without a report there are no counts', () => {
  expect(tallyVitest(join(folder, 'none.json'))).toBeUndefined();
  expect(tallyPlaywright(join(folder, 'none.json'))).toBeUndefined();
});

test('the last line adds up the runners, and a section that failed without a failed test is a failure', () => {
  const sections = [
    { ok: false },
    { ok: true, tally: { passed: 10, failed: 0, skipped: 1, failures: [] } },
    { ok: false, tally: { passed: 4, failed: 2, skipped: 0, failures: [] } },
    { ok: false, tally: { passed: 3, failed: 0, skipped: 0, failures: [] } },
  ];
  expect(summarise(sections)).toEqual({ line: 'galla: 17 passed, 4 failed', failed: 4 });
});
