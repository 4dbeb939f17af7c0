import type { UnitCode } from '../money';
import type { Access } from './define';
import { document, ledger, part } from './define';
import { count, day, flag, id, optional, quantity, ref, text, time } from './fields';

/** To every till: whoever stands at a shelf counts at the till that is nearest. */
const access: Access = { scope: 'shop', change: 'stock.edit' };

const who = { at: time(), day: day(), staff_id: id(), terminal_id: id() };

/** What a sheet is about: everything whose stock is counted, a category and what is below it, a brand, or what is found. */
export type CountScope = 'all' | 'category' | 'brand' | 'free';

/** A sheet to count on. It never changes; what became of it follows from its entries and from how it was closed. */
export const stock_count = document(
  access,
  {
    name: text(),
    what: text<CountScope>(),
    category_id: optional(ref('category')),
    brand_id: optional(ref('brand')),
    /** Whoever counts is not shown what should be there. */
    blind: flag(),
    ...who,
  },
  {},
);

/** `add`: so much more was found. `set`: it is so much, whatever was found before. `clear`: it was not counted. */
export type CountEntryKind = 'add' | 'set' | 'clear';

/** What somebody counted. In the order of `(at, id)` a product's entries add up to how much of it there was. */
export const stock_count_entry = ledger(access, {
  count_id: ref('stock_count'),
  product_id: ref('product'),
  kind: text<CountEntryKind>(),
  /** Below zero when one is taken off again. */
  quantity: quantity(),
  /** When it was counted; before `at` only where somebody decided later for what another had counted. */
  counted_at: time(),
  /** What should have been there, as this till knew it then: for people, nothing is reckoned from it. */
  level: quantity(),
  ...who,
});

/** How a sheet ended. Two tills that cannot see each other may both end it; both stand (docs/stock.md). */
export const stock_count_close = document(
  access,
  { count_id: ref('stock_count'), result: text<'posted' | 'cancelled'>(), ...who },
  {
    lines: part('stock_count_line', 'close_id', ['line_no'], {
      line_no: count(),
      product_id: ref('product'),
      name: text(),
      unit: text<UnitCode>(),
      counted: quantity(),
      /** What moved before it was counted, as far as this till had heard of it. */
      expected: quantity(),
      counted_at: time(),
    }),
  },
);
