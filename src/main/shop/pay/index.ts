/** What work is paid: rules from a day on, the sheet of a month, advances and wages. docs/staff.md */
import { isDay } from '@shared/clock';
import type { CallName } from '@shared/contract';
import { isStaffDay } from '@shared/entities';
import { AppError } from '@shared/errors';
import { actorOf } from '../actor';
import type { Handlers } from '../call';
import type { ShopDeps } from '../deps';
import { atAfter } from '../latest';
import { knowsOffice } from '../office';
import { readStaff } from '../staff';
import { badValue } from '../text';
import { adjustPay, payStaff, takeBackPay } from './payments';
import { isRuleThere, latestRule } from './rules';
import { momentOf, payAccountJob, paySheetJob } from './sheet';

export { nextMonth, payAccountJob, paySheet, paySheetJob } from './sheet';

export function payHandlers(deps: ShopDeps): Handlers<Extract<CallName, `pay.${string}`>> {
  const { store, settings } = deps;
  const moment = () => momentOf(deps.clock.now(), settings().time_zone);
  /** @throws AppError `office_only` */
  const inOffice = (): void => {
    if (!knowsOffice(deps)) throw new AppError('office_only', 'Pay is kept by the office tills alone');
  };
  return {
    'pay.sheet': ({ month }) => {
      inOffice();
      return store.readers.run(paySheetJob, { month, ...moment() });
    },
    'pay.account': ({ staffId, month }) => {
      inOffice();
      readStaff(store, staffId);
      return store.readers.run(payAccountJob, { staffId, month, ...moment() });
    },
    'pay.setRule': ({ ruleId: id, staffId: person_id, from, ...rule }, context) => {
      inOffice();
      const user = actorOf(context);
      if (!isDay(from) || !isStaffDay(from)) throw badValue('from', `No such day: ${from}`, { reason: 'day' });
      const { kind, amount, lessAbsent, fullMinutes, halfMinutes, weeklyOff } = rule;
      if (halfMinutes > fullMinutes) throw badValue('halfMinutes', 'Half a day is longer than a whole one');
      readStaff(store, person_id);
      const minutes = { full_minutes: fullMinutes, half_minutes: halfMinutes, weekly_off: weeklyOff };
      const worth = { kind, amount, less_absent: lessAbsent ? 1 : 0 } as const;
      if (isRuleThere(store, id, { person_id, from_day: from, ...worth, ...minutes })) return null;
      store.mutate({ name: 'pay.rule', kind: 'request', actor: user.staffId }, (m) => {
        const at = atAfter(m.at, latestRule(store, person_id, from));
        const of = { id, person_id, from_day: from, at, staff_id: user.staffId, terminal_id: m.terminalId };
        m.put('work_rule', { ...of, ...minutes });
        m.put('pay_rule', { ...of, ...worth });
      });
      return null;
    },
    'pay.pay': (input, context) => {
      inOffice();
      return payStaff(deps, actorOf(context), input);
    },
    'pay.adjust': (input, context) => {
      inOffice();
      return adjustPay(deps, actorOf(context), input);
    },
    'pay.takeBack': (input, context) => {
      inOffice();
      return takeBackPay(deps, actorOf(context), input);
    },
  };
}
