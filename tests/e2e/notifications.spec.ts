import { join } from 'node:path';
import Database from 'better-sqlite3';
import { call, createProduct, createShop, sell } from './support/calls';
import { expect, test } from './support/fixtures';

function owedNotices(userData: string): unknown {
  const db = new Database(join(userData, 'galla.db'), { readonly: true });
  try {
    return db.prepare('SELECT count(*) FROM alert_notice').pluck().get();
  } finally {
    db.close();
  }
}

const noBus = { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent' };

test('a sale that takes a product to its reorder level is notified once, and a click leads there', async ({
  launch,
  notifications,
}) => {
  const { page } = await launch();
  await createShop(page);
  await page.reload();
  const biscuit = await createProduct(page, 'Parle-G', 6, 5);
  const soap = await createProduct(page, 'Lux soap', 9, 8);
  await sell(page, [[biscuit.id, 1]]);
  const first = await notifications.waitFor(({ body }) => body.includes('Parle-G'));
  expect(first).toMatchObject({ summary: 'Low stock', body: 'Parle-G: 5 pcs left' });

  // Further down is no crossing; another product's is, and comes after whatever the first might still bring.
  await sell(page, [[biscuit.id, 1]]);
  await sell(page, [[soap.id, 1]]);
  await notifications.waitFor(({ body }) => body.includes('Lux soap'));
  expect(notifications.shown.map(({ body }) => body)).toEqual(['Parle-G: 5 pcs left', 'Lux soap: 8 pcs left']);

  notifications.click(first.id);
  await page.waitForFunction((id) => location.hash === `#/products/${id}`, biscuit.id);
});

test('many that cross in one sale are counted in one notification', async ({ launch, notifications }) => {
  const { page } = await launch();
  await createShop(page);
  const products = [];
  for (const name of ['Atta', 'Besan', 'Chana', 'Dal', 'Elaichi']) products.push(await createProduct(page, name, 3, 2));
  await sell(
    page,
    products.map(({ id }) => [id, 1] as const),
  );
  const shown = await notifications.waitFor(() => true);
  expect(shown.summary).toBe('5 products are low');
  expect(shown.body.split('\n')).toHaveLength(4);
  expect(notifications.shown).toHaveLength(1);
});

test('what could not be shown before the power went is shown at the next start, and then no more', async ({
  launch,
  notifications,
}) => {
  const first = await launch({ env: noBus });
  await createShop(first.page);
  const biscuit = await createProduct(first.page, 'Parle-G', 6, 5);
  await sell(first.page, [[biscuit.id, 1]]);
  await first.kill();
  expect(notifications.shown).toEqual([]);
  expect(owedNotices(first.userData)).toBe(1);

  const second = await launch({ userData: first.userData });
  await notifications.waitFor(({ body }) => body === 'Parle-G: 5 pcs left');
  // Owed until the app has heard that it was shown.
  await expect.poll(() => owedNotices(second.userData)).toBe(0);
  await second.close();

  const third = await launch({ userData: first.userData });
  const [owner] = await call(third.page, 'staff.list', {});
  await call(third.page, 'staff.signIn', { staffId: owner?.id ?? '', pin: '482605' });
  const soap = await createProduct(third.page, 'Lux soap', 9, 8);
  await sell(third.page, [[soap.id, 1]]);
  await notifications.waitFor(({ body }) => body.includes('Lux soap'));
  expect(notifications.shown.map(({ body }) => body)).toEqual(['Parle-G: 5 pcs left', 'Lux soap: 8 pcs left']);
});

test('a name is text to the notification service, whatever is in it', async ({ launch, notifications }) => {
  const { page } = await launch();
  await createShop(page);
  const product = await createProduct(page, 'Salt & <b>Pepper</b> <img src="file:///etc/passwd">', 2, 1);
  await sell(page, [[product.id, 1]]);
  const { body } = await notifications.waitFor(() => true);
  expect(body).toBe('Salt &amp; &lt;b&gt;Pepper&lt;/b&gt; &lt;img src="file:///etc/passwd"&gt;: 1 pcs left');
});
