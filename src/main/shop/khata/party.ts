import { type Day, dayOf } from '@shared/clock';
import type { PartyKind } from '@shared/contract';
import { AppError } from '@shared/errors';
import type { Money } from '@shared/money';
import type { Reads } from '../../store';
import type { ShopDeps } from '../deps';

/** Somebody with a khata, as far as the khata goes. */
export interface Party {
  readonly kind: PartyKind;
  readonly id: string;
  readonly name: string;
  readonly phone: string | null;
  readonly email: string | null;
  readonly address: string | null;
  readonly gstin: string | null;
  /** What was owed when the khata began. */
  readonly opening: Money;
  /** The shop's day on which it did. */
  readonly since: Day;
  /** Of a customer. */
  readonly creditLimit: Money | null;
  readonly creditDays: number | null;
  readonly deleted: boolean;
}

type PartyRow = Omit<Party, 'kind' | 'since' | 'deleted'> & { created_at: number; deleted_at: number | null };

const columns = 'id, name, phone, email, address, gstin, opening_balance AS opening, created_at, deleted_at';
const selects: Readonly<Record<PartyKind, string>> = {
  customer: `SELECT ${columns}, credit_limit AS creditLimit, credit_days AS creditDays FROM customer WHERE id = ?`,
  supplier: `SELECT ${columns}, NULL AS creditLimit, NULL AS creditDays FROM supplier WHERE id = ?`,
};

/** A removed one too. @throws AppError `not_found` */
export function readParty(
  { store, settings }: Pick<ShopDeps, 'store' | 'settings'>,
  kind: PartyKind,
  id: string,
): Party {
  const row = store.sql<[string], PartyRow>(selects[kind]).get(id);
  if (!row) throw new AppError('not_found', `No ${kind} ${id}`, { entity: kind, id });
  const { created_at, deleted_at, ...same } = row;
  return { kind, ...same, since: dayOf(created_at, settings().time_zone), deleted: deleted_at !== null };
}

/** Nothing new is written for who was removed. @throws AppError `not_found`, `deleted` */
export function partyToWrite(deps: Pick<ShopDeps, 'store' | 'settings'>, kind: PartyKind, id: string): Party {
  const party = readParty(deps, kind, id);
  if (party.deleted) throw new AppError('deleted', `${party.name} is deleted`, { entity: kind, id });
  return party;
}

/** What is owed: opening balance and khata added up. */
export function balanceOf(reads: Reads, { kind, id, opening }: Pick<Party, 'kind' | 'id' | 'opening'>): Money {
  const row = reads
    .sql<[Money, PartyKind, string], { balance: Money }>(
      `SELECT ? + coalesce(sum(amount), 0) AS balance FROM party_transaction WHERE party_type = ? AND party_id = ?`,
    )
    .get(opening, kind, id);
  if (!row) throw new Error('A sum gives one row');
  return row.balance;
}
