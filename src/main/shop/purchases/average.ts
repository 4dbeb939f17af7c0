import type { Row } from '@shared/entities';
import {
  addMoney,
  addQuantity,
  type Money,
  money,
  proportion,
  QUANTITY_SCALE,
  type Quantity,
  quantity,
  subQuantity,
} from '@shared/money';
import type { Reads } from '../../store';

/**
 * The moving average cost of a product, as it was after the last goods received: so much money for so much of it. The two
 * integers are the average; nothing of it is rounded until somebody wants to see it by the piece.
 */
export interface Average {
  /** Minor units. */
  readonly value: Money;
  /** Thousandths of the stock unit, above zero. */
  readonly quantity: Quantity;
}

/** What one stock unit costs, in minor units: the average as people see it, and as `product_cost` keeps it. */
export const unitCost = ({ value, quantity: of }: Average): Money => proportion(value, quantity(QUANTITY_SCALE), of);

/** Goods received by one purchase: so much of a product for so much money. */
export interface Receipt {
  readonly id: string;
  readonly at: number;
  readonly reversed: 0 | 1;
  readonly quantity: Quantity;
  readonly cost: Money;
}

/**
 * Folds all that was received of a product, in the order of `(at, id)`, into its average. What was on the shelf just before
 * is worth the average until then, to the paisa; what was received adds its own cost:
 *
 *   value    := round(held × value / quantity) + cost
 *   quantity := held + received
 *
 * `held` is the level before, and nothing when that is below nothing. Selling changes no average. A purchase that was
 * reversed is left out, with both of its movements: it never was. The average begins with what somebody last said that the
 * goods cost, and with what was received after that. So every till that keeps costs and has the same facts has the same
 * average, in whatever order it heard of them.
 *
 * @param until ms: as it was just before, with what stood then; what was said since is nothing that was known
 * @returns null when nothing was received since
 */
export function averageCost(reads: Reads, productId: string, until = Number.MAX_SAFE_INTEGER): Average | null {
  const receipts = receiptsOf(reads, productId, until);
  const undone = receipts.some(({ reversed }) => reversed === 1) ? undoneMovements(reads, productId, until) : [];
  let level = quantity(0);
  let from: Place = { at: Number.MIN_SAFE_INTEGER, id: '' };
  return foldAverage(receipts, saidBefore(statedCost(reads, productId), until), (receipt) => {
    level = addQuantity(level, movedBetween(reads, productId, from, receipt));
    from = receipt;
    return undone.reduce((sum, move) => (isBefore(move, receipt) ? subQuantity(sum, move.quantity) : sum), level);
  });
}

/**
 * The fold itself.
 *
 * @param levelBefore what was on the shelf just before a receipt, without what was undone; asked for in the receipts' order
 */
export function foldAverage<R extends Receipt>(
  receipts: readonly R[],
  { stated, stated_at }: Said,
  levelBefore: (receipt: R) => Quantity,
): Average | null {
  const start: Average | null = stated === null ? null : { value: stated, quantity: quantity(QUANTITY_SCALE) };
  let average: Average | null = null;
  for (const receipt of receipts) {
    if (receipt.reversed === 1 || receipt.at <= stated_at) continue;
    const before = levelBefore(receipt);
    const known: Average | null = average ?? start;
    // Goods that nobody knows the cost of are worth what these cost.
    const held: Quantity = before > 0 && known !== null ? before : quantity(0);
    const heldValue: Money = known === null ? money(0) : proportion(known.value, held, known.quantity);
    average = { value: addMoney(heldValue, receipt.cost), quantity: addQuantity(held, receipt.quantity) };
  }
  return average;
}

/** What a product costs by its bills; without one since somebody said what it costs, that; null: nobody knows. */
export function knownCost(reads: Reads, productId: string): Average | null {
  const average = averageCost(reads, productId);
  if (average !== null) return average;
  const { stated } = statedCost(reads, productId);
  return stated === null ? null : { value: stated, quantity: quantity(QUANTITY_SCALE) };
}

/** What somebody last said that the goods cost, and when. Deleted: that nobody knows, which also holds from then on. */
export function statedCost(reads: Reads, productId: string): Pick<Row<'product_cost'>, 'stated' | 'stated_at'> {
  const row = reads
    .sql<[string], Pick<Row<'product_cost'>, 'stated' | 'stated_at'>>(
      'SELECT CASE WHEN deleted_at IS NULL THEN stated END AS stated, stated_at FROM product_cost WHERE id = ?',
    )
    .get(productId);
  return row ?? { stated: null, stated_at: 0 };
}

export type Said = ReturnType<typeof statedCost>;

/** What was said by then. */
export const saidBefore = (said: Said, until: number): Said =>
  said.stated_at < until ? said : { stated: null, stated_at: 0 };

/** In the order of `(at, id)`, those taken back by then among them. */
export function receiptsOf(reads: Reads, productId: string, until: number): Receipt[] {
  return reads
    .sql<[number, string, number], Receipt>(
      `SELECT p.id, p.at, EXISTS (SELECT 1 FROM purchase_reversal WHERE purchase_id = p.id AND at < ?) AS reversed,
         sum(l.stock_quantity) AS quantity, sum(l.cost) AS cost
       FROM purchase_line AS l JOIN purchase AS p ON p.id = l.purchase_id WHERE l.product_id = ? AND p.at < ?
       GROUP BY p.id ORDER BY p.at, p.id`,
    )
    .all(until, productId, until);
}

/** A place in a product's history. A purchase's own movements have ids that begin with its id, and so come after it. */
interface Place {
  readonly at: number;
  readonly id: string;
}

const isBefore = (a: Place, b: Place): boolean => a.at < b.at || (a.at === b.at && a.id < b.id);

function movedBetween(reads: Reads, productId: string, from: Place, to: Place): Quantity {
  const moved = reads
    .sql<[string, number, string, number, string], { quantity: number }>(
      `SELECT coalesce(sum(quantity), 0) AS quantity FROM stock_movement
       WHERE product_id = ? AND (at, id) >= (?, ?) AND (at, id) < (?, ?)`,
    )
    .get(productId, from.at, from.id, to.at, to.id);
  return quantity(moved?.quantity ?? 0);
}

/** The movements of purchases that were reversed by then, and of their reversals. */
function undoneMovements(reads: Reads, productId: string, until: number): (Place & { quantity: Quantity })[] {
  return reads
    .sql<[string, number], Place & { quantity: Quantity }>(
      `SELECT m.at, m.id, m.quantity FROM purchase_reversal AS r
       JOIN purchase_line AS l ON l.purchase_id = r.purchase_id AND l.product_id = ?
       JOIN stock_movement AS m ON m.id IN (l.purchase_id || ':' || l.line_no, r.id || ':' || l.line_no)
       WHERE r.at < ?`,
    )
    .all(productId, until);
}
