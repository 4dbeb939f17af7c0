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
        // While a new filter or order is on its way, the rows of the last one stand; never those of another page.
        placeholderData: (rows: CallOutput<N> | undefined, query: { queryKey: readonly unknown[] } | undefined) =>
          isPage(query?.queryKey[1], number) ? rows : undefined,
      };
    }),
  });
  const known = useRef<number | null>(null);
  for (const result of results) if (result.data) known.current = result.data.total;
  const failed = results.find((result) => result.error);
  return {
    total: known.current,
    row: (index) => {
      const result = results[Math.floor(index / size) - from];
      return result?.data?.rows[index % size];
    },
    failure: failed ? asFailure(failed.error) : null,
    retry: () => {
      for (const result of results) if (result.error) void result.refetch();
    },
  };
}

const isPage = (input: unknown, number: number): boolean =>
  typeof input === 'object' && input !== null && 'offset' in input && input.offset === number * size;
