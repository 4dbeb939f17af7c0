import type { UnitCode } from '../money';
import type { Access } from './define';
import { part, register } from './define';
import {
  added,
  addedLike,
  count,
  day,
  fineMoney,
  flag,
  grouped,
  money,
  optional,
  quantity,
  rate,
  ref,
  text,
  time,
} from './fields';

/** What a tax component is. `gst` is the combined rate, split into CGST + SGST or taken as IGST by place. */
export type TaxKind = 'gst' | 'cess' | 'vat' | 'sales_tax';

/** What the counter does when it knows that a sale would take stock below zero. */
export type NegativeStockRule = 'allow' | 'warn' | 'block';

const access: Access = { scope: 'shop', change: 'catalogue.edit' };

export const brand = register(access, { name: text(), active: flag() });

export const category = register(access, {
  name: text(),
  parent_id: optional(ref('category')),
  position: count(),
  active: flag(),
});

export const tax_class = register(
  access,
  { name: text(), active: flag() },
  {
    /** Components by the day from which they hold; the set with the latest day not after the bill's day applies. */
    rates: part('tax_class_rate', 'tax_class_id', ['effective_from', 'position'], {
      effective_from: day(),
      position: count(),
      kind: text<TaxKind>(),
      rate: rate(),
      per_unit: fineMoney(),
      compound: flag(),
    }),
  },
);

export const product = register(
  access,
  {
    name: text(),
    sku: optional(text()),
    brand_id: optional(ref('brand')),
    category_id: optional(ref('category')),
    hsn: optional(text()),
    unit: text<UnitCode>(),
    price: grouped('price', money()),
    mrp: grouped('price', optional(money())),
    tax_class_id: grouped('price', optional(ref('tax_class'))),
    reorder_level: optional(quantity()),
    reorder_quantity: optional(quantity()),
    track_stock: flag(),
    by_weight: flag(),
    favourite: flag(),
    /** Null: the shop's rule. */
    negative_stock: optional(text<NegativeStockRule>()),
    active: flag(),
    created_at: time(),
  },
  {
    barcodes: part('product_barcode', 'product_id', ['position'], { position: count(), barcode: text() }),
    /** Other units it is sold in: a box of 12 pieces with a price of its own. `factor`: base units in one, thousandths. */
    units: part('product_unit', 'product_id', ['position'], {
      position: count(),
      unit: text<UnitCode>(),
      factor: quantity(),
      price: money(),
      barcode: optional(text()),
    }),
  },
);

/** Apart from the product, so that a cashier's terminal never receives it. Its id is the product's id. */
export const product_cost = register(
  { scope: 'office', change: 'catalogue.edit', extends: 'product' },
  {
    /** What one stock unit costs: the average of what was received, or what somebody has said since. */
    cost: money(),
    /** What somebody said that it costs; null: nobody ever did, or that nobody knows. The average begins with it. */
    stated: grouped('stated', addedLike(optional(money()), 'cost')),
    /** Goods that were received later are averaged with it. 0: it was said before any were. */
    stated_at: grouped('stated', added(time(), 0)),
  },
);
