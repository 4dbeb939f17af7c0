import type { UnitCode } from '../money';
import type { OrderStage } from '../orders';
import { type Access, ledger, part, register } from './define';
import { count, day, grouped, id, money, optional, quantity, ref, text, time } from './fields';

const access: Access = { scope: 'shop', change: 'sell' };
const who = { at: time(), day: day(), staff_id: id(), terminal_id: id() };

export type OrderWay = 'pickup' | 'delivery';

/**
 * What a customer has asked for. Two tills that move it at once leave the stage that was set later; each move stays as a
 * row of `order_stage`. What was paid for it is the sum of its payments, never a field.
 */
export const sales_order = register(
  access,
  {
    number: text(),
    series: text(),
    sequence: count(),
    financial_year: text(),
    customer_id: grouped('customer', optional(ref('customer'))),
    /** As it was given; the customer's record may say more. */
    name: grouped('customer', text()),
    phone: grouped('customer', optional(text())),
    due_day: grouped('due', day()),
    /** `HH:MM` of the shop's day; null: some time on that day. */
    due_time: grouped('due', optional(text())),
    way: grouped('way', text<OrderWay>()),
    address: grouped('way', optional(text())),
    note: optional(text()),
    stage: text<OrderStage>(),
    ...who,
  },
  {
    lines: part('sales_order_line', 'order_id', ['line_no'], {
      line_no: count(),
      /** Null for what is written in words; it gets its product before it becomes a bill. */
      product_id: optional(ref('product')),
      name: text(),
      unit: text<UnitCode>(),
      quantity: quantity(),
      /** What was agreed. */
      unit_price: money(),
      /** What the catalogue said when it was agreed; of words, what was agreed. */
      list_price: money(),
      note: optional(text()),
    }),
  },
);

/** One move of an order: the first from nowhere to `placed`. */
export const order_stage = ledger(access, {
  order_id: ref('sales_order'),
  from_stage: optional(text<OrderStage>()),
  to_stage: text<OrderStage>(),
  reason: optional(text()),
  ...who,
});

/** A payment that is an advance for an order. Its id is the payment's, which has the money, the day and the shift. */
export const order_payment = ledger({ ...access, extends: 'payment' }, { order_id: ref('sales_order') });

/** The bill that an order has become. Its id is `<bill>:order`, so of two tills that bill one order both facts stand. */
export const order_bill = ledger(access, { order_id: ref('sales_order'), bill_id: ref('bill'), ...who });
