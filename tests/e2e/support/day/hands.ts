import { expect, type Page } from '@playwright/test';
import type { RunningApp } from '../app';
import { allow, dialog, search } from '../counter';
import { tabTo } from '../keyboard';
import { scan } from '../scanner';

/** The ways of paying, in the order of the arrow keys. */
const ways = ['Cash', 'UPI', 'Card', 'Bank', 'On account', 'Store credit'] as const;
export type PayWay = (typeof ways)[number];

export interface Part {
  readonly way: PayWay;
  /** Rupees as they are typed; without it Enter takes all that is left. */
  readonly typed?: string;
  readonly reference?: string;
}

/** A cashier's two hands: keys and a scanner, and nothing else. */
export class Hands {
  readonly app: RunningApp;
  readonly page: Page;

  constructor(app: RunningApp) {
    this.app = app;
    this.page = app.page;
  }

  readonly press = (key: string): Promise<void> => this.page.keyboard.press(key);

  /** Key by key, each held down as long as fingers do: faster it would be a scanner's, or the beginning of the next scan. */
  readonly type = (text: string): Promise<void> => this.page.keyboard.type(text, { delay: 45 });

  /** Scans, so many of it where that was typed before, and sees the line. */
  async scan(code: string, name: string, times?: string): Promise<void> {
    if (times !== undefined) {
      await expect(search(this.page)).toBeFocused();
      await this.type(`${times}*`);
      await expect(this.page.getByText(`${times} ×`)).toBeVisible();
    }
    await scan(this.app, code);
    await expect(this.page.getByRole('listitem').filter({ hasText: name })).toBeVisible();
  }

  async #closed(): Promise<void> {
    await expect(dialog(this.page)).toHaveCount(0);
  }

  /** One field, one number, Enter: what F3 and F5 are. */
  async #number(key: string, label: string | RegExp, value: string): Promise<void> {
    await this.press(key);
    await expect(dialog(this.page).getByRole('textbox', { name: label })).toBeFocused();
    await this.press('Control+a');
    await this.type(value);
    await this.press('Enter');
  }

  async quantity(value: string): Promise<void> {
    await this.#number('F3', 'Quantity', value);
    await this.#closed();
  }

  /** Another price for the selected line, which the owner allows. */
  async price(value: string): Promise<void> {
    await this.#number('F5', /^Price of one/, value);
    await allow(this.page);
    await this.#closed();
  }

  /** On the selected line, or on the bill; beyond the limit the owner allows it. */
  async discount(on: 'line' | 'bill', as: 'percent' | 'paise', value: string, isAllowed: boolean): Promise<void> {
    await this.press('F4');
    await expect(dialog(this.page).getByRole('textbox', { name: 'Percent' })).toBeFocused();
    if (on === 'bill') {
      await this.press('Shift+Tab');
      await this.press('Shift+Tab');
      await this.press('ArrowRight');
      await expect(dialog(this.page).getByRole('radio', { name: 'Whole bill' })).toBeChecked();
      await this.press('Tab');
    } else await this.press('Shift+Tab');
    if (as === 'paise') {
      await this.press('ArrowRight');
      await expect(dialog(this.page).getByRole('textbox', { name: 'Amount' })).toBeFocused();
    } else await this.press('Tab');
    await this.type(value);
    await this.press('Enter');
    if (!isAllowed) await allow(this.page);
    await this.#closed();
  }

  async note(on: 'line' | 'bill', text: string): Promise<void> {
    await this.press(on === 'line' ? 'Control+n' : 'Control+b');
    await expect(dialog(this.page).getByRole('textbox')).toBeFocused();
    await this.type(text);
    await this.press('Enter');
    await this.#closed();
  }

  async customer(typed: string, name: string): Promise<void> {
    await this.press('F6');
    await expect(this.page.getByRole('textbox', { name: 'Name or phone' })).toBeFocused();
    await this.type(typed);
    await this.press('Enter');
    await expect(this.page.getByRole('button', { name: `Change customer: ${name}` })).toBeVisible();
    await this.#closed();
  }

  async newCustomer(name: string, phone: string): Promise<void> {
    await this.press('F6');
    await expect(this.page.getByRole('textbox', { name: 'Name or phone' })).toBeFocused();
    await this.type(name);
    await this.press('Enter');
    await expect(dialog(this.page).getByRole('textbox', { name: 'Phone' })).toBeFocused();
    await this.type(phone);
    await this.press('Enter');
    await expect(this.page.getByRole('button', { name: `Change customer: ${name}` })).toBeVisible();
    await this.#closed();
  }

  async hold(name: string): Promise<void> {
    await this.press('F7');
    await expect(this.page.getByRole('textbox', { name: 'Name' })).toBeFocused();
    await this.type(name);
    await this.press('Enter');
    await expect(this.page.getByText('Scan the first item')).toBeVisible();
    await this.#closed();
  }

  /** The newest of the held ones; nothing is open. */
  async recall(name: string): Promise<void> {
    await this.press('F8');
    const held = dialog(this.page).getByRole('button', { name: new RegExp(`^${name}`) });
    for (let step = 0; step < 5; step++) {
      await expect(dialog(this.page).locator('[data-choice]:focus')).toHaveCount(1);
      if (await held.evaluate((element) => element === document.activeElement)) break;
      await this.press('ArrowDown');
    }
    await expect(held).toBeFocused();
    await this.press('Enter');
    await this.#closed();
    await expect(this.page.getByText('Scan the first item')).toHaveCount(0);
  }

  /** Pays what is open, part by part. Answers the bill's number; the screen is left at "done". */
  async pay(parts: readonly Part[]): Promise<string> {
    await this.press('F12');
    const form = this.page.getByRole('form', { name: 'Payment' });
    await expect(form).toBeVisible();
    let at = 0;
    for (const [index, { way, typed, reference }] of parts.entries()) {
      await expect(form.getByRole('button', { name: way, exact: true })).toBeVisible();
      for (const to = ways.indexOf(way); at !== to; at += at < to ? 1 : -1) {
        await this.press(at < to ? 'ArrowDown' : 'ArrowUp');
      }
      await expect(form.getByRole('button', { name: way, exact: true, pressed: true })).toBeVisible();
      if (typed !== undefined) await this.type(typed);
      if (reference !== undefined) {
        await tabTo(this.page, form.getByRole('textbox', { name: /reference|Card slip number/ }));
        await this.type(reference);
      }
      await this.press('Enter');
      if (index < parts.length - 1) {
        await expect(form.getByRole('list', { name: 'Received so far' }).getByRole('listitem')).toHaveCount(index + 1);
      }
    }
    return this.done();
  }

  /** The bill's number, from the screen that says that it is paid. */
  async done(): Promise<string> {
    await expect(
      this.page.getByRole('heading', { name: /^(Paid|Put on account|Paid in part|Exchanged)$/ }),
    ).toBeVisible();
    const said = await this.page.getByText(/^Bill A1\/\d{4}\/\d{6}$/).textContent();
    return said?.slice('Bill '.length) ?? '';
  }

  async next(): Promise<void> {
    await this.press('Enter');
    await expect(this.page.getByText('Scan the first item')).toBeVisible();
  }
}
