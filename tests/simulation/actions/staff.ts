import { dayOf } from '@shared/clock';
import type { Month } from '@shared/entities';
import type { CallContext } from '../../../src/main/shop/call';
import { type Action, cashier, fact, idsOf, money, owner, receipt, request } from './action';
import { tried } from './tried';

const asOwner: CallContext = { session: { user: { staffId: owner, name: owner, role: 'owner' } } };
const zone = 'Asia/Kolkata';

/** What the cashier earns in the month that is over, and which one that is. */
export const monthlyPay = 31_000;
export const paidMonth = '2026-10' as Month; // proof: written out as a month

/** Somebody comes or goes. The call asks for a PIN or a session and answers later: this is what it writes. */
export const clock: Action = (till) => {
  const id = till.ids.next();
  const kind = till.random.pick(['in', 'out'] as const);
  const person = till.random.pick([owner, cashier]);
  // Who comes without a shop knows nobody yet.
  if (!idsOf(till, 'staff').includes(person)) return null;
  till.store.mutate(fact(`attendance.${kind}`), (m) => {
    const by = { at: m.at, staff_id: person, terminal_id: m.terminalId };
    m.put('attendance', { id, person_id: person, kind, time: m.at, day: dayOf(m.at, zone), reason: null, ...by });
  });
  return [receipt('attendance', id)];
};

/** A manager says what an entry should have said; half of the time of the first, so that tills meet there. */
export const correctClock: Action = (till) => {
  const entries = idsOf(till, 'attendance', 'TRUE');
  const [first] = entries;
  if (first === undefined) return null;
  const entryId = till.random.chance(0.5) ? first : till.random.pick(entries);
  const correctionId = till.ids.next();
  till.store.mutate(request('attendance.correct'), (m) => {
    const time = till.random.chance(0.2) ? null : m.at - till.random.int(0, 3_600_000);
    const by = { reason: 'x', at: m.at, staff_id: owner, terminal_id: m.terminalId };
    m.put('attendance_correction', {
      id: correctionId,
      entry_id: entryId,
      time,
      day: time === null ? null : dayOf(time, zone),
      ...by,
    });
  });
  return [receipt('attendance_correction', correctionId, false)];
};

/** A month is paid, whole or by half, where this till says that so much is still to be paid. */
export const payWage: Action = (till) => {
  if (idsOf(till, 'pay_rule').length === 0) {
    const rule = { kind: 'monthly', amount: money(monthlyPay), lessAbsent: false, weeklyOff: null } as const;
    const days = { staffId: cashier, from: `${paidMonth}-01`, fullMinutes: 360, halfMinutes: 180 };
    tried(() => till.calls['pay.setRule']({ ruleId: till.ids.next(), ...days, ...rule }, asOwner));
  }
  const paymentId = till.ids.next();
  const amount = money(till.random.chance(0.5) ? monthlyPay : monthlyPay / 2);
  const wage = {
    paymentId,
    staffId: cashier,
    month: paidMonth,
    kind: 'wage',
    method: 'bank',
  } as const;
  tried(() => till.calls['pay.pay']({ ...wage, amount, confirm: [] }, asOwner));
  return idsOf(till, 'staff_payment').includes(paymentId) ? [receipt('staff_payment', paymentId)] : null;
};

export const takeBackWage: Action = (till) => {
  const wages = idsOf(till, 'staff_payment', `id NOT LIKE '%:undo'`);
  const paymentId = till.random.chance(0.5) ? wages[0] : wages.at(-1);
  if (paymentId === undefined) return null;
  tried(() => till.calls['pay.takeBack']({ paymentId, reason: 'wrong' }, asOwner));
  return [];
};
