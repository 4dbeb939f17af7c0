import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { codeOf, openAttendance } from '../../../support/attendance';
import { foundShop } from '../../../support/counter';
import { dayPins, personOf, staffUp } from '../../../support/day';
import { makeTestShop, morning, type TestShop } from '../../../support/shop-store';

const id = (n: number) => `00000000-0000-7000-8000-00000000a${String(n).padStart(3, '0')}`;
const hour = 3_600_000;
const cashier = personOf('cashier');
const who = { staffId: cashier, pin: dayPins.cashier };

let shop: TestShop;
beforeEach(() => {
  shop = makeTestShop();
});
afterEach(() => shop.dispose());

async function open() {
  const store = shop.open();
  foundShop(store, { products: [] });
  await staffUp(store);
  return { store, till: openAttendance(store) };
}

describe('clocking in and out', () => {
  it('is known at once, adds up, and the same id is the same entry', async () => {
    const { store, till } = await open();
    expect(await till.call('attendance.mine', {}, 'cashier')).toMatchObject({ since: null, minutes: 0 });
    const came = await till.call('attendance.clock', { entryId: id(1), kind: 'in' }, 'cashier');
    expect(came).toMatchObject({ staffId: cashier, kind: 'in', at: morning, since: morning });
    shop.clock.advance(4 * hour + 59_000);
    expect(await till.call('attendance.clock', { entryId: id(1), kind: 'in' }, 'cashier')).toMatchObject({
      at: morning,
    });
    const went = await till.call('attendance.clock', { entryId: id(2), kind: 'out' }, 'cashier');
    expect(went).toMatchObject({ since: null, forgotten: null, minutes: 240 });
    expect(store.sql('SELECT person_id, kind, day, reason FROM attendance ORDER BY time').all()).toEqual([
      { person_id: cashier, kind: 'in', day: '2026-11-21', reason: null },
      { person_id: cashier, kind: 'out', day: '2026-11-21', reason: null },
    ]);
    expect(await codeOf(till.call('attendance.clock', { entryId: id(2), kind: 'in' }, 'cashier'))).toBe('bad_value');
  });

  it('goes by a PIN at a till where somebody else is signed in; wrong ones lock out', async () => {
    const { till } = await open();
    expect(await till.call('attendance.identify', who, 'owner')).toMatchObject({ name: 'cashier', since: null });
    await till.call('attendance.clock', { entryId: id(1), kind: 'in', who }, 'owner');
    expect(await till.call('attendance.identify', who, 'owner')).toMatchObject({ since: morning });
    expect(await till.call('attendance.mine', {}, 'owner')).toMatchObject({ since: null });
    const wrong = { staffId: cashier, pin: '1111' };
    const codes = [];
    for (let n = 0; n < 5; n += 1) codes.push(await codeOf(till.call('attendance.identify', wrong)));
    expect(codes).toEqual(['wrong_pin', 'wrong_pin', 'wrong_pin', 'wrong_pin', 'locked_out']);
    expect(await codeOf(till.call('attendance.clock', { entryId: id(2), kind: 'out', who }))).toBe('locked_out');
  });

  it('at a till whose clock was a year ahead does not make anybody be at work until then', async () => {
    const { till } = await open();
    shop.clock.advance(365 * 24 * hour);
    await till.call('attendance.clock', { entryId: id(1), kind: 'in' }, 'cashier');
    shop.clock.advance(-365 * 24 * hour);
    const away = { since: null, forgotten: null };
    expect(await till.call('attendance.mine', {}, 'cashier')).toMatchObject(away);
    await till.call('attendance.clock', { entryId: id(2), kind: 'in' }, 'cashier');
    expect(await till.call('attendance.mine', {}, 'cashier')).toMatchObject({ since: morning });
    shop.clock.advance(4 * hour);
    const went = await till.call('attendance.clock', { entryId: id(3), kind: 'out' }, 'cashier');
    expect(went).toMatchObject({ ...away, minutes: 240 });
    // It stands in the sheet of its own month, as an end that is missing.
    const sheet = await till.call('attendance.sheet', { month: '2027-11' });
    expect(sheet.people.find((each) => each.id === cashier)).toMatchObject({ open: 1, minutes: 0 });
  });

  it('that was forgotten is said to be open, and nothing is guessed', async () => {
    const { till } = await open();
    await till.call('attendance.clock', { entryId: id(1), kind: 'in' }, 'cashier');
    shop.clock.advance(30 * hour);
    expect(await till.call('attendance.mine', {}, 'cashier')).toMatchObject({
      since: null,
      forgotten: morning,
      minutes: 0,
    });
    const sheet = await till.call('attendance.sheet', { month: '2026-11' });
    const row = sheet.people.find((each) => each.id === cashier);
    expect(row?.days[20]).toEqual({ mark: 'open', minutes: 0, corrected: false });
    expect(row).toMatchObject({ open: 1, full: 0, minutes: 0 });
  });
});

it('after twelve hours of being there a till is told to ask', async () => {
  const { till } = await open();
  await till.call('attendance.clock', { entryId: id(1), kind: 'in' }, 'cashier');
  shop.clock.advance(12 * hour);
  expect(await till.call('attendance.mine', {}, 'cashier')).toMatchObject({ since: morning, long: false });
  shop.clock.advance(1);
  expect(await till.call('attendance.mine', {}, 'cashier')).toMatchObject({ since: morning, long: true });
});

describe('a correction', () => {
  it('holds over an earlier one, also of a till whose clock was a year ahead', async () => {
    const { till } = await open();
    await till.call('attendance.clock', { entryId: id(1), kind: 'in' }, 'cashier');
    const correct = (correctionId: string, clock: number) =>
      till.call('attendance.correct', {
        correctionId,
        entryId: id(1),
        to: { day: '2026-11-21', clock },
        reason: 'x',
      });
    shop.clock.advance(365 * 24 * hour);
    await correct(id(2), 8 * 60);
    shop.clock.advance(-365 * 24 * hour);
    await correct(id(3), 9 * 60);
    const day = await till.call('attendance.day', { staffId: cashier, day: '2026-11-21' });
    expect(day.entries[0]?.clock).toBe('09:00');
  });

  it('and what is added are requests', async () => {
    const { store, till } = await open();
    const of = { staffId: cashier, day: '2026-11-20', clock: 540, reason: 'x' };
    await till.call('attendance.add', { ...of, entryId: id(1), kind: 'in' });
    expect(store.sql('SELECT name, kind FROM outbox ORDER BY mid DESC LIMIT 1').get()).toEqual({
      name: 'attendance.add',
      kind: 'request',
    });
  });

  it('holds in the place of what was written, which stays to be seen', async () => {
    const { store, till } = await open();
    await till.call('attendance.clock', { entryId: id(1), kind: 'in' }, 'cashier');
    shop.clock.advance(20 * hour);
    await till.call('attendance.add', {
      entryId: id(2),
      staffId: cashier,
      kind: 'out',
      day: '2026-11-21',
      clock: 18 * 60,
      reason: 'forgot',
    });
    const move = (correctionId: string, clock: number | null, reason: string) =>
      till.call('attendance.correct', {
        correctionId,
        entryId: id(2),
        to: clock === null ? null : { day: '2026-11-21', clock },
        reason,
      });
    await move(id(3), 17 * 60, 'left at five');
    await move(id(3), 17 * 60, 'left at five');
    const day = await till.call('attendance.day', { staffId: cashier, day: '2026-11-21' });
    // 10:00 to 17:00 in Kolkata.
    expect(day).toMatchObject({ mark: 'full', minutes: 420 });
    expect(day.entries).toMatchObject([
      { kind: 'in', clock: '10:00', use: 'begins', reason: null, corrections: [] },
      {
        kind: 'out',
        clock: '17:00',
        use: 'ends',
        reason: 'forgot',
        corrections: [{ reason: 'left at five', by: 'owner' }],
      },
    ]);
    expect(day.entries[1]?.time).toBe(morning + 8 * hour);
    shop.clock.advance(1);
    await move(id(4), null, 'was not here');
    const struck = await till.call('attendance.day', { staffId: cashier, day: '2026-11-21' });
    expect(struck).toMatchObject({ mark: 'open', minutes: 0 });
    expect(struck.entries[1]).toMatchObject({ holds: null, use: null });
    expect(store.sql('SELECT count(*) AS n FROM attendance').get()).toEqual({ n: 2 });
    expect(await codeOf(move(id(3), 16 * 60, 'other'))).toBe('bad_value');
  });

  it('is of a time that was, on a day that is, of an entry that is there', async () => {
    const { till } = await open();
    const add = (day: string, clock: number) =>
      till.call('attendance.add', { entryId: id(1), staffId: cashier, kind: 'in', day, clock, reason: 'x' });
    expect(await codeOf(add('2026-11-21', 10 * 60 + 1))).toBe('bad_value');
    expect(await codeOf(add('2026-02-30', 60))).toBe('bad_value');
    const correct = { correctionId: id(2), entryId: id(9), to: null, reason: 'x' };
    expect(await codeOf(till.call('attendance.correct', correct))).toBe('not_found');
  });
});

describe('the month sheet', () => {
  it('knows whole, half and short days, who is here, free days and, by a rule, who was absent', async () => {
    const { till } = await open();
    const rule = {
      kind: 'none',
      amount: 0,
      lessAbsent: false,
      fullMinutes: 480,
      halfMinutes: 240,
      weeklyOff: 7,
    } as const;
    await till.call('pay.setRule', { ruleId: id(1), staffId: cashier, from: '2026-11-14', ...rule });
    let n = 10;
    const worked = async (day: string, from: number, to: number | null) => {
      const of = { staffId: cashier, day, reason: 'paper' };
      await till.call('attendance.add', { ...of, entryId: id(n++), kind: 'in', clock: from });
      if (to !== null) await till.call('attendance.add', { ...of, entryId: id(n++), kind: 'out', clock: to });
    };
    await worked('2026-11-16', 540, 1_020);
    await worked('2026-11-17', 540, 1_019);
    await worked('2026-11-18', 540, 779);
    await worked('2026-11-19', 540, null);
    await till.call('attendance.clock', { entryId: id(n++), kind: 'in' }, 'cashier');
    const sheet = await till.call('attendance.sheet', { month: '2026-11' });
    expect(sheet).toMatchObject({ today: 20, isNew: false });
    const row = sheet.people.find((each) => each.id === cashier);
    const marks = row?.days.map(({ mark }) => mark).slice(12, 23);
    expect(marks).toEqual([
      ...['none', 'absent', 'off', 'full', 'half', 'short'],
      ...['open', 'absent', 'here', 'none', 'none'],
    ]);
    expect(row).toMatchObject({ full: 1, half: 1, absent: 2, open: 1, minutes: 480 + 479 + 239 });
    // Nobody said which days the owner works.
    expect(sheet.people.find((each) => each.id === personOf('owner'))?.absent).toBe(0);
  });
});
