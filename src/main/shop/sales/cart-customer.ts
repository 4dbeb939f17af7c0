import type { Place, Row } from '@shared/entities';
import { AppError } from '@shared/errors';
import { addMoney, type Money, money } from '@shared/money';
import type { Reads } from '../../store';

/** The customer as far as a bill goes. */
export type BillCustomer = Pick<
  Row<'customer'>,
  'id' | 'name' | 'phone' | 'gstin' | 'state_code' | 'credit_limit' | 'credit_days' | 'opening_balance'
> & { deleted_at: number | null };

/** @throws AppError `not_found` */
export function billCustomer(reads: Reads, id: string): BillCustomer {
  const row = reads
    .sql<[string], BillCustomer>(
      `SELECT id, name, phone, gstin, state_code, credit_limit, credit_days, opening_balance, deleted_at
       FROM customer WHERE id = ?`,
    )
    .get(id);
  if (!row) throw new AppError('not_found', `No customer ${id}`, { entity: 'customer', id });
  return row;
}

/**
 * IGST Act, sections 7 and 8: a supply to another state. A registered customer's state is the one its GSTIN begins with;
 * where the customer's state or the shop's is not known, the goods change hands at the counter.
 */
export function placeOfSupply(
  settings: Row<'business_settings'>,
  customer: Pick<BillCustomer, 'gstin' | 'state_code'> | null,
): Place {
  const state = customer?.gstin?.slice(0, 2) ?? customer?.state_code ?? null;
  const known = settings.tax_regime === 'india_gst' && state !== null && settings.state_code !== null;
  return known && state !== settings.state_code ? 'inter' : 'intra';
}

/** What the customer owes: opening balance and khata added up, minor units. */
export function customerBalance(reads: Reads, customer: Pick<BillCustomer, 'id' | 'opening_balance'>): Money {
  const sum = reads
    .sql<[string], { amount: number | null }>(
      `SELECT sum(amount) AS amount FROM party_transaction WHERE party_type = 'customer' AND party_id = ?`,
    )
    .get(customer.id);
  return addMoney(money(sum?.amount ?? 0), customer.opening_balance);
}
