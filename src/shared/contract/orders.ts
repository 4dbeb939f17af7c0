import { z } from 'zod';
import type { MoneyMethod, OrderWay } from '../entities';
import type { CurrencyCode, Money, Quantity, UnitCode } from '../money';
import { type OrderStage, orderStages } from '../orders';
import { command, query } from './call';
import type { Cart } from './cart';
import type { Page } from './catalogue';
import {
  approval,
  confirm,
  day,
  id,
  limit,
  money,
  name,
  note,
  offset,
  phone,
  plain,
  quantity,
  searchText,
} from './inputs';
import type { Reminder } from './khata';
import { moneyMethod } from './payments';

/**
 * How far an order is paid. Nothing of it is stored: `unpaid`, `advance` (a part) and `paid` follow from its payments;
 * as a bill it is `paid` or `on_account`; cancelled with money left in the customer's khata it is `store_credit`.
 */
export type OrderPaymentState = 'unpaid' | 'advance' | 'paid' | 'on_account' | 'store_credit';

/** An order in a list or on the board. */
export interface OrderRow {
  id: string;
  number: string;
  stage: OrderStage;
  /** Of the customer, as it was given. */
  name: string;
  phone: string | null;
  customerId: string | null;
  dueDay: string;
  /** `HH:MM`; null: some time on that day. */
  dueTime: string | null;
  /** Not handed over yet and its time is over, or it is for today. */
  due: 'overdue' | 'today' | 'later' | null;
  way: OrderWay;
  /** The first lines in words: "2 × Chocolate cake, Candles". */
  goods: string;
  total: Money;
  /** Advances of its customer that were not given back; zero once they have gone into a bill. */
  advance: Money;
  payment: OrderPaymentState;
  /** The bill that it has become. */
  billId: string | null;
  at: number;
}

export interface OrderPage extends Page<OrderRow> {
  /** Today, as the shop has it. */
  today: string;
  /** How many of each stage there are with this filter, whatever stages were asked for. */
  stages: Record<OrderStage, number>;
}

export interface OrderLine {
  lineNo: number;
  productId: string | null;
  name: string;
  unit: UnitCode;
  quantity: Quantity;
  unitPrice: Money;
  /** What the catalogue said when it was agreed. */
  listPrice: Money;
  /** quantity × price, before tax that is not in the price. */
  amount: Money;
  note: string | null;
}

/** Something that happened to an order. */
export type OrderEvent = {
  id: string;
  at: number;
  by: string;
  terminal: string;
} & (
  | { kind: 'stage'; from: OrderStage | null; to: OrderStage; reason: string | null }
  /** `back`: it was given back later. */
  | { kind: 'advance'; amount: Money; method: MoneyMethod; back: boolean }
  | { kind: 'refund'; amount: Money; method: MoneyMethod }
  | { kind: 'bill'; billId: string; number: string; voided: boolean }
);

export interface Order extends OrderRow {
  address: string | null;
  note: string | null;
  lines: OrderLine[];
  /** total − advance, not below zero. */
  toPay: Money;
  currency: CurrencyCode;
  by: string;
  terminal: string;
  deleted: boolean;
  /** The newest first. */
  history: OrderEvent[];
  /**
   * Whoever else has paid for it, where two tills named two customers at once: that money pays no bill of this order and
   * is theirs to spend.
   */
  paidByOthers: { customerId: string; name: string; amount: Money }[];
  /** It became bills at two tills that did not see each other: bills that stand. */
  bills: { id: string; number: string }[];
}

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const line = z.strictObject({
  /** Null: in words only. */
  productId: id.nullable(),
  name,
  quantity,
  unitPrice: money,
  note: note.nullable(),
});
const content = {
  /** Null: only a name and a phone, until money is taken for it. */
  customerId: id.nullable(),
  name,
  phone: phone.nullable(),
  dueDay: day,
  dueTime: clockTime.nullable(),
  way: z.enum(['pickup', 'delivery']),
  address: note.nullable(),
  note: note.nullable(),
  lines: z.array(line).min(1).max(200),
  /** For prices other than the catalogue's. */
  approvals: z.array(approval).max(200).default([]),
};
const advance = {
  /** Made by the caller, once for what it means to do. */
  paymentId: id,
  amount: money,
  method: moneyMethod,
  reference: plain(100).optional(),
};
const ofOrder = z.strictObject({ id });

export const orderCalls = {
  /** By due time, overdue first. */
  'orders.list': query<OrderPage>()({
    permission: 'sell',
    input: () =>
      z.strictObject({
        text: searchText.optional(),
        stages: z.array(z.enum(orderStages)).max(6).default([]),
        /** Days count by the due day; `unbilled`: handed over and there is no bill of it. */
        when: z.enum(['all', 'overdue', 'unbilled', 'today', 'tomorrow', 'week']).default('all'),
        offset: offset.default(0),
        limit,
      }),
  }),
  'orders.get': query<Order>()({ permission: 'sell', input: () => ofOrder }),
  'orders.create': command<Order>()({
    permission: 'sell',
    input: () => z.strictObject({ id, ...content, advance: z.strictObject(advance).optional(), confirm }),
  }),
  'orders.edit': command<Order>()({ permission: 'sell', input: () => z.strictObject({ id, ...content }) }),
  /** @throws `order_moved` where it does not stand at `from` any more; `order_unbilled` for `delivered` without a bill */
  'orders.move': command<Order>()({
    permission: 'sell',
    input: () => z.strictObject({ id, from: z.enum(orderStages), to: z.enum(orderStages).exclude(['cancelled']) }),
  }),
  /** With an advance a manager allows it; the money goes back the way it came, or stays as store credit. */
  'orders.cancel': command<Order>()({
    permission: 'sell',
    input: () =>
      z.strictObject({
        id,
        reason: name,
        advance: z.enum(['refund', 'keep']),
        /** What was paid for it as it was on the screen; refused (`order_advance`) where it is something else by now. */
        paid: money,
        approval: approval.optional(),
      }),
  }),
  /** An advance: a payment of the customer, in drawer, day book, Z and khata. */
  'orders.receive': command<Order>()({ permission: 'sell', input: () => z.strictObject({ id, ...advance, confirm }) }),
  /** What was taken by mistake and has no money in it. */
  'orders.remove': command<null>()({ permission: 'sell', input: () => ofOrder }),
  'orders.restore': command<null>()({ permission: 'sell', input: () => ofOrder }),
  /** Its lines are the open bill, its advance is a payment made. The open bill must be empty. */
  'orders.toBill': command<Cart>()({ permission: 'sell', input: () => ofOrder }),
  'orders.message': query<Reminder>()({ permission: 'sell', input: () => ofOrder }),
  /** Opens the message for the person to send. */
  'orders.openMessage': command<null>()({ permission: 'sell', input: () => ofOrder }),
} as const;
