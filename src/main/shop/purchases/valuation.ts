import type { Row } from '@shared/entities';
import {
  addMoney,
  addQuantity,
  type Money,
  multiply,
  proportion,
  type Quantity,
  quantity,
  subQuantity,
  ZERO,
} from '@shared/money';
import type { Reads } from '../../store';
import { averageCost, foldAverage, type Receipt, type Said, saidBefore, unitCost } from './average';

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
  readonly stated_at: number | null;
}

/**
 * Every product whose stock is counted as it stood just before an instant, by the moving average and by first in, first out.
 * Three walks through the file, whatever the number of products: asked of each by itself, a hundred thousand of them take twenty
 * seconds.
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
  const bought = everyReceipt(reads, until);
  return reads
    .sql<[], Shelf & { deleted: 0 | 1 }>(
      `SELECT p.id, p.name, p.sku, c.name AS category, p.unit, l.quantity AS level, p.deleted_at IS NOT NULL AS deleted,
         CASE WHEN k.deleted_at IS NULL THEN k.stated END AS stated, k.stated_at
       FROM stock_level AS l CROSS JOIN product AS p ON p.id = l.product_id
       LEFT JOIN category AS c ON c.id = p.category_id LEFT JOIN product_cost AS k ON k.id = p.id
       WHERE p.track_stock = 1`,
    )
    .all()
    .flatMap(({ level, stated, stated_at, deleted, ...product }) => {
      const onHand = subQuantity(quantity(level), quantity(since.get(product.id) ?? 0));
      if (deleted === 1 && onHand === 0) return [];
      const said = { stated, stated_at: stated_at ?? 0 };
      return [{ ...product, onHand, ...worthOf(reads, product.id, onHand, said, bought.get(product.id) ?? [], until) }];
    });
}

/** With what was on the shelf just before, what was undone included. */
interface ReceiptOnShelf extends Receipt {
  readonly level: Quantity;
}

/** All goods received before an instant, by product, in the order of `(at, id)`. */
function everyReceipt(reads: Reads, until: number): Map<string, ReceiptOnShelf[]> {
  const found = new Map<string, ReceiptOnShelf[]>();
  const reversals = reads.sql<[number], { id: string }>('SELECT purchase_id AS id FROM purchase_reversal WHERE at < ?');
  const undone = new Set(reversals.all(until).map(({ id }) => id));
  const purchases = reads.sql<[number], { id: string; at: number }>(
    'SELECT id, at FROM purchase WHERE at < ? ORDER BY at, id',
  );
  // What all lines of a purchase have in common is not read with each.
  const lines = reads.sql<
    [number, string, string],
    Pick<ReceiptOnShelf, 'quantity' | 'cost' | 'level'> & { product: string }
  >(
    `SELECT l.product_id AS product, l.stock_quantity AS quantity, l.cost,
       (SELECT coalesce(sum(m.quantity), 0) FROM stock_movement AS m
        WHERE m.product_id = l.product_id AND (m.at, m.id) < (?, ?)) AS level
     FROM purchase_line AS l WHERE l.purchase_id = ?`,
  );
  for (const { id, at } of purchases.all(until)) {
    const reversed = undone.has(id) ? 1 : 0;
    for (const { product, quantity: received, cost, level } of lines.all(at, id, id)) {
      const receipt = { id, at, quantity: received, cost, reversed, level: quantity(level) } as const;
      const of = found.get(product);
      const last = of?.at(-1);
      if (!of) found.set(product, [receipt]);
      // Twice on one bill.
      else if (last?.id === id) of[of.length - 1] = added(last, receipt);
      else of.push(receipt);
    }
  }
  return found;
}

const added = (a: ReceiptOnShelf, { quantity: more, cost }: Receipt): ReceiptOnShelf => ({
  ...a,
  quantity: addQuantity(a.quantity, more),
  cost: addMoney(a.cost, cost),
});

type Worth = Pick<Valued, 'cost' | 'average' | 'fifo'>;

/** Never bought: what somebody said that it costs, in either way. */
function byWord(onHand: Quantity, stated: Money | null): Worth {
  const value = stated === null ? null : multiply(stated, onHand);
  return { cost: stated, average: value, fifo: value };
}

function worthOf(
  reads: Reads,
  id: string,
  onHand: Quantity,
  said: Said,
  all: readonly ReceiptOnShelf[],
  until: number,
): Worth {
  const { stated } = said;
  const receipts = all.filter(({ reversed }) => reversed === 0);
  if (receipts.length === 0) return byWord(onHand, stated);
  // A purchase that was taken back moved the stock and did not: the few products of such a one are folded by themselves.
  const average =
    receipts.length < all.length
      ? averageCost(reads, id, until)
      : foldAverage(receipts, saidBefore(said, until), ({ level }) => level);
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
