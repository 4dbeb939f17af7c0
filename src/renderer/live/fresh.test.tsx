// @vitest-environment happy-dom
import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type FakeBridge, fakeBridge } from '../../../tests/support/fake-bridge';
import { createQueryClient, keepFresh, useFresh } from '.';

let main: FakeBridge;
let stop: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  main = fakeBridge();
  stop = keepFresh(createQueryClient());
});

afterEach(() => {
  cleanup();
  stop();
  vi.useRealTimers();
});

const arrives = (id: string) =>
  act(() =>
    main.push({
      type: 'changes',
      changes: [
        { topic: 'bill', ids: [id, 'own'], arrived: [id], seq: 1 },
        { topic: 'product', seq: 2 },
      ],
    }),
  );

it('a row of another till is new for a minute, also to a screen that is opened later', () => {
  const { result } = renderHook(() => [...useFresh('bill')]);
  arrives('a');
  expect(result.current).toEqual(['a']);
  act(() => vi.advanceTimersByTime(40_000));
  arrives('b');
  expect(renderHook(() => [...useFresh('bill')]).result.current).toEqual(['a', 'b']);
  expect(renderHook(() => [...useFresh('product')]).result.current).toEqual([]);
  act(() => vi.advanceTimersByTime(20_000));
  expect(result.current).toEqual(['b']);
  act(() => vi.advanceTimersByTime(40_000));
  expect(result.current).toEqual([]);
});
