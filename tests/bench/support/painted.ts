import { z } from 'zod';
import type { DevToolsPage } from './devtools.ts';

/** How long a key may take to be seen before it counts as lost. Ms. */
const patienceMs = 3_000;

/**
 * Prepares a page for the three below. All times are taken in the page, on its own clock, from the
 * time stamp that the browser gave the key.
 */
export async function installObservers(page: DevToolsPage): Promise<void> {
  // A page acts on keys only while it believes to have the focus, which one of two windows has not.
  await page.send('Emulation.setFocusEmulationEnabled', { enabled: true });
  await page.evaluate(`void (${observers})()`, z.unknown());
}

/** Does something that puts a line on the bill, and answers how long after its Enter the line was painted. Ms. */
export function paintedAfter(page: DevToolsPage, act: () => Promise<void>): Promise<number> {
  return watch(page, 'benchPainted()', z.number(), act);
}

const repricedSchema = z.object({ priced: z.number(), painted: z.number() });

/** Does something that changes the total: ms from the key until it was in the document, and until it was painted. */
export function repricedAfter(page: DevToolsPage, act: () => Promise<void>): Promise<z.infer<typeof repricedSchema>> {
  return watch(page, 'benchRepriced()', repricedSchema, act);
}

/** Presses a key, and answers how long after it a condition held (an expression of the page) and had been painted. Ms. */
export function seenAfter(page: DevToolsPage, condition: string, act: () => Promise<void>): Promise<number> {
  return watch(page, `benchSeen(() => ${condition})`, z.number(), act);
}

async function watch<T>(page: DevToolsPage, expression: string, schema: z.ZodType<T>, act: () => Promise<void>) {
  // Watching before acting: keys overtake what else is asked of a busy page.
  await page.evaluate(`void (window.benchWatched = benchSoon(${expression}, ${patienceMs}))`, z.unknown());
  const [seen] = await Promise.all([page.evaluate('benchWatched', schema), act()]);
  return seen;
}

/** Runs in the page. */
const observers = `() => {
  window.benchSoon = (promise, ms) =>
    Promise.race([promise, new Promise((_, reject) => setTimeout(() => reject(new Error('nothing was painted')), ms))]);

  window.benchPainted = () =>
    new Promise((resolve) => {
      new PerformanceObserver((list, observer) => {
        const [took] = list.getEntriesByName('galla:line-painted:took');
        if (!took) return;
        observer.disconnect();
        resolve(took.duration);
      }).observe({ entryTypes: ['measure'] });
    });

  // A message posted inside a frame is delivered after that frame has been drawn.
  const afterFrame = (go) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = go;
      port2.postMessage(null);
    });

  let lastKey = 0;
  window.addEventListener('keydown', (event) => (lastKey = event.timeStamp), { capture: true });
  window.benchRepriced = () =>
    new Promise((resolve) => {
      const total = document.querySelector('section output');
      const observer = new MutationObserver(() => {
        observer.disconnect();
        const since = lastKey;
        const priced = performance.now() - since;
        afterFrame(() => resolve({ priced, painted: performance.now() - since }));
      });
      observer.observe(total, { subtree: true, childList: true, characterData: true });
    });
  window.benchSeen = (holds) =>
    new Promise((resolve) => {
      const look = () => {
        if (!holds()) return;
        observer.disconnect();
        window.removeEventListener('focusin', look);
        const since = lastKey;
        afterFrame(() => resolve(performance.now() - since));
      };
      const observer = new MutationObserver(look);
      observer.observe(document, { subtree: true, childList: true, attributes: true });
      window.addEventListener('focusin', look);
    });
}`;
