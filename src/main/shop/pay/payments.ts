import type { HandlerInput, SignedIn } from '@shared/contract';
import type { MoneyMethod, Row } from '@shared/entities';
import { AppError } from '@shared/errors';
import { type Money, negMoney } from '@shared/money';
import { queueDrawer } from '../../printing';
import type { Mutation } from '../../store';
import type { ShopDeps } from '../deps';
import { type Stamp, stampOf } from '../documents';
import { shiftOf } from '../khata';
import { checkCash } from '../shift';
import { readStaff } from '../staff';
import { badValue, cleanName, cleanText } from '../text';
import { dueOf, momentOf, undone } from './sheet';

type Payment = Row<'staff_payment'>;
type Same = Pick<Payment, 'person_id' | 'kind' | 'amount' | 'month' | 'method'>;

/**
 * Money to somebody on the staff: an advance, or what they have earned. Asking again with the same id pays nothing again.
 *
 * @throws AppError `zero_payment`, `cash_limit`, `shift_required`, `not_found`; `bad_value` for an id under which something
 *   else was paid; `overpaid` with `balance` for a wage above what is to be paid, unless it is meant as an `advance`
 */
export function payStaff(deps: ShopDeps, user: SignedIn, input: HandlerInput<'pay.pay'>): null {
  const { store } = deps;
  const { paymentId: id, staffId: person_id, month, kind, amount, method, note, confirm } = input;
  if (isThere(deps, id, { person_id, kind, amount, month, method })) return null;
  if (amount === 0) throw new AppError('zero_payment', 'Nothing is no payment');
  if (method === 'cash') checkCash(deps, amount, confirm);
  store.mutate({ name: `staff.${kind}`, kind: 'fact', actor: user.staffId }, (m) => {
    const { name } = readStaff(store, person_id);
    if (kind === 'wage' && !confirm.includes('advance')) {
      const balance = dueOf(store, person_id, month, momentOf(m.at, deps.settings().time_zone));
      if (amount > balance) throw new AppError('overpaid', `${name} has earned less`, { balance, amount });
    }
    const stamp = { ...stampOf(m, user, deps.settings()), shift_id: shiftOf(deps, method) };
    put(m, deps, stamp, { id, person_id, kind, amount, month, method, note: cleanText(note ?? null) }, name);
  });
  return null;
}

/**
 * A bonus or a deduction: what is to be paid changes, and no money moves.
 *
 * @throws AppError `zero_payment`, `not_found`; `bad_value` for an id under which something else stands
 */
export function adjustPay(deps: ShopDeps, user: SignedIn, input: HandlerInput<'pay.adjust'>): null {
  const { store } = deps;
  const { paymentId: id, staffId: person_id, month, kind, amount, reason } = input;
  const what = { person_id, kind, amount, month, method: null };
  if (isThere(deps, id, what)) return null;
  if (amount === 0) throw new AppError('zero_payment', 'Nothing is no payment');
  store.mutate({ name: `staff.${kind}`, kind: 'request', actor: user.staffId }, (m) => {
    const { name } = readStaff(store, person_id);
    const stamp = { ...stampOf(m, user, deps.settings()), shift_id: null };
    put(m, deps, stamp, { ...what, id, note: cleanName(reason) }, name);
  });
  return null;
}

/**
 * Takes back what was paid, given or taken off by its exact negative, in the sheet in which it stood. Money goes the other
 * way by the method by which it came, today and through this till's drawer.
 *
 * @throws AppError `not_found`, `already_reversed`, `shift_required` for cash without an open shift
 */
export function takeBackPay(deps: ShopDeps, user: SignedIn, { paymentId, reason }: HandlerInput<'pay.takeBack'>): null {
  const { store } = deps;
  const id = `${paymentId}${undone}`;
  const read = store.sql<[string], Same & { deleted_at: number | null }>(
    'SELECT person_id, kind, amount, month, method, deleted_at FROM staff_payment WHERE id = ?',
  );
  store.mutate({ name: 'staff.take_back', kind: 'fact', actor: user.staffId }, (m) => {
    const paid = read.get(paymentId);
    if (!paid) throw new AppError('not_found', `No payment ${paymentId}`, { entity: 'staff_payment', id: paymentId });
    if (read.get(id)) throw new AppError('already_reversed', 'The payment was taken back');
    const { deleted_at: _, ...of } = paid;
    const { name } = readStaff(store, paid.person_id);
    const shift_id = paid.method === null ? null : shiftOf(deps, paid.method);
    const stamp = { ...stampOf(m, user, deps.settings()), shift_id };
    put(m, deps, stamp, { ...of, id, amount: negMoney(paid.amount), note: cleanName(reason) }, name);
  });
  return null;
}

/** Whether this was done already, by an earlier call whose answer got lost. */
function isThere({ store }: ShopDeps, id: string, what: Same): boolean {
  const there = store
    .sql<[string], Same>('SELECT person_id, kind, amount, month, method FROM staff_payment WHERE id = ?')
    .get(id);
  if (!there) return false;
  const isSame =
    there.person_id === what.person_id &&
    there.kind === what.kind &&
    there.amount === what.amount &&
    there.month === what.month &&
    there.method === what.method;
  if (isSame) return true;
  throw badValue('paymentId', 'Something else was paid under this id');
}

type Put = Same & Pick<Payment, 'id' | 'note'>;

/** The row and, of cash, the drawer's entry. That one goes to every till and so names nobody. */
function put(
  m: Mutation,
  { ids }: ShopDeps,
  stamp: Stamp & { readonly shift_id: string | null },
  row: Put,
  name: string,
): void {
  m.put('staff_payment', { ...row, ...stamp });
  if (!isCash(row.method)) return;
  m.put('cashbook_entry', {
    id: `${row.id}:cash`,
    amount: outOf(row.amount),
    category: 'staff_paid',
    reason: null,
    document_type: 'staff_payment',
    document_id: row.id,
    ...stamp,
  });
  queueDrawer(m, ids, { documentId: row.id, label: name, staffId: stamp.staff_id, at: stamp.at });
}

const isCash = (method: MoneyMethod | null): boolean => method === 'cash';
/** What is paid leaves the drawer; what is taken back comes into it. */
const outOf = (amount: Money): Money => negMoney(amount);
