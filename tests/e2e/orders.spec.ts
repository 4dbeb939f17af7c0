import type { Page } from '@playwright/test';
import type { RunningApp } from './support/app';
import { call, createProduct, createShop } from './support/calls';
import { expect, test } from './support/fixtures';
import { nextId } from './support/ids';
import { looker as look } from './support/looker';
import { openMenu } from './support/menu';
import { hostShop, joinShop, live, settled } from './support/tills-in-step';
import { visit } from './support/visit';

const toast = (page: Page, text: string | RegExp) => page.getByRole('alert').filter({ hasText: text });
const dialog = (page: Page) => page.getByRole('dialog');
const field = (page: Page, name: string | RegExp) => dialog(page).getByRole('textbox', { name });
const column = (page: Page, stage: string) => page.getByRole('region', { name: new RegExp(`^${stage}, `) });

/** Pictures, and what axe says to each. */
const looker = (app: RunningApp) => (name: string) => look(app)(`orders-${name}`);

const dayAfter = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

function take(
  page: Page,
  name: string,
  productId: string,
  more: { dueDay?: string; id?: string; unitPrice?: number } = {},
) {
  const line = { productId, name: 'Cake', quantity: 1_000, unitPrice: more.unitPrice ?? 60_000, note: null };
  return call(page, 'orders.create', {
    id: more.id ?? nextId(),
    ...{ customerId: null, name, phone: '98200 33333', dueDay: more.dueDay ?? dayAfter(3), dueTime: '17:00' },
    ...{ way: 'pickup', address: null, note: null },
    lines: [line],
  });
}

test('an order without a mouse: taken with an advance, moved on the board, told to the customer, billed at the counter', async ({
  launch,
}) => {
  test.setTimeout(240_000);
  const app = await launch();
  const { page } = app;
  const look = looker(app);
  await createShop(page);
  await app.ready('counter');
  await app.electron.evaluate(({ shell }) => {
    const opened: string[] = [];
    Reflect.set(globalThis, 'opened', opened);
    shell.openExternal = async (address) => void opened.push(address);
  });
  const cake = await createProduct(page, 'Chocolate cake', 60_000, 0);
  await visit(page, '/orders');
  await expect(page.getByText('No orders yet')).toBeVisible();
  await look('none');

  await page.keyboard.press('n');
  await expect(dialog(page)).toBeVisible();
  await field(page, 'Name').fill('Farah Khan');
  await field(page, 'Phone').fill('98200 22222');
  await dialog(page).getByLabel('Time').fill('17:30');
  await dialog(page).getByPlaceholder('Add a product').fill('choc');
  await expect(page.getByRole('option', { name: /Chocolate cake/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(field(page, 'Quantity: Chocolate cake')).toHaveValue('1');
  await field(page, 'Price: Chocolate cake').fill('600');
  await field(page, 'Text on it, wishes: Chocolate cake').fill('Happy birthday Ali');
  await dialog(page).getByRole('button', { name: 'Add in words' }).press('Enter');
  await field(page, 'In words: what it is').fill('Candles');
  await field(page, 'Price: Candles').fill('50');
  await field(page, 'Advance paid now').fill('200');
  await look('new');
  await field(page, 'Name').press('Enter');
  await expect(toast(page, /Order .* taken/)).toBeVisible();
  await expect(page.getByText('₹200.00 paid')).toBeVisible();
  await expect(page.getByText('Lines in words need their product')).toBeVisible();
  await expect(dialog(page)).toHaveCount(0);

  // Only words: the bill waits for the product.
  await page.getByRole('button', { name: 'Make the bill' }).press('Enter');
  await expect(toast(page, /only words/)).toBeVisible();
  await page.getByRole('button', { name: 'Change the order' }).press('Enter');
  await dialog(page).getByRole('button', { name: 'Remove Candles' }).press('Enter');
  await field(page, 'Name').press('Enter');
  await expect(dialog(page)).toHaveCount(0);

  await page.getByRole('button', { name: 'Tell the customer' }).press('Enter');
  await expect(dialog(page).getByRole('textbox', { name: 'Message' })).toHaveValue(/Dear Farah Khan/);
  await look('message');
  await dialog(page).getByRole('button', { name: 'Open WhatsApp' }).press('Enter');
  await expect(dialog(page)).toHaveCount(0);
  expect(await app.electron.evaluate(() => Reflect.get(globalThis, 'opened') as string[])).toMatchObject([
    expect.stringContaining('https://wa.me/919820022222?text='),
  ]);

  await take(page, 'Late Lata', cake.id, { dueDay: dayAfter(-2) });
  await take(page, 'Today Tara', cake.id, { dueDay: dayAfter(0) });
  await page.keyboard.press('Escape');
  await expect(column(page, 'Placed').getByRole('listitem')).toHaveCount(3);
  await expect(column(page, 'Placed').getByRole('listitem').first()).toContainText('Overdue');
  const card = page.getByRole('button', { name: /Farah Khan/ });
  await card.focus();
  for (const stage of ['Accepted', 'Preparing', 'Ready']) {
    await page.keyboard.press('Shift+ArrowRight');
    await expect(column(page, stage).getByText('Farah Khan')).toBeVisible();
    await expect(card).toBeFocused();
  }
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByRole('button', { name: /Late Lata/ })).toBeFocused();
  await look('board');
  // By its button, and by dragging.
  await page
    .getByRole('button', { name: /^Accept: / })
    .first()
    .press('Enter');
  await expect(column(page, 'Accepted').getByText('Late Lata')).toBeVisible();
  await page.getByRole('listitem').filter({ hasText: 'Today Tara' }).dragTo(column(page, 'Preparing'));
  await expect(column(page, 'Preparing').getByText('Today Tara')).toBeVisible();

  // Given away, and priced after that: there is no bill of it, and the page says so.
  const uma = nextId();
  const free = await take(page, 'Uma Rao', cake.id, { id: uma, unitPrice: 0 });
  await call(page, 'orders.move', { id: uma, from: 'placed', to: 'delivered' });
  const { customerId, name, phone, dueDay, dueTime, way, address, note, lines } = free;
  const asked = lines.map((line) => ({
    ...{ productId: line.productId, name: line.name, quantity: line.quantity, unitPrice: 60_000, note: line.note },
  }));
  await call(page, 'orders.edit', {
    id: uma,
    customerId,
    name,
    phone,
    dueDay,
    dueTime,
    way,
    address,
    note,
    lines: asked,
  });
  await expect(page.getByText('1 order was handed over and has no bill yet.')).toBeVisible();
  await look('unbilled');

  await page.getByRole('radio', { name: 'List' }).press(' ');
  await expect(page.getByRole('row', { name: /Late Lata.*Overdue/ })).toBeVisible();
  await look('list');
  await page.getByRole('grid', { name: 'Orders' }).press('Enter');
  await expect(page.getByRole('heading', { name: /^Order / })).toBeVisible();
  await look('page');
  await openMenu(page, 'More');
  await look('menu');
  await expect(page.getByRole('menuitem', { name: 'Back to “Placed”' })).toBeVisible();
  await page.getByRole('menuitem', { name: 'Cancel the order' }).press('Enter');
  await field(page, 'Why').press('ArrowDown');
  await look('cancel');
  await page.keyboard.press('Enter');
  await expect(toast(page, /cancelled/)).toBeVisible();

  await visit(page, '/');
  await app.ready('counter');
  await page.keyboard.press('F8');
  await expect(dialog(page).getByRole('button', { name: /Farah Khan/ })).toBeFocused();
  await look('recall');
  await page.keyboard.press('Enter');
  await expect(toast(page, /is the open bill/)).toBeVisible();
  await expect(page.getByText('Advance paid')).toBeVisible();
  await look('bill');
  await page.keyboard.press('F12');
  await page.keyboard.press('Enter');
  await expect
    .poll(async () => (await call(page, 'orders.list', { limit: 10, stages: ['delivered'] })).rows)
    .toContainEqual(expect.objectContaining({ name: 'Farah Khan', payment: 'paid' }));
});

test('two tills: an order made, moved and cancelled at one shows at the other without being asked, also after it was away', async ({
  launch,
}) => {
  test.setTimeout(240_000);
  const a = await launch();
  const { port } = await hostShop(a);
  const b = await launch();
  await joinShop(a, b, `127.0.0.1:${port}`, 'Counter 2');
  const cake = await createProduct(a.page, 'Cake', 60_000, 0);
  await settled([a, b]);
  await visit(b.page, '/orders');
  await expect(b.page.getByText('No orders yet')).toBeVisible();

  const { id } = await take(a.page, 'Farah Khan', cake.id);
  const card = column(b.page, 'Placed').getByRole('listitem').filter({ hasText: 'Farah Khan' });
  await expect(card).toContainText('New');
  await call(a.page, 'orders.move', { id, from: 'placed', to: 'preparing' });
  await expect(column(b.page, 'Preparing').getByText('Farah Khan')).toBeVisible();

  // Away, and back.
  const second = nextId();
  const { userData } = b;
  await b.close();
  await call(a.page, 'orders.cancel', { id, reason: 'Called off', advance: 'keep', paid: 0 });
  await take(a.page, 'Ravi Rao', cake.id, { id: second });
  const back = await launch({ userData });
  await back.page.keyboard.type('482605');
  await back.page.keyboard.press('Enter');
  await back.ready('counter');
  await live(back);
  await visit(back.page, '/orders');
  await expect(column(back.page, 'Placed').getByText('Ravi Rao')).toBeVisible();
  await expect(back.page.getByText('Farah Khan')).toHaveCount(0);

  // Both ways.
  await call(back.page, 'orders.move', { id: second, from: 'placed', to: 'ready' });
  await visit(a.page, `/orders/${second}`);
  await expect(a.page.getByText('Placed → Ready')).toBeVisible();
  await expect(a.page.getByText(/Counter 2/)).toBeVisible();
  const advance = { paymentId: nextId(), amount: 20_000, method: 'upi' } as const;
  await call(back.page, 'orders.receive', { id: second, ...advance });
  await expect(a.page.getByText('₹200.00 paid')).toBeVisible();
});
