import type { BillSummary, HandlerInput, Page } from '@shared/contract';
import type { Flag } from '@shared/entities';
import type { Reads, Store } from '../../store';
import { literal } from '../text';

type Question = HandlerInput<'sales.bills'>;

/** Part of a query with its parameters. */
interface Part {
  readonly sql: string;
  readonly binds: readonly (string | number)[];
}

/**
 * Bills, newest day first. Built for a shop's years of bills: a page is read from the index on (day, at) alone before
 * any row is visited, the number of all bills is counted once and then kept, and a search narrows down by an index.
 */
export class BillList {
  readonly #store: Store;
  #all: number | undefined;

  constructor(store: Store) {
    this.#store = store;
    store.changes.subscribe(({ topic, ids }) => {
      // Bills are only ever added: what is announced is new.
      if (topic === 'bill') this.#all = ids && this.#all !== undefined ? this.#all + ids.length : undefined;
    });
  }

  page(question: Question): Page<BillSummary> {
    const found = foundBills(question.text);
    const days = conditionsOf(question);
    const from = found ? `(${found.sql}) AS found CROSS JOIN bill ON bill.id = found.id` : 'bill';
    const where = days.length === 0 ? '' : `WHERE ${days.map(({ sql }) => sql).join(' AND ')}`;
    const source: Part = {
      sql: `FROM ${from} ${where}`,
      binds: [...(found?.binds ?? []), ...days.flatMap(({ binds }) => binds)],
    };
    // CROSS JOIN: this order, or the planner walks all bills by day and asks of each whether it is on the page.
    const rows = this.#store
      .sql<(string | number)[], Omit<BillSummary, 'voided'> & { voided: Flag }>(
        `SELECT b.id, b.number, b.at, b.customer_name AS customer, coalesce(s.name, '') AS cashier, b.total, b.due,
           (SELECT count(*) FROM bill_line WHERE bill_id = b.id) AS lines,
           (SELECT coalesce(sum(total), 0) FROM bill_return WHERE bill_id = b.id) AS returned,
           EXISTS (SELECT 1 FROM bill_void WHERE bill_id = b.id) AS voided
         FROM (SELECT bill.id ${source.sql} ORDER BY day DESC, at DESC, bill.id DESC LIMIT ? OFFSET ?) AS page
         CROSS JOIN bill AS b ON b.id = page.id
         LEFT JOIN staff AS s ON s.id = b.staff_id
         ORDER BY b.day DESC, b.at DESC, b.id DESC`,
      )
      .all(...source.binds, question.limit, question.offset)
      .map(({ voided, ...row }): BillSummary => ({ ...row, voided: voided === 1 }));
    return { rows, total: found || days.length > 0 ? this.#count(source) : this.#countAll() };
  }

  #countAll(): number {
    this.#all ??= this.#count({ sql: 'FROM bill', binds: [] });
    return this.#all;
  }

  #count({ sql, binds }: Part): number {
    return this.#store.sql<(string | number)[], { n: number }>(`SELECT count(*) AS n ${sql}`).get(...binds)?.n ?? 0;
  }
}

const states = {
  due: `bill.due > 0 AND NOT EXISTS (SELECT 1 FROM bill_void AS v WHERE v.bill_id = bill.id)`,
  returned: 'EXISTS (SELECT 1 FROM bill_return AS r WHERE r.bill_id = bill.id)',
  voided: 'EXISTS (SELECT 1 FROM bill_void AS v WHERE v.bill_id = bill.id)',
} as const;

function conditionsOf({ from, to, customerId, least, most, productId, phone, number, state }: Question): Part[] {
  const conditions: Part[] = [];
  if (number?.trim()) {
    const start = number.trim().toUpperCase();
    conditions.push({ sql: 'bill.number >= ? AND bill.number < ?', binds: [start, `${start}\uffff`] });
  }
  if (customerId !== undefined) conditions.push({ sql: 'bill.customer_id = ?', binds: [customerId] });
  if (phone?.trim()) {
    const like = `%${literal(phone.trim())}%`;
    conditions.push({
      sql: `bill.customer_id IN (SELECT id FROM customer WHERE phone LIKE ? ESCAPE '\\')`,
      binds: [like],
    });
  }
  if (productId !== undefined) {
    conditions.push({ sql: 'bill.id IN (SELECT bill_id FROM bill_line WHERE product_id = ?)', binds: [productId] });
  }
  if (least !== undefined) conditions.push({ sql: 'bill.total >= ?', binds: [least] });
  if (most !== undefined) conditions.push({ sql: 'bill.total <= ?', binds: [most] });
  if (state !== 'all') conditions.push({ sql: states[state], binds: [] });
  if (from !== undefined) conditions.push({ sql: 'day >= ?', binds: [from] });
  if (to !== undefined) conditions.push({ sql: 'day <= ?', binds: [to] });
  return conditions;
}

/** Ids by the start of a number, the count at its end, or a customer's name or phone; each by its index. */
function foundBills(text: string | undefined): Part | null {
  const wanted = text?.trim() ?? '';
  if (wanted === '') return null;
  const like = `%${literal(wanted)}%`;
  const number = wanted.toUpperCase();
  const parts = [
    // U+FFFF sorts behind every character of a number, so this is "begins with", by the index on numbers.
    'SELECT id FROM bill WHERE number >= ? AND number < ?',
    `SELECT bill.id FROM customer AS c CROSS JOIN bill ON bill.customer_id = c.id
     WHERE c.name LIKE ? ESCAPE '\\' OR c.phone LIKE ? ESCAPE '\\'`,
  ];
  const binds: (string | number)[] = [number, `${number}\uffff`, like, like];
  if (/^\d{1,9}$/.test(wanted)) {
    parts.push('SELECT id FROM bill WHERE sequence = ?');
    binds.push(Number(wanted));
  }
  // Not UNION, which the planner would merge in the order of ids, walking all bills to have them in that order.
  return { sql: `SELECT DISTINCT id FROM (${parts.join(' UNION ALL ')})`, binds };
}

/** The bill that a scanned receipt names: by its number, or by the number of a credit note of it. */
export function findBill(reads: Reads, code: string): { billId: string; number: string } | null {
  const number = code.trim().toUpperCase();
  const found = reads
    .sql<[string, string], { billId: string; number: string }>(
      `SELECT id AS billId, number FROM bill WHERE number = ?
       UNION ALL
       SELECT bill_id, bill_number FROM bill_return WHERE number = ? AND bill_id IS NOT NULL`,
    )
    .get(number, number);
  return found ?? null;
}
