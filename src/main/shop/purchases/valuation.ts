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

/** A product's row, its columns by place: of a hundred thousand, objects take half as long again. */
type Shelf = [
  id: string,
  name: string,
  sku: string | null,
  category: string | null,
  unit: Valued['unit'],
  level: Quantity,
  moves: string | null,
  deleted: 0 | 1,
  stated: Money | null,
  statedAt: number | null,
];

/**
 * Every product whose stock is counted as it stood just before an instant, by the moving average and by first in, first out.
 * Two walks through the file, whatever the number of products: asked of each by itself, a hundred thousand of them take twenty
 * seconds. A product's movements come as one text, for a row of each would cost more than all else.
 *
 * @param until ms
 */
export function valueStock(reads: Reads, until: number): Valued[] {
  const bought = everyReceipt(reads, until);
  const shelves = reads.arrays<[], Shelf>(
    `SELECT p.id, p.name, p.sku, c.name, p.unit, l.quantity,
       (SELECT group_concat(m.at || ',' || m.quantity) FROM stock_movement AS m WHERE m.product_id = l.product_id),
       p.deleted_at IS NOT NULL, CASE WHEN k.deleted_at IS NULL THEN k.stated END, k.stated_at
     FROM stock_level AS l CROSS JOIN product AS p ON p.id = l.product_id
     LEFT JOIN category AS c ON c.id = p.category_id LEFT JOIN product_cost AS k ON k.id = p.id
     WHERE p.track_stock = 1`,
  );
  const valued: Valued[] = [];
  for (const [id, name, sku, category, unit, level, moves, deleted, stated, statedAt] of shelves.iterate()) {
    const receipts = bought.of(id);
    const { since, isSure } = walk(moves, receipts, until);
    const onHand = subQuantity(level, since);
    if (deleted === 1 && onHand === 0) continue;
    const said = { stated, stated_at: statedAt ?? 0 };
    const { cost, average, fifo } = worthOf(reads, id, onHand, said, { receipts, isSure }, until);
    valued.push({ id, name, sku, category, unit, onHand, cost, average, fifo });
  }
  return valued;
}

interface ReceiptOnShelf extends Receipt {
  /** What was on the shelf just before, what was undone included. */
  level: Quantity;
}

/**
 * Goes through a product's movements once, in whatever order, and puts down what was there before each receipt.
 *
 * @param moves `at,quantity,at,quantity`
 * @returns what moved from `until` on; and whether the levels are sure. They are not where anything moved in the millisecond of
 *   a receipt but just what it brought: there the ids decide, which are not read here.
 */
function walk(moves: string | null, receipts: ReceiptOnShelf[], until: number): { since: Quantity; isSure: boolean } {
  let since = quantity(0);
  let isSure = true;
  /** Of the first receipt at or after the movement. */
  let next = 0;
  let tied = -1;
  const moved = (at: number, by: Quantity): void => {
    if (at >= until) since = addQuantity(since, by);
    while (next > 0 && (receipts[next - 1]?.at ?? at) >= at) next -= 1;
    while (next < receipts.length && (receipts[next]?.at ?? at) < at) next += 1;
    const receipt = receipts[next];
    if (!receipt) return;
    if (receipt.at > at) {
      receipt.level = addQuantity(receipt.level, by);
      return;
    }
    if (tied === next || by !== receipt.quantity || receipts[next + 1]?.at === at) isSure = false;
    tied = next;
    const after = receipts[next + 1];
    if (after) after.level = addQuantity(after.level, by);
  };
  const numbers = JSON.parse(`[${moves ?? ''}]`) as number[]; // proof: whole numbers, as SQLite wrote them
  for (let index = 0; index < numbers.length; index += 2) moved(numbers[index] ?? 0, quantity(numbers[index + 1] ?? 0));
  // So far each has what moved between the one before and itself.
  let level = quantity(0);
  for (const receipt of receipts) {
    level = addQuantity(level, receipt.level);
    receipt.level = level;
  }
  return { since, isSure };
}

/** What the lines of a purchase have in common. */
type Bill = Pick<Receipt, 'id' | 'at' | 'reversed'>;

/**
 * Receipts by product, in columns. As objects, hundreds of thousands that stay are copied about by the collector for longer than
 * they are worked with; from here those of one product are made when it is folded, and die.
 */
class Receipts {
  readonly #last = new Map<string, number>();
  /** The place of the product's receipt before; of the first its own. */
  readonly #before: number[] = [];
  readonly #bills: Bill[] = [];
  readonly #quantities: Quantity[] = [];
  readonly #costs: Money[] = [];

  /** To be called in the order of `(at, id)`. */
  add(product: string, bill: Bill, received: Quantity, cost: Money): void {
    const place = this.#bills.length;
    const last = this.#last.get(product);
    // Twice on one bill.
    if (last !== undefined && this.#bills[last] === bill) {
      this.#quantities[last] = addQuantity(this.#quantities[last] ?? quantity(0), received);
      this.#costs[last] = addMoney(this.#costs[last] ?? ZERO, cost);
      return;
    }
    this.#last.set(product, place);
    this.#before.push(last ?? place);
    this.#bills.push(bill);
    this.#quantities.push(received);
    this.#costs.push(cost);
  }

  /** In the order of `(at, id)`. */
  of(product: string): ReceiptOnShelf[] {
    const found: ReceiptOnShelf[] = [];
    let place = this.#last.get(product);
    while (place !== undefined) {
      found.push(this.#at(place));
      const before = this.#before[place];
      place = before === place ? undefined : before;
    }
    return found.reverse();
  }

  #at(place: number): ReceiptOnShelf {
    const bill = this.#bills[place];
    const received = this.#quantities[place];
    const cost = this.#costs[place];
    if (!bill || received === undefined || cost === undefined) throw new Error('No such receipt');
    return { id: bill.id, at: bill.at, reversed: bill.reversed, quantity: received, cost, level: quantity(0) };
  }
}

/** All goods received before an instant. */
function everyReceipt(reads: Reads, until: number): Receipts {
  const found = new Receipts();
  const reversals = reads.sql<[number], { id: string }>('SELECT purchase_id AS id FROM purchase_reversal WHERE at < ?');
  const undone = new Set(reversals.all(until).map(({ id }) => id));
  const purchases = reads.sql<[number], { id: string; at: number }>(
    'SELECT id, at FROM purchase WHERE at < ? ORDER BY at, id',
  );
  // What all lines of a purchase have in common is not read with each.
  const lines = reads.arrays<[string], [product: string, received: Quantity, cost: Money]>(
    'SELECT product_id, stock_quantity, cost FROM purchase_line WHERE purchase_id = ?',
  );
  for (const { id, at } of purchases.all(until)) {
    const bill: Bill = { id, at, reversed: undone.has(id) ? 1 : 0 };
    for (const [product, received, cost] of lines.all(id)) found.add(product, bill, received, cost);
  }
  return found;
}

type Worth = Pick<Valued, 'cost' | 'average' | 'fifo'>;

/** Never bought: what somebody said that it costs, in either way. */
function byWord(onHand: Quantity, stated: Money | null): Worth {
  const value = stated === null ? null : multiply(stated, onHand);
  return { cost: stated, average: value, fifo: value };
}

const isUndone = ({ reversed }: Receipt): boolean => reversed === 1;
const levelOf = ({ level }: ReceiptOnShelf): Quantity => level;

function worthOf(
  reads: Reads,
  id: string,
  onHand: Quantity,
  said: Said,
  { receipts: all, isSure }: { readonly receipts: readonly ReceiptOnShelf[]; readonly isSure: boolean },
  until: number,
): Worth {
  const { stated } = said;
  const receipts = all.some(isUndone) ? all.filter((receipt) => !isUndone(receipt)) : all;
  if (receipts.length === 0) return byWord(onHand, stated);
  // A purchase that was taken back moved the stock and did not: the few products of such a one are folded by themselves.
  const average =
    !isSure || receipts.length < all.length
      ? averageCost(reads, id, until)
      : foldAverage(receipts, saidBefore(said, until), levelOf);
  const fifo = firstInFirstOut(receipts, onHand, stated);
  if (!average) return { ...byWord(onHand, stated), fifo };
  return { cost: unitCost(average), average: proportion(average.value, onHand, average.quantity), fifo };
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
  for (let index = receipts.length - 1; index >= 0; index--) {
    const { cost, quantity: received } = receipts[index] ?? first;
    const taken = left < received ? left : received;
    value = addMoney(value, taken === received ? cost : proportion(cost, taken, received));
    left = subQuantity(left, taken);
    if (left === 0) return value;
  }
  return addMoney(value, stated === null ? proportion(first.cost, left, first.quantity) : multiply(stated, left));
}
