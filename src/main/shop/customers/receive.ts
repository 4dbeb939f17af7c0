import type { HandlerInput, PaymentReceipt, SignedIn } from '@shared/contract';
import type { Row } from '@shared/entities';
import { AppError } from '@shared/errors';
import { addMoney, type Money } from '@shared/money';
import type { Reads } from '../../store';
import type { ShopDeps } from '../deps';
import { balanceOf, earmarked, partyToWrite, putReceived } from '../khata';
import { checkCash } from '../shift';
import { cleanText } from '../text';

/**
 * Money for what a customer owes, at the counter and in the office alike ({@link putReceived}). Asking again with the same
 * id answers the same receipt.
 *
 * @throws AppError `zero_payment`, `cash_limit`, `not_found`, `deleted`, `shift_required`; `overpaid` with `balance` when
 *   it is more than is owed and nobody said that it is an `advance`
 */
export function receivePayment(
  deps: ShopDeps,
  user: SignedIn,
  input: HandlerInput<'customers.receive'>,
): PaymentReceipt {
  const { store } = deps;
  const { paymentId: id, customerId, amount, method, reference, note, confirm } = input;
  const earlier = findReceipt(deps, id);
  if (earlier) return earlier;
  if (amount === 0) throw new AppError('zero_payment', 'Nothing is no payment');
  if (method === 'cash') checkCash(deps, amount, confirm);
  store.mutate({ name: 'customer.receive', kind: 'fact', actor: user.staffId }, (m) => {
    const party = partyToWrite(deps, 'customer', customerId);
    // An advance for an order pays no due.
    const balance = addMoney(balanceOf(store, party), earmarked(store, customerId));
    if (amount > balance && !confirm.includes('advance')) {
      throw new AppError('overpaid', `${party.name} owes less`, { balance, amount });
    }
    putReceived(m, deps, user, { id, party, amount, method, reference, note: cleanText(note ?? null) });
  });
  return readReceipt(deps, id);
}

/** @throws AppError `not_found` */
export function readReceipt(deps: ShopDeps, id: string): PaymentReceipt {
  const receipt = findReceipt(deps, id);
  if (!receipt) throw new AppError('not_found', `No payment ${id}`, { entity: 'payment', id });
  return receipt;
}

type ReceiptRow = Pick<Row<'payment'>, 'amount' | 'reference' | 'at' | 'staff_id' | 'terminal_id'> & {
  readonly method: PaymentReceipt['method'];
  readonly customer_id: string;
  readonly note: string | null;
};

/** A payment of dues with the balance that it left; undefined for none, and for the payment of a bill. */
function findReceipt({ store, settings }: ShopDeps, id: string): PaymentReceipt | undefined {
  const row = store
    .sql<[string], ReceiptRow>(
      `SELECT p.amount, p.reference, p.at, p.staff_id, p.terminal_id, p.method, t.party_id AS customer_id, t.note
       FROM payment AS p CROSS JOIN party_transaction AS t ON t.id = p.id || ':paid' WHERE p.id = ?`,
    )
    .get(id);
  if (!row) return undefined;
  const name = (table: 'staff' | 'terminal' | 'customer', of: string) =>
    store.sql<[string], { name: string }>(`SELECT name FROM ${table} WHERE id = ?`).get(of)?.name ?? '';
  return {
    id,
    at: row.at,
    customer: { id: row.customer_id, name: name('customer', row.customer_id) },
    amount: row.amount,
    method: row.method,
    reference: row.reference,
    note: row.note,
    cashier: name('staff', row.staff_id),
    terminal: name('terminal', row.terminal_id),
    currency: settings().currency,
    balance: balanceAfter(store, row.customer_id, row.at, `${id}:paid`),
    drawer: row.method === 'cash',
  };
}

/** What the customer owed when this line of the khata had been written. */
function balanceAfter(reads: Reads, customerId: string, at: number, lineId: string): Money {
  const row = reads
    .sql<[string, number, number, string, string], { opening: Money; moved: Money }>(
      `SELECT c.opening_balance AS opening, coalesce((SELECT sum(amount) FROM party_transaction
         WHERE party_type = 'customer' AND party_id = ? AND (at < ? OR (at = ? AND id <= ?))), 0) AS moved
       FROM customer AS c WHERE c.id = ?`,
    )
    .get(customerId, at, at, lineId, customerId);
  if (!row) throw new Error('A receipt without its customer');
  return addMoney(row.opening, row.moved);
}
