// @vitest-environment happy-dom
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBridge } from '../../../../tests/support/fake-bridge';
import { type EarlyKeys, hearEarlyKeys } from '../../early-keys';
import { CartContext, createCartStore } from '../cart';
import type { Finder } from '../find';
import { useCounterScanner } from '../useCounterScanner';

// The counter's own wiring, with a field as React runs it: controlled, focused and selected as it comes up.

const page = vi.hoisted(() => ({ early: null as EarlyKeys | null }));
vi.mock(import('../../early-keys'), async (original) => ({
  ...(await original()),
  earlyKeys: { take: () => page.early?.take() ?? [] },
}));

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
let now = 1000;
let main: ReturnType<typeof fakeBridge>;
let root: Root | undefined;

beforeEach(() => {
  main = fakeBridge();
  page.early = hearEarlyKeys();
});

afterEach(() => {
  root?.unmount();
  document.body.replaceChildren();
  page.early?.take();
});

/** A key as the browser delivers it, to whatever has the focus; text goes into a field unless someone prevented it. */
function press(key: string, after: number): void {
  now += after;
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
  Object.defineProperty(event, 'timeStamp', { value: now });
  (document.activeElement ?? document.body).dispatchEvent(event);
  const field = document.activeElement;
  if (event.defaultPrevented || key.length !== 1 || !(field instanceof HTMLInputElement)) return;
  field.setRangeText(key, field.selectionStart ?? 0, field.selectionEnd ?? 0, 'end');
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

/** Presses `early`, then brings up the counter; `inBetween` while React still works on it; then `after`. */
async function bringUp(
  early: () => void,
  inBetween: () => void = nothing,
  after: () => void = nothing,
): Promise<HTMLInputElement> {
  const store = createCartStore();
  function Desk() {
    const [text, setText] = useState('');
    const field = useRef<HTMLInputElement>(null);
    const finder = useRef<Finder>(null);
    useLayoutEffect(() => {
      finder.current = {
        field: field.current,
        focus: () => field.current?.select(),
        clear: () => setText(''),
        takeTimes: () => null,
      };
      finder.current.focus();
    }, []);
    useCounterScanner({ mode: { now: 'sell' }, finder, onNext: () => undefined, onReceipt: () => undefined });
    // biome-ignore lint/a11y/noAutofocus: as the search has it
    return <input ref={field} autoFocus value={text} onChange={(event) => setText(event.currentTarget.value)} />;
  }
  const up = Promise.withResolvers<void>();
  function Page() {
    // What has been committed is in the page, and the effects that may wait have not run.
    useLayoutEffect(() => queueMicrotask(inBetween), []);
    useEffect(() => up.resolve(), []);
    return <Desk />;
  }
  early();
  const place = document.body.appendChild(document.createElement('div'));
  root = createRoot(place);
  root.render(
    <CartContext value={store}>
      <Page />
    </CartContext>,
  );
  await up.promise;
  after();
  await wait(80);
  return place.querySelector('input') as HTMLInputElement; // proof: the only one
}

const nothing = () => undefined;
const burst = (text: string) => {
  for (const key of text) press(key, 4);
};
const scan = (code: string) => {
  now += 400;
  burst(code);
  press('Enter', 4);
};
const scanned = () => main.waiting().map(({ input }) => (input as { code?: string }).code); // proof: only scans are asked here
const typed = (text: string) => () => {
  for (const key of text) press(key, 150);
};

it('what a person typed before the counter was up is all there', async () => {
  const field = await bringUp(typed('red rice*5'));
  expect(field.value).toBe('red rice*5');
  expect(scanned()).toEqual([]);
});

it('a scan in the midst of it is heard as one, and ends up in no field', async () => {
  const field = await bringUp(() => {
    typed('ri')();
    scan('8901030865237');
    typed('ce')();
  });
  expect(field.value).toBe('rice');
  expect(scanned()).toEqual(['8901030865237']);
});

it('a scan that comes while the counter comes up is heard whole, none of its digits doubled or lost', async () => {
  const code = '8901030865237';
  const field = await bringUp(
    () => burst(code.slice(0, 5)),
    () => burst(code.slice(5, 9)),
    () => {
      burst(code.slice(9));
      press('Enter', 4);
    },
  );
  expect(scanned()).toEqual([code]);
  expect(field.value).toBe('');
});

it('what is typed while the counter comes up is there once', async () => {
  const field = await bringUp(typed('ri'), typed('c'), typed('e'));
  expect(field.value).toBe('rice');
  expect(scanned()).toEqual([]);
});

it('what the browser has typed into a field is nobody else’s', () => {
  const other = document.createElement('input');
  document.body.append(other);
  other.focus();
  typed('4826')();
  other.remove();
  typed('r')();
  expect(page.early?.take().map(({ key }) => key)).toEqual(['r']);
});
