import { afterEach, expect, it, vi } from 'vitest';
import type { Store } from '../../../../src/main/store';
import { codeOf, openAttendance } from '../../../support/attendance';
import { foundShop } from '../../../support/counter';
import { personOf, staffUp } from '../../../support/day';
import { countOf as count, joinHub, startHub, until } from '../../../support/plain-hub';
import { makeTestShop } from '../../../support/shop-store';

const id = (n: number) => `00000000-0000-7000-8000-00000000a${String(n).padStart(3, '0')}`;
const staffId = personOf('cashier');
const closing: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

it('two offices that cannot see each other pay one month and take one payment back: both say the same, and what was paid twice is said to be too much', {
  timeout: 30_000,
}, async () => {
  const shops = [makeTestShop(), makeTestShop(), makeTestShop()] as const;
  for (const shop of shops) closing.push(() => shop.dispose());
  const [a, b, c] = [shops[0].open(), shops[1].open(), shops[2].open()];
  foundShop(a, { products: [] });
  await staffUp(a);
  const first = await startHub(shops[0], closing);
  await first.hub.enrol({ id: a.terminalId, series: 'A1' });
  await first.hub.enrol({ id: b.terminalId, name: 'Office 2', role: 'office' });
  await first.hub.enrol({ id: c.terminalId, name: 'Counter', role: 'counter' });
  for (const store of [a, b, c]) joinHub(store, first.port, closing);
  for (const store of [a, b]) await until(store, () => store.replica.state().scopes.includes('office'));
  const [here, there] = [openAttendance(a), openAttendance(b)];
  const rule = { kind: 'monthly', amount: 3_000_000, lessAbsent: false, fullMinutes: 360, halfMinutes: 180 } as const;
  await here.call('pay.setRule', { ruleId: id(1), staffId, from: '2026-10-01', ...rule, weeklyOff: null });
  const wage = { staffId, month: '2026-10', kind: 'wage', method: 'bank' } as const;
  await here.call('pay.pay', { ...wage, paymentId: id(2), amount: 100_000 });
  await here.call('shift.open', { shiftId: id(3), float: 500_000 });
  await here.call('pay.pay', { ...wage, paymentId: id(4), amount: 200_000, method: 'cash' });
  await until(b, () => count(b, 'staff_payment') === 2);
  await first.stop();

  await there.call('shift.open', { shiftId: id(5), float: 500_000 });
  // 31 days of October, without the two.
  for (const [till, n] of [
    [here, 6],
    [there, 7],
  ] as const) {
    await till.call('pay.pay', { ...wage, paymentId: id(n), amount: 2_700_000 });
    shops[n - 6]?.clock.advance(60_000);
    for (const paymentId of [id(2), id(4)]) await till.call('pay.takeBack', { paymentId, reason: 'twice' });
  }

  const second = await startHub(shops[0], closing, first.port);
  const isAtRest = async (store: Store) =>
    store.replica.pendingCount() === 0 && store.replica.state().cursor === (await second.store.lane()).head;
  for (const store of [a, b, c]) await vi.waitUntil(() => isAtRest(store), { timeout: 15_000 });
  // The cash that the second one has taken back waits for attention: it is in that drawer, and in no book.
  expect((await second.store.quarantined()).map(({ code }) => code)).toEqual(['already_exists']);
  for (const till of [here, there]) {
    const october = await till.call('pay.account', { staffId, month: '2026-10' });
    expect(october).toMatchObject({ earned: 3_000_000, paid: 5_400_000, toPay: -2_400_000, due: -2_400_000 });
    expect(october.payments.filter(({ undone }) => !undone)).toHaveLength(2);
    expect(await till.call('pay.account', { staffId, month: '2026-11' })).toMatchObject({ carried: -2_400_000 });
    expect(await codeOf(till.call('pay.pay', { ...wage, paymentId: id(8), amount: 1 }))).toBe('overpaid');
  }
  // A counter has the drawer's entries alone, which name nobody.
  expect([count(c, 'staff_payment'), count(c, 'pay_rule')]).toEqual([0, 0]);
  expect(count(c, `cashbook_entry WHERE category = 'staff_paid'`)).toBe(2);
  expect(await codeOf(openAttendance(c).call('pay.sheet', { month: '2026-10' }))).toBe('office_only');
});
