import { dayOf } from '@shared/clock';
import type { RegisterName, Row } from '@shared/entities';
import { type Money, negQuantity } from '@shared/money';
import { type Watched, watchLevel } from '../../src/main/shop/alerts';
import { takeNumber } from '../../src/main/shop/documents';
import type { Mutation } from '../../src/main/store';
import { payloadHash } from '../../src/main/store/outbox';
import { customerRow, movementRow, productRow, saleRows } from '../support/sale-rows';
import { settingsRow } from '../support/settings-row';
import type { Till } from './till';

const money = (value: number) => value as Money; // proof: a literal integer of minor units

export const owner = 'owner';
export const cashier = 'cashier';

/** A record that a person was told is saved. */
export interface Receipt {
  readonly entity: string;
  readonly id: string;
  readonly isFact: boolean;
}

/** What the first till writes when the shop is made. */
export function foundShop(till: Till): void {
  till.store.mutate({ name: 'shop.create', kind: 'fact', actor: owner }, (m) => {
    m.put('business_settings', settingsRow(m.at));
    for (const role of ['owner', 'cashier'] as const) {
      m.put('staff', { id: role, name: role, role, pin_hash: 'x', language: null, active: 1, created_at: m.at });
    }
    m.put('terminal', { id: m.terminalId, name: 'First', series: 'A', role: 'office', created_at: m.at });
    for (const id of ['p1', 'p2', 'p3']) {
      m.put('product', productRow(id, { negative_stock: id === 'p3' ? 'allow' : 'warn' }));
      m.put('product_cost', { id, cost: money(500), stated: money(500), stated_at: 0 });
    }
    for (const id of ['c1', 'c2']) m.put('customer', customerRow(id));
  });
}

/** Everything a person may do at a till; returns what they were promised, or null when there was nothing to do it with. */
export type Action = (till: Till) => Receipt[] | null;

const fact = (name: string) => ({ name, kind: 'fact', actor: cashier }) as const;
const request = (name: string, actor = owner) => ({ name, kind: 'request', actor }) as const;

const idsOf = (till: Till, table: string, where = 'deleted_at IS NULL'): string[] =>
  till.store
    .sql<[], { id: string }>(`SELECT id FROM ${table} WHERE ${where} ORDER BY id`)
    .all()
    .map(({ id }) => id);

const pickOf = (till: Till, table: string, where?: string): string | null => {
  const ids = idsOf(till, table, where);
  return ids.length === 0 ? null : till.random.pick(ids);
};

const seriesOf = (till: Till): string | null =>
  till.store.sql<[string], { series: string }>('SELECT series FROM terminal WHERE id = ?').get(till.store.terminalId)
    ?.series ?? null;

const receipt = (entity: string, id: string, isFact = true): Receipt => ({ entity, id, isFact });

const sale: Action = (till) => {
  const product = pickOf(till, 'product');
  if (product === null) return null;
  const other = pickOf(till, 'product');
  const products = other === null || !till.random.chance(0.4) ? [product] : [product, other];
  return sell(till, products, till.random.chance(0.3) ? pickOf(till, 'customer') : null);
};

function sell(till: Till, products: readonly string[], customer: string | null): Receipt[] | null {
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

const giveBack: Action = (till) => {
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

const adjust: Action = (till) => {
  const product = pickOf(till, 'product');
  if (product === null) return null;
  const id = till.ids.next();
  till.store.mutate(fact('stock.adjust'), (m) => {
    const row = movementRow(id, product, till.random.int(-20, 20) * 1000);
    move(m, { ...row, reason: 'adjustment', document_type: null, document_id: null, line_no: null });
  });
  return [receipt('stock_movement', id)];
};

const newProduct =
  (actor: string): Action =>
  (till) => {
    const id = till.ids.next();
    const category = till.ids.next();
    till.store.mutate(request('category.create', actor), (m) =>
      m.put('category', { id: category, name: 'New', parent_id: null, position: 0, active: 1 }),
    );
    till.store.mutate(request('product.create', actor), (m) => {
      m.put('product', {
        ...productRow(id, { negative_stock: 'warn' }),
        category_id: category,
        barcodes: [{ position: 0, barcode: id.slice(-6) }],
      });
      m.put('product_cost', { id, cost: money(100), stated: money(100), stated_at: 0 });
    });
    return actor === owner ? [receipt('product', id, false)] : [];
  };

const newCustomer: Action = (till) => {
  const id = till.ids.next();
  till.store.mutate(request('customer.create', cashier), (m) => m.put('customer', customerRow(id)));
  return [receipt('customer', id, false)];
};

const edit = (
  till: Till,
  entity: RegisterName,
  actor: string,
  fields: (m: Mutation, id: string) => void,
): Receipt[] | null => {
  // Half of the time one of the first two, so that tills meet on the same record.
  const id = till.random.chance(0.5) ? idsOf(till, entity)[till.random.int(0, 1)] : pickOf(till, entity);
  if (id === null || id === undefined) return null;
  till.store.mutate(request(`${entity}.edit`, actor), (m) => fields(m, id));
  return [];
};

const editCustomer: Action = (till) =>
  edit(till, 'customer', cashier, (m, id) => {
    const value = String(till.random.int(0, 1_000_000));
    m.set('customer', id, till.random.chance(0.5) ? { name: value } : { phone: value });
  });

const editProduct =
  (actor: string): Action =>
  (till) =>
    edit(till, 'product', actor, (m, id) => {
      const value = till.random.int(1, 100_000);
      const change = till.random.pick(['name', 'price', 'mrp', 'barcodes'] as const);
      if (change === 'name') m.set('product', id, { name: `Product ${value}` });
      else if (change === 'price') m.set('product', id, { price: money(value) });
      else if (change === 'mrp') m.set('product', id, { mrp: money(value) });
      else m.set('product', id, { barcodes: [{ position: 0, barcode: String(value) }] });
    });

const editCost: Action = (till) => {
  // Only an office has costs.
  if (idsOf(till, 'product_cost').length === 0) return null;
  return edit(till, 'product_cost', owner, (m, id) =>
    m.set('product_cost', id, { cost: money(till.random.int(1, 9999)) }),
  );
};

const remove: Action = (till) => {
  const entity = till.random.pick(['customer', 'product'] as const);
  return edit(till, entity, owner, (m, id) => void m.del(entity, id));
};

const bringBack: Action = (till) => {
  const entity = till.random.pick(['customer', 'product'] as const);
  const id = pickOf(till, entity, 'deleted_at IS NOT NULL');
  if (id === null) return null;
  till.store.mutate(request(`${entity}.restore`), (m) => m.undel(entity, id));
  return [];
};

/** Somebody without the right tries to change prices. */
const refused: Action = editProduct(cashier);

/** What a cashier may not create is sold and edited at once, before anybody has refused it. */
const refusedCreator: Action = (till) => {
  const known = new Set([...idsOf(till, 'product'), ...idsOf(till, 'category')]);
  newProduct(cashier)(till);
  const product = idsOf(till, 'product').find((id) => !known.has(id));
  const category = idsOf(till, 'category').find((id) => !known.has(id));
  if (category !== undefined)
    till.store.mutate(request('category.edit'), (m) => m.set('category', category, { position: 1 }));
  if (product !== undefined) sell(till, [product], null);
  return [];
};

/** A fact whose amount no hub takes: too large to be exact. */
const poison: Action = (till) => {
  const id = till.ids.next();
  till.store.mutate(fact('cash.in'), (m) => {
    m.put('cashbook_entry', {
      id,
      amount: money(2 ** 53),
      category: 'paid_in',
      reason: null,
      document_type: null,
      document_id: null,
      at: m.at,
      day: dayOf(m.at, 'Asia/Kolkata'),
      staff_id: cashier,
      terminal_id: m.terminalId,
      shift_id: null,
    });
  });
  return [];
};

const changeRole: Action = (till) => {
  const id = pickOf(till, 'terminal');
  if (id === null) return null;
  till.store.mutate(request('terminal.edit'), (m) =>
    m.set('terminal', id, { role: till.random.pick(['counter', 'office'] as const) }),
  );
  return [];
};

/** The cashier leaves, or comes back: facts of theirs that are under way are taken and marked, requests are refused. */
const fireOrHire: Action = (till) => {
  till.store.mutate(request('staff.edit'), (m) => {
    const now = m.local<[string], { active: 0 | 1 }>('SELECT active FROM staff WHERE id = ?').get(cashier);
    if (now) m.set('staff', cashier, { active: now.active === 1 ? 0 : 1 });
  });
  return [];
};

/** A field that no version here has, as a later version would write it: beside one that all have. */
export const laterField = 'loyalty_tier';

const newerField: Action = (till) => {
  const id = pickOf(till, 'customer');
  if (id === null) return null;
  const value = String(till.random.int(0, 1_000_000));
  const { mid } = till.store.mutate(request('customer.edit'), (m) => m.set('customer', id, { name: value }));
  const { db } = till.disk;
  const row = db
    .prepare<[number | null], { name: string; kind: 'request'; actor: string; at: number; ops: string }>(
      'SELECT name, kind, actor, at, ops FROM outbox WHERE mid = ?',
    )
    .get(mid);
  if (!row) return null;
  const ops = row.ops.replace('"fields":{', `"fields":{"${laterField}":"${value}",`);
  db.prepare('BEGIN').run();
  db.prepare('UPDATE outbox SET ops = ?, hash = ? WHERE mid = ?').run(ops, payloadHash(row, row.at, ops), mid);
  db.prepare('COMMIT').run();
  return [];
};

export const actions = {
  sale,
  giveBack,
  adjust,
  newProduct: newProduct(owner),
  newCustomer,
  editCustomer,
  editProduct: editProduct(owner),
  editCost,
  remove,
  bringBack,
  refused,
  refusedCreator,
  poison,
  changeRole,
  fireOrHire,
  newerField,
} satisfies Record<string, Action>;

export type ActionName = keyof typeof actions;
