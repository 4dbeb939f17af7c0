import { dayOf } from '@shared/clock';
import type { BillVoid, HandlerInput, SignedIn } from '@shared/contract';
import type { PaymentMethod, Row } from '@shared/entities';
import { AppError } from '@shared/errors';
import { type Money, negMoney, sumMoney, ZERO } from '@shared/money';
import { queueReceipt } from '../../printing';
import type { Mutation, Reads } from '../../store';
import { watchLevel } from '../alerts';
import type { ApprovalDesk } from '../approvals';
import type { ShopDeps } from '../deps';
import { type Stamp, shiftFor, stampOf } from '../documents';
import { cleanName } from '../text';
import { nameOf, paymentsOf } from './bill-view';
import { billProduct } from './goods';
import { noteOrderUnbilled } from './order-bill';
import { type BillDocument, readBill } from './stored-bill';
import { isVoided, voidId } from './voided';

/**
 * Takes a bill back as a whole on its own day: its payments, cash, stock and khata go the other way, in one transaction.
 * The bill itself stays as it was; its number is not used again.
 *
 * @throws AppError `not_found`, `already_voided`, `not_voidable` with the `reason`, `shift_required`,
 *   `approval_required`, `approval_invalid`
 */
export function voidBill(
  deps: ShopDeps,
  approvals: ApprovalDesk,
  user: SignedIn,
  { billId, reason, approval }: HandlerInput<'sales.void'>,
): BillVoid {
  const { store } = deps;
  approvals.during(() =>
    store.mutate({ name: 'sale.void', kind: 'fact', actor: user.staffId }, (m) => {
      const bill = readBill(store, billId);
      const { header } = bill;
      refuseWhatCannotBeVoided(deps, header, m.at);
      const id = voidId(billId);
      const need = { action: 'void', subject: billId, value: header.total } as const;
      const document = { type: 'bill_void', id };
      const facts = { number: header.number };
      const approvedBy = approvals.demand(m, user, { ...need, document, tokens: [approval], facts });
      const stamp = stampOf(m, user, deps.settings());
      const shift_id = shiftFor(deps);
      m.put('bill_void', {
        id,
        bill_id: billId,
        bill_number: header.number,
        reason: cleanName(reason),
        approved_by: approvedBy,
        ...stamp,
        shift_id,
      });
      putMoneyBack(m, store, { id, header, stamp, shift_id });
      putGoodsBack(m, deps, { id, bill, stamp });
      noteOrderUnbilled(m, store, stamp, { id, billId });
      const { drawer } = viewVoid(store, billId);
      queueReceipt(m, deps.ids, { kind: 'void', id: billId, label: header.number, opensDrawer: drawer });
    }),
  );
  return viewVoid(store, billId);
}

function refuseWhatCannotBeVoided({ store, settings }: ShopDeps, header: BillDocument['header'], now: number): void {
  const { id, number, day } = header;
  if (isVoided(store, id)) throw new AppError('already_voided', 'The bill is void already', { number });
  const not = (reason: string) =>
    new AppError('not_voidable', 'This bill cannot be voided; goods of it can be returned', { number, reason });
  if (day !== dayOf(now, settings().time_zone)) throw not('day');
  const has = (sql: string) => store.sql<[string]>(sql).get(id) !== undefined;
  if (has('SELECT 1 FROM bill_return WHERE bill_id = ?')) throw not('returned');
  if (has('SELECT 1 FROM bill_return WHERE exchange_bill_id = ?')) throw not('exchange');
}

interface Undoing {
  readonly id: string;
  readonly stamp: Stamp;
}

interface PaymentRow {
  readonly method: PaymentMethod;
  readonly amount: Money;
  readonly reference: string | null;
}

/** Each payment goes back the way it came; store credit and what was owed are put right in the khata. */
function putMoneyBack(
  m: Mutation,
  reads: Reads,
  { id, header, stamp, shift_id }: Undoing & { header: BillDocument['header']; shift_id: string | null },
): void {
  const { customer_id } = header;
  const payments = reads
    .sql<[string], PaymentRow>('SELECT method, amount, reference FROM payment WHERE bill_id = ? ORDER BY id')
    .all(header.id);
  for (const [index, { method, amount, reference }] of payments.entries()) {
    const back = negMoney(amount);
    m.put('payment', {
      id: `${id}:p${index + 1}`,
      bill_id: null,
      return_id: null,
      void_id: id,
      customer_id,
      method,
      amount: back,
      tendered: back,
      reference,
      ...stamp,
      shift_id,
    });
  }
  const amountBy = (wanted: PaymentMethod) =>
    sumMoney(payments.filter(({ method }) => method === wanted).map(({ amount }) => amount));
  const document = { document_type: 'bill_void', document_id: id };
  const credit = (suffix: 'due' | 'credit', amount: Money) => {
    if (amount === 0 || customer_id === null) return;
    const row: Row<'party_transaction'> = {
      id: `${id}:${suffix}`,
      party_type: 'customer',
      party_id: customer_id,
      kind: 'void',
      amount: negMoney(amount),
      ...document,
      due_day: null,
      note: null,
      ...stamp,
      shift_id,
    };
    m.put('party_transaction', row);
  };
  credit('due', header.due);
  credit('credit', amountBy('store_credit'));
  const cash = amountBy('cash');
  if (cash === 0) return;
  m.put('cashbook_entry', {
    id: `${id}:cash`,
    amount: negMoney(cash),
    category: 'void',
    reason: null,
    ...document,
    ...stamp,
    shift_id,
  });
}

/** What the sale moved, whatever the products say today. */
function putGoodsBack(m: Mutation, deps: ShopDeps, { id, bill, stamp }: Undoing & { bill: BillDocument }): void {
  const { store } = deps;
  const cause = { documentType: 'bill_void', documentId: id };
  for (const { line_no, product_id, stock_quantity } of bill.lines) {
    const moved = store.sql<[string]>('SELECT 1 FROM stock_movement WHERE id = ?').get(`${bill.header.id}:${line_no}`);
    if (!moved || product_id === null) continue;
    const level = m.move({
      id: `${id}:${line_no}`,
      product_id,
      quantity: stock_quantity,
      reason: 'void',
      document_type: cause.documentType,
      document_id: id,
      line_no,
      note: null,
      ...stamp,
    });
    watchLevel(m, deps, billProduct(store, product_id), level, cause);
  }
}

type VoidRow = Row<'bill_void'> & Pick<Row<'bill'>, 'total' | 'currency'>;

/** The void of a bill as it was written, for the screen and its slip. @throws AppError `not_found` */
export function viewVoid(reads: Reads, billId: string): BillVoid {
  const id = voidId(billId);
  const row = reads
    .sql<[string], VoidRow>(
      'SELECT v.*, b.total, b.currency FROM bill_void AS v CROSS JOIN bill AS b ON b.id = v.bill_id WHERE v.id = ?',
    )
    .get(id);
  if (!row) throw new AppError('not_found', `Bill ${billId} is not void`, { entity: 'bill_void', id });
  const refunds = paymentsOf(reads, 'void_id', id);
  const due = reads
    .sql<[string], { amount: Money }>('SELECT amount FROM party_transaction WHERE id = ?')
    .get(`${id}:due`);
  return {
    id,
    billId,
    billNumber: row.bill_number,
    at: row.at,
    reason: row.reason,
    cashier: nameOf(reads, 'staff', row.staff_id),
    terminal: nameOf(reads, 'terminal', row.terminal_id),
    approvedBy: row.approved_by === null ? null : nameOf(reads, 'staff', row.approved_by),
    currency: row.currency,
    total: row.total,
    onAccount: due?.amount ?? ZERO,
    refunds,
    drawer: refunds.some(({ method, amount }) => method === 'cash' && amount !== 0),
  };
}
