import { money } from '@shared/money';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Store } from '../../../../src/main/store';
import { foundShop } from '../../../support/counter';
import { staffUp } from '../../../support/day';
import { cakeShop, openCakeShop, openOrders } from '../../../support/orders';
import { countOf as count, joinHub, startHub, until } from '../../../support/plain-hub';
import { refusal } from '../../../support/refusal';
import { makeTestShop } from '../../../support/shop-store';

const { cake, ravi, id, paymentId } = cakeShop;
const numbered = (from: string, n: number) => from.replace('001', String(n).padStart(3, '0'));

describe('an advance is spent or returned once', () => {
  let at: Awaited<ReturnType<typeof openCakeShop>>;
  beforeEach(async () => {
    at = await openCakeShop();
    at.till.call('orders.create', at.asked({ advance: { ...at.cash(20_000), method: 'upi' } }));
  });
  afterEach(() => at.shop.dispose());
  const bill = () => {
    at.till.call('orders.toBill', { id });
    return at.pay();
  };

  it('taken back while the order waits: its bill asks for everything', () => {
    const { till, customer } = at;
    till.call('orders.toBill', { id });
    till.call('customerKhata.takeBack', { paymentId, reason: 'wrong' });
    expect(till.call('sales.cart', {}).totals).toMatchObject({ advance: 0, toPay: 60_000 });
    at.pay();
    expect([customer().balance, customer().storeCredit]).toEqual([0, 0]);
  });

  it('taken back after the bill has it: the customer owes that, and a void of the bill takes it off again', () => {
    const { till, customer } = at;
    const { billId } = bill();
    till.call('customerKhata.takeBack', { paymentId, reason: 'wrong' });
    expect([customer().balance, customer().storeCredit]).toEqual([20_000, 0]);
    till.call('sales.void', { billId, reason: 'wrong' });
    expect([customer().balance, customer().storeCredit]).toEqual([0, 0]);
    expect(till.call('orders.get', { id })).toMatchObject({ payment: 'unpaid', toPay: 60_000 });
  });

  it('its bill comes back whole: the goods are paid out, the advance does not come to life again', () => {
    const { till, customer } = at;
    const { billId } = bill();
    const returnId = paymentId.replace('e001', 'f001');
    const lines = [{ lineNo: 1, quantity: 1_000 }];
    till.call('sales.return', { returnId, billId, lines, reason: 'stale', refund: 'store_credit' });
    expect([customer().balance, customer().storeCredit]).toEqual([-60_000, 60_000]);
    expect(refusal(() => till.call('orders.toBill', { id }))).toBe('order_billed');
    expect(refusal(() => till.call('orders.cancel', { id, reason: 'x', advance: 'refund', paid: 20_000 }))).toBe(
      'order_billed',
    );
  });

  it('what it was too much is spent, and the bill voided after that: what was spent is owed', () => {
    const { till, customer } = at;
    till.call('orders.receive', {
      id,
      ...{ paymentId: numbered(paymentId, 2), amount: 50_000, method: 'upi', confirm: ['advance'] },
    });
    const { billId } = bill();
    expect(customer().storeCredit).toBe(10_000);
    till.call('sales.addLine', { productId: cakeShop.bread, quantity: 2_000 });
    till.call('sales.setCustomer', { customerId: ravi });
    const { id: cartId, revision } = till.call('sales.cart', {});
    till.call('sales.complete', { cartId, revision, payments: [{ method: 'store_credit', amount: 8_000 }] });
    till.call('sales.void', { billId, reason: 'wrong' });
    // 700 are the order’s again, of which 80 went into bread.
    expect([customer().balance, customer().storeCredit]).toEqual([-62_000, 0]);
    expect(till.call('orders.get', { id })).toMatchObject({ advance: 70_000 });
    bill();
    expect([customer().balance, customer().storeCredit]).toEqual([-2_000, 2_000]);
  });

  it('pays also where the customer was removed meanwhile', () => {
    const { till, customer } = at;
    till.call('customers.remove', { id: ravi });
    expect(bill()).toMatchObject({ due: 0 });
    expect(customer().balance).toBe(0);
  });
});

const closing: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

it('two tills that cannot see each other cancel, bill and move on the same orders: no money is lost or made, and both say the same', {
  timeout: 30_000,
}, async () => {
  const shops = [makeTestShop(), makeTestShop()] as const;
  for (const shop of shops) closing.push(() => shop.dispose());
  const [a, b] = [shops[0].open(), shops[1].open()];
  const people = [1, 2, 3].map((n) => ({ id: numbered(ravi, n), name: `Customer ${n}` }));
  foundShop(a, { products: [{ id: cake, name: 'Cake', price: money(60_000) }], customers: people });
  await staffUp(a);
  const first = await startHub(shops[0], closing);
  await first.hub.enrol({ id: a.terminalId, series: 'A1' });
  await first.hub.enrol({ id: b.terminalId, name: 'Counter 2', role: 'counter' });
  for (const store of [a, b]) joinHub(store, first.port, closing);
  const [here, there] = [openOrders(a), openOrders(b)];
  const orders = people.map((customer, n) => {
    const order = { id: numbered(id, n + 1), paymentId: numbered(paymentId, n + 1), customer: customer.id };
    here.call('orders.create', {
      ...{ id: order.id, customerId: customer.id, name: customer.name, phone: null, dueDay: '2026-11-22' },
      ...{ dueTime: null, way: 'pickup', address: null, note: null },
      lines: [{ productId: cake, name: 'Cake', quantity: 1_000, unitPrice: 60_000, note: null }],
      advance: { paymentId: order.paymentId, amount: 20_000, method: 'upi' },
    });
    return order;
  });
  await until(b, () => count(b, 'order_payment') === 3);
  await first.stop();

  const [refunded, cancelled, kept] = orders as [Order, Order, Order]; // proof: three people
  const cancel = (till: typeof here, order: Order, advance: 'refund' | 'keep') =>
    till.call('orders.cancel', { id: order.id, reason: 'no', advance, paid: 20_000 });
  const pay = (till: typeof here, method: 'upi' | 'store_credit', amount: number) => {
    const { id: cartId, revision } = till.call('sales.cart', {});
    till.call('sales.complete', { cartId, revision, payments: [{ method, amount }] });
  };
  // Given back here, in a bill there.
  cancel(here, refunded, 'refund');
  there.call('orders.toBill', { id: refunded.id });
  pay(there, 'upi', 40_000);
  // Given back at both.
  cancel(here, cancelled, 'refund');
  cancel(there, cancelled, 'refund');
  // Kept and spent here, moved on there.
  cancel(here, kept, 'keep');
  here.call('sales.addLine', { productId: cake, quantity: 1_000 });
  here.call('sales.setCustomer', { customerId: kept.customer });
  here.call('sales.setDiscount', { discount: { amount: 40_000 } });
  pay(here, 'store_credit', 20_000);
  for (const { clock } of shops) clock.advance(60_000);
  there.call('orders.move', { id: kept.id, from: 'placed', to: 'ready' });

  const second = await startHub(shops[0], closing, first.port);
  const isAtRest = async (store: Store) => {
    const { head } = await second.store.lane();
    return store.replica.pendingCount() === 0 && store.replica.state().cursor === head;
  };
  for (const store of [a, b]) await vi.waitUntil(() => isAtRest(store), { timeout: 15_000 });
  const money3 = (till: typeof here, { customer }: Order) => {
    const { balance, storeCredit } = till.call('customers.get', { id: customer });
    return [balance, storeCredit];
  };
  for (const till of [here, there]) {
    // 200 paid, 200 given back, 200 in a bill: owed.
    expect(money3(till, refunded)).toEqual([20_000, 0]);
    expect(till.call('orders.get', { id: refunded.id })).toMatchObject({ payment: 'paid', advance: 0 });
    // One undo of one id.
    expect(money3(till, cancelled)).toEqual([0, 0]);
    expect(till.call('orders.get', { id: cancelled.id })).toMatchObject({ stage: 'cancelled', advance: 0 });
    // The later stage holds, so the order waits again; what was spent is no one's to spend once more.
    expect(money3(till, kept)).toEqual([0, 0]);
    expect(till.call('orders.get', { id: kept.id })).toMatchObject({ stage: 'ready', advance: 20_000 });
  }
  expect((await second.store.quarantined()).map(({ code }) => code)).toEqual(['already_exists']);
  there.call('orders.toBill', { id: kept.id });
  pay(there, 'upi', 40_000);
  expect(money3(there, kept)).toEqual([20_000, 0]);
});

interface Order {
  readonly id: string;
  readonly paymentId: string;
  readonly customer: string;
}
