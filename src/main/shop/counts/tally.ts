import type { CountEntryKind } from '@shared/entities';
import { addQuantity, type Quantity, quantity, subQuantity } from '@shared/money';
import type { Reads } from '../../store';

/** Who counted, and where. */
export interface Counter {
  readonly staff_id: string;
  readonly terminal_id: string;
}

/** What one person counted of it at one till, and when last. */
export interface Share extends Counter {
  readonly quantity: Quantity;
  readonly at: number;
}

/** What was counted of a product. */
export interface Tally {
  readonly productId: string;
  readonly counted: Quantity;
  /** The first and the last entry that count. The last is the moment at which so much was there. */
  readonly firstAt: number;
  readonly countedAt: number;
  readonly shares: readonly Share[];
}

interface EntryRow extends Counter {
  readonly product_id: string;
  readonly kind: CountEntryKind;
  readonly quantity: Quantity;
  readonly counted_at: number;
}

/**
 * What was counted on a sheet, by product: its entries in the order of `(at, id)`, of which the last `set` or `clear` forgets
 * all before it and the others add up. So every till that has the same entries has the same tally, in whatever order it heard of them.
 */
export function talliesOf(reads: Reads, countId: string, productId?: string): Tally[] {
  const of = productId === undefined ? '' : 'AND product_id = ?';
  const entries = reads.sql<string[], EntryRow>(
    `SELECT product_id, kind, quantity, counted_at, staff_id, terminal_id FROM stock_count_entry
     WHERE count_id = ? ${of} ORDER BY product_id, at, id`,
  );
  const tallies: Tally[] = [];
  let current: EntryRow[] = [];
  const close = () => {
    const tally = fold(current);
    if (tally) tallies.push(tally);
  };
  for (const entry of entries.all(...(productId === undefined ? [countId] : [countId, productId]))) {
    if (current[0] && current[0].product_id !== entry.product_id) {
      close();
      current = [];
    }
    if (entry.kind !== 'add') current = [];
    current.push(entry);
  }
  close();
  return tallies;
}

/** From the last `set` or `clear` on. Null: it was not counted. */
function fold(entries: readonly EntryRow[]): Tally | null {
  const counting = entries.filter(({ kind }) => kind !== 'clear');
  const [first] = counting;
  if (!first) return null;
  const shares = new Map<string, Share>();
  let counted = quantity(0);
  let firstAt = first.counted_at;
  let countedAt = first.counted_at;
  for (const { staff_id, terminal_id, quantity: more, counted_at } of counting) {
    counted = addQuantity(counted, more);
    firstAt = Math.min(firstAt, counted_at);
    countedAt = Math.max(countedAt, counted_at);
    const who = `${staff_id} ${terminal_id}`;
    const before = shares.get(who);
    const at = Math.max(before?.at ?? counted_at, counted_at);
    shares.set(who, { staff_id, terminal_id, quantity: addQuantity(before?.quantity ?? quantity(0), more), at });
  }
  return { productId: first.product_id, counted, firstAt, countedAt, shares: [...shares.values()] };
}

/** A place in the order in which a product's stock moved. */
export interface Place {
  readonly at: number;
  /** Of the movement; a text that is before all ids means: before everything of that instant. */
  readonly id: string;
}

/** The level before everything that moved at that place or later. */
export function levelBefore(reads: Reads, productId: string, { at, id }: Place): Quantity {
  const row = reads
    .sql<[string, string, number, string], { level: number; since: number }>(
      `SELECT coalesce((SELECT quantity FROM stock_level WHERE product_id = ?), 0) AS level,
         coalesce((SELECT sum(quantity) FROM stock_movement WHERE product_id = ? AND (at, id) >= (?, ?)), 0) AS since`,
    )
    .get(productId, productId, at, id);
  return subQuantity(quantity(row?.level ?? 0), quantity(row?.since ?? 0));
}
