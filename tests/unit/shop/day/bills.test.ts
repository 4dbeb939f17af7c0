import { AppError } from '@shared/errors';
import { money } from '@shared/money';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../../../src/main/store';
import { foundShop } from '../../../support/counter';
import { type DayCounter, openDay } from '../../../support/day';
import { makeTestShop, type TestShop } from '../../../support/shop-store';

const soap = '00000000-0000-7000-8000-00000000a001';
const rice = '00000000-0000-7000-8000-00000000a002';
const meera = '00000000-0000-7000-8000-00000000c001';
const dayMs = 24 * 3_600_000;

let shop: TestShop;
let store: Store;
let counter: DayCounter;
beforeEach(() => {
  shop = makeTestShop();
  store = shop.open();
  foundShop(store, {
    products: [
      { id: soap, price: money(10_000) },
      { id: rice, price: money(6000), unit: 'KGS' },
    ],
    customers: [{ id: meera, name: 'Meera', phone: '98765 43210', credit_days: 15 }],
  });
  counter = openDay(store);
});
afterEach(() => shop.dispose());

function refusal(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
  return 'not refused';
}

const add = (productId = soap, quantity = 1000) => counter.call('owner', 'sales.addLine', { productId, quantity }).cart;
const cart = () => counter.call('owner', 'sales.cart', {});
type Tender = { method: 'cash' | 'upi' | 'on_account' | 'store_credit'; amount: number };
const pay = (payments: Tender[], rest: { dueDay?: string } = {}) => {
  const { id: cartId, revision } = cart();
  return counter.call('owner', 'sales.complete', { cartId, revision, payments, ...rest });
};
const sell = (productId = soap, quantity = 1000) => {
  const { totals } = add(productId, quantity);
  return pay([{ method: 'cash', amount: totals.cashDue }]);
};
const forMeera = () => counter.call('owner', 'sales.setCustomer', { customerId: meera });
const giveBack = (billId: string, quantity = 1000, refund: 'cash' | 'store_credit' = 'cash', more: object = {}) =>
  counter.call('owner', 'sales.return', {
    returnId: shop.ids.next(),
    billId,
    lines: [{ lineNo: 1, quantity }],
    reason: 'torn',
    refund,
    ...more,
  });
const level = (id: string) =>
  store.sql<[string], { n: number }>('SELECT quantity AS n FROM stock_level WHERE product_id = ?').get(id)?.n ?? 0;
const account = () => counter.call('owner', 'customers.get', { id: meera });

describe('held bills', () => {
  it('keep every line once, through any order of holding and recalling', () => {
    const step = fc.oneof(
      fc.record({ do: fc.constant('add' as const), quantity: fc.integer({ min: 1, max: 9 }) }),
      fc.record({ do: fc.constant('hold' as const) }),
      fc.record({ do: fc.constant('recall' as const), which: fc.nat() }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        counter.call('owner', 'sales.clear', {});
        for (const { id } of counter.call('owner', 'sales.held', {})) counter.call('owner', 'sales.dropHeld', { id });
        let open = 0;
        const held = new Map<string, number>();
        for (const one of steps) {
          if (one.do === 'add') {
            add(rice, one.quantity);
            open += one.quantity;
          } else if (one.do === 'hold') {
            const done = refusal(() => counter.call('owner', 'sales.hold', { name: 'someone' }));
            expect(done).toBe(open === 0 ? 'cart_empty' : 'not refused');
            const newest = counter.call('owner', 'sales.held', {}).at(-1);
            if (open > 0 && newest) held.set(newest.id, open);
            open = 0;
          } else {
            const id = [...held.keys()][one.which % Math.max(held.size, 1)];
            if (id === undefined) continue;
            const done = refusal(() => counter.call('owner', 'sales.recall', { id }));
            expect(done).toBe(open === 0 ? 'not refused' : 'cart_not_empty');
            if (open > 0) continue;
            open = held.get(id) ?? 0;
            held.delete(id);
            expect(cart().id).not.toBe(id);
            expect(refusal(() => counter.call('owner', 'sales.dropHeld', { id }))).toBe('already_taken');
          }
          const lines = cart().lines.reduce((sum, { quantity }) => sum + quantity, 0);
          const shown = counter.call('owner', 'sales.held', {});
          expect([lines, new Map(shown.map(({ id, total }) => [id, total]))]).toEqual([
            open,
            new Map([...held].map(([id, quantity]) => [id, quantity * 6])),
          ]);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('come back with prices, discounts, notes and customer as they were left', () => {
    add();
    forMeera();
    counter.call('owner', 'sales.setPrice', { lineNo: 1, price: 9000 });
    counter.call('owner', 'sales.setNote', { lineNo: 1, note: 'no bag' });
    const before = counter.call('owner', 'sales.setDiscount', { discount: { amount: 500 } });
    expect(counter.call('owner', 'sales.hold', { name: 'Blue shirt' })).toMatchObject({ lines: [], customer: null });
    const [held] = counter.call('owner', 'sales.held', {});
    expect(held).toMatchObject({ name: 'Blue shirt', mine: true, customer: 'Meera', lines: 1, total: 8500 });
    const after = counter.call('owner', 'sales.recall', { id: held?.id ?? '' });
    expect({ ...after, id: '', revision: 0, updatedAt: 0 }).toEqual({ ...before, id: '', revision: 0, updatedAt: 0 });
    expect(refusal(() => counter.call('owner', 'sales.recall', { id: held?.id ?? '' }))).toBe('already_taken');
  });

  it('that were dropped can be put back', () => {
    add();
    counter.call('owner', 'sales.hold', { name: 'someone' });
    const [{ id } = { id: '' }] = counter.call('owner', 'sales.held', {});
    counter.call('owner', 'sales.dropHeld', { id });
    expect(counter.call('owner', 'sales.held', {})).toEqual([]);
    expect(refusal(() => counter.call('owner', 'sales.recall', { id }))).toBe('deleted');
    counter.call('owner', 'sales.restoreHeld', { id });
    expect(counter.call('owner', 'sales.recall', { id }).lines).toHaveLength(1);
  });
});

describe('a void', () => {
  it('undoes all that the bill did, and stays the only one', () => {
    add();
    forMeera();
    const { billId } = pay([
      { method: 'cash', amount: 4000 },
      { method: 'on_account', amount: 6000 },
    ]);
    const made = counter.call('owner', 'sales.void', { billId, reason: 'wrong goods' });
    expect(made).toMatchObject({ total: 10_000, onAccount: -6000, drawer: true, refunds: [{ amount: -4000 }] });
    expect([level(soap), account().balance]).toEqual([0, 0]);
    expect(store.sql('SELECT sum(amount) AS n FROM cashbook_entry').get()).toEqual({ n: 0 });
    expect(refusal(() => counter.call('owner', 'sales.void', { billId, reason: 'again' }))).toBe('already_voided');
    expect(refusal(() => giveBack(billId))).toBe('already_voided');
    expect(counter.call('owner', 'sales.bill', { id: billId })).toMatchObject({
      voided: { reason: 'wrong goods' },
      lines: [{ returnable: 0 }],
    });
    const voided = counter.call('owner', 'sales.bills', { state: 'voided', limit: 10 });
    expect(voided.rows).toMatchObject([{ id: billId, voided: true }]);
  });

  it('is for the day of the bill, of which nothing has come back, and for no exchange', () => {
    const first = sell();
    const second = sell(soap, 2000);
    giveBack(second.billId);
    add(rice);
    const exchange = { billId: second.billId, lines: [{ lineNo: 1, quantity: 1000 }], reason: 'size' };
    counter.call('owner', 'sales.setExchange', { exchange });
    const third = pay([]);
    const tryVoid = (billId: string) => refusal(() => counter.call('owner', 'sales.void', { billId, reason: 'x' }));
    expect([tryVoid(second.billId), tryVoid(third.billId)]).toEqual(['not_voidable', 'not_voidable']);
    shop.clock.advance(dayMs);
    expect(tryVoid(first.billId)).toBe('not_voidable');
    expect(store.sql('SELECT count(*) AS n FROM bill_void').get()).toEqual({ n: 0 });
  });
});

describe('a return', () => {
  it('of damaged goods gives the money back and leaves the shelf as it is', () => {
    const { billId } = sell();
    const lines = [{ lineNo: 1, quantity: 1000, restock: false, reason: 'wet' }];
    const note = giveBack(billId, 1000, 'cash', { lines });
    expect(note).toMatchObject({ total: -10_000, lines: [{ restocked: false, note: 'wet' }] });
    expect(level(soap)).toBe(-1000);
    expect(refusal(() => giveBack(billId))).toBe('already_returned');
  });

  it('is worth what it then gives, told before: what is owed comes off, cash is in coins', () => {
    const worth = (billId: string, quantity: number) =>
      counter.call('owner', 'sales.returnWorth', { billId, lines: [{ lineNo: 1, quantity }] });
    counter.call('owner', 'settings.save', { cash_rounding_unit: 100 });
    const paid = sell(rice, 333);
    expect(worth(paid.billId, 333)).toEqual({
      lines: [{ lineNo: 1, amount: 1998 }],
      offAccount: 0,
      left: 1998,
      cash: 2000,
    });
    const note = giveBack(paid.billId, 333);
    expect([note.total, note.refunds[0]?.amount]).toEqual([-1998, -2000]);
    expect(refusal(() => worth(paid.billId, 1))).toBe('already_returned');

    add(soap, 2000);
    forMeera();
    const owed = pay([
      { method: 'cash', amount: 5000 },
      { method: 'on_account', amount: 15_000 },
    ]);
    expect(worth(owed.billId, 2000)).toMatchObject({ offAccount: 15_000, left: 5000, cash: 5000 });
    expect(giveBack(owed.billId, 2000)).toMatchObject({ onAccount: -15_000, refunds: [{ amount: -5000 }] });
  });

  it('may go back in parts that come to exactly what is left to give', () => {
    const { billId } = sell();
    const parts = (...amounts: number[]) => ({
      refund: amounts.map((amount, index) => ({ method: index === 0 ? ('cash' as const) : ('upi' as const), amount })),
    });
    expect(refusal(() => giveBack(billId, 1000, 'cash', parts(4000, 5000)))).toBe('refund_mismatch');
    expect(refusal(() => giveBack(billId, 1000, 'cash', parts(10_000, 0)))).toBe('zero_payment');
    expect(giveBack(billId, 1000, 'cash', parts(4000, 6000)).refunds).toMatchObject([
      { method: 'cash', amount: -4000 },
      { method: 'upi', amount: -6000 },
    ]);
  });

  it('becomes store credit of a named customer, who pays with it and with no more', () => {
    const { billId } = sell();
    expect(refusal(() => giveBack(billId, 1000, 'store_credit'))).toBe('customer_required');
    giveBack(billId, 1000, 'store_credit', { customerId: meera });
    expect(account()).toMatchObject({ balance: -10_000, storeCredit: 10_000, dues: [] });
    add(soap, 2000);
    expect(refusal(() => pay([{ method: 'store_credit', amount: 20_000 }]))).toBe('customer_required');
    forMeera();
    expect(refusal(() => pay([{ method: 'store_credit', amount: 20_000 }]))).toBe('store_credit_short');
    const done = pay([
      { method: 'store_credit', amount: 10_000 },
      { method: 'cash', amount: 10_000 },
    ]);
    expect([done.paid, done.due, account().balance]).toEqual([20_000, 0, 0]);
  });
});

describe('an exchange', () => {
  it('is one step: done again it is what it was, and refused it leaves nothing', () => {
    const { billId } = sell(soap, 2000);
    const exchange = { billId, lines: [{ lineNo: 1, quantity: 1000 }], reason: 'other scent' };
    expect(refusal(() => counter.call('owner', 'sales.setExchange', { exchange }))).toBe('not refused');
    expect(refusal(() => pay([]))).toBe('cart_empty');
    add(rice, 3000);
    expect(cart()).toMatchObject({
      exchange: { credit: 10_000 },
      totals: { total: 18_000, toPay: 8000, cashDue: 8000 },
    });
    expect(refusal(() => counter.call('owner', 'sales.hold', { name: 'x' }))).toBe('exchange_open');
    const counts = () =>
      store.sql('SELECT (SELECT count(*) FROM bill) AS b, (SELECT count(*) FROM bill_return) AS r').get();
    expect(refusal(() => pay([{ method: 'cash', amount: 7999 }]))).toBe('not_enough_paid');
    expect(counts()).toEqual({ b: 1, r: 0 });
    const { id: cartId, revision } = cart();
    const input = { cartId, revision, payments: [{ method: 'cash' as const, amount: 8000 }] };
    const done = counter.call('owner', 'sales.complete', input);
    expect(done).toMatchObject({
      total: 18_000,
      paid: 18_000,
      creditNote: { total: -10_000, exchanged: 10_000, refunded: 0, refundedBy: null },
    });
    expect(counter.call('owner', 'sales.complete', input)).toEqual(done);
    expect(counts()).toEqual({ b: 2, r: 1 });
    expect([level(soap), level(rice)]).toEqual([-1000, -3000]);
    expect(cart().exchange).toBeNull();
  });

  it('for less says what goes back and which way, also when it is asked again', () => {
    const { billId } = sell();
    add(rice, 1000);
    const exchange = { billId, lines: [{ lineNo: 1, quantity: 1000 }], reason: 'other scent' };
    counter.call('owner', 'sales.setExchange', { exchange });
    const { id: cartId, revision } = cart();
    const input = { cartId, revision, payments: [], refund: 'upi' as const };
    const done = counter.call('owner', 'sales.complete', input);
    expect(done.creditNote).toMatchObject({ exchanged: 6000, refunded: 4000, refundedBy: 'upi' });
    expect(counter.call('owner', 'sales.complete', input)).toEqual(done);
  });

  it('of goods that went back meanwhile is refused', () => {
    const { billId } = sell();
    add(rice);
    const exchange = { billId, lines: [{ lineNo: 1, quantity: 1000 }], reason: 'size' };
    const { id: cartId, revision } = counter.call('owner', 'sales.setExchange', { exchange });
    giveBack(billId);
    const input = { cartId, revision, payments: [] };
    expect(refusal(() => counter.call('owner', 'sales.complete', input))).toBe('already_returned');
    expect(cart()).toMatchObject({ exchange: { credit: 0, problem: 'already_returned' }, totals: { toPay: 6000 } });
    expect(counter.call('owner', 'sales.setExchange', { exchange: null }).exchange).toBeNull();
  });
});

describe('dues', () => {
  const owe = (quantity: number, dueDay?: string) => {
    const { totals } = add(soap, quantity);
    forMeera();
    return pay([{ method: 'on_account', amount: totals.total }], dueDay === undefined ? {} : { dueDay });
  };

  it('fall due after the days of the customer, or on the day that was named, which is not over', () => {
    const first = owe(1000);
    expect(counter.call('owner', 'sales.bill', { id: first.billId }).dueDay).toBe('2026-12-06');
    expect(refusal(() => owe(1000, '2026-11-20'))).toBe('due_day');
    expect(refusal(() => pay([{ method: 'on_account', amount: 10_000 }], { dueDay: '2027-02-30' }))).toBe('bad_value');
    const second = pay([{ method: 'on_account', amount: 10_000 }], { dueDay: '2026-11-30' });
    expect(account().dues.map(({ billId, dueDay }) => [billId, dueDay])).toEqual([
      [second.billId, '2026-11-30'],
      [first.billId, '2026-12-06'],
    ]);
    shop.clock.advance(11 * dayMs);
    expect(account()).toMatchObject({ overdue: 10_000, dues: [{ overdue: true }, { overdue: false }] });
  });

  it('are settled the oldest first, but for what came back of a bill', () => {
    const first = owe(1000);
    const second = owe(2000);
    giveBack(second.billId, 1000);
    const input = { paymentId: shop.ids.next(), customerId: meera, amount: 4000, method: 'cash' as const };
    const receipt = counter.call('owner', 'customers.receive', input);
    expect(receipt).toMatchObject({ amount: 4000, balance: 16_000, drawer: true });
    expect(counter.call('owner', 'customers.receive', { ...input, amount: 1 })).toEqual(receipt);
    expect(counter.call('owner', 'customers.payment', { id: receipt.id })).toEqual(receipt);
    expect(account().dues.map(({ billId, open }) => [billId, open])).toEqual([
      [first.billId, 6000],
      [second.billId, 10_000],
    ]);
  });

  it('paid with more than is owed become store credit only when that is meant', () => {
    owe(1000);
    const input = { paymentId: shop.ids.next(), customerId: meera, amount: 12_000, method: 'upi' as const };
    expect(refusal(() => counter.call('owner', 'customers.receive', { ...input, amount: 0 }))).toBe('zero_payment');
    expect(refusal(() => counter.call('owner', 'customers.receive', input))).toBe('overpaid');
    const receipt = counter.call('owner', 'customers.receive', { ...input, confirm: ['advance'] });
    expect([receipt.balance, account().storeCredit]).toEqual([-2000, 2000]);
  });
});

describe('looking for a bill', () => {
  it('goes by number, customer, phone, day, amount, product, state and scanned code', () => {
    const first = sell();
    shop.clock.advance(dayMs);
    add(rice, 2000);
    forMeera();
    const second = pay([{ method: 'on_account', amount: 12_000 }]);
    const note = giveBack(first.billId);
    const found = (question: object) =>
      counter.call('owner', 'sales.bills', { limit: 10, ...question }).rows.map(({ id }) => id);
    const [one, two] = [first.billId, second.billId];
    expect(found({ number: first.number.toLowerCase() })).toEqual([one]);
    expect(found({ customerId: meera })).toEqual([two]);
    expect(found({ phone: '43210' })).toEqual([two]);
    expect(found({ productId: soap })).toEqual([one]);
    expect(found({ from: '2026-11-22' })).toEqual([two]);
    expect(found({ least: 11_000 })).toEqual([two]);
    expect(found({ most: 11_000 })).toEqual([one]);
    expect(found({ least: 10_000, most: 12_000 })).toEqual([two, one]);
    expect(found({ state: 'due' })).toEqual([two]);
    expect(found({ state: 'returned' })).toEqual([one]);
    expect(found({ state: 'voided' })).toEqual([]);
    const scan = (code: string) => counter.call('owner', 'sales.findBill', { code })?.billId ?? null;
    expect([scan(` ${first.number.toLowerCase()} `), scan(note.number), scan('8901234567890')]).toEqual([
      one,
      one,
      null,
    ]);
  });
});

describe('a UPI request', () => {
  it('names the shop and exactly the amount, and is none without a UPI id', () => {
    const { id } = add();
    const ask = (amount: number) => counter.call('owner', 'sales.upiLink', { amount, reference: id });
    expect(ask(10_050)).toBeNull();
    counter.call('owner', 'settings.save', { upi_id: 'asha@upi' });
    expect(ask(10_050)?.link).toBe(
      `upi://pay?pa=asha@upi&pn=Asha%20Stores&am=100.50&cu=INR&tr=${id.replaceAll('-', '')}`,
    );
    expect(ask(0)).toBeNull();
  });
});
