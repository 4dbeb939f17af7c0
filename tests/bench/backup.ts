/**
 * The day's first backup in the real app while the counter works: how long scans and sales take, and how long main's
 * loop is held, beside the same with nothing else going on. The shop has some 200 MB with the usual 100 000 products.
 * Options: --products 100000.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from '../../scripts/lib/build.mjs';
import { startHeadless } from '../../scripts/lib/headless.mjs';
import { ensureSystemPackages } from '../../scripts/lib/system.mjs';
import { launchApp, newUserData, type RunningApp, removeUserData } from '../e2e/support/app.ts';
import { good } from '../support/goods.ts';
import { prepareShop } from '../support/seed.ts';
import { watchMainLoop } from './support/main-loop.ts';
import { distribution, report, rounded } from './support/measure.ts';
import { numberOption } from './support/options.ts';
import { leaveSignedIn } from './support/till.ts';

const products = numberOption('products', 100_000);
const linesPerBill = 5;

await ensureSystemPackages('headless');
await ensureBuilt();
const services = process.platform === 'linux' ? await startHeadless({}) : undefined;
const userData = newUserData();
try {
  console.error(`preparing a shop with ${products} products`);
  await prepareShop(userData, { products });
  await leaveSignedIn(userData);
  const app = await launchApp({ userData, env: { ...services?.env } });
  try {
    await app.ready('counter');
    report({ bench: 'backup', phase: 'before', products, ...(await workUntil(app, hasBegun)) });
    const started = performance.now();
    const during = await workUntil(app, isDone);
    const seconds = rounded((performance.now() - started) / 1000);
    report({ bench: 'backup', phase: 'during', products, mb: backedUpMb(), seconds, ...during });
    const { scanMs, saleMs, mainLoopDelayMs } = during;
    console.error(
      `during a backup of ${seconds} s: scans p99 ${scanMs.p99} ms, max ${scanMs.max} ms; ` +
        `sales max ${saleMs.max} ms; main held at most ${mainLoopDelayMs.max} ms`,
    );
  } finally {
    await app.close();
  }
} finally {
  await services?.stop();
  removeUserData(userData);
}

/** The backup is written under another name until it has proved good. */
function hasBegun(): boolean {
  return readdirSync(userData).includes('backups') && readdirSync(join(userData, 'backups')).length > 0;
}

function isDone(): boolean {
  return readFileSync(join(userData, 'logs/galla.log'), 'utf8').includes('"what":"backup"');
}

function backedUpMb(): number {
  const backups = join(userData, 'backups');
  return Math.round(readdirSync(backups).reduce((sum, file) => sum + statSync(join(backups, file)).size, 0) / 1e6);
}

/** Sells bills as a busy counter does, scan after scan, until `over`. Times are the page's: asked to answered. */
async function workUntil({ page, electron }: RunningApp, over: () => boolean) {
  const loopDelay = await watchMainLoop(electron);
  const scans: number[] = [];
  const sales: number[] = [];
  for (let next = 1; !over(); next += linesPerBill) {
    const codes = Array.from(
      { length: linesPerBill },
      (_, line) => good(1 + (((next + line) * 7919) % products)).barcode,
    );
    const times = await page.evaluate(async (scanned) => {
      const { galla } = window;
      const took: number[] = [];
      const timed = async <T>(work: () => Promise<T>): Promise<T> => {
        const started = performance.now();
        const value = await work();
        took.push(performance.now() - started);
        return value;
      };
      for (const code of scanned) {
        const answer = await timed(() => galla.call('sales.scan', { code }));
        if (!answer.ok || answer.value.outcome !== 'added') throw new Error(`${code} was not found`);
        await new Promise((resolve) => setTimeout(resolve, 30));
      }
      const cart = await galla.call('sales.cart', {});
      if (!cart.ok) throw new Error(cart.error.code);
      const { id: cartId, revision, totals } = cart.value;
      const payments = [{ method: 'cash', amount: totals.cashDue }] as const;
      const sold = await timed(() => galla.call('sales.complete', { cartId, revision, payments: [...payments] }));
      if (!sold.ok) throw new Error(sold.error.code);
      return took;
    }, codes);
    scans.push(...times.slice(0, linesPerBill));
    sales.push(...times.slice(linesPerBill));
  }
  return { scanMs: distribution(scans), saleMs: distribution(sales), mainLoopDelayMs: await loopDelay() };
}
