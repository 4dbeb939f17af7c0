/**
 * Fifteen thousand prices changed at once in the real app, and given back, while the counter sells: how long the preview
 * and the change take, how long main's loop is held, and how long a sale takes meanwhile. Options: --rows 15000.
 */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt } from '../../scripts/lib/build.mjs';
import { startHeadless } from '../../scripts/lib/headless.mjs';
import { ensureSystemPackages } from '../../scripts/lib/system.mjs';
import { launchApp, newUserData, removeUserData } from '../e2e/support/app.ts';
import { call, createProduct, createShop, sell } from '../e2e/support/calls.ts';
import { answerOpenDialog, visit } from '../e2e/support/visit.ts';
import { good } from '../support/goods.ts';
import { watchMainLoop } from './support/main-loop.ts';
import { distribution, rounded, report as say } from './support/measure.ts';
import { numberOption } from './support/options.ts';

const rows = numberOption('rows', 15_000);

await ensureSystemPackages('headless');
await ensureBuilt();
const services = process.platform === 'linux' ? await startHeadless({}) : undefined;
const work = mkdtempSync(join(tmpdir(), 'galla-bench-bulk-'));
const userData = newUserData();
try {
  const lines = Array.from({ length: rows }, (_, n) => {
    const { name, sku, price } = good(n + 1);
    return `${name},${sku},${(price / 100).toFixed(2)}\n`;
  });
  const file = join(work, 'list.csv');
  writeFileSync(file, `Name,SKU,Price\n${lines.join('')}`);
  const app = await launchApp({ userData, env: { ...services?.env } });
  const { page } = app;
  try {
    await createShop(page);
    await app.ready('counter');
    const soap = await createProduct(page, 'Lux soap', 1_000_000, 1);
    await answerOpenDialog(app, file);
    const chosen = await call(page, 'import.choose', {});
    if (!chosen) throw new Error('the file was not chosen');
    await call(page, 'import.check', { token: chosen.token, mapping: chosen.mapping });
    await call(page, 'import.run', { token: chosen.token });
    // The list that is open shows the prices as they change.
    await visit(page, '/products');

    const selection = { of: 'filter' as const };
    const how = { by: 'percent' as const, rate: 50_000 };
    const change = { field: 'price' as const, how, rounding: { step: 50 } };
    const requestId = randomUUID();
    const before = performance.now();
    const { stamp, counts } = await call(page, 'bulk.preview', { selection, change, limit: 100 });
    say({ bench: 'bulk', phase: 'preview', products: rows + 1, changes: counts.change, ms: since(before) });

    const ways = {
      change: () => call(page, 'bulk.run', { requestId, selection, change, stamp }),
      undo: () => call(page, 'bulk.undo', { requestId }),
    };
    for (const [phase, start] of Object.entries(ways)) {
      const loopDelay = await watchMainLoop(app.electron);
      const sales: number[] = [];
      const began = performance.now();
      let over = false;
      const running = start().finally(() => {
        over = true;
      });
      while (!over) {
        const started = performance.now();
        await sell(page, [[soap.id, 1]]);
        sales.push(performance.now() - started);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      const { changed, refused, left } = await running;
      const ms = since(began);
      say({
        bench: 'bulk',
        phase,
        changed,
        refused,
        left,
        ms,
        saleMs: distribution(sales),
        mainLoopDelayMs: await loopDelay(),
      });
    }
  } finally {
    await app.close();
  }
} finally {
  await services?.stop();
  removeUserData(userData);
  rmSync(work, { recursive: true, force: true });
}

function since(started: number): number {
  return rounded(performance.now() - started);
}
