import type { Row } from '@shared/entities';
import { addMoney, type Money, multiply, proportion, type Quantity, quantity, subQuantity, ZERO } from '@shared/money';
import type { Reads } from '../../store';
import { averageCost, type Receipt, receiptsOf, unitCost } from './average';

/** What the stock of a product was worth. Null: nobody knows what it costs. */
export interface Valued {
  readonly id: string;
  readonly name: string;
  readonly sku: string | null;
  readonly category: string | null;
  readonly unit: Row<'product'>['unit'];
  readonly onHand: Quantity;
  /** Of one, by the moving average; rounded. */
  readonly cost: Money | null;
  readonly average: Money | null;
  readonly fifo: Money | null;
}

interface Shelf extends Pick<Valued, 'id' | 'name' | 'sku' | 'category' | 'unit'> {
  readonly level: Quantity;
  readonly stated: Money | null;
  readonly bought: 0 | 1;
}

/**
 * Every product whose stock is counted as it stood just before an instant, by the moving average and by first in, first out.
 * Most products of a shop have no purchases that need to be folded, so all of them are read at once and those alone one by one.
 *
 * @param until ms
 */
export function valueStock(reads: Reads, until: number): Valued[] {
  const since = new Map(
    reads
      .sql<[number], { id: string; moved: Quantity }>(
        'SELECT product_id AS id, sum(quantity) AS moved FROM stock_movement WHERE at >= ? GROUP BY product_id',
      )
      .all(until)
      .map(({ id, moved }) => [id, moved]),
  );
  return reads
    .sql<[], Shelf & { deleted: 0 | 1 }>(
      `SELECT p.id, p.name, p.sku, c.name AS category, p.unit, l.quantity AS level, p.deleted_at IS NOT NULL AS deleted,
         CASE WHEN k.deleted_at IS NULL THEN k.stated END AS stated,
         EXISTS (SELECT 1 FROM purchase_line WHERE product_id = p.id) AS bought
       FROM stock_level AS l CROSS JOIN product AS p ON p.id = l.product_id
       LEFT JOIN category AS c ON c.id = p.category_id LEFT JOIN product_cost AS k ON k.id = p.id
       WHERE p.track_stock = 1`,
    )
    .all()
    .flatMap(({ level, stated, bought, deleted, ...product }) => {
      const onHand = subQuantity(quantity(level), quantity(since.get(product.id) ?? 0));
      if (deleted === 1 && onHand === 0) return [];
      const worth = bought === 1 ? worthOf(reads, product.id, onHand, stated, until) : byWord(onHand, stated);
      return [{ ...product, onHand, ...worth }];
    });
}

type Worth = Pick<Valued, 'cost' | 'average' | 'fifo'>;

/** Never bought: what somebody said that it costs, in either way. */
function byWord(onHand: Quantity, stated: Money | null): Worth {
  const value = stated === null ? null : multiply(stated, onHand);
  return { cost: stated, average: value, fifo: value };
}

function worthOf(reads: Reads, id: string, onHand: Quantity, stated: Money | null, until: number): Worth {
  const receipts = receiptsOf(reads, id, until).filter(({ reversed }) => reversed === 0);
  const average = averageCost(reads, id, until);
  if (receipts.length === 0) return byWord(onHand, stated);
  const byAverage = average
    ? { cost: unitCost(average), average: proportion(average.value, onHand, average.quantity) }
    : byWord(onHand, stated);
  return { ...byAverage, fifo: firstInFirstOut(receipts, onHand, stated) };
}

/**
 * What is on the shelf are the goods that came last: the newest purchase as far as it reaches, then the one before. Beyond all
 * of them are goods that came otherwise, worth what somebody said, or what the first ones cost. What is below nothing is owed at
 * what the last ones cost.
 *
 * @param receipts at least one, the oldest first
 */
export function firstInFirstOut(receipts: readonly Receipt[], onHand: Quantity, stated: Money | null): Money {
  const [first] = receipts;
  const last = receipts.at(-1);
  if (!first || !last) throw new Error('Layers are made of purchases');
  if (onHand < 0) return proportion(last.cost, onHand, last.quantity);
  let left = onHand;
  let value = ZERO;
  for (const { cost, quantity: received } of receipts.toReversed()) {
    const taken = left < received ? left : received;
    value = addMoney(value, taken === received ? cost : proportion(cost, taken, received));
    left = subQuantity(left, taken);
    if (left === 0) return value;
  }
  return addMoney(value, stated === null ? proportion(first.cost, left, first.quantity) : multiply(stated, left));
}
