import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createAttention } from '../../../src/main/network/attention';
import type { Store } from '../../../src/main/store';
import type { Till } from '../../contract/world';
import { until } from '../../support/network';
import { type PairedTills, pairTills, sell } from '../../support/paired-tills';
import { productRow, saleRows } from '../../support/sale-rows';
import { makeTestShop, type TestShop } from '../../support/shop-store';
import { Log, welcome } from '../store/replica/log';

// Whole tills and hubs, on a machine that may be busy.
vi.setConfig({ testTimeout: 240_000 });

const shops: TestShop[] = [];
const pairs: PairedTills[] = [];
afterEach(async () => {
  for (const shop of shops.splice(0)) await shop.dispose();
  for (const pair of pairs.splice(0)) await pair.close();
});

function openStore(): Store {
  const shop = makeTestShop();
  shops.push(shop);
  return shop.open();
}

const owner = '0192a000-0000-7000-8000-00000000000f';

/** A request that the hub has refused. */
function refusedProduct(store: Store, code: 'not_allowed' | 'duplicate_number' = 'not_allowed'): void {
  const { mid } = store.mutate({ name: 'product.save', kind: 'request', actor: owner }, (m) => {
    m.put('product', productRow('p', { name: 'Toor dal 1 kg' }));
  });
  store.replica.acknowledge([{ mid: mid ?? 0, outcome: { status: 'rejected', code, params: {} } }], 0);
}

describe('what was refused', () => {
  it('is told with what it was about, and is gone when somebody has read it', async () => {
    const store = openStore();
    refusedProduct(store);
    const desk = createAttention(store, () => ({ replay: null }));
    const [item] = desk.list();
    expect(item).toMatchObject({
      kind: 'rejected',
      what: 'product.save',
      code: 'not_allowed',
      subject: 'Toor dal 1 kg',
      link: null,
      actions: ['retry', 'dismiss'],
    });
    await desk.act(item?.id ?? '', 'dismiss', owner);
    expect(desk.list()).toEqual([]);
    await expect(desk.act(item?.id ?? '', 'dismiss', owner)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('is done again as whoever asks for it now, under a number of its own', async () => {
    const store = openStore();
    refusedProduct(store);
    expect(store.sql('SELECT id FROM product').all()).toEqual([]);
    const desk = createAttention(store, () => ({ replay: null }));
    await desk.act('mid:1', 'retry', 'somebody else');
    expect(store.sql('SELECT id FROM product').all()).toEqual([{ id: 'p' }]);
    expect(store.replica.pending(0, 10, 1000).map(({ name, actor }) => ({ name, actor }))).toEqual([
      { name: 'product.save', actor: 'somebody else' },
    ]);
    expect(desk.list()).toEqual([]);
  });

  it('is not done again over a record that is there meanwhile, and stays to be seen', async () => {
    const store = openStore();
    refusedProduct(store);
    store.mutate({ name: 'product.save', kind: 'request', actor: owner }, (m) => m.put('product', productRow('p')));
    const desk = createAttention(store, () => ({ replay: null }));
    await expect(desk.act('mid:1', 'retry', owner)).rejects.toMatchObject({ code: 'already_exists' });
    expect(desk.list()).toHaveLength(1);
  });
});

it('a bill that a copy of this file sent first has the number that it gave, and somebody is told', async () => {
  const store = openStore();
  const log = new Log(store);
  welcome(store);
  const { bill } = saleRows('b', 'A/4', []);
  const { mid } = store.mutate({ name: 'sale.complete', kind: 'fact', actor: owner }, (m) => m.put('bill', bill));
  log.next([{ op: 'put', entity: 'bill', id: 'b', row: { ...bill, number: 'F/1', series: 'F' } }]);
  expect(store.sql('SELECT number, series FROM bill').all()).toEqual([{ number: 'F/1', series: 'F' }]);
  const lost = ['number', 'series', 'sequence'].map((unit) => ({ entity: 'bill', id: 'b', unit }));
  store.replica.acknowledge([{ mid: mid ?? 0, outcome: { status: 'superseded', seq: 2, lost } }], 0);
  log.next([{ op: 'lost', entity: 'bill', id: 'b', fields: { number: 'A/4', series: 'A' } }], { mid: mid ?? 0 });
  const desk = createAttention(store, () => ({ replay: null }));
  const [item] = desk.list();
  expect(item).toMatchObject({ kind: 'numbered_elsewhere', from: 'A/4', to: 'F/1', link: '/bills/b' });
  await desk.act(item?.id ?? '', 'dismiss', owner);
  expect(desk.list()).toEqual([]);
});

it('a fact that the hub has put aside can be tried again only where the hub is', async () => {
  const store = openStore();
  const { mid } = store.mutate({ name: 'product.save', kind: 'fact', actor: owner }, (m) => {
    m.put('product', productRow('p'));
  });
  const outcome = { status: 'quarantined', code: 'missing_reference', params: {} } as const;
  store.replica.acknowledge([{ mid: mid ?? 0, outcome }], 0);
  const member = createAttention(store, () => ({ replay: null }));
  expect(member.list()).toMatchObject([{ kind: 'quarantined', actions: ['dismiss'] }]);
  await expect(member.act('mid:1', 'retry', owner)).rejects.toMatchObject({ code: 'bad_request' });
  let asked = 0;
  const host = createAttention(store, () => ({
    replay: async () => {
      asked += 1;
    },
  }));
  await host.act('mid:1', 'retry', owner);
  expect(asked).toBe(1);
});

it('a restored file goes on under a new name with its old key, its unseen bills get new numbers, and the person is told', async () => {
  const pair = await pairTills();
  pairs.push(pair);
  const { host, sample, folder, member, reopenMember } = pair;
  const file = join(folder, 'galla.db');
  const old = join(folder, 'old.db');
  const product = sample.product.id;
  const before = (await member.call('network.terminals', {})).find(({ isSelf }) => isSelf);
  const isSettled = (till: Till) => until(async () => (await till.call('network.status', {})).pending === 0);

  await sell(member, product);
  await isSettled(member);
  await member.close();
  copyFileSync(file, old);
  const wentOn = await reopenMember();
  await wentOn.call('catalogue.saveBrand', { name: 'After the backup', active: true });
  await isSettled(wentOn);
  await wentOn.close();

  // The backup takes the place of the file while the hub is not there, and somebody sells.
  await host.call('network.stopHosting', {});
  copyFileSync(old, file);
  const restored = await reopenMember();
  const unseen = await sell(restored, product);
  await host.call('network.host', {});
  const told = await until(async () => {
    await restored.call('network.syncNow', {});
    return (await restored.call('attention.list', {})).find(({ kind }) => kind === 'renumbered');
  });
  expect(told).toMatchObject({ kind: 'renumbered', count: 1, documents: [{ from: unseen }], actions: ['dismiss'] });
  const renumbered = told.kind === 'renumbered' ? told.documents[0]?.to : undefined;
  await isSettled(restored);
  expect((await restored.call('network.status', {})).phase).toBe('live');
  const self = (await restored.call('network.terminals', {})).find(({ isSelf }) => isSelf);
  expect(self?.id).not.toBe(before?.id);
  expect(self?.series).not.toBe(before?.series);
  await until(async () => {
    const numbers = (await host.call('sales.bills', { limit: 50 })).rows.map(({ number }) => number);
    return numbers.includes(renumbered ?? '') && !numbers.includes(unseen);
  });
  await restored.call('attention.act', { id: told.id, action: 'dismiss' });
  expect((await restored.call('attention.list', {})).map(({ kind }) => kind)).not.toContain('renumbered');
});
