// @vitest-environment happy-dom
import type { Cart, CartLine } from '@shared/contract';
import { renderHook } from '@testing-library/react';
import { createRef } from 'react';
import { expect, it, vi } from 'vitest';
import { eventually } from '../../../tests/support/eventually';
import { fakeBridge } from '../../../tests/support/fake-bridge';
import { useCounterActions } from './actions';
import { CartContext, createCartStore } from './cart';

const line = (lineNo: number) => ({ lineNo, quantity: 1000 }) as CartLine; // proof: all that is looked at here
const cartOf = (revision: number, ...lines: CartLine[]) => ({ id: 'cart', revision, lines, exchange: null }) as Cart; // proof: as above

it('a key that comes with a scan is for what was scanned, not for the line before it', async () => {
  const main = fakeBridge();
  const store = createCartStore();
  const asked = store.refresh();
  main.answer('sales.cart', cartOf(1, line(1)));
  await asked;
  const onDialog = vi.fn();
  const { result } = renderHook(() => useCounterActions({ onPay: () => {}, onDialog, finder: createRef() }), {
    wrapper: ({ children }) => <CartContext value={store}>{children}</CartContext>,
  });

  const scanned = store.scan('8901030865278', null);
  result.current.discount();
  result.current.quantity();
  result.current.bump(undefined, 1);
  expect(onDialog).not.toHaveBeenCalled();
  main.answer('sales.scan', { outcome: 'added', lineNo: 2, cart: cartOf(2, line(1), line(2)) });
  await scanned;
  await eventually(() => expect(onDialog).toHaveBeenCalledTimes(2));
  expect(onDialog.mock.calls.map(([dialog]) => [dialog.kind, dialog.line.lineNo])).toEqual([
    ['discount', 2],
    ['quantity', 2],
  ]);
  expect(main.waiting().map(({ input }) => input)).toEqual([{ lineNo: 2, quantity: 2000 }]);

  // A line that was pressed itself is meant, whatever is on its way.
  result.current.price(1);
  expect(onDialog).toHaveBeenLastCalledWith({ kind: 'price', line: line(1) });
});
