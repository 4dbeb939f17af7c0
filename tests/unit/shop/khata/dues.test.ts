import { money } from '@shared/money';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { foundShop, openCounter } from '../../../support/counter';
import { openKhata } from '../../../support/khata';
import { makeTestShop, type TestShop } from '../../../support/shop-store';

const ravi = '00000000-0000-7000-8000-00000000c001';
const entryId = '00000000-0000-7000-8000-00000000e003';

let shop: TestShop;
beforeEach(() => {
  shop = makeTestShop();
});
afterEach(() => shop.dispose());

it('what comes back of a bill paid partly with store credit lowers what is to be paid for that bill', () => {
  const store = shop.open();
  foundShop(store, {
    products: [{ id: 'soap', price: money(10_000) }],
    customers: [{ id: ravi, name: 'Ravi', credit_days: 30 }],
  });
  const counter = openCounter(store);
  const khata = openKhata(store);
  khata.call('customerKhata.adjust', { entryId, id: ravi, amount: -10_000, reason: 'advance' });

  shop.clock.advance(1);
  counter.customer(ravi);
  counter.add('soap', 10_000);
  const first = counter.pay(['store_credit', 10_000], ['on_account', 90_000]);

  shop.clock.advance(1);
  store.mutate({ name: 'test', kind: 'request', actor: 's' }, (m) => m.set('customer', ravi, { credit_days: 0 }));
  counter.customer(ravi);
  counter.add('soap', 8_000);
  counter.pay(['on_account', 80_000]);

  shop.clock.advance(1);
  counter.giveBack(first.billId, [[1, 10_000]], 'store_credit');
  // Nothing is left of the first bill. Of the second its own day counts, and the advance alone has settled of it.
  expect(khata.call('customerKhata.summary', { id: ravi })).toMatchObject({
    balance: 70_000,
    oldestDue: '2026-11-21',
    ages: [70_000, 0, 0, 0, 0],
  });
});
