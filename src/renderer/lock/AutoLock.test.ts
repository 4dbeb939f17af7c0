// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { watchIdle } from './AutoLock';

let locked = 0;
let stop: () => void;
const minute = 60_000;

beforeEach(() => {
  vi.useFakeTimers();
  locked = 0;
  stop = watchIdle(5 * minute, () => {
    locked += 1;
  });
});

afterEach(() => {
  stop();
  vi.useRealTimers();
});

it('a till that nobody touches locks after its minutes, once', () => {
  vi.advanceTimersByTime(5 * minute - 1);
  expect(locked).toBe(0);
  vi.advanceTimersByTime(20 * minute);
  expect(locked).toBe(1);
});

it('every key and touch begins the minutes anew', () => {
  for (let touch = 0; touch < 10; touch++) {
    vi.advanceTimersByTime(4 * minute);
    window.dispatchEvent(new Event(touch % 2 === 0 ? 'keydown' : 'pointerdown'));
  }
  expect(locked).toBe(0);
  vi.advanceTimersByTime(5 * minute);
  expect(locked).toBe(1);
});

it('what is no longer watched does not lock', () => {
  stop();
  vi.advanceTimersByTime(60 * minute);
  expect(locked).toBe(0);
});
