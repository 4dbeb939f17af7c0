/**
 * The registry: every kind of record there is, in one place. The store writes its tables from it, mutations are
 * made of its rows, and the hub merges by its kinds. A new entity is one line here and one migration.
 */
import { attendance, attendance_correction, pay_rule, staff_payment, work_rule } from './attendance';
import { brand, category, product, product_cost, tax_class } from './catalogue';
import { stock_count, stock_count_close, stock_count_entry } from './counts';
import type { Entity, EntityRow } from './define';
import { held_bill } from './held-bill';
import { order_bill, order_payment, order_stage, sales_order } from './orders';
import { production_log, production_reversal, recipe, shift_feedback } from './production';
import { purchase, purchase_reversal, supplier, supplier_payment } from './purchases';
import { bill, bill_return, bill_void, cashbook_entry, party_transaction, payment } from './sales';
import { approval, cash_shift, drawer_opening, shift_close } from './shift';
import { business_settings, customer, customer_reminder, staff, terminal } from './shop';
import { alert, stock_movement } from './stock';

export const entities = {
  business_settings,
  terminal,
  staff,
  brand,
  category,
  tax_class,
  product,
  product_cost,
  customer,
  bill,
  bill_return,
  bill_void,
  payment,
  cashbook_entry,
  party_transaction,
  stock_movement,
  alert,
  held_bill,
  cash_shift,
  shift_close,
  drawer_opening,
  approval,
  supplier,
  purchase,
  purchase_reversal,
  supplier_payment,
  customer_reminder,
  stock_count,
  stock_count_entry,
  stock_count_close,
  sales_order,
  order_stage,
  order_payment,
  order_bill,
  attendance,
  attendance_correction,
  work_rule,
  pay_rule,
  staff_payment,
  recipe,
  production_log,
  production_reversal,
  shift_feedback,
} as const;

export type EntityName = keyof typeof entities;
export type Row<N extends EntityName> = EntityRow<(typeof entities)[N]>;

type OfKind<K> = { [N in EntityName]: (typeof entities)[N]['kind'] extends K ? N : never }[EntityName];
export type RegisterName = OfKind<'register'>;
export type LedgerName = OfKind<'ledger'>;
export type DocumentName = OfKind<'document'>;

/** One change of one record, as it stands in the outbox and travels to the hub. */
export type Operation =
  | { op: 'put'; entity: EntityName; id: string; row: Readonly<Record<string, unknown>> }
  | {
      op: 'set';
      entity: RegisterName;
      id: string;
      fields: Readonly<Record<string, unknown>>;
      /** The confirmed version of each unit that the edit was made on; 0 when it was not known. See docs/sync.md. */
      base: Readonly<Record<string, number>>;
    }
  | { op: 'del'; entity: RegisterName; id: string }
  | { op: 'undel'; entity: RegisterName; id: string; base: number };

/** A fact happened and is never refused; a request can be. */
export type MutationKind = 'fact' | 'request';

export type { ClockKind, PayKind, StaffPaymentKind } from './attendance';
export type { NegativeStockRule, TaxKind } from './catalogue';
export { brokenCheck, checkedFields } from './checks';
export type { CountEntryKind, CountScope } from './counts';
export {
  type Access,
  type Entity,
  type EntityKind,
  type EntityRow,
  numbering,
  type Part,
  type Scope,
  scopes,
} from './define';
export type { Field, Fields, Flag } from './fields';
export { isMonth, isStaffDay, type Month, monthOf } from './months';
export { valueBefore, withAdded, withParts } from './older';
export type { OrderWay } from './orders';
export type { CashCategory, ChargedTaxKind, KhataKind, MoneyMethod, PaymentMethod, Place } from './sales';
export type { Language, RoundingMethod, TaxRegime } from './shop';
export { type AlertKind, type AlertState, type StockReason, stockReasons } from './stock';

/** The registry's entry by a name that came from outside; undefined when there is no such entity here. */
export function entityOf(name: string): Entity | undefined {
  return Object.hasOwn(entities, name) ? entities[name as EntityName] : undefined; // proof: an own key of the registry
}
