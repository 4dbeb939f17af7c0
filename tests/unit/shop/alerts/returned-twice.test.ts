import { type Money, negQuantity, quantity } from '@shared/money';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createAttention } from '../../../../src/main/network/attention';
import { alertHandlers, ReturnedTwiceReview } from '../../../../src/main/shop/alerts';
import type { Store } from '../../../../src/main/store';
import { productRow, saleRows } from '../../../support/sale-rows';
import { makeTestShop, type TestShop } from '../../../support/shop-store';
import { Log, welcome } from '../../store/replica/log';

const shops: TestShop[] = [];
let here: Store;
let log: Log;

/** A terminal that has read of one bill with a piece on each of two lines. */
function terminal(): { store: Store; log: Log } {
  const shop = makeTestShop();
  shops.push(shop);
  const store = shop.open();
  welcome(store);
  const review = new ReturnedTwiceReview(store);
  store.replica.follow((entries) => review.confirmed(entries));
  review.confirmed([]);
  const read = new Log(store);
  read.next(['p', 'q'].map((id) => ({ op: 'put', entity: 'product', id, row: productRow(id) }) as const));
  const { bill } = saleRows('b', 'A/1', ['p', 'q']);
  read.next([{ op: 'put', entity: 'bill', id: 'b', row: { ...bill } }]);
  return { store, log: read };
}

const free = 0 as Money; // proof: nothing

/** A credit note for a piece of each of these lines. */
function noteRow(id: string, at: number, ...lines: number[]) {
  const { paid: _paid, due: _due, change_given: _change, cart_id: _cart, ...header } = saleRows(id, id, []).bill;
  const { bill } = saleRows('b', 'A/1', ['p', 'q']);
  return {
    ...header,
    at,
    bill_id: 'b',
    bill_number: 'A/1',
    exchange_bill_id: null,
    reason: 'torn',
    taxes: [],
    lines: bill.lines
      .filter(({ line_no }) => lines.includes(line_no))
      .map(({ list_price: _list, ...line }) => ({
        ...line,
        ...{ bill_line_no: line.line_no, restock: 1 as const },
        ...{ quantity: negQuantity(quantity(1000)), stock_quantity: negQuantity(quantity(1000)) },
        ...{ gross: free, net: free, taxable: free, tax: free, total: free },
      })),
  };
}
const note = (id: string, at: number, ...lines: number[]) =>
  ({ op: 'put', entity: 'bill_return', id, row: noteRow(id, at, ...lines) }) as const;

const raised = (store: Store) =>
  store.sql<[], { id: string; state: string }>(`SELECT id, state FROM alert WHERE kind = 'returned_twice'`).all();
const desk = (store: Store) => createAttention(store, () => ({ replay: null }));

beforeEach(() => {
  ({ store: here, log } = terminal());
});
afterEach(async () => {
  for (const shop of shops.splice(0)) await shop.dispose();
});

it('each part of a bill may come back once', () => {
  log.next([note('n1', 1, 1)]);
  log.next([note('n2', 2, 2)]);
  expect(raised(here)).toEqual([]);
});

it('the same goods taken back at two tills need attention, under the same id on every till and in whatever order', async () => {
  const other = terminal();
  log.next([note('n1', 1, 1, 2)]);
  log.next([note('n2', 2, 1)]);
  other.log.next([note('n2', 2, 1), note('n1', 1, 1, 2)]);
  expect(raised(here)).toHaveLength(1);
  expect(raised(other.store)).toEqual(raised(here));
  const items = desk(here).list();
  expect(items).toMatchObject([
    {
      kind: 'returned_twice',
      number: 'A/1',
      notes: ['n1', 'n2'],
      isVoid: false,
      link: '/bills/b',
      actions: ['dismiss'],
    },
  ]);
  // It is nothing of the stock, and has no place in that list.
  const { 'alerts.list': list } = alertHandlers({ store: here } as Parameters<typeof alertHandlers>[0]); // proof: it needs no more
  expect(list({ state: 'open', offset: 0, limit: 9 }, {} as never)).toEqual({
    rows: [],
    open: 0,
    oversold: 0,
    total: 0,
  });
  await desk(here).act(items[0]?.id ?? '', 'dismiss', 'owner');
  expect(desk(here).list()).toEqual([]);
});

it('every time too often is one of its own, and what is the same again is none', () => {
  log.next([note('n1', 1, 1)]);
  log.next([note('n2', 2, 1)]);
  log.next([note('n3', 3, 2)]);
  expect(raised(here)).toHaveLength(1);
  log.next([note('n4', 4, 2)]);
  expect(raised(here)).toHaveLength(2);
});

it('goods of a bill that was voided meanwhile came back twice', () => {
  log.next([note('n1', 1, 1)]);
  const who = { staff_id: 's', terminal_id: 't', shift_id: null };
  const row = {
    id: 'v',
    bill_id: 'b',
    bill_number: 'A/1',
    reason: 'wrong',
    approved_by: null,
    at: 2,
    day: '2026-11-21',
  };
  log.next([{ op: 'put', entity: 'bill_void', id: 'v', row: { ...row, ...who } }]);
  expect(raised(here)).toHaveLength(1);
  expect(desk(here).list()).toMatchObject([{ isVoid: true }]);
});

it('an own credit note counts when the log has it, and not while it is put aside', () => {
  const { mid } = here.mutate({ name: 'return.complete', kind: 'fact', actor: 'asha' }, (m) =>
    m.put('bill_return', noteRow('own', 1, 1)),
  );
  log.next([note('n1', 2, 1)]);
  expect(raised(here)).toEqual([]);
  const aside = { status: 'quarantined', code: 'missing_reference', params: {} } as const;
  here.replica.acknowledge([{ mid: mid ?? 0, outcome: aside }], 0);
  log.next([note('n2', 3, 2)]);
  expect(raised(here)).toEqual([]);
  log.next([note('own', 1, 1)], { mid: mid ?? 0 });
  expect(raised(here)).toHaveLength(1);
});

it('a start finds what the last run did not get to', () => {
  const unwatched = makeTestShop();
  shops.push(unwatched);
  const store = unwatched.open();
  welcome(store);
  const read = new Log(store);
  const { bill } = saleRows('b', 'A/1', ['p', 'q']);
  read.next(['p', 'q'].map((id) => ({ op: 'put', entity: 'product', id, row: productRow(id) }) as const));
  read.next([{ op: 'put', entity: 'bill', id: 'b', row: { ...bill } }, note('n1', 1, 1), note('n2', 2, 1)]);
  new ReturnedTwiceReview(store).confirmed([]);
  expect(raised(store)).toHaveLength(1);
});
