import { dayOf } from '@shared/clock';
import type { Row } from '@shared/entities';
import { type Money, negQuantity } from '@shared/money';
import { type Watched, watchLevel } from '../../../src/main/shop/alerts';
import { takeNumber } from '../../../src/main/shop/documents';
import type { Mutation } from '../../../src/main/store';
import { saleRows } from '../../support/sale-rows';
import type { Till } from '../till';
import { type Action, cashier, fact, money, pickOf, type Receipt, receipt } from './action';

const seriesOf = (till: Till): string | null =>
  till.store.sql<[string], { series: string }>('SELECT series FROM terminal WHERE id = ?').get(till.store.terminalId)
    ?.series ?? null;

export const sale: Action = (till) => {
  const product = pickOf(till, 'product');
  if (product === null) return null;
  const other = pickOf(till, 'product');
  const products = other === null || !till.random.chance(0.4) ? [product] : [product, other];
  return sell(till, products, till.random.chance(0.3) ? pickOf(till, 'customer') : null);
};

export function sell(till: Till, products: readonly string[], customer: string | null): Receipt[] | null {
  const series = seriesOf(till);
  if (series === null) return null;
  const id = till.ids.next();
  till.store.mutate(fact('sale.complete'), (m) => {
    const day = dayOf(m.at, 'Asia/Kolkata');
    const numbers = takeNumber(m, series, day);
    const rows = saleRows(id, numbers.number, products);
    const due = customer !== null && till.random.chance(0.5) ? rows.bill.total : money(0);
    const paid = money(rows.bill.total - due);
    m.put('bill', {
      ...rows.bill,
      ...numbers,
      at: m.at,
      day,
      customer_id: customer,
      paid,
      due,
      terminal_id: m.terminalId,
    });
    for (const row of rows.movements) move(m, row);
    if (paid > 0) m.put('payment', { ...rows.payment, amount: paid, customer_id: customer });
    if (due > 0 && customer !== null) m.put('party_transaction', khata(id, customer, due, m));
    for (const product of products) alertOf(till, m, product);
  });
  return [receipt('bill', id), ...products.map((_, index) => receipt('stock_movement', `${id}:${index + 1}`))];
}

/** As the shop moves stock: with the alerts that belong to it. */
function move(m: Mutation, row: Row<'stock_movement'>): void {
  const level = m.move(row);
  const product = m
    .local<[string], Watched>('SELECT id, reorder_level, negative_stock FROM product WHERE id = ?')
    .get(row.product_id);
  if (product) watchLevel(m, noSettings, product, level);
}

/** Every product says itself what becomes of negative stock. */
export const noSettings = {
  settings: (): never => {
    throw new Error('No settings in the simulated shop');
  },
};

function khata(bill: string, customer: string, amount: Money, m: Mutation): Row<'party_transaction'> {
  return {
    id: `${bill}:due`,
    party_type: 'customer',
    party_id: customer,
    kind: 'bill',
    amount,
    document_type: 'bill',
    document_id: bill,
    due_day: null,
    note: null,
    at: m.at,
    day: dayOf(m.at, 'Asia/Kolkata'),
    staff_id: cashier,
    terminal_id: m.terminalId,
    shift_id: null,
  };
}

/** A sale also opens and resolves alerts: edits of a register inside a fact. */
function alertOf(till: Till, m: Mutation, product: string): void {
  const open = pickOf(till, 'alert', `kind = 'low_stock' AND state <> 'resolved' AND deleted_at IS NULL`);
  if (open !== null) {
    m.set('alert', open, { state: 'resolved', resolved_at: m.at });
  } else {
    m.put('alert', {
      id: till.ids.next(),
      kind: 'low_stock',
      product_id: product,
      document_type: null,
      document_id: null,
      quantity: null,
      threshold: null,
      state: 'open',
      raised_at: m.at,
      terminal_id: m.terminalId,
      acknowledged_by: null,
      acknowledged_at: null,
      resolved_at: null,
    });
  }
}

export const giveBack: Action = (till) => {
  const series = seriesOf(till);
  const bills = till.store
    .sql<[], Pick<Row<'bill'>, 'id' | 'number'>>(
      'SELECT id, number FROM bill WHERE id NOT IN (SELECT bill_id FROM bill_return WHERE bill_id IS NOT NULL) ORDER BY id',
    )
    .all();
  // Half of the time the oldest, so that tills meet at the same bill.
  const bill = till.random.chance(0.5) ? bills[0] : bills.at(-1);
  if (series === null || !bill) return null;
  const lines = till.store
    .sql<[string], Row<'bill'>['lines'][number]>('SELECT * FROM bill_line WHERE bill_id = ? ORDER BY line_no')
    .all(bill.id);
  const free = money(0);
  const no = 0 as const;
  const id = till.ids.next();
  till.store.mutate(fact('return.complete'), (m) => {
    const day = dayOf(m.at, 'Asia/Kolkata');
    const { bill: sold } = saleRows(id, 'x', []);
    const { paid: _paid, due: _due, change_given: _change, cart_id: _cart, ...header } = sold;
    m.put('bill_return', {
      ...header,
      ...takeNumber(m, `${series}C`, day),
      at: m.at,
      day,
      bill_id: bill.id,
      bill_number: bill.number,
      exchange_bill_id: null,
      reason: 'changed mind',
      lines: lines.map(({ line_no, product_id, name, sku, barcode, hsn, unit, quantity }) => ({
        ...{
          line_no,
          bill_line_no: line_no,
          product_id,
          name,
          sku,
          barcode,
          hsn,
          unit,
          restock: no,
          charge: no,
          note: null,
        },
        ...{ quantity: negQuantity(quantity), stock_quantity: negQuantity(quantity), unit_price: free, gross: free },
        ...{ discount: free, net: free, bill_discount_share: free, taxable: free, tax: free, total: free },
      })),
      taxes: [],
    });
  });
  return [receipt('bill_return', id)];
};
