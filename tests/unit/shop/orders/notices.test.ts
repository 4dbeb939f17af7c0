import { money } from '@shared/money';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { dueOrderNotices, orderEvents, orderNoticeShown } from '../../../../src/main/shop/orders';
import type { Store } from '../../../../src/main/store';
import { foundShop } from '../../../support/counter';
import { openOrders } from '../../../support/orders';
import { makeTestShop, type TestShop } from '../../../support/shop-store';
import { Log, welcome } from '../../store/replica/log';

const goods = '00000000-0000-7000-8000-00000000a001';
const orderId = (n: number) => `00000000-0000-7000-8000-00000000b00${n}`;
const paymentId = '00000000-0000-7000-8000-00000000e001';

let shop: TestShop;
let store: Store;
beforeEach(() => {
  shop = makeTestShop();
  store = shop.open();
});
afterEach(() => shop.dispose());

function take(n: number, till: ReturnType<typeof openOrders>) {
  return till.call('orders.create', {
    id: orderId(n),
    ...{ customerId: null, name: 'Farah', phone: '98200 22222', dueDay: '2026-11-22', dueTime: null },
    ...{ way: 'pickup', address: null, note: null },
    lines: [{ productId: null, name: 'Cake', quantity: 1_000, unitPrice: 60_000, note: null }],
  });
}

it('an order that another till has taken is told of once, an own one never', () => {
  foundShop(store, { products: [{ id: goods, price: money(10_000) }] });
  const till = openOrders(store);
  take(1, till);
  expect(dueOrderNotices(store, shop.clock.now())).toEqual([]);
  const { deleted_at: _, ...own } = store.sql<[], Record<string, unknown>>('SELECT * FROM sales_order').get() ?? {};
  welcome(store);
  const log = new Log(store);
  const bring = (n: number) => {
    const row = { ...own, id: orderId(n), number: `B1P/2627/00000${n}`, terminal_id: 'other', lines: [] };
    log.next([{ op: 'put', entity: 'sales_order', id: orderId(n), row }]);
  };
  bring(2);
  bring(3);
  const due = () => dueOrderNotices(store, shop.clock.now()).flatMap(({ orders }) => orders.map(({ id }) => id));
  expect(due()).toEqual([orderId(2), orderId(3)]);
  orderNoticeShown(store, [orderId(2), orderId(3), 'an alert']);
  expect(due()).toEqual([]);
  bring(4);
  expect(due()).toEqual([orderId(4)]);
  // Days later it is no news.
  shop.clock.advance(2 * 86_400_000);
  expect(due()).toEqual([]);
});

it('each change of an order is an event of its kind', () => {
  foundShop(store, { products: [{ id: goods, price: money(10_000) }] });
  const till = openOrders(store);
  const heard: string[] = [];
  store.changes.subscribe(({ topic, ids = [], seq }) => {
    for (const event of orderEvents(store, [{ topic: topic as 'sales_order', ids, seq }])) heard.push(event.type);
  });
  const during = (work: () => unknown) => {
    heard.length = 0;
    work();
    return [...new Set(heard)].toSorted();
  };
  expect(during(() => take(1, till))).toContain('order:created');
  const id = orderId(1);
  expect(during(() => till.call('orders.move', { id, from: 'placed', to: 'ready' }))).toContain('order:stage_change');
  const paid = { id, paymentId, amount: 10_000, method: 'upi' as const };
  expect(during(() => till.call('orders.receive', paid))).toContain('order:payment_update');
  const back = { paymentId, reason: 'wrong amount' };
  expect(during(() => till.call('customerKhata.takeBack', back))).toEqual(['order:payment_update']);
  expect(during(() => till.call('orders.remove', { id }))).toEqual(['order:deleted']);
  expect(during(() => till.call('orders.restore', { id }))).toEqual(['order:status_update']);
  expect(during(() => till.call('sales.addLine', { productId: goods }))).toEqual([]);
});
