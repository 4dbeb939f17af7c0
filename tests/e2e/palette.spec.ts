import { call, createProduct, createShop, sell } from './support/calls';
import { expect, test } from './support/fixtures';
import { looker } from './support/looker';
import { scan } from './support/scanner';

test('Ctrl+K reaches pages, actions and records by a few letters, in both languages', async ({ launch }) => {
  test.setTimeout(120_000);
  const app = await launch();
  const { page, ready } = app;
  await createShop(page);
  await ready('counter');
  const look = looker(app);
  const soap = await createProduct(page, 'Neem soap', 40, 3);
  await sell(page, [[soap.id, 1]]);
  await call(page, 'customers.save', {
    name: 'Neema Joshi',
    phone: '98765 43210',
    gstin: null,
    stateCode: null,
    address: null,
    email: null,
    creditLimit: null,
    note: null,
  });
  const field = page.getByRole('combobox', { name: 'Find anything' });
  const choose = async (text: string, title: string | RegExp) => {
    await page.keyboard.press('Control+k');
    await field.fill(text);
    await expect(page.getByRole('option', { name: title }).first()).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('Enter');
    await expect(field).toHaveCount(0);
  };

  await page.keyboard.press('Control+k');
  await expect(field).toBeFocused();
  await look('palette');
  await page.keyboard.press('Escape');
  await expect(field).toHaveCount(0);

  await choose('udhaar', 'Customers');
  await expect(page).toHaveURL(/#\/customers$/);
  await choose('प्रिंटर', /^Printers/);
  await expect(page.getByRole('tab', { name: 'Printers' })).toHaveAttribute('aria-selected', 'true');
  await choose('new cust', 'New customer');
  await expect(page.getByRole('dialog').getByRole('textbox', { name: 'Name' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await choose('receive', /^Receive dues/);
  await expect(page.getByRole('dialog', { name: 'Receive dues' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await page.keyboard.press('Control+k');
  await expect(page.getByRole('group', { name: 'Last used' }).getByRole('option')).toHaveText([
    /Receive dues/,
    /New customer/,
    /Printers/,
    /Customers/,
  ]);
  await field.fill('neem');
  await expect(page.getByRole('group', { name: 'Products' }).getByRole('option', { name: /Neem soap/ })).toBeVisible();
  await expect(page.getByRole('group', { name: 'Customers' }).getByRole('option')).toHaveText(/Neema Joshi/);
  await look('palette-found');
  await field.fill('A1/');
  await expect(page.getByRole('group', { name: 'Bills' }).getByRole('option')).toHaveCount(1);
  await field.fill('xyzzy');
  await expect(page.getByText('Nothing is called “xyzzy”')).toBeVisible();
  await look('palette-nothing');
  await field.fill('neem so');
  await expect(page.getByRole('option', { name: /Neem soap/ })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Neem soap' })).toBeVisible();

  await call(page, 'settings.save', { language: 'hi' });
  await expect(page.getByRole('link', { name: 'काउंटर', exact: true })).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'कुछ भी खोजें' }).fill('stock');
  await expect(page.getByRole('option', { name: 'स्टॉक', exact: true })).toBeVisible();
  await look('palette-hindi');
});

test('the palette leaves a payment alone, loses no scan, and offers to each role what is theirs', async ({
  launch,
}) => {
  const app = await launch();
  const { page, ready } = app;
  await createShop(page);
  await ready('counter');
  const soap = await createProduct(page, 'Neem soap', 40, 3);
  await call(page, 'sales.addLine', { productId: soap.id });
  await page.reload();
  await ready('counter');
  const field = page.getByRole('combobox', { name: 'Find anything' });

  await page.keyboard.press('F12');
  const cash = page.getByRole('textbox', { name: /cash/i }).or(page.getByRole('textbox')).first();
  await expect(cash).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.keyboard.press('Escape');
  // Esc went back from the payment: nothing had come up over it.
  await expect(page.getByRole('combobox', { name: 'Search products' })).toBeFocused();
  await expect(field).toHaveCount(0);

  await page.keyboard.press('Control+k');
  await expect(field).toBeFocused();
  await scan(app, '8901234567894');
  await expect(page.getByText(/8901234567894/)).toBeVisible();
  await expect(field).toHaveValue('');
  await page.keyboard.press('Escape');

  await call(page, 'staff.save', { name: 'Ravi', role: 'cashier', active: true, pin: '7391' });
  const { staff } = await page.evaluate(async () => {
    const answer = await window.galla.call('staff.list', {});
    return { staff: answer.ok ? answer.value : [] };
  });
  const ravi = staff.find(({ name }) => name === 'Ravi');
  await call(page, 'staff.signOut', {});
  await call(page, 'staff.signIn', { staffId: ravi?.id ?? '', pin: '7391' });
  await page.reload();
  await ready('counter');
  await page.keyboard.press('Control+k');
  await field.fill('settings');
  await expect(page.getByText('Nothing is called “settings”')).toBeVisible();
  await field.fill('reports');
  await expect(page.getByText('Nothing is called “reports”')).toBeVisible();
});
