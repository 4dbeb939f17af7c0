import type { Page } from '@playwright/test';
import type { CallInput, CallName, CallOutput } from '@shared/contract';
import type { Envelope } from '@shared/errors';

/** A call of the contract as the page makes it, with its envelope. */
export function ask<N extends CallName>(page: Page, name: N, input: CallInput<N>): Promise<Envelope<CallOutput<N>>> {
  const request = JSON.stringify([name, input]);
  return page.evaluate((text) => {
    // proof: what was typed above, on its way through Playwright
    const [call, value] = JSON.parse(text) as [N, CallInput<N>];
    return window.galla.call(call, value);
  }, request);
}

/** The same for a call that must succeed. */
export async function call<N extends CallName>(page: Page, name: N, input: CallInput<N>): Promise<CallOutput<N>> {
  const answer = await ask(page, name, input);
  if (!answer.ok) throw new Error(`${name}: ${answer.error.code} ${answer.error.message}`);
  return answer.value;
}

/** A shop with its owner signed in, without the screens of the first run. */
export function createShop(page: Page, start: 'empty' | 'sample' = 'empty'): Promise<CallOutput<'shop.create'>> {
  return call(page, 'shop.create', {
    name: 'Asha Kirana',
    country: 'IN',
    language: 'en',
    timeZone: 'Asia/Kolkata',
    owner: 'Asha',
    pin: '482605',
    start,
  });
}

/** A product of which so many pieces are on the shelf. */
export function createProduct(
  page: Page,
  name: string,
  stock: number,
  reorderLevel: number,
): Promise<CallOutput<'catalogue.saveProduct'>> {
  return call(page, 'catalogue.saveProduct', {
    name,
    sku: null,
    barcodes: [],
    brandId: null,
    categoryId: null,
    hsn: null,
    unit: 'PCS',
    price: 1_000,
    mrp: null,
    cost: null,
    taxClassId: null,
    reorderLevel: reorderLevel * 1000,
    reorderQuantity: null,
    trackStock: true,
    byWeight: false,
    favourite: false,
    negativeStock: null,
    active: true,
    units: [],
    openingStock: stock * 1000,
  });
}

/** Sells pieces of these products on one bill, for cash. */
export async function sell(page: Page, lines: readonly (readonly [productId: string, pieces: number])[]) {
  for (const [productId, pieces] of lines) await call(page, 'sales.addLine', { productId, quantity: pieces * 1000 });
  const cart = await call(page, 'sales.cart', {});
  return call(page, 'sales.complete', {
    cartId: cart.id,
    revision: cart.revision,
    payments: [{ method: 'cash', amount: cart.totals.cashDue }],
  });
}
