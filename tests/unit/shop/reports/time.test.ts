import type { Day } from '@shared/clock';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { offsetsIn, timeOnTheWall, wallClock } from '../../../../src/main/shop/reports/local-time';
import { periodOf, spansOf } from '../../../../src/main/shop/reports/period';

const day = (text: string) => text as Day; // proof: written out as a day
const zones = ['Asia/Kolkata', 'Europe/London', 'America/New_York', 'Australia/Lord_Howe', 'Pacific/Apia', 'UTC'];

it('the hour that SQL reads is the one on the wall, whatever the zone does to its clock meanwhile', () => {
  const db = new Database(':memory:');
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      fc.date({ min: new Date('2008-01-01'), max: new Date('2030-12-31'), noInvalidDate: true }),
      fc.integer({ min: 0, max: 400 }),
      (zone, moment, length) => {
        const at = moment.getTime();
        const from = day(new Date(at - (length * 86_400_000) / 2).toISOString().slice(0, 10));
        const to = day(new Date(at + (length * 86_400_000) / 2).toISOString().slice(0, 10));
        const sql = `SELECT ${wallClock('at', { from, to }, zone)} / 3600000 % 24 AS hour FROM (SELECT ? AS at)`;
        const { hour } = db.prepare<[number], { hour: number }>(sql).get(at) ?? { hour: -1 };
        const wall = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', hourCycle: 'h23' });
        expect(hour).toBe(Number(wall.format(at)));
        expect(Math.floor(timeOnTheWall(at, { from, to }, zone) / 3_600_000)).toBe(hour);
      },
    ),
    { numRuns: 300 },
  );
  db.close();
});

it('a year of London has its two changes of the clock, to the minute', () => {
  const offsets = offsetsIn({ from: day('2026-01-01'), to: day('2026-12-31') }, 'Europe/London');
  expect(offsets.slice(1).map(({ from }) => new Date(from).toISOString())).toEqual([
    '2026-03-29T01:00:00.000Z',
    '2026-10-25T01:00:00.000Z',
  ]);
});

it('a period is cut into months without a gap or a day twice; only whole months that are over may be kept', () => {
  const days = fc
    .integer({ min: 0, max: 2000 })
    .map((n) => new Date(Date.UTC(2024, 0, 1 + n)).toISOString().slice(0, 10));
  fc.assert(
    fc.property(days, days, days, (a, b, now) => {
      const [from = '', to = ''] = [a, b].sort();
      const spans = spansOf({ from: day(from), to: day(to) }, day(now));
      const covered = spans.flatMap((span) => {
        const all: string[] = [];
        for (let at = Date.parse(span.from); at <= Date.parse(span.to); at += 86_400_000) {
          all.push(new Date(at).toISOString().slice(0, 10));
        }
        return all;
      });
      expect(covered[0]).toBe(from);
      expect(covered.at(-1)).toBe(to);
      expect(covered).toHaveLength((Date.parse(to) - Date.parse(from)) / 86_400_000 + 1);
      expect(new Set(covered).size).toBe(covered.length);
      for (const { month, from: first, to: last } of spans.filter((span) => span.month !== null)) {
        expect(first).toBe(`${month}-01`);
        expect(new Date(Date.parse(last) + 86_400_000).toISOString().slice(8, 10)).toBe('01');
        expect(last < now).toBe(true);
      }
    }),
  );
});

it('days that are none, and days the wrong way round, are refused by their field', () => {
  const today = day('2026-11-21');
  const refusal = (from: string, to: string) => {
    try {
      return periodOf({ report: 'days', from, to }, today);
    } catch (error) {
      return error;
    }
  };
  expect(refusal('2026-02-30', '2026-03-01')).toMatchObject({ code: 'bad_value', params: { field: 'from' } });
  expect(refusal('2026-03-02', '2026-03-01')).toMatchObject({ code: 'bad_value', params: { field: 'to' } });
  expect(periodOf({ report: 'daybook', from: '2026-01-01', to: '2026-03-01' }, today)).toEqual({
    from: '2026-03-01',
    to: '2026-03-01',
  });
});
