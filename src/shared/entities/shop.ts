import { type CurrencyCode, rate as partsPerMillion } from '../money';
import type { Role } from '../roles';
import type { NegativeStockRule } from './catalogue';
import { ledger, register } from './define';
import { added, count, day, flag, id, money, optional, rate, ref, text, time } from './fields';

export type TaxRegime = 'india_gst' | 'vat' | 'sales_tax' | 'none';
export type RoundingMethod = 'line' | 'document';
export type Language = 'en' | 'hi';

export const business_settings = register(
  { scope: 'shop', change: 'settings.edit' },
  {
    name: text(),
    /** ISO 3166 alpha-2. */
    country: text(),
    currency: text<CurrencyCode>(),
    language: text<Language>(),
    /** IANA, decides what "today" is. */
    time_zone: text(),
    tax_regime: text<TaxRegime>(),
    prices_include_tax: flag(),
    rounding_method: text<RoundingMethod>(),
    /** Unit to which a bill's total is rounded; 0 is off. */
    round_off_unit: money(),
    /** Unit of the smallest coin for cash tenders; 0 is off. */
    cash_rounding_unit: money(),
    negative_stock: text<NegativeStockRule>(),
    /** GST state code, two digits. */
    state_code: optional(text()),
    gstin: optional(text()),
    address: optional(text()),
    phone: optional(text()),
    upi_id: optional(text()),
    receipt_header: optional(text()),
    receipt_footer: optional(text()),
    /** Black and white dots, as `packBitmap` of shared/receipt writes them. */
    receipt_logo: added(optional(text()), null),
    /** How a receipt carries its number, to be found again by scanning. */
    receipt_code: added(text<'none' | 'code128' | 'qr'>(), 'code128'),
    /** The summary by HSN on receipts too; invoices always have it. */
    receipt_hsn: added(flag(), 0),
    /** For the invoice: where to pay to. */
    bank_details: added(optional(text()), null),
    /** Weight- or price-embedded barcode patterns, separated by spaces: `21{IIIII}{NNDDD}`. */
    weight_codes: text(),
    /** Nothing is sold or taken back, and no cash is received, without an open shift. */
    require_shift: added(flag(), 0),
    /** Who may not see what the drawer should hold counts without seeing it. */
    blind_count: added(flag(), 1),
    /** Cashiers take goods back by themselves. */
    cashier_returns: added(flag(), 1),
    /** The part of a price that a role may let off without asking; the owner may all of it. */
    cashier_discount_limit: added(rate(), partsPerMillion(100_000)),
    manager_discount_limit: added(rate(), partsPerMillion(300_000)),
    /** Days that a customer has to pay a due, unless theirs says otherwise. */
    credit_days: added(count(), 30),
    /** The till locks after so many minutes that nobody touched it; 0 is never. */
    auto_lock_minutes: added(count(), 0),
    created_at: time(),
  },
);

export const terminal = register(
  { scope: 'shop', change: 'settings.edit' },
  {
    name: text(),
    /** Prefix of this terminal's document numbers, never shared with another terminal or incarnation. */
    series: text(),
    role: text<'counter' | 'office'>(),
    created_at: time(),
  },
);

export const staff = register(
  { scope: 'shop', change: 'staff.edit', own: ['pin_hash', 'language'] },
  {
    name: text(),
    role: text<Role>(),
    /** scrypt, with its salt and cost. */
    pin_hash: text(),
    language: optional(text<Language>()),
    active: flag(),
    created_at: time(),
  },
);

export const customer = register(
  { scope: 'shop', change: 'customers.edit' },
  {
    name: text(),
    phone: optional(text()),
    gstin: optional(text()),
    state_code: optional(text()),
    address: optional(text()),
    email: optional(text()),
    credit_limit: optional(money()),
    /** Days to pay a due; null: the shop's. */
    credit_days: added(optional(count()), null),
    opening_balance: money(),
    note: optional(text()),
    created_at: time(),
  },
);

/** Somebody asked a customer for what they owe. */
export const customer_reminder = ledger(
  { scope: 'shop', change: 'sell' },
  {
    customer_id: ref('customer'),
    way: text<'whatsapp' | 'mail'>(),
    /** What was owed then. */
    amount: money(),
    at: time(),
    day: day(),
    staff_id: id(),
    terminal_id: id(),
  },
);
