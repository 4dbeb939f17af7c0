import type { CallContext } from '../../../src/main/shop/call';
import type { Till } from '../till';
import { type Action, idsOf, money, owner, pickOf, type Receipt, receipt } from './action';
import { atOnce, tried } from './tried';

const asOwner: CallContext = { session: { user: { staffId: owner, name: owner, role: 'owner' } } };

/** Half of the time the first, so that tills meet at the same order. */
const orderOf = (till: Till, where: string): string | null => {
  const ids = idsOf(till, 'sales_order', `deleted_at IS NULL AND ${where}`);
  return till.random.chance(0.5) ? (ids[0] ?? null) : pickOf(till, 'sales_order', `deleted_at IS NULL AND ${where}`);
};

const paymentsOf = (till: Till): string[] => idsOf(till, 'payment', `id IN (SELECT id FROM order_payment)`);

/** A customer orders one thing, and pays a part of it now and then. */
export const takeOrder: Action = (till) => {
  const customerId = till.random.chance(0.5) ? (idsOf(till, 'customer')[0] ?? null) : pickOf(till, 'customer');
  const product = pickOf(till, 'product');
  if (customerId === null || product === null) return null;
  const price = till.store.sql<[string], { price: number }>('SELECT price FROM product WHERE id = ?').get(product);
  const unitPrice = money(price?.price ?? 0);
  const id = till.ids.next();
  const amount = money(till.random.int(0, 2000));
  const paid =
    till.random.chance(0.6) && amount > 0 ? { paymentId: till.ids.next(), amount, method: 'upi' as const } : undefined;
  const content = {
    customerId,
    name: 'Somebody',
    phone: null,
    dueDay: '2026-11-25',
    dueTime: null,
    way: 'pickup',
  } as const;
  const taken = tried(() =>
    till.calls['orders.create'](
      {
        ...{ id, ...content, address: null, note: null, approvals: [], confirm: ['advance'], advance: paid },
        lines: [{ productId: product, name: 'x', quantity: 1000 as never, unitPrice, note: null }],
      },
      asOwner,
    ),
  );
  if (taken === null) return null;
  return [receipt('sales_order', id), ...(paid ? [receipt('order_payment', paid.paymentId)] : [])];
};

export const payAhead: Action = (till) => {
  const id = orderOf(till, `stage <> 'cancelled'`);
  if (id === null) return null;
  const known = new Set(paymentsOf(till));
  const paying = { paymentId: till.ids.next(), amount: money(till.random.int(1, 2000)), method: 'upi' as const };
  tried(() => till.calls['orders.receive']({ id, ...paying, confirm: ['advance'] }, asOwner));
  return paymentsOf(till).flatMap((payment) => (known.has(payment) ? [] : [receipt('order_payment', payment)]));
};

export const moveOrder: Action = (till) => {
  const id = orderOf(till, `stage NOT IN ('cancelled', 'delivered')`);
  if (id === null) return null;
  const { stage } = atOnce(till.calls['orders.get']({ id }, asOwner));
  const to = till.random.pick(['accepted', 'preparing', 'ready'] as const);
  tried(() => till.calls['orders.move']({ id, from: stage, to }, asOwner));
  return [];
};

/** Cancelled, and what was paid goes back or stays. */
export const cancelOrder: Action = (till) => {
  const id = orderOf(till, `stage <> 'cancelled'`);
  if (id === null) return null;
  const { advance: paid } = atOnce(till.calls['orders.get']({ id }, asOwner));
  const advance = till.random.pick(['refund', 'keep'] as const);
  tried(() => till.calls['orders.cancel']({ id, reason: 'no', advance, paid }, asOwner));
  return [];
};

/** The order becomes a bill, whose rest is paid at once. */
export const billOrder: Action = (till) => {
  const id = orderOf(till, `stage <> 'cancelled'`);
  if (id === null) return null;
  const sold = tried((): Receipt[] => {
    const { id: cartId, revision, totals } = atOnce(till.calls['orders.toBill']({ id }, asOwner));
    const payments = totals.toPay > 0 ? [{ method: 'upi' as const, amount: totals.toPay }] : [];
    const input = { cartId, revision, payments, refund: 'cash' as const };
    const { billId } = atOnce(till.calls['sales.complete']({ ...input, approvals: [], confirm: [] }, asOwner));
    return [receipt('bill', billId), receipt('order_bill', `${billId}:order`)];
  });
  // What an interrupted one has left on the counter.
  if (sold === null) tried(() => till.calls['sales.clear']({}, asOwner));
  return sold;
};

export const voidOrderBill: Action = (till) => {
  const bills = till.store
    .sql<[], { id: string }>(
      `SELECT bill_id AS id FROM order_bill WHERE bill_id NOT IN (SELECT bill_id FROM bill_void) ORDER BY bill_id`,
    )
    .all();
  const bill = till.random.chance(0.5) ? bills[0] : bills.at(-1);
  if (!bill) return null;
  tried(() => till.calls['sales.void']({ billId: bill.id, reason: 'wrong' }, asOwner));
  return [];
};
