import type { Day } from '@shared/clock';
import { countries } from '@shared/countries';
import { describe, expect, it } from 'vitest';
import { localeOf } from '../../shop/format';
import { dayCustoms, dayInNumbers, firstPart } from './dayCustoms';
import { readDay } from './readDay';

const today = '2026-11-22' as Day;
const words = { today: 'today', yesterday: 'yesterday', tomorrow: 'tomorrow' };
const read = (typed: string, locale: string) => readDay(typed, today, dayCustoms(locale, words));
const languages = ['en', 'hi'];
const codes = countries.map(({ code }) => code);

describe('a day in numbers', () => {
  it.each([
    ['en-BD', '05/11/2026'],
    ['en-NP', '05/11/2026'],
    ['en-IN', '05/11/2026'],
    ['hi-IN', '05/11/2026'],
    ['en-SA', '05/11/2026'],
    ['en-BR', '05/11/2026'],
    ['hi-US', '11/05/2026'],
    ['en-US', '11/05/2026'],
    ['en-PR', '11/05/2026'],
    ['en-JP', '2026-11-05'],
  ])('in %s is %s, and is read so', (locale, written) => {
    expect(dayInNumbers('2026-11-05', locale)).toBe(written);
    expect(read(written, locale)).toBe('2026-11-05');
  });

  it.each(['en-BD', 'en-NP', 'en-LK', 'en-TH', 'en-EG', 'en-ZA', 'hi-IN'])('in %s 5/11 is in November', (locale) => {
    expect(read('5/11', locale)).toBe('2026-11-05');
  });

  it('is read as it was written, in every country and language', () => {
    const isOff = (locale: string) =>
      ['2026-11-05', '2026-12-31', '2027-01-02'].some((day) => read(dayInNumbers(day, locale), locale) !== day);
    expect(codes.flatMap((code) => languages.map((each) => localeOf(each, code))).filter(isOff)).toEqual([]);
  });

  it('means the same whatever the language of the screen, without its year too', () => {
    const isOff = (code: string) => new Set(languages.map((each) => read('5/11', localeOf(each, code)))).size > 1;
    expect(codes.filter(isOff)).toEqual([]);
  });

  it('begins with the day but in these, whose own language puts the month before it', () => {
    const others = codes.filter((code) => firstPart(localeOf('en', code)) !== 'day');
    expect(others.toSorted().join(' ')).toBe('AS CA CN GU HU IR JP KP KR LT MH MN MP PA PH PR TW US VI');
    const isTurned = (code: string) => {
      const own = new Intl.Locale(`und-${code}`).maximize().language;
      // American Samoa's is one that ICU has no customs for.
      const known = Intl.DateTimeFormat.supportedLocalesOf(own).length > 0 ? own : 'en';
      const shape = { calendar: 'gregory', timeZone: 'UTC', day: 'numeric', month: 'numeric' } as const;
      const order = new Intl.DateTimeFormat(`${known}-${code}`, shape).formatToParts(0).map(({ type }) => type);
      return order.indexOf('month') < order.indexOf('day');
    };
    expect(others.filter((code) => !isTurned(code))).toEqual([]);
  });
});
