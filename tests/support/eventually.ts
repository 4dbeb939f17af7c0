import { vi } from 'vitest';

/** Waits until what is expected holds. The time it may take is for a test that fails: nobody waits so long for one that passes. */
export const eventually = <T>(expected: () => T | Promise<T>): Promise<T> =>
  vi.waitFor(expected, { timeout: 60_000, interval: 5 });
