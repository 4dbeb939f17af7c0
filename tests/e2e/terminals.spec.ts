import { expectAccessible } from './support/accessibility';
import type { RunningApp } from './support/app';
import { call, createProduct, createShop, sell } from './support/calls';
import { expect, test } from './support/fixtures';
import { tabTo } from './support/keyboard';
import { visit } from './support/visit';

/** Two whole applications on one machine: each needs its time. */
test.setTimeout(120_000);

/** What a till says of itself in the top bar. */
const state = ({ page }: RunningApp, word: string | RegExp) =>
  page.getByRole('banner').getByRole('button', { name: word });

/** A shop whose owner has let other tills join, and where that door is on this machine. */
async function hostByKeyboard(app: RunningApp): Promise<string> {
  const { page } = app;
  await createShop(page);
  await app.ready('counter');
  await expect(state(app, 'This till only')).toBeVisible();
  await tabTo(page, page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Tills' }));
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('switch', { name: 'Let other tills join this shop' }));
  await page.keyboard.press('Space');
  await expect(page.getByRole('row', { name: /This till/ })).toBeVisible();
  await expect(state(app, 'Connected')).toBeVisible();
  const { hub } = await call(page, 'network.status', {});
  const port = hub?.address.split(':').at(-1);
  return `127.0.0.1:${port}`;
}

/** Opens the door of A, and has the new till B ask; the digits that B shows. */
async function askToJoin(a: RunningApp, b: RunningApp, address: string): Promise<string> {
  await a.page.keyboard.press('n');
  await expect(a.page.getByText('Waiting for the new till')).toBeVisible();
  await b.ready('first-run');
  await tabTo(b.page, b.page.getByRole('button', { name: 'Join a shop' }));
  await b.page.keyboard.press('Enter');
  const field = b.page.getByRole('textbox', { name: 'Not in the list? Type the address' });
  await expect(field).toBeFocused();
  await b.page.keyboard.type(address);
  await b.page.keyboard.press('Enter');
  await expect(b.page.getByText('Type these digits at the till that has the shop')).toBeVisible();
  const joining = await call(b.page, 'network.joining', {});
  if (joining.state !== 'comparing') throw new Error(`the new till is ${joining.state}`);
  await expect(a.page.getByRole('textbox', { name: 'The six digits that it shows' })).toBeFocused();
  return joining.digits;
}

/** What comes faster than a hand, and ends with Enter, is a scan, and is typed nowhere in the office. */
const byHand = { delay: 60 };

/** B belongs to A's shop, and Asha stands at it. */
async function letIn(a: RunningApp, b: RunningApp, address: string): Promise<void> {
  await a.page.keyboard.type(await askToJoin(a, b, address), byHand);
  await a.page.keyboard.press('Enter');
  await b.ready('sign-in');
  await b.page.keyboard.type('482605');
  await b.page.keyboard.press('Enter');
  await b.ready('counter');
  await expect(state(b, 'Connected')).toBeVisible();
}

test('a till hosts, another joins by six digits, all by keyboard; what one sells and changes the other shows without a refresh', async ({
  launch,
}) => {
  const a = await launch();
  const address = await hostByKeyboard(a);
  const soap = await createProduct(a.page, 'Lux soap 100 g', 20, 5);
  const b = await launch();
  const digits = await askToJoin(a, b, address);
  await expectAccessible(b.page);

  await a.page.keyboard.type(digits, byHand);
  await tabTo(a.page, a.page.getByRole('textbox', { name: 'Name of the new till' }));
  await a.page.keyboard.press('Control+A');
  await a.page.keyboard.type('Bakery', byHand);
  await a.page.keyboard.press('Enter');
  await expect(a.page.getByText('Bakery belongs to the shop now')).toBeVisible();
  await tabTo(a.page, a.page.getByRole('button', { name: 'Done' }));
  await a.page.keyboard.press('Enter');

  // The copy is whole: people sign in with the PIN they have.
  await b.ready('sign-in');
  await b.page.keyboard.type('482605');
  await b.page.keyboard.press('Enter');
  await b.ready('counter');
  await expect(state(b, /Bakery.*Connected/)).toBeVisible();
  await expect(a.page.getByRole('row', { name: /Bakery.*On/ })).toBeVisible();

  // A sells; B has its list of bills open and does nothing.
  await visit(b.page, '/bills');
  await expect(b.page.getByText('No bills yet')).toBeVisible();
  await sell(a.page, [[soap.id, 2]]);
  await expect(b.page.getByRole('row', { name: /^New A1\/\d+\/000001/ })).toBeVisible();

  // B sells; A sees the bill, under B's own series, and the stock of both sales.
  await visit(a.page, '/products');
  await expect(a.page.getByRole('row', { name: /Lux soap.*18/ })).toBeVisible();
  await sell(b.page, [[soap.id, 3]]);
  await expect(a.page.getByRole('row', { name: /Lux soap.*15/ })).toBeVisible();
  const { rows } = await call(a.page, 'sales.bills', { limit: 10 });
  expect(new Set(rows.map(({ number }) => number.split('/')[0])).size).toBe(2);
  await expect.poll(async () => (await call(b.page, 'network.status', {})).pending).toBe(0);
});

test('without its host a till goes on selling and says what waits; it goes out by itself when the host is back', async ({
  launch,
}) => {
  const a = await launch();
  const address = await hostByKeyboard(a);
  const soap = await createProduct(a.page, 'Lux soap 100 g', 20, 5);
  const b = await launch();
  await letIn(a, b, address);

  await a.close();
  await expect(state(b, /Offline|Connecting/)).toBeVisible();
  await sell(b.page, [[soap.id, 1]]);
  await expect(state(b, /1 waiting/)).toBeVisible();
  await expect(b.page.getByRole('dialog')).toHaveCount(0);

  const again = await launch({ userData: a.userData });
  await again.ready('counter');
  await expect(state(b, 'Connected')).toBeVisible({ timeout: 45_000 });
  await expect(state(b, /waiting/)).toHaveCount(0);
  await expect.poll(async () => (await call(again.page, 'sales.bills', { limit: 10 })).total).toBe(1);
});

test('a till that is removed is told so, sends nothing more, and goes on selling; its new name was seen at both', async ({
  launch,
}) => {
  const a = await launch();
  const address = await hostByKeyboard(a);
  const soap = await createProduct(a.page, 'Lux soap 100 g', 20, 5);
  const b = await launch();
  await letIn(a, b, address);
  await a.page.getByRole('button', { name: 'Done' }).press('Enter');

  const [name = ''] = (await call(b.page, 'network.terminals', {})).flatMap((till) => (till.isSelf ? [till.name] : []));
  await a.page.getByRole('button', { name: `Rename ${name}` }).press('Enter');
  await a.page.getByRole('textbox', { name: 'Name' }).fill('Bakery');
  await a.page.keyboard.press('Enter');
  await expect(state(b, /^Bakery/)).toBeVisible();

  await a.page.getByRole('button', { name: 'Remove Bakery' }).press('Enter');
  await a.page.getByRole('button', { name: 'Remove the till' }).press('Enter');
  await expect(a.page.getByRole('row', { name: /Bakery.*Removed/ })).toBeVisible();
  await expect(state(b, 'Needs attention')).toBeVisible();
  await sell(b.page, [[soap.id, 1]]);
  await state(b, /1 waiting/).press('Enter');
  await expect(b.page.getByText('This till was removed from the shop by its owner.')).toBeVisible();
  expect((await call(a.page, 'sales.bills', { limit: 10 })).total).toBe(0);
});

test('wrong digits let nobody in, both tills say so, and the way on leads to new ones', async ({ launch }) => {
  const a = await launch();
  const address = await hostByKeyboard(a);
  const b = await launch();
  const digits = await askToJoin(a, b, address);
  const others = digits === '000000' ? '000001' : '000000';
  await a.page.keyboard.type(others, byHand);
  await a.page.keyboard.press('Enter');
  await expect(a.page.getByText('These were not its digits')).toBeVisible();
  await expect(b.page.getByText('The digits did not match')).toBeVisible();
  expect((await call(a.page, 'network.terminals', {})).filter(({ isSelf }) => !isSelf)).toEqual([]);

  await a.page.keyboard.press('Enter');
  await expect(a.page.getByText('Waiting for the new till')).toBeVisible();
  await b.page.keyboard.press('Enter');
  const field = b.page.getByRole('textbox', { name: 'Not in the list? Type the address' });
  await expect(field).toBeFocused();
  await b.page.keyboard.type(address);
  await b.page.keyboard.press('Enter');
  await expect(b.page.getByText('Type these digits at the till that has the shop')).toBeVisible();
  await a.page.keyboard.press('Escape');
  await expect(b.page.getByText('It was stopped at the other till')).toBeVisible();
});

test('a door that is not open, and an address where nobody is, are said in words', async ({ launch }) => {
  const a = await launch();
  const address = await hostByKeyboard(a);
  const b = await launch();
  await b.ready('first-run');
  await b.page.getByRole('button', { name: 'Join a shop' }).click();
  const field = b.page.getByRole('textbox', { name: 'Not in the list? Type the address' });
  await field.fill('not an address');
  await field.press('Enter');
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await field.fill(address);
  await field.press('Enter');
  await expect(b.page.getByText('The shop is not expecting a till')).toBeVisible();
  await b.page.keyboard.press('Enter');
  await field.fill('127.0.0.1:9');
  await field.press('Enter');
  await expect(b.page.getByText('Nobody answers at this address')).toBeVisible();
  await b.page.getByRole('button', { name: 'Open a shop of my own' }).click();
  await expect(b.page.getByRole('textbox', { name: 'Name of the shop' })).toBeVisible();
});

test('what needs attention is counted in the rail, leads to its record, and goes when it was seen', async ({
  launch,
}) => {
  const app = await launch();
  const { page } = app;
  await createShop(page);
  await app.ready('counter');
  const butter = await createProduct(page, 'Amul Butter', 1, 0);
  await sell(page, [[butter.id, 3]]);
  const rail = page.getByRole('navigation', { name: 'Main' });
  await rail.getByRole('link', { name: 'Alerts 1 open alert' }).press('Enter');
  await page
    .getByRole('navigation', { name: 'Kinds of alerts' })
    .getByRole('link', { name: 'Needs attention' })
    .press('Enter');
  const item = page.getByRole('listitem').filter({ hasText: 'Oversold · Amul Butter' });
  await expect(item).toContainText('The books say −2 pc:');
  await item.getByRole('link', { name: 'Look' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Amul Butter' })).toBeVisible();
  await page.goBack();
  await item.getByRole('button', { name: /^Mark seen/ }).press('Enter');
  await expect(page.getByText('Nothing needs your attention')).toBeVisible();
  await expect(rail.getByRole('link', { name: 'Alerts', exact: true })).toBeVisible();
});
