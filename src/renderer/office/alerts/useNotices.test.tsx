// @vitest-environment happy-dom
import { money } from '@shared/money';
import { QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type FakeBridge, fakeBridge } from '../../../../tests/support/fake-bridge';
import { createQueryClient } from '../../live';
import { useNotices } from './useNotices';

let main: FakeBridge;
let client: ReturnType<typeof createQueryClient>;

const wrapper = ({ children }: { children: ReactNode }) => (
  <QueryClientProvider client={client}>{children}</QueryClientProvider>
);
const settle = () => act(async () => new Promise((resolve) => setTimeout(resolve)));

beforeEach(() => {
  main = fakeBridge();
  client = createQueryClient();
});

afterEach(() => {
  cleanup();
  client.clear();
});

async function show() {
  const { result } = renderHook(() => useNotices(), { wrapper });
  main.answer('alerts.list', { rows: [], total: 0, open: 0, oversold: 0 });
  main.answer('attention.list', []);
  main.answer('printing.jobs', []);
  main.answer('notices.overdue', { customers: 2, amount: money(50_000), latest: '2026-11-20', isRead: false });
  await settle();
  return result;
}

it('late dues that were marked seen are gone at once: no record changes, so nothing else would tell', async () => {
  const result = await show();
  expect(result.current.notices.map(({ kind }) => kind)).toEqual(['overdue']);
  act(() => void result.current.mark(result.current.notices));
  expect(result.current.marking).toEqual(['overdue overdue']);
  main.answer('notices.readOverdue', null);
  await settle();
  expect(result.current.notices).toEqual([]);
  expect(result.current.marking).toEqual([]);
});

it('they stay when main refuses', async () => {
  const result = await show();
  act(() => void result.current.mark(result.current.notices));
  main.refuse('notices.readOverdue', 'internal');
  await settle();
  expect(result.current.notices).toHaveLength(1);
  expect(result.current.marking).toEqual([]);
});
