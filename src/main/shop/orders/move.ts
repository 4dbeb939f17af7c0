import type { HandlerInput, SignedIn } from '@shared/contract';
import { AppError } from '@shared/errors';
import type { OrderStage } from '@shared/orders';
import type { Mutation } from '../../store';
import type { ApprovalDesk } from '../approvals';
import type { ShopDeps } from '../deps';
import { stampOf } from '../documents';
import { takeBack } from '../khata';
import { cleanName } from '../text';
import { openAdvances } from './advance';
import { findOrder, linesOf, type OrderFound, type OrderReads, totalOf } from './rows';

/**
 * Moves an order from where it stood on the screen. A cancelled one may be placed again as long as no money was left in it.
 *
 * What costs anything is handed over with its bill, or after it: else there is neither stock nor sale nor tax of it, and
 * what was paid ahead waits for ever.
 *
 * @throws AppError `not_found`, `deleted`, `order_moved` with the `stage` it stands at, `order_paid`, `order_unbilled`
 */
export function moveOrder(deps: OrderReads, user: SignedIn, { id, from, to }: HandlerInput<'orders.move'>): void {
  const { store } = deps;
  store.mutate({ name: 'order.move', kind: 'fact', actor: user.staffId }, (m) => {
    const order = findOrder(store, id);
    const { stage, number } = order;
    // Asked for once more: it stands there already.
    if (stage === to) return;
    if (stage !== from) throw new AppError('order_moved', 'Somebody else has moved it', { id, number, stage });
    if (stage === 'cancelled' && order.advance !== 0) {
      throw new AppError('order_paid', 'What was paid for it is store credit', { id, number });
    }
    if (to === 'delivered' && order.billId === null && totalOf(deps, order, linesOf(store, id)) !== 0) {
      throw new AppError('order_unbilled', 'There is no bill of it yet', { id, number });
    }
    putMove(m, deps, user, order, to, null);
  });
}

/**
 * Cancels an order. What was paid for it goes back the way it came, or stays in the khata as store credit; a manager allows
 * either.
 *
 * @throws AppError `not_found`, `deleted`, `order_closed`, `order_billed`, `approval_required`, `approval_invalid`,
 *   `order_advance` when what was paid is not what was on the screen, `shift_required` for cash that goes back
 */
export function cancelOrder(
  deps: ShopDeps,
  approvals: ApprovalDesk,
  user: SignedIn,
  { id, reason, advance, paid: seen, approval }: HandlerInput<'orders.cancel'>,
): void {
  const { store } = deps;
  approvals.during(() =>
    store.mutate({ name: 'order.cancel', kind: 'fact', actor: user.staffId }, (m) => {
      const order = findOrder(store, id);
      const { number } = order;
      if (order.billId !== null)
        throw new AppError('order_billed', 'The order is a bill', { number, bill: order.billId });
      if (order.stage === 'cancelled') throw new AppError('order_closed', 'It was cancelled', { id, number });
      const paid = openAdvances(store, id);
      if (paid.sum !== seen) {
        throw new AppError('order_advance', 'What was paid for it has changed', { id, number, amount: paid.sum });
      }
      if (paid.sum > 0) {
        const need = { action: 'order_cancel', subject: id, value: paid.sum } as const;
        const document = { type: 'sales_order', id };
        approvals.demand(m, user, { ...need, document, tokens: [approval], facts: { number } });
      }
      putMove(m, deps, user, order, 'cancelled', cleanName(reason));
      if (advance === 'keep') return;
      for (const paymentId of paid.ids) takeBack(m, deps, user, 'customer', { paymentId, reason: number });
    }),
  );
}

/** Only what has no money in it. @throws AppError `order_paid`, `order_billed` */
export function removeOrder({ store }: ShopDeps, { staffId }: SignedIn, id: string): void {
  store.mutate({ name: 'order.remove', kind: 'request', actor: staffId }, (m) => {
    const order = findOrder(store, id);
    const { number } = order;
    if (order.billId !== null)
      throw new AppError('order_billed', 'The order is a bill', { number, bill: order.billId });
    if (order.advance !== 0) throw new AppError('order_paid', 'Somebody has paid for it', { id, number });
    m.del('sales_order', id);
  });
}

function putMove(
  m: Mutation,
  deps: ShopDeps,
  user: SignedIn,
  { id, stage }: OrderFound,
  to: OrderStage,
  reason: string | null,
): void {
  m.set('sales_order', id, { stage: to });
  const move = { order_id: id, from_stage: stage, to_stage: to, reason };
  m.put('order_stage', { id: deps.ids.next(), ...move, ...stampOf(m, user, deps.settings()) });
}
