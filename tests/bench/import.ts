/**
 * A long list imported in the real app while the counter sells: how long checking and writing take, how much memory main
 * holds, how long its loop is held, and how long a sale takes meanwhile, beside the same sales with nothing else going on.
 * Options: --rows 1000000.
 */
import { once } from 'node:events';
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt } from '../../scripts/lib/build.mjs';
import { startHeadless } from '../../scripts/lib/headless.mjs';
import { ensureSystemPackages } from '../../scripts/lib/system.mjs';
import { launchApp, newUserData, type RunningApp, removeUserData } from '../e2e/support/app.ts';
import { call, createProduct, createShop } from '../e2e/support/calls.ts';
import { answerOpenDialog } from '../e2e/support/visit.ts';
import { good } from '../support/goods.ts';
import { watchMainLoop } from './support/main-loop.ts';
import { distribution, rounded, report as say } from './support/measure.ts';
import { numberOption } from './support/options.ts';

const rows = numberOption('rows', 1_000_000);
const mb = (bytes: number) => Math.round(bytes / 1e5) / 10;

await ensureSystemPackages('headless');
await ensureBuilt();
const services = process.platform === 'linux' ? await startHeadless({}) : undefined;
const work = mkdtempSync(join(tmpdir(), 'galla-bench-import-'));
const userData = newUserData();
try {
  const file = join(work, 'list.csv');
  await writeList(file);
  const app = await launchApp({ userData, env: { ...services?.env } });
  try {
    await createShop(app.page);
    await app.ready('counter');
    const soap = await createProduct(app.page, 'Lux soap', 1_000_000, 1);

    const idle = await sellUntil(app, soap.id, new Promise((resolve) => setTimeout(resolve, 5_000)));
    say({ bench: 'import', phase: 'idle', ...idle });

    await answerOpenDialog(app, file);
    const preview = await call(app.page, 'import.choose', {});
    if (!preview) throw new Error('the file was not chosen');
    const checkStarted = performance.now();
    const checking = call(app.page, 'import.check', { token: preview.token, mapping: preview.mapping });
    const whileChecking = await sellUntil(app, soap.id, checking);
    const { creates, skipped } = await checking;
    say({
      bench: 'import',
      phase: 'check',
      rows,
      creates,
      skipped,
      seconds: secondsSince(checkStarted),
      ...whileChecking,
    });

    const writeStarted = performance.now();
    const writing = call(app.page, 'import.run', { token: preview.token });
    const whileWriting = await sellUntil(app, soap.id, writing);
    const { created } = await writing;
    const seconds = secondsSince(writeStarted);
    say({
      bench: 'import',
      phase: 'write',
      created,
      seconds,
      rowsPerSecond: Math.round(created / seconds),
      ...whileWriting,
    });
    const { total } = await call(app.page, 'catalogue.products', { limit: 1 });
    if (total !== rows + 1) throw new Error(`${total} products after an import of ${rows}`);
  } finally {
    await app.close();
  }
} finally {
  await services?.stop();
  for (const folder of [work, userData]) removeUserData(folder);
  rmSync(work, { recursive: true, force: true });
}

function secondsSince(started: number): number {
  return rounded((performance.now() - started) / 1000);
}

async function writeList(path: string): Promise<void> {
  console.error(`writing a list of ${rows} products`);
  const stream = createWriteStream(path);
  stream.write('Name,SKU,Barcode,Price,Stock\n');
  for (let row = 1; row <= rows; row++) {
    const { name, sku, barcode, price } = good(row);
    const line = `${name},${sku},${barcode},${(price / 100).toFixed(2)},5\n`;
    if (!stream.write(line)) await once(stream, 'drain');
  }
  stream.end();
  await once(stream, 'finish');
}

/** Sells one bill of three lines after the other, as the page does, and looks at main, until `end` has come. */
async function sellUntil({ page, electron }: RunningApp, productId: string, end: Promise<unknown>) {
  let over = false;
  void end.then(
    () => (over = true),
    () => (over = true),
  );
  const loopDelay = await watchMainLoop(electron);
  const sales: number[] = [];
  const resident: number[] = [];
  while (!over) {
    sales.push(
      await page.evaluate(async (id) => {
        const { galla } = window;
        const started = performance.now();
        for (let line = 0; line < 3; line++) await galla.call('sales.addLine', { productId: id, quantity: 1000 });
        const cart = await galla.call('sales.cart', {});
        if (!cart.ok) throw new Error(cart.error.code);
        const { id: cartId, revision, totals } = cart.value;
        const payments = [{ method: 'cash', amount: totals.cashDue }] as const;
        const sold = await galla.call('sales.complete', { cartId, revision, payments: [...payments] });
        if (!sold.ok) throw new Error(sold.error.code);
        return performance.now() - started;
      }, productId),
    );
    resident.push(await electron.evaluate(() => process.memoryUsage().rss));
    // A busy shop, not a loop: at most twenty bills a second.
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    saleMs: distribution(sales),
    mainLoopDelayMs: await loopDelay(),
    mainRssMb: { start: mb(resident[0] ?? 0), max: mb(Math.max(...resident)), end: mb(resident.at(-1) ?? 0) },
  };
}
