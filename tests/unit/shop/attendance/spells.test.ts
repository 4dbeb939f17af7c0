import { type Day, dayOf, startOfDay } from '@shared/clock';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { workByDay } from '../../../../src/main/shop/attendance/days';
import {
  type ClockEvent,
  isStillThere,
  longestSpell,
  spellsOf,
  usualSpell,
} from '../../../../src/main/shop/attendance/spells';
import { clockOf, instantOf } from '../../../../src/main/shop/attendance/wall-time';

const hour = 3_600_000;
const zone = 'Asia/Kolkata';
const start = startOfDay('2026-11-02' as Day, zone);
const at = (kind: 'in' | 'out', hours: number, id = `${kind}${hours}`): ClockEvent => {
  const time = start + hours * hour;
  return { id, kind, time, day: dayOf(time, zone) };
};
const spans = (events: readonly ClockEvent[]) =>
  spellsOf(events).spells.map(({ from, to }) => [(from.time - start) / hour, to && (to.time - start) / hour]);

describe('what somebody clocked', () => {
  it('is time from each coming to the going after it', () => {
    expect(spans([at('in', 9), at('out', 13), at('in', 14), at('out', 18)])).toEqual([
      [9, 13],
      [14, 18],
    ]);
  });

  it('over midnight belongs to the day on which it began', () => {
    const { spells } = spellsOf([at('in', 22), at('out', 30)]);
    expect([...workByDay(spells, start + 40 * hour)]).toEqual([
      ['2026-11-02', { worked: 8 * hour, ended: 1, open: false, here: false }],
    ]);
  });

  it('without a going stays open, and nothing later ends it', () => {
    const events = [at('in', 9), at('in', 33), at('out', 41)];
    expect(spans(events)).toEqual([
      [9, null],
      [33, 41],
    ]);
    const days = workByDay(spellsOf(events).spells, start + 50 * hour);
    expect(days.get('2026-11-02' as Day)).toEqual({ worked: 0, ended: 0, open: true, here: false });
    // A going that comes too late ends nothing either.
    expect(spans([at('in', 9), at('out', 26)])).toEqual([[9, null]]);
    expect(spellsOf([at('in', 9), at('out', 26)]).uses.get('out26')).toBe('unpaired');
  });

  it('of a morning after a forgotten evening begins anew, and the evening stays open', () => {
    const events = [at('in', 18), at('in', 33), at('out', 41)];
    expect(spans(events)).toEqual([
      [18, null],
      [33, 41],
    ]);
    expect(spans([at('in', 18), at('in', 30), at('out', 34)])).toEqual([[18, 34]]);
  });

  it('is there as long as it can be', () => {
    const [spell] = spellsOf([at('in', 9)]).spells;
    if (!spell) throw new Error('no spell');
    expect(isStillThere(spell, start + 25 * hour)).toBe(true);
    expect(isStillThere(spell, start + 25 * hour + 1)).toBe(false);
  });

  it('at two tills that could not see each other counts from the first coming to the first going', () => {
    const { spells, uses } = spellsOf([at('in', 9.5, 'b'), at('out', 18), at('in', 9, 'a'), at('out', 18.1)]);
    expect(spells.map(({ from, to }) => [from.id, to?.id])).toEqual([['a', 'out18']]);
    expect(uses.get('b')).toBe('doubled');
    expect(uses.get('out18.1')).toBe('unpaired');
  });
});

describe('any events, in any order', () => {
  const anyEvents = fc.array(
    fc.record({
      kind: fc.constantFrom('in' as const, 'out' as const),
      minutes: fc.integer({ min: 0, max: 6 * 1_440 }),
    }),
    { maxLength: 40 },
  );
  const made = (list: readonly { kind: 'in' | 'out'; minutes: number }[]) =>
    list.map(({ kind, minutes }, index): ClockEvent => {
      const time = start + minutes * 60_000;
      return { id: `e${String(index).padStart(3, '0')}`, kind, time, day: dayOf(time, zone) };
    });

  /**
   * The same in words of its own: for each minute of the week, whether somebody was there. A coming is listened to when
   * nobody is there, or the one who is came too long ago; a going ends what came within the time it can last.
   */
  function minutesByDay(events: readonly ClockEvent[]): Map<string, number> {
    const sorted = [...events].sort((a, b) => a.time - b.time || a.id.localeCompare(b.id));
    const days = new Map<string, number>();
    let index = 0;
    while (index < sorted.length) {
      const first = sorted[index];
      index += 1;
      if (first?.kind !== 'in') continue;
      // Comings while it can last are the same one again.
      while (sorted[index]?.kind === 'in' && (sorted[index]?.time ?? 0) <= first.time + usualSpell) index += 1;
      const next = sorted[index];
      if (next?.kind !== 'out' || next.time > first.time + longestSpell) continue;
      for (let time = first.time; time < next.time; time += 60_000) days.set(first.day, (days.get(first.day) ?? 0) + 1);
    }
    return days;
  }

  it('come to the minutes of a model that walks through them', () => {
    fc.assert(
      fc.property(anyEvents, (list) => {
        const events = made(list);
        const days = workByDay(spellsOf(events).spells, start + 30 * 24 * hour);
        const worked = [...days]
          .filter(([, { worked }]) => worked > 0)
          .map(([day, { worked }]) => [day, worked / 60_000]);
        expect(new Map(worked as [string, number][])).toEqual(minutesByDay(events));
      }),
      { numRuns: 400 },
    );
  });

  it('are the same in whatever order a till hears of them, and each has one use', () => {
    fc.assert(
      fc.property(
        anyEvents.chain((list) =>
          fc.tuple(fc.constant(made(list)), fc.shuffledSubarray(made(list), { minLength: list.length })),
        ),
        ([events, shuffled]) => {
          const read = spellsOf(events);
          expect(spellsOf(shuffled)).toEqual(read);
          expect(read.uses.size).toBe(events.length);
          for (const [index, { from, to }] of read.spells.entries()) {
            if (to) expect(to.time - from.time).toBeLessThanOrEqual(longestSpell);
            const next = read.spells[index + 1];
            if (to && next) expect(next.from.time).toBeGreaterThanOrEqual(to.time);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('a time of the shop’s clock', () => {
  it.each(['Asia/Kolkata', 'Europe/London', 'America/New_York', 'Australia/Lord_Howe', 'America/Santiago'])(
    'in %s is the instant at which it shows that',
    (timeZone) => {
      for (const day of [
        '2026-01-15',
        '2026-03-08',
        '2026-03-29',
        '2026-04-05',
        '2026-09-06',
        '2026-10-25',
        '2026-11-01',
      ]) {
        for (let minutes = 0; minutes < 1_440; minutes += 30) {
          const instant = instantOf(day as Day, minutes, timeZone);
          const shown = clockOf(instant, timeZone);
          const wanted = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
          // A time that is jumped over is later; everything else is itself.
          if (shown !== wanted) expect([day, wanted, shown > wanted]).toEqual([day, wanted, true]);
          // Of two, the first.
          const before = instant - hour;
          expect(clockOf(before, timeZone) === wanted && dayOf(before, timeZone) === day).toBe(false);
        }
      }
    },
  );

  it('changes no hours: a night in which clocks are put back is as long as it was', () => {
    const from = instantOf('2026-10-24' as Day, 22 * 60, 'Europe/London');
    const to = instantOf('2026-10-25' as Day, 6 * 60, 'Europe/London');
    expect((to - from) / hour).toBe(9);
    const spring =
      instantOf('2026-03-29' as Day, 6 * 60, 'Europe/London') -
      instantOf('2026-03-28' as Day, 22 * 60, 'Europe/London');
    expect(spring / hour).toBe(7);
    // 01:30 does not exist then.
    expect(clockOf(instantOf('2026-03-29' as Day, 90, 'Europe/London'), 'Europe/London')).toBe('02:30');
  });
});
