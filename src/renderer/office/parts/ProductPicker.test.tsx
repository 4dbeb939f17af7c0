// @vitest-environment happy-dom
import { MantineProvider } from '@mantine/core';
import type { ProductSummary } from '@shared/contract';
import { QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useRef, useState } from 'react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type FakeBridge, fakeBridge } from '../../../../tests/support/fake-bridge';
import { createQueryClient } from '../../live';
import { ProductPicker } from './ProductPicker';

const found = ['one', 'two'].map((id) => ({ id, name: id })) as unknown as ProductSummary[]; // proof: the list reads no more
let main: FakeBridge;
let client: ReturnType<typeof createQueryClient>;
let picked: string[];

/** As counting has it: a pick empties the field; a scanned code that several have is put into it from outside. */
function List() {
  const ref = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const pick = (id: string) => {
    setTyped('');
    picked.push(id);
  };
  return (
    <>
      <button type="button" onClick={() => setTyped('code')}>
        scan
      </button>
      <ProductPicker
        ref={ref}
        label="goods"
        typed={typed}
        text={typed}
        onType={setTyped}
        onPick={pick}
        nameOf={({ name }) => name}
      />
    </>
  );
}

const settle = () => act(async () => new Promise((resolve) => setTimeout(resolve, 20)));
const answer = async () => {
  await settle();
  if (main.waiting().length > 0) main.answer('catalogue.search', found);
  await settle();
};
const field = () => screen.getByRole('combobox');
const press = (code: string, more = {}) => {
  fireEvent.keyDown(field(), { key: code, code, ...more });
  return settle();
};
const type = async (value: string) => {
  act(() => field().focus());
  fireEvent.change(field(), { target: { value } });
  await answer();
};
const scan = async () => {
  fireEvent.click(screen.getByText('scan'));
  await answer();
};

beforeEach(() => {
  window.matchMedia ??= () => ({ matches: false, addEventListener() {}, removeEventListener() {} }) as never;
  Element.prototype.scrollIntoView ??= () => {};
  main = fakeBridge();
  client = createQueryClient();
  picked = [];
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={client}>
        <List />
      </QueryClientProvider>
    </MantineProvider>,
  );
});

afterEach(() => {
  cleanup();
  client.clear();
});

it('takes what an arrow marked once, and the first of what is typed next', async () => {
  await type('t');
  await press('ArrowDown');
  await press('ArrowDown');
  await press('Enter');
  expect(picked).toEqual(['two']);
  await type('o');
  await press('Enter');
  expect(picked).toEqual(['two', 'one']);
});

it('picks of the same code again when it is scanned again', async () => {
  await scan();
  await press('Enter');
  await scan();
  await press('Enter');
  expect(picked).toEqual(['one', 'one']);
});

it('leaves alone the Enter that ends a composition', async () => {
  await type('t');
  await press('Enter', { isComposing: true });
  expect(picked).toEqual([]);
  await press('Enter');
  expect(picked).toEqual(['one']);
});

it('keeps an Enter that was faster than the answer from the form around it, and leaves an empty field’s to it', async () => {
  const enter = () => fireEvent.keyDown(field(), { key: 'Enter', code: 'Enter' });
  act(() => field().focus());
  expect(enter()).toBe(true);
  fireEvent.change(field(), { target: { value: 'o' } });
  await settle();
  expect(enter()).toBe(false);
  expect(picked).toEqual([]);
  await answer();
  expect(enter()).toBe(false);
  expect(picked).toEqual(['one']);
});
