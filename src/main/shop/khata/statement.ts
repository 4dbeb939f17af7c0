import { type Day, dayOf, isDay } from '@shared/clock';
import type { KhataSummary, StatementSums } from '@shared/contract';
import { addMoney, subMoney, ZERO } from '@shared/money';
import type { ShopDeps } from '../deps';
import { badValue } from '../text';
import { agesOf } from './ages';
import { duesOf, overdueOf, payableBy } from './dues';
import { earmarked } from './earmarked';
import { type Days, sumsOf } from './entries';
import { balanceOf, type Party } from './party';
import { lastReminder } from './reminded';

type Deps = Pick<ShopDeps, 'store' | 'clock' | 'settings'>;

/** The shop's own day, now. */
export const todayOf = ({ clock, settings }: Pick<Deps, 'clock' | 'settings'>): Day =>
  dayOf(clock.now(), settings().time_zone);

/** @throws AppError `bad_value` */
export function checkDays({ from, to }: Days): void {
  if (from !== undefined && !isDay(from)) throw badValue('from', 'No day');
  if (to !== undefined && !isDay(to)) throw badValue('to', 'No day');
  if (from !== undefined && to !== undefined && from > to) throw badValue('to', 'It ends before it begins');
}

/** A period in sums. Its ages are those of its last day, so that an old statement says today what it said then. */
export function statementOf(deps: Deps, party: Party, days: Days): StatementSums {
  checkDays(days);
  const sums = sumsOf(deps.store, party, days);
  const { opening, raised, lowered } = sums;
  const today = todayOf(deps);
  const at = days.to !== undefined && days.to < today ? days.to : today;
  const dues = duesOf(deps.store, party, at, days.to);
  return { ...sums, closing: subMoney(addMoney(opening, raised), lowered), ages: agesOf(dues, at) };
}

/** A khata at one glance. */
export function summaryOf(deps: Deps, party: Party): KhataSummary {
  const today = todayOf(deps);
  const balance = balanceOf(deps.store, party);
  // Paid for orders to come: it pays them and raises no limit.
  const held = party.kind === 'customer' ? earmarked(deps.store, party.id) : ZERO;
  const dues = duesOf(deps.store, party, today);
  const [oldest] = dues;
  return {
    balance,
    ages: agesOf(dues, today),
    overdue: overdueOf(dues),
    oldestDue: oldest === undefined ? null : payableBy(oldest),
    creditLeft: party.creditLimit === null ? null : subMoney(party.creditLimit, addMoney(balance, held)),
    reminded: party.kind === 'customer' ? lastReminder(deps.store, party.id) : null,
  };
}
