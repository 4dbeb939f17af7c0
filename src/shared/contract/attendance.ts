import { z } from 'zod';
import type { ClockKind } from '../entities';
import { command, query } from './call';
import { day, id, month, name, pin } from './inputs';

/** Whether somebody is at work, as this till knows it. */
export interface ClockState {
  staffId: string;
  name: string;
  /** Since when; null: not there. */
  since: number | null;
  /** So long ago that they may have gone without clocking out: to be asked before it is ended now. */
  long: boolean;
  /** A spell that was never ended: since when. It waits for a manager. */
  forgotten: number | null;
  /** Whole minutes of today's spells that ended. */
  minutes: number;
}

/** A clock entry that was made. */
export interface Clocked extends ClockState {
  kind: ClockKind;
  at: number;
}

/**
 * `full`, `half`, `short`: by its hours. `open`: a spell was never ended. `here`: somebody is there now. `off`: their free
 * day. `absent`: over, and nobody came. `none`: nothing to say.
 */
export type DayMark = 'full' | 'half' | 'short' | 'open' | 'here' | 'off' | 'absent' | 'none';

export interface AttendanceRow {
  /** The person's. */
  id: string;
  name: string;
  /** Not on the staff any more. */
  removed: boolean;
  /** One for each day of the month. */
  days: { mark: DayMark; minutes: number; corrected: boolean }[];
  full: number;
  half: number;
  absent: number;
  open: number;
  minutes: number;
}

export interface AttendanceSheet {
  month: string;
  days: string[];
  /** Today's place among the days; null in another month. */
  today: number | null;
  people: AttendanceRow[];
  /** Nobody has ever clocked in. */
  isNew: boolean;
}

/** An entry of a day, with how it is read. */
export interface AttendanceEntry {
  id: string;
  kind: ClockKind;
  /** As it was written. */
  time: number;
  /** As it holds; null: struck out. */
  holds: number | null;
  /** The shop's day and clock of what holds, else of what was written. */
  day: string;
  clock: string;
  use: 'begins' | 'ends' | 'doubled' | 'unpaired' | null;
  /** Why a manager added it. */
  reason: string | null;
  by: string | null;
  terminal: string | null;
  corrections: { id: string; time: number | null; reason: string; by: string | null; at: number }[];
}

export interface AttendanceDay {
  staffId: string;
  name: string;
  day: string;
  mark: DayMark;
  minutes: number;
  entries: AttendanceEntry[];
}

/** A time of the shop's clock: minutes since its midnight. */
const clock = z
  .number()
  .int()
  .min(0)
  .max(24 * 60 - 1);
const who = z.strictObject({ staffId: id, pin });

export const attendanceCalls = {
  /** Of whoever is signed in. */
  'attendance.mine': query<ClockState>()({ permission: 'member', input: () => z.strictObject({}) }),
  /** Of whoever gives their PIN, without signing in. @throws `wrong_pin`, `locked_out` */
  'attendance.identify': command<ClockState>()({ permission: 'public', input: () => who }),
  /** By whoever is signed in, or by `who` gives their PIN. The same id again is the same entry. */
  'attendance.clock': command<Clocked>()({
    permission: 'public',
    input: () => z.strictObject({ entryId: id, kind: z.enum(['in', 'out']), who: who.optional() }),
  }),
  'attendance.sheet': query<AttendanceSheet>()({
    permission: 'attendance.edit',
    input: () => z.strictObject({ month }),
  }),
  'attendance.day': query<AttendanceDay>()({
    permission: 'attendance.edit',
    input: () => z.strictObject({ staffId: id, day }),
  }),
  /** What was forgotten. @throws `bad_value`: a time that is still to come */
  'attendance.add': command<null>()({
    permission: 'attendance.edit',
    input: () => z.strictObject({ entryId: id, staffId: id, kind: z.enum(['in', 'out']), day, clock, reason: name }),
  }),
  /** Another time than was written, or none. The entry itself stays as it is. */
  'attendance.correct': command<null>()({
    permission: 'attendance.edit',
    input: () =>
      z.strictObject({
        correctionId: id,
        entryId: id,
        to: z.strictObject({ day, clock }).nullable(),
        reason: name,
      }),
  }),
} as const;
