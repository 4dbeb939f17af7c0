import { hash } from 'node:crypto';
import type { Row } from '@shared/entities';
import { AppError } from '@shared/errors';
import { limits, readOperations } from '@shared/sync';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { auditLevels, type ChangeEvent, type Store } from '../../../src/main/store';
import { customerRow, movementRow, productRow, saleRows } from '../../support/sale-rows';
import { makeTestShop, morning, type TestShop } from '../../support/shop-store';

let shop: TestShop;
let store: Store;
let events: ChangeEvent[];
beforeEach(() => {
  shop = makeTestShop();
  store = shop.open();
  events = [];
  store.changes.subscribe((event) => events.push(event));
});
afterEach(() => shop.dispose());

const edit = { name: 'test.edit', kind: 'request', actor: 'asha' } as const;
const sale = { name: 'sale.complete', kind: 'fact', actor: 'asha' } as const;

const outbox = () => store.all(store.kysely.selectFrom('outbox').selectAll().orderBy('mid'));
const opsOf = (mid: number): unknown[] => JSON.parse(outbox().find((row) => row.mid === mid)?.ops ?? '[]');
const history = () =>
  store.all(
    store.kysely.selectFrom('field_history').select(['entity_id', 'field', 'old', 'new', 'actor', 'mid', 'at']),
  );
const customer = (id: string) =>
  store.get(store.kysely.selectFrom('customer').select(['name', 'phone', 'deleted_at']).where('id', '=', id));

describe('put', () => {
  it('writes the record, its parts and the outbox in one go', () => {
    store.mutate(edit, (m) => {
      m.put('product', productRow('p1'));
      m.put('product', productRow('p2'));
    });
    const { bill, movements, payment, cash } = saleRows('b1', 'A-1', ['p1', 'p2']);
    const { mid } = store.mutate(sale, (m) => {
      m.put('bill', bill);
      for (const movement of movements) m.move(movement);
      m.put('payment', payment);
      m.put('cashbook_entry', cash);
    });
    const lines = store.all(store.kysely.selectFrom('bill_line').selectAll().orderBy('line_no'));
    expect(lines).toEqual(bill.lines.map((line) => ({ bill_id: 'b1', ...line })));
    expect(store.all(store.kysely.selectFrom('bill_line_tax').select('amount'))).toHaveLength(4);
    expect(mid).toBe(2);
    expect(opsOf(2)).toEqual([
      { op: 'put', entity: 'bill', id: 'b1', row: bill },
      ...movements.map((row) => ({ op: 'put', entity: 'stock_movement', id: row.id, row })),
      { op: 'put', entity: 'payment', id: 'b1:p1', row: payment },
      { op: 'put', entity: 'cashbook_entry', id: 'b1:c1', row: cash },
    ]);
  });

  it('identifies the outbox row by what was done, by whom, when', () => {
    store.mutate(edit, (m) => m.put('customer', customerRow('c1')));
    const [row] = outbox();
    expect(row).toMatchObject({
      mid: 1,
      name: 'test.edit',
      kind: 'request',
      actor: 'asha',
      at: morning,
      state: 'pending',
    });
    const payload = `test.edit\nrequest\nasha\n${morning}\n${row?.ops}`;
    expect(Buffer.from(row?.hash ?? []).toString('hex')).toBe(hash('sha256', payload, 'hex'));
  });

  it('keeps what was put, whatever the caller does to its object afterwards', () => {
    const row = customerRow('c1');
    store.mutate(edit, (m) => {
      m.put('customer', row);
      row.name = 'changed later';
    });
    expect(opsOf(1)).toEqual([{ op: 'put', entity: 'customer', id: 'c1', row: customerRow('c1') }]);
  });

  it('takes no row with a field too few or too many', () => {
    const { phone: _, ...short } = customerRow('c1');
    const long = { ...customerRow('c1'), colour: 'blue' };
    for (const wrong of [short, long]) {
      // proof: none; the types forbid it, and this is what happens to who gets round them
      expect(() => store.mutate(edit, (m) => m.put('customer', wrong as Row<'customer'>))).toThrow(/customer/);
    }
    expect(outbox()).toEqual([]);
  });

  it('splits a bulk import into outbox rows of at most 500 operations with consecutive numbers', () => {
    const { mid } = store.mutate(edit, (m) => {
      for (let i = 0; i < 1201; i++) m.put('customer', customerRow(`c${i}`));
    });
    expect(mid).toBe(3);
    expect(outbox().map((row) => [row.mid, JSON.parse(row.ops).length])).toEqual([
      [1, 500],
      [2, 500],
      [3, 201],
    ]);
  });

  it('closes an outbox row at 256 K characters of operations, and an edit belongs to the row it is in', () => {
    const address = 'x'.repeat(100_000);
    store.mutate(edit, (m) => m.put('customer', customerRow('first')));
    const { mid } = store.mutate(edit, (m) => {
      for (let i = 0; i < 4; i++) m.put('customer', customerRow(`c${i}`, { address }));
      m.set('customer', 'first', { name: 'edited' });
    });
    expect(mid).toBe(3);
    expect(outbox().map((row) => JSON.parse(row.ops).length)).toEqual([1, 3, 2]);
    for (const { ops } of outbox()) expect(ops.length).toBeLessThan(limits.mutationText + 110_000);
    expect(store.sql('SELECT mid FROM pending_write').all()).toEqual([{ mid: 3 }]);
  });

  it('keeps what is judged as a whole in one outbox row, and refuses it whole beyond what a hub takes', () => {
    const whole = { ...edit, whole: true } as const;
    const write = (count: number) =>
      store.mutate(whole, (m) => {
        for (let i = 0; i < count; i++) m.put('customer', customerRow(`${count}-${i}`));
      });
    expect(write(2_001).mid).toBe(1);
    expect(outbox().map(({ ops }) => readOperations(ops)?.length)).toEqual([2_001]);
    expect(() => write(limits.wholeOperations + 1)).toThrow(AppError);
    const address = 'x'.repeat(limits.operationText / 4);
    const long = () =>
      store.mutate(whole, (m) => {
        for (let i = 0; i < 4; i++) m.put('customer', customerRow(`long${i}`, { address }));
      });
    expect(long).toThrow(AppError);
    expect(store.sql('SELECT count(*) AS n FROM customer').get()).toEqual({ n: 2_001 });
    expect(write(1).mid).toBe(2);
  });

  it('refuses what no hub would take, whole', () => {
    const address = 'x'.repeat(limits.operationText);
    const write = () =>
      store.mutate(edit, (m) => {
        m.put('customer', customerRow('c1'));
        m.put('customer', customerRow('c2', { address }));
      });
    expect(write).toThrow(AppError);
    expect(outbox()).toEqual([]);
    expect(store.sql('SELECT id FROM customer').all()).toEqual([]);
  });
});

describe('set', () => {
  beforeEach(() => {
    store.mutate(edit, (m) => m.put('customer', customerRow('c1', { phone: '98' })));
  });

  it('writes only what changed, and who changed it from what to what', () => {
    shop.clock.advance(5000);
    const { value, mid } = store.mutate(edit, (m) => m.set('customer', 'c1', { name: 'Ravi', phone: '98' }));
    expect(value).toEqual(['name']);
    expect(customer('c1')).toEqual({ name: 'Ravi', phone: '98', deleted_at: null });
    expect(opsOf(mid ?? 0)).toEqual([
      { op: 'set', entity: 'customer', id: 'c1', fields: { name: 'Ravi' }, base: { name: 0 } },
    ]);
    expect(history()).toEqual([
      {
        entity_id: 'c1',
        field: 'name',
        old: '"Customer c1"',
        new: '"Ravi"',
        actor: 'asha',
        mid: 2,
        at: morning + 5000,
      },
    ]);
  });

  it('that changes nothing takes no number and tells nobody', () => {
    events.length = 0;
    const { value, mid } = store.mutate(edit, (m) => m.set('customer', 'c1', { phone: '98' }));
    expect({ value, mid, events, rows: outbox().length }).toEqual({ value: [], mid: null, events: [], rows: 1 });
  });

  it('sends a group of fields whole, because it merges as one', () => {
    store.mutate(edit, (m) => m.put('product', productRow('p1')));
    const price = 1500 as Row<'product'>['price']; // proof: a literal integer of minor units
    const { mid } = store.mutate(edit, (m) => m.set('product', 'p1', { price }));
    expect(opsOf(mid ?? 0)).toMatchObject([{ fields: { price: 1500, mrp: null, tax_class_id: null } }]);
    expect(history().map((row) => row.field)).toEqual(['price']);
  });

  it('replaces a part as a whole list', () => {
    const codes = (...barcodes: string[]) => barcodes.map((barcode, position) => ({ position, barcode }));
    store.mutate(edit, (m) => m.put('product', productRow('p1', { barcodes: codes('1', '2') })));
    const set = (...barcodes: string[]) =>
      store.mutate(edit, (m) => m.set('product', 'p1', { barcodes: codes(...barcodes) })).value;
    expect(set('1', '2')).toEqual([]);
    expect(set('3')).toEqual(['barcodes']);
    expect(store.all(store.kysely.selectFrom('product_barcode').select('barcode'))).toEqual([{ barcode: '3' }]);
  });

  it('keeps secrets out of the history', () => {
    store.mutate(edit, (m) => {
      m.put('staff', {
        id: 's1',
        name: 'A',
        role: 'cashier',
        pin_hash: 'old',
        language: null,
        active: 1,
        created_at: 0,
      });
      m.set('staff', 's1', { pin_hash: 'new' });
    });
    expect(history()).toMatchObject([{ field: 'pin_hash', old: null, new: null }]);
  });

  it('refuses what is not there, what is deleted, and a field that does not exist', () => {
    const refusal = (work: () => unknown) => {
      try {
        work();
      } catch (error) {
        return error instanceof AppError ? error.code : error;
      }
      return undefined;
    };
    expect(refusal(() => store.mutate(edit, (m) => m.set('customer', 'nobody', { name: 'x' })))).toBe('not_found');
    store.mutate(edit, (m) => m.del('customer', 'c1'));
    expect(refusal(() => store.mutate(edit, (m) => m.set('customer', 'c1', { name: 'x' })))).toBe('deleted');
    store.mutate(edit, (m) => m.undel('customer', 'c1'));
    const wrong = { colour: 'blue' } as Partial<Row<'customer'>>; // proof: none, as above
    expect(() => store.mutate(edit, (m) => m.set('customer', 'c1', wrong))).toThrow('unknown field');
  });
});

describe('del and undel', () => {
  it('mark the record, once, and keep it', () => {
    store.mutate(edit, (m) => m.put('customer', customerRow('c1')));
    const del = () => store.mutate(edit, (m) => m.del('customer', 'c1'));
    const undel = () => store.mutate(edit, (m) => m.undel('customer', 'c1'));
    expect(del()).toEqual({ value: true, mid: 2 });
    expect(customer('c1')?.deleted_at).toBe(morning);
    expect(del()).toEqual({ value: false, mid: null });
    expect(undel()).toEqual({ value: true, mid: 3 });
    expect(undel().value).toBe(false);
    expect(customer('c1')?.deleted_at).toBeNull();
    expect([...opsOf(2), ...opsOf(3)]).toEqual([
      { op: 'del', entity: 'customer', id: 'c1' },
      { op: 'undel', entity: 'customer', id: 'c1', base: 0 },
    ]);
    expect(history().map((row) => row.field)).toEqual(['deleted_at', 'deleted_at']);
  });
});

describe('a mutation that fails', () => {
  const failing = () =>
    store.mutate(edit, (m) => {
      for (let i = 0; i < 700; i++) m.put('customer', customerRow(`c${i}`));
      m.touch('cart');
      throw new AppError('bad_value', 'no');
    });

  it('leaves no row, no number and no event', () => {
    expect(failing).toThrow('no');
    expect({ outbox: outbox(), customer: customer('c1'), events }).toEqual({
      outbox: [],
      customer: undefined,
      events: [],
    });
    expect(store.mutate(edit, (m) => m.put('customer', customerRow('c1'))).mid).toBe(1);
  });

  it('at the commit, for a reference to nothing, leaves nothing either', () => {
    expect(() => store.mutate(edit, (m) => m.move(movementRow('m1', 'ghost', 1000)))).toThrow('FOREIGN KEY');
    expect({ outbox: outbox(), events }).toEqual({ outbox: [], events: [] });
  });

  it('when it is asynchronous, is a bug that leaves nothing', () => {
    const work: () => unknown = async () => {};
    expect(() => store.mutate(edit, work)).toThrow('asynchronous');
    // @ts-expect-error the types say so before it runs
    expect(() => store.mutate(edit, async (m) => m.put('customer', customerRow('c1')))).toThrow('asynchronous');
    expect(outbox()).toEqual([]);
  });

  it('when it is nested, is a bug that leaves nothing', () => {
    expect(() => store.mutate(edit, () => store.mutate(edit, () => 1))).toThrow('open already');
    expect(() => store.transaction(() => store.transaction(() => 1))).toThrow('open already');
    expect(store.mutate(edit, () => 1)).toEqual({ value: 1, mid: null });
  });

  it('cannot be written to once it is over', () => {
    const { value } = store.mutate(edit, (m) => ({ later: () => m.put('customer', customerRow('c1')) }));
    expect(value.later).toThrow('over');
    expect(outbox()).toEqual([]);
  });
});

describe('the change feed', () => {
  it('speaks after the commit: topics, ids and a rising number', () => {
    let seen: unknown;
    store.changes.subscribe(() => {
      seen = customer('c1')?.name;
    });
    store.mutate(edit, (m) => {
      m.put('customer', customerRow('c1'));
      m.put('customer', customerRow('c2'));
      m.put('product', productRow('p1'));
      m.move(movementRow('m1', 'p1', 1000));
      m.touch('cart');
    });
    expect(seen).toBe('Customer c1');
    expect(events).toEqual([
      { topic: 'customer', ids: ['c1', 'c2'], seq: 1 },
      { topic: 'product', ids: ['p1'], seq: 2 },
      { topic: 'stock_movement', ids: ['m1'], seq: 3 },
      { topic: 'stock_level', ids: ['p1'], seq: 4 },
      { topic: 'cart', seq: 5 },
    ]);
  });

  it('says only "the topic" when very many rows changed', () => {
    store.mutate(edit, (m) => {
      for (let i = 0; i < 1500; i++) m.put('customer', customerRow(`c${i}`));
    });
    expect(events).toEqual([{ topic: 'customer', seq: 1 }]);
  });

  it('keeps the order of commits for every listener, even when one of them writes', () => {
    const order: string[] = [];
    store.changes.subscribe(({ topic }) => {
      if (topic === 'customer') store.mutate(edit, (m) => m.put('brand', { id: 'b', name: 'B', active: 1 }));
    });
    store.changes.subscribe(({ topic, seq }) => order.push(`${seq} ${topic}`));
    store.mutate(edit, (m) => {
      m.put('customer', customerRow('c1'));
      m.touch('cart');
    });
    expect(order).toEqual(['1 customer', '2 cart', '3 brand']);
  });

  it('does not let a listener’s bug look like a failed sale', async () => {
    const errors: unknown[] = [];
    const other = makeTestShop();
    const guardedStore = other.open({ onListenerError: (error) => errors.push(error) });
    guardedStore.changes.subscribe(() => {
      throw new Error('listener');
    });
    expect(guardedStore.mutate(edit, (m) => m.put('customer', customerRow('c1'))).mid).toBe(1);
    expect(errors).toHaveLength(1);
    await other.dispose();
  });

  it('is silent for who has unsubscribed', () => {
    const heard: ChangeEvent[] = [];
    const stop = store.changes.subscribe((event) => heard.push(event));
    stop();
    store.transaction((tx) => tx.touch('cart', ['c']));
    expect({ heard, events }).toEqual({ heard: [], events: [{ topic: 'cart', ids: ['c'], seq: 1 }] });
  });
});

describe('local tables', () => {
  it('are written in the same transaction without entering the outbox', () => {
    const taken = store.mutate(sale, (m) =>
      m
        .local<[], { last: number }>(
          `INSERT INTO number_series VALUES ('A', '2026-27', 1)
           ON CONFLICT DO UPDATE SET last = last + 1 RETURNING last`,
        )
        .get(),
    );
    expect(taken).toEqual({ value: { last: 1 }, mid: null });
  });

  it.each([
    `INSERT INTO customer (id) VALUES ('x')`,
    `insert or replace into "bill_line" values (1)`,
    `UPDATE stock_level SET quantity = 0`,
    'DELETE FROM outbox',
    'WITH x AS (SELECT 1) DELETE FROM product',
    'BEGIN',
    'commit',
  ])('are all that may be written past a mutation: %s is refused', (text) => {
    expect(() => store.sql(text)).toThrow(/store\./);
    expect(() => store.transaction((tx) => tx.local(text))).toThrow(/store\./);
    expect(() => store.mutate(edit, (m) => m.local(text))).toThrow(/store\./);
  });

  it('can be written through Kysely; shop tables cannot', async () => {
    expect(store.run(store.kysely.insertInto('meta').values({ key: 'k', value: 'v' }))).toBe(1);
    expect(store.meta.get('k')).toBe('v');
    const brand = store.kysely.insertInto('brand').values({ id: 'b', name: 'B', active: 1, deleted_at: null });
    expect(() => store.run(brand)).toThrow('store.mutate');
    await expect(brand.execute()).rejects.toThrow('store.mutate');
    await expect(store.kysely.transaction().execute(async () => {})).rejects.toThrow('store.transaction');
  });
});

describe('stock levels', () => {
  it('tell before and after each movement', () => {
    const { value } = store.mutate(edit, (m) => {
      m.put('product', productRow('p1'));
      return [5000, -2000, -4000].map((quantity, index) => m.move(movementRow(`m${index}`, 'p1', quantity)));
    });
    expect(value).toEqual([
      { before: 0, after: 5000 },
      { before: 5000, after: 3000 },
      { before: 3000, after: -1000 },
    ]);
  });

  it('are the sum of the movements after any mix of mutations, failed ones among them', () => {
    const products = ['p0', 'p1', 'p2'];
    store.mutate(edit, (m) => {
      for (const id of products) m.put('product', productRow(id));
    });
    let serial = 0;
    const movement = fc.record({
      product: fc.constantFrom(...products),
      quantity: fc.integer({ min: -9999, max: 9999 }),
    });
    fc.assert(
      fc.property(fc.array(movement, { maxLength: 20 }), fc.boolean(), (moves, fails) => {
        const run = () =>
          store.mutate(sale, (m) => {
            for (const { product, quantity } of moves)
              m.put('stock_movement', movementRow(`m${serial++}`, product, quantity));
            if (fails) throw new AppError('bad_value', 'fails');
          });
        if (fails) expect(run).toThrow('fails');
        else run();
        expect(auditLevels(store)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('that disagree with their movements are found', async () => {
    store.mutate(edit, (m) => {
      m.put('product', productRow('p1'));
      m.move(movementRow('m1', 'p1', 5000));
    });
    await store.close();
    const { default: Database } = await import('better-sqlite3');
    const db = new Database(shop.file);
    db.exec('UPDATE stock_level SET quantity = 4000');
    db.close();
    expect(auditLevels(shop.open())).toEqual([{ product_id: 'p1', level: 4000, movements: 5000 }]);
  });
});
