// @vitest-environment happy-dom
import type { NetworkStatus } from '@shared/contract';
import { QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type FakeBridge, fakeBridge } from '../../../tests/support/fake-bridge';
import { createQueryClient, keepFresh, useSyncStatus } from '.';

const live: NetworkStatus = {
  role: 'member',
  level: 'live',
  phase: 'live',
  pending: 0,
  attention: 0,
  lastHeard: 0,
  retryAt: null,
  reason: null,
  latency: 1,
  behind: 0,
  hub: { name: 'Counter 1', address: '192.168.1.20:7117' },
  key: 'keyring',
};

let main: FakeBridge;
let client: ReturnType<typeof createQueryClient>;
let stop: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  main = fakeBridge();
  client = createQueryClient();
  stop = keepFresh(client);
});

afterEach(() => {
  cleanup();
  stop();
  client.clear();
  vi.useRealTimers();
});

const passes = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

/** Main says that the status is another one now. */
async function becomes(level: NetworkStatus['level'], pending = 0): Promise<void> {
  act(() => main.push({ type: 'changes', changes: [{ topic: 'network', seq: 1 }] }));
  await passes(0);
  main.answer('network.status', { ...live, level, pending });
  await passes(0);
}

async function shown() {
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  );
  const { result } = renderHook(() => useSyncStatus().data, { wrapper });
  await passes(0);
  main.answer('network.status', live);
  await passes(0);
  return () => ({ level: result.current?.level, pending: result.current?.pending });
}

it('a line that is back within a second was never lost, to the eye; what waits is counted all the same', async () => {
  const status = await shown();
  await becomes('offline');
  await becomes('connecting', 2);
  await passes(990);
  expect(status()).toEqual({ level: 'live', pending: 2 });
  await becomes('live');
  await passes(5_000);
  expect(status()).toEqual({ level: 'live', pending: 0 });
});

it('a line that stays lost is said to be lost after a second, however often it is called in between', async () => {
  const status = await shown();
  await becomes('offline');
  await passes(600);
  await becomes('connecting');
  await passes(390);
  expect(status().level).toBe('live');
  await passes(20);
  expect(status().level).toBe('connecting');
  await becomes('offline');
  expect(status().level).toBe('offline');
});

it('good news and what needs a person are shown at once', async () => {
  const status = await shown();
  await becomes('attention');
  expect(status().level).toBe('attention');
  await becomes('offline');
  expect(status().level).toBe('offline');
  await becomes('live');
  expect(status().level).toBe('live');
});
