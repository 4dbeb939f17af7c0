import type { Flag, NegativeStockRule } from '@shared/entities';
import type { Money, Quantity, Rate, UnitCode } from '@shared/money';
import type { LocalTransaction, Reads } from '../../store';

/** The open bill as it lies in the file, without its lines. */
export interface CartRow {
  readonly id: string;
  readonly customer_id: string | null;
  readonly note: string | null;
  readonly discount_percent: Rate | null;
  readonly discount_amount: Money | null;
  /** The part of the price that was allowed as the bill's discount. */
  readonly approved_rate: Rate | null;
  /** The order that it is the bill of. */
  readonly order_id: string | null;
  readonly revision: number;
  readonly updated_at: number;
}

/** A line as it was added. Its price is the price on the shelf at that moment, whatever the office does meanwhile. */
export interface CartLineRow {
  readonly line_no: number;
  readonly product_id: string;
  /** What was scanned, for the bill; null when it was picked from a list. */
  readonly barcode: string | null;
  readonly unit: UnitCode;
  /** Stock units in one `unit`, thousandths. */
  readonly factor: Quantity;
  readonly quantity: Quantity;
  readonly unit_price: Money;
  /** What the catalogue said when the line was added. */
  readonly list_price: Money;
  readonly discount_percent: Rate | null;
  readonly discount_amount: Money | null;
  /** The part of the price that was allowed as the line's discount. */
  readonly approved_rate: Rate | null;
  readonly note: string | null;
}

/** A line with what the bill needs of its product. */
export interface CartLineOfProduct extends CartLineRow {
  readonly name: string;
  readonly sku: string | null;
  readonly hsn: string | null;
  readonly mrp: Money | null;
  readonly tax_class_id: string | null;
  readonly reorder_level: Quantity | null;
  readonly track_stock: Flag;
  readonly negative_stock: NegativeStockRule | null;
  /** Null when it never moved. */
  readonly stock: Quantity | null;
}

const cartColumns =
  'id, customer_id, note, discount_percent, discount_amount, approved_rate, order_id, revision, updated_at';

/** The one open bill of this terminal. */
export function readOpenCart(reads: Reads): CartRow | undefined {
  return reads.sql<[], CartRow>(`SELECT ${cartColumns} FROM cart WHERE state = 'open'`).get();
}

/** @param cart `heldId`: the held bill that it is taken up from */
export function insertOpenCart(
  tx: Pick<LocalTransaction, 'local'>,
  cart: { id: string; staffId: string; at: number; heldId?: string },
): void {
  tx.local<[string, string, string | null, number, number]>(
    `INSERT INTO cart (id, state, staff_id, held_id, revision, created_at, updated_at) VALUES (?, 'open', ?, ?, 0, ?, ?)`,
  ).run(cart.id, cart.staffId, cart.heldId ?? null, cart.at, cart.at);
}

export function deleteCart(tx: Pick<LocalTransaction, 'local'>, id: string): void {
  tx.local<[string]>('DELETE FROM cart_exchange_line WHERE cart_id = ?').run(id);
  tx.local<[string]>('DELETE FROM cart_exchange WHERE cart_id = ?').run(id);
  tx.local<[string]>('DELETE FROM cart_line WHERE cart_id = ?').run(id);
  tx.local<[string]>('DELETE FROM cart WHERE id = ?').run(id);
}

export function readCartLines(reads: Reads, cartId: string): CartLineOfProduct[] {
  return reads.sql<[string], CartLineOfProduct>(linesOf('cart_line', 'cart_id')).all(cartId);
}

/** The lines of a held bill: what a cart's are, until it is taken up. */
export function readHeldLines(reads: Reads, heldId: string): CartLineOfProduct[] {
  return reads.sql<[string], CartLineOfProduct>(linesOf('held_bill_line', 'held_bill_id')).all(heldId);
}

const linesOf = (table: string, parent: string) =>
  `SELECT l.line_no, l.product_id, l.barcode, l.unit, l.factor, l.quantity, l.unit_price, l.list_price,
     l.discount_percent, l.discount_amount, l.approved_rate, l.note, p.name, p.sku, p.hsn, p.mrp, p.tax_class_id,
     p.reorder_level, p.track_stock, p.negative_stock, s.quantity AS stock
   FROM ${table} AS l
   JOIN product AS p ON p.id = l.product_id
   LEFT JOIN stock_level AS s ON s.product_id = l.product_id
   WHERE l.${parent} = ? ORDER BY l.line_no`;

/** Adds the line, or puts it in place of the one with its number. */
export function writeCartLine(tx: Pick<LocalTransaction, 'local'>, cartId: string, line: CartLineRow): void {
  tx.local(
    `INSERT OR REPLACE INTO cart_line (cart_id, line_no, product_id, barcode, unit, factor, quantity, unit_price,
       list_price, discount_percent, discount_amount, approved_rate, note)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    cartId,
    line.line_no,
    line.product_id,
    line.barcode,
    line.unit,
    line.factor,
    line.quantity,
    line.unit_price,
    line.list_price,
    line.discount_percent,
    line.discount_amount,
    line.approved_rate,
    line.note,
  );
}

export function deleteCartLine(tx: LocalTransaction, cartId: string, lineNo: number): void {
  tx.local<[string, number]>('DELETE FROM cart_line WHERE cart_id = ? AND line_no = ?').run(cartId, lineNo);
}

/** The cart's own fields, and its revision with them. */
export function writeCart(tx: Pick<LocalTransaction, 'local'>, cart: CartRow): void {
  tx.local(
    `UPDATE cart SET customer_id = ?, note = ?, discount_percent = ?, discount_amount = ?, approved_rate = ?,
       order_id = ?, revision = ?, updated_at = ?
     WHERE id = ?`,
  ).run(
    cart.customer_id,
    cart.note,
    cart.discount_percent,
    cart.discount_amount,
    cart.approved_rate,
    cart.order_id,
    cart.revision,
    cart.updated_at,
    cart.id,
  );
}
