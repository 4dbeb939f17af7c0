import type { OrderPaymentState } from '@shared/contract';
import type { Money } from '@shared/money';
import type { OrderStage } from '@shared/orders';

/** What the payment state of an order follows from. */
export interface OrderMoney {
  readonly stage: OrderStage;
  /** What it comes to, minor units. */
  readonly total: Money;
  /** What was paid for it and not given back, minor units. */
  readonly advance: Money;
  /** What the bill that it has become left on account; null: it is none. */
  readonly billDue: Money | null;
}

/** The payment state is derived, never stored: tills that have the same facts say the same. */
export function paymentStateOf({ stage, total, advance, billDue }: OrderMoney): OrderPaymentState {
  if (billDue !== null) return billDue > 0 ? 'on_account' : 'paid';
  if (stage === 'cancelled') return advance > 0 ? 'store_credit' : 'unpaid';
  if (advance === 0) return total === 0 ? 'paid' : 'unpaid';
  return advance < total ? 'advance' : 'paid';
}
