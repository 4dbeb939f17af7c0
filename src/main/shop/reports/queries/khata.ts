import { dayOf } from '@shared/clock';
import type { Ages } from '@shared/contract';
import { addMoney, type Money, maxMoney, negMoney, ZERO } from '@shared/money';
import type { Reads } from '../../../store';
import { agesOf, duesOf, earmarkedOf } from '../../khata';
import type { Asked, ReportQuery } from '../question';

interface Account {
  readonly id: string;
  readonly name: string;
  readonly phone: string | null;
  readonly opening: Money;
  readonly since: number;
  /** Without what was paid for orders to come: that pays them and nothing else. */
  readonly balance: Money;
  readonly earmarked: Money;
}

/** Accounts that are not at zero, a removed customer's too: the debt is not removed. */
export function openAccounts(reads: Reads): Account[] {
  return reads
    .sql<[], Account>(
      `SELECT c.id, c.name, c.phone, c.opening_balance AS opening, c.created_at AS since,
         c.opening_balance + coalesce(t.sum, 0) AS balance, ${earmarkedOf('c.id')} AS earmarked
       FROM customer AS c LEFT JOIN (SELECT party_id, sum(amount) AS sum FROM party_transaction
         WHERE party_type = 'customer' GROUP BY party_id) AS t ON t.party_id = c.id
       WHERE c.opening_balance + coalesce(t.sum, 0) <> 0 OR ${earmarkedOf('c.id')} <> 0`,
    )
    .all()
    .map((account) => ({ ...account, balance: addMoney(account.balance, account.earmarked) }));
}

export function ageOf(reads: Reads, { today, timeZone }: Pick<Asked, 'today' | 'timeZone'>, account: Account): Ages {
  const { id, opening, since, balance } = account;
  if (balance < 0) return agesOf([], today);
  return agesOf(duesOf(reads, { kind: 'customer', id, opening, since: dayOf(since, timeZone) }, today), today);
}

export const khata: ReportQuery = (reads, asked) =>
  openAccounts(reads).map((account) => {
    const { id, name, phone, balance, earmarked } = account;
    const credit = addMoney(maxMoney(ZERO, negMoney(balance)), earmarked);
    return { id, cells: [name, phone, maxMoney(ZERO, balance), ...ageOf(reads, asked, account), credit] };
  });
