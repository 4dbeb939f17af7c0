import { type Day, dayOf } from '@shared/clock';
import type { CustomerRow, HandlerInput, Page } from '@shared/contract';
import type { Money } from '@shared/money';
import { type Reads, readerJob } from '../../store';
import { duesOf, earmarkedOf, overdueOf, payableBy } from '../khata';
import { filterOf, readCustomer } from './read';

/** What is asked, and the shop's own day. */
export interface AskedAccounts extends HandlerInput<'customers.accounts'> {
  readonly today: Day;
  readonly timeZone: string;
}

interface Found {
  readonly id: string;
  readonly opening: Money;
  readonly since: number;
}

/** Dues follow from every line of a khata, so they are looked for on a reader thread. */
export const customerAccountsJob = readerJob('customers.accounts', listAccounts);

/** Customers with what they owe and how late it is: all by name, otherwise whoever owes most first. */
function listAccounts(reads: Reads, asked: AskedAccounts): Page<CustomerRow> {
  const { only, offset, limit } = asked;
  const found = find(reads, asked);
  const listed = only === 'overdue' ? found.filter((each) => overdueOf(dues(reads, each, asked)) > 0) : found;
  const rows = listed.slice(offset, offset + limit).map((each): CustomerRow => {
    const open = dues(reads, each, asked);
    const [oldest] = open;
    const reminded = reads
      .sql<[string], { at: number | null }>('SELECT max(at) AS at FROM customer_reminder WHERE customer_id = ?')
      .get(each.id);
    return {
      ...readCustomer(reads, each.id),
      overdue: overdueOf(open),
      oldestDue: oldest === undefined ? null : payableBy(oldest),
      remindedAt: reminded?.at ?? null,
    };
  });
  return { rows, total: listed.length };
}

function dues(reads: Reads, { id, opening, since }: Found, { today, timeZone }: AskedAccounts) {
  return duesOf(reads, { kind: 'customer', id, opening, since: dayOf(since, timeZone) }, today);
}

const balance = 'c.opening_balance + coalesce(t.sum, 0)';
const conditions: Readonly<Record<AskedAccounts['only'], string>> = {
  all: '',
  // What was paid ahead for an order pays no due, so who owes is asked without it.
  owing: `AND ${balance} + ${earmarkedOf('c.id')} > 0`,
  overdue: `AND ${balance} + ${earmarkedOf('c.id')} > 0`,
  advance: `AND ${balance} < 0`,
};

function find(reads: Reads, { text, only }: AskedAccounts): Found[] {
  const { where, values } = filterOf(text ?? '');
  const order = only === 'all' ? '' : `abs(${balance}) DESC,`;
  return reads
    .sql<[string[]], Found>(
      `SELECT c.id, c.opening_balance AS opening, c.created_at AS since
       FROM customer AS c LEFT JOIN (SELECT party_id, sum(amount) AS sum FROM party_transaction
         WHERE party_type = 'customer' GROUP BY party_id) AS t ON t.party_id = c.id
       ${where} ${conditions[only]} ORDER BY ${order} c.name COLLATE NOCASE, c.id`,
    )
    .all(values);
}
