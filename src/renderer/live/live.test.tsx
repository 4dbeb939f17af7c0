// @vitest-environment happy-dom
import type { Brand } from '@shared/contract';
import { QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, configure, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FakeBridge, fakeBridge } from '../../../tests/support/fake-bridge';
import { createQueryClient, isEvent, keepFresh, liveKey, useCommand, useEvents, useLive, useOrderStage } from '.';

// The time a wait may take is for a test that fails.
configure({ asyncUtilTimeout: 60_000 });

const bakery: Brand = { id: 'b1', name: 'Britannia', active: true, products: 3 };
const renamed: Brand = { ...bakery, name: 'Britannia Industries' };

let main: FakeBridge;
let client: ReturnType<typeof createQueryClient>;
let stop: () => void;

const wrapper = ({ children }: { children: ReactNode }) => (
  <QueryClientProvider client={client}>{children}</QueryClientProvider>
);
/** Lets every promise that is already settled be heard of. */
const settle = () => act(async () => new Promise((resolve) => setTimeout(resolve)));
const changed = (topic: 'brand' | 'customer') =>
  act(() => main.push({ type: 'changes', changes: [{ topic, seq: 1 }] }));
const setHidden = (hidden: boolean) => {
  Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });
  act(() => void document.dispatchEvent(new Event('visibilitychange')));
};

beforeEach(() => {
  main = fakeBridge();
  client = createQueryClient();
  stop = keepFresh(client);
});

afterEach(() => {
  cleanup();
  setHidden(false);
  stop();
  client.clear();
});

describe('useLive', () => {
  it('is loading until main answers, and asks once however many look', async () => {
    const { result } = renderHook(() => [useLive('catalogue.brands', {}), useLive('catalogue.brands', {})], {
      wrapper,
    });
    expect(result.current[0]?.state).toBe('loading');
    await settle();
    expect(main.waiting()).toHaveLength(1);
    main.answer('catalogue.brands', [bakery]);
    await settle();
    expect(result.current[1]).toMatchObject({ state: 'ready', data: [bakery] });
  });

  it('asks again when one of its topics changed, and only then', async () => {
    const { result } = renderHook(() => useLive('catalogue.brands', {}), { wrapper });
    await settle();
    main.answer('catalogue.brands', [bakery]);
    await settle();
    changed('customer');
    await settle();
    expect(main.waiting()).toEqual([]);
    changed('brand');
    await settle();
    main.answer('catalogue.brands', [renamed]);
    await settle();
    expect(result.current.data).toEqual([renamed]);
  });

  it('waits with what is not urgent while the window is hidden, and catches up', async () => {
    const { result } = renderHook(() => useLive('catalogue.brands', {}), { wrapper });
    await settle();
    main.answer('catalogue.brands', [bakery]);
    await settle();
    setHidden(true);
    changed('brand');
    await settle();
    expect(main.waiting()).toEqual([]);
    setHidden(false);
    await settle();
    main.answer('catalogue.brands', [renamed]);
    await settle();
    expect(result.current.data).toEqual([renamed]);
  });

  it('says so when the answer on show is to the input before', async () => {
    const search = (text: string) => useLive('catalogue.search', { text, limit: 5 }, { keep: true });
    const { result, rerender } = renderHook(({ text }) => search(text), { wrapper, initialProps: { text: 'mi' } });
    await settle();
    main.answer('catalogue.search', []);
    await settle();
    expect(result.current).toMatchObject({ state: 'ready', isPrevious: false });
    rerender({ text: 'milk' });
    expect(result.current).toMatchObject({ state: 'ready', data: [], isPrevious: true });
  });

  it('keeps the code of a refusal, and can ask again', async () => {
    const { result } = renderHook(() => useLive('catalogue.brands', {}), { wrapper });
    await settle();
    main.refuse('catalogue.brands', 'busy');
    await waitFor(() => expect(result.current).toMatchObject({ state: 'failed', failure: { code: 'busy' } }));
    if (result.current.state === 'failed') result.current.retry();
    await settle();
    main.answer('catalogue.brands', [bakery]);
    await waitFor(() => expect(result.current.state).toBe('ready'));
  });
});

describe('useCommand', () => {
  const input = { id: bakery.id, name: renamed.name, active: true };

  it('is pending until main answers, and gives the value', async () => {
    const { result } = renderHook(() => useCommand('catalogue.saveBrand'), { wrapper });
    let outcome: unknown;
    act(() => void result.current.run(input).then((value) => (outcome = value)));
    expect(result.current.pending).toBe(true);
    main.answer('catalogue.saveBrand', renamed);
    await settle();
    expect(outcome).toEqual({ ok: true, value: renamed });
    expect(result.current.pending).toBe(false);
  });

  it('shows the change at once, and takes it back when main refuses', async () => {
    const key = liveKey('catalogue.brands', {});
    client.setQueryData(key, [bakery]);
    const told: string[] = [];
    const { result } = renderHook(
      () =>
        useCommand('catalogue.saveBrand', {
          optimistic: () => {
            client.setQueryData(key, [renamed]);
            return () => client.setQueryData(key, [bakery]);
          },
          onRefused: (failure) => told.push(failure.code) > 0,
        }),
      { wrapper },
    );
    act(() => void result.current.run(input));
    expect(client.getQueryData(key)).toEqual([renamed]);
    main.refuse('catalogue.saveBrand', 'already_exists');
    await settle();
    expect(client.getQueryData(key)).toEqual([bakery]);
    expect(result.current.failure?.code).toBe('already_exists');
    expect(told).toEqual(['already_exists']);
  });
});

describe('useEvents', () => {
  it('hears what its filter lets through, with the newest listener, until it is gone', () => {
    const heard: string[] = [];
    const { rerender, unmount } = renderHook(
      ({ who }) => useEvents(isEvent('navigate'), ({ to }) => void heard.push(`${who} ${to}`)),
      { wrapper, initialProps: { who: 'first' } },
    );
    act(() => main.push({ type: 'navigate', to: '/bills' }));
    rerender({ who: 'second' });
    act(() => main.push({ type: 'changes', changes: [] }));
    act(() => main.push({ type: 'navigate', to: '/alerts' }));
    unmount();
    act(() => main.push({ type: 'navigate', to: '/staff' }));
    expect(heard).toEqual(['first /bills', 'second /alerts']);
  });

  it('useOrderStage hears one order move, and nothing of any other', () => {
    const heard: string[] = [];
    const { unmount } = renderHook(() => useOrderStage('o1', ({ from, to }) => void heard.push(`${from} ${to}`)), {
      wrapper,
    });
    act(() => main.push({ type: 'order:stage_change', id: 'o1', from: 'placed', to: 'ready' }));
    act(() => main.push({ type: 'order:stage_change', id: 'o2', from: 'placed', to: 'ready' }));
    act(() => main.push({ type: 'order:status_update', id: 'o1' }));
    unmount();
    act(() => main.push({ type: 'order:stage_change', id: 'o1', from: 'ready', to: 'delivered' }));
    expect(heard).toEqual(['placed ready']);
  });

  it('leaves nothing behind on the bridge', () => {
    const { unmount } = renderHook(() => useEvents(isEvent('navigate'), () => undefined), { wrapper });
    unmount();
    stop();
    expect(main.listeners()).toBe(0);
  });
});
