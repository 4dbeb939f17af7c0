import type { Month } from '@shared/entities';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nextMonth } from '../../../../src/main/shop/pay';
import { codeOf, openAttendance } from '../../../support/attendance';
import { foundShop } from '../../../support/counter';
import { personOf, staffUp } from '../../../support/day';
import { openReports } from '../../../support/reports';
import { makeTestShop, type TestShop } from '../../../support/shop-store';

const id = (n: number) => `00000000-0000-7000-8000-00000000a${String(n).padStart(3, '0')}`;
const cashier = personOf('cashier');
const rule = { lessAbsent: true, fullMinutes: 480, halfMinutes: 240, weeklyOff: 7 } as const;
const november = { staffId: cashier, month: '2026-11' } as const;

let shop: TestShop;
beforeEach(() => {
  shop = makeTestShop();
});
afterEach(() => shop.dispose());

async function open() {
  const store = shop.open();
  foundShop(store, { products: [] });
  await staffUp(store);
  const till = openAttendance(store);
  let n = 100;
  return {
    store,
    till,
    account: (month = '2026-11') => till.call('pay.account', { staffId: cashier, month }),
    async worked(day: string, from: number, to: number) {
      const of = { staffId: cashier, day, reason: 'paper' };
      await till.call('attendance.add', { ...of, entryId: id(n++), kind: 'in', clock: from });
      await till.call('attendance.add', { ...of, entryId: id(n++), kind: 'out', clock: to });
    },
  };
}

describe('what work earned', () => {
  it('by the month: what was not worked is taken off, the free day is paid, a new rule holds from its day', async () => {
    const { till, account, worked } = await open();
    const set = (ruleId: string, from: string, amount: number) =>
      till.call('pay.setRule', { ruleId, staffId: cashier, from, kind: 'monthly', amount, ...rule });
    await set(id(1), '2026-11-01', 1_500_000);
    await worked('2026-11-02', 540, 1_080);
    await worked('2026-11-03', 540, 780);
    // Sundays: 1, 8, 15. A whole and a half day: 6 + 2 + 1 half days of 60.
    expect(await account()).toMatchObject({ halves: 9, earned: 225_000, minutes: 780, toPay: 225_000, open: 0 });
    await set(id(2), '2026-11-10', 3_000_000);
    // 1 and 8 at the old rate with both days, 15 at the new one.
    expect(await account()).toMatchObject({ halves: 9, earned: 7 * 25_000 + 2 * 50_000 });
    // Said of the same day later: that holds.
    shop.clock.advance(1_000);
    await set(id(3), '2026-11-10', 0);
    expect(await account()).toMatchObject({ earned: 7 * 25_000 });
    expect((await account()).rules.map(({ from, amount }) => [from, amount])).toEqual([
      ['2026-11-10', 0],
      ['2026-11-10', 3_000_000],
      ['2026-11-01', 1_500_000],
    ]);
  });

  it('by the month without taking anything off grows by the day; by the day and the hour only by what was worked', async () => {
    const { till, account, worked } = await open();
    const set = (ruleId: string, kind: 'monthly' | 'daily' | 'hourly', amount: number) =>
      till.call('pay.setRule', {
        ruleId,
        staffId: cashier,
        from: '2026-11-01',
        kind,
        amount,
        ...rule,
        lessAbsent: false,
      });
    await worked('2026-11-02', 540, 1_080);
    await worked('2026-11-03', 540, 781);
    await set(id(1), 'monthly', 1_500_000);
    // 21 days of 30.
    expect(await account()).toMatchObject({ earned: 1_050_000, halves: 42 });
    shop.clock.advance(1_000);
    await set(id(2), 'daily', 40_001);
    // One and a half: 60001.5, halves up.
    expect(await account()).toMatchObject({ earned: 60_002, halves: 3 });
    shop.clock.advance(1_000);
    await set(id(3), 'hourly', 5_000);
    // 781 minutes: 65083.33.
    expect(await account()).toMatchObject({ earned: 65_083, halves: 0, minutes: 781 });
  });
});

describe('a rule', () => {
  it('pays the free day, whatever was worked on it', async () => {
    const { till, account, worked } = await open();
    await till.call('pay.setRule', {
      ruleId: id(1),
      staffId: cashier,
      from: '2026-11-01',
      kind: 'monthly',
      amount: 1_500_000,
      ...rule,
    });
    await worked('2026-11-08', 540, 600);
    await till.call('attendance.add', {
      entryId: id(50),
      staffId: cashier,
      kind: 'in',
      day: '2026-11-15',
      clock: 540,
      reason: 'x',
    });
    await worked('2026-11-02', 540, 1_080);
    // Three Sundays and one day.
    expect(await account()).toMatchObject({ halves: 8, worked: 2, open: 1 });
  });

  it('said later holds over one of a clock that was ahead; the same id with other contents is refused', async () => {
    const { till, account } = await open();
    const set = (ruleId: string, amount: number) =>
      till.call('pay.setRule', {
        ruleId,
        staffId: cashier,
        from: '2026-11-01',
        kind: 'monthly',
        amount,
        ...rule,
        lessAbsent: false,
      });
    shop.clock.advance(365 * 86_400_000);
    await set(id(1), 9_000_000);
    shop.clock.advance(-365 * 86_400_000);
    await set(id(2), 1_500_000);
    await set(id(2), 1_500_000);
    expect(await account()).toMatchObject({ earned: 1_050_000 });
    expect(await codeOf(set(id(2), 1_600_000))).toBe('bad_value');
    const early = { ruleId: id(3), staffId: cashier, from: '0019-11-01', kind: 'monthly', amount: 1, ...rule } as const;
    expect(await codeOf(till.call('pay.setRule', early))).toBe('bad_value');
  });
});

describe('what is to be paid', () => {
  it('of an older month is settled when a later one has paid it', async () => {
    const { till, account, worked } = await open();
    const pay = { kind: 'daily' as const, amount: 50_000, ...rule };
    await till.call('pay.setRule', { ruleId: id(1), staffId: cashier, from: '2026-10-01', ...pay });
    await worked('2026-10-05', 540, 1_080);
    await worked('2026-11-02', 540, 1_080);
    expect(await account('2026-10')).toMatchObject({ toPay: 50_000, due: 50_000 });
    const wage = { staffId: cashier, kind: 'wage', method: 'upi' } as const;
    await till.call('pay.pay', { ...wage, paymentId: id(2), month: '2026-11', amount: 80_000 });
    expect(await account('2026-11')).toMatchObject({ carried: 50_000, toPay: 20_000, due: 20_000 });
    expect(await account('2026-10')).toMatchObject({ toPay: 50_000, due: 0 });
    const again = till.call('pay.pay', { ...wage, paymentId: id(3), month: '2026-10', amount: 50_000 });
    expect(await codeOf(again)).toBe('overpaid');
  });

  it('by UPI or bank stands in the day book, once, and names nobody', async () => {
    const { store, till } = await open();
    await till.call('shift.open', { shiftId: id(2), float: 100_000 });
    const advance = { ...november, kind: 'advance', amount: 30_000 } as const;
    await till.call('pay.pay', { ...advance, paymentId: id(3), method: 'upi' });
    await till.call('pay.pay', { ...advance, paymentId: id(4), method: 'cash' });
    await till.call('pay.adjust', { ...november, paymentId: id(5), kind: 'bonus', amount: 1, reason: 'x' });
    const { rows } = await openReports(store).read({ report: 'daybook', to: '2026-11-21' });
    const paid = rows.filter(({ entry }) => entry === 'staff_paid');
    expect(paid.toSorted((a, b) => Number(b.cash) - Number(a.cash))).toMatchObject([
      { party: null, amount: -30_000, cash: 0 },
      { party: null, amount: -30_000, cash: -30_000 },
    ]);
  });

  it('is asked for any years and answers at once', async () => {
    const { store, till, worked } = await open();
    await worked('2026-11-02', 540, 1_080);
    const reports = openReports(store);
    const all = { from: '0001-01-01', to: '9999-12-31' } as const;
    expect((await reports.read({ report: 'attendance', ...all })).rows).toHaveLength(1);
    expect((await reports.read({ report: 'pay', ...all })).rows).toEqual([]);
    await expect(till.call('pay.sheet', { month: '9999-12' })).rejects.toThrow();
    expect(nextMonth('9998-12' as Month)).toBe('9999-01');
    expect(nextMonth('0099-02' as Month)).toBe('0099-03');
  });

  it('is what was earned, more and less, without what was paid; what is left goes into the next month', async () => {
    const { till, account, worked } = await open();
    const pay = { kind: 'daily' as const, amount: 50_000, ...rule };
    await till.call('pay.setRule', { ruleId: id(1), staffId: cashier, from: '2026-11-01', ...pay });
    for (const day of ['2026-11-02', '2026-11-03', '2026-11-04']) await worked(day, 540, 1_080);
    const advance = { ...november, paymentId: id(2), kind: 'advance', amount: 60_000, method: 'upi' } as const;
    await till.call('pay.pay', advance);
    await till.call('pay.pay', advance);
    await till.call('pay.adjust', { ...november, paymentId: id(3), kind: 'bonus', amount: 10_000, reason: 'Diwali' });
    await till.call('pay.adjust', {
      ...november,
      paymentId: id(4),
      kind: 'deduction',
      amount: 1_500,
      reason: 'breakage',
    });
    expect(await account()).toMatchObject({
      earned: 150_000,
      bonus: 10_000,
      deducted: 1_500,
      advances: 60_000,
      paid: 0,
      toPay: 98_500,
    });
    const wage = { ...november, paymentId: id(5), kind: 'wage', amount: 98_501, method: 'bank' } as const;
    expect(await codeOf(till.call('pay.pay', wage))).toBe('overpaid');
    await till.call('pay.pay', { ...wage, amount: 98_000 });
    expect(await codeOf(till.call('pay.pay', wage))).toBe('bad_value');
    expect(await account()).toMatchObject({ paid: 98_000, toPay: 500 });
    // What is corrected after it was paid is settled in the next month.
    await worked('2026-11-05', 540, 1_080);
    shop.clock.advance(15 * 86_400_000);
    expect(await account('2026-12')).toMatchObject({ carried: 50_500, earned: 0, toPay: 50_500 });
    const sheet = await till.call('pay.sheet', { month: '2026-12' });
    expect(sheet.people.find((each) => each.id === cashier)).toMatchObject({ carried: 50_500, toPay: 50_500 });
  });

  it('in cash comes out of the drawer of an open shift, which names nobody; taken back it comes in again', async () => {
    const { store, till, account } = await open();
    const advance = { ...november, paymentId: id(1), kind: 'advance', amount: 30_000, method: 'cash' } as const;
    expect(await codeOf(till.call('pay.pay', advance))).toBe('shift_required');
    expect(store.sql('SELECT count(*) AS n FROM staff_payment').get()).toEqual({ n: 0 });
    await till.call('shift.open', { shiftId: id(2), float: 100_000 });
    await till.call('pay.pay', advance);
    const drawer = async () => {
      const report = await till.call('shift.report', {});
      return report.state === 'open'
        ? [report.expected, report.cash.find(({ category }) => category === 'staff_paid')]
        : [];
    };
    expect(await drawer()).toEqual([70_000, { category: 'staff_paid', count: 1, amount: -30_000 }]);
    expect(store.sql(`SELECT reason FROM cashbook_entry WHERE category = 'staff_paid'`).all()).toEqual([
      { reason: null },
    ]);
    await till.call('pay.takeBack', { paymentId: id(1), reason: 'wrong person' });
    expect(await drawer()).toEqual([100_000, { category: 'staff_paid', count: 2, amount: 0 }]);
    expect(await codeOf(till.call('pay.takeBack', { paymentId: id(1), reason: 'again' }))).toBe('already_reversed');
    const { advances, payments } = await account();
    expect(advances).toBe(0);
    expect(payments.map(({ amount, undone, note }) => [amount, undone, note])).toEqual([
      [-30_000, true, 'wrong person'],
      [30_000, true, null],
    ]);
  });

  it('is the whole amount of a month of 29 days, and what was paid too much is taken off the next', async () => {
    const { till, account } = await open();
    shop.clock.set(Date.UTC(2028, 2, 1, 4, 30));
    const fixed = { kind: 'monthly', amount: 1_500_001, ...rule, lessAbsent: false } as const;
    await till.call('pay.setRule', { ruleId: id(1), staffId: cashier, from: '2028-02-01', ...fixed });
    expect(await account('2028-02')).toMatchObject({ halves: 58, earned: 1_500_001, due: 1_500_001 });
    const wage = { staffId: cashier, month: '2028-02', kind: 'wage', amount: 1_500_001, method: 'bank' } as const;
    await till.call('pay.pay', { ...wage, paymentId: id(2) });
    await till.call('pay.setRule', {
      ruleId: id(3),
      staffId: cashier,
      from: '2028-02-01',
      ...fixed,
      amount: 1_400_000,
    });
    expect(await account('2028-02')).toMatchObject({ toPay: -100_001, due: -100_001 });
    expect(await account('2028-03')).toMatchObject({ carried: -100_001, earned: 45_161, toPay: -54_840 });
    expect(await codeOf(till.call('pay.pay', { ...wage, paymentId: id(4), amount: 1 }))).toBe('overpaid');
  });

  it('is refused where nothing is paid, for nobody, and where half a day is longer than a whole one', async () => {
    const { till } = await open();
    const nothing = { ...november, paymentId: id(1), kind: 'advance', amount: 0, method: 'upi' } as const;
    expect(await codeOf(till.call('pay.pay', nothing))).toBe('zero_payment');
    expect(await codeOf(till.call('pay.pay', { ...nothing, amount: 1, staffId: id(9) }))).toBe('not_found');
    const wrong = { ...rule, fullMinutes: 100, halfMinutes: 101, kind: 'daily', amount: 1 } as const;
    const set = till.call('pay.setRule', { ruleId: id(1), staffId: cashier, from: '2026-11-01', ...wrong });
    expect(await codeOf(set)).toBe('bad_value');
  });
});
