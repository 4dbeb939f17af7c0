import type { EntityName, entities, Row } from '@shared/entities';
import type { Generated } from 'kysely';

type Registry = typeof entities;

/** An entity's own table: its fields, its id and, for a register, the mark of soft deletion. */
type EntityTable<N extends EntityName> = Omit<Row<N>, keyof Registry[N]['parts']> &
  (Registry[N]['kind'] extends 'register' ? { deleted_at: number | null } : unknown);

/** A part's table: one child row and the column that names its parent. */
type PartTable<
  N extends EntityName,
  P extends keyof Row<N>,
  Parent extends string,
> = Row<N>[P] extends readonly (infer C)[] ? C & { [K in Parent]: string } : never;

type EntityTables = { [N in Exclude<EntityName, 'product'>]: EntityTable<N> };

/**
 * The tables as Kysely sees them. Entities and their parts come from the registry; what is written out here are the
 * tables that only this terminal has. `tests/unit/store/schema.test.ts` holds the migrations to the registry.
 */
export interface Schema extends EntityTables {
  product: EntityTable<'product'> & { ref: Generated<number> };

  tax_class_rate: PartTable<'tax_class', 'rates', 'tax_class_id'>;
  product_barcode: PartTable<'product', 'barcodes', 'product_id'>;
  product_unit: PartTable<'product', 'units', 'product_id'>;
  bill_line: PartTable<'bill', 'lines', 'bill_id'>;
  bill_line_tax: PartTable<'bill', 'taxes', 'bill_id'>;
  bill_return_line: PartTable<'bill_return', 'lines', 'return_id'>;
  bill_return_line_tax: PartTable<'bill_return', 'taxes', 'return_id'>;

  purchase_line: PartTable<'purchase', 'lines', 'purchase_id'>;
  purchase_line_tax: PartTable<'purchase', 'taxes', 'purchase_id'>;
  recipe_line: PartTable<'recipe', 'lines', 'recipe_id'>;
  production_log_line: PartTable<'production_log', 'lines', 'log_id'>;
  stock_count_line: PartTable<'stock_count_close', 'lines', 'close_id'>;

  stock_level: { product_id: string; quantity: Row<'stock_movement'>['quantity']; movements: number };

  meta: { key: string; value: string };
  pin_attempt: { staff_id: string; failed: number; locked_until: number };
  alert_notice: { alert_id: string };
  completed_cart: { cart_id: string; bill_id: string; held_id: string | null; at: number };
  cart: {
    id: string;
    state: 'open' | 'held';
    staff_id: string;
    customer_id: string | null;
    name: string | null;
    note: string | null;
    discount_percent: number | null;
    discount_amount: number | null;
    revision: number;
    created_at: number;
    updated_at: number;
  };
  cart_line: {
    cart_id: string;
    line_no: number;
    product_id: string;
    barcode: string | null;
    unit: string;
    factor: number;
    quantity: number;
    unit_price: number;
    discount_percent: number | null;
    discount_amount: number | null;
    note: string | null;
  };
  purchase_costed: { id: string };
  purchase_draft: { id: string; content: string; staff_id: string; updated_at: number };
  report_month: { part: string; month: string; mark: string; rows: string };
  number_series: { series: string; financial_year: string; last: number };

  printer: {
    id: string;
    name: string;
    kind: 'network' | 'device' | 'queue' | 'file' | 'simulator';
    address: string;
    width: number;
    profile: string;
    is_default: 0 | 1;
    has_drawer: 0 | 1;
    prints_sales: 0 | 1;
    created_at: number;
  };
  print_job: {
    id: string;
    printer_id: string;
    kind: string;
    document_id: string | null;
    label: string;
    copy: 'original' | 'duplicate';
    state: 'queued' | 'sending' | 'printed' | 'failed' | 'uncertain';
    trouble: string | null;
    attempts: number;
    staff_id: string;
    created_at: number;
    next_at: number;
    expires_at: number;
    ended_at: number | null;
  };

  outbox: {
    mid: number;
    name: string;
    kind: 'fact' | 'request';
    actor: string;
    at: number;
    ops: string;
    hash: Uint8Array;
    state: Generated<'pending' | 'sent' | 'acknowledged'>;
    outcome: string | null;
    seq: number | null;
    attention: Generated<0 | 1>;
  };
  sync_state: {
    one: 1;
    epoch: string;
    cursor: number;
    chain: string;
    fence: number;
    scopes: string;
    durable: number;
    next_id: string | null;
  };
  register_version: { entity: string; entity_id: string; unit: string; version: number };
  shadow: { entity: string; entity_id: string; unit: string; confirmed: string };
  pending_write: { entity: string; entity_id: string; unit: string; mid: number; value: string };
  set_aside: { entity: string; entity_id: string; field: string; value: string };
  staged_chunk: { snapshot: string; idx: number; rows: string };
  field_history: {
    entity: string;
    entity_id: string;
    field: string;
    old: string | null;
    new: string | null;
    at: number;
    actor: string;
    terminal_id: string;
    mid: number;
  };
  /** Full-text index over products; its rowid is `product.ref`. `product_search` as a column is the match operand. */
  product_search: { rowid: number; product_search: string; rank: number };
  /** The words of that index. */
  product_term: { term: string; doc: number; cnt: number };
}
