import { readStamp } from './stamp.mjs';

/**
 * How many tests passed, failed and were left out, as a test runner's own JSON report has it.
 * @typedef {{ passed: number, failed: number, skipped: number }} Tally
 *
 * What is read here of the reports:
 * @typedef {{ status: string, assertionResults: { status: string }[] }} VitestFile
 * @typedef {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number,
 *   testResults: VitestFile[] }} VitestReport
 * @typedef {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number },
 *   errors: unknown[] }} PlaywrightReport
 */

/**
 * @param {string} file written by Vitest's json reporter
 * @returns {Tally | undefined} undefined when there is no report: the runner did not get that far
 */
export function tallyVitest(file) {
  const report = /** @type {VitestReport | undefined} */ (readStamp(file));
  if (!report) return undefined;
  // A file that cannot even be loaded has no tests that could fail, and must not pass for that.
  const broken = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((assertion) => assertion.status === 'failed'),
  ).length;
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/**
 * @param {string} file written by Playwright's json reporter
 * @returns {Tally | undefined}
 */
export function tallyPlaywright(file) {
  const report = /** @type {PlaywrightReport | undefined} */ (readStamp(file));
  if (!report) return undefined;
  const { expected, unexpected, flaky, skipped } = report.stats;
  return { passed: expected, failed: unexpected + flaky + report.errors.length, skipped };
}

/**
 * The last line of a test run. A section that failed without a failed test (a lint error, a crashed runner) counts as
 * one failure, so that the line never looks better than the run was.
 * @param {readonly { ok: boolean, tally?: Tally | undefined }[]} sections
 */
export function summarise(sections) {
  const passed = sections.reduce((sum, { tally }) => sum + (tally?.passed ?? 0), 0);
  const failed = sections.reduce((sum, { ok, tally }) => sum + Math.max(tally?.failed ?? 0, ok ? 0 : 1), 0);
  return { line: `galla: ${passed} passed, ${failed} failed`, failed };
}
