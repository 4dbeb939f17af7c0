import { limits } from '@shared/contract';
import { brokenCheck } from '@shared/entities';
import { quantity } from '@shared/money';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { freshness } from '../../../../src/renderer/live/topics';
import { cakeShop, openCakeShop } from '../../../support/orders';
import { refusal } from '../../../support/refusal';

const { cake, bread, id, paymentId } = cakeShop;

let at: Awaited<ReturnType<typeof openCakeShop>>;
beforeEach(async () => {
  at = await openCakeShop();
});
afterEach(() => at.shop.dispose());

describe('the tie of a bill to its order', () => {
  it('goes with the last of the order’s goods, and comes back with them', () => {
    const { till, asked, cash, pay, customer } = at;
    till.call('orders.create', asked({ advance: cash(20_000) }));
    till.call('orders.toBill', { id });
    till.call('sales.addLine', { productId: bread });
    expect(till.call('sales.removeLine', { lineNo: 1 })).toMatchObject({ order: null, totals: { advance: 0 } });
    expect(till.call('sales.undo', {}).order?.id).toBe(id);
    till.call('sales.removeLine', { lineNo: 1 });
    pay();
    expect(till.call('orders.get', { id })).toMatchObject({ stage: 'placed', billId: null, advance: 20_000 });
    expect(customer().balance).toBe(-20_000);
  });

  it('stays as long as any of them is on the bill', () => {
    const { till, asked, line, pay } = at;
    till.call('orders.create', asked({ lines: [line(cake, 60_000), line(bread, 4_000)] }));
    till.call('orders.toBill', { id });
    expect(till.call('sales.removeLine', { lineNo: 2 }).order?.id).toBe(id);
    const { billId } = pay();
    expect(till.call('orders.get', { id }).billId).toBe(billId);
  });

  it('an order that was changed meanwhile is not billed as it was', () => {
    const { till, asked, edit, line, pay } = at;
    till.call('orders.create', asked());
    till.call('orders.toBill', { id });
    edit({ lines: [line(cake, 60_000, 2_000)] });
    expect(refusal(() => pay())).toBe('order_changed');
    till.call('sales.clear', {});
    till.call('orders.toBill', { id });
    expect(pay()).toMatchObject({ total: 120_000 });
  });

  it('nor where the bill was on hold; what a cashier changes on an open bill is their own', () => {
    const { till, asked, edit, line, pay } = at;
    till.call('orders.create', asked());
    till.call('orders.toBill', { id });
    till.call('sales.hold', { name: 'Cake' });
    edit({ lines: [line(cake, 60_000, 2_000)] });
    const [held] = till.call('sales.held', {});
    till.call('sales.recall', { id: held?.id ?? '' });
    expect(refusal(() => pay())).toBe('order_changed');
    till.call('sales.clear', {});
    till.call('orders.toBill', { id });
    till.call('sales.setQuantity', { lineNo: 1, quantity: 1_000 });
    expect(pay()).toMatchObject({ total: 60_000 });
  });

  it('a bill that was held and taken up again as it was is paid', () => {
    const { till, asked, pay } = at;
    till.call('orders.create', asked());
    till.call('orders.toBill', { id });
    till.call('sales.hold', { name: 'Cake' });
    const [held] = till.call('sales.held', {});
    till.call('sales.recall', { id: held?.id ?? '' });
    expect(pay()).toMatchObject({ total: 60_000 });
  });
});

describe('handing over', () => {
  it('what costs anything goes with its bill', () => {
    const { till, asked, pay } = at;
    till.call('orders.create', asked());
    const over = { id, from: 'placed', to: 'delivered' } as const;
    expect(refusal(() => till.call('orders.move', over))).toBe('order_unbilled');
    till.call('orders.toBill', { id });
    pay();
    expect(till.call('orders.get', { id }).stage).toBe('delivered');
  });

  it('what is free needs none', () => {
    const { till, asked } = at;
    till.call(
      'orders.create',
      asked({ lines: [{ productId: null, name: 'Sample', quantity: 1_000, unitPrice: 0, note: null }] }),
    );
    expect(till.call('orders.move', { id, from: 'placed', to: 'delivered' }).stage).toBe('delivered');
  });

  it('a bill that is voided puts its order back among those that are ready', () => {
    const { till, asked, pay } = at;
    till.call('orders.create', asked());
    till.call('orders.toBill', { id });
    const { billId } = pay();
    till.call('sales.void', { billId, reason: 'wrong goods' });
    const order = till.call('orders.get', { id });
    expect(order).toMatchObject({ stage: 'ready', billId: null });
    expect(order.history.filter(({ kind }) => kind === 'stage')).toHaveLength(3);
  });

  it('what another till has handed over without a bill can be found', async () => {
    const { till, asked, elsewhere } = at;
    till.call('orders.create', asked());
    expect((await till.later('orders.list', { when: 'unbilled', limit: 5 })).total).toBe(0);
    elsewhere({ stage: 'delivered' });
    expect((await till.later('orders.list', { when: 'unbilled', limit: 5 })).rows).toMatchObject([{ id }]);
  });
});

describe('what cannot be', () => {
  const huge = { quantity: limits.quantity, unitPrice: limits.money };

  it('an order beyond what can be reckoned with is not taken, nor made of another', async () => {
    const { till, asked, edit } = at;
    const lines = [{ productId: null, name: 'Gold', ...huge, note: null }];
    expect(refusal(() => till.call('orders.create', asked({ lines })))).toBe('too_large');
    till.call('orders.create', asked());
    expect(refusal(() => edit({ lines }))).toBe('too_large');
    expect((await till.later('orders.list', { limit: 5 })).rows).toMatchObject([{ total: 60_000 }]);
  });

  it('one that another till has taken keeps no other off the board', async () => {
    const { till, asked, elsewhere } = at;
    till.call('orders.create', asked());
    const [line] = at.store
      .sql<[], { quantity: number }>(
        'SELECT line_no, product_id, name, unit, quantity, unit_price, list_price, note FROM sales_order_line',
      )
      .all()
      .map((row) => ({ ...row, quantity: quantity(limits.quantity), unit_price: limits.money }));
    elsewhere({ lines: [line] } as never); // proof: the row as it was read, but for two numbers
    expect((await till.later('orders.list', { limit: 5 })).rows).toMatchObject([{ id, total: 0 }]);
    expect(till.call('orders.get', { id }).lines).toHaveLength(1);
  });

  it('the same id with other contents is refused, and the same is answered', () => {
    const { till, asked, cash, line } = at;
    const first = asked({ customerId: null, advance: cash(5_000) });
    till.call('orders.create', first);
    expect(till.call('orders.create', first)).toMatchObject({ id, advance: 5_000 });
    for (const other of [
      { ...first, name: 'Farah' },
      { ...first, lines: [line(bread, 4_000)] },
      { ...first, dueDay: '2026-11-23' },
      { ...first, advance: { ...cash(5_000), paymentId: paymentId.replace('e001', 'e002') } },
    ]) {
      expect(refusal(() => till.call('orders.create', other))).toBe('bad_value');
    }
  });

  it('no till takes an order for a day that is none', () => {
    expect(brokenCheck('sales_order', { due_day: '2026-02-30' })).toBe('due_day');
    expect(brokenCheck('sales_order', { due_day: '2026-02-28' })).toBeNull();
  });
});

it('what an order changes is asked for again wherever it is shown', () => {
  const paid = ['sales_order', 'order_payment', 'order_bill', 'bill_void'] as const;
  for (const query of ['customers.get', 'customers.list', 'customers.accounts'] as const) {
    expect(freshness[query].topics).toEqual(expect.arrayContaining([...paid]));
  }
  expect(freshness['sales.cart'].topics).toEqual(expect.arrayContaining(['payment', 'bill_void']));
  for (const query of ['orders.list', 'orders.get', 'orders.message'] as const) {
    expect(freshness[query].topics).toEqual(expect.arrayContaining(['tax_class', 'customer', 'business_settings']));
  }
});
