import type { DownstreamOf } from '@shared/sync';
import { expect, it } from 'vitest';
import { customerRow, saleRows } from '../../support/sale-rows';
import { makeHub } from './support';

const put = (entity: string, row: { readonly id: string; readonly [column: string]: unknown }) => ({
  op: 'put',
  entity,
  id: row.id,
  row,
});
const category = (id: string, parent: string | null) =>
  put('category', { id, name: id, parent_id: parent, position: 0, active: 1 } as { id: string });

it('a fact waits for the record it refers to, through others that wait too', async () => {
  const { hub, dial, store } = makeHub();
  await hub.enrol({ id: 't', series: 'A' });
  const line = dial();
  await line.greet('t');
  const say = (mid: number, operation: object) => {
    const mutation = { mid, name: 'n', kind: 'fact', actor: 'system', at: 0, ops: JSON.stringify([operation]) };
    return line.say({ t: 'push', session: 't', fence: line.fence, mutations: [mutation] });
  };
  await say(1, category('leaf', 'branch'));
  await say(2, category('branch', 'root'));
  await say(3, category('other', 'elsewhere'));
  expect(await store.quarantined()).toHaveLength(3);
  await say(4, category('root', null));
  expect((await store.all('category')).map(({ id }) => id)).toEqual(['branch', 'leaf', 'root']);
  expect((await store.quarantined()).map(({ mid }) => mid)).toEqual([3]);
});

it('a supplier’s bill of three hundred lines waits as one, and goes in as one', async () => {
  const { hub, dial, store } = makeHub();
  await hub.enrol({ id: 't', series: 'A' });
  const line = dial();
  await line.greet('t');
  const say = async (mid: number, operations: readonly object[]) => {
    const one = { ...mutation(mid, {}), ops: JSON.stringify(operations) };
    await line.say({ ...line.push('t', mid, 1), mutations: [one] });
  };
  const goods = Array.from({ length: 900 }, (_, index) => category(`line${index}`, null));
  await say(1, [category('bill', 'supplier'), ...goods]);
  expect(await store.all('category')).toEqual([]);
  expect(await store.quarantined()).toHaveLength(1);
  await say(2, [category('supplier', null)]);
  expect(await store.quarantined()).toEqual([]);
  expect(await store.all('category')).toHaveLength(902);
});

it('a fact that waited and finds another under its id says so from then on', async () => {
  const { hub, dial, store } = makeHub();
  await hub.enrol({ id: 't', series: 'A' });
  await hub.enrol({ id: 'u', series: 'B' });
  const lines = { t: dial(), u: dial() };
  const bill = { ...saleRows('b', 'A/1', []).bill, customer_id: 'c1' };
  for (const till of ['t', 'u'] as const) {
    await lines[till].greet(till);
    const theirs = put('bill', { ...bill, note: till });
    await lines[till].say({ ...lines[till].push(till, 1, 1), mutations: [mutation(1, theirs)] });
  }
  expect((await store.quarantined()).map(({ code }) => code)).toEqual(['missing_reference', 'missing_reference']);
  await lines.t.say({ ...lines.t.push('t', 2, 1), mutations: [mutation(2, put('customer', customerRow('c1')))] });
  expect(await store.quarantined()).toMatchObject([{ terminal: 'u', mid: 1, code: 'already_exists' }]);
  // Asked again, the hub gives the reason that holds now.
  await lines.u.say({ ...lines.u.push('u', 1, 1), mutations: [mutation(1, put('bill', { ...bill, note: 'u' }))] });
  expect(lines.u.last('ack')?.outcomes).toMatchObject([{ outcome: { status: 'quarantined', code: 'already_exists' } }]);
});

it('a fact that goes in at last tells its terminal so, by an entry or by a copy, although others have done the same meanwhile', async () => {
  const { hub, dial } = makeHub();
  for (const [id, series] of [
    ['t', 'A'],
    ['u', 'B'],
  ] as const)
    await hub.enrol({ id, series });
  const lines = { t: dial(), u: dial() };
  for (const till of ['t', 'u'] as const) await lines[till].greet(till);
  const say = (till: 't' | 'u', mid: number, ...operations: object[]) =>
    lines[till].say({
      ...lines[till].push(till, mid, 1),
      mutations: [{ ...mutation(mid, {}), ops: JSON.stringify(operations) }],
    });
  const copy = async (session: string) => {
    let chunk: DownstreamOf<'chunk'> | undefined;
    for (let index = 0; !chunk?.final; index++) {
      const snapshot = chunk?.snapshot ?? null;
      await lines.t.say({ t: 'copy', session, fence: lines.t.fence, snapshot, index, scopes: null });
      chunk = lines.t.last('chunk');
    }
    return chunk;
  };
  await say('t', 1, category('a', 'root'), category('b', null));
  expect(await copy('t')).toMatchObject({ last: 1, aside: [1] });
  await lines.t.greet('t', 't2');
  await say('u', 1, category('b', null));
  await say('u', 2, category('a', null));
  await say('u', 3, category('root', null));
  const entries = lines.t.heard.flatMap((message) => (message.t === 'frame' ? message.entries : []));
  expect(entries.at(-1)).toMatchObject({ terminal: 't', mid: 1, ops: [] });
  await lines.t.greet('t', 't3');
  expect(await copy('t3')).toMatchObject({ last: 1, aside: [] });
});

it('a restart remembers what waits for what', async () => {
  const first = makeHub();
  await first.hub.enrol({ id: 't', series: 'A' });
  const line = first.dial();
  await line.greet('t');
  await line.say({ ...line.push('t', 1, 1), mutations: [mutation(1, category('leaf', 'root'))] });
  const second = makeHub({ store: first.store });
  const again = second.dial();
  again.fence = line.fence;
  await again.greet('t');
  await again.say({ ...again.push('t', 2, 1), mutations: [mutation(2, category('root', null))] });
  expect(await first.store.quarantined()).toEqual([]);
});

it('an edit of an alert that was put aside with the sale that raised it holds up nothing', async () => {
  const { hub, dial, store } = makeHub();
  await hub.enrol({ id: 't', series: 'A' });
  const line = dial();
  await line.greet('t');
  const resolve = { op: 'set', entity: 'alert', id: 'nowhere', fields: { state: 'resolved' }, base: { state: 0 } };
  const { ops: _, ...receive } = mutation(1, resolve);
  const both = [category('with-it', null), resolve, { op: 'del', entity: 'alert', id: 'nowhere' }];
  await line.say({ ...line.push('t', 1, 1), mutations: [{ ...receive, ops: JSON.stringify(both) }] });
  expect(await store.quarantined()).toEqual([]);
  expect(line.last('ack')?.outcomes).toMatchObject([{ outcome: { status: 'ok' } }]);
  expect((await store.all('category')).map(({ id }) => id)).toEqual(['with-it']);
  expect(await store.all('alert')).toEqual([]);
  // Nothing else is made by the program, and missed by nobody.
  const edit = { op: 'set', entity: 'category', id: 'nowhere', fields: { name: 'x' }, base: { name: 0 } };
  await line.say({ ...line.push('t', 2, 1), mutations: [mutation(2, edit)] });
  expect(await store.quarantined()).toHaveLength(1);
});

it('a bill that a copy of the till’s file brought first under another number is that bill', async () => {
  const { hub, dial, store } = makeHub();
  for (const id of ['copy', 't']) await hub.enrol({ id, series: id === 't' ? 'A' : 'F' });
  const bill = (number: string, series: string) => {
    const row = { ...saleRows('b', number, []).bill, series };
    return put('bill', row);
  };
  const lines = { copy: dial(), t: dial() };
  const bring = async (till: 'copy' | 't', mid: number, operation: object) => {
    if (lines[till].fence === 0) await lines[till].greet(till);
    await lines[till].say({ ...lines[till].push(till, mid, 1), mutations: [mutation(mid, operation)] });
    return lines[till].last('ack')?.outcomes;
  };
  await bring('copy', 1, bill('F/1', 'F'));
  const lost = { entity: 'bill', id: 'b' };
  expect(await bring('t', 1, bill('A/4', 'A'))).toMatchObject([
    { outcome: { status: 'superseded', lost: expect.arrayContaining([{ ...lost, unit: 'number' }]) } },
  ]);
  expect((await store.all('bill')).map(({ row }) => row.number)).toEqual(['F/1']);
  // What differs in more than its number is another one.
  const other = bill('A/5', 'A');
  expect(await bring('t', 2, { ...other, row: { ...other.row, note: 'another' } })).toMatchObject([
    { outcome: { status: 'quarantined', code: 'already_exists' } },
  ]);
});

const mutation = (mid: number, operation: object) => ({
  mid,
  name: 'n',
  kind: 'fact',
  actor: 'system',
  at: 0,
  ops: JSON.stringify([operation]),
});
