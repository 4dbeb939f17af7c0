/**
 * `npm run replay -- <csv|csv.gz> [--limit N] [--keep <file>]`: sells a file of transactions again, through the calls of
 * the counter, in a new shop file: a temporary one, or the one to keep. stdout has one line, the figures as JSON;
 * progress and what was skipped go to stderr. docs/replay.md has the rules for messy rows.
 */
import { randomFillSync } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ManualClock } from '@shared/clock';
import { AppError } from '@shared/errors';
import { createIds } from '@shared/ids';
import { type Money, toDecimal } from '@shared/money';
import {
  type Progress,
  type ReplayResult,
  readTransactions,
  replayTransactions,
  type SkippedRow,
} from '../../src/main/shop/replay';
import { loadMigrationsFromFolder, openStore } from '../../src/main/store';

const usage = 'usage: npm run replay -- <csv|csv.gz> [--limit N] [--keep <file>]';

interface Wanted {
  readonly file: string;
  readonly limit: number | undefined;
  readonly keep: string | undefined;
}

function readArguments(): Wanted | string {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { limit: { type: 'string' }, keep: { type: 'string' } },
    });
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) return usage;
    const limit = values.limit === undefined ? undefined : Number(values.limit);
    if (limit !== undefined && (!Number.isSafeInteger(limit) || limit < 1)) {
      return `--limit is a number of rows, not ${values.limit}`;
    }
    const { keep } = values;
    if (keep !== undefined && existsSync(keep)) return `${keep} exists; a replay needs a file of its own`;
    return { file, limit, keep: keep === undefined ? undefined : resolve(keep) };
  } catch (error) {
    return `${error instanceof Error ? error.message : error}\n${usage}`;
  }
}

async function replay({ file, limit, keep }: Wanted): Promise<void> {
  const transactions = await readTransactions(file, 'GBP', limit);
  const folder = keep === undefined ? mkdtempSync(join(tmpdir(), 'galla-replay-')) : undefined;
  const path = keep ?? join(folder ?? '', 'replay.db');
  try {
    const clock = new ManualClock(0);
    const ids = createIds(
      () => clock.now(),
      (bytes) => void randomFillSync(bytes),
    );
    const migrations = loadMigrationsFromFolder(resolve(import.meta.dirname, '../../migrations'));
    const store = openStore({ file: path, migrations, clock, ids });
    const result = await replayTransactions(store, clock, transactions, progressBar()).finally(() => store.close());
    reportSkipped(result.skipped);
    const linked = `${result.linkedReturns} of ${result.returns} returns name their bill`;
    console.error(`stock, drawer and totals agree with the file; ${linked}`);
    console.log(JSON.stringify(figures(result, statSync(path).size)));
  } finally {
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  }
}

function figures(result: ReplayResult, dbBytes: number) {
  const { products, customers, bills, returns, lines, skipped, sellingMs } = result;
  // Printed as the file writes them; two decimals of this size are exact in JSON's reading.
  const pounds = (amount: Money) => Number(toDecimal(amount, 'GBP'));
  const seconds = sellingMs / 1000;
  return {
    products,
    customers,
    bills,
    returns,
    lines,
    salesTotal: pounds(result.salesTotal),
    returnsTotal: pounds(result.returnsTotal),
    total: pounds(result.total),
    skipped: skipped.length,
    seconds: Number(seconds.toFixed(3)),
    billsPerSecond: Math.round(bills / Math.max(seconds, 0.001)),
    dbBytes,
  };
}

function reportSkipped(skipped: readonly SkippedRow[]): void {
  for (const [reason, rows] of Map.groupBy(skipped, (row) => row.reason)) {
    const some = rows.slice(0, 5).map(({ row }) => row);
    console.error(`skipped ${rows.length}: ${reason} (row ${some.join(', ')}${rows.length > 5 ? ', …' : ''})`);
  }
}

/** A bar that redraws itself on a terminal; a line now and then elsewhere. */
function progressBar(): (progress: Progress) => void {
  const { stderr } = process;
  const every = stderr.isTTY ? 100 : 2000;
  let told = performance.now();
  return ({ done, of }) => {
    const now = performance.now();
    if (now - told < every && done < of) return;
    told = now;
    const part = done / of;
    const text = `${String(Math.floor(part * 100)).padStart(3)} %  ${done} of ${of} invoices`;
    if (stderr.isTTY)
      stderr.write(`\r[${'#'.repeat(Math.floor(part * 30)).padEnd(30)}] ${text}${done === of ? '\n' : ''}`);
    else stderr.write(`${text}\n`);
  };
}

const wanted = readArguments();
if (typeof wanted === 'string') {
  console.error(wanted);
  process.exitCode = 2;
} else {
  try {
    await replay(wanted);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    console.error(`${error.code}: ${error.message}`);
    process.exitCode = 1;
  }
}
