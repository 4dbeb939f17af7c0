import type { Page } from '@playwright/test';

/**
 * From now on the page remembers when each text that fits was first painted in a grid: ms since 1970, by what the
 * expression's first group caught. For a text and its time: `paintedAt`.
 */
export async function notePainting(page: Page, row: RegExp): Promise<void> {
  await page.evaluate((source) => {
    const pattern = new RegExp(source);
    const painted = new Map<string, number>();
    Reflect.set(window, 'painted', painted);
    const look = () => {
      const seen: string[] = [];
      for (const each of document.querySelectorAll('[role=grid] [role=row]')) {
        const text = pattern.exec(each.textContent ?? '')?.[1];
        if (text !== undefined && !painted.has(text)) seen.push(text);
      }
      if (seen.length === 0) return;
      for (const text of seen) painted.set(text, Number.POSITIVE_INFINITY);
      requestAnimationFrame(() => {
        // A message comes after the frame that this callback belongs to has been painted.
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          for (const text of seen) painted.set(text, Date.now());
        };
        port2.postMessage(null);
      });
    };
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true });
    look();
  }, row.source);
}

/** When the text was first painted, as soon as it is. */
export async function paintedAt(page: Page, text: string): Promise<number> {
  const handle = await page.waitForFunction((wanted) => {
    const painted: unknown = Reflect.get(window, 'painted');
    const at: unknown = painted instanceof Map ? painted.get(wanted) : undefined;
    return typeof at === 'number' && Number.isFinite(at) ? at : null;
  }, text);
  return Number(await handle.jsonValue());
}

/** Sells one piece for cash; the bill's number, and when the page had the answer that it is on the disk: ms since 1970. */
export function sellOne(page: Page, productId: string): Promise<{ readonly number: string; readonly at: number }> {
  return page.evaluate(async (id) => {
    const added = await window.galla.call('sales.addLine', { productId: id, quantity: 1000 });
    if (!added.ok) throw new Error(added.error.message);
    const { cart } = added.value;
    const done = await window.galla.call('sales.complete', {
      cartId: cart.id,
      revision: cart.revision,
      payments: [{ method: 'cash', amount: cart.totals.cashDue }],
    });
    const at = Date.now();
    if (!done.ok) throw new Error(done.error.message);
    return { number: done.value.number, at };
  }, productId);
}
