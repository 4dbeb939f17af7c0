// @vitest-environment happy-dom
import { MantineProvider } from '@mantine/core';
import { type Money, money } from '@shared/money';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import { MoneyInput } from './fields';

vi.mock(import('../../shop'), async (original) => ({
  ...(await original()),
  useFormat: () => ({ currency: 'INR', locale: 'en-IN' }) as never, // proof: all that the field reads
}));

let value: Money | null;
let setFromOutside: (value: Money | null) => void;

function Price({ initial }: { initial: number }) {
  const [now, setNow] = useState<Money | null>(money(initial));
  value = now;
  setFromOutside = setNow;
  return (
    <MantineProvider env="test">
      <MoneyInput label="Price" value={now} onChange={setNow} />
      <button type="button">elsewhere</button>
    </MantineProvider>
  );
}

const field = () => screen.getByRole<HTMLInputElement>('textbox');
const enter = (start?: number, end = start) => {
  if (start !== undefined) field().setSelectionRange(start, end ?? start);
  act(() => field().focus());
};
const leave = () => act(() => screen.getByRole('button').focus());
/** As a person does: where the caret is, over what is selected. */
const type = (text: string) => {
  const { value: before, selectionStart, selectionEnd } = field();
  const next = before.slice(0, selectionStart ?? 0) + text + before.slice(selectionEnd ?? 0);
  fireEvent.change(field(), { target: { value: next } });
};
const selection = () => [field().selectionStart, field().selectionEnd];

afterEach(cleanup);

it('is in groups at rest, and plain while somebody writes in it', () => {
  render(<Price initial={12345600} />);
  expect(field().value).toBe('1,23,456.00');
  enter();
  expect(field().value).toBe('123456.00');
  leave();
  expect(field().value).toBe('1,23,456.00');
  expect(value).toBe(12345600);
});

it('takes a digit more where the caret is', () => {
  render(<Price initial={150000} />);
  enter(5);
  expect(selection()).toEqual([4, 4]);
  type('5');
  expect(value).toBe(1500500);
  leave();
  expect(field().value).toBe('15,005.00');
});

it('stays selected as far as it was', () => {
  render(<Price initial={150000} />);
  enter(0, '1,500.00'.length);
  expect(selection()).toEqual([0, '1500.00'.length]);
  type('7');
  expect(value).toBe(700);
});

it('is selected by who selects it at once, the whole of it', () => {
  render(<Price initial={150000} />);
  act(() => {
    field().focus();
    field().select();
  });
  expect(selection()).toEqual([0, '1500.00'.length]);
});

it('is plain also when someone else changes it while somebody writes in it', () => {
  render(<Price initial={150000} />);
  enter();
  act(() => setFromOutside(money(250000)));
  expect(field().value).toBe('2500.00');
  leave();
  expect(field().value).toBe('2,500.00');
});

it('leaves what cannot be read as it was typed', () => {
  render(<Price initial={150000} />);
  enter();
  fireEvent.change(field(), { target: { value: '15,00.00' } });
  leave();
  enter();
  expect(field().value).toBe('15,00.00');
});
