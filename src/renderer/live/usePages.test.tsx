// @vitest-environment happy-dom
import type { StockMovement } from '@shared/contract';
import { quantity } from '@shared/money';
import { QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type FakeBridge, fakeBridge } from '../../../tests/support/fake-bridge';
import { createQueryClient, usePages } from '.';

let main: FakeBridge;
let client: ReturnType<typeof createQueryClient>;

const wrapper = ({ children }: { children: ReactNode }) => (
  <QueryClientProvider client={client}>{children}</QueryClientProvider>
);
const settle = () => act(async () => new Promise((resolve) => setTimeout(resolve)));

/** A page of a long history whose notes say whose and which they are. */
const page = (of: string, first: number, total: number) => ({
  total,
  rows: Array.from(
    { length: Math.min(100, total - first) },
    (_, index): StockMovement => ({
      id: `${of}-${first + index}`,
      quantity: quantity(1000),
      balance: quantity(1000),
      reason: 'sale',
      documentNumber: null,
      documentId: null,
      note: `${of} ${first + index}`,
      staff: null,
      at: 0,
    }),
  ),
});

const show = () =>
  renderHook(({ productId, first, last }) => usePages('stock.history', { productId }, first, last), {
    wrapper,
    initialProps: { productId: 'tea', first: 0, last: 10 },
  });

beforeEach(() => {
  main = fakeBridge();
  client = createQueryClient();
});

afterEach(() => {
  cleanup();
  client.clear();
});

test('only the pages in sight are asked for', async () => {
  const { result, rerender } = show();
  await settle();
  expect(main.waiting()).toHaveLength(1);
  main.answer('stock.history', page('tea', 0, 250));
  await settle();
  expect(result.current.total).toBe(250);
  expect(result.current.row(99)?.note).toBe('tea 99');
  expect(result.current.row(100)).toBeUndefined();
  rerender({ productId: 'tea', first: 95, last: 105 });
  await settle();
  main.answer('stock.history', page('tea', 100, 250));
  await settle();
  expect(result.current.row(100)?.note).toBe('tea 100');
});

test('while a new filter is on its way the old rows stand; with its first answer none of them is left', async () => {
  const { result, rerender } = show();
  await settle();
  main.answer('stock.history', page('tea', 0, 250));
  await settle();
  rerender({ productId: 'milk', first: 0, last: 10 });
  await settle();
  expect(result.current.total).toBe(250);
  expect(result.current.row(0)?.note).toBe('tea 0');
  main.answer('stock.history', page('milk', 0, 150));
  await settle();
  expect(result.current.total).toBe(150);
  expect(result.current.row(0)?.note).toBe('milk 0');
  rerender({ productId: 'milk', first: 95, last: 105 });
  expect(result.current.row(100)).toBeUndefined();
});
