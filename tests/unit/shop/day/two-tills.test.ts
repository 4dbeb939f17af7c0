import { money } from '@shared/money';
import { afterEach, expect, it } from 'vitest';
import { createAttention } from '../../../../src/main/network/attention';
import { auditLevels, type Store } from '../../../../src/main/store';
import { foundShop } from '../../../support/counter';
import { openDay, personOf, staffUp } from '../../../support/day';
import { eventually } from '../../../support/eventually';
import { countOf as count, joinHub, startHub, until } from '../../../support/plain-hub';
import { makeTestShop } from '../../../support/shop-store';

const soap = '00000000-0000-7000-8000-00000000a001';
const closing: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

it('two tills that take up one held bill and void one sale while they cannot see each other lose nothing and double nothing', async () => {
  const shops = [makeTestShop(), makeTestShop()] as const;
  for (const shop of shops) closing.push(() => shop.dispose());
  const [a, b] = [shops[0].open(), shops[1].open()];
  foundShop(a, { products: [{ id: soap, price: money(10_000) }] });
  await staffUp(a);
  const first = await startHub(shops[0], closing);
  await first.hub.enrol({ id: a.terminalId, series: 'A1' });
  await first.hub.enrol({ id: b.terminalId, name: 'Counter 2', role: 'counter' });
  joinHub(a, first.port, closing);
  joinHub(b, first.port, closing);

  const [here, there] = [openDay(a), openDay(b)];
  const { id: cartId, revision } = here.call('owner', 'sales.addLine', { productId: soap }).cart;
  const payments = [{ method: 'cash' as const, amount: 10_000 }];
  const { billId } = here.call('owner', 'sales.complete', { cartId, revision, payments });
  here.call('owner', 'sales.addLine', { productId: soap, quantity: 3000 });
  here.call('owner', 'sales.hold', { name: 'Blue shirt' });
  await until(b, () => count(b, 'held_bill') === 1);
  const [{ id: held } = { id: '' }] = there.call('owner', 'sales.held', {});
  expect(there.call('owner', 'sales.held', {})).toMatchObject([{ name: 'Blue shirt', mine: false }]);

  await first.stop();
  const carts = [here, there].map((till) => {
    till.call('owner', 'sales.void', { billId, reason: 'wrong goods' });
    return till.call('owner', 'sales.recall', { id: held });
  });
  expect(carts.map(({ lines }) => lines.map(({ quantity }) => quantity))).toEqual([[3000], [3000]]);
  expect(new Set([held, ...carts.map(({ id }) => id)]).size).toBe(3);

  const second = await startHub(shops[0], closing, first.port);
  await until(a, () => a.replica.pendingCount() === 0);
  await until(b, () => b.replica.pendingCount() === 0);
  const { head } = await second.store.lane();
  await eventually(() => expect([a, b].map((store) => store.replica.state().cursor)).toEqual([head, head]));
  // One of the two voids waits for somebody to look at it, and one of the two takings lost.
  const sum = (sql: string) => [a, b].reduce((all, store) => all + count(store, sql), 0);
  expect(sum(`outbox WHERE name = 'sale.void' AND attention = 1`)).toBe(1);
  expect(sum(`outbox WHERE name = 'sale.recall' AND outcome LIKE '{"status":"superseded"%'`)).toBe(1);
  const takers = [a, b].map((store) => store.sql('SELECT taken_terminal FROM held_bill').get());
  expect(takers[0]).toEqual(takers[1]);
  for (const store of [a, b]) {
    expect(count(store, 'bill_void')).toBe(1);
    expect(auditLevels(store)).toEqual([]);
    expect(store.sql('SELECT quantity FROM stock_level').all()).toEqual([{ quantity: 0 }]);
    expect(store.sql('SELECT sum(amount) AS n FROM cashbook_entry').get()).toEqual({ n: 0 });
    expect(count(store, `held_bill WHERE state = 'held'`)).toBe(0);
  }
  const names = new Map([
    [a, 'Counter 1'],
    [b, 'Counter 2'],
  ]);
  const told = [a, b].map((store) =>
    createAttention(store, () => ({ replay: null }))
      .list()
      .filter(({ kind }) => kind === 'held_taken_twice'),
  );
  const [winner, loser] = told[0]?.length === 0 ? [a, b] : [b, a];
  const of = (store: Store) => told[store === a ? 0 : 1];
  expect(of(winner)).toEqual([]);
  expect(of(loser)).toMatchObject([
    { name: 'Blue shirt', terminal: names.get(winner), link: null, actions: ['dismiss'] },
  ]);
  // It is no refusal: what is pushed to the screen names the other till.
  const mids = loser.replica.attention().map(({ mid }) => mid);
  expect(createAttention(loser, () => ({ replay: null })).takenTwice(mids)).toEqual(of(loser));
  expect(createAttention(loser, () => ({ replay: null })).takenTwice([])).toEqual([]);
  // Once it is a bill, that is where to look.
  const till = loser === a ? here : there;
  const { id, revision: at } = till.call('owner', 'sales.cart', {});
  const paid = [{ method: 'cash' as const, amount: 30_000 }];
  const made = till.call('owner', 'sales.complete', { cartId: id, revision: at, payments: paid });
  const desk = createAttention(loser, () => ({ replay: null }));
  expect(desk.list()).toContainEqual(expect.objectContaining({ link: `/bills/${made.billId}` }));
  await desk.act(desk.list().find(({ kind }) => kind === 'held_taken_twice')?.id ?? '', 'dismiss', personOf('owner'));
  expect(desk.list().map(({ kind }) => kind)).not.toContain('held_taken_twice');
});
