import { addDays, type Day, dayOf } from '@shared/clock';
import type { Row } from '@shared/entities';
import type { Mutation } from '../../store';
import type { ShopDeps } from '../deps';
import { atAfter } from '../latest';
import { knowsOffice } from '../office';

type PayRule = Row<'pay_rule'>;

/**
 * Behind the id of a rule that ends somebody's pay because they left.
 *
 * Whoever leaves is paid up to and with that day: from the next one, and from every later day from which something was agreed,
 * they have the rule `none`, written in the mutation in which they leave. Only offices know what was agreed; a counter writes nothing,
 * and there only a removal ends the pay, by its own time.
 */
const leftMark = ':left';

/** @param left when they left, ms: now, or when a counter has removed them, which writes nothing about pay */
export function endPay(m: Mutation, deps: ShopDeps, personId: string, actor: string, left: number = m.at): void {
  if (!knowsOffice(deps)) return;
  const tomorrow = addDays(dayOf(left, deps.settings().time_zone), 1);
  const rules = rulesOf(deps, personId);
  const held = rules.findLast(({ from_day }) => from_day <= tomorrow);
  const later = new Set(rules.filter(({ from_day }) => from_day > tomorrow).map(({ from_day }) => from_day));
  const ends: Day[] = [...(held && held.kind !== 'none' ? [tomorrow] : []), ...later];
  for (const from_day of ends) {
    const before = rules.findLast((rule) => rule.from_day <= from_day);
    if (before?.kind === 'none') continue;
    put(m, deps, rules, { personId, from_day, actor, worth: { kind: 'none', amount: none, less_absent: 0 } }, leftMark);
  }
}

/** Who comes back is paid from today as they were when they left; the days between stay unpaid. */
export function resumePay(m: Mutation, deps: ShopDeps, personId: string, actor: string): void {
  if (!knowsOffice(deps)) return;
  const today = dayOf(m.at, deps.settings().time_zone);
  const rules = rulesOf(deps, personId);
  const tomorrow = addDays(today, 1);
  const held = rules.findLast(({ from_day }) => from_day <= tomorrow);
  const days = [...new Set(rules.map(({ from_day }) => from_day))];
  for (const day of days.filter((each) => each > tomorrow || each === held?.from_day)) {
    const end = rules.findLast(({ from_day }) => from_day === day);
    const before = rules.findLast(({ id, from_day }) => from_day <= day && !id.endsWith(leftMark));
    if (!end?.id.endsWith(leftMark) || !before) continue;
    const from_day = day > today ? day : today;
    const { kind, amount, less_absent } = before;
    put(m, deps, rules, { personId, from_day, actor, worth: { kind, amount, less_absent } }, '');
  }
}

const none = 0 as PayRule['amount']; // proof: zero

function rulesOf({ store }: ShopDeps, personId: string) {
  return store
    .sql<[string], Pick<PayRule, 'id' | 'from_day' | 'kind' | 'amount' | 'less_absent' | 'at'>>(
      `SELECT id, from_day, kind, amount, less_absent, at FROM pay_rule
       WHERE person_id = ? AND deleted_at IS NULL ORDER BY from_day, at, id`,
    )
    .all(personId);
}

interface Put {
  readonly personId: string;
  readonly from_day: Day;
  readonly actor: string;
  readonly worth: Pick<PayRule, 'kind' | 'amount' | 'less_absent'>;
}

function put(
  m: Mutation,
  { ids }: ShopDeps,
  rules: readonly Pick<PayRule, 'from_day' | 'at'>[],
  { personId, from_day, actor, worth }: Put,
  mark: string,
): void {
  const same = rules.filter((rule) => rule.from_day === from_day).map(({ at }) => at);
  const at = atAfter(m.at, same.length === 0 ? null : Math.max(...same));
  const who = { at, staff_id: actor, terminal_id: m.terminalId };
  m.put('pay_rule', { id: `${ids.next()}${mark}`, person_id: personId, from_day, ...worth, ...who });
}
