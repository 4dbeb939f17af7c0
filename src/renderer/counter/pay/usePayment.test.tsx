// @vitest-environment happy-dom
import type { Cart, Completed } from '@shared/contract';
import { money } from '@shared/money';
import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type FakeBridge, fakeBridge } from '../../../../tests/support/fake-bridge';
import { CartContext, openBill } from '../cart';
import { chooseSounds } from '../sounds';
import { usePayment } from './usePayment';

const cart = { id: 'cart', revision: 3 } as Cart;
const paid = { billId: 'bill', number: 'A1/2627/000001' } as Completed;
const cash = { method: 'cash', amount: money(500_00), reference: '' } as const;

let main: FakeBridge;
let done: Completed[];

const payment = () => {
  const { result } = renderHook(() => usePayment((completed) => done.push(completed)), {
    wrapper: ({ children }) => <CartContext value={openBill}>{children}</CartContext>,
  });
  return result;
};
/** Lets every promise that is already settled be heard of. */
const settle = () => act(async () => vi.advanceTimersByTimeAsync(0));

beforeEach(() => {
  vi.useFakeTimers();
  main = fakeBridge();
  chooseSounds(false);
  done = [];
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

describe('a payment', () => {
  it('says nothing while main answers at once, and that it is under way when that takes its time', async () => {
    const now = payment();
    act(() => void now.current.pay(cart, [cash]));
    expect(now.current.pending).toBe(false);
    await act(async () => vi.advanceTimersByTimeAsync(199));
    expect(now.current.pending).toBe(false);
    await act(async () => vi.advanceTimersByTimeAsync(1));
    expect(now.current.pending).toBe(true);
    main.answer('sales.complete', paid);
    await settle();
    expect(now.current.pending).toBe(false);
    expect(done).toEqual([paid]);
  });

  it('is asked for once, however often Enter is pressed meanwhile, and can be tried again when it was refused', async () => {
    const now = payment();
    const answers: boolean[] = [];
    const press = () => act(() => void now.current.pay(cart, [cash]).then((answer) => answers.push(answer)));
    press();
    press();
    await settle();
    expect(answers).toEqual([false]);
    main.refuse('sales.complete', 'cash_limit');
    await settle();
    expect(answers).toEqual([false, false]);
    expect(now.current.refused).not.toBe('');
    // The second press was swallowed: nothing is left to be answered.
    expect(main.waiting()).toEqual([]);

    press();
    await settle();
    expect(main.waiting()).toMatchObject([
      { name: 'sales.complete', input: { cartId: 'cart', revision: 3, confirm: ['cash_limit'] } },
    ]);
    main.answer('sales.complete', paid);
    await settle();
    expect(answers).toEqual([false, false, true]);
    expect(done).toEqual([paid]);
  });
});
