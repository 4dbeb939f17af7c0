import type { Day } from '@shared/clock';
import { type Month, monthOf } from '@shared/entities';
import type { Reads } from '../../../store';
import {
  daysOf,
  eventsOf,
  idle,
  inForce,
  markIn,
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
  const days = monthsOf(within(period, extentOf(reads, today)))
    .flatMap(daysOf)
    .filter((day) => day >= period.from && day <= period.to);
  return readPeople(reads).flatMap(({ id, name, removed }) => {
    const read = spellsOf(eventsOf(entries.get(id) ?? []));
    const { spells } = read;
    const work = workByDay(spells, now);
    return days.flatMap((day) => {
      const known = work.get(day) ?? idle;
      const mark = markIn(read, day, known, { rule: inForce(rules.get(id) ?? [], day), today, removed });
      if (mark === 'none') return [];
      const own = spells.filter(({ from }) => from.day === day);
      const minutes = minutesOf(known);
      const cells = [day, name, mark, own[0]?.from.time ?? null, own.at(-1)?.to?.time ?? null];
      return [{ id: `${id} ${day}`, cells: [...cells, asClock(minutes), minutes] }];
    });
  });
};

/** Each month that has a day of the period, as a whole: pay is reckoned by the month. */
export const pay: ReportQuery = (reads, { period, now, today, timeZone }) =>
  monthsOf(within(period, extentOf(reads, today))).flatMap((month) =>
    paySheet(reads, month, { now, today, timeZone })
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

/** From the first day of which anything was put down to the last: whatever is asked for, there is nothing beyond them. */
function extentOf(reads: Reads, today: Day): Period {
  const days = reads
    .sql<[], { from: Day | null; to: Day | null }>(
      `SELECT min(first) AS "from", max(last) AS "to" FROM (
         SELECT min(day) AS first, max(day) AS last FROM attendance
         UNION ALL SELECT min(day), max(day) FROM attendance_correction
         UNION ALL SELECT min(from_day), min(from_day) FROM work_rule
         UNION ALL SELECT min(month) || '-01', max(month) || '-28' FROM staff_payment WHERE deleted_at IS NULL
       )`,
    )
    .get();
  const from = days?.from ?? today;
  const to = days?.to ?? today;
  return { from: from < today ? from : today, to: to > today ? to : today };
}

function within({ from, to }: Period, most: Period): Period {
  return { from: from > most.from ? from : most.from, to: to < most.to ? to : most.to };
}

function monthsOf({ from, to }: Period): Month[] {
  const months: Month[] = [];
  if (from > to) return months;
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
