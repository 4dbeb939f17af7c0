import type { CallInput } from '@shared/contract';
import type { RunningApp } from './support/app';
import { call, createProduct, sell } from './support/calls';
import { expect, test } from './support/fixtures';
import { differences, openShopFile } from './support/shop-files';
import { live, settled, statusOf, until } from './support/tills-in-step';

/** Two whole applications, and a line that a till gives up only after a quarter of a minute. */
test.setTimeout(180_000);

const state = ({ page }: RunningApp, word: string | RegExp) =>
  page.getByRole('banner').getByRole('button', { name: word });

const noDetails = { gstin: null, stateCode: null, address: null, email: null, creditLimit: null, note: null };

/** A person changes fields of a customer in the form, which shows what this till knows of all others. */
async function editCustomer(
  { page }: RunningApp,
  id: string,
  change: Partial<Pick<CallInput<'customers.save'>, 'name' | 'phone'>>,
): Promise<void> {
  const { rows } = await call(page, 'customers.list', { limit: 10 });
  const shown = rows.find((each) => each.id === id);
  if (!shown) throw new Error('the customer is not known at this till');
  await call(page, 'customers.save', { ...noDetails, id, name: shown.name, phone: shown.phone, ...change });
}

/** What a till knows of the product's stock (in pieces) and of being oversold. */
async function seenOf({ page }: RunningApp, productId: string) {
  const { stock } = await call(page, 'catalogue.product', { id: productId });
  const alerts = (await call(page, 'alerts.list', { state: 'all', limit: 50 })).rows;
  const items = await call(page, 'attention.list', {});
  return {
    pieces: Number(stock) / 1000,
    oversold: alerts.filter(({ kind, productId: of }) => kind === 'oversold' && of === productId).map(({ id }) => id),
    attention: items.filter(({ kind }) => kind === 'oversold').length,
  };
}

test('a line that is cut, half open or swallows everything costs nothing: both tills sell on, and afterwards they agree', async ({
  tillsOnALine,
}) => {
  const { a, b, line } = await tillsOnALine('Counter 2');
  const soap = await createProduct(a.page, 'Lux soap 100 g', 100, 0);
  const last = await createProduct(a.page, 'The last two', 2, 0);
  const { id: ravi } = await call(a.page, 'customers.save', { ...noDetails, name: 'Ravi', phone: null });
  await settled([a, b]);

  // Cut. Both sell the last ones, and each edits another field of the same customer.
  line.become('cut');
  await expect(state(b, /Offline/)).toBeVisible();
  const atA = [await sell(a.page, [[last.id, 2]]), await sell(a.page, [[soap.id, 1]])];
  const atB = [await sell(b.page, [[last.id, 1]]), await sell(b.page, [[soap.id, 2]])];
  await editCustomer(a, ravi, { name: 'Ravi Kumar' });
  await editCustomer(b, ravi, { phone: '98200 12345' });
  await expect(state(b, /Offline.*3 waiting|3 waiting.*Offline/)).toBeVisible();
  expect((await seenOf(a, last.id)).pieces).toBe(0);
  expect((await seenOf(b, last.id)).pieces).toBe(1);
  line.become('whole');
  await live(b);
  await settled([a, b]);
  await expect(state(b, /waiting/)).toHaveCount(0);
  for (const { page } of [a, b]) {
    const { rows } = await call(page, 'customers.list', { limit: 10 });
    expect(rows).toMatchObject([{ id: ravi, name: 'Ravi Kumar', phone: '98200 12345' }]);
  }
  // Sold below nothing by both together, by none alone: one alert in the shop, seen at both.
  const seen = await until(
    'both tills say that it is oversold',
    () => Promise.all([a, b].map((till) => seenOf(till, last.id))),
    (all) => all.every(({ pieces, oversold }) => pieces === -1 && oversold.length > 0),
  );
  expect(new Set(seen.flatMap(({ oversold }) => oversold)).size).toBe(1);
  expect(seen.map(({ oversold, attention }) => [oversold.length, attention])).toEqual([
    [1, 1],
    [1, 1],
  ]);

  // Half open: what B says arrives, the answer does not. B asks again over a new line and is not heard twice.
  line.become('deaf');
  atB.push(await sell(b.page, [[soap.id, 3]]));
  await until(
    'the bill of B is at A',
    () => call(a.page, 'sales.bills', { limit: 1 }),
    ({ rows }) => rows[0]?.number === atB.at(-1)?.number,
  );
  expect((await statusOf(b)).pending).toBe(1);
  line.become('cut');
  await expect(state(b, /Offline/)).toBeVisible();
  line.become('whole');
  await live(b);
  await settled([a, b]);

  // A hole: nothing is refused, nothing closes, nothing arrives. B has to notice by itself.
  line.become('hole');
  atB.push(await sell(b.page, [[soap.id, 4]]));
  atA.push(await sell(a.page, [[soap.id, 5]]));
  await expect(state(b, /(Offline|Connecting).*1 waiting/)).toBeVisible({ timeout: 45_000 });
  line.become('whole');
  await live(b);
  await settled([a, b]);
  for (const till of [a, b]) expect((await seenOf(till, soap.id)).pieces).toBe(100 - 1 - 2 - 3 - 4 - 5);

  // Numbers of their own, each its till's next.
  const series = (numbers: readonly { number: string }[]) => new Set(numbers.map(({ number }) => number.split('/')[0]));
  expect(series(atA).size).toBe(1);
  expect(series(atB).size).toBe(1);
  expect(series([...atA, ...atB]).size).toBe(2);
  for (const done of [atA, atB])
    expect(done.map(({ number }) => Number(number.split('/').at(-1)))).toEqual(done.map((_, index) => index + 1));

  await b.close();
  await a.close();
  for (const { userData } of [a, b]) {
    const db = openShopFile(userData);
    const numbers = db.prepare<[], string>('SELECT number FROM bill ORDER BY number').pluck().all();
    db.close();
    expect(numbers).toEqual([...atA, ...atB].map(({ number }) => number).sort());
  }
  expect(differences({ host: a.userData, tills: [a.userData, b.userData] })).toEqual([]);
});
