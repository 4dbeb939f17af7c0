import { stockQuantity } from '@shared/bill';
import type { DraftContent, HandlerInput, Page, ReorderGroup, ReorderLine } from '@shared/contract';
import { addQuantity, attempt, negQuantity, type Quantity, quantity, subQuantity } from '@shared/money';
import { type Reads, readerJob } from '../../store';
import { readUnits } from '../catalogue';

const soldDays = 30;
const dayMs = 24 * 60 * 60 * 1000;

/** A product that has come down to its reorder level, and from whom it was bought last. */
interface Row {
  readonly id: string;
  readonly name: string;
  readonly sku: string | null;
  readonly unit: ReorderLine['unit'];
  readonly stock: Quantity;
  readonly reorderLevel: Quantity;
  readonly reorderQuantity: Quantity | null;
  readonly sold: Quantity;
  readonly supplierId: string | null;
  readonly supplier: string | null;
}

/**
 * What is to be ordered, by the supplier of the last purchase that stands and then by name: all products with a reorder level
 * that have come down to it.
 *
 * @param now ms, for what was sold in the thirty days before
 */
export function reorderLines(reads: Reads, now: number): ReorderLine[] {
  const drafted = draftedQuantities(reads);
  return reads
    .sql<[number], Row>(
      `WITH short AS (
         SELECT p.id, p.name, p.sku, p.unit, coalesce(l.quantity, 0) AS stock, p.reorder_level AS reorderLevel,
           p.reorder_quantity AS reorderQuantity,
           (SELECT b.supplier_id FROM purchase_line AS n CROSS JOIN purchase AS b ON b.id = n.purchase_id
            WHERE n.product_id = p.id AND NOT EXISTS (SELECT 1 FROM purchase_reversal WHERE purchase_id = b.id)
            ORDER BY b.at DESC, b.id DESC LIMIT 1) AS supplierId
         FROM product AS p LEFT JOIN stock_level AS l ON l.product_id = p.id
         WHERE p.track_stock = 1 AND p.deleted_at IS NULL AND p.active = 1 AND coalesce(l.quantity, 0) <= p.reorder_level)
       SELECT short.*, s.name AS supplier,
         (SELECT coalesce(-sum(m.quantity), 0) FROM stock_movement AS m
          WHERE m.product_id = short.id AND m.at >= ? AND m.reason IN ('sale', 'return', 'void')) AS sold
       FROM short LEFT JOIN supplier AS s ON s.id = short.supplierId
       ORDER BY s.name IS NULL, s.name COLLATE NOCASE, short.supplierId, short.name COLLATE NOCASE, short.id`,
    )
    .all(now - soldDays * dayMs)
    .map(({ reorderLevel, reorderQuantity, ...row }) => {
      const inDrafts = drafted.get(row.id) ?? quantity(0);
      return {
        ...row,
        reorderLevel,
        inDrafts,
        suggested: suggestion({ ...row, reorderLevel, reorderQuantity }, inDrafts),
      };
    });
}

/** The reorder quantity; without one, up to twice the reorder level. Less what is in bills that are being typed in here. */
function suggestion(row: Pick<Row, 'stock' | 'reorderLevel' | 'reorderQuantity'>, inDrafts: Quantity): Quantity {
  const { stock, reorderLevel, reorderQuantity } = row;
  const wanted =
    reorderQuantity !== null && reorderQuantity > 0
      ? reorderQuantity
      : addQuantity(addQuantity(reorderLevel, reorderLevel), negQuantity(stock));
  const lacking = subQuantity(wanted, inDrafts);
  return lacking > 0 ? lacking : quantity(0);
}

/**
 * In stock units, by product: what the open drafts of this till would bring. A draft keeps what was typed, also what will be
 * refused when it is posted (a quarter of a box that cannot be divided so, more than can be counted): that brings nothing.
 */
function draftedQuantities(reads: Reads): Map<string, Quantity> {
  const drafted = new Map<string, Quantity>();
  for (const { content } of reads.sql<[], { content: string }>('SELECT content FROM purchase_draft').all()) {
    const { lines } = JSON.parse(content) as DraftContent; // proof: nothing but `DraftDesk` writes it
    for (const { productId, unit, quantity: count } of lines) {
      const factor = readUnits(reads, productId).find((each) => each.unit === unit)?.factor;
      const before = drafted.get(productId) ?? quantity(0);
      const after = attempt(() => addQuantity(before, factor === undefined ? count : stockQuantity(count, factor)));
      if (after.ok) drafted.set(productId, after.value);
    }
  }
  return drafted;
}

interface Asked {
  readonly now: number;
}

/** One supplier's part of the list; goes through all products. */
export const reorderJob = readerJob(
  'purchases.reorder',
  (reads: Reads, { supplierId, offset, limit, now }: HandlerInput<'purchases.reorder'> & Asked): Page<ReorderLine> => {
    const lines = reorderLines(reads, now).filter((line) => supplierId === undefined || line.supplierId === supplierId);
    return { rows: lines.slice(offset, offset + limit), total: lines.length };
  },
);

export const reorderGroupsJob = readerJob('purchases.reorderGroups', (reads: Reads, { now }: Asked): ReorderGroup[] => {
  const groups = new Map<string | null, ReorderGroup>();
  for (const { supplierId, supplier, suggested } of reorderLines(reads, now)) {
    const group = groups.get(supplierId) ?? { supplierId, supplier, products: 0, toOrder: 0 };
    group.products += 1;
    if (suggested > 0) group.toOrder += 1;
    groups.set(supplierId, group);
  }
  return [...groups.values()];
});
