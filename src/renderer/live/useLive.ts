import type { CallInput, CallOutput, QueryName } from '@shared/contract';
import { useQuery } from '@tanstack/react-query';
import { asFailure, type CallFailure, call } from './call';
import { liveKey } from './client';

export type Live<T> =
  | { readonly state: 'loading'; readonly data: undefined; readonly failure: null }
  | { readonly state: 'failed'; readonly data: T | undefined; readonly failure: CallFailure; retry: () => void }
  /** `isPrevious`: the answer to the input before, shown until this one's has come; only with `keep`. */
  | { readonly state: 'ready'; readonly data: T; readonly failure: null; readonly isPrevious: boolean };

export interface LiveOptions {
  /** False: do not ask yet. The state is `loading` until it is true. */
  readonly enabled?: boolean;
  /** While a changed input is being answered, go on showing the last answer: for search and filters. */
  readonly keep?: boolean;
}

/** Data that stays fresh: asked once, and again whenever one of its topics changes (live/topics.ts). */
export function useLive<N extends QueryName>(
  name: N,
  input: CallInput<N>,
  options: LiveOptions = {},
): Live<CallOutput<N>> {
  const query = useQuery<CallOutput<N>>({
    queryKey: liveKey(name, input),
    queryFn: () => call(name, input),
    enabled: options.enabled ?? true,
    placeholderData: (last) => (options.keep ? last : undefined),
  });
  if (query.error) {
    const retry = () => void query.refetch();
    return { state: 'failed', data: query.data, failure: asFailure(query.error), retry };
  }
  if (query.data === undefined) return { state: 'loading', data: undefined, failure: null };
  return { state: 'ready', data: query.data, failure: null, isPrevious: query.isPlaceholderData };
}
