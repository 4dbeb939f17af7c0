/** Who came and went: entries, corrections, and what a day of them comes to. docs/staff.md */
import { dayOf, isDay } from '@shared/clock';
import type { CallName } from '@shared/contract';
import { actorOf } from '../actor';
import type { Handlers } from '../call';
import type { ShopDeps } from '../deps';
import { badValue } from '../text';
import { clock, clockState, identify } from './clock';
import { addEntry, correctEntry } from './correct';
import { attendanceDayJob, attendanceSheetJob } from './sheet';

export { type DayWork, hoursMark, idle, inForce, markOf, minutesOf, usualRule, type WorkRule, workByDay } from './days';
export { daysOf, eventsOf, readEntries, readPeople, readWorkRules } from './read';
export { attendanceDayJob, attendanceSheetJob, markIn } from './sheet';
export { spellsOf } from './spells';
export { clockStateJob } from './state';

export function attendanceHandlers(deps: ShopDeps): Handlers<Extract<CallName, `attendance.${string}`>> {
  const { store, settings } = deps;
  const moment = () => {
    const now = deps.clock.now();
    const timeZone = settings().time_zone;
    return { now, timeZone, today: dayOf(now, timeZone) };
  };
  return {
    'attendance.mine': (_input, context) => clockState(deps, actorOf(context).staffId),
    'attendance.identify': async (who) => clockState(deps, await identify(deps, who)),
    'attendance.clock': (input, context) => clock(deps, input, context),
    'attendance.sheet': ({ month }) => store.readers.run(attendanceSheetJob, { month, ...moment() }),
    'attendance.day': ({ staffId, day }) => {
      if (!isDay(day)) throw badValue('day', `No such day: ${day}`, { reason: 'day' });
      return store.readers.run(attendanceDayJob, { staffId, day, ...moment() });
    },
    'attendance.add': (input, context) => addEntry(deps, actorOf(context), input),
    'attendance.correct': (input, context) => correctEntry(deps, actorOf(context), input),
  };
}
