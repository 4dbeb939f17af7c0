/**
 * `npm run -s vectors -- <folder>`: holds the arithmetic against examples. Prices every `bills.json` and checks every
 * `codes.json` below the folder; prints one line per failure (id, key, expected, got) and a last line with the counts.
 * Exit code 1 on any failure, and where there is nothing to check. The form is described in docs/money-and-tax.md.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { checkBillExample } from '../lib/example-bill';
import { checkCodeExamples } from '../lib/example-code';
import type { Outcome } from '../lib/example-compare';

function outcomesOf(file: string): Outcome[] {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''));
  } catch (error) {
    return [{ id: file, failures: [{ key: 'file', expected: 'JSON', got: String(error) }] }];
  }
  if (basename(file) === 'codes.json') return checkCodeExamples(json);
  return (Array.isArray(json) ? json : [json]).map((bill, index) => checkBillExample(bill, `bills[${index}]`));
}

const folder = process.argv[2];
if (folder === undefined) {
  console.error('usage: npm run -s vectors -- <folder>');
  process.exitCode = 2;
} else {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => ['bills.json', 'codes.json'].includes(basename(file)))
    .toSorted()
    .map((file) => join(folder, file));
  const outcomes = files.flatMap(outcomesOf);
  const failed = outcomes.filter((outcome) => outcome.failures.length > 0);
  for (const { id, failures } of failed) {
    for (const { key, expected, got } of failures) console.log(`${id}  ${key}  expected ${expected}  got ${got}`);
  }
  if (outcomes.length === 0) console.log(`no bills.json or codes.json with examples in ${folder}`);
  console.log(`vectors: ${outcomes.length - failed.length} passed, ${failed.length} failed`);
  if (failed.length > 0 || outcomes.length === 0) process.exitCode = 1;
}
