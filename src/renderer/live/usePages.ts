import type { CallInput, CallOutput, Page, QueryName } from '@shared/contract';
import { useQueries } from '@tanstack/react-query';
import { useRef } from 'react';
import { asFailure, type CallFailure, call } from './call';
import { liveKey } from './client';

/** The queries that answer with a page of rows. */
export type PagedName = { [N in QueryName]: CallOutput<N> extends Page<unknown> ? N : never }[QueryName];
export type PageRow<N extends PagedName> = CallOutput<N>['rows'][number];
/** A paged query's input without the page. */
export type PageFilter<N extends PagedName> = Omit<CallInput<N>, 'offset' | 'limit'>;

export interface Pages<Row> {
  /** Null until the first answer. */
  readonly total: number | null;
  /** Undefined while its page is on the way. */
  readonly row: (index: number) => Row | undefined;
  readonly failure: CallFailure | null;
  readonly retry: () => void;
}

/** Rows in one answer: a screenful and a half at 4K, far below what would be felt on the way over. */
const size = 100;

/** The input of a list's first page: who asks for it too, for what it says of the whole list, causes no second call. */
export function firstPage<N extends PagedName>(filter: PageFilter<N>): CallInput<N> {
  // proof: a paged query's input is its filter, an offset and a limit
  return { ...filter, offset: 0, limit: size } as unknown as CallInput<N>;
}

/**
 * A long list as pages, of which only those in sight are asked for and kept fresh. `first` and `last` are the rows in
 * sight.
 */
export function usePages<N extends PagedName>(
  name: N,
  filter: PageFilter<N>,
  first: number,
  last: number,
): Pages<PageRow<N>> {
  const from = Math.floor(first / size);
  const to = Math.max(from, Math.floor(last / size));
  const numbers = Array.from({ length: to - from + 1 }, (_, i) => from + i);
  const results = useQueries({
    queries: numbers.map((number) => {
      // proof: a paged query's input is its filter, an offset and a limit
      const input = { ...filter, offset: number * size, limit: size } as unknown as CallInput<N>;
      return {
        queryKey: liveKey(name, input),
        queryFn: () => call(name, input),
      };
    }),
  });
  // While a new filter or order is on its way, what stood there stands; with its first answer all of that is gone.
  const standing = useRef<Standing<CallOutput<N>>>({ filter: '', total: null, pages: new Map() });
  const asked = JSON.stringify(filter);
  for (const [index, { data }] of results.entries()) {
    if (!data) continue;
    if (standing.current.filter !== asked) standing.current = { filter: asked, total: null, pages: new Map() };
    standing.current.total = data.total;
    standing.current.pages.set(from + index, data);
  }
  const { total, pages } = standing.current;
  // A page beyond the neighbours is not looked at; a long way through a long list does not pile them up.
  for (const page of pages.keys()) if (page < from - 1 || page > to + 1) pages.delete(page);
  const failed = results.find((result) => result.error);
  return {
    total,
    row: (index) => pages.get(Math.floor(index / size))?.rows[index % size],
    failure: failed ? asFailure(failed.error) : null,
    retry: () => {
      for (const result of results) if (result.error) void result.refetch();
    },
  };
}

/** The pages that have been answered, of one filter. */
interface Standing<Output> {
  readonly filter: string;
  total: number | null;
  readonly pages: Map<number, Output>;
}
