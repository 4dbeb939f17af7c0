import type { HeldBill } from '@shared/contract';
import { call } from './support/calls';
import { add, allow, cartOf, changeToCashier, createSample, dialog, goods, payExactly } from './support/counter';
import { expect, test } from './support/fixtures';
import { looker } from './support/looker';
import { play } from './support/play';
import { scan } from './support/scanner';
import { visit } from './support/visit';

// The counter's day in pictures (test-results/screens), each looked at by axe: small and light, large and dark, and with
// GALLA_ALL_PICTURES=1 the other two pairs as well.

/** So many that they scroll, of both tills, one with a name as long as people like. */
const held = ([first]: readonly HeldBill[]): HeldBill[] =>
  [
    'Blue shirt',
    'Long '.repeat(40),
    'Table 4',
    'Mrs Kulkarni',
    'Rickshaw',
    'At 6:20 pm',
    'Temple order',
    'Ravi',
  ].flatMap((name, index) =>
    first
      ? [
          {
            ...first,
            id: `${first.id.slice(0, -1)}${index}`,
            name,
            mine: index % 3 !== 1,
            terminal: index % 3 === 1 ? 'Counter 2' : first.terminal,
            customer: index % 4 === 3 ? 'Anita Deshpande' : null,
          },
        ]
      : [],
  );

test('the bill: keys, price, notes, hold and recall, approval', async ({ launch }) => {
  test.setTimeout(240_000);
  const app = await launch();
  const { page } = app;
  await createSample(app);
  const look = looker(app);
  await page.keyboard.press('F8');
  await expect(dialog(page)).toContainText('No bill is held');
  await look('recall-none');
  await page.keyboard.press('Escape');
  await add(app, goods.biscuits, 'Bourbon');
  await add(app, goods.buttermilk, 'छाछ');

  await page.keyboard.press('F1');
  await page.getByRole('button', { name: 'Change keys' }).click();
  await page.getByRole('button', { name: /^Pay: F12/ }).click();
  await page.keyboard.press('F1');
  await expect(dialog(page)).toContainText('F1 is taken by “Help”');
  await look('keys');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toHaveCount(0);

  await page.keyboard.press('F10');
  await expect(dialog(page)).toContainText('More actions');
  await look('actions');
  await scan(app, goods.cola);
  await expect(dialog(page)).toContainText(`Not added: ${goods.cola}`);
  await look('actions-scan');
  await page.keyboard.press('Escape');

  await changeToCashier(app);
  await page.keyboard.press('F5');
  await page.getByRole('textbox', { name: /^Price of one/ }).fill('12.50');
  await look('price');
  await page.keyboard.press('Enter');
  await expect(dialog(page).filter({ hasText: 'Allow this?' })).toBeVisible();
  await look('approve');
  await page.getByLabel(/’s PIN$/).fill('000111');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Wrong PIN. Try again.')).toBeVisible();
  await look('approve-wrong');
  await allow(page);
  await expect(dialog(page)).toHaveCount(0);
  await page.keyboard.press('Control+n');
  await page.getByRole('textbox').last().fill('Gift wrapped');
  await look('note');
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toHaveCount(0);
  await page.keyboard.press('Control+b');
  await page.getByRole('dialog').getByRole('textbox').fill('Deliver before six');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Deliver before six' })).toBeVisible();
  await look('bill-noted');

  await page.keyboard.press('F7');
  await page.getByRole('textbox', { name: 'Name' }).fill('Blue shirt');
  await look('hold');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Scan the first item')).toBeVisible();
  await add(app, goods.rice, 'Basmati');
  await page.keyboard.press('F8');
  await expect(dialog(page)).toContainText('Blue shirt');
  await expect(page.getByText('Blue shirt is held')).toHaveCount(0);
  await look('recall');
  await page.keyboard.press('Escape');
  await play(app, { 'sales.held': held(await call(page, 'sales.held', {})) }, 'held_bill');
  await page.keyboard.press('F8');
  await expect(dialog(page)).toContainText('Counter 2');
  await look('recall-many');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+o');
  await look('drawer');
});

test('the payment in parts, UPI, account, store credit, dues', async ({ launch }) => {
  test.setTimeout(240_000);
  const app = await launch();
  const { page } = app;
  await createSample(app);
  const look = looker(app);
  await call(page, 'settings.save', { upi_id: 'ashapura@upi' });
  const [anita] = (await call(page, 'customers.list', { text: 'Anita', limit: 1 })).rows;
  await add(app, goods.rice, 'Basmati');
  await call(page, 'sales.setCustomer', { customerId: anita?.id ?? null });
  await expect(page.getByRole('button', { name: /^Change customer: Anita/ })).toBeVisible();
  await page.keyboard.press('F12');
  const form = page.getByRole('form', { name: 'Payment' });
  await expect(form).toBeVisible();
  await look('pay2-cash');
  await page.getByRole('textbox', { name: 'Cash received' }).fill('1.234,5');
  await expect(form).toContainText('Write it as 1234.50');
  await look('pay2-unreadable');
  await page.getByRole('textbox', { name: 'Cash received' }).fill('100');
  await page.keyboard.press('Enter');
  await expect(form).toContainText('Still to pay');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('img', { name: /^UPI code for/ })).toBeVisible();
  await look('pay2-upi');
  await page.getByRole('textbox', { name: 'Amount' }).fill('20');
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(form).toContainText('Will be due');
  await look('pay2-account');
  for (let step = 0; step < 4; step++) await page.keyboard.press('ArrowUp');
  await scan(app, goods.cola);
  await expect(form).toContainText('Not added');
  await page.getByRole('textbox', { name: 'Cash received' }).fill('2000');
  await look('pay2-full');
  // All of it is in sight on the smallest screen, with a refused scan, parts and the change.
  const isScrolled = await page
    .getByRole('form', { name: 'Payment' })
    .locator('> div')
    .last()
    .evaluate((pane) => pane.scrollHeight > pane.clientHeight + 1);
  expect(isScrolled).toBe(false);
  await page.getByRole('textbox', { name: 'Cash received' }).fill('');
  for (let step = 0; step < 4; step++) await page.keyboard.press('ArrowDown');
  // Not on the day before, while the one that was typed cannot be read.
  const dueDay = page.getByRole('textbox', { name: 'To be paid by' });
  await dueDay.fill('31/2/2026');
  await page.getByRole('textbox', { name: 'Amount' }).press('Enter');
  await expect(dueDay).toBeFocused();
  await expect(dueDay).toHaveAttribute('aria-invalid', 'true');
  await dueDay.fill('1/3/2099');
  await dueDay.press('Enter');
  await expect(page.getByRole('heading', { name: 'Paid' })).toBeVisible();
  await look('done2');
  await page.keyboard.press('Enter');

  await page.keyboard.press('Control+r');
  await page.getByRole('textbox', { name: 'Name or phone' }).fill('Anita');
  await expect(dialog(page).getByText('Anita Deshpande')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Amount received' })).toBeFocused();
  await look('dues');
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toContainText('Received from Anita');
  await look('dues-done');
});

test('returns, exchange, void', async ({ launch }) => {
  test.setTimeout(240_000);
  const app = await launch();
  const { page } = app;
  await createSample(app);
  const look = looker(app);
  await add(app, goods.rice, 'Basmati');
  await add(app, goods.biscuits, 'Bourbon');
  const bill = await payExactly(page);
  await look('done-no-printer');
  const printer = { printer: 'Epson TM-T82', trouble: null, waiting: 0, attention: 0 };
  await play(app, { 'printing.status': { ...printer, state: 'waiting', waiting: 1 } }, 'printing');
  await expect(page.getByRole('region', { name: 'Paid' })).toContainText('1 print waiting');
  await look('done-printing');
  await play(
    app,
    { 'printing.status': { ...printer, state: 'trouble', trouble: 'paper_out', waiting: 1 } },
    'printing',
  );
  await expect(page.getByRole('region', { name: 'Paid' })).toContainText('Out of paper');
  await look('done-no-paper');
  await play(app, { 'printing.status': { ...printer, state: 'ready' } }, 'printing');
  await page.keyboard.press('Enter');
  await page.keyboard.press('F9');
  await expect(dialog(page)).toContainText(bill.number);
  await look('return-find');
  // The Enter that takes a day opens nothing of the list before it.
  const soldOn = dialog(page).getByRole('textbox', { name: 'Day' });
  await soldOn.fill('1/1/2020');
  await soldOn.press('Enter');
  await expect(soldOn).toHaveValue('01/01/2020');
  await expect(dialog(page).getByRole('option')).toHaveCount(0);
  await soldOn.fill('');
  await soldOn.press('Enter');
  await expect(dialog(page)).toContainText(bill.number);
  await scan(app, bill.number);
  await expect(dialog(page)).toContainText('1 pc for');
  await expect(page.getByRole('checkbox').first()).toBeFocused();
  await page.keyboard.press('Space');
  await expect(page.getByRole('checkbox', { name: 'cannot be sold again' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Refund ₹148.00' })).toBeVisible();
  await look('return-lines');
  await page.getByRole('textbox', { name: 'Reason' }).fill('Past its date');
  await page.getByRole('button', { name: 'Exchange for other goods' }).click();
  await expect(page.getByText(`Return: ${bill.number}`)).toBeVisible();
  await add(app, goods.cola, 'Cola');
  await look('exchange');
  await page.keyboard.press('F12');
  await look('exchange-pay');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Exchanged' })).toBeVisible();
  await look('exchange-done');
  await page.keyboard.press('Enter');

  await add(app, goods.cola, 'Cola');
  const second = await payExactly(page);
  await page.keyboard.press('Enter');
  await scan(app, second.number);
  await expect(dialog(page)).toContainText('1 pc for');
  await page.getByRole('button', { name: 'Void the bill' }).click();
  await page.getByRole('textbox', { name: 'Reason' }).fill('Rung up by mistake');
  await look('void');
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toContainText('is void');
  await look('void-done');
  await page.keyboard.press('Enter');
  await visit(page, `/bills/${second.id}`);
  await expect(page.getByText(/^Voided by/)).toBeVisible();
  await look('bill-void');
  await visit(page, '/bills');
  await expect(page.getByText(second.number)).toBeVisible();
  await look('bills2');
});

test('the shift: float, in and out, X, count, Z, archive, and the settings', async ({ launch }) => {
  test.setTimeout(240_000);
  const app = await launch();
  const { page } = app;
  await createSample(app);
  const look = looker(app);
  await call(page, 'settings.save', { require_shift: 1 });
  const open = await call(page, 'shift.current', {});
  expect(open).toBeNull();
  await add(app, goods.rice, 'Basmati');
  await page.keyboard.press('F12');
  await expect(dialog(page)).toContainText('Before the first sale');
  await look('shift-open');
  await page.getByRole('textbox', { name: 'Float in the drawer' }).fill('500');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('form', { name: 'Payment' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Paid' })).toBeVisible();
  await page.keyboard.press('Enter');
  expect((await cartOf(page)).lines).toEqual([]);
  await page.keyboard.press('Control+d');
  await expect(dialog(page)).toContainText('Should be there');
  await look('shift-x');
  await page.getByRole('tab', { name: 'Take out' }).click();
  await page.getByRole('textbox', { name: 'Taken out of the drawer' }).fill('40');
  await page.getByRole('textbox', { name: 'Why' }).fill('Tea and snacks');
  await look('shift-out');
  await page.keyboard.press('Enter');
  await expect(page.getByText('₹40.00 taken out')).toBeVisible();
  await page.getByRole('tab', { name: 'Count and close' }).click();
  await page.getByRole('textbox', { name: 'How many of ₹500.00' }).fill('1');
  await page.getByRole('textbox', { name: 'How many of ₹10.00' }).fill('7');
  await expect(page.getByText('₹40.00 taken out')).toHaveCount(0);
  await look('shift-count');
  await page.getByRole('button', { name: 'Close the shift' }).click();
  await expect(dialog(page)).toContainText('Closing report');
  await look('shift-z');
  await page.keyboard.press('Enter');
  await visit(page, '/shifts');
  await expect(page.getByRole('row').nth(1)).toBeVisible();
  await look('shifts');
  await page.getByRole('row').nth(1).click();
  await expect(page.getByRole('heading', { name: /^Closing report/ })).toBeVisible();
  await look('shift-archived');
  await visit(page, '/settings');
  await page.getByRole('tab', { name: 'Counter' }).click();
  await look('settings-counter');
  await page.getByRole('tab', { name: 'This till' }).click();
  await look('settings-till');
});
