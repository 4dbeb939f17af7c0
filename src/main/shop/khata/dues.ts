import type { Due, PartyKind } from '@shared/contract';
import type { KhataKind } from '@shared/entities';
import { addMoney, type Money, minMoney, money, negMoney, subMoney, sumMoney, ZERO } from '@shared/money';
import type { Reads } from '../../store';
import { billOfAdvance, isEarmarked } from './earmarked';
import type { Party } from './party';

/** A line of the khata, with the bill or purchase that it concerns where there is one. */
interface KhataRow {
  readonly id: string;
  readonly kind: KhataKind;
  readonly amount: Money;
  readonly day: string;
  readonly due_day: string | null;
  readonly bill_id: string | null;
  readonly number: string | null;
  /** A payment for an order that waits for its bill. */
  readonly earmarked: 0 | 1 | null;
  /** The bill that a payment for an order has gone into. */
  readonly advance_of: string | null;
}

const theEnd = '9999-12-31';

type Debt = Omit<Due, 'overdue'>;

/** What decides which of two debts is settled first: the day until which it was to be paid. */
export const payableBy = ({ dueDay, day }: Pick<Due, 'dueDay' | 'day'>): string => dueDay ?? day;

/**
 * What is not settled of a khata. What came back or was voided takes off its own bill first; everything else that was paid
 * or credited takes off the debts in the order in which they fall due. An advance for an order settles nothing until it has
 * a bill, and then that one first. Together the open parts are the balance without such advances, as long as that is above
 * zero.
 *
 * @param today days before it are over
 * @param until the last day whose lines count; all of them without one
 */
export function duesOf(
  reads: Reads,
  party: Pick<Party, 'kind' | 'id' | 'opening' | 'since'>,
  today: string,
  until = theEnd,
): Due[] {
  const rows = linesOf[party.kind](reads, party.id, until);
  const debts: Debt[] = [];
  // A bill paid partly with store credit has two: what was agreed to be paid later, and the credit that was used up.
  const byBill = new Map<string, Debt[]>();
  for (const { id, bill_id, number, day, due_day, amount } of rows.filter(isDebt)) {
    const debt = { billId: bill_id, number, day, dueDay: due_day, amount, open: amount };
    debts.push(debt);
    if (bill_id === null) continue;
    const own = byBill.get(bill_id) ?? [];
    // What came back lowers first what is still to be paid for it.
    if (id === `${bill_id}:due`) own.unshift(debt);
    else own.push(debt);
    byBill.set(bill_id, own);
  }
  const { opening, since } = party;
  if (opening > 0)
    debts.unshift({ billId: null, number: null, day: since, dueDay: null, amount: opening, open: opening });
  let pool = opening < 0 ? negMoney(opening) : ZERO;
  for (const row of rows) {
    if (isDebt(row)) continue;
    let paid = negMoney(row.amount);
    if (row.earmarked === 1) continue;
    if (row.advance_of !== null) {
      const own = byBill.get(row.advance_of);
      // On that day the bill was still to come.
      if (own === undefined && until !== theEnd) continue;
      // The bill has it as store credit that was used up, so it settles that and not what was agreed to be paid later.
      for (const debt of own?.toReversed() ?? []) paid = subMoney(paid, take(debt, paid));
    }
    if (row.bill_id !== null) for (const debt of byBill.get(row.bill_id) ?? []) paid = subMoney(paid, take(debt, paid));
    pool = addMoney(pool, paid);
  }
  debts.sort((a, b) => compareText(payableBy(a), payableBy(b)));
  for (const debt of debts) pool = subMoney(pool, take(debt, pool));
  return debts.filter(({ open }) => open > 0).map((debt) => ({ ...debt, overdue: payableBy(debt) < today }));
}

/** A payment taken back is no debt of its own: it settles that much less of the old ones. */
const isDebt = ({ kind, amount }: KhataRow): boolean => amount > 0 && kind !== 'payment_back';

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Settles as much of a debt as there is; answers how much that was. */
function take(debt: Debt, amount: Money): Money {
  const taken = minMoney(debt.open, amount);
  debt.open = subMoney(debt.open, taken);
  return taken;
}

export const overdueOf = (dues: readonly Due[]): Money =>
  sumMoney(dues.filter(({ overdue }) => overdue).map(({ open }) => open));

/** Oldest first. A credit note, a void and a reversal name the bill or the purchase that they are of. */
const linesOf: Readonly<Record<PartyKind, (reads: Reads, id: string, until: string) => KhataRow[]>> = {
  customer: (reads, id, until) =>
    readRows(
      reads,
      `SELECT t.id, t.kind, t.amount, t.day, t.due_day, b.id AS bill_id, b.number,
         CASE WHEN t.document_type = 'payment' AND t.kind = 'payment' THEN ${isEarmarked('t.document_id')} END AS earmarked,
         CASE WHEN t.document_type = 'payment' AND t.kind = 'payment' THEN ${billOfAdvance('t.document_id')} END AS advance_of
       FROM party_transaction AS t
       LEFT JOIN bill_return AS r ON t.document_type = 'bill_return' AND r.id = t.document_id
       LEFT JOIN bill_void AS v ON t.document_type = 'bill_void' AND v.id = t.document_id
       LEFT JOIN bill AS b ON b.id = CASE t.document_type WHEN 'bill' THEN t.document_id
         WHEN 'bill_return' THEN r.bill_id WHEN 'bill_void' THEN v.bill_id END
       WHERE t.party_type = 'customer' AND t.party_id = ? AND t.day <= ? ORDER BY t.day, t.at, t.id`,
      id,
      until,
    ),
  supplier: (reads, id, until) =>
    readRows(
      reads,
      `SELECT t.id, t.kind, t.amount, t.day, t.due_day, p.id AS bill_id, p.supplier_number AS number,
         NULL AS earmarked, NULL AS advance_of
       FROM party_transaction AS t
       LEFT JOIN purchase_reversal AS r ON t.document_type = 'purchase_reversal' AND r.id = t.document_id
       LEFT JOIN purchase AS p ON p.id = CASE t.document_type WHEN 'purchase' THEN t.document_id
         WHEN 'purchase_reversal' THEN r.purchase_id END
       WHERE t.party_type = 'supplier' AND t.party_id = ? AND t.day <= ? ORDER BY t.day, t.at, t.id`,
      id,
      until,
    ),
};

function readRows(reads: Reads, sql: string, id: string, until: string): KhataRow[] {
  return reads
    .sql<[string, string], KhataRow>(sql)
    .all(id, until)
    .map((row) => ({ ...row, amount: money(row.amount) }));
}
