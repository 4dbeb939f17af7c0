import { addDays, type Day } from '@shared/clock';
import type { ClockKind, Month } from '@shared/entities';
import type { Reads } from '../../store';
import type { WorkRule } from './days';
import type { ClockEvent } from './spells';

/** An entry as it was written, with what it was corrected to. */
export interface EntryRow {
  readonly id: string;
  readonly person_id: string;
  readonly kind: ClockKind;
  readonly time: number;
  readonly day: Day;
  readonly reason: string | null;
  readonly at: number;
  readonly staff_id: string;
  readonly terminal_id: string;
  /** The correction that holds: `struck` without a time. */
  readonly corrected: { readonly time: number | null; readonly day: Day | null } | null;
}

interface Correction {
  readonly entry_id: string;
  readonly time: number | null;
  readonly day: Day | null;
}

/** Every entry, by person; of one person when they are named. */
export function readEntries(reads: Reads, personId?: string): Map<string, EntryRow[]> {
  const of = personId === undefined ? [] : [personId];
  // The latest by (at, id) holds; read in that order, the last one stays.
  const corrections = new Map(
    reads
      .sql<string[], Correction>(
        `SELECT c.entry_id, c.time, c.day FROM attendance_correction AS c
         ${personId === undefined ? '' : 'JOIN attendance AS a ON a.id = c.entry_id AND a.person_id = ?'}
         ORDER BY c.at, c.id`,
      )
      .all(...of)
      .map(({ entry_id, time, day }) => [entry_id, { time, day }]),
  );
  const people = new Map<string, EntryRow[]>();
  const rows = reads
    .sql<string[], Omit<EntryRow, 'corrected'>>(
      `SELECT id, person_id, kind, time, day, reason, at, staff_id, terminal_id FROM attendance
       ${personId === undefined ? '' : 'WHERE person_id = ?'} ORDER BY person_id, time, id`,
    )
    .all(...of);
  for (const row of rows) {
    const list = people.get(row.person_id) ?? [];
    people.set(row.person_id, list);
    list.push({ ...row, corrected: corrections.get(row.id) ?? null });
  }
  return people;
}

/** What is left when corrections have been heard. */
export function eventsOf(entries: readonly EntryRow[]): ClockEvent[] {
  return entries.flatMap(({ id, kind, time, day, corrected }): ClockEvent[] => {
    if (!corrected) return [{ id, kind, time, day }];
    return corrected.time === null || corrected.day === null
      ? []
      : [{ id, kind, time: corrected.time, day: corrected.day }];
  });
}

interface RuleRow {
  readonly person_id: string;
  readonly from: Day;
  readonly full: number;
  readonly half: number;
  readonly off: number | null;
}

/** Rules by person, in the order of their days; of several of one day the one that holds comes last. */
export function readWorkRules(reads: Reads): Map<string, WorkRule[]> {
  const people = new Map<string, WorkRule[]>();
  const rows = reads
    .sql<[], RuleRow>(
      `SELECT person_id, from_day AS "from", full_minutes AS full, half_minutes AS half, weekly_off AS off FROM work_rule
       ORDER BY from_day, at, id`,
    )
    .all();
  for (const { person_id, from, full, half, off } of rows) {
    const list = people.get(person_id) ?? [];
    people.set(person_id, list);
    list.push({ from, fullMinutes: full, halfMinutes: half, weeklyOff: off });
  }
  return people;
}

/** The days of a month, in order. */
export function daysOf(month: Month): Day[] {
  const first = `${month}-01` as Day; // proof: a month's own first day
  const end = new Date(`${first}T00:00:00Z`);
  end.setUTCMonth(end.getUTCMonth() + 1, 0);
  const count = end.getUTCDate();
  return Array.from({ length: count }, (_, index) => addDays(first, index));
}

interface PersonRow {
  readonly id: string;
  readonly name: string;
  /** Not on the staff any more, or not working now. */
  readonly removed: boolean;
  /** When they were removed, ms. */
  readonly left: number | null;
}

/** Everybody who was ever on the staff, by name; who is removed stands last. */
export function readPeople(reads: Reads): PersonRow[] {
  return reads
    .sql<[], { id: string; name: string; deleted_at: number | null; active: number }>(
      `SELECT id, name, deleted_at, active FROM staff
       ORDER BY deleted_at IS NOT NULL, active = 0, name COLLATE NOCASE, id`,
    )
    .all()
    .map(({ id, name, deleted_at, active }) => ({
      id,
      name,
      removed: deleted_at !== null || active === 0,
      left: deleted_at,
    }));
}
