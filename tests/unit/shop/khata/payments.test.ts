import { money } from '@shared/money';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { foundShop } from '../../../support/counter';
import { openDay, staffUp } from '../../../support/day';
import { openKhata } from '../../../support/khata';
import { makeTestShop, type TestShop } from '../../../support/shop-store';

const ravi = '00000000-0000-7000-8000-00000000c001';
const shiftId = '00000000-0000-7000-8000-00000000d001';
const paymentId = '00000000-0000-7000-8000-00000000e001';
const otherPayment = '00000000-0000-7000-8000-00000000e002';
const thirdPayment = '00000000-0000-7000-8000-00000000e009';
const entryId = '00000000-0000-7000-8000-00000000e003';

let shop: TestShop;
beforeEach(() => {
  shop = makeTestShop();
});
afterEach(() => shop.dispose());

async function open() {
  const store = shop.open();
  foundShop(store, {
    products: [{ id: '00000000-0000-7000-8000-00000000a001', price: money(10_000) }],
    customers: [{ id: ravi, name: 'Ravi' }],
  });
  await staffUp(store);
  const khata = openKhata(store);
  const supplier = khata.call('suppliers.save', {
    name: 'Sahyadri Traders',
    phone: null,
    email: null,
    gstin: null,
    stateCode: null,
    address: null,
    openingBalance: 80_000,
    note: null,
  }).id;
  return { store, day: openDay(store), khata, supplier };
}

const refused = (run: () => unknown) => {
  try {
    run();
  } catch (error) {
    return (error as { code?: string }).code;
  }
  return 'nothing';
};

describe('paying a supplier', () => {
  it('in cash comes out of the drawer of an open shift, and the X report says what it was', async () => {
    const { day, khata, supplier } = await open();
    const pay = () =>
      khata.call('supplierKhata.pay', { paymentId, id: supplier, amount: 30_000, method: 'cash', note: 'for rice' });
    expect(refused(pay)).toBe('shift_required');
    day.call('owner', 'shift.open', { shiftId, float: 100_000 });
    pay();
    // The answer got lost and the screen asks again.
    pay();
    const report = day.call('owner', 'shift.report', { shiftId });
    expect(report).toMatchObject({ expected: 70_000, duesReceived: 0, payments: [] });
    expect(report.state === 'open' && report.cash).toContainEqual({
      category: 'supplier_paid',
      count: 1,
      amount: -30_000,
    });
    expect(khata.call('suppliers.get', { id: supplier }).balance).toBe(50_000);
    expect(khata.call('supplierKhata.entries', { id: supplier, limit: 10 }).rows).toMatchObject([
      { kind: 'payment', amount: -30_000, balance: 50_000, method: 'cash', note: 'for rice', paymentId },
    ]);
  });

  it('by bank needs no shift; more than is owed is asked about first', async () => {
    const { store, khata, supplier } = await open();
    const pay = (confirm: ('advance' | 'cash_limit')[]) =>
      khata.call('supplierKhata.pay', {
        paymentId,
        id: supplier,
        amount: 100_000,
        method: 'bank',
        reference: ' N1 ',
        confirm,
      });
    expect(refused(() => pay([]))).toBe('overpaid');
    pay(['advance']);
    expect(khata.call('supplierKhata.summary', { id: supplier })).toMatchObject({
      balance: -20_000,
      ages: [0, 0, 0, 0, 0],
      overdue: 0,
    });
    expect(store.sql('SELECT count(*) AS n FROM cashbook_entry').get()).toEqual({ n: 0 });
    expect(
      refused(() =>
        khata.call('supplierKhata.pay', { paymentId: otherPayment, id: supplier, amount: 0, method: 'upi' }),
      ),
    ).toBe('zero_payment');
  });

  it('is not taken for one with the same id to somebody else, of another amount or by another way', async () => {
    const { khata, supplier } = await open();
    const other = khata.call('suppliers.save', {
      name: 'Other',
      phone: null,
      email: null,
      gstin: null,
      stateCode: null,
      address: null,
      openingBalance: 80_000,
      note: null,
    }).id;
    const paid = { paymentId, id: supplier, amount: 1_000, method: 'bank' } as const;
    khata.call('supplierKhata.pay', paid);
    khata.call('supplierKhata.pay', paid);
    for (const change of [{ id: other }, { amount: 2_000 }, { method: 'upi' as const }]) {
      expect(refused(() => khata.call('supplierKhata.pay', { ...paid, ...change }))).toBe('bad_value');
    }
    expect(khata.call('suppliers.get', { id: supplier }).balance).toBe(79_000);
  });

  it('is refused for who was removed', async () => {
    const { khata, supplier } = await open();
    khata.call('suppliers.remove', { id: supplier });
    const pay = () => khata.call('supplierKhata.pay', { paymentId, id: supplier, amount: 1_000, method: 'bank' });
    expect(refused(pay)).toBe('deleted');
  });
});

describe('money from a customer', () => {
  it('in cash comes in as that of a sale: a shop that sells with a shift only wants one, by other ways none is needed', async () => {
    const { store, day, khata } = await open();
    khata.call('customerKhata.adjust', { entryId, id: ravi, amount: 50_000, reason: 'paper book' });
    const receive = (id: string, method: 'cash' | 'upi') =>
      khata.call('customers.receive', { paymentId: id, customerId: ravi, amount: 10_000, method });
    receive(paymentId, 'cash');
    day.call('owner', 'settings.save', { require_shift: 1 });
    expect(refused(() => receive(otherPayment, 'cash'))).toBe('shift_required');
    receive(otherPayment, 'upi');
    day.call('owner', 'shift.open', { shiftId, float: 100_000 });
    receive(thirdPayment, 'cash');
    expect(store.sql('SELECT shift_id FROM payment ORDER BY id').pluck().all()).toEqual([null, null, shiftId]);
  });
});

describe('a payment taken back', () => {
  it('of a supplier leaves both facts, the debt as old as it was, and the drawer as it was', async () => {
    const { store, day, khata, supplier } = await open();
    day.call('owner', 'shift.open', { shiftId, float: 100_000 });
    const before = khata.call('supplierKhata.summary', { id: supplier });
    khata.call('supplierKhata.pay', { paymentId, id: supplier, amount: 30_000, method: 'cash' });
    shop.clock.advance(40 * 86_400_000);
    khata.call('supplierKhata.takeBack', { paymentId, reason: 'wrong supplier' });
    expect(khata.call('supplierKhata.summary', { id: supplier })).toMatchObject({
      balance: 80_000,
      oldestDue: before.oldestDue,
      // Not a new debt of today: the old one, forty days later.
      ages: [0, 0, 80_000, 0, 0],
    });
    expect(day.call('owner', 'shift.report', { shiftId })).toMatchObject({ expected: 100_000 });
    expect(khata.call('supplierKhata.entries', { id: supplier, limit: 10 }).rows).toMatchObject([
      {
        kind: 'payment_back',
        amount: 30_000,
        balance: 80_000,
        note: 'wrong supplier',
        paymentId: null,
        method: 'cash',
      },
      { kind: 'payment', amount: -30_000, balance: 50_000, paymentId: null },
    ]);
    expect(store.sql('SELECT sum(amount) AS n FROM supplier_payment').get()).toEqual({ n: 0 });
    expect(refused(() => khata.call('supplierKhata.takeBack', { paymentId, reason: 'again' }))).toBe(
      'already_reversed',
    );
    expect(refused(() => khata.call('supplierKhata.takeBack', { paymentId: entryId, reason: 'never' }))).toBe(
      'not_found',
    );
  });

  it('of a customer goes back by the way it came; dues received of the shift are less by it', async () => {
    const { day, khata } = await open();
    khata.call('customerKhata.adjust', { entryId, id: ravi, amount: 50_000, reason: 'paper book' });
    shop.clock.advance(1);
    khata.call('customers.receive', { paymentId, customerId: ravi, amount: 20_000, method: 'cash' });
    khata.call('customers.receive', { paymentId: otherPayment, customerId: ravi, amount: 5_000, method: 'upi' });
    expect(refused(() => khata.call('customerKhata.takeBack', { paymentId, reason: 'bad note' }))).toBe(
      'shift_required',
    );
    day.call('owner', 'shift.open', { shiftId, float: 100_000 });
    khata.call('customerKhata.takeBack', { paymentId, reason: 'bad note' });
    khata.call('customerKhata.takeBack', { paymentId: otherPayment, reason: 'never came' });
    const report = day.call('owner', 'shift.report', { shiftId });
    expect(report).toMatchObject({ expected: 80_000, duesReceived: -25_000 });
    if (report.state === 'blind') throw new Error('The owner sees all');
    // net + cash rounding = Σ payments − dues received + on account
    const paid = report.payments.reduce((sum, { amount }) => sum + amount, 0);
    expect(report.net + report.cashRounding).toBe(paid - report.duesReceived + report.onAccount);
    expect(khata.call('customers.get', { id: ravi })).toMatchObject({ balance: 50_000, overdue: 0 });
    expect(khata.call('customers.payment', { id: paymentId })).toMatchObject({ amount: 20_000, balance: 30_000 });
  });
});

describe('a correction', () => {
  it('is a line with its reason; what a customer owes by it is payable like a bill of that day', async () => {
    const { khata, supplier } = await open();
    const adjust = (amount: number) =>
      khata.call('customerKhata.adjust', { entryId, id: ravi, amount, reason: 'old book' });
    expect(refused(() => adjust(0))).toBe('zero_payment');
    adjust(50_000);
    adjust(50_000);
    expect(khata.call('customerKhata.entries', { id: ravi, limit: 10 }).rows).toMatchObject([
      { kind: 'adjustment', amount: 50_000, balance: 50_000, note: 'old book', dueDay: '2026-12-21' },
    ]);
    khata.call('supplierKhata.adjust', { entryId: otherPayment, id: supplier, amount: -80_000, reason: 'rebate' });
    expect(khata.call('suppliers.get', { id: supplier }).balance).toBe(0);
  });

  it('is not taken for one with the same id of somebody else or of another amount', async () => {
    const { khata, supplier } = await open();
    const made = { entryId, id: ravi, amount: 50_000, reason: 'old book' };
    khata.call('customerKhata.adjust', made);
    khata.call('customerKhata.adjust', made);
    khata.call('customers.receive', { paymentId, customerId: ravi, amount: 5_000, method: 'upi' });
    expect(refused(() => khata.call('customerKhata.adjust', { ...made, amount: 60_000 }))).toBe('bad_value');
    expect(refused(() => khata.call('supplierKhata.adjust', { ...made, id: supplier }))).toBe('bad_value');
    expect(khata.call('customers.get', { id: ravi }).balance).toBe(45_000);
  });
});

describe('a reminder', () => {
  it('says in the shop’s language what is owed and since when, goes to the whole number, and is kept', async () => {
    const store = shop.open();
    foundShop(store, {
      settings: { language: 'hi', name: 'आशा स्टोर', upi_id: 'asha@upi' },
      customers: [{ id: ravi, name: 'Ravi & Sons', phone: '098765 43210', credit_days: 0 }],
    });
    await staffUp(store);
    const opened: string[] = [];
    const khata = openKhata(store, {
      pages: { picture: () => Promise.reject(new Error()), pdf: () => Promise.reject(new Error()) },
      chooseFile: async () => null,
      openExternal: async (url) => void opened.push(url),
    });
    await expect(khata.later('customerKhata.remind', { id: ravi, by: 'whatsapp' })).rejects.toMatchObject({
      code: 'bad_value',
    });
    khata.call('customerKhata.adjust', { entryId, id: ravi, amount: 150_050, reason: 'old book' });
    shop.clock.advance(3 * 86_400_000);
    await khata.later('customerKhata.remind', { id: ravi, by: 'whatsapp' });
    const link = new URL(opened[0] ?? '');
    expect(link.origin + link.pathname).toBe('https://wa.me/919876543210');
    const text = link.searchParams.get('text');
    for (const said of ['Ravi & Sons', 'आशा स्टोर', '₹1,500.50', 'asha@upi', '21']) expect(text).toContain(said);
    expect(khata.call('customerKhata.summary', { id: ravi })).toMatchObject({
      overdue: 150_050,
      oldestDue: '2026-11-21',
      reminded: { at: shop.clock.now(), by: 'owner' },
    });
    const { rows } = await khata.later('customers.accounts', { only: 'overdue', limit: 10 });
    expect(rows).toMatchObject([{ id: ravi, overdue: 150_050, remindedAt: shop.clock.now() }]);
    expect((await khata.later('customers.accounts', { only: 'advance', limit: 10 })).total).toBe(0);
  });
});
