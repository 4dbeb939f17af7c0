import type { Customer, HandlerInput, Page } from '@shared/contract';
import type { Row } from '@shared/entities';
import { AppError } from '@shared/errors';
import { addMoney, type Money, maxMoney, negMoney, ZERO } from '@shared/money';
import { type Reads, readerJob } from '../../store';
import { earmarkedOf } from '../khata';
import { literal } from '../text';

type CustomerRow = { readonly earmarked: Money } & Pick<
  Row<'customer'>,
  'id' | 'name' | 'phone' | 'gstin' | 'state_code' | 'address' | 'email' | 'credit_limit' | 'credit_days' | 'note'
> & { deleted_at: number | null; balance: Money };

/** What a customer owes is where they began and every line of the khata since. */
const select = `SELECT c.id, c.name, c.phone, c.gstin, c.state_code, c.address, c.email, c.credit_limit,
  c.credit_days, c.note,
  c.deleted_at, c.opening_balance + coalesce((SELECT sum(t.amount) FROM party_transaction AS t
    WHERE t.party_type = 'customer' AND t.party_id = c.id), 0) AS balance, ${earmarkedOf('c.id')} AS earmarked
  FROM customer AS c`;

/** A removed one too. @throws AppError `not_found` */
export function readCustomer(reads: Reads, id: string): Customer {
  const row = reads.sql<[string], CustomerRow>(`${select} WHERE c.id = ?`).get(id);
  if (!row) throw new AppError('not_found', `No customer ${id}`, { entity: 'customer', id });
  return toCustomer(row);
}

/** Looking for a text goes through all customers, so it runs on a reader thread. */
export const customerSearchJob = readerJob('customers.list', listCustomers);

/** By name; with a text those whose name has all its words, or whose phone has its digits. */
export function listCustomers(reads: Reads, { text, offset, limit }: HandlerInput<'customers.list'>): Page<Customer> {
  const { where, values } = filterOf(text ?? '');
  const rows = reads
    .sql<[(string | number)[]], CustomerRow>(
      `${select} WHERE c.id IN (SELECT c.id FROM customer AS c ${where}
         ORDER BY c.name COLLATE NOCASE, c.id LIMIT ? OFFSET ?)
       ORDER BY c.name COLLATE NOCASE, c.id`,
    )
    .all([...values, limit, offset])
    .map(toCustomer);
  const total = reads.sql<[string[]], { n: number }>(`SELECT count(*) AS n FROM customer AS c ${where}`).get(values);
  return { rows, total: total?.n ?? 0 };
}

/** Conditions on `customer AS c`, beginning with WHERE. */
export function filterOf(text: string) {
  const typed = text.normalize('NFC').trim();
  const words = typed.split(/\s+/).filter((word) => word !== '');
  if (words.length === 0) return { where: 'WHERE c.deleted_at IS NULL', values: [] };
  const byName = words.map(() => `c.name LIKE ? ESCAPE '\\'`).join(' AND ');
  const values = words.map((word) => `%${literal(word)}%`);
  // A phone is written in many ways; only its digits are compared.
  const digits = /^[\d\s()+-]+$/.test(typed) ? typed.replace(/\D/g, '') : '';
  if (digits === '') return { where: `WHERE c.deleted_at IS NULL AND ${byName}`, values };
  const bare = ['-', ' ', '(', ')', '+'].reduce((sql, mark) => `replace(${sql}, '${mark}', '')`, 'c.phone');
  return {
    where: `WHERE c.deleted_at IS NULL AND (${bare} LIKE ? OR (${byName}))`,
    values: [`%${digits}%`, ...values],
  };
}

function toCustomer({ state_code, credit_limit, credit_days, deleted_at, earmarked, ...same }: CustomerRow): Customer {
  return {
    ...same,
    stateCode: state_code,
    creditLimit: credit_limit,
    creditDays: credit_days,
    storeCredit: maxMoney(ZERO, negMoney(addMoney(same.balance, earmarked))),
    deleted: deleted_at !== null,
  };
}
