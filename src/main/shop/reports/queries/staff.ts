import { type Month, monthOf } from '@shared/entities';
import {
  daysOf,
  eventsOf,
  idle,
  inForce,
  markOf,
  minutesOf,
  readEntries,
  readPeople,
  readWorkRules,
  spellsOf,
  workByDay,
} from '../../attendance';
import { nextMonth, paySheet } from '../../pay';
import type { Period } from '../period';
import type { ReportQuery } from '../question';

/** Each day of each person of which there is something to say. Times are of the first coming and the last going. */
export const attendance: ReportQuery = (reads, { period, now, today }) => {
  const entries = readEntries(reads);
  const rules = readWorkRules(reads);
  const days = monthsOf(period)
    .flatMap(daysOf)
    .filter((day) => day >= period.from && day <= period.to);
  return readPeople(reads).flatMap(({ id, name }) => {
    const { spells } = spellsOf(eventsOf(entries.get(id) ?? []));
    const work = workByDay(spells, now);
    return days.flatMap((day) => {
      const known = work.get(day) ?? idle;
      const mark = markOf(day, known, inForce(rules.get(id) ?? [], day), today);
      if (mark === 'none') return [];
      const own = spells.filter(({ from }) => from.day === day);
      const minutes = minutesOf(known);
      const cells = [day, name, mark, own[0]?.from.time ?? null, own.at(-1)?.to?.time ?? null];
      return [{ id: `${id} ${day}`, cells: [...cells, asClock(minutes), minutes] }];
    });
  });
};

/** Each month that has a day of the period, as a whole: pay is reckoned by the month. */
export const pay: ReportQuery = (reads, { period, now, today }) =>
  monthsOf(period).flatMap((month) =>
    paySheet(reads, month, { now, today })
      .people.filter((row) => row.rule !== null || row.toPay !== 0 || row.paid !== 0 || row.advances !== 0)
      .map((row) => ({
        id: `${row.id} ${month}`,
        cells: [
          month,
          row.name,
          asDays(row.halves),
          asClock(row.minutes),
          row.carried,
          row.earned,
          row.bonus,
          row.deducted,
          row.advances,
          row.paid,
          row.toPay,
        ],
      })),
  );

function monthsOf({ from, to }: Period): Month[] {
  const months: Month[] = [];
  for (let month = monthOf(from); month <= monthOf(to); month = nextMonth(month)) months.push(month);
  return months;
}

/** `8:05` */
function asClock(minutes: number): string {
  const rest = minutes % 60;
  return `${(minutes - rest) / 60}:${String(rest).padStart(2, '0')}`;
}

/** `12.5` */
function asDays(halves: number): string {
  const rest = halves % 2;
  return `${(halves - rest) / 2}${rest === 0 ? '' : '.5'}`;
}
