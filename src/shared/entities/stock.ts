import { ledger, register } from './define';
import { count, day, id, optional, quantity, ref, text, time } from './fields';

export const stockReasons = [
  'opening',
  'sale',
  'return',
  'void',
  'purchase',
  'purchase_return',
  'production',
  'consumption',
  'adjustment',
  'damage',
  'expiry',
  'own_use',
  'found',
  'count',
  'transfer',
] as const;
export type StockReason = (typeof stockReasons)[number];

/** Stock is the sum of these; the level beside it is derived in the same transaction. */
export const stock_movement = ledger(
  { scope: 'shop', change: 'stock.edit' },
  {
    product_id: ref('product'),
    /** Signed: in is positive, out is negative. */
    quantity: quantity(),
    reason: text<StockReason>(),
    document_type: optional(text()),
    document_id: optional(id()),
    line_no: optional(count()),
    note: optional(text()),
    at: time(),
    day: day(),
    staff_id: id(),
    terminal_id: id(),
  },
);

export type AlertKind = 'low_stock' | 'out_of_stock' | 'oversold';
/**
 * Beside the alerts of stock: more of a bill's goods came back than were sold (`document_id` is the bill's), and an order
 * that two tills made a bill of (`document_id` is the order's).
 */
export type RaisedKind = AlertKind | 'returned_twice' | 'order_billed_twice';
export type AlertState = 'open' | 'acknowledged' | 'resolved';

export const alert = register(
  { scope: 'shop', change: 'member', derived: true },
  {
    kind: text<RaisedKind>(),
    product_id: optional(ref('product')),
    document_type: optional(text()),
    document_id: optional(id()),
    /** Stock when the alert was raised, and the level that was crossed. */
    quantity: optional(quantity()),
    threshold: optional(quantity()),
    state: text<AlertState>(),
    raised_at: time(),
    terminal_id: id(),
    acknowledged_by: optional(id()),
    acknowledged_at: optional(time()),
    resolved_at: optional(time()),
  },
);
