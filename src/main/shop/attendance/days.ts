import type { Day } from '@shared/clock';
import type { DayMark } from '@shared/contract';
import { isStillThere, type Spell } from './spells';

/** What is known of one person's day. */
export interface DayWork {
  /** Ms of its spells that ended. */
  readonly worked: number;
  /** How many ended. */
  readonly ended: number;
  /** A spell of it has no end, and is too long ago to have one yet. */
  readonly open: boolean;
  /** Somebody is there. */
  readonly here: boolean;
}

export const idle: DayWork = { worked: 0, ended: 0, open: false, here: false };

/** When a day is whole or half, and which day of the week is free. */
export interface WorkRule {
  readonly from: Day;
  readonly fullMinutes: number;
  readonly halfMinutes: number;
  /** 1 Monday to 7 Sunday. */
  readonly weeklyOff: number | null;
}

/** For who has no rule: nobody said which days they work, so none is absent. */
export const usualRule = { fullMinutes: 360, halfMinutes: 180, weeklyOff: null } as const;

/** The day on which a spell began has all of it. */
export function workByDay(spells: readonly Spell[], now: number): Map<Day, DayWork> {
  const days = new Map<Day, DayWork>();
  for (const spell of spells) {
    const { from, to } = spell;
    const before = days.get(from.day) ?? idle;
    const here = isStillThere(spell, now);
    days.set(from.day, {
      worked: before.worked + (to ? to.time - from.time : 0),
      ended: before.ended + (to ? 1 : 0),
      open: before.open || (to === null && !here),
      here: before.here || here,
    });
  }
  return days;
}

const msPerMinute = 60_000;

/** Whole minutes of a day; one that has begun is none. */
export const minutesOf = ({ worked }: DayWork): number => (worked - (worked % msPerMinute)) / msPerMinute;

/** 1 Monday to 7 Sunday. */
export const weekdayOf = (day: Day): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7;

/** The latest of a list in order of days that holds on a day. */
export function inForce<R extends { readonly from: Day }>(rules: readonly R[], day: Day): R | null {
  return rules.findLast(({ from }) => from <= day) ?? null;
}

/** What a day is by its hours alone: whole, half, less; null without any. */
export function hoursMark(work: DayWork, rule: WorkRule | null): 'full' | 'half' | 'short' | null {
  if (work.ended === 0) return null;
  const { fullMinutes, halfMinutes } = rule ?? usualRule;
  const minutes = minutesOf(work);
  if (minutes >= fullMinutes) return 'full';
  return minutes >= halfMinutes ? 'half' : 'short';
}

/**
 * What stands in the month sheet. A day is absent only when it is over, a rule says that it was one to work, and nobody came.
 */
export function markOf(day: Day, work: DayWork, rule: WorkRule | null, today: Day): DayMark {
  if (work.open) return 'open';
  if (work.here) return 'here';
  const hours = hoursMark(work, rule);
  if (hours) return hours;
  if (!rule || day > today) return 'none';
  if (rule.weeklyOff === weekdayOf(day)) return 'off';
  return day === today ? 'none' : 'absent';
}
