import type { CallInput, DisplayView } from '@shared/contract';
import { money } from '@shared/money';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createShopDeps } from '../../../src/main/shop/deps';
import { DisplayDesk } from '../../../src/main/shop/display';
import { createSales } from '../../../src/main/shop/sales';
import { cashier, foundShop, type ShopSetup } from '../../support/counter';
import { refusal } from '../../support/refusal';
import { makeTestShop, type TestShop } from '../../support/shop-store';

let shop: TestShop;
beforeEach(() => {
  shop = makeTestShop();
});
afterEach(() => shop.dispose());

const soap = { id: 'soap', name: 'Soap', price: money(4500), tax_class_id: 'gst18' } as const;
const rice = { id: 'rice', name: 'Rice', price: money(6000), unit: 'KG', by_weight: 1, tax_class_id: 'gst5' } as const;
const meera = { id: 'meera', name: 'Meera Nair', phone: '+91 98765 43210' } as const;
const noBill = '01890a5d-ac96-774b-bcce-b302099a8057';

function displayWith(setup: ShopSetup = {}) {
  const store = shop.open();
  foundShop(store, { products: [soap, rice], customers: [meera], ...setup });
  const deps = createShopDeps(store);
  const sales = createSales(deps);
  const call = sales.handlers;
  let changes = 0;
  const desk = new DisplayDesk(deps, sales.openBill, {
    message: () => 'Namaste',
    changed: () => {
      changes += 1;
    },
  });
  const view = (isManned = true): DisplayView => desk.view(isManned);
  const cart = () => {
    const open = sales.openBill();
    if (!open) throw new Error('No bill is open');
    return open;
  };
  return {
    cart,
    changes: () => changes,
    view,
    screen: (isManned?: boolean) => view(isManned).screen,
    /** What is shown, as long as it is this. */
    showing<S extends DisplayView['screen']['show']>(show: S): Extract<DisplayView['screen'], { show: S }> {
      const { screen } = view();
      if (screen.show !== show) throw new Error(`It shows ${screen.show}`);
      return screen as Extract<DisplayView['screen'], { show: S }>; // proof: just compared
    },
    tell: (what: CallInput<'display.tell'>) =>
      desk.tell({
        mode: what.mode,
        received: what.received === undefined ? undefined : money(what.received),
        left: what.left === undefined ? undefined : money(what.left),
        upi: what.upi === undefined ? undefined : money(what.upi),
        billId: what.billId,
      }),
    add: (productId: string, quantity = 1_000) =>
      call['sales.addLine']({ productId, quantity: quantity as never }, cashier),
    call,
    async pay(tendered: number): Promise<string> {
      const { id, revision } = cart();
      const payments = [{ method: 'cash' as const, amount: money(tendered) }];
      const paid = call['sales.complete'](
        { cartId: id, revision, payments, refund: 'cash', approvals: [], confirm: [] },
        cashier,
      );
      return (await paid).billId;
    },
  };
}

describe('the customer’s screen while nothing is sold', () => {
  it('says whose shop this is, and a word of welcome', () => {
    const display = displayWith();
    expect(display.view()).toMatchObject({
      shop: { currency: 'INR', country: 'IN', language: 'en' },
      training: false,
      screen: { show: 'idle', message: 'Namaste', logo: null },
    });
  });

  it('opens no bill by being looked at', () => {
    const store = shop.open();
    foundShop(store, {});
    const deps = createShopDeps(store);
    const desk = new DisplayDesk(deps, createSales(deps).openBill, { message: () => '', changed: () => {} });
    desk.view(true);
    expect(store.sql('SELECT count(*) AS carts FROM cart').get()).toEqual({ carts: 0 });
  });

  it('shows no bill while nobody is signed in', () => {
    const display = displayWith();
    display.add('soap');
    expect(display.screen(false)).toMatchObject({ show: 'idle' });
    expect(display.screen(true)).toMatchObject({ show: 'bill' });
  });

  it('knows a file without a shop', () => {
    const deps = createShopDeps(shop.open());
    const desk = new DisplayDesk(deps, () => null, { message: () => '', changed: () => {} });
    expect(desk.view(false)).toEqual({
      shop: null,
      training: false,
      screen: { show: 'idle', message: '', logo: null },
    });
  });
});

describe('the bill on the customer’s screen', () => {
  it('has each line with its price and quantity, what is saved, and the total', () => {
    const display = displayWith({ settings: { round_off_unit: money(100) } });
    display.add('soap', 2_000);
    display.add('rice', 437);
    expect(display.showing('bill').latest).toBe(2);
    display.call['sales.setDiscount'](
      { lineNo: 1, discount: { percent: 100_000 as never }, approval: undefined },
      cashier,
    );
    expect(display.screen()).toEqual({
      show: 'bill',
      lines: [
        { lineNo: 1, name: 'Soap', unit: 'PCS', quantity: 2_000, price: 4_500, saved: 900, amount: 8_100 },
        { lineNo: 2, name: 'Rice', unit: 'KG', quantity: 437, price: 6_000, saved: 0, amount: 2_622 },
      ],
      earlier: 0,
      latest: 1,
      saved: 900,
      tax: null,
      credit: 0,
      advance: 0,
      // 107.22, rounded to the rupee.
      toPay: 10_700,
    });
  });

  it('says the tax where prices come without it', () => {
    const display = displayWith({ settings: { prices_include_tax: 0 } });
    display.add('soap');
    expect(display.showing('bill')).toMatchObject({ tax: 810, toPay: 5_310 });
  });

  it('marks what was scanned last, also when it added to an earlier line', () => {
    const display = displayWith();
    display.add('soap');
    display.add('rice');
    expect(display.showing('bill').latest).toBe(2);
    display.add('soap');
    expect(display.showing('bill').latest).toBe(1);
    // Looked at again, or after something else than lines changed, it is still that one.
    expect(display.showing('bill').latest).toBe(1);
    display.call['sales.setCustomer']({ customerId: 'meera' }, cashier);
    expect(display.showing('bill').latest).toBe(1);
    display.call['sales.removeLine']({ lineNo: 1 }, cashier);
    expect(display.showing('bill').latest).toBe(2);
  });

  it('is no longer than a screen, and still has what was scanned last', () => {
    const display = displayWith({
      products: Array.from({ length: 60 }, (_, i) => ({ ...soap, id: `p${i}`, name: `Soap ${i}` })),
    });
    for (let i = 0; i < 60; i++) display.add(`p${i}`);
    expect(display.showing('bill')).toMatchObject({ earlier: 20, latest: 60 });
    display.add('p3');
    const { lines, latest } = display.showing('bill');
    expect(lines).toHaveLength(40);
    expect(latest).toBe(4);
    expect(lines.map((line) => line.lineNo)).toContain(4);
  });

  it('has nothing of costs, stock, people, notes or codes in it', () => {
    const display = displayWith({
      settings: { name: 'Our shop' },
      products: [{ ...soap, sku: 'SOAP-SECRET', hsn: '3401' }],
      opening: { soap: 777_000 },
    });
    display.add('soap');
    display.call['sales.setCustomer']({ customerId: 'meera' }, cashier);
    display.call['sales.setNote']({ lineNo: 1, note: 'a secret of the line' }, cashier);
    display.call['sales.setNote']({ lineNo: undefined, note: 'a secret of the bill' }, cashier);
    const shown = JSON.stringify(display.view());
    for (const secret of ['Meera', '98765', 'secret', 'SECRET', '777', '3401', 'Asha', 'cost', 'meera']) {
      expect(shown).not.toContain(secret);
    }
  });
});

describe('paying on the customer’s screen', () => {
  it('asks for all of it, and for the part that is left', () => {
    const display = displayWith();
    display.add('soap', 2_000);
    display.tell({ mode: 'pay' });
    expect(display.screen()).toEqual({ show: 'pay', due: 9_000, total: 9_000, received: 0, saved: 0, code: null });
    display.tell({ mode: 'pay', received: 4_000, left: 5_000 });
    expect(display.screen()).toMatchObject({ due: 5_000, total: 9_000, received: 4_000 });
    display.tell({ mode: 'sell' });
    expect(display.screen()).toMatchObject({ show: 'bill' });
  });

  it('has a UPI code for exactly the amount', () => {
    const display = displayWith({ settings: { upi_id: 'asha@upi', name: 'Asha Kirana' } });
    display.add('soap', 2_000);
    display.tell({ mode: 'pay', received: 3_950, left: 5_050, upi: 5_050 });
    const { code } = display.showing('pay');
    expect(code?.amount).toBe(5_050);
    expect(new URL(code?.link ?? '').searchParams.get('am')).toBe('50.50');
    expect(new URL(code?.link ?? '').searchParams.get('pa')).toBe('asha@upi');
  });

  it.each([{ left: 9_001 }, { upi: 9_001 }, { received: 5_000, left: 4_001 }])(
    'never asks for more than the bill: %j',
    (more) => {
      const display = displayWith();
      display.add('soap', 2_000);
      display.tell({ mode: 'pay', ...more });
      expect(display.screen()).toEqual({ show: 'pay', due: 9_000, total: 9_000, received: 0, saved: 0, code: null });
    },
  );

  it('forgets the amounts once the bill is another one', () => {
    const display = displayWith({ settings: { upi_id: 'asha@upi' } });
    display.add('soap', 2_000);
    display.tell({ mode: 'pay', received: 4_000, left: 5_000, upi: 5_000 });
    display.add('soap');
    expect(display.screen()).toMatchObject({ show: 'pay', due: 13_500, received: 0, code: null });
  });
});

describe('a paid bill on the customer’s screen', () => {
  it('says thanks, what was paid and the change, for a while', async () => {
    const display = displayWith();
    display.add('soap', 2_000);
    display.tell({ mode: 'pay' });
    const billId = await display.pay(10_000);
    display.tell({ mode: 'done', billId });
    expect(display.screen()).toEqual({
      show: 'done',
      total: 9_000,
      received: 10_000,
      change: 1_000,
      due: 0,
      refunded: 0,
      saved: 0,
      forMs: 20_000,
    });
    // The cashier has gone on; the customer is still counting.
    display.tell({ mode: 'sell' });
    shop.clock.advance(19_000);
    expect(display.screen()).toMatchObject({ show: 'done', forMs: 1_000 });
    shop.clock.advance(1_000);
    expect(display.screen()).toMatchObject({ show: 'idle' });
  });

  it('makes way for the next customer’s first line, and does not come back', async () => {
    const display = displayWith();
    display.add('soap');
    display.tell({ mode: 'done', billId: await display.pay(4_500) });
    display.add('rice');
    expect(display.screen()).toMatchObject({ show: 'bill' });
    display.call['sales.clear']({}, cashier);
    expect(display.screen()).toMatchObject({ show: 'idle' });
  });

  it('is a bill that there is', () => {
    const display = displayWith();
    expect(refusal(() => display.tell({ mode: 'done', billId: noBill }))).toBe('not_found');
    expect(display.changes()).toBe(0);
  });
});
