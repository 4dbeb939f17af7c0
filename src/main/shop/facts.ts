import type { Store } from '../store';

/** What helps to find a fault from afar. Chosen field by field: a shop's name, GSTIN, phone or UPI id is not in it. */
export interface ShopFacts {
  /** `user_version` is the schema's. */
  readonly pragmas: Readonly<Record<string, unknown>>;
  readonly bytes: number;
  readonly closedUncleanlyBefore: boolean;
  readonly rows: Readonly<Record<string, number>>;
  readonly settings: Readonly<Record<string, unknown>> | null;
}

const pragmas = ['journal_mode', 'synchronous', 'foreign_keys', 'trusted_schema', 'page_size', 'user_version'] as const;

const counted = [
  'product',
  'customer',
  'staff',
  'bill',
  'bill_return',
  'stock_movement',
  'alert',
  'alert_notice',
  'cart_line',
  'outbox',
] as const;

const told =
  'country, currency, language, time_zone, tax_regime, prices_include_tax, rounding_method, round_off_unit, ' +
  'cash_rounding_unit, negative_stock, weight_codes';

export function shopFacts(store: Store): ShopFacts {
  const pragma = (name: string) =>
    store.sql<[], { value: unknown }>(`SELECT ${name} AS value FROM pragma_${name}`).get()?.value;
  const rows = (table: string) => store.sql<[], { n: number }>(`SELECT count(*) AS n FROM ${table}`).get()?.n ?? 0;
  return {
    pragmas: Object.fromEntries(pragmas.map((name) => [name, pragma(name)])),
    bytes: store.bytes,
    closedUncleanlyBefore: store.wasUnclean,
    rows: Object.fromEntries(counted.map((table) => [table, rows(table)])),
    settings: store.sql<[], Record<string, unknown>>(`SELECT ${told} FROM business_settings`).get() ?? null,
  };
}
