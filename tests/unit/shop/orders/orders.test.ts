import type { CallInput } from '@shared/contract';
import { money } from '@shared/money';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../../../src/main/store';
import { foundShop } from '../../../support/counter';
import { dayPins, personOf, staffUp } from '../../../support/day';
import { type OrderCounter, openOrders } from '../../../support/orders';
import { refusal } from '../../../support/refusal';
import { makeTestShop, type TestShop } from '../../../support/shop-store';

const cake = '00000000-0000-7000-8000-00000000a001';
const bread = '00000000-0000-7000-8000-00000000a002';
const ravi = '00000000-0000-7000-8000-00000000c001';
const id = '00000000-0000-7000-8000-00000000b001';
const shiftId = '00000000-0000-7000-8000-00000000d001';
const paymentId = '00000000-0000-7000-8000-00000000e001';

let shop: TestShop;
let store: Store;
let opened: string[];
let till: OrderCounter;
beforeEach(async () => {
  shop = makeTestShop();
  store = shop.open();
  foundShop(store, {
    products: [
      { id: cake, name: 'Chocolate cake', price: money(60_000), tax_class_id: 'gst18' },
      { id: bread, name: 'Bread', price: money(4_000) },
    ],
    opening: { [cake]: 10_000 },
    customers: [{ id: ravi, name: 'Ravi', phone: '98200 11111' }],
  });
  await staffUp(store);
  opened = [];
  till = openOrders(store, opened);
});
afterEach(() => shop.dispose());

const line = (productId: string | null, unitPrice: number, quantity = 1_000, name = 'Cake with a name on it') => ({
  productId,
  name,
  quantity,
  unitPrice,
  note: null,
});
const asked = (more: Partial<CallInput<'orders.create'>> = {}): CallInput<'orders.create'> => ({
  id,
  customerId: ravi,
  name: 'Ravi',
  phone: '98200 11111',
  dueDay: '2026-11-22',
  dueTime: '17:00',
  way: 'pickup',
  address: null,
  note: null,
  lines: [line(cake, 60_000)],
  ...more,
});
const cash = (amount: number) => ({ paymentId, amount, method: 'cash' as const });
const balance = () => till.call('customers.get', { id: ravi }).balance;

function pay(cartId: string, revision: number, amount: number, method: 'cash' | 'store_credit' = 'cash') {
  return till.call('sales.complete', { cartId, revision, payments: amount === 0 ? [] : [{ method, amount }] });
}
function billIt() {
  const cart = till.call('orders.toBill', { id });
  return pay(cart.id, cart.revision, cart.totals.cashDue);
}

describe('stages', () => {
  it('an order begins as placed, and each move is a row with who, when, from and to', () => {
    expect(till.call('orders.create', asked(), 'cashier')).toMatchObject({
      number: 'A1P/2627/000001',
      stage: 'placed',
      payment: 'unpaid',
      total: 60_000,
      goods: 'Chocolate cake',
      due: 'later',
    });
    till.call('orders.move', { id, from: 'placed', to: 'accepted' }, 'cashier');
    const moved = till.call('orders.move', { id, from: 'accepted', to: 'ready' }, 'cashier');
    expect(moved.stage).toBe('ready');
    expect(moved.history).toMatchObject([
      { kind: 'stage', from: 'accepted', to: 'ready', by: 'cashier', terminal: 'Counter 1' },
      { kind: 'stage', from: 'placed', to: 'accepted' },
      { kind: 'stage', from: null, to: 'placed' },
    ]);
  });

  it('nobody moves an order from where it does not stand any more', () => {
    till.call('orders.create', asked());
    till.call('orders.move', { id, from: 'placed', to: 'ready' });
    expect(refusal(() => till.call('orders.move', { id, from: 'placed', to: 'accepted' }))).toBe('order_moved');
    // The same once more, for an answer that got lost.
    till.call('orders.move', { id, from: 'placed', to: 'ready' });
    expect(till.call('orders.get', { id }).history).toHaveLength(2);
  });

  it('asking again with the same id takes no second order', async () => {
    till.call('orders.create', asked({ advance: cash(5_000) }));
    till.call('orders.create', asked({ advance: cash(5_000) }));
    expect(await till.later('orders.list', { limit: 10 })).toMatchObject({ total: 1, stages: { placed: 1 } });
    expect(balance()).toBe(-5_000);
  });

  it('is late from its minute, without a time from the day after, and never once it was handed over', async () => {
    const due = (dueDay: string, dueTime: string | null) => {
      till.call('orders.edit', { ...contentOf(), id, dueDay, dueTime });
      return till.call('orders.get', { id }).due;
    };
    const contentOf = () => {
      const { advance: _advance, confirm: _confirm, ...content } = asked();
      return content;
    };
    till.call('orders.create', asked());
    // It is ten o'clock on the 21st.
    expect(due('2026-11-21', '09:59')).toBe('overdue');
    expect(due('2026-11-21', '10:00')).toBe('today');
    expect(due('2026-11-21', null)).toBe('today');
    expect(due('2026-11-20', null)).toBe('overdue');
    expect((await till.later('orders.list', { when: 'overdue', limit: 10 })).total).toBe(1);
    billIt();
    expect(till.call('orders.get', { id }).due).toBeNull();
    expect((await till.later('orders.list', { when: 'overdue', limit: 10 })).total).toBe(0);
  });

  it('what has no money in it can be removed, and brought back', async () => {
    till.call('orders.create', asked());
    till.call('orders.remove', { id });
    expect((await till.later('orders.list', { limit: 10 })).total).toBe(0);
    till.call('orders.restore', { id });
    till.call('orders.receive', { id, ...cash(10_000) });
    expect(refusal(() => till.call('orders.remove', { id }))).toBe('order_paid');
  });
});

describe('prices', () => {
  it('another price than the catalogue’s is agreed by whoever may change prices, and holds afterwards', async () => {
    const cheaper = asked({ lines: [line(cake, 50_000)] });
    expect(refusal(() => till.call('orders.create', cheaper, 'cashier'))).toBe('approval_required');
    const need = { action: 'price', subject: `${id}:1`, value: 50_000 } as const;
    const manager = { staffId: personOf('manager'), pin: dayPins.manager };
    const { approval } = await till.later('staff.approve', { ...manager, ...need }, 'cashier');
    till.call('orders.create', { ...cheaper, approvals: [approval] }, 'cashier');
    // It was agreed: a new note needs nobody.
    const { advance: _advance, confirm: _confirm, ...same } = cheaper;
    till.call('orders.edit', { ...same, note: 'no nuts' }, 'cashier');
    expect(till.call('orders.get', { id }).lines).toMatchObject([{ unitPrice: 50_000, listPrice: 60_000 }]);
  });
});

describe('an advance', () => {
  it('is a payment of the customer: in the drawer, the X report and the khata, and nothing else pays with it', () => {
    till.call('shift.open', { shiftId, float: 100_000 });
    till.call('orders.create', asked());
    const paid = till.call('orders.receive', { id, ...cash(20_000) }, 'cashier');
    till.call('orders.receive', { id, ...cash(20_000) }, 'cashier');
    expect(paid).toMatchObject({ advance: 20_000, toPay: 40_000, payment: 'advance' });
    expect(till.call('shift.report', { shiftId })).toMatchObject({
      expected: 120_000,
      duesReceived: 20_000,
      payments: [{ method: 'cash', amount: 20_000 }],
    });
    expect(till.call('customers.get', { id: ravi })).toMatchObject({ balance: -20_000, storeCredit: 0 });
    expect(till.call('customerKhata.entries', { id: ravi, limit: 5 }).rows).toMatchObject([
      { kind: 'payment', amount: -20_000, note: 'A1P/2627/000001' },
    ]);
    // Bread is not paid with the cake's money.
    const { cart } = till.call('sales.addLine', { productId: bread });
    till.call('sales.setCustomer', { customerId: ravi });
    const { revision } = till.call('sales.cart', {});
    expect(refusal(() => pay(cart.id, revision, 4_000, 'store_credit'))).toBe('store_credit_short');
  });

  it('wants an open shift where the shop works with shifts, as dues do', async () => {
    till.call('settings.save', { require_shift: 1 });
    expect(refusal(() => till.call('orders.create', asked({ advance: cash(10_000) })))).toBe('shift_required');
    expect((await till.later('orders.list', { limit: 10 })).total).toBe(0);
    // What does not go through the drawer needs none.
    till.call('orders.create', asked({ advance: { ...cash(10_000), method: 'upi' } }));
    expect(till.call('orders.get', { id })).toMatchObject({ advance: 10_000 });
  });

  it('gives an order that had only a name its customer: whoever has the phone, else a new one', () => {
    till.call('orders.create', asked({ customerId: null, advance: cash(10_000) }));
    expect(till.call('orders.get', { id }).customerId).toBe(ravi);
    const other = id.replace('b001', 'b002');
    const named = { id: other, customerId: null, name: 'Farah', phone: '98200 22222' };
    till.call('orders.create', asked(named));
    till.call('orders.receive', { ...cash(10_000), id: other, paymentId: paymentId.replace('e001', 'e002') });
    const { customerId } = till.call('orders.get', { id: other });
    expect(till.call('customers.get', { id: customerId ?? '' })).toMatchObject({
      name: 'Farah',
      phone: '98200 22222',
      balance: -10_000,
    });
  });

  it('more than is to be paid is asked back, and holds the customer on the order', () => {
    expect(refusal(() => till.call('orders.create', asked({ advance: cash(60_001) })))).toBe('overpaid');
    till.call('orders.create', asked());
    const more = { id, ...cash(60_001) };
    expect(refusal(() => till.call('orders.receive', more))).toBe('overpaid');
    till.call('orders.receive', { ...more, confirm: ['advance'] });
    expect(till.call('orders.get', { id })).toMatchObject({ payment: 'paid', toPay: 0 });
    const { advance: _advance, confirm: _confirm, ...content } = asked({ customerId: null });
    expect(refusal(() => till.call('orders.edit', content))).toBe('order_paid');
  });
});

describe('cancelling', () => {
  it('with an advance is a manager’s; the money goes back the way it came', async () => {
    till.call('shift.open', { shiftId, float: 100_000 });
    till.call('orders.create', asked({ advance: cash(20_000) }));
    const cancel = { id, reason: 'Party called off', advance: 'refund' as const, paid: 20_000 };
    expect(refusal(() => till.call('orders.cancel', cancel, 'cashier'))).toBe('approval_required');
    const need = { action: 'order_cancel', subject: id, value: 20_000 } as const;
    const manager = { staffId: personOf('manager'), pin: dayPins.manager };
    const { approval } = await till.later('staff.approve', { ...manager, ...need }, 'cashier');
    const cancelled = till.call('orders.cancel', { ...cancel, approval }, 'cashier');
    expect(cancelled).toMatchObject({ stage: 'cancelled', advance: 0, payment: 'unpaid' });
    expect(cancelled.history.map(({ kind }) => kind).toSorted()).toEqual(['advance', 'refund', 'stage', 'stage']);
    expect(till.call('shift.report', { shiftId })).toMatchObject({ expected: 100_000, duesReceived: 0 });
    expect(balance()).toBe(0);
    expect(refusal(() => till.call('orders.cancel', cancel))).toBe('order_closed');
    expect(refusal(() => till.call('orders.toBill', { id }))).toBe('order_closed');
    // Without money in it, it may be placed again.
    expect(till.call('orders.move', { id, from: 'cancelled', to: 'placed' }).stage).toBe('placed');
  });

  it('or stays in the khata as store credit, which pays anything', () => {
    till.call('orders.create', asked({ advance: cash(20_000) }));
    const kept = till.call('orders.cancel', { id, reason: 'No time', advance: 'keep', paid: 20_000 }, 'manager');
    expect(kept).toMatchObject({ stage: 'cancelled', advance: 20_000, payment: 'store_credit' });
    expect(till.call('customers.get', { id: ravi })).toMatchObject({ balance: -20_000, storeCredit: 20_000 });
    expect(refusal(() => till.call('orders.move', { id, from: 'cancelled', to: 'placed' }))).toBe('order_paid');
  });

  it('without an advance is anybody’s who sells', () => {
    till.call('orders.create', asked());
    expect(till.call('orders.cancel', { id, reason: 'Twice', advance: 'keep', paid: 0 }, 'cashier').stage).toBe(
      'cancelled',
    );
  });
});

describe('the bill of an order', () => {
  it('has its lines at the price agreed and its advance as a payment made; the rest is paid', () => {
    till.call('orders.create', asked({ advance: cash(20_000) }));
    store.mutate({ name: 'test.price', kind: 'request', actor: 'test' }, (m) =>
      m.set('product', cake, { price: money(70_000) }),
    );
    const cart = till.call('orders.toBill', { id }, 'cashier');
    expect(cart).toMatchObject({
      order: { id, number: 'A1P/2627/000001' },
      customer: { id: ravi },
      lines: [{ productId: cake, unitPrice: 60_000 }],
      totals: { total: 60_000, advance: 20_000, toPay: 40_000, cashDue: 40_000 },
    });
    const done = pay(cart.id, cart.revision, 50_000);
    expect(done).toMatchObject({ total: 60_000, paid: 60_000, change: 10_000, due: 0 });
    expect(till.call('sales.bill', { id: done.billId }).payments).toMatchObject([
      { method: 'store_credit', amount: 20_000 },
      { method: 'cash', amount: 40_000 },
    ]);
    expect(balance()).toBe(0);
    expect(till.call('orders.get', { id })).toMatchObject({
      stage: 'delivered',
      billId: done.billId,
      advance: 0,
      toPay: 0,
      payment: 'paid',
    });
  });

  it('needs nothing more when all of it was paid before', () => {
    till.call('orders.create', asked({ advance: cash(60_000) }));
    const cart = till.call('orders.toBill', { id });
    expect(cart.totals).toMatchObject({ toPay: 0, cashDue: 0 });
    expect(pay(cart.id, cart.revision, 0)).toMatchObject({ paid: 60_000, change: 0, due: 0 });
    expect(balance()).toBe(0);
  });

  it('leaves what was paid too much as store credit', () => {
    till.call('orders.create', asked({ advance: cash(70_000), confirm: ['advance'] }));
    const cart = till.call('orders.toBill', { id });
    expect(cart.totals).toMatchObject({ advance: 60_000, toPay: 0 });
    pay(cart.id, cart.revision, 0);
    expect(till.call('customers.get', { id: ravi })).toMatchObject({ balance: -10_000, storeCredit: 10_000 });
  });

  it('uses the advance also where the customer owes more than that for other things', () => {
    till.call('customerKhata.adjust', { entryId: shiftId, id: ravi, amount: 100_000, reason: 'paper book' });
    till.call('orders.create', asked({ advance: cash(20_000) }));
    expect(billIt()).toMatchObject({ paid: 60_000, due: 0 });
    expect(balance()).toBe(100_000);
  });

  it('is made once: the order is billed, or its bill is void and it is an order again', () => {
    till.call('orders.create', asked({ advance: cash(20_000) }));
    const { billId } = billIt();
    expect(refusal(() => till.call('orders.toBill', { id }))).toBe('order_billed');
    expect(refusal(() => till.call('orders.cancel', { id, reason: 'x', advance: 'keep', paid: 0 }))).toBe(
      'order_billed',
    );
    till.call('sales.void', { billId, reason: 'wrong goods' });
    expect(till.call('orders.get', { id })).toMatchObject({ billId: null, advance: 20_000, payment: 'advance' });
    expect(balance()).toBe(-20_000);
    expect(billIt()).toMatchObject({ paid: 60_000 });
    expect(balance()).toBe(0);
  });

  it('waits as a held bill and stays the bill of the order; the second of two is refused', () => {
    till.call('orders.create', asked({ advance: cash(20_000) }));
    till.call('orders.toBill', { id });
    till.call('sales.hold', { name: 'Cake' });
    const [held] = till.call('sales.held', {});
    billIt();
    const again = till.call('sales.recall', { id: held?.id ?? '' });
    expect(again.order?.id).toBe(id);
    expect(again.totals).toMatchObject({ advance: 0, toPay: 60_000 });
    expect(refusal(() => pay(again.id, again.revision, 60_000))).toBe('order_billed');
    expect(till.call('sales.clear', {}).order).toBeNull();
    expect(till.call('sales.undo', {}).order?.id).toBe(id);
  });

  it('wants a product for each line, and an empty counter', () => {
    till.call('orders.create', asked({ lines: [line(cake, 60_000), line(null, 30_000)] }));
    expect(till.call('orders.get', { id }).total).toBe(90_000);
    expect(refusal(() => till.call('orders.toBill', { id }))).toBe('order_words');
    const {
      advance: _advance,
      confirm: _confirm,
      ...content
    } = asked({ lines: [line(cake, 60_000), line(bread, 30_000)] });
    till.call('orders.edit', content);
    till.call('sales.addLine', { productId: bread });
    expect(refusal(() => till.call('orders.toBill', { id }))).toBe('cart_not_empty');
    till.call('sales.clear', {});
    expect(till.call('orders.toBill', { id }).totals.total).toBe(90_000);
  });

  it('of what is delivered leaves its stage to whoever brings it', () => {
    till.call('orders.create', asked({ way: 'delivery', address: '4 Hill Road' }));
    till.call('orders.move', { id, from: 'placed', to: 'ready' });
    billIt();
    expect(till.call('orders.get', { id })).toMatchObject({ stage: 'ready', payment: 'paid' });
    expect(till.call('orders.move', { id, from: 'ready', to: 'delivered' }).stage).toBe('delivered');
  });
});

it('tells the customer where the order stands, in the words of the stage', async () => {
  till.call('orders.create', asked({ advance: cash(20_000), dueTime: '17:30' }));
  expect((await till.later('orders.message', { id })).text).toMatch(/ for 2\d Nov 2026, 5:30 pm: Chocolate cake\. /);
  till.call('orders.move', { id, from: 'placed', to: 'ready' });
  const { text, phone } = await till.later('orders.message', { id });
  expect(phone).toBe('919820011111');
  expect(text).toMatch(/^Dear Ravi, your order A1P\/2627\/000001 is ready at .*: Chocolate cake\. To pay: ₹\s?400/);
  await till.later('orders.openMessage', { id });
  expect(opened).toEqual([`https://wa.me/919820011111?text=${encodeURIComponent(text)}`]);
});
