import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { systemClock } from '@shared/clock';
import { registrySchema } from '@shared/sync';
import { afterEach, expect, it } from 'vitest';
import { Hub, type HubServer, openSqliteHub, serveHub } from '../../../src/hub';
import type { Store } from '../../../src/main/store';
import { type SyncClient, startSync } from '../../../src/main/sync';
import { eventually } from '../../support/eventually';
import { plainLine } from '../../support/plain-line';
import { customerRow, productRow, saleRows } from '../../support/sale-rows';
import { makeIds, makeTestShop, type TestShop } from '../../support/shop-store';

const silent = { info: () => {}, warn: () => {}, error: () => {} };
const ids = makeIds(systemClock);
const closing: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function startHub(file: string, port: number): Promise<{ hub: Hub; server: HubServer; stop(): Promise<void> }> {
  const store = openSqliteHub({ file, newEpoch: () => ids.next() });
  const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
  const hub = new Hub({ store, clock: systemClock, ids, sha256, log: silent, schema: registrySchema });
  const server = await serveHub(hub, { port, host: '127.0.0.1' });
  let isUp = true;
  const stop = async () => {
    if (!isUp) return;
    isUp = false;
    await server.close();
    await store.close();
  };
  closing.push(stop);
  return { hub, server, stop };
}

function joinHub(shop: TestShop, port: number): { store: Store; client: SyncClient } {
  const store = shop.open({ clock: systemClock, ids });
  const client = startSync({ store, open: plainLine(`ws://127.0.0.1:${port}`), schema: registrySchema, log: silent });
  closing.push(() => client.stop());
  return { store, client };
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

const level = (store: Store) =>
  store.get(store.kysely.selectFrom('stock_level').select('quantity').where('product_id', '=', 'p'))?.quantity;

it('a sale on one till changes the stock of the other, over real sockets and across a restart of the hub', async () => {
  const shops = [makeTestShop(), makeTestShop()] as const;
  for (const shop of shops) closing.push(() => shop.dispose());
  const file = join(shops[0].folder, 'hub.db');
  const first = await startHub(file, 0);
  const { port } = first.server;
  const a = joinHub(shops[0], port);
  const b = joinHub(shops[1], port);
  await first.hub.enrol({ id: a.store.terminalId, series: 'A' });
  await first.hub.enrol({ id: b.store.terminalId, name: 'B', role: 'counter' });
  // Both were turned away while nobody had admitted them.
  a.client.nudge();
  b.client.nudge();

  a.store.mutate({ name: 'shop.create', kind: 'fact', actor: 'system' }, (m) => {
    m.put('product', productRow('p'));
    m.put('customer', customerRow('c'));
  });
  await until(b.store, () => b.store.sql('SELECT 1 FROM product').get() !== undefined);

  await first.stop();
  const { bill, movements, payment, cash } = saleRows('b1', 'A/1', ['p']);
  a.store.mutate({ name: 'sale.complete', kind: 'fact', actor: 'system' }, (m) => {
    m.put('bill', bill);
    for (const movement of movements) m.move(movement);
    m.put('payment', payment);
    m.put('cashbook_entry', cash);
  });
  expect(level(b.store)).toBeUndefined();

  const second = await startHub(file, port);
  await until(b.store, () => level(b.store) === -1000);
  await until(a.store, () => a.store.replica.pendingCount() === 0);
  expect(await (await fetch(`http://127.0.0.1:${port}/healthz`)).text()).toBe('ok\n');
  expect(await (await fetch(`http://127.0.0.1:${port}/metrics`)).text()).toContain('galla_hub_live 2');
  expect(second.hub.figures.refusedMessages).toBe(0);
});

it('a row that another till has made is told as news; one of this till, and an edit, are not', async () => {
  const shops = [makeTestShop(), makeTestShop()] as const;
  for (const shop of shops) closing.push(() => shop.dispose());
  const { hub, server } = await startHub(join(shops[0].folder, 'hub.db'), 0);
  const a = joinHub(shops[0], server.port);
  const b = joinHub(shops[1], server.port);
  await hub.enrol({ id: a.store.terminalId, series: 'A' });
  await hub.enrol({ id: b.store.terminalId, name: 'B', role: 'counter' });
  const news: string[] = [];
  const listen = (who: string, store: Store) =>
    store.changes.subscribe(({ topic, arrived = [] }) => {
      if (topic === 'customer') news.push(...arrived.map((id) => `${who}: ${id}`));
    });
  listen('a', a.store);
  listen('b', b.store);
  a.client.nudge();
  b.client.nudge();

  const edit = (store: Store, name: string) =>
    store.mutate({ name: 'customer.edit', kind: 'request', actor: 'system' }, (m) => m.set('customer', 'c', { name }));
  const isCalled = (store: Store, name: string) => () =>
    store.sql('SELECT 1 FROM customer WHERE name = ?').get(name) !== undefined;
  a.store.mutate({ name: 'customer.create', kind: 'fact', actor: 'system' }, (m) => {
    m.put('customer', customerRow('c'));
  });
  edit(a.store, 'Asha');
  await until(b.store, isCalled(b.store, 'Asha'));
  edit(b.store, 'Asha Devi');
  await until(a.store, isCalled(a.store, 'Asha Devi'));
  expect(news).toEqual(['b: c']);
});

it('what waits is told also while nobody can be reached', async () => {
  const shop = makeTestShop();
  closing.push(() => shop.dispose());
  const store = shop.open({ clock: systemClock, ids });
  const told: number[] = [];
  let client: SyncClient | undefined;
  const onStatus = () => void told.push(client?.status.pending ?? 0);
  const mute = { send: () => {}, terminate: () => {} };
  client = startSync({ store, open: () => mute, schema: registrySchema, log: silent, onStatus });
  closing.push(() => client?.stop());
  await eventually(() => expect(client?.status.phase).toBe('connecting'));
  store.mutate({ name: 'test', kind: 'fact', actor: 's' }, (m) => m.put('customer', customerRow('late')));
  await eventually(() => expect(told.at(-1)).toBe(1));
});
