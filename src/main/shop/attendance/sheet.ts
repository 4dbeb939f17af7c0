import type { Day } from '@shared/clock';
import type { AttendanceDay, AttendanceEntry, AttendanceRow, AttendanceSheet, DayMark } from '@shared/contract';
import type { Month } from '@shared/entities';
import { type Reads, readerJob } from '../../store';
import { readStaff } from '../staff';
import { type DayWork, idle, inForce, markOf, minutesOf, type WorkRule, workByDay } from './days';
import { daysOf, type EntryRow, eventsOf, readEntries, readPeople, readWorkRules } from './read';
import { type Spells, spellsOf } from './spells';
import { clockOf } from './wall-time';

interface AskedMonth {
  readonly month: Month;
  readonly now: number;
  readonly today: Day;
}

/** Days × people: what each day came to. Reads every entry, so a reader thread's. */
export const attendanceSheetJob = readerJob('attendance.sheet', (reader, asked: AskedMonth) => sheetOf(reader, asked));

export function sheetOf(reads: Reads, { month, now, today }: AskedMonth): AttendanceSheet {
  const days = daysOf(month);
  const entries = readEntries(reads);
  const rules = readWorkRules(reads);
  const people = readPeople(reads)
    .map(({ id, name, removed }) => ({
      id,
      name,
      removed,
      ...rowOf(entries.get(id) ?? [], rules.get(id) ?? [], days, { now, today, removed }),
    }))
    // Who has left stands in the months in which they were there.
    .filter(
      ({ removed, minutes, days: marks }) => !removed || minutes > 0 || marks.some(({ mark }) => mark === 'open'),
    );
  const place = days.indexOf(today);
  return { month, days, today: place < 0 ? null : place, people, isNew: entries.size === 0 };
}

function rowOf(
  entries: readonly EntryRow[],
  rules: readonly WorkRule[],
  days: readonly Day[],
  { now, today, removed }: { readonly now: number; readonly today: Day; readonly removed: boolean },
): Pick<AttendanceRow, 'days' | 'full' | 'half' | 'absent' | 'open' | 'minutes'> {
  const read = spellsOf(eventsOf(entries));
  const work = workByDay(read.spells, now);
  const corrected = correctedDays(entries, read);
  const marks = days.map((day) => {
    const known = work.get(day) ?? idle;
    const mark = markIn(read, day, known, { rule: inForce(rules, day), today, removed });
    return { mark, minutes: minutesOf(known), corrected: corrected.has(day) };
  });
  const count = (wanted: string) => marks.filter(({ mark }) => mark === wanted).length;
  return {
    days: marks,
    full: count('full'),
    half: count('half'),
    absent: count('absent'),
    open: count('open'),
    minutes: marks.reduce((sum, { minutes }) => sum + minutes, 0),
  };
}

/** Who has left was expected on no day after the last one on which they came. */
export function markIn(
  { spells }: Spells,
  day: Day,
  known: DayWork,
  { rule, today, removed }: { readonly rule: WorkRule | null; readonly today: Day; readonly removed: boolean },
): DayMark {
  const last = spells.at(-1)?.from.day;
  if (removed && (last === undefined || day > last)) return 'none';
  return markOf(day, known, rule, today);
}

/** Days of which somebody's word, and no clock, says a part. */
function correctedDays(entries: readonly EntryRow[], { spells }: Spells): Set<Day> {
  const touched = new Set(entries.filter(({ corrected, reason }) => corrected || reason !== null).map(({ id }) => id));
  const days = new Set(entries.filter(({ id }) => touched.has(id)).map(({ day, corrected }) => corrected?.day ?? day));
  for (const { from, to } of spells) if (to && touched.has(to.id)) days.add(from.day);
  return days;
}

interface AskedDay {
  readonly staffId: string;
  readonly day: Day;
  readonly now: number;
  readonly today: Day;
  readonly timeZone: string;
}

/** Everything that was put down about one day: what was written on it, what it was corrected to, and what ended its spells. */
export const attendanceDayJob = readerJob('attendance.day', (reader, asked: AskedDay): AttendanceDay => {
  const { staffId, day, now, today, timeZone } = asked;
  const { name } = readStaff(reader, staffId);
  const entries = readEntries(reader, staffId).get(staffId) ?? [];
  const { spells, uses } = spellsOf(eventsOf(entries));
  const ends = new Set(spells.filter(({ from }) => from.day === day).map(({ to }) => to?.id));
  const work = workByDay(spells, now).get(day) ?? idle;
  const shown = entries
    .filter((entry) => entry.day === day || entry.corrected?.day === day || ends.has(entry.id))
    .map((entry) => describe(reader, entry, uses.get(entry.id) ?? null, timeZone))
    .toSorted((a, b) => (a.holds ?? a.time) - (b.holds ?? b.time) || (a.id < b.id ? -1 : 1));
  return {
    staffId,
    name,
    day,
    mark: markOf(day, work, inForce(readWorkRules(reader).get(staffId) ?? [], day), today),
    minutes: minutesOf(work),
    entries: shown,
  };
});

interface CorrectionRow {
  readonly id: string;
  readonly time: number | null;
  readonly reason: string;
  readonly by: string | null;
  readonly at: number;
}

function describe(reads: Reads, entry: EntryRow, use: AttendanceEntry['use'], timeZone: string): AttendanceEntry {
  const { id, kind, time, day, reason, corrected, staff_id, terminal_id } = entry;
  const nameIn = (table: 'staff' | 'terminal', key: string) =>
    reads.sql<[string], { name: string }>(`SELECT name FROM ${table} WHERE id = ?`).get(key)?.name ?? null;
  const holds = corrected ? corrected.time : time;
  return {
    id,
    kind,
    time,
    holds,
    day: corrected?.day ?? day,
    clock: clockOf(holds ?? time, timeZone),
    use,
    reason,
    by: nameIn('staff', staff_id),
    terminal: nameIn('terminal', terminal_id),
    corrections: reads
      .sql<[string], CorrectionRow>(
        `SELECT c.id, c.time, c.reason, s.name AS "by", c.at FROM attendance_correction AS c
         LEFT JOIN staff AS s ON s.id = c.staff_id WHERE c.entry_id = ? ORDER BY c.at, c.id`,
      )
      .all(id),
  };
}
