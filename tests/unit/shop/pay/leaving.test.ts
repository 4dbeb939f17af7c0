import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { staffHandlers } from '../../../../src/main/shop/staff';
import { openAttendance } from '../../../support/attendance';
import { foundShop } from '../../../support/counter';
import { personOf, staffUp } from '../../../support/day';
import { app } from '../../../support/office';
import { openReports } from '../../../support/reports';
import { makeTestShop, type TestShop } from '../../../support/shop-store';

const id = (n: number) => `00000000-0000-7000-8000-00000000a${String(n).padStart(3, '0')}`;
const cashier = personOf('cashier');
const context = { session: { user: { staffId: personOf('owner'), name: 'owner', role: 'owner' as const } } };

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
  return {
    store,
    till,
    staff: staffHandlers(till.deps, app),
    account: (month = '2026-11') => till.call('pay.account', { staffId: cashier, month }),
  };
}

describe('who leaves', () => {
  const fixed = {
    kind: 'monthly',
    amount: 1_500_000,
    lessAbsent: false,
    fullMinutes: 480,
    halfMinutes: 240,
    weeklyOff: 7,
  } as const;
  const later = (days: number) => shop.clock.advance(days * 86_400_000);

  it.each(['removed', 'made inactive'])(
    '%s: earns up to that day, and from the day on which they come back',
    async (how) => {
      const { store, till, staff, account } = await open();
      const active = (is: boolean) =>
        staff['staff.save']({ id: cashier, name: 'cashier', role: 'cashier', active: is }, context);
      await till.call('pay.setRule', { ruleId: id(1), staffId: cashier, from: '2026-11-01', ...fixed });
      await till.call('pay.setRule', { ruleId: id(2), staffId: cashier, from: '2027-01-01', ...fixed });
      if (how === 'removed') await staff['staff.remove']({ id: cashier }, context);
      else await active(false);
      later(60);
      // 21 days of 30.
      expect(await account()).toMatchObject({ earned: 1_050_000, removed: true });
      expect(await account('2027-01')).toMatchObject({ carried: 1_050_000, earned: 0 });
      if (how === 'removed') await staff['staff.restore']({ id: cashier }, context);
      else await active(true);
      // From 20 January.
      expect(await account('2027-01')).toMatchObject({ carried: 1_050_000, removed: false, earned: 48_387 });
      expect(store.sql('SELECT count(*) AS n FROM pay_rule').get()).toEqual({ n: 5 });
    },
  );

  it('at a counter, which knows no pay, and comes back: the days between stay unpaid all the same', async () => {
    const { store, till, staff, account } = await open();
    await till.call('pay.setRule', { ruleId: id(1), staffId: cashier, from: '2026-11-01', ...fixed });
    // What the counter writes.
    store.mutate({ name: 'staff.remove', kind: 'request', actor: 'test' }, (m) => m.del('staff', cashier));
    later(5);
    expect(await account()).toMatchObject({ earned: 1_050_000 });
    await staff['staff.restore']({ id: cashier }, context);
    later(2);
    // To the 21st, and 26 to 28.
    expect(await account()).toMatchObject({ earned: 1_200_000 });
  });

  it('and is taken back at once loses no day', async () => {
    const { till, staff, account } = await open();
    await till.call('pay.setRule', { ruleId: id(1), staffId: cashier, from: '2026-11-01', ...fixed });
    await staff['staff.remove']({ id: cashier }, context);
    await staff['staff.restore']({ id: cashier }, context);
    later(2);
    expect(await account()).toMatchObject({ earned: 1_150_000 });
  });

  it('is absent on no day after the last one, in the report as in the sheet', async () => {
    const { store, till, staff } = await open();
    await till.call('pay.setRule', { ruleId: id(1), staffId: cashier, from: '2026-11-01', ...fixed });
    const of = { staffId: cashier, day: '2026-11-03', reason: 'paper' };
    await till.call('attendance.add', { ...of, entryId: id(10), kind: 'in', clock: 540 });
    await till.call('attendance.add', { ...of, entryId: id(11), kind: 'out', clock: 1_080 });
    await staff['staff.remove']({ id: cashier }, context);
    const { rows } = await openReports(store).read({ report: 'attendance', from: '2026-11-01', to: '2026-11-30' });
    expect(rows.filter(({ person }) => person === 'cashier').map(({ day, mark }) => [day, mark])).toEqual([
      ['2026-11-01', 'off'],
      ['2026-11-02', 'absent'],
      ['2026-11-03', 'full'],
    ]);
    const sheet = await till.call('attendance.sheet', { month: '2026-11' });
    expect(sheet.people.find((each) => each.id === cashier)?.absent).toBe(1);
  });
});
