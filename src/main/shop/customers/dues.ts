import type { Due } from '@shared/contract';
import { addMoney, type Money, minMoney, money, negMoney, subMoney, sumMoney, ZERO } from '@shared/money';
import type { Reads } from '../../store';

/** A line of the khata, with the bill that it concerns where there is one. */
interface KhataRow {
  readonly amount: Money;
  readonly day: string;
  readonly due_day: string | null;
  readonly bill_id: string | null;
  readonly number: string | null;
}

interface Debt {
  readonly billId: string | null;
  readonly number: string | null;
  readonly day: string;
  readonly dueDay: string | null;
  readonly amount: Money;
  open: Money;
}

/**
 * What a customer has not settled. What came back or was voided takes off its own bill first; everything else that was
 * paid or credited takes off the debts in the order in which they fall due. Together the open parts are the balance, as
 * long as that is above zero.
 *
 * @param today days before it are over
 */
export function duesOf(
  reads: Reads,
  customer: { readonly id: string; readonly opening: Money; readonly since: string },
  today: string,
): Due[] {
  const rows = khataOf(reads, customer.id);
  const debts: Debt[] = rows
    .filter(({ amount }) => amount > 0)
    .map(({ bill_id, number, day, due_day, amount }) => {
      return { billId: bill_id, number, day, dueDay: due_day, amount, open: amount };
    });
  const { opening } = customer;
  if (opening > 0) {
    const first = { billId: null, number: null, day: customer.since, dueDay: null };
    debts.unshift({ ...first, amount: opening, open: opening });
  }
  let pool = opening < 0 ? negMoney(opening) : ZERO;
  for (const row of rows) {
    if (row.amount >= 0) continue;
    const own = row.bill_id === null ? undefined : debts.find(({ billId }) => billId === row.bill_id);
    const taken = own ? take(own, negMoney(row.amount)) : ZERO;
    pool = addMoney(pool, subMoney(negMoney(row.amount), taken));
  }
  debts.sort((a, b) => ((a.dueDay ?? a.day) < (b.dueDay ?? b.day) ? -1 : 1));
  for (const debt of debts) pool = subMoney(pool, take(debt, pool));
  return debts.filter(({ open }) => open > 0).map((debt) => ({ ...debt, overdue: (debt.dueDay ?? debt.day) < today }));
}

/** Settles as much of a debt as there is; answers how much that was. */
function take(debt: Debt, amount: Money): Money {
  const taken = minMoney(debt.open, amount);
  debt.open = subMoney(debt.open, taken);
  return taken;
}

export const overdueOf = (dues: readonly Due[]): Money =>
  sumMoney(dues.filter(({ overdue }) => overdue).map(({ open }) => open));

/** Oldest first. A credit note and a void name the bill that they are of. */
function khataOf(reads: Reads, customerId: string): KhataRow[] {
  return reads
    .sql<[string], KhataRow>(
      `SELECT t.amount, t.day, t.due_day, b.id AS bill_id, b.number
       FROM party_transaction AS t
       LEFT JOIN bill_return AS r ON t.document_type = 'bill_return' AND r.id = t.document_id
       LEFT JOIN bill_void AS v ON t.document_type = 'bill_void' AND v.id = t.document_id
       LEFT JOIN bill AS b ON b.id = CASE t.document_type WHEN 'bill' THEN t.document_id
         WHEN 'bill_return' THEN r.bill_id WHEN 'bill_void' THEN v.bill_id END
       WHERE t.party_type = 'customer' AND t.party_id = ? ORDER BY t.at, t.id`,
    )
    .all(customerId)
    .map((row) => ({ ...row, amount: money(row.amount) }));
}
