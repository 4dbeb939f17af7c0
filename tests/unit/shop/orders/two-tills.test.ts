import { money } from '@shared/money';
import { afterEach, expect, it, vi } from 'vitest';
import { createAttention } from '../../../../src/main/network/attention';
import { OrderReview } from '../../../../src/main/shop/orders';
import type { Store } from '../../../../src/main/store';
import { foundShop } from '../../../support/counter';
import { staffUp } from '../../../support/day';
import { openOrders } from '../../../support/orders';
import { countOf as count, joinHub, startHub, until } from '../../../support/plain-hub';
import { makeTestShop } from '../../../support/shop-store';

const cake = '00000000-0000-7000-8000-00000000a001';
const ravi = '00000000-0000-7000-8000-00000000c001';
const [moved, billed] = ['00000000-0000-7000-8000-00000000b001', '00000000-0000-7000-8000-00000000b002'];
const paymentId = '00000000-0000-7000-8000-00000000e001';
const twice = `alert WHERE kind = 'order_billed_twice'`;
const closing: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

it('two tills that move one order and bill another while they cannot see each other lose nothing: the later stage holds, both moves and both bills stand, and somebody is told', {
  timeout: 30_000,
}, async () => {
  const shops = [makeTestShop(), makeTestShop()] as const;
  for (const shop of shops) closing.push(() => shop.dispose());
  const [a, b] = [shops[0].open(), shops[1].open()];
  foundShop(a, {
    products: [{ id: cake, name: 'Cake', price: money(60_000) }],
    customers: [{ id: ravi, name: 'Ravi' }],
  });
  await staffUp(a);
  const first = await startHub(shops[0], closing);
  await first.hub.enrol({ id: a.terminalId, series: 'A1' });
  await first.hub.enrol({ id: b.terminalId, name: 'Counter 2', role: 'counter' });
  for (const store of [a, b]) {
    const review = new OrderReview(store);
    store.replica.follow((entries) => review.confirmed(entries));
    joinHub(store, first.port, closing);
  }
  const [here, there] = [openOrders(a), openOrders(b)];
  for (const id of [moved, billed])
    here.call('orders.create', {
      ...{ id, customerId: ravi, name: 'Ravi', phone: null, dueDay: '2026-11-22', dueTime: null },
      ...{ way: 'pickup', address: null, note: null },
      lines: [{ productId: cake, name: 'Cake', quantity: 1_000, unitPrice: 60_000, note: null }],
    });
  here.call('orders.receive', { id: billed, paymentId, amount: 20_000, method: 'cash' });
  await until(b, () => count(b, 'sales_order') === 2 && count(b, 'order_payment') === 1);

  await first.stop();
  const bills = [here, there].map((till) => {
    const { id: cartId, revision } = till.call('orders.toBill', { id: billed });
    const payments = [{ method: 'cash' as const, amount: 40_000 }];
    return till.call('sales.complete', { cartId, revision, payments }).number;
  });
  here.call('orders.move', { id: moved, from: 'placed', to: 'accepted' });
  for (const { clock } of shops) clock.advance(60_000);
  there.call('orders.move', { id: moved, from: 'placed', to: 'ready' });

  const second = await startHub(shops[0], closing, first.port);
  const atRest = (store: Store) => until(store, () => store.replica.pendingCount() === 0);
  await Promise.all([atRest(a), atRest(b)]);
  await vi.waitUntil(() => [a, b].every((store) => count(store, twice) === 1), { timeout: 10_000 });
  await Promise.all([atRest(a), atRest(b)]);
  const { head } = await second.store.lane();
  await vi.waitUntil(() => [a, b].every((store) => store.replica.state().cursor === head), { timeout: 10_000 });
  for (const till of [here, there]) {
    const order = till.call('orders.get', { id: moved });
    expect(order.stage).toBe('ready');
    expect(order.history.map((event) => event.kind === 'stage' && event.to)).toEqual(['ready', 'accepted', 'placed']);
    const both = till.call('orders.get', { id: billed });
    expect(both.bills.map(({ number }) => number).toSorted()).toEqual(bills.toSorted());
    // Both bills took the advance: what it paid twice is owed, and nothing is lost.
    expect(till.call('customers.get', { id: ravi }).balance).toBe(20_000);
  }
  const alerts = [a, b].map((store) => store.sql(`SELECT id FROM ${twice}`).all());
  expect(alerts[0]).toEqual(alerts[1]);
  const item = createAttention(b, () => ({ replay: null }))
    .list()
    .find(({ kind }) => kind === 'order_billed_twice');
  expect(item).toMatchObject({ kind: 'order_billed_twice', number: 'A1P/2627/000002', link: `/orders/${billed}` });
  expect(item?.kind === 'order_billed_twice' && item.bills.toSorted()).toEqual(bills.toSorted());
});
