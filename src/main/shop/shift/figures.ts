import type { BillTaxLine, ShiftReport } from '@shared/contract';
import type { CashCategory } from '@shared/entities';
import { addMoney, type Money, money, negMoney, subMoney, sumMoney, ZERO } from '@shared/money';
import type { Reads } from '../../store';

/** What a report is made of, whether it is asked for or archived. */
export type Figures = Pick<
  ShiftReport,
  | 'bills'
  | 'sales'
  | 'discount'
  | 'returns'
  | 'returned'
  | 'voids'
  | 'voided'
  | 'taxable'
  | 'tax'
  | 'taxes'
  | 'roundOff'
  | 'net'
  | 'cashRounding'
  | 'payments'
  | 'onAccount'
  | 'duesReceived'
  | 'drawerOpenings'
> & {
  readonly cash: { category: CashCategory; count: number; amount: Money }[];
  readonly expected: Money;
};

interface Sums {
  count: number;
  total: Money;
  discount: Money;
  taxable: Money;
  tax: Money;
  roundOff: Money;
  cashRounding: Money;
}

/** SQL's sum of nothing is nothing; here it is zero. */
const amounts = (table: string) => `count(*) AS count, coalesce(sum(${table}.total), 0) AS total,
  coalesce(sum(${table}.line_discount + ${table}.bill_discount), 0) AS discount,
  coalesce(sum(${table}.taxable), 0) AS taxable, coalesce(sum(${table}.tax), 0) AS tax,
  coalesce(sum(${table}.round_off), 0) AS roundOff, coalesce(sum(${table}.cash_rounding), 0) AS cashRounding`;

/** A shift's figures, added up from its rows: everything that happened at its drawer carries its id. */
export function shiftFigures(reads: Reads, shiftId: string): Figures {
  const sums = (sql: string): Sums => {
    const row = reads.sql<[string], Sums>(sql).get(shiftId);
    if (!row) throw new Error('A sum gives one row');
    return row;
  };
  const sold = sums(`SELECT ${amounts('bill')} FROM bill WHERE shift_id = ?`);
  const back = sums(`SELECT ${amounts('bill_return')} FROM bill_return WHERE shift_id = ?`);
  const undone = sums(
    `SELECT ${amounts('bill')} FROM bill_void AS v CROSS JOIN bill ON bill.id = v.bill_id WHERE v.shift_id = ?`,
  );
  const net = (of: (sums: Sums) => Money) => subMoney(addMoney(of(sold), of(back)), of(undone));
  const cash = cashByCategory(reads, shiftId);
  return {
    bills: sold.count,
    sales: sold.total,
    discount: sold.discount,
    returns: back.count,
    returned: back.total,
    voids: undone.count,
    voided: negMoney(undone.total),
    taxable: net(({ taxable }) => taxable),
    tax: net(({ tax }) => tax),
    taxes: taxesOf(reads, shiftId),
    roundOff: net(({ roundOff }) => roundOff),
    net: net(({ total }) => total),
    cashRounding: net(({ cashRounding }) => cashRounding),
    payments: paymentsByMethod(reads, shiftId),
    onAccount: one(
      reads,
      // The khata's other rows are payments: of dues, and with store credit, which stand among the payments.
      `SELECT coalesce(sum(amount), 0) AS n FROM party_transaction WHERE shift_id = ? AND id = document_id || ':due'`,
      shiftId,
    ),
    duesReceived: one(
      reads,
      `SELECT coalesce(sum(amount), 0) AS n FROM payment
       WHERE shift_id = ? AND bill_id IS NULL AND return_id IS NULL AND void_id IS NULL`,
      shiftId,
    ),
    drawerOpenings: one(reads, 'SELECT count(*) AS n FROM drawer_opening WHERE shift_id = ?', shiftId),
    cash,
    expected: sumMoney(cash.map(({ amount }) => amount)),
  };
}

function one(reads: Reads, sql: string, shiftId: string): Money {
  return money(reads.sql<[string], { n: number }>(sql).get(shiftId)?.n ?? 0);
}

export function cashByCategory(reads: Reads, shiftId: string): Figures['cash'] {
  return reads
    .sql<[string], Figures['cash'][number]>(
      `SELECT category, count(*) AS count, sum(amount) AS amount FROM cashbook_entry
       WHERE shift_id = ? AND category NOT IN ('over_short', 'closing') GROUP BY category ORDER BY min(at), category`,
    )
    .all(shiftId);
}

function paymentsByMethod(reads: Reads, shiftId: string): ShiftReport['payments'] {
  return reads
    .sql<[string], ShiftReport['payments'][number]>(
      `SELECT method, count(*) AS count, sum(amount) AS amount FROM payment WHERE shift_id = ?
       GROUP BY method ORDER BY method`,
    )
    .all(shiftId);
}

/** One row per component and rate, of sales and returns, less what was voided. */
function taxesOf(reads: Reads, shiftId: string): BillTaxLine[] {
  const rows = new Map<string, BillTaxLine>();
  const add = (signed: (amount: Money) => Money, sql: string) => {
    for (const { kind, rate, taxable, amount } of reads.sql<[string], BillTaxLine>(sql).all(shiftId)) {
      const key = `${kind} ${rate}`;
      const row = rows.get(key);
      rows.set(key, {
        kind,
        rate,
        taxable: addMoney(row?.taxable ?? ZERO, signed(taxable)),
        amount: addMoney(row?.amount ?? ZERO, signed(amount)),
      });
    }
  };
  const grouped = (from: string) =>
    `SELECT t.kind, t.rate, sum(l.taxable) AS taxable, sum(t.amount) AS amount FROM ${from} GROUP BY t.kind, t.rate`;
  const ofBills = `CROSS JOIN bill_line AS l ON l.bill_id = b.id
     CROSS JOIN bill_line_tax AS t ON t.bill_id = l.bill_id AND t.line_no = l.line_no`;
  const asIs = (amount: Money) => amount;
  add(asIs, grouped(`bill AS b ${ofBills} WHERE b.shift_id = ?`));
  add(negMoney, grouped(`bill_void AS v CROSS JOIN bill AS b ON b.id = v.bill_id ${ofBills} WHERE v.shift_id = ?`));
  add(
    asIs,
    grouped(`bill_return AS r CROSS JOIN bill_return_line AS l ON l.return_id = r.id
       CROSS JOIN bill_return_line_tax AS t ON t.return_id = l.return_id AND t.line_no = l.line_no
       WHERE r.shift_id = ?`),
  );
  return [...rows.values()].sort((a, b) => (a.rate === b.rate ? (a.kind < b.kind ? -1 : 1) : a.rate < b.rate ? -1 : 1));
}
