import type { Bill, BillReturn, CallInput, Cart, Completed } from '@shared/contract';
import { AppError } from '@shared/errors';
import { denominations, money } from '@shared/money';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { auditLevels } from '../../../../src/main/store';
import { foundShop } from '../../../support/counter';
import { type DayCounter, openDay } from '../../../support/day';
import { makeTestShop, type TestShop } from '../../../support/shop-store';
import { Ledger, newShift } from './ledger';

const products = [
  { id: '00000000-0000-7000-8000-00000000a001', price: 4500, tax_class_id: 'gst18' },
  { id: '00000000-0000-7000-8000-00000000a002', price: 6001, tax_class_id: 'gst5' },
  { id: '00000000-0000-7000-8000-00000000a003', price: 1099, tax_class_id: 'gst28' },
  { id: '00000000-0000-7000-8000-00000000a004', price: 333, tax_class_id: 'gst0' },
].map((product) => ({
  ...product,
  price: money(product.price),
  unit: 'KGS' as const,
}));
const customers = ['00000000-0000-7000-8000-00000000c001', '00000000-0000-7000-8000-00000000c002'];

/** What a random day is made of; numbers choose among what there is when their turn comes. */
const nat = fc.nat({ max: 1_000_000 });
const goods = fc.array(fc.tuple(fc.nat({ max: 3 }), fc.integer({ min: 1, max: 5000 })), { minLength: 1, maxLength: 4 });
const method = fc.constantFrom('cash' as const, 'upi' as const, 'card' as const, 'bank' as const);
const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('sell' as const),
      goods,
      percent: fc.nat({ max: 400_000 }),
      who: fc.nat({ max: 2 }),
      mix: nat,
      method,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('return' as const),
      bill: nat,
      line: nat,
      part: nat,
      restock: fc.boolean(),
      way: nat,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('exchange' as const), bill: nat, line: nat, part: nat, goods, method }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('void' as const), bill: nat }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('receive' as const), who: fc.nat({ max: 1 }), part: nat, method }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('cash' as const),
      out: fc.boolean(),
      amount: fc.integer({ min: 1, max: 90_000 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('shift' as const),
      float: fc.nat({ max: 500_000 }),
      off: fc.integer({ min: -3, max: 3 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('hours' as const), hours: fc.integer({ min: 1, max: 30 }) }) },
);
type Tenders = CallInput<'sales.complete'>['payments'];
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;
const day = fc.record({
  inclusive: fc.boolean(),
  rounding: fc.constantFrom('line' as const, 'document' as const),
  roundOff: fc.constantFrom(0, 100),
  coin: fc.constantFrom(0, 100),
  steps: fc.array(step, { minLength: 10, maxLength: 40, size: 'max' }),
});

/** Plays the steps at a real counter and keeps the books beside it. */
class Day {
  readonly ledger = new Ledger();
  readonly #shop: TestShop;
  readonly #counter: DayCounter;
  readonly #coin: number;
  readonly #bills: { id: string; voided: boolean }[] = [];

  constructor(shop: TestShop, counter: DayCounter, coin: number) {
    this.#shop = shop;
    this.#counter = counter;
    this.#coin = coin;
  }

  play(one: Step): void {
    if (one.do === 'sell') this.#sell(one);
    else if (one.do === 'return') this.#giveBack(one);
    else if (one.do === 'exchange') this.#exchange(one);
    else if (one.do === 'void') this.#void(one.bill);
    else if (one.do === 'receive') this.#receive(one);
    else if (one.do === 'cash') this.#cash(one);
    else if (one.do === 'hours') this.#shop.clock.advance(one.hours * 3_600_000);
    else if (this.ledger.shift) this.close(one.off);
    else this.#open(one.float);
  }

  #call: DayCounter['call'] = (role, name, input) => this.#counter.call(role, name, input);

  #fill(wanted: readonly (readonly [number, number])[]): Cart {
    let cart = this.#call('owner', 'sales.cart', {});
    for (const [product, quantity] of wanted) {
      cart = this.#call('owner', 'sales.addLine', { productId: products[product]?.id ?? '', quantity }).cart;
    }
    return cart;
  }

  #sell({ goods, percent, who, mix, method }: Extract<Step, { do: 'sell' }>): void {
    this.#fill(goods);
    const customer = customers[who];
    let cart = this.#call('owner', 'sales.setCustomer', { customerId: customer ?? null });
    if (percent > 300_000) cart = this.#call('owner', 'sales.setDiscount', { discount: { percent } });
    const { total } = cart.totals;
    const credit = customer === undefined ? 0 : Math.max(0, -this.ledger.owes(customer));
    const spent = Math.min(mix % 2 === 0 ? credit : 0, total);
    const due = customer === undefined || mix % 4 !== 0 ? 0 : Math.floor((total - spent) / 3);
    const rest = total - spent - due;
    const isCoined = method === 'cash' && due === 0;
    const cashDue = this.#coined(rest);
    // A note too many comes back as change.
    const tendered = isCoined ? cashDue + (mix % 2) * 10_000 : rest;
    const kept = isCoined ? cashDue : rest;
    const payments: Tenders = [
      { method: 'store_credit' as const, amount: spent },
      { method, amount: tendered },
      { method: 'on_account' as const, amount: due },
    ].filter(({ amount }) => amount > 0);
    // Less than the smallest coin is left, or the bill is of nothing.
    if (isCoined && tendered === 0 && (rest > 0 || total === 0)) payments.push({ method: 'cash', amount: 0 });
    const done = this.#complete(cart, payments);
    expect(done).toMatchObject({ total, due, change: isCoined ? tendered - kept : 0 });
    this.#booked(cart, done);
    if (customer !== undefined) this.ledger.owe(customer, spent + due);
    if (this.ledger.shift) this.ledger.shift.onAccount += due;
    this.ledger.paid('store_credit', spent);
    this.ledger.paid(method, kept);
  }

  #complete(cart: Cart, payments: Tenders) {
    return this.#call('owner', 'sales.complete', {
      cartId: cart.id,
      revision: cart.revision,
      payments,
      confirm: ['credit_limit'],
    });
  }

  /** What every bill does: goods out, its total and its lines' taxes into the shift's book. */
  #booked(cart: Cart, done: Completed): void {
    for (const line of cart.lines) this.ledger.moveStock(line.productId, -line.quantity);
    this.#bills.push({ id: done.billId, voided: false });
    const { shift } = this.ledger;
    if (!shift) return;
    shift.bills += 1;
    shift.sales += done.total;
    shift.tax += cart.lines.reduce((sum, { tax }) => sum + tax, 0);
  }

  #pick(index: number, line: number): { bill: Bill; line: Bill['lines'][number] } | null {
    const open = this.#bills.filter(({ voided }) => !voided);
    const one = open[index % Math.max(open.length, 1)];
    if (!one) return null;
    const bill = this.#call('owner', 'sales.bill', { id: one.id });
    const left = bill.lines.filter(({ returnable }) => returnable > 0);
    const chosen = left[line % Math.max(left.length, 1)];
    return chosen ? { bill, line: chosen } : null;
  }

  #giveBack({ bill: index, line: at, part, restock, way }: Extract<Step, { do: 'return' }>): void {
    const found = this.#pick(index, at);
    if (!found) return;
    const { bill, line } = found;
    const quantity = 1 + (part % line.returnable);
    const ways = ['cash', 'upi', ...(bill.customer ? (['store_credit'] as const) : [])] as const;
    const refund = ways[way % ways.length] ?? 'cash';
    const lines = [{ lineNo: line.lineNo, quantity, restock }];
    const returnId = this.#shop.ids.next();
    const made = this.#call('owner', 'sales.return', { returnId, billId: bill.id, lines, reason: 'back', refund });
    expect(this.#call('owner', 'sales.return', { returnId, billId: bill.id, lines, reason: 'x', refund })).toEqual(
      made,
    );
    if (restock) this.ledger.moveStock(line.productId ?? '', quantity);
    this.#returned(made);
    const given = -made.total + made.onAccount;
    if (refund === 'store_credit') this.ledger.owe(bill.customer?.id ?? '', -given);
    this.ledger.paid(refund, refund === 'cash' ? -this.#coined(given) : -given);
  }

  /** What every credit note does, but for the money that it gives back. */
  #returned(note: BillReturn): void {
    expect(note.lines.reduce((sum, { total }) => sum + total, 0)).toBe(note.taxable + note.tax);
    if (note.customer) this.ledger.owe(note.customer.id, note.onAccount);
    const { shift } = this.ledger;
    if (!shift) return;
    shift.returns += 1;
    shift.returned += note.total;
    shift.tax += note.tax;
    shift.onAccount += note.onAccount;
  }

  #exchange({ bill: index, line: at, part, goods, method }: Extract<Step, { do: 'exchange' }>): void {
    const found = this.#pick(index, at);
    if (!found) return;
    const { bill, line } = found;
    const quantity = 1 + (part % line.returnable);
    this.#fill(goods);
    const exchange = { billId: bill.id, lines: [{ lineNo: line.lineNo, quantity }], reason: 'size' };
    const cart = this.#call('owner', 'sales.setExchange', { exchange });
    const { total, credit, toPay, cashDue } = cart.totals;
    expect(toPay).toBe(total - credit);
    const rest = Math.max(0, toPay);
    const kept = method === 'cash' ? this.#coined(rest) : rest;
    if (method === 'cash') expect(cashDue).toBe(kept);
    const done = this.#complete(cart, kept > 0 || method === 'cash' ? [{ method, amount: kept }] : []);
    expect(done).toMatchObject({
      total,
      due: 0,
      change: 0,
      creditNote: { refunded: this.#coined(Math.max(0, -toPay)) },
    });
    const note = this.#call('owner', 'sales.creditNote', { id: done.creditNote?.id ?? '' });
    this.#booked(cart, done);
    this.ledger.moveStock(line.productId ?? '', quantity);
    this.#returned(note);
    this.ledger.paid(method, kept);
    this.ledger.paid('cash', -this.#coined(Math.max(0, -toPay)));
    // The bill, the credit note and what changed hands leave nothing over but what the coins made.
    const handed = kept - (done.creditNote?.refunded ?? 0);
    const rounded = this.#call('owner', 'sales.bill', { id: done.billId }).cashRounding + note.cashRounding;
    expect(done.total + note.total - note.onAccount - handed + rounded).toBe(0);
  }

  #void(index: number): void {
    const one = this.#bills[index % Math.max(this.#bills.length, 1)];
    if (!one) return;
    const bill = this.#call('owner', 'sales.bill', { id: one.id });
    try {
      this.#call('owner', 'sales.void', { billId: one.id, reason: 'wrong' });
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      expect(['already_voided', 'not_voidable']).toContain(error.code);
      return;
    }
    one.voided = true;
    for (const line of bill.lines) this.ledger.moveStock(line.productId ?? '', line.quantity);
    if (bill.customer) this.ledger.owe(bill.customer.id, -bill.due);
    for (const { method, amount } of bill.payments) {
      if (method === 'store_credit') this.ledger.owe(bill.customer?.id ?? '', -amount);
      this.ledger.paid(method, -amount);
    }
    const { shift } = this.ledger;
    if (!shift) return;
    shift.voids += 1;
    shift.voided -= bill.total;
    shift.tax -= bill.tax;
    shift.onAccount -= bill.due;
  }

  #receive({ who, part, method }: Extract<Step, { do: 'receive' }>): void {
    const customerId = customers[who] ?? '';
    const owed = this.ledger.owes(customerId);
    if (owed <= 0) return;
    const amount = 1 + (part % owed);
    const paymentId = this.#shop.ids.next();
    const receipt = this.#call('owner', 'customers.receive', { paymentId, customerId, amount, method });
    expect(receipt.balance).toBe(owed - amount);
    this.ledger.owe(customerId, -amount);
    this.ledger.paid(method, amount);
    if (this.ledger.shift) this.ledger.shift.duesReceived += amount;
  }

  #cash({ out, amount }: Extract<Step, { do: 'cash' }>): void {
    const direction = out ? 'out' : 'in';
    this.#call('owner', 'shift.cash', { entryId: this.#shop.ids.next(), direction, amount, reason: 'change' });
    this.ledger.cash(out ? -amount : amount);
  }

  #open(float: number): void {
    const shiftId = this.#shop.ids.next();
    this.#call('owner', 'shift.open', { shiftId, float });
    this.ledger.drawer += float;
    this.ledger.shift = newShift(shiftId, float);
  }

  /** Counts what is in the drawer, a few coins more or less. */
  close(off: number): void {
    const { shift } = this.ledger;
    if (!shift) return;
    const counts = countOut(Math.max(0, shift.expected + off * 100));
    const counted = counts.reduce((sum, { denomination, count }) => sum + denomination * count, 0);
    const z = this.#call('owner', 'shift.close', { shiftId: shift.id, counts });
    expect({
      expected: z.expected,
      counted: z.counted,
      difference: z.difference,
      bills: z.bills,
      sales: z.sales,
      returns: z.returns,
      returned: z.returned,
      voids: z.voids,
      voided: z.voided,
      tax: z.tax,
      onAccount: z.onAccount,
      duesReceived: z.duesReceived,
      methods: new Map(z.payments.filter(({ amount }) => amount !== 0).map((row) => [row.method, row.amount])),
    }).toEqual({
      expected: shift.expected,
      counted,
      difference: counted - shift.expected,
      bills: shift.bills,
      sales: shift.sales,
      returns: shift.returns,
      returned: shift.returned,
      voids: shift.voids,
      voided: shift.voided,
      tax: shift.tax,
      onAccount: shift.onAccount,
      duesReceived: shift.duesReceived,
      methods: new Map([...shift.methods].filter(([name, amount]) => amount !== 0 && name !== 'exchange')),
    });
    expect(z.net).toBe(z.sales + z.returned + z.voided);
    const paid = z.payments.reduce((sum, { amount }) => sum + amount, 0);
    expect(z.net + z.cashRounding).toBe(paid - z.duesReceived + z.onAccount);
    const byComponent = z.taxes.reduce((sum, { amount }) => sum + amount, 0);
    expect(byComponent).toBe(z.tax);
    this.ledger.drawer -= shift.expected;
    this.ledger.closed.push(shift);
    this.ledger.shift = null;
  }

  #coined(amount: number): number {
    return this.#coin === 0 ? amount : Math.floor((amount + this.#coin / 2) / this.#coin) * this.#coin;
  }
}

/** The fewest notes and coins; what is less than the smallest coin is left lying. */
function countOut(amount: number): { denomination: number; count: number }[] {
  let left = amount;
  return denominations('INR').map((denomination) => {
    const count = Math.floor(left / denomination);
    left -= count * denomination;
    return { denomination, count };
  });
}

describe('a day at the counter', () => {
  it('leaves drawer, khata, stock, taxes and Z reports as a careful clerk would have them', {
    timeout: 120_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(day, async ({ inclusive, rounding, roundOff, coin, steps }) => {
        const shop = makeTestShop();
        const store = shop.open();
        foundShop(store, {
          products,
          customers: customers.map((id) => ({ id })),
          settings: {
            prices_include_tax: inclusive ? 1 : 0,
            rounding_method: rounding,
            round_off_unit: money(roundOff),
            cash_rounding_unit: money(coin),
          },
        });
        const played = new Day(shop, openDay(store), coin);
        for (const one of steps) {
          played.play(one);
          shop.clock.advance(1000);
        }
        played.close(0);
        const { ledger } = played;
        const one = (sql: string) => store.sql<[], { n: number | null }>(sql).get()?.n ?? 0;
        expect(one('SELECT sum(amount) AS n FROM cashbook_entry')).toBe(ledger.drawer);
        for (const id of customers) {
          expect(one(`SELECT sum(amount) AS n FROM party_transaction WHERE party_id = '${id}'`)).toBe(ledger.owes(id));
          const account = openDay(store).call('owner', 'customers.get', { id });
          const open = account.dues.reduce((sum, due) => sum + due.open, 0);
          expect(open).toBe(Math.max(0, ledger.owes(id)));
        }
        for (const { id } of products) {
          expect(one(`SELECT quantity AS n FROM stock_level WHERE product_id = '${id}'`)).toBe(
            ledger.stock.get(id) ?? 0,
          );
        }
        expect(auditLevels(store)).toEqual([]);
        for (const { id } of ledger.closed) {
          expect(one(`SELECT sum(amount) AS n FROM cashbook_entry WHERE shift_id = '${id}'`)).toBe(0);
        }
        await shop.dispose();
      }),
      { numRuns: Number(process.env.GALLA_RUNS ?? 25) },
    );
  });
});
