import { type RefObject, useLayoutEffect, useRef } from 'react';

interface Options {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly rowHeight: number;
  /** Another list: nothing of the last one is looked for in it. */
  readonly list: string;
  /** The first row in sight. */
  readonly first: number;
  readonly active: number;
  /** Undefined for a row that is not known here. */
  readonly idAt: (index: number) => string | undefined;
  readonly onActive: (index: number) => void;
}

/** How far a row that is not where it was is looked for, either way. */
const reach = 100;

/**
 * Rows come and go at other tills. The row that a person stands on stays theirs, and what they read stays where they
 * read it; only at the very top the newest is let in above.
 */
export function useSteadyRows({ scroller, rowHeight, list, first, active, idAt, onActive }: Options): void {
  const known = useRef<{ list: string; first: number; top?: string; active: number; on?: string } | null>(null);
  useLayoutEffect(() => {
    const was = known.current;
    const find = (index: number, id: string | undefined): number => {
      if (id === undefined || idAt(index) === undefined || idAt(index) === id) return index;
      for (let step = 1; step <= reach; step++) {
        if (idAt(index + step) === id) return index + step;
        if (idAt(index - step) === id) return index - step;
      }
      return index;
    };
    let stands = active;
    if (was && was.list === list) {
      if (was.first === first && scroller.current && scroller.current.scrollTop > 0) {
        scroller.current.scrollTop += (find(first, was.top) - first) * rowHeight;
      }
      // Nobody stands anywhere while the focus is elsewhere.
      if (was.active === active && scroller.current === document.activeElement) stands = find(active, was.on);
      if (stands !== active) onActive(stands);
    }
    const top = idAt(first);
    const on = idAt(stands);
    known.current = { list, first, active: stands, ...(top !== undefined && { top }), ...(on !== undefined && { on }) };
  });
}
