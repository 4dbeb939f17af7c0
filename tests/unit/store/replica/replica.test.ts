import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../../../src/main/store';
import { customerRow, movementRow, productRow } from '../../../support/sale-rows';
import { makeTestShop, type TestShop } from '../../../support/shop-store';
import { chain, Log, welcome } from './log';

let shop: TestShop;
let store: Store;
let log: Log;
beforeEach(() => {
  shop = makeTestShop();
  store = shop.open();
  welcome(store);
  log = new Log(store);
});
afterEach(() => shop.dispose());

const put = (id: string, fields = {}) =>
  ({ op: 'put', entity: 'customer', id, row: { ...customerRow(id), ...fields } }) as const;
const nameOf = (id: string) =>
  store.sql<[string], { name: string }>('SELECT name FROM customer WHERE id = ?').get(id)?.name;
const edit = (id: string, name: string) =>
  store.mutate({ name: 'customer.edit', kind: 'request', actor: 'asha' }, (m) => m.set('customer', id, { name })).mid ??
  0;
const outbox = () => store.sql<[], { mid: number; state: string }>('SELECT mid, state FROM outbox ORDER BY mid').all();

describe('reading the log', () => {
  it('moves data, cursor and checksum together, and takes nothing that does not follow the cursor', () => {
    log.next([put('c1')]);
    expect(store.replica.state()).toMatchObject({ cursor: 1, chain });
    const again = { from: 0, to: 1, chain: '0'.repeat(32), entries: [] };
    expect(store.replica.apply(again)).toBe(false);
    expect(store.replica.apply({ ...again, from: 5, to: 6 })).toBe(false);
    expect(store.replica.state()).toMatchObject({ cursor: 1, chain });
  });

  it('leaves everything as it was when an entry does not fit', () => {
    expect(() => log.next([put('c1'), { op: 'set', entity: 'customer', id: 'nobody', fields: { name: 'x' } }])).toThrow(
      'is not here',
    );
    expect(nameOf('c1')).toBeUndefined();
    expect(store.replica.state().cursor).toBe(0);
  });

  it('keeps levels the sum of movements, whoever made them', () => {
    log.next([{ op: 'put', entity: 'product', id: 'p1', row: productRow('p1') }]);
    log.next([{ op: 'put', entity: 'stock_movement', id: 'm1', row: movementRow('m1', 'p1', -3000) }]);
    store.mutate({ name: 'stock.adjust', kind: 'fact', actor: 'asha' }, (m) => m.move(movementRow('m2', 'p1', 1000)));
    expect(store.sql('SELECT quantity, movements FROM stock_level').all()).toEqual([{ quantity: -2000, movements: 2 }]);
  });

  it('tells followers what was confirmed after it was', () => {
    const heard: unknown[] = [];
    store.replica.follow((entries) => heard.push([entries?.map(({ seq }) => seq), nameOf('c1')]));
    log.next([put('c1', { name: 'Asha' })]);
    expect(heard).toEqual([[[1], 'Asha']]);
  });
});

describe('answers', () => {
  it('take a refused request back without a trace: its edits, what it created and its history', () => {
    log.next([put('c1', { name: 'before' })]);
    const { mid } = store.mutate({ name: 'test', kind: 'request', actor: 'asha' }, (m) => {
      m.set('customer', 'c1', { name: 'after' });
      m.put('customer', customerRow('c2'));
    });
    store.replica.acknowledge([{ mid: mid ?? 0, outcome: { status: 'rejected', code: 'not_allowed', params: {} } }], 0);
    expect([nameOf('c1'), nameOf('c2')]).toEqual(['before', undefined]);
    expect(store.sql('SELECT * FROM field_history').all()).toEqual([]);
    expect(store.replica.attention()).toMatchObject([{ mid, outcome: { code: 'not_allowed' } }]);
    store.replica.attended([mid ?? 0]);
    expect(store.replica.attention()).toEqual([]);
  });

  it('count once, however often they come', () => {
    log.next([put('c1')]);
    const mid = edit('c1', 'mine');
    store.replica.acknowledge([{ mid, outcome: { status: 'ok', seq: 2 } }], 0);
    store.replica.acknowledge([{ mid, outcome: { status: 'rejected', code: 'not_allowed', params: {} } }], 0);
    expect(nameOf('c1')).toBe('mine');
  });

  it('are forgotten when they are in a backup of the hub and read back, but for the last, which holds the count', () => {
    log.next([put('c1')]);
    const mids = ['a', 'b', 'c'].map((name) => edit('c1', name));
    const outcomes = mids.map((mid, index) => ({ mid, outcome: { status: 'ok', seq: index + 2 } as const }));
    store.replica.acknowledge(outcomes, 0);
    for (const mid of mids) log.next([{ op: 'set', entity: 'customer', id: 'c1', fields: { name: 'x' } }], { mid });
    expect(outbox()).toHaveLength(3);
    welcome(store, { durable: 3, last: 3 });
    expect(outbox()).toEqual([{ mid: 3, state: 'acknowledged' }]);
    expect(edit('c1', 'd')).toBe(4);
  });

  it('that a fact was put aside come too late when it went in after all and was read back', () => {
    log.next([put('c1')]);
    const mid = edit('c1', 'mine');
    log.next([{ op: 'set', entity: 'customer', id: 'c1', fields: { name: 'mine' } }], { mid });
    const late = { status: 'quarantined', code: 'not_found', params: {} } as const;
    store.replica.acknowledge([{ mid, outcome: late }], 0);
    expect([store.replica.attention(), store.replica.unsettled('c1')]).toEqual([[], []]);
    // The hub was restored and has neither the one nor the other: now it does not fit.
    welcome(store, { last: 0 });
    store.replica.acknowledge([{ mid, outcome: late }], 0);
    expect(store.replica.unsettled('c1')).toMatchObject([{ isAside: true }]);
  });

  it('that put a fact aside are kept when they are in a backup: it is in no log', async () => {
    log.next([put('c1')]);
    const mids = ['a', 'b'].map((name) => edit('c1', name));
    const aside = { status: 'quarantined', code: 'not_found', params: {} } as const;
    store.replica.acknowledge([{ mid: mids[0] ?? 0, outcome: aside }], 0);
    store.replica.attended(mids);
    store.replica.acknowledge([{ mid: mids[1] ?? 0, outcome: { status: 'ok', seq: 2 } }], 2);
    log.next([{ op: 'set', entity: 'customer', id: 'c1', fields: { name: 'b' } }], { mid: mids[1] ?? 0 });
    welcome(store, { durable: 2, last: 2 });
    expect(outbox()).toHaveLength(2);
  });

  it('are told to followers when they are no, after that was noted', () => {
    const heard: unknown[] = [];
    const isNoted = () => store.sql(`SELECT 1 AS one FROM outbox WHERE outcome IS NOT NULL`).get() !== undefined;
    store.replica.followUnfit((operations) => heard.push([operations.map(({ id }) => id), isNoted()]));
    log.next([put('c1')]);
    const mids = ['a', 'b', 'c'].map((name) => edit('c1', name));
    const unfit = { code: 'not_found', params: {} } as const;
    const outcomes = [
      { status: 'ok', seq: 2 } as const,
      ...(['rejected', 'quarantined'] as const).map((status) => ({ status, ...unfit })),
    ];
    store.replica.acknowledge(
      mids.flatMap((mid, index) => (outcomes[index] ? [{ mid, outcome: outcomes[index] }] : [])),
      0,
    );
    expect(heard).toEqual([[['c1', 'c1'], true]]);
  });

  it('are asked for again when the hub has lost them', () => {
    log.next([put('c1')]);
    const mids = ['a', 'b'].map((name) => edit('c1', name));
    store.replica.acknowledge(
      mids.map((mid) => ({ mid, outcome: { status: 'ok', seq: mid + 1 } })),
      0,
    );
    welcome(store, { last: 1 });
    expect(store.replica.pending(0, 10, 1e6).map(({ mid }) => mid)).toEqual([2]);
  });
});

describe('a copy', () => {
  const copy = (head: number, last: number) =>
    ({ snapshot: 's', head, chain, last, aside: [], scopes: ['office', 'shop'] }) as const;
  const stage = (...ids: string[]) => {
    const rows = ids.map((id) => ({
      entity: 'customer',
      id,
      row: customerRow(id),
      deleted: null,
      versions: { '': 1 },
    }));
    store.replica.stage('s', 0, JSON.stringify(rows));
  };

  it('takes the place of everything, with what the hub does not have laid on top', () => {
    log.next([put('c1'), put('gone')]);
    edit('c1', 'mine');
    store.mutate({ name: 'customer.create', kind: 'request', actor: 'asha' }, (m) =>
      m.put('customer', customerRow('new')),
    );
    stage('c1', 'other');
    store.replica.importCopy(copy(9, 0), 1);
    expect(store.sql('SELECT id, name FROM customer ORDER BY id').all()).toMatchObject([
      { id: 'c1', name: 'mine' },
      { id: 'new' },
      { id: 'other' },
    ]);
    expect(store.replica.state()).toMatchObject({ cursor: 9, chain });
    // The hub's value is beneath, should the edit be refused.
    store.replica.acknowledge([{ mid: 1, outcome: { status: 'rejected', code: 'not_allowed', params: {} } }], 0);
    expect(nameOf('c1')).toBe('Customer c1');
  });

  it('does not repeat what is in it already', () => {
    log.next([put('c1')]);
    edit('c1', 'mine');
    stage('c1');
    store.replica.importCopy(copy(9, 1), 1);
    expect(nameOf('c1')).toBe('Customer c1');
    expect(store.sql('SELECT * FROM pending_write').all()).toEqual([]);
  });
});

describe('a copy after the hub was restored', () => {
  it('does not bring back what the hub had taken and now refuses, although later work leans on it', () => {
    const create = store.mutate({ name: 'customer.create', kind: 'request', actor: 'asha' }, (m) =>
      m.put('customer', customerRow('c1')),
    );
    const mid = create.mid ?? 0;
    store.replica.acknowledge([{ mid, outcome: { status: 'ok', seq: 1 } }], 0);
    log.next([put('c1')], { mid });
    edit('c1', 'mine');
    welcome(store, { last: 0 });
    store.replica.acknowledge([{ mid, outcome: { status: 'rejected', code: 'not_allowed', params: {} } }], 0);
    store.replica.stage('s', 0, '[]');
    store.replica.importCopy({ snapshot: 's', head: 9, chain, last: mid, aside: [], scopes: ['office', 'shop'] }, 1);
    expect(nameOf('c1')).toBeUndefined();
    expect(store.sql('SELECT * FROM pending_write').all()).toEqual([]);
  });
});

describe('a fact that was put aside', () => {
  it('and comes with a copy is no matter for attention any more', () => {
    log.next([{ op: 'put', entity: 'product', id: 'p1', row: productRow('p1') }]);
    const move = { name: 'stock.adjust', kind: 'fact', actor: 'asha' } as const;
    const mids = ['in', 'aside'].map((id) => store.mutate(move, (m) => m.move(movementRow(id, 'p1', 1))).mid ?? 0);
    const aside = { status: 'quarantined', code: 'missing_reference', params: {} } as const;
    store.replica.acknowledge(
      mids.map((mid) => ({ mid, outcome: aside })),
      0,
    );
    const product = { entity: 'product', id: 'p1', row: productRow('p1'), deleted: null, versions: { '': 1 } };
    const movement = { entity: 'stock_movement', id: 'in', row: movementRow('in', 'p1', 1), deleted: null };
    store.replica.stage('s', 0, JSON.stringify([product, { ...movement, versions: { '': 5 } }]));
    store.replica.importCopy({ snapshot: 's', head: 9, chain, last: 2, aside: [2], scopes: ['office', 'shop'] }, 1);
    expect(store.replica.attention().map(({ mid }) => mid)).toEqual([mids[1]]);
    expect(store.replica.putAside().map(({ id }) => id)).toEqual(['aside']);
    expect(store.sql('SELECT quantity FROM stock_level').all()).toEqual([{ quantity: 2 }]);
  });
});

describe('another’s fact under the id of one that was put aside', () => {
  const aside = { status: 'quarantined', code: 'missing_reference', params: {} } as const;
  const theirs = { ...movementRow('both', 'p1', 1), at: 5 };
  const already = { code: 'already_exists', params: { entity: 'stock_movement', id: 'both' } };
  let mid: number;
  const codes = () => store.replica.attention().map(({ outcome }) => outcome);
  const answer = () => store.replica.acknowledge([{ mid, outcome: aside }], 0);
  beforeEach(() => {
    log.next([{ op: 'put', entity: 'product', id: 'p1', row: productRow('p1') }]);
    const move = { name: 'stock.adjust', kind: 'fact', actor: 'asha' } as const;
    mid = store.mutate(move, (m) => m.move(movementRow('both', 'p1', 4))).mid ?? 0;
  });
  const isTheirs = () => {
    expect(codes()).toMatchObject([already]);
    expect(store.replica.unsettled('both')).toEqual([]);
    expect(store.replica.putAside()).toHaveLength(1);
    expect(store.sql('SELECT at, quantity FROM stock_movement').all()).toEqual([{ at: 5, quantity: 1 }]);
    expect(store.sql('SELECT quantity, movements FROM stock_level').all()).toEqual([{ quantity: 1, movements: 1 }]);
  };

  it('is what is seen, and the reason why this one is aside for good', () => {
    answer();
    expect(codes()).toMatchObject([{ code: 'missing_reference' }]);
    expect(store.replica.unsettled('both')).toMatchObject([{ isAside: true }]);
    log.next([{ op: 'put', entity: 'stock_movement', id: 'both', row: theirs }]);
    isTheirs();
  });

  it('may have been read before the answer comes', () => {
    log.next([{ op: 'put', entity: 'stock_movement', id: 'both', row: theirs }]);
    expect(store.replica.unsettled('both')).toEqual([]);
    answer();
    isTheirs();
  });

  it('does not pass for it when it comes with a copy', () => {
    answer();
    const product = { entity: 'product', id: 'p1', row: productRow('p1'), deleted: null, versions: { '': 1 } };
    const movement = { entity: 'stock_movement', id: 'both', row: theirs, deleted: null, versions: { '': 5 } };
    store.replica.stage('s', 0, JSON.stringify([product, movement]));
    store.replica.importCopy({ snapshot: 's', head: 9, chain, last: mid, aside: [mid], scopes: ['office', 'shop'] }, 1);
    isTheirs();
  });
});

describe('a copy of a terminal', () => {
  it('goes on under a new name, with what the hub does not have numbered from one', () => {
    log.next([put('c1')]);
    const mids = ['a', 'b', 'c'].map((name) => edit('c1', name));
    const before = store.terminalId;
    const { terminal, held } = store.replica.beginRekey(() => 'new-terminal');
    expect([terminal, held.map(({ mid }) => mid)]).toEqual(['new-terminal', mids]);
    // Asking again asks for the same.
    expect(store.replica.beginRekey(() => 'another').terminal).toBe('new-terminal');
    store.replica.rekey({ terminal, series: 'B', known: [{ mid: 1, outcome: { status: 'ok', seq: 2 } }] });
    expect(store.terminalId).not.toBe(before);
    expect(outbox()).toEqual([
      { mid: 1, state: 'pending' },
      { mid: 2, state: 'pending' },
    ]);
    expect(store.sql('SELECT DISTINCT terminal_id AS id FROM field_history WHERE mid = 2').all()).toEqual([
      { id: 'new-terminal' },
    ]);
    expect(edit('c1', 'd')).toBe(3);
    expect(nameOf('c1')).toBe('d');
  });

  it('keeps what the hub has put aside, as it is, and offers it under the new name', () => {
    log.next([{ op: 'put', entity: 'product', id: 'p1', row: productRow('p1') }]);
    const move = { name: 'stock.adjust', kind: 'fact', actor: 'asha' } as const;
    const [first, second] = ['m1', 'm2'].map((id) => store.mutate(move, (m) => m.move(movementRow(id, 'p1', 1))).mid);
    const aside = { status: 'quarantined', code: 'missing_reference', params: {} } as const;
    store.replica.acknowledge([{ mid: first ?? 0, outcome: aside }], 0);
    const { terminal } = store.replica.beginRekey(() => 'new-terminal');
    store.replica.rekey({ terminal, series: 'B', known: [{ mid: second ?? 0, outcome: aside }] });
    const offered = store.replica.pending(0, 10, 1e6).map(({ mid, ops }) => [mid, JSON.parse(ops)[0].id]);
    expect(offered).toEqual([
      [1, 'm1'],
      [2, 'm2'],
    ]);
  });
});

describe('what a later version wrote', () => {
  it('is set aside, and taken up once this version has a place for it', async () => {
    log.next([put('c1', { loyalty_tier: 'gold' })]);
    const kept = () => store.sql('SELECT field, value FROM set_aside ORDER BY field').all();
    expect(kept()).toEqual([{ field: 'loyalty_tier', value: '"gold"' }]);
    await store.close();
    // As if `phone` had been unknown when it came.
    const raw = new Database(shop.file);
    raw.prepare(`INSERT INTO set_aside VALUES ('customer', 'c1', 'phone', '"98765"')`).run();
    raw.prepare(`INSERT INTO set_aside VALUES ('customer', 'nobody', 'phone', '"1"')`).run();
    raw.close();
    store = shop.open();
    expect(store.sql('SELECT phone FROM customer').all()).toEqual([{ phone: '98765' }]);
    expect(kept()).toEqual([{ field: 'loyalty_tier', value: '"gold"' }]);
  });

  it('is kept whole when it is a column of a list, and the list is replaced by whoever writes it next', () => {
    const barcodes = [{ position: 0, barcode: '123', checked: 1 }];
    log.next([{ op: 'put', entity: 'product', id: 'p1', row: { ...productRow('p1'), barcodes } }]);
    expect(store.sql('SELECT value FROM set_aside').all()).toEqual([{ value: JSON.stringify(barcodes) }]);
    expect(store.sql('SELECT barcode FROM product_barcode').all()).toEqual([{ barcode: '123' }]);
    log.next([{ op: 'set', entity: 'product', id: 'p1', fields: { barcodes: [{ position: 0, barcode: '4' }] } }]);
    expect(store.sql('SELECT * FROM set_aside').all()).toEqual([]);
  });
});
