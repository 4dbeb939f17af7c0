import { call } from './support/calls';
import {
  add,
  allow,
  cartOf,
  cashier,
  changeToCashier,
  createSample,
  dialog,
  goods,
  owner,
  payExactly,
  search,
} from './support/counter';
import { expect, test } from './support/fixtures';
import { scan } from './support/scanner';

// The counter's flows, by keyboard and scanner alone.

test('five scanned goods are sold with F12 and Enter, and the next scan is the next sale', async ({ launch }) => {
  const app = await launch();
  const { page } = app;
  await createSample(app);
  // A blink is a frame that a scan has to wait for; a style sheet's compiler has once renamed the value away.
  await expect(search(page)).toHaveCSS('caret-animation', 'manual');
  const five = [goods.rice, goods.biscuits, goods.buttermilk, goods.cola, goods.biscuits];
  for (const code of five) await scan(app, code);
  await page.keyboard.press('F12');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Paid' })).toBeVisible();
  await expect(page.getByText('No change')).toBeVisible();
  const [sold] = (await call(page, 'sales.bills', { limit: 1 })).rows;
  expect(sold).toMatchObject({ lines: 4, due: 0, voided: false });
  await add(app, goods.cola, 'Cola');
  expect((await cartOf(page)).lines).toHaveLength(1);
});

test('a quantity typed before a scan counts for it', async ({ launch }) => {
  const app = await launch();
  const { page } = app;
  await createSample(app);
  await search(page).fill('5*');
  await scan(app, goods.cola);
  await expect.poll(async () => (await cartOf(page)).lines).toMatchObject([{ quantity: 5000 }]);
  await expect(search(page)).toHaveValue('');
});

test('a discount beyond the cashier’s limit is given once somebody allows it with their PIN', async ({ launch }) => {
  const app = await launch();
  const { page } = app;
  await createSample(app);
  await call(page, 'settings.save', { cashier_discount_limit: 50_000 });
  await changeToCashier(app);
  await add(app, goods.rice, 'Basmati');
  await page.keyboard.press('F4');
  await page.getByRole('textbox', { name: 'Percent' }).fill('5');
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toHaveCount(0);
  expect((await cartOf(page)).lines[0]?.discount).toEqual({ percent: 50_000 });

  await page.keyboard.press('F4');
  await page.getByRole('textbox', { name: 'Percent' }).fill('20');
  await page.keyboard.press('Enter');
  const question = dialog(page).filter({ hasText: 'Allow this?' });
  await expect(question).toContainText('A discount of 20%');
  await question.getByLabel(/’s PIN$/).fill('000111');
  await page.keyboard.press('Enter');
  await expect(question).toContainText('Wrong PIN');
  // Nobody has allowed it: the bill is as it was.
  expect((await cartOf(page)).lines[0]?.discount).toEqual({ percent: 50_000 });
  await allow(page);
  await expect(dialog(page)).toHaveCount(0);
  expect((await cartOf(page)).lines[0]?.discount).toEqual({ percent: 200_000 });
});

test('a refused approval leaves the price as it was, and says so', async ({ launch }) => {
  const app = await launch();
  const { page } = app;
  await createSample(app);
  await changeToCashier(app);
  await add(app, goods.cola, 'Cola');
  await page.keyboard.press('F5');
  await page.getByRole('textbox', { name: /^Price of one/ }).fill('1');
  await page.keyboard.press('Enter');
  await expect(dialog(page).filter({ hasText: 'Allow this?' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog(page).filter({ hasText: 'Allow this?' })).toHaveCount(0);
  await expect(dialog(page)).toContainText(/PIN|allow/i);
  const [line] = (await cartOf(page)).lines;
  expect(line?.unitPrice).toBe(line?.listPrice);
});

test('a held bill comes back whole, and the open one is held before it', async ({ launch }) => {
  const app = await launch();
  const { page } = app;
  await createSample(app);
  await add(app, goods.rice, 'Basmati');
  await add(app, goods.cola, 'Cola');
  await page.keyboard.press('F7');
  await expect(page.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await page.keyboard.insertText('Blue shirt');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Scan the first item')).toBeVisible();
  await add(app, goods.biscuits, 'Bourbon');
  await page.keyboard.press('F8');
  await expect(dialog(page).getByRole('button', { name: /^Blue shirt/ })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toContainText('Hold this bill');
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toHaveCount(0);
  await expect.poll(async () => (await cartOf(page)).lines.length).toBe(2);
  const held = await call(page, 'sales.held', {});
  expect(held).toMatchObject([{ lines: 1, mine: true }]);
});

test('a bill is paid in cash, by card and on account, part by part', async ({ launch }) => {
  const app = await launch();
  const { page } = app;
  await createSample(app);
  await add(app, goods.rice, 'Basmati');
  await page.keyboard.press('F6');
  await page.getByRole('textbox', { name: 'Name or phone' }).fill('Anita');
  await expect(dialog(page).getByText('Anita Deshpande')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /^Change customer: Anita/ })).toBeVisible();
  await expect(dialog(page)).toHaveCount(0);
  await page.keyboard.press('F12');
  const form = page.getByRole('form', { name: 'Payment' });
  await expect(form).toBeVisible();
  await page.keyboard.insertText('100');
  await page.keyboard.press('Enter');
  await expect(form).toContainText('Still to pay');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('button', { name: 'Card', pressed: true })).toBeVisible();
  await page.keyboard.insertText('20');
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(form).toContainText('Will be due');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Paid' })).toBeVisible();
  const [row] = (await call(page, 'sales.bills', { limit: 1 })).rows;
  const bill = await call(page, 'sales.bill', { id: row?.id ?? '' });
  expect(bill).toMatchObject({ total: 148_00, paid: 120_00, due: 28_00 });
  expect(bill.payments.map(({ method, amount }) => [method, amount])).toEqual([
    ['cash', 100_00],
    ['card', 20_00],
  ]);
});

test('a receipt that is scanned is a bill to return from; what came back is not for return again', async ({
  launch,
}) => {
  const app = await launch();
  const { page } = app;
  await createSample(app);
  await add(app, goods.rice, 'Basmati');
  const bill = await payExactly(page);
  await page.keyboard.press('Enter');
  await scan(app, bill.number);
  await expect(page.getByRole('checkbox', { name: /Basmati/ })).toBeFocused();
  await page.keyboard.press('Space');
  await page.getByRole('textbox', { name: 'Reason' }).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toContainText('Refund · Cash');
  await expect(dialog(page)).toContainText('₹148.00');
  expect((await call(page, 'sales.bill', { id: bill.id })).lines[0]?.returnable).toBe(0);
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toHaveCount(0);
  await scan(app, bill.number);
  await expect(dialog(page)).toContainText('Nothing is left to return on this bill');
});

test('a till that sells with a shift only asks for the float first, and then goes on to the payment', async ({
  launch,
}) => {
  const app = await launch();
  const { page } = app;
  await createSample(app);
  await call(page, 'settings.save', { require_shift: 1, blind_count: 1 });
  await changeToCashier(app);
  await add(app, goods.rice, 'Basmati');
  await page.keyboard.press('F12');
  await expect(page.getByRole('textbox', { name: 'Float in the drawer' })).toBeFocused();
  await page.keyboard.insertText('500');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('form', { name: 'Payment' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Paid' })).toBeVisible();
  await page.keyboard.press('Enter');

  // Counted blind: what should be there is not on the screen before the count.
  await page.keyboard.press('Control+d');
  await expect(page.getByRole('tab', { name: /Report so far/ })).toBeFocused();
  await expect(dialog(page)).toContainText('shown after you have counted');
  await expect(dialog(page)).not.toContainText('Should be there');
  for (let step = 0; step < 3; step++) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'How many of ₹2,000.00' })).toBeFocused();
  await page.getByRole('textbox', { name: 'How many of ₹500.00' }).fill('1');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'How many of ₹200.00' })).toBeFocused();
  await page.getByRole('textbox', { name: 'How many of ₹100.00' }).fill('1');
  await page.getByRole('textbox', { name: 'How many of ₹20.00' }).fill('2');
  await page.getByRole('button', { name: 'Close the shift' }).focus();
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toContainText('Closing report');
  await expect(dialog(page)).toContainText('Short');
  await expect(dialog(page)).toContainText('Short₹8.00');
  expect(await call(page, 'shift.current', {})).toBeNull();
});

test('a locked till keeps its bill for whoever comes back', async ({ launch }) => {
  const app = await launch();
  const { page } = app;
  await createSample(app);
  await add(app, goods.rice, 'Basmati');
  await page.keyboard.press('Control+l');
  await app.ready('sign-in');
  await page.getByRole('button', { name: new RegExp(owner.name) }).press('Enter');
  await page.keyboard.insertText(owner.pin);
  await page.keyboard.press('Enter');
  await app.ready('counter');
  await expect(page.getByRole('listitem').filter({ hasText: 'Basmati' })).toBeVisible();
});

test('a key that was changed is shown and works, for that person alone, also after a restart', async ({ launch }) => {
  const first = await launch();
  await createSample(first);
  await first.page.keyboard.press('F1');
  await first.page.getByRole('button', { name: 'Change keys' }).press('Enter');
  await first.page.getByRole('button', { name: /^Pay: F12/ }).press('Enter');
  await first.page.keyboard.press('Control+g');
  await expect(dialog(first.page)).toContainText('Pay is now on Ctrl G.');
  await first.close();

  const app = await launch({ userData: first.userData });
  const { page } = app;
  await app.ready('counter');
  await add(app, goods.rice, 'Basmati');
  await expect(page.getByRole('button', { name: /^Pay/ })).toContainText('Ctrl G');
  await page.keyboard.press('F12');
  await page.keyboard.press('Control+g');
  await expect(page.getByRole('form', { name: 'Payment' })).toBeVisible();
  await page.keyboard.press('Escape');
  await changeToCashier(app);
  await expect(page.getByRole('button', { name: /^Menu of/ })).toContainText(cashier.name);
  await expect(page.getByRole('button', { name: /^Pay/ })).toContainText('F12');
});

test('a scan while a dialog is open is refused in words, and not one is lost without them', async ({ launch }) => {
  const app = await launch();
  const { page } = app;
  await createSample(app);
  await add(app, goods.rice, 'Basmati');
  for (const [index, key] of ['F1', 'F3', 'F4', 'F5', 'F6', 'F7', 'F8', 'F10', 'Control+b'].entries()) {
    // Another code each time: the same again at once would be a scanner that went off twice.
    const code = index % 2 === 0 ? goods.cola : goods.biscuits;
    await page.keyboard.press(key);
    await expect(dialog(page)).toBeVisible();
    await scan(app, code);
    await expect(dialog(page)).toContainText(`Not added: ${code}`);
    await page.keyboard.press('Escape');
    await expect(dialog(page)).toHaveCount(0);
  }
  await page.keyboard.press('Control+d');
  await expect(dialog(page)).toBeVisible();
  await scan(app, goods.cola);
  await expect(page.getByText(`Not added: ${goods.cola}`)).toBeVisible();
  await page.keyboard.press('Escape');
  expect((await cartOf(page)).lines).toHaveLength(1);
});
