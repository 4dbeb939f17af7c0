import type { CurrencyCode } from '../money';
import type { Role } from '../roles';
import type { NegativeStockRule } from './catalogue';
import { register } from './define';
import { flag, money, optional, text, time } from './fields';

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
    /** Weight- or price-embedded barcode patterns, separated by spaces: `21{IIIII}{NNDDD}`. */
    weight_codes: text(),
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
    opening_balance: money(),
    note: optional(text()),
    created_at: time(),
  },
);
