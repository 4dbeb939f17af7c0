import type { OrderPaymentState } from '@shared/contract';
import { money } from '@shared/money';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { foundShop } from '../../../support/counter';
import { openOrders } from '../../../support/orders';
import { makeTestShop } from '../../../support/shop-store';

const goods = '00000000-0000-7000-8000-00000000a001';
const ravi = '00000000-0000-7000-8000-00000000c001';
const idOf = (kind: string, n: number) => `00000000-0000-7000-8000-${kind}${String(n).padStart(8, '0')}`;

/** What a person does to one of three orders. */
const deed = fc.record({
  order: fc.nat({ max: 2 }),
  what: fc.constantFrom('pay', 'pay', 'bill', 'billOnAccount', 'void', 'refund', 'keep', 'again', 'move', 'takeBack'),
  amount: fc.integer({ min: 1, max: 900 }).map((rupees) => rupees * 100),
});

/** An order in a clerk's book. */
interface Book {
  readonly total: number;
  /** Payments that were not given back. */
  readonly paid: { id: string; amount: number }[];
  state: 'open' | 'billed' | 'cancelled';
  onAccount: number;
  billId: string;
  /** What the bill has taken of the advance. */
  used: number;
}

const stateOf = ({ state, onAccount, paid, total }: Book): OrderPaymentState => {
  const sum = paid.reduce((all, { amount }) => all + amount, 0);
  if (state === 'billed') return onAccount > 0 ? 'on_account' : 'paid';
  if (state === 'cancelled') return sum > 0 ? 'store_credit' : 'unpaid';
  return sum === 0 ? 'unpaid' : sum < total ? 'advance' : 'paid';
};

it('whatever is paid, billed, voided, cancelled and taken back: state, khata and drawer are those of a clerk’s book', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { maxLength: 40 }), async (deeds) => {
      const shop = makeTestShop();
      try {
        const store = shop.open();
        foundShop(store, {
          products: [{ id: goods, price: money(10_000), track_stock: 0 }],
          customers: [{ id: ravi, name: 'Ravi' }],
        });
        const till = openOrders(store);
        const shiftId = idOf('d001', 1);
        till.call('shift.open', { shiftId, float: 1_000_000 });
        let [drawer, balance, n] = [1_000_000, 0, 0];
        const books = [1, 2, 3].map((pieces, index): Book => {
          till.call('orders.create', {
            id: idOf('b001', index),
            ...{ customerId: ravi, name: 'Ravi', phone: null, dueDay: '2026-11-22', dueTime: null, address: null },
            ...{ way: 'delivery', note: null },
            lines: [{ productId: goods, name: 'Cake', quantity: pieces * 1_000, unitPrice: 10_000, note: null }],
          });
          return { total: pieces * 10_000, paid: [], state: 'open', onAccount: 0, billId: '', used: 0 };
        });
        for (const { order, what, amount } of deeds) {
          const book = books[order];
          const id = idOf('b001', order);
          if (!book) continue;
          n += 1;
          const sum = book.paid.reduce((all, each) => all + each.amount, 0);
          if (what === 'pay' && book.state === 'open') {
            const paymentId = idOf('e001', n);
            till.call('orders.receive', { id, paymentId, amount, method: 'cash', confirm: ['advance'] });
            book.paid.push({ id: paymentId, amount });
            drawer += amount;
            balance -= amount;
          } else if ((what === 'bill' || what === 'billOnAccount') && book.state === 'open') {
            const { id: cartId, revision, totals } = till.call('orders.toBill', { id });
            const used = Math.min(sum, book.total);
            expect([totals.advance, totals.toPay]).toEqual([used, book.total - used]);
            const rest = book.total - used;
            const method = what === 'bill' ? 'cash' : 'on_account';
            const payments = rest === 0 ? [] : [{ method, amount: rest } as const];
            book.billId = till.call('sales.complete', { cartId, revision, payments, confirm: ['credit_limit'] }).billId;
            book.state = 'billed';
            book.used = used;
            book.onAccount = what === 'bill' ? 0 : rest;
            drawer += what === 'bill' ? rest : 0;
            balance += used + book.onAccount;
          } else if (what === 'void' && book.state === 'billed') {
            till.call('sales.void', { billId: book.billId, reason: 'wrong' });
            drawer -= book.total - book.used - book.onAccount;
            balance -= book.used + book.onAccount;
            book.state = 'open';
          } else if ((what === 'refund' || what === 'keep') && book.state === 'open') {
            till.call('orders.cancel', { id, reason: 'no', advance: what, paid: sum });
            book.state = 'cancelled';
            if (what === 'keep') continue;
            drawer -= sum;
            balance += sum;
            book.paid.length = 0;
          } else if (what === 'again' && book.state === 'cancelled' && sum === 0) {
            till.call('orders.move', { id, from: 'cancelled', to: 'placed' });
            book.state = 'open';
          } else if (what === 'takeBack' && book.state === 'open') {
            const last = book.paid.pop();
            if (!last) continue;
            till.call('customerKhata.takeBack', { paymentId: last.id, reason: 'wrong amount' });
            drawer -= last.amount;
            balance += last.amount;
          } else if (what === 'move' && book.state !== 'cancelled') {
            const { stage } = till.call('orders.get', { id });
            till.call('orders.move', { id, from: stage, to: stage === 'ready' ? 'preparing' : 'ready' });
          }
          const earmarked = books
            .filter(({ state }) => state === 'open')
            .flatMap(({ paid }) => paid)
            .reduce((all, each) => all + each.amount, 0);
          const seen = till.call('customers.get', { id: ravi });
          expect([seen.balance, seen.storeCredit]).toEqual([balance, Math.max(0, -balance - earmarked)]);
          expect(books.map((_, index) => till.call('orders.get', { id: idOf('b001', index) }).payment)).toEqual(
            books.map(stateOf),
          );
        }
        const report = till.call('shift.report', { shiftId });
        expect(report.state === 'open' && report.expected).toBe(drawer);
      } finally {
        await shop.dispose();
      }
    }),
    { numRuns: 25 },
  );
});
