import { type Day, dayOf } from '@shared/clock';
import type { Due } from '@shared/contract';
import { addMoney, type Money, maxMoney, negMoney, ZERO } from '@shared/money';
import type { Reads } from '../../../store';
import { duesOf } from '../../customers';
import type { Asked, ReportQuery } from '../question';

const msPerDay = 86_400_000;

/** How old open dues are: not due, up to 30, 60 and 90 days late, and more. The counter's own view of dues, added up. */
export type Ages = [notDue: Money, late30: Money, late60: Money, late90: Money, later: Money];

export function agesOf(dues: readonly Due[], today: Day): Ages {
  const ages: Ages = [ZERO, ZERO, ZERO, ZERO, ZERO];
  for (const { day, dueDay, open } of dues) {
    const late = Math.round((Date.parse(today) - Date.parse(dueDay ?? day)) / msPerDay);
    const age = late <= 0 ? 0 : late <= 30 ? 1 : late <= 60 ? 2 : late <= 90 ? 3 : 4;
    ages[age] = addMoney(ages[age], open);
  }
  return ages;
}

interface Account {
  readonly id: string;
  readonly name: string;
  readonly phone: string | null;
  readonly opening: Money;
  readonly since: number;
  readonly balance: Money;
}

/** Accounts that are not at zero, a removed customer's too: the debt is not removed. */
export function openAccounts(reads: Reads): Account[] {
  return reads
    .sql<[], Account>(
      `SELECT c.id, c.name, c.phone, c.opening_balance AS opening, c.created_at AS since,
         c.opening_balance + coalesce(t.sum, 0) AS balance
       FROM customer AS c LEFT JOIN (SELECT party_id, sum(amount) AS sum FROM party_transaction
         WHERE party_type = 'customer' GROUP BY party_id) AS t ON t.party_id = c.id
       WHERE c.opening_balance + coalesce(t.sum, 0) <> 0`,
    )
    .all();
}

export function ageOf(reads: Reads, { today, timeZone }: Pick<Asked, 'today' | 'timeZone'>, account: Account): Ages {
  const { id, opening, since, balance } = account;
  if (balance < 0) return agesOf([], today);
  return agesOf(duesOf(reads, { id, opening, since: dayOf(since, timeZone) }, today), today);
}

export const khata: ReportQuery = (reads, asked) =>
  openAccounts(reads).map((account) => {
    const { id, name, phone, balance } = account;
    const credit = maxMoney(ZERO, negMoney(balance));
    return { id, cells: [name, phone, maxMoney(ZERO, balance), ...ageOf(reads, asked, account), credit] };
  });
