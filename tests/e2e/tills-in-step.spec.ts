import { join } from 'node:path';
import Database from 'better-sqlite3';
import { startWork, stopWork } from '../kill/work';
import { call, createProduct } from './support/calls';
import { expect, test } from './support/fixtures';
import { measureInStep } from './support/in-step-times';
import { differences } from './support/shop-files';
import { hostShop, joinShop, settled } from './support/tills-in-step';

/** Three whole applications. */
test.setTimeout(180_000);

const salesEach = 30;

test('what one till sells the other shows: its bill and the stock, each time, without being asked; a third that joins meanwhile has everything', async ({
  launch,
}) => {
  const a = await launch();
  const { port } = await hostShop(a);
  const b = await launch();
  await joinShop(a, b, `127.0.0.1:${port}`, 'Counter 2');

  const { bills, stock } = await measureInStep(a, b, salesEach);
  const median = (times: readonly number[]) => Math.round(times.toSorted((x, y) => x - y)[times.length >> 1] ?? 0);
  console.log(
    JSON.stringify({ inStep: { sales: salesEach, billsMedianMs: median(bills), stockMedianMs: median(stock) } }),
  );
  // A machine with more to do than this is no reason to fail; `npm run bench -- tills` holds it to 100 ms.
  expect(Math.max(...bills, ...stock)).toBeLessThan(10_000);

  // Both sell on while the third takes its copy.
  const goods = await createProduct(a.page, 'Parle-G', 1_000, 0);
  const empty = {
    phone: null,
    gstin: null,
    stateCode: null,
    address: null,
    email: null,
    creditLimit: null,
    note: null,
  };
  const customer = (await call(a.page, 'customers.save', { name: 'Ravi', ...empty })).id;
  await settled([a, b]);
  const work = { products: [goods.id], customer, own: customer, shared: customer, count: 0 };
  const working = [a, b].map(({ page }, n) => startWork(page, { ...work, till: `Till ${n}`, seed: n }));
  const before = (await call(a.page, 'sales.bills', { limit: 1 })).total;
  const c = await launch();
  await joinShop(a, c, `127.0.0.1:${port}`, 'Counter 3');
  await Promise.all([a, b].map(({ page }) => stopWork(page)));
  await Promise.all(working);
  expect((await call(a.page, 'sales.bills', { limit: 1 })).total).toBeGreaterThan(before);

  await settled([a, b, c]);
  for (const till of [c, b, a]) await till.close();
  const files = { host: a.userData, tills: [a.userData, b.userData, c.userData] };
  expect(differences(files)).toEqual([]);

  // That was a check and no formality: it sees one wrong figure, one record too few and one too many.
  const db = new Database(join(c.userData, 'galla.db'));
  db.exec(`UPDATE stock_level SET quantity = quantity + 1 WHERE product_id = '${goods.id}'`);
  db.exec(`UPDATE customer SET name = 'Rawi' WHERE id = '${customer}'`);
  db.exec('DELETE FROM cashbook_entry WHERE id = (SELECT min(id) FROM cashbook_entry)');
  db.close();
  expect(differences(files)).toEqual([
    `till 3: customer ${customer}: name is Rawi`,
    expect.stringMatching(/^till 3: cashbook_entry .* is missing$/),
    'till 3: 1 levels that are not the sum of their movements',
  ]);
});
