import { join } from 'node:path';
import Database from 'better-sqlite3';
import { call, createProduct, createShop } from './support/calls';
import { expect, test } from './support/fixtures';

const sales = 500;
const kills = 12;

test('kill -9 at random points of 500 sales: every sale whole or absent, numbers without gap or double, Σ movements = level', async ({
  launch,
}) => {
  test.setTimeout(300_000);
  const seed = Math.floor(Math.random() * 2 ** 31);
  console.log(`kill.spec: seed ${seed}`);
  const random = generator(seed);
  /** Numbers of sales that the page was told are done: none of them may be missing. */
  const acknowledged = new Set<string>();

  let app = await launch();
  await createShop(app.page);
  const products: string[] = [];
  for (let n = 0; n < 5; n++) products.push((await createProduct(app.page, `Goods ${n}`, 10_000, 5_000 + n * 20)).id);

  for (let kill = 0; kill <= kills; kill++) {
    const last = kill === kills;
    const until = last ? sales : Math.floor((sales * (kill + random())) / (kills + 1));
    let reached: () => void = () => {};
    const enough = new Promise<void>((resolve) => {
      reached = resolve;
    });
    app.page.on('console', (message) => {
      const number = /^sold (.+)$/.exec(message.text())?.[1];
      if (number === undefined) return;
      acknowledged.add(number);
      if (acknowledged.size >= until) reached();
    });
    // Runs until the process is gone, or enough is sold.
    const selling = app.page
      .evaluate(
        async ({ ids, stopAfter }) => {
          const { galla } = window;
          for (let sold = 0; sold < stopAfter; sold++) {
            let cart: unknown;
            for (let n = 0; n <= sold % 3; n++) {
              const productId = ids[(sold + n) % ids.length] ?? '';
              const added = await galla.call('sales.addLine', { productId, quantity: 1000 });
              if (!added.ok) throw new Error(added.error.message);
              cart = added.value.cart;
            }
            // proof: `sales.addLine` answers with the cart
            const { id, revision, totals } = cart as { id: string; revision: number; totals: { cashDue: number } };
            const payments = [{ method: 'cash', amount: totals.cashDue }] as const;
            const done = await galla.call('sales.complete', { cartId: id, revision, payments: [...payments] });
            if (!done.ok) throw new Error(done.error.message);
            console.log(`sold ${done.value.number}`);
          }
        },
        { ids: products, stopAfter: last ? sales - acknowledged.size : sales },
      )
      .then(
        () => 'done',
        // The page dies with its process.
        () => 'cut off',
      );
    if (last) {
      expect(await selling).toBe('done');
      break;
    }
    await enough;
    // Anywhere within a sale, not only between two.
    await new Promise((resolve) => setTimeout(resolve, random() * 25));
    await app.kill();
    expect(await selling).toBe('cut off');
    app = await launch({ userData: app.userData });
    await app.ready('counter');
    // A bill that was open when the power went is still open: the next sale goes on with it.
    await call(app.page, 'sales.clear', {});
  }
  await app.close();

  const db = new Database(join(app.userData, 'galla.db'), { readonly: true });
  const one = (sql: string) => db.prepare(sql).pluck().get();
  const bills = db.prepare<[], string>('SELECT number FROM bill ORDER BY sequence').pluck().all();
  expect(bills.length).toBeGreaterThanOrEqual(sales);
  expect(bills.map((number) => Number(number.split('/').at(-1)))).toEqual(bills.map((_, index) => index + 1));
  expect(bills).toEqual(expect.arrayContaining([...acknowledged]));
  // At most the sale in flight at each kill was done without the page hearing of it.
  expect(bills.length - acknowledged.size).toBeLessThanOrEqual(kills);

  expect(one('SELECT count(*) FROM bill WHERE NOT EXISTS (SELECT 1 FROM bill_line WHERE bill_id = bill.id)')).toBe(0);
  expect(one('SELECT count(*) FROM bill_line WHERE bill_id NOT IN (SELECT id FROM bill)')).toBe(0);
  expect(
    one(`SELECT count(*) FROM bill WHERE total <>
      (SELECT sum(total) FROM bill_line WHERE bill_id = bill.id) + round_off`),
  ).toBe(0);
  expect(one('SELECT count(*) FROM bill WHERE paid <> (SELECT sum(amount) FROM payment WHERE bill_id = bill.id)')).toBe(
    0,
  );
  expect(one('SELECT (SELECT sum(total) FROM bill) - (SELECT sum(amount) FROM cashbook_entry)')).toBe(0);
  expect(
    one(`SELECT count(*) FROM bill_line AS l LEFT JOIN stock_movement AS m ON m.id = l.bill_id || ':' || l.line_no
    WHERE m.quantity IS NOT -l.stock_quantity`),
  ).toBe(0);
  expect(
    one(`SELECT count(*) FROM stock_level AS s WHERE quantity <>
    (SELECT sum(quantity) FROM stock_movement WHERE product_id = s.product_id)`),
  ).toBe(0);
  expect(one('SELECT max(mid) - count(*) FROM outbox')).toBe(0);
  expect(one('PRAGMA integrity_check')).toBe('ok');
  db.close();
});

/** Mulberry32: the same seed, the same kills. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
