import type { RegisterName } from '@shared/entities';
import type { Mutation } from '../../../src/main/store';
import { customerRow, productRow } from '../../support/sale-rows';
import type { Till } from '../till';
import { type Action, cashier, idsOf, money, owner, pickOf, type Receipt, receipt, request } from './action';
import { lastReceived } from './goods';
import { sell } from './sales';

export const newProduct =
  (actor: string): Action =>
  (till) => {
    const id = till.ids.next();
    const category = till.ids.next();
    till.store.mutate(request('category.create', actor), (m) =>
      m.put('category', { id: category, name: 'New', parent_id: null, position: 0, active: 1 }),
    );
    till.store.mutate(request('product.create', actor), (m) => {
      m.put('product', {
        ...productRow(id, { unit: 'PCS', negative_stock: 'warn' }),
        category_id: category,
        barcodes: [{ position: 0, barcode: id.slice(-6) }],
      });
      m.put('product_cost', { id, cost: money(100), stated: money(100), stated_at: 0 });
    });
    return actor === owner ? [receipt('product', id, false)] : [];
  };

export const newCustomer: Action = (till) => {
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

export const editCustomer: Action = (till) =>
  edit(till, 'customer', cashier, (m, id) => {
    const value = String(till.random.int(0, 1_000_000));
    m.set('customer', id, till.random.chance(0.5) ? { name: value } : { phone: value });
  });

export const editProduct =
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

export const editCost: Action = (till) => {
  // Only an office has costs.
  if (idsOf(till, 'product_cost').length === 0) return null;
  return edit(till, 'product_cost', owner, (m, id) => {
    const cost = money(till.random.int(1, 9999));
    const last = lastReceived(till, id);
    m.set('product_cost', id, { cost, stated: cost, stated_at: last === null ? 0 : Math.max(last, m.at) });
  });
};

export const remove: Action = (till) => {
  const entity = till.random.pick(['customer', 'product', 'supplier'] as const);
  return edit(till, entity, owner, (m, id) => void m.del(entity, id));
};

export const bringBack: Action = (till) => {
  const entity = till.random.pick(['customer', 'product', 'supplier'] as const);
  const id = pickOf(till, entity, 'deleted_at IS NOT NULL');
  if (id === null) return null;
  till.store.mutate(request(`${entity}.restore`), (m) => m.undel(entity, id));
  return [];
};

/** Somebody without the right tries to change prices. */
export const refused: Action = editProduct(cashier);

/** What a cashier may not create is sold and edited at once, before anybody has refused it. */
export const refusedCreator: Action = (till) => {
  const known = new Set([...idsOf(till, 'product'), ...idsOf(till, 'category')]);
  newProduct(cashier)(till);
  const product = idsOf(till, 'product').find((id) => !known.has(id));
  const category = idsOf(till, 'category').find((id) => !known.has(id));
  if (category !== undefined)
    till.store.mutate(request('category.edit'), (m) => m.set('category', category, { position: 1 }));
  if (product !== undefined) sell(till, [product], null);
  return [];
};
