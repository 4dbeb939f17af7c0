import type { DayPart } from '../day-parts';
import type { UnitCode } from '../money';
import type { Access } from './define';
import { document, ledger, part, register } from './define';
import { count, day, id, optional, quantity, ref, text, time } from './fields';

const access: Access = { scope: 'shop', change: 'stock.edit' };

const who = { at: time(), day: day(), staff_id: id(), terminal_id: id() };

/**
 * What goes into a batch of a product. Two tills that cannot see each other may make two of one product, or two that go round
 * in a circle: both stand, and whoever reads recipes goes over each product once (docs/production.md).
 */
export const recipe = register(
  access,
  {
    product_id: ref('product'),
    /** How much a batch makes, in the product's own stock unit. */
    batch_quantity: quantity(),
    note: optional(text()),
    created_at: time(),
  },
  {
    lines: part('recipe_line', 'recipe_id', ['line_no'], {
      line_no: count(),
      product_id: ref('product'),
      /** In the ingredient's own stock unit. */
      quantity: quantity(),
    }),
  },
);

/** Something was made, and its lines are what that took. What was wrong in it is taken back as a whole by a reversal. */
export const production_log = document(
  access,
  {
    product_id: ref('product'),
    name: text(),
    unit: text<UnitCode>(),
    quantity: quantity(),
    /** When it was made, which may be before it was written down. */
    made_day: day(),
    part: text<DayPart>(),
    /** These two are no references: where the hub refuses a person or a recipe, what was made was made all the same. */
    made_by: optional(id()),
    /** Which recipe filled in the lines; what they say now is what was used. */
    recipe_id: optional(id()),
    note: optional(text()),
    ...who,
  },
  {
    lines: part('production_log_line', 'log_id', ['line_no'], {
      line_no: count(),
      product_id: ref('product'),
      name: text(),
      unit: text<UnitCode>(),
      quantity: quantity(),
    }),
  },
);

/** A log taken back as a whole. The id is made from the log's, so a log has one. */
export const production_reversal = document(access, { log_id: ref('production_log'), reason: text(), ...who }, {});

/** How a part of a day went: 1 to 5, perhaps about a product, perhaps from a customer. */
export const shift_feedback = ledger(
  { scope: 'shop', change: 'member' },
  {
    of_day: day(),
    part: text<DayPart>(),
    rating: count(),
    note: optional(text()),
    product_id: optional(ref('product')),
    customer_id: optional(ref('customer')),
    ...who,
  },
);
