import type { DraftContent, HandlerInput } from '@shared/contract';
import { type Money, money, type Quantity, quantity, rate } from '@shared/money';
import { readCost } from '../../src/main/shop/catalogue';
import { khataHandlers } from '../../src/main/shop/khata';
import { purchaseHandlers } from '../../src/main/shop/purchases';
import { supplierHandlers } from '../../src/main/shop/suppliers';
import type { Store } from '../../src/main/store';
import { cashier, foundShop, openCounter } from './counter';
import { nowhere } from './khata';

export interface Bought {
  readonly product: string;
  readonly pieces: number;
  /** Minor units for one. */
  readonly price: number;
  readonly unit?: 'PCS' | 'BOX';
  /** Percent off. */
  readonly off?: number;
  readonly tax?: string | null;
}

/** A shop in Maharashtra with soap, rice (also by the box of twelve) and a service, and one supplier of the same state. */
export function foundPurchases(store: Store): void {
  const box = { position: 0, unit: 'BOX', factor: quantity(12_000), price: money(50_000), barcode: null } as const;
  foundShop(store, {
    settings: { gstin: '27AAPFU0939F1ZV', state_code: '27' },
    products: [
      { id: 'soap', price: money(4500), tax_class_id: 'gst18', reorder_level: quantity(5_000) },
      { id: 'rice', price: money(6000), units: [box] },
      { id: 'service', track_stock: 0 },
    ],
  });
}

const now = <T>(value: T | Promise<T>): T => {
  if (value instanceof Promise) throw new Error('A handler of purchases answered later');
  return value;
};

/** The office's calls about purchases, each answered at once. */
export function openPurchases(store: Store) {
  const counter = openCounter(store);
  const { deps } = counter;
  const suppliers = supplierHandlers(deps);
  const purchases = purchaseHandlers(deps);
  const khata = khataHandlers(deps, nowhere);
  const makeSupplier = (fields: Partial<HandlerInput<'suppliers.save'>> = {}): string =>
    now(
      suppliers['suppliers.save'](
        {
          name: 'Sahyadri Traders',
          phone: null,
          gstin: null,
          stateCode: '27',
          address: null,
          email: null,
          openingBalance: money(0),
          note: null,
          ...fields,
        },
        cashier,
      ),
    ).id;
  const draft = (
    supplierId: string,
    billNumber: string,
    lines: readonly Bought[],
    more: Partial<DraftContent> = {},
  ) => {
    const { id } = now(purchases['purchases.begin']({ supplierId, products: [] }, cashier));
    const content = {
      id,
      supplierId,
      billNumber,
      billDay: '2026-11-20',
      dueDay: null,
      pricesIncludeTax: false,
      inputCredit: true,
      discount: money(0),
      roundOff: money(0),
      note: '',
      lines: lines.map(({ product, pieces, price, unit = 'PCS', off = 0, tax = null }) => ({
        productId: product,
        unit,
        quantity: quantity(pieces * 1000),
        unitPrice: money(price),
        discount: rate(off * 10_000),
        taxClassId: tax,
      })),
      ...more,
    };
    return now(purchases['purchases.saveDraft'](content, cashier));
  };
  const post = (draftId: string) => now(purchases['purchases.post']({ draftId }, cashier));
  return {
    counter,
    deps,
    suppliers,
    purchases,
    makeSupplier,
    draft,
    post,
    buy: (...bill: Parameters<typeof draft>) => post(draft(...bill).id),
    reverse: (id: string) => now(purchases['purchases.reverse']({ id, reason: 'wrong' }, cashier)),
    readDraft: (id: string) => now(purchases['purchases.draft']({ id }, cashier)),
    list: (input: Partial<HandlerInput<'purchases.list'>> = {}) =>
      purchases['purchases.list']({ offset: 0, limit: 50, ...input }, cashier),
    owed: (id: string): Money => now(suppliers['suppliers.get']({ id }, cashier)).balance,
    khata: (supplierId: string) =>
      now(khata['supplierKhata.entries']({ id: supplierId, offset: 0, limit: 50 }, cashier)).rows,
    cost: (productId: string): Money | null => readCost(store, productId),
    level: (productId: string): Quantity => counter.level(productId),
  };
}
