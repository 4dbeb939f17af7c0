import { expect, type Locator, type Page } from '@playwright/test';
import type { CallOutput } from '@shared/contract';
import type { RunningApp } from './app';
import { call } from './calls';
import { scan } from './scanner';

/** The owner of the shops that tests make. */
export const owner = { name: 'Asha', pin: '482605' } as const;
/** A cashier who is added to them. */
export const cashier = { name: 'Meena', pin: '719203' } as const;

/** Goods of the sample shop. */
export const goods = {
  rice: '8900000000234',
  biscuits: '8900000001545',
  buttermilk: '8900000001408',
  cookies: '2100335',
  cola: '8900000002078',
} as const;

export const dialog = (page: Page): Locator => page.getByRole('dialog');
export const search = (page: Page): Locator => page.getByRole('combobox', { name: 'Search products' });

/** The sample shop with its owner signed in: without the screens of the first run, which alone would hear that it is done. */
export async function createSample({ page, ready }: RunningApp): Promise<void> {
  await call(page, 'shop.create', {
    name: 'Ashapura Kirana & Bakery',
    country: 'IN',
    language: 'en',
    timeZone: 'Asia/Kolkata',
    owner: owner.name,
    pin: owner.pin,
    start: 'sample',
  });
  await page.reload();
  await ready('counter');
}

/** Scans, and waits until the line is on the glass. */
export async function add(app: RunningApp, code: string, name: string): Promise<void> {
  await scan(app, code);
  await expect(app.page.getByRole('listitem').filter({ hasText: name })).toBeVisible();
}

/** Adds the cashier to the shop and signs them in, as after the owner has locked the till. */
export async function changeToCashier({ page, ready }: RunningApp): Promise<void> {
  const { id } = await call(page, 'staff.save', { ...cashier, role: 'cashier', active: true });
  await call(page, 'staff.signOut', {});
  await call(page, 'staff.signIn', { staffId: id, pin: cashier.pin });
  await page.reload();
  await ready('counter');
}

/** Somebody who may types their PIN into the question for it. */
export async function allow(page: Page, pin: string = owner.pin): Promise<void> {
  const question = dialog(page).filter({ hasText: 'Allow this?' });
  await expect(question).toBeVisible();
  await expect(question.getByLabel(/’s PIN$/)).toBeFocused();
  await question.getByLabel(/’s PIN$/).fill(pin);
  await page.keyboard.press('Enter');
  await expect(question).toHaveCount(0);
}

/** The open bill as main has it. */
export const cartOf = (page: Page): Promise<CallOutput<'sales.cart'>> => call(page, 'sales.cart', {});

/** Pays what is on the screen in cash, exactly, and waits for the end of it. Answers the bill. */
export async function payExactly(page: Page): Promise<CallOutput<'sales.bill'>> {
  await page.keyboard.press('F12');
  await expect(page.getByRole('form', { name: 'Payment' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Paid' })).toBeVisible();
  const [last] = (await call(page, 'sales.bills', { limit: 1 })).rows;
  return call(page, 'sales.bill', { id: last?.id ?? '' });
}
