import type { Flag, Row } from '@shared/entities';
import { AppError } from '@shared/errors';
import { type Money, QUANTITY_SCALE, type Quantity, quantity } from '@shared/money';
import type { Reads } from '../../store';
import type { CartLineRow } from './cart-rows';

/** How goods are sold when not by the product's own unit and price: a box, a labelled pack. */
export type SoldBy = Pick<CartLineRow, 'unit' | 'factor'> & { readonly price: Money };

/** What is to be put on the bill, or comes back without one. */
export interface NewLine {
  readonly productId: string;
  /** One, unless given. */
  readonly quantity?: Quantity | undefined;
  /** Which of the product's other units, from 0; the product's own unit unless given. */
  readonly unitIndex?: number | undefined;
  readonly soldBy?: SoldBy | undefined;
  /** In place of the price on the shelf. */
  readonly unitPrice?: Money | undefined;
  readonly barcode?: string | undefined;
}

/** A line before it has its place on the bill. */
export type Goods = Pick<
  CartLineRow,
  'product_id' | 'barcode' | 'unit' | 'factor' | 'quantity' | 'unit_price' | 'list_price'
>;

/** A product as a bill reads it. */
export type BillProduct = Pick<
  Row<'product'>,
  'id' | 'name' | 'sku' | 'hsn' | 'unit' | 'price' | 'tax_class_id' | 'reorder_level' | 'negative_stock' | 'track_stock'
> & { active: Flag; deleted_at: number | null };

const one = quantity(QUANTITY_SCALE);

/** Deleted ones too: goods may come back after their product is gone. @throws AppError `not_found` */
export function billProduct(reads: Reads, id: string): BillProduct {
  const product = reads
    .sql<[string], BillProduct>(
      `SELECT id, name, sku, hsn, unit, price, tax_class_id, reorder_level, negative_stock, track_stock, active,
         deleted_at
       FROM product WHERE id = ?`,
    )
    .get(id);
  if (!product) throw new AppError('not_found', `No product ${id}`, { entity: 'product', id });
  return product;
}

/** @throws AppError `not_found`, `deleted`, `inactive` */
export function goodsForSale(reads: Reads, line: NewLine): Goods {
  const product = billProduct(reads, line.productId);
  const { id, name } = product;
  if (product.deleted_at !== null) throw new AppError('deleted', `${name} is deleted`, { entity: 'product', id, name });
  if (product.active === 0) throw new AppError('inactive', `${name} is not for sale`, { entity: 'product', id, name });
  return goodsOf(reads, product, line);
}

/** @throws AppError `not_found` for a unit that the product is not sold in */
export function goodsOf(reads: Reads, product: BillProduct, line: NewLine): Goods {
  const own: SoldBy = { unit: product.unit, factor: one, price: product.price };
  const by = line.soldBy ?? (line.unitIndex === undefined ? own : otherUnit(reads, product.id, line.unitIndex));
  return {
    product_id: product.id,
    barcode: line.barcode ?? null,
    unit: by.unit,
    factor: by.factor,
    quantity: line.quantity ?? one,
    unit_price: line.unitPrice ?? by.price,
    list_price: by.price,
  };
}

function otherUnit(reads: Reads, productId: string, index: number): SoldBy {
  const unit = reads
    .sql<[string, number], SoldBy>(
      'SELECT unit, factor, price FROM product_unit WHERE product_id = ? ORDER BY position LIMIT 1 OFFSET ?',
    )
    .get(productId, index);
  if (!unit) throw new AppError('not_found', `No unit ${index} of ${productId}`, { entity: 'product_unit', id: index });
  return unit;
}
