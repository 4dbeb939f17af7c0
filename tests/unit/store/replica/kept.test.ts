import type { Day } from '@shared/clock';
import type { Row } from '@shared/entities';
import type { Outcome } from '@shared/sync';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Mutation, Store } from '../../../../src/main/store';
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

const day = '2026-11-21' as Day; // proof: written out as a day
const by = { staff_id: 's', terminal_id: 't' };
const category: Row<'category'> = { id: 'k', name: 'Tea', parent_id: null, position: 0, active: 1 };
const asha = { id: 'asha', row: { id: 'asha', name: 'Asha', role: 'cashier', active: 1, created_at: 0 } };
const came = (id: string): Row<'attendance'> => ({
  ...{ id, person_id: 'asha', kind: 'in', time: 1, day, reason: null, at: 1, ...by },
});
const neverCame = (id: string, entry: string): Row<'attendance_correction'> => ({
  ...{ id, entry_id: entry, time: null, day: null, reason: 'typo', at: 2, ...by },
});
const put = (entity: string, row: { readonly id: string }) => ({ op: 'put', entity, id: row.id, row }) as const;

const request = (work: (m: Mutation) => void) =>
  store.mutate({ name: 'test', kind: 'request', actor: 'asha' }, work).mid ?? 0;
const edit = (name: string) => request((m) => m.set('customer', 'c1', { name }));
const answer = (mid: number, outcome: Outcome) => store.replica.acknowledge([{ mid, outcome }], 0);
const refuse = (mid: number) => answer(mid, { status: 'rejected', code: 'not_found', params: {} });
const ids = (table: string) => store.sql<[], { id: string }>(`SELECT id FROM ${table} ORDER BY id`).all();
const customer = () => store.sql('SELECT name, deleted_at FROM customer').all();

/** The open bill is for a customer. */
function billFor(id: string): void {
  const text = `INSERT INTO cart (id, state, staff_id, customer_id, revision, created_at, updated_at)
    VALUES ('open', 'open', 's', ?, 0, 0, 0)`;
  store.transaction((tx) => void tx.local<[string]>(text).run(id));
}

/** The hub lost its file and has nothing yet: its copy comes, and what this terminal did before is pending again. */
function restored(...rows: { readonly entity: string; readonly id: string; readonly row: object }[]): void {
  welcome(store, { last: 0 });
  const packed = rows.map((row) => ({ deleted: null, versions: { '': 1 }, ...row }));
  store.replica.stage('s', 0, JSON.stringify(packed));
  store.replica.importCopy({ snapshot: 's', head: 9, chain, last: 0, aside: [], scopes: ['office', 'shop'] }, 1);
}

describe('what pending work has kept from a hub that was restored', () => {
  it('goes with the last request that was about it, and comes with the log should its own till bring it', () => {
    log.next([put('customer', customerRow('c1'))]);
    const mids = ['a', 'b'].map(edit);
    restored();
    expect(customer()).toMatchObject([{ name: 'b' }]);
    refuse(mids[0] ?? 0);
    expect(customer()).toMatchObject([{ name: 'b', deleted_at: null }]);
    refuse(mids[1] ?? 0);
    expect(customer()).toEqual([]);
    log.next([put('customer', customerRow('c1'))]);
    expect(customer()).toEqual([{ name: 'Customer c1', deleted_at: null }]);
  });

  it('stays when its own till has brought it before the answer', () => {
    log.next([put('customer', customerRow('c1'))]);
    const mid = edit('mine');
    restored();
    log.next([put('customer', customerRow('c1'))]);
    refuse(mid);
    expect(customer()).toEqual([{ name: 'Customer c1', deleted_at: null }]);
  });

  it('goes with what it refers to', () => {
    log.next([put('category', category)]);
    log.next([put('product', productRow('p1', { category_id: 'k' }))]);
    const mid = request((m) => m.set('product', 'p1', { name: 'Tea' }));
    const created = request((m) => m.put('product', productRow('p2', { category_id: 'k' })));
    restored();
    refuse(mid);
    expect([ids('product'), ids('category')]).toEqual([[{ id: 'p2' }], [{ id: 'k' }]]);
    refuse(created);
    expect([ids('product'), ids('category')]).toEqual([[], []]);
  });

  it('stays for a fact that leans on it, also when that was put aside', () => {
    log.next([put('product', productRow('p1'))]);
    const mid = request((m) => m.set('product', 'p1', { name: 'Tea' }));
    const sold = store.mutate({ name: 'test', kind: 'fact', actor: 'asha' }, (m) => m.move(movementRow('m1', 'p1', 1)));
    restored();
    answer(sold.mid ?? 0, { status: 'quarantined', code: 'missing_reference', params: {} });
    refuse(mid);
    expect(store.sql('SELECT name, deleted_at FROM product').all()).toEqual([{ name: 'Product p1', deleted_at: null }]);
  });

  it('may be a row that is never edited, and is not one that this terminal has made and the log has', () => {
    log.next([{ op: 'put', entity: 'staff', ...asha }]);
    log.next([put('attendance', came('theirs'))]);
    const own = request((m) => m.put('attendance', came('own')));
    const corrected = ['theirs', 'own'].map((id) =>
      request((m) => m.put('attendance_correction', neverCame(`${id}2`, id))),
    );
    restored({ entity: 'staff', ...asha });
    expect(ids('attendance')).toEqual([{ id: 'own' }, { id: 'theirs' }]);
    answer(own, { status: 'ok', seq: 10 });
    log.next([put('attendance', came('own'))], { mid: own });
    for (const mid of corrected) refuse(mid);
    expect([ids('attendance'), ids('attendance_correction')]).toEqual([[{ id: 'own' }], []]);
  });

  it('is only marked deleted while the open bill is for it', () => {
    log.next([put('customer', customerRow('c1'))]);
    const mid = edit('mine');
    restored();
    billFor('c1');
    refuse(mid);
    expect(customer()).toEqual([{ name: 'Customer c1', deleted_at: 0 }]);
  });
});

it('a customer of this terminal’s own that was refused is only marked deleted while the open bill is for it', () => {
  const mid = request((m) => m.put('customer', customerRow('c1')));
  billFor('c1');
  refuse(mid);
  expect(customer()).toEqual([{ name: 'Customer c1', deleted_at: 0 }]);
});
