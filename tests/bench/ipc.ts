/**
 * Calls and what is seen of them, in the real window of the built app with a big shop:
 * - the round trip of small calls, against Electron's own way for the same answers with nothing to do in main;
 * - a scan, key by key at a scanner's speed, from its Enter to the frame in which the line is painted, on bills of 1 to
 *   20 lines; against a page that asks main and shows a line of text;
 * - another quantity, by the dialog and by the + key, until the total is right and until it is painted.
 * Everything is asked of both windows in turn. Options: --products 100000, --calls 2000, --bills 20.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { ensureBuilt } from '../../scripts/lib/build.mjs';
import { ensureElectron } from '../../scripts/lib/electron.mjs';
import { startHeadless } from '../../scripts/lib/headless.mjs';
import { root } from '../../scripts/lib/paths.mjs';
import { ensureSystemPackages } from '../../scripts/lib/system.mjs';
import { good } from '../support/goods.ts';
import { prepareShop } from '../support/seed.ts';
import { buildFixture } from './support/fixture.ts';
import { press, typeCode } from './support/keys.ts';
import { distribution, ratio, report, rounded } from './support/measure.ts';
import { numberOption } from './support/options.ts';
import { installObservers, paintedAfter, repricedAfter } from './support/painted.ts';
import { leaveSignedIn } from './support/till.ts';
import { openWindow } from './support/window.ts';

const products = numberOption('products', 100_000);
const calls = numberOption('calls', 2_000);
const bills = numberOption('bills', 20);

await ensureSystemPackages('headless');
const electron = await ensureElectron();
await ensureBuilt();
const echo = await buildFixture('echo-window');
const work = mkdtempSync(join(tmpdir(), 'galla-bench-ipc-'));
const services = process.platform === 'linux' ? await startHeadless({}) : undefined;

try {
  const shop = join(work, 'shop');
  console.error(`preparing a shop with ${products} products`);
  await prepareShop(shop, { products });
  await leaveSignedIn(shop);

  const { ELECTRON_RUN_AS_NODE: _, NODE_ENV: __, ...inherited } = process.env;
  const env = { ...inherited, ...services?.env };
  const open = (folder: string, entry: string) =>
    openWindow({
      command: electron.path,
      args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), `--user-data-dir=${folder}`, entry],
      env,
    });
  const app = await open(shop, root);
  const floor = await open(join(work, 'floor'), echo);
  try {
    if (app.screen !== 'counter') throw new Error(`the app came up with ${app.screen}, not with the counter`);
    await installObservers(app.page);
    await installObservers(floor.page);
    await benchCalls();
    await firstBackup(shop);
    await benchScans();
    await benchQuantities();
    console.error(`${cpus().length} processors, load ${loadavg()[0]?.toFixed(1)}`);
    report({ bench: 'ipc/memory', products, app: app.memory(), floor: floor.memory() });
  } finally {
    await floor.close();
    await app.close();
  }

  async function benchCalls(): Promise<void> {
    const small = {
      'system.status': {},
      'catalogue.lookup': { code: good(Math.ceil(products / 2)).barcode },
      'sales.cart': {},
    };
    for (const [name, input] of Object.entries(small)) {
      const asked = `(${JSON.stringify(name)}, ${JSON.stringify(input)})`;
      const answer = await app.page.evaluate(`galla.call${asked}`, z.looseObject({ ok: z.literal(true) }));
      await floor.page.evaluate(`floor.learn(${JSON.stringify(name)}, ${JSON.stringify(answer)})`, z.unknown());
      const [took, floorTook]: [number[], number[]] = [[], []];
      const batch = 100;
      for (let done = -batch; done < calls; done += batch) {
        const ours = await app.page.evaluate(timed(`galla.call${asked}`, batch), z.array(z.number()));
        const theirs = await floor.page.evaluate(timed(`floor.call${asked}`, batch), z.array(z.number()));
        // The first are for the compiler.
        if (done < 0) continue;
        took.push(...ours);
        floorTook.push(...theirs);
      }
      const [ms, floorMs] = [distribution(took), distribution(floorTook)];
      // A page's clock goes in steps of 0.1 ms, as long as half a call; the means are finer.
      const [meanMs, floorMeanMs] = [mean(took), mean(floorTook)];
      const longer = rounded(meanMs / floorMeanMs);
      report({ bench: `ipc/${name}`, products, ms, floorMs, meanMs, floorMeanMs, ratio: longer });
      console.error(`${name.padEnd(18)} mean ${meanMs} ms, p99 ${ms.p99} ms, ${longer} × an echo of ${floorMeanMs} ms`);
    }
  }

  async function benchScans(): Promise<void> {
    const [painted, floorPainted]: [number[], number[]] = [[], []];
    const answer = await app.page.evaluate(`galla.call('sales.scan', { code: '${good(7).barcode}' })`, z.unknown());
    await floor.page.evaluate(`floor.learn('sales.scan', ${JSON.stringify(answer)})`, z.unknown());
    await sellAll();
    let next = 1;
    for (let bill = 1; bill <= bills; bill++) {
      const lines = 1 + ((bill - 1) % 20);
      const first = next;
      for (let line = 0; line < lines; line++) {
        // Every third line is followed by more of the first: a line that is there changes.
        const numbers = line > 0 && line % 3 === 0 ? [next, first] : [next];
        next = 1 + ((next + 7918) % products);
        for (const number of numbers) {
          painted.push(await paintedAfter(app.page, () => typeCode(app.page, good(number).barcode)));
          floorPainted.push(await paintedAfter(floor.page, () => typeCode(floor.page, good(number).barcode)));
        }
      }
      await expectBill(lines, lines + Math.floor((lines - 1) / 3));
      await sellAll();
    }
    const [ms, floorMs] = [distribution(painted), distribution(floorPainted)];
    report({
      bench: 'ipc/scan-painted',
      products,
      bills,
      ms,
      floorMs,
      ratio: ratio(ms, floorMs),
      targetP99Ms: 33,
    });
    console.error(`scan → line painted p50 ${ms.p50} ms, p99 ${ms.p99} ms (target 33), floor p99 ${floorMs.p99} ms`);
  }

  async function benchQuantities(): Promise<void> {
    for (let line = 1; line <= 10; line++) await paintedAfter(app.page, () => typeCode(app.page, good(line).barcode));
    const by: Record<string, (round: number) => Promise<{ priced: number; painted: number }>> = {
      async dialog(round) {
        await press(app.page, 'F3');
        await app.page.evaluate(dialogField(true), z.unknown());
        // Two digits that differ from those before.
        for (const digit of String(11 + (round % 80))) await press(app.page, digit);
        const seen = await repricedAfter(app.page, () => press(app.page, 'Enter'));
        await app.page.evaluate(dialogField(false), z.unknown());
        return seen;
      },
      plus: () => repricedAfter(app.page, () => press(app.page, '+')),
    };
    for (const [way, act] of Object.entries(by)) {
      const seen: { priced: number; painted: number }[] = [];
      for (let round = -5; round < 100; round++) {
        const times = await act(round);
        if (round >= 0) seen.push(times);
        await restForAMoment(round);
      }
      const priced = distribution(seen.map((one) => one.priced));
      const painted = distribution(seen.map((one) => one.painted));
      report({ bench: `ipc/quantity-${way}`, products, lines: 10, pricedMs: priced, paintedMs: painted });
      console.error(`quantity by ${way}: priced p99 ${priced.p99} ms, painted p99 ${painted.p99} ms`);
    }
  }

  /** The bill must hold what was scanned: a benchmark of lost scans would be a fast one. */
  async function expectBill(lines: number, pieces: number): Promise<void> {
    const count = `galla.call('sales.cart', {}).then(({ value }) =>
      [value.lines.length, value.lines.reduce((sum, line) => sum + line.quantity, 0) / 1000].join(' '))`;
    const found = await app.page.evaluate(count, z.string());
    if (found !== `${lines} ${pieces}`) throw new Error(`on the bill are ${found}, scanned were ${lines} ${pieces}`);
  }

  /** Sells the open bill for cash, and waits until the counter shows the next one. */
  async function sellAll(): Promise<void> {
    const sell = `galla.call('sales.cart', {}).then(({ value: { id, revision, totals } }) => galla.call('sales.complete',
      { cartId: id, revision, payments: [{ method: 'cash', amount: totals.cashDue }] }))`;
    await app.page.evaluate(sell, z.looseObject({ ok: z.literal(true) }));
    await app.page.evaluate(until(`document.querySelector('section li') === null`), z.unknown());
  }
} finally {
  await services?.stop();
  rmSync(work, { recursive: true, force: true, maxRetries: 5 });
}

function mean(times: readonly number[]): number {
  return rounded(times.reduce((sum, time) => sum + time, 0) / times.length);
}

/** Runs in the page: a call so many times, one after the other; the milliseconds of each. */
function timed(call: string, count: number): string {
  return `(async () => {
    const times = [];
    for (let done = 0; done < ${count}; done++) {
      const started = performance.now();
      await ${call};
      times.push(performance.now() - started);
    }
    return times;
  })()`;
}

/** Runs in the page: resolves at the first frame in which something holds. */
function until(condition: string): string {
  return `new Promise((resolve) => {
    const look = () => (${condition} ? resolve(true) : requestAnimationFrame(look));
    look();
  })`;
}

/** A copied shop has no backup of today yet and makes one first, which is a load of its own. */
async function firstBackup(shop: string): Promise<void> {
  const log = join(shop, 'logs/galla.log');
  for (let waited = 0; !readFileSync(log, 'utf8').includes('housekeeping done'); waited += 100) {
    if (waited > 60_000) throw new Error('the first backup is not done after a minute');
    await sleep(100);
  }
}

function dialogField(isThere: boolean): string {
  return until(`(document.activeElement?.closest('[role=dialog]') != null) === ${isThere}`);
}

/** Keys fall on any moment of a frame, as a person's do. */
function restForAMoment(round: number): Promise<void> {
  return sleep(60 + ((round * 7) % 17));
}
