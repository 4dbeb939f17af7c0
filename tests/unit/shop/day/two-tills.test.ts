import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { money } from '@shared/money';
import { registrySchema } from '@shared/sync';
import { afterEach, expect, it } from 'vitest';
import { Hub, openSqliteHub, serveHub } from '../../../../src/hub';
import { auditLevels, type Store } from '../../../../src/main/store';
import { plainLine, startSync } from '../../../../src/main/sync';
import { foundShop } from '../../../support/counter';
import { openDay, staffUp } from '../../../support/day';
import { makeTestShop, type TestShop } from '../../../support/shop-store';

const soap = '00000000-0000-7000-8000-00000000a001';
const silent = { info: () => {}, warn: () => {}, error: () => {} };
const closing: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function startHub({ clock, ids, folder }: TestShop, port: number) {
  const store = openSqliteHub({ file: join(folder, 'hub.db'), newEpoch: () => ids.next() });
  const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
  const hub = new Hub({ store, clock, ids, sha256, log: silent, schema: registrySchema });
  const server = await serveHub(hub, { port, host: '127.0.0.1' });
  let isUp = true;
  const stop = async () => {
    if (!isUp) return;
    isUp = false;
    await server.close();
    await store.close();
  };
  closing.push(stop);
  return { hub, port: server.port, stop };
}

function joinHub(store: Store, port: number) {
  const client = startSync({ store, open: plainLine(`ws://127.0.0.1:${port}`), schema: registrySchema, log: silent });
  closing.push(() => client.stop());
  return client;
}

/** Resolves when `isSo` holds, looked at after every change of the store. */
function until(store: Store, isSo: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (!isSo()) return;
      unsubscribe();
      resolve();
    };
    const unsubscribe = store.changes.subscribe(look);
    look();
  });
}

const count = (store: Store, sql: string) => store.sql<[], { n: number }>(`SELECT count(*) AS n FROM ${sql}`).get()?.n;

it('two tills that take up one held bill and void one sale while they cannot see each other lose nothing and double nothing', {
  timeout: 30_000,
}, async () => {
  const shops = [makeTestShop(), makeTestShop()] as const;
  for (const shop of shops) closing.push(() => shop.dispose());
  const [a, b] = [shops[0].open(), shops[1].open()];
  foundShop(a, { products: [{ id: soap, price: money(10_000) }] });
  await staffUp(a);
  const first = await startHub(shops[0], 0);
  await first.hub.enrol({ id: a.terminalId, series: 'A1' });
  await first.hub.enrol({ id: b.terminalId, name: 'Counter 2', role: 'counter' });
  joinHub(a, first.port);
  joinHub(b, first.port);

  const [here, there] = [openDay(a), openDay(b)];
  const { id: cartId, revision } = here.call('owner', 'sales.addLine', { productId: soap }).cart;
  const payments = [{ method: 'cash' as const, amount: 10_000 }];
  const { billId } = here.call('owner', 'sales.complete', { cartId, revision, payments });
  here.call('owner', 'sales.addLine', { productId: soap, quantity: 3000 });
  const held = here.call('owner', 'sales.cart', {}).id;
  here.call('owner', 'sales.hold', { name: 'Blue shirt' });
  await until(b, () => count(b, 'held_bill') === 1);
  expect(there.call('owner', 'sales.held', {})).toMatchObject([{ id: held, name: 'Blue shirt', mine: false }]);

  await first.stop();
  const carts = [here, there].map((till) => {
    till.call('owner', 'sales.void', { billId, reason: 'wrong goods' });
    return till.call('owner', 'sales.recall', { id: held });
  });
  expect(carts.map(({ lines }) => lines.map(({ quantity }) => quantity))).toEqual([[3000], [3000]]);
  expect(new Set([held, ...carts.map(({ id }) => id)]).size).toBe(3);

  await startHub(shops[0], first.port);
  await until(a, () => a.replica.pendingCount() === 0);
  await until(b, () => b.replica.pendingCount() === 0);
  // One of the two voids waits for somebody to look at it, and one of the two takings lost.
  const sum = (sql: string) => [a, b].reduce((all, store) => all + (count(store, sql) ?? 0), 0);
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
});
