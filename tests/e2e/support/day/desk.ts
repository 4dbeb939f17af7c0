import { expect } from '@playwright/test';
import { allow, dialog } from '../counter';
import { tabTo } from '../keyboard';
import { scan } from '../scanner';
import type { Hands } from './hands';

/** What comes back of a bill: a name from it, how much unless all, and whether it can be sold again. */
export interface Back {
  readonly name: string;
  readonly quantity?: string;
  readonly isDamaged?: boolean;
}

/** The receipt is scanned, and what comes back of it is marked, with a reason. */
async function mark(hands: Hands, number: string, back: readonly Back[]): Promise<void> {
  const { app, page, press, type } = hands;
  await scan(app, number);
  await expect(dialog(page).getByRole('checkbox').first()).toBeFocused();
  for (const { name, quantity, isDamaged = false } of back) {
    await tabTo(page, dialog(page).getByRole('checkbox', { name, exact: true }));
    await press('Space');
    if (quantity !== undefined) {
      await tabTo(page, dialog(page).getByRole('textbox', { name: `How much of ${name}` }));
      await press('Control+a');
      await type(quantity);
    }
    if (isDamaged) {
      await tabTo(
        page,
        dialog(page).getByRole('checkbox', { name: `${name} cannot be sold again: it does not go back on the shelf` }),
      );
      await press('Space');
    }
  }
  await tabTo(page, dialog(page).getByRole('textbox', { name: 'Reason' }));
  await press('ArrowDown');
}

/** Goods come back for money. Answers the credit note's number. */
export async function takeBack(hands: Hands, number: string, back: readonly Back[], way: string): Promise<string> {
  const { page, press } = hands;
  await mark(hands, number, back);
  const how = dialog(page).getByRole('radiogroup', { name: 'How it is refunded' });
  // The radios themselves are not to be seen, only their words: `tabTo` would wait for them.
  for (let stop = 0; stop < 20 && (await how.locator(':focus').count()) === 0; stop++) await press('Tab');
  const wanted = how.getByRole('radio', { name: way, exact: true });
  for (let step = 0; step < 7 && !(await wanted.isChecked()); step++) await press('ArrowRight');
  await expect(wanted).toBeChecked();
  await tabTo(page, dialog(page).getByRole('button', { name: /^(Refund|Return|Take )/ }));
  await press('Enter');
  const said = await dialog(page)
    .getByText(/^Credit note A1/)
    .textContent();
  await press('Enter');
  await expect(dialog(page)).toHaveCount(0);
  return said?.slice('Credit note '.length) ?? '';
}

/** Goods come back for other goods: they wait on the open bill. */
export async function exchange(hands: Hands, number: string, back: readonly Back[]): Promise<void> {
  const { page, press } = hands;
  await mark(hands, number, back);
  await tabTo(page, dialog(page).getByRole('button', { name: 'Exchange for other goods' }));
  await press('Enter');
  await expect(dialog(page)).toHaveCount(0);
}

/** A bill is taken back whole; the owner allows it. */
export async function voidBill({ app, page, press }: Hands, number: string): Promise<void> {
  await scan(app, number);
  await tabTo(page, dialog(page).getByRole('button', { name: 'Void the bill' }));
  await press('Enter');
  await expect(dialog(page).getByRole('textbox', { name: 'Reason' })).toBeFocused();
  await press('ArrowDown');
  await press('Enter');
  await allow(page);
  await expect(dialog(page)).toContainText(`Bill ${number} is void`);
  await press('Enter');
  await expect(dialog(page)).toHaveCount(0);
}

/** Old dues are paid: three digits or letters of the customer, rupees, the method; `isAdvance`: more than is owed. */
export async function receiveDues(
  { page, press, type }: Hands,
  customer: string,
  rupees: string,
  way: 'Cash' | 'UPI',
  isAdvance = false,
): Promise<void> {
  await press('Control+r');
  await expect(dialog(page).getByRole('textbox', { name: 'Name or phone' })).toBeFocused();
  await type(customer);
  await press('Enter');
  await expect(dialog(page).getByRole('textbox', { name: 'Amount received' })).toBeFocused();
  await type(rupees);
  if (way === 'UPI') await press('ArrowDown');
  await expect(dialog(page).getByRole('radio', { name: way })).toBeChecked();
  await press('Enter');
  if (isAdvance) {
    await expect(dialog(page)).toContainText('the rest becomes store credit. Press Enter again if it is right.');
    await press('Enter');
  }
  await expect(dialog(page)).toContainText(/Still due|Nothing is due any more/);
  await press('Enter');
  await expect(dialog(page)).toHaveCount(0);
}

/** Opens the shift's tab, by arrows. */
export async function shiftTab({ page, press }: Hands, tab: 0 | 1 | 2 | 3): Promise<void> {
  await press('Control+d');
  await expect(page.getByRole('tab', { name: /Report so far/ })).toBeFocused();
  for (let step = 0; step < tab; step++) await press('ArrowRight');
  if (tab > 0) await press('Enter');
}

export async function openShift({ page, press, type }: Hands, rupees: string): Promise<void> {
  await press('Control+d');
  await expect(page.getByRole('textbox', { name: 'Float in the drawer' })).toBeFocused();
  await type(rupees);
  await press('Enter');
  await expect(dialog(page)).toHaveCount(0);
}

export async function moveCash(hands: Hands, direction: 'in' | 'out', rupees: string): Promise<void> {
  const { page, press, type } = hands;
  await shiftTab(hands, direction === 'in' ? 1 : 2);
  await expect(dialog(page).getByRole('textbox', { name: /drawer$/ })).toBeFocused();
  await type(rupees);
  await press('Tab');
  await press('ArrowDown');
  await press('Enter');
  await expect(page.getByText(direction === 'in' ? /put in$/ : /taken out$/)).toBeVisible();
  await press('Escape');
  await expect(dialog(page)).toHaveCount(0);
}

/** Counts this much (paise) in the fewest notes and coins, from the largest down, and closes. Answers each count. */
export async function countAndClose(hands: Hands, paise: bigint): Promise<ReadonlyMap<bigint, bigint>> {
  const { page, press, type } = hands;
  await shiftTab(hands, 3);
  const counts = new Map<bigint, bigint>();
  let left = paise;
  for (const rupees of [2000, 500, 200, 100, 50, 20, 10, 5, 2, 1]) {
    const kind = BigInt(rupees) * 100n;
    const label = `How many of ₹${rupees.toLocaleString('en-IN')}.00`;
    await expect(page.getByRole('textbox', { name: label, exact: true })).toBeFocused();
    const count = left / kind;
    left -= count * kind;
    if (count > 0n) {
      counts.set(kind, count);
      await type(count.toString());
    }
    await press('Enter');
  }
  if (left !== 0n) throw new Error('More than whole rupees to count');
  await tabTo(page, dialog(page).getByRole('button', { name: 'Close the shift' }));
  await press('Enter');
  await expect(dialog(page)).toContainText('Closing report');
  return counts;
}
