import type { BillSummary, HandlerInput, Page } from '@shared/contract';
import type { Store } from '../../store';

type Question = HandlerInput<'sales.bills'>;

/** Part of a WHERE clause with its parameters. */
interface Condition {
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
    const conditions = [...textCondition(question.text), ...dayConditions(question)];
    const where = conditions.length === 0 ? '' : `WHERE ${conditions.map(({ sql }) => `(${sql})`).join(' AND ')}`;
    const binds = conditions.flatMap((condition) => condition.binds);
    const rows = this.#store
      .sql<(string | number)[], BillSummary>(
        `SELECT b.id, b.number, b.at, b.customer_name AS customer, coalesce(s.name, '') AS cashier, b.total, b.due,
           (SELECT count(*) FROM bill_line WHERE bill_id = b.id) AS lines,
           (SELECT coalesce(sum(total), 0) FROM bill_return WHERE bill_id = b.id) AS returned
         FROM (SELECT id FROM bill ${where} ORDER BY day DESC, at DESC, id DESC LIMIT ? OFFSET ?) AS page
         JOIN bill AS b ON b.id = page.id
         LEFT JOIN staff AS s ON s.id = b.staff_id
         ORDER BY b.day DESC, b.at DESC, b.id DESC`,
      )
      .all(...binds, question.limit, question.offset);
    return { rows, total: conditions.length === 0 ? this.#countAll() : this.#count(where, binds) };
  }

  #countAll(): number {
    this.#all ??= this.#count('', []);
    return this.#all;
  }

  #count(where: string, binds: readonly (string | number)[]): number {
    return (
      this.#store.sql<(string | number)[], { n: number }>(`SELECT count(*) AS n FROM bill ${where}`).get(...binds)?.n ??
      0
    );
  }
}

function dayConditions({ from, to }: Question): Condition[] {
  const conditions: Condition[] = [];
  if (from !== undefined) conditions.push({ sql: 'day >= ?', binds: [from] });
  if (to !== undefined) conditions.push({ sql: 'day <= ?', binds: [to] });
  return conditions;
}

/** The start of a number, the count at its end, or a customer's name or phone. */
function textCondition(text: string | undefined): Condition[] {
  const wanted = text?.trim() ?? '';
  if (wanted === '') return [];
  const customers = `customer_id IN (SELECT id FROM customer WHERE name LIKE ? ESCAPE '\\' OR phone LIKE ? ESCAPE '\\')`;
  const like = `%${wanted.replace(/[\\%_]/g, '\\$&')}%`;
  const number = wanted.toUpperCase();
  // U+FFFF sorts behind every character of a number, so this is "begins with", by the index on numbers.
  const parts = [`number >= ? AND number < ?`, customers];
  const binds: (string | number)[] = [number, `${number}\uffff`, like, like];
  if (/^\d{1,9}$/.test(wanted)) {
    parts.push('sequence = ?');
    binds.push(Number(wanted));
  }
  return [{ sql: parts.map((part) => `(${part})`).join(' OR '), binds }];
}
