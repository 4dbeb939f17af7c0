import type { PaymentMethod } from '@shared/entities';
import type { Money } from '@shared/money';
import { addMoney, money, negMoney, ZERO } from '@shared/money';
import { addCells, numberIn } from '../cells';
import { type Part, readSums, selectSums, sumsOf } from '../months';
import type { ReportQuery } from '../question';
import { soldBetween } from './conditions';

/** Payments count on the day they were made, whatever they were for; a void gives back what its bill had taken. */
export const payments: ReportQuery = (reads, { period }) =>
  reads
    .sql<[string, string], { method: PaymentMethod; n: number; received: number; back: number }>(
      `SELECT method, count(*) AS n, sum(max(amount, 0)) AS received, sum(min(amount, 0)) AS back FROM payment
       WHERE day >= ? AND day <= ? GROUP BY method`,
    )
    .all(period.from, period.to)
    .map(({ method, n, received, back }) => ({
      id: method,
      cells: [method, n, received, back, addCells(received, back)],
    }));

/** Half away from zero, in whole numbers: SQLite's division cuts off. */
const givenAway = `((l.list_price - l.unit_price) * l.quantity
  + CASE WHEN l.list_price >= l.unit_price THEN 500 ELSE -500 END) / 1000`;

/** By cashier: lines whose price was changed, and what that gave away: list price less price, times the quantity, rounded. */
const changedPrices: Part = {
  name: 'prices',
  width: 2,
  read: (reads, { from, to }) =>
    readSums(
      reads,
      `${selectSums('b.staff_id', ['count(*)', `sum(${givenAway})`])}
       FROM bill AS b CROSS JOIN bill_line AS l ON l.bill_id = b.id AND l.list_price <> l.unit_price
       WHERE ${soldBetween} GROUP BY b.staff_id`,
      from,
      to,
    ),
};

export const discounts: ReportQuery = (reads, asked) => {
  const { from, to } = asked.period;
  const given = reads
    .sql<[string, string], { staff_id: string; bills: number; lines: number; whole: number }>(
      `SELECT b.staff_id, sum(b.line_discount <> 0 OR b.bill_discount <> 0) AS bills, sum(b.line_discount) AS lines,
         sum(b.bill_discount) AS whole
       FROM bill AS b WHERE ${soldBetween} GROUP BY b.staff_id`,
    )
    .all(from, to);
  const changed = sumsOf(reads, asked, changedPrices);
  const name = reads.sql<[string], { name: string }>('SELECT name FROM staff WHERE id = ?');
  return given
    .map(({ staff_id, bills, lines, whole }) => {
      const [count = 0, less = 0] = changed.get(staff_id) ?? [];
      const all = addCells(addCells(lines, whole), less);
      return { id: staff_id, cells: [name.get(staff_id)?.name ?? null, bills, lines, whole, count, less, all] };
    })
    .filter(({ cells }) => cells[1] !== 0 || cells[4] !== 0);
};

interface TakenBack {
  readonly id: string;
  readonly bill_id: string | null;
  readonly number: string;
  readonly at: number;
  readonly bill: string | null;
  readonly customer: string | null;
  readonly cashier: string | null;
  readonly reason: string;
  readonly amount: Money;
}

/** Credit notes, and bills that were voided. Rows lead to the bill, where there is one. */
export const returns: ReportQuery = (reads, { period }) => {
  const { from, to } = period;
  const notes = reads
    .sql<[string, string], TakenBack>(
      `SELECT r.id, r.bill_id, r.number, r.at, r.bill_number AS bill, r.customer_name AS customer, s.name AS cashier,
         r.reason, r.total AS amount
       FROM bill_return AS r LEFT JOIN staff AS s ON s.id = r.staff_id WHERE r.day >= ? AND r.day <= ?`,
    )
    .all(from, to);
  const voids = reads
    .sql<[string, string], TakenBack>(
      `SELECT v.id, v.bill_id, v.bill_number AS number, v.at, v.bill_number AS bill, b.customer_name AS customer,
         s.name AS cashier, v.reason, b.total AS amount
       FROM bill_void AS v CROSS JOIN bill AS b ON b.id = v.bill_id LEFT JOIN staff AS s ON s.id = v.staff_id
       WHERE v.day >= ? AND v.day <= ?`,
    )
    .all(from, to)
    .map((row) => ({ ...row, amount: negMoney(row.amount) }));
  const row = (kind: 'return' | 'void') => (it: TakenBack) => ({
    id: it.id,
    leads: it.bill_id,
    cells: [it.number, it.at, kind, it.bill, it.customer, it.cashier, it.reason, it.amount],
  });
  return [...notes.map(row('return')), ...voids.map(row('void'))];
};

interface Entry {
  readonly id: string;
  readonly at: number;
  readonly entry: string;
  readonly number: string | null;
  readonly party: string | null;
  readonly by: string | null;
  readonly amount: Money | null;
  readonly cash: Money;
}

/**
 * Everything of one day: bills, credit notes, voids, dues received, suppliers and staff paid, and cash that moved without any of them. `cash` is what
 * it did to a drawer, so its sum is what the drawers of that day hold more or less.
 */
const msPerDay = 86_400_000;

export const daybook: ReportQuery = (reads, { period }) => {
  const { to: day } = period;
  const cash = new Map<string, Money>();
  const loose: Entry[] = [];
  const documents = new Set(['bill', 'bill_return', 'bill_void', 'payment', 'supplier_payment']);
  // A counter is not told what anybody was paid: there the drawer's entry stands by itself.
  if (reads.sql<[string], unknown>('SELECT 1 FROM staff_payment WHERE day = ? LIMIT 1').get(day)) {
    documents.add('staff_payment');
  }
  const entries = reads
    .sql<[number, number, string], Entry & { document_type: string | null; document_id: string | null; amount: Money }>(
      `SELECT c.id, c.at, c.category AS entry, NULL AS number, c.reason AS party, s.name AS "by", c.amount, c.amount AS cash,
         c.document_type, c.document_id
       FROM cashbook_entry AS c LEFT JOIN staff AS s ON s.id = c.staff_id
       WHERE c.at >= ? AND c.at < ? AND c.day = ?`,
    )
    // By the index on time: no zone is further from UTC than a day.
    .all(Date.parse(day) - msPerDay, Date.parse(day) + 2 * msPerDay, day);
  for (const { document_type, document_id, ...entry } of entries) {
    if (document_id !== null && document_type !== null && documents.has(document_type)) {
      const key = `${document_type} ${document_id}`;
      cash.set(key, addMoney(cash.get(key) ?? ZERO, entry.amount));
    } else loose.push(entry);
  }
  const of = (type: string, sql: string) =>
    reads
      .sql<[string], Omit<Entry, 'entry' | 'cash'>>(sql)
      .all(day)
      .map((row): Entry => ({ ...row, entry: entryOf[type] ?? type, cash: cash.get(`${type} ${row.id}`) ?? ZERO }));
  const all = [
    ...of(
      'bill',
      `SELECT b.id, b.at, b.number, b.customer_name AS party, s.name AS "by", b.total AS amount
       FROM bill AS b LEFT JOIN staff AS s ON s.id = b.staff_id WHERE b.day = ?`,
    ),
    ...of(
      'bill_return',
      `SELECT r.id, r.at, r.number, r.customer_name AS party, s.name AS "by", r.total AS amount
       FROM bill_return AS r LEFT JOIN staff AS s ON s.id = r.staff_id WHERE r.day = ?`,
    ),
    ...of(
      'bill_void',
      `SELECT v.id, v.at, v.bill_number AS number, v.reason AS party, s.name AS "by", -b.total AS amount
       FROM bill_void AS v CROSS JOIN bill AS b ON b.id = v.bill_id LEFT JOIN staff AS s ON s.id = v.staff_id
       WHERE v.day = ?`,
    ),
    ...of(
      'payment',
      `SELECT p.id, p.at, NULL AS number, c.name AS party, s.name AS "by", p.amount
       FROM payment AS p LEFT JOIN customer AS c ON c.id = p.customer_id LEFT JOIN staff AS s ON s.id = p.staff_id
       WHERE p.day = ? AND p.bill_id IS NULL AND p.return_id IS NULL AND p.void_id IS NULL`,
    ),
    ...of(
      'supplier_payment',
      `SELECT p.id, p.at, NULL AS number, c.name AS party, s.name AS "by", -p.amount AS amount
       FROM supplier_payment AS p LEFT JOIN supplier AS c ON c.id = p.supplier_id LEFT JOIN staff AS s ON s.id = p.staff_id
       WHERE p.day = ?`,
    ),
    // To whom is for those who may see pay: as of the drawer's entry, only how much.
    ...of(
      'staff_payment',
      `SELECT p.id, p.at, NULL AS number, NULL AS party, s.name AS "by", -p.amount AS amount
       FROM staff_payment AS p LEFT JOIN staff AS s ON s.id = p.staff_id
       WHERE p.day = ? AND p.method IS NOT NULL AND p.deleted_at IS NULL`,
    ),
    ...loose,
  ];
  return all.map(({ id, at, entry, number, party, by, amount, cash: drawer }) => ({
    id,
    leads: entry === 'bill' ? id : null,
    cells: [at, entry, number, party, by, amount, drawer],
  }));
};

const entryOf: Readonly<Record<string, string>> = {
  bill: 'bill',
  bill_return: 'return',
  bill_void: 'void',
  payment: 'due_received',
  supplier_payment: 'supplier_paid',
  staff_payment: 'staff_paid',
};

interface Closed {
  readonly id: string;
  readonly number: string;
  readonly till: string | null;
  readonly opened: number;
  readonly closed: number;
  readonly by: string | null;
  readonly bills: number;
  readonly net: number;
  readonly expected: number;
  readonly counted: number;
  readonly difference: number;
}

/** Drawers that were counted out in these days, with the figures of their Z reports. */
export const shifts: ReportQuery = (reads, { period }) =>
  reads
    .sql<[string, string], Closed>(
      `SELECT z.id, z.number, t.name AS till, z.opened_at AS opened, z.at AS closed, s.name AS "by", z.bills, z.net, z.expected,
         z.counted, z.difference
       FROM shift_close AS z LEFT JOIN terminal AS t ON t.id = z.terminal_id LEFT JOIN staff AS s ON s.id = z.staff_id
       WHERE z.day >= ? AND z.day <= ?`,
    )
    .all(period.from, period.to)
    .map((z) => ({
      id: z.id,
      cells: [z.number, z.till, z.opened, z.closed, z.by, z.bills, z.net, z.expected, z.counted, z.difference],
    }));

/** What was kept by kind, for the dashboard. */
export function keptByMethod(rows: ReturnType<ReportQuery>): { method: PaymentMethod; amount: Money }[] {
  // proof: the first cell of the payments report is a method, the last an amount
  return rows.map(({ cells }) => ({ method: cells[0] as PaymentMethod, amount: money(numberIn(cells[4])) }));
}
