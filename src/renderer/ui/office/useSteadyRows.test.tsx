// @vitest-environment happy-dom
import { cleanup, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { useSteadyRows } from './useSteadyRows';

const rowHeight = 48;

let scroller: HTMLDivElement;
beforeEach(() => {
  scroller = document.createElement('div');
  scroller.tabIndex = 0;
  document.body.append(scroller);
});
afterEach(() => {
  cleanup();
  scroller.remove();
});

interface Shown {
  readonly rows: string;
  readonly active: number;
  readonly list?: string;
}

/** A list on the screen, one letter per row; gives the row a person stands on after each change. */
function show(start: Shown) {
  let active = start.active;
  const { rerender } = renderHook(
    ({ rows, list = 'all', active: at }: Shown) => {
      active = at;
      useSteadyRows({
        scroller: { current: scroller },
        rowHeight,
        list,
        first: Math.floor(scroller.scrollTop / rowHeight),
        active: at,
        idAt: (index) => rows[index],
        onActive: (index) => {
          active = index;
        },
      });
    },
    { initialProps: start },
  );
  return {
    becomes: (rows: string, list?: string) => rerender({ rows, active, ...(list && { list }) }),
    standsOn: () => active,
  };
}

it('whoever stands on a row still stands on it when others come above or go', () => {
  scroller.focus();
  const list = show({ rows: 'abcdef', active: 2 });
  list.becomes('xyabcdef');
  expect(list.standsOn()).toBe(4);
  list.becomes('ybcdef');
  expect(list.standsOn()).toBe(2);
  list.becomes('ybdef');
  expect(list.standsOn()).toBe(2);
});

it('nothing moves for who is elsewhere, or in another list', () => {
  const list = show({ rows: 'abcdef', active: 2 });
  list.becomes('xabcdef');
  expect(list.standsOn()).toBe(2);
  scroller.focus();
  list.becomes('fedcbax', 'sorted');
  expect(list.standsOn()).toBe(2);
});

it('what is read stays in sight; at the top the newest come in', () => {
  scroller.scrollTop = 3 * rowHeight + 10;
  const list = show({ rows: 'abcdef', active: 0 });
  list.becomes('xyabcdef');
  expect(scroller.scrollTop).toBe(5 * rowHeight + 10);
  scroller.scrollTop = 0;
  const other = show({ rows: 'abcdef', active: 0 });
  other.becomes('xabcdef');
  expect(scroller.scrollTop).toBe(0);
});
