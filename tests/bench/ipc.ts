/**
 * Calls in the real window of the built app with a big shop: the round trip of small ones, against Electron's own way for
 * the same answers with nothing to do in main, both asked in turn. Options: --products 100000, --calls 2000.
 */
import { z } from 'zod';
import { good } from '../support/goods.ts';
import { distribution, report, rounded } from './support/measure.ts';
import { numberOption } from './support/options.ts';
import { inTwoWindows } from './support/two-windows.ts';

const products = numberOption('products', 100_000);
const calls = numberOption('calls', 2_000);

await inTwoWindows('ipc', products, async ({ app, floor }) => {
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
});

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
