import { readStamp } from './stamp.mjs';

/**
 * How many tests passed, failed and were left out, as a test runner's own JSON report has it, and what failed and why:
 * said again under everything else, because a run's end is all that is kept of many a run.
 * @typedef {{ name: string, why: string }} Failure
 * @typedef {{ passed: number, failed: number, skipped: number, failures: Failure[] }} Tally
 *
 * What is read here of the reports:
 * @typedef {{ status: string, fullName: string, failureMessages: string[] }} VitestCase
 * @typedef {{ status: string, name: string, message: string, assertionResults: VitestCase[] }} VitestFile
 * @typedef {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number,
 *   testResults: VitestFile[] }} VitestReport
 * @typedef {{ message?: string }} PlaywrightError
 * @typedef {{ title: string, file: string, ok: boolean,
 *   tests: { status: string, results: { errors?: PlaywrightError[] }[] }[] }} PlaywrightSpec
 * @typedef {{ specs?: PlaywrightSpec[], suites?: PlaywrightSuite[] }} PlaywrightSuite
 * @typedef {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number },
 *   errors: PlaywrightError[], suites: PlaywrightSuite[] }} PlaywrightReport
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
  );
  const failures = report.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === 'failed')
      .map(({ fullName, failureMessages }) => failure(`${name} › ${fullName}`, failureMessages)),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
    failures: [...failures, ...broken.map(({ name, message }) => failure(name, [message]))],
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
  const flakyOrFailed = specsOf(report)
    .filter(({ ok, tests }) => !ok || tests.some(({ status }) => status === 'flaky'))
    .map(({ title, file, tests }) =>
      failure(
        `${file} › ${title}`,
        tests.flatMap(({ results }) => results.flatMap(({ errors = [] }) => errors.map(({ message = '' }) => message))),
      ),
    );
  return {
    passed: expected,
    failed: unexpected + flaky + report.errors.length,
    skipped,
    failures: [...flakyOrFailed, ...report.errors.map(({ message = '' }) => failure('outside of a test', [message]))],
  };
}

/**
 * @param {PlaywrightSuite} suite
 * @returns {PlaywrightSpec[]}
 */
function specsOf({ specs = [], suites = [] }) {
  return [...specs, ...suites.flatMap(specsOf)];
}

/** A message starts with what was expected; a stack of hundreds of lines would push the others out of sight. */
const linesOfAMessage = 25;

/**
 * @param {string} name
 * @param {readonly string[]} messages
 * @returns {Failure}
 */
function failure(name, messages) {
  const lines = messages.join('\n').trimEnd().split('\n');
  const cut = lines.length > linesOfAMessage ? ['…'] : [];
  return { name, why: [...lines.slice(0, linesOfAMessage), ...cut].join('\n') };
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
