import type { UnitCode } from '../money';
import { part, register } from './define';
import { added, count, grouped, id, money, optional, quantity, rate, ref, text, time } from './fields';

const taking = 'taking';

/**
 * An open bill put aside. Every terminal sees it and any may take it up; taking it makes a bill of a new id, so two that
 * take it while they cannot see each other make two bills, and the one whose taking lost is told.
 */
export const held_bill = register(
  { scope: 'shop', change: 'sell', tellsLoss: true },
  {
    name: text(),
    note: optional(text()),
    terminal_id: id(),
    staff_id: id(),
    customer_id: optional(ref('customer')),
    discount_percent: optional(rate()),
    discount_amount: optional(money()),
    approved_rate: optional(rate()),
    held_at: time(),
    state: grouped(taking, text<'held' | 'taken'>()),
    taken_terminal: grouped(taking, optional(id())),
    taken_by: grouped(taking, optional(id())),
    taken_at: grouped(taking, optional(time())),
    /** The order that it is the bill of. */
    order_id: added(optional(ref('sales_order')), null),
  },
  {
    lines: part('held_bill_line', 'held_bill_id', ['line_no'], {
      line_no: count(),
      product_id: ref('product'),
      barcode: optional(text()),
      unit: text<UnitCode>(),
      factor: quantity(),
      quantity: quantity(),
      unit_price: money(),
      list_price: money(),
      discount_percent: optional(rate()),
      discount_amount: optional(money()),
      approved_rate: optional(rate()),
      note: optional(text()),
    }),
  },
);
