import { expect, it } from 'vitest';
import { durationWords } from './duration';

const minute = 60_000;
const hour = 60 * minute;

it('a duration is its two largest units, without those that are zero', () => {
  expect(durationWords(0, 'en-IN')).toBe('0m');
  expect(durationWords(59_999, 'en-IN')).toBe('0m');
  expect(durationWords(12 * minute, 'en-IN')).toBe('12m');
  expect(durationWords(3 * hour + 12 * minute, 'en-IN')).toBe('3h 12m');
  expect(durationWords(49 * hour + 59 * minute, 'en-IN')).toBe('2d 1h');
  expect(durationWords(48 * hour + 5 * minute, 'en-IN')).toBe('2d 5m');
});
