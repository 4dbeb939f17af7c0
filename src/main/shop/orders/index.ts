/** Orders: taken, moved by stage, paid in advance, made a bill. docs/orders.md */
import type { CallName } from '@shared/contract';
import { actorOf } from '../actor';
import type { ApprovalDesk } from '../approvals';
import type { Handlers } from '../call';
import type { ShopDeps } from '../deps';
import type { Sales } from '../sales';
import { receiveAdvance } from './advance';
import { orderListJob } from './list';
import { cancelOrder, moveOrder, removeOrder } from './move';
import type { OrderReads } from './rows';
import { editOrder, takeOrder } from './take';
import { viewOrder } from './view';

export { orderEvents } from './events';
export { orderListJob } from './list';
export { dueOrderNotices, type OrderNotice, orderNoticeShown } from './notices';
export { paymentStateOf } from './payment-state';
export { OrderReview } from './review';

type Calls = Extract<CallName, `orders.${string}`>;

export interface OrderPorts {
  /** @throws AppError `bad_value` */
  readonly openExternal: (url: string) => Promise<void>;
}

export function orderHandlers(
  deps: ShopDeps,
  approvals: ApprovalDesk,
  sales: Pick<Sales, 'worth' | 'billOrder'>,
  { openExternal }: OrderPorts,
): Handlers<Calls> {
  const { store } = deps;
  const reads: OrderReads = { ...deps, worth: sales.worth };
  // What a till that starts has no use for.
  const messages = () => import('./message');
  return {
    'orders.list': (question) =>
      store.readers.run(orderListJob, { question, settings: deps.settings(), now: deps.clock.now() }),
    'orders.get': ({ id }) => viewOrder(reads, id),
    'orders.create': (input, context) => {
      takeOrder(reads, approvals, actorOf(context), input);
      return viewOrder(reads, input.id);
    },
    'orders.edit': (input, context) => {
      editOrder(reads, approvals, actorOf(context), input);
      return viewOrder(reads, input.id);
    },
    'orders.move': (input, context) => {
      moveOrder(reads, actorOf(context), input);
      return viewOrder(reads, input.id);
    },
    'orders.cancel': (input, context) => {
      cancelOrder(deps, approvals, actorOf(context), input);
      return viewOrder(reads, input.id);
    },
    'orders.receive': (input, context) => {
      receiveAdvance(deps, reads, actorOf(context), input);
      return viewOrder(reads, input.id);
    },
    'orders.remove': ({ id }, context) => {
      removeOrder(deps, actorOf(context), id);
      return null;
    },
    'orders.restore': ({ id }, context) => {
      store.mutate({ name: 'order.restore', kind: 'request', actor: actorOf(context).staffId }, (m) =>
        m.undel('sales_order', id),
      );
      return null;
    },
    'orders.toBill': ({ id }, context) => sales.billOrder(actorOf(context), id),
    'orders.message': async ({ id }) => (await messages()).orderMessage(reads, id),
    'orders.openMessage': async ({ id }) => (await messages()).openOrderMessage(reads, id, openExternal),
  };
}
