import type { Day } from '@shared/clock';
import { describe, expect, it } from 'vitest';
import { dayCustoms } from './dayCustoms';
import { readDay } from './readDay';

const today = '2026-11-22' as Day;
const india = dayCustoms('en-IN', { today: 'today', yesterday: 'yesterday', tomorrow: 'tomorrow' });
const hindi = dayCustoms('hi-IN', { today: 'आज, aaj', yesterday: 'बीता कल', tomorrow: 'आने वाला कल' });
const states = dayCustoms('en-US', { today: 'today', yesterday: 'yesterday', tomorrow: 'tomorrow' });

describe('a day as people type it', () => {
  it.each([
    ['5/11', '2026-11-05'],
    ['05-11-2026', '2026-11-05'],
    ['5.11.26', '2026-11-05'],
    ['5 11 2026', '2026-11-05'],
    ['0511', '2026-11-05'],
    ['051126', '2026-11-05'],
    ['05112026', '2026-11-05'],
    ['2026-11-05', '2026-11-05'],
    ['5', '2026-11-05'],
    ['5 nov', '2026-11-05'],
    ['5 November 2025', '2025-11-05'],
    ['nov 5, 2025', '2025-11-05'],
    ['5-Sept-26', '2026-09-05'],
    ['Today', '2026-11-22'],
    [' yesterday ', '2026-11-21'],
    ['29/2/2028', '2028-02-29'],
  ])('%s', (typed, day) => expect(readDay(typed, today, india)).toBe(day));

  it.each([
    ['आज', '2026-11-22'],
    ['aaj', '2026-11-22'],
    ['५/११', '2026-11-05'],
    ['5 नवं', '2026-11-05'],
    ['5 नवंबर 2025', '2025-11-05'],
    ['5 nov', '2026-11-05'],
    ['today', '2026-11-22'],
  ])('in Hindi %s', (typed, day) => expect(readDay(typed, today, hindi)).toBe(day));

  it('the month comes first where people write it first', () => {
    expect(readDay('11/5/2026', today, states)).toBe('2026-11-05');
    expect(readDay('1105', today, states)).toBe('2026-11-05');
  });

  it.each([
    '',
    'x',
    '31/11',
    '29/2/2026',
    '5/13',
    '5/11/2',
    '5/11/202',
    '1/2/3/4',
    '5 ju',
    '5 xyz',
    '2026-11',
    '005/1',
  ])('nobody means a day by "%s"', (typed) => expect(readDay(typed, today, india)).toBeNull());

  it('without a year it is the one that the field allows', () => {
    expect(readDay('25/12', today, india)).toBe('2026-12-25');
    expect(readDay('25/12', today, india, { max: today })).toBe('2025-12-25');
    expect(readDay('5/1', today, india, { min: today })).toBe('2027-01-05');
  });
});
