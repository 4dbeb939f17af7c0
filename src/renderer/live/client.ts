import type { CallInput, Change, QueryName } from '@shared/contract';
import { notifyManager, type Query, QueryClient, QueryObserver } from '@tanstack/react-query';
import { call } from './call';
import { onPush } from './events';
import { noteArrivals } from './fresh';
import { freshness } from './topics';

export type LiveKey<N extends QueryName = QueryName> = readonly [name: N, input: CallInput<N>];

export const liveKey = <N extends QueryName>(name: N, input: CallInput<N>): LiveKey<N> => [name, input];

/**
 * Answers stay fresh because main says what changed, not because time passed: nothing is ever asked twice without a
 * reason. There is no network here, so "offline" means nothing to it.
 */
export function createQueryClient(): QueryClient {
  // An answer is shown in the frame it came in, not one timer later.
  notifyManager.setScheduler(queueMicrotask);
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Number.POSITIVE_INFINITY,
        gcTime: 60_000,
        retry: false,
        networkMode: 'always',
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}

/**
 * Asks for what is going to be shown, before anybody shows it. Never rejects: a refusal is met again by the screen, which
 * can say so.
 */
export function askAhead<N extends QueryName>(client: QueryClient, name: N, input: CallInput<N>): Promise<void> {
  return client.prefetchQuery({ queryKey: liveKey(name, input), queryFn: () => call(name, input) });
}

const concerns = (topics: ReadonlySet<string>) => (query: Query) => {
  const entry = freshnessOf(query);
  return entry?.topics.some((topic) => topics.has(topic)) === true;
};

function freshnessOf(query: Query) {
  const name = query.queryKey[0];
  return typeof name === 'string' && Object.hasOwn(freshness, name)
    ? freshness[name as QueryName] // proof: it is one of the table's own keys
    : undefined;
}

/** Asks again for what is on the screen and made of what changed. Returns the way to stop. */
export function keepFresh(client: QueryClient, page: Document = document): () => void {
  const refresh = (changes: readonly Change[]) => {
    noteArrivals(changes);
    const changed = new Set<string>(changes.map((change) => change.topic));
    const isConcerned = concerns(changed);
    const mayWait = (query: Query) => page.hidden && freshnessOf(query)?.priority === 'low';
    void client.invalidateQueries({ predicate: (query) => isConcerned(query) && !mayWait(query) });
    void client.invalidateQueries({ predicate: (query) => isConcerned(query) && mayWait(query), refetchType: 'none' });
  };
  const catchUp = () => {
    if (!page.hidden) void client.refetchQueries({ type: 'active', stale: true });
  };
  const stop = onPush((event) => {
    if (event.type === 'changes') refresh(event.changes);
  });
  page.addEventListener('visibilitychange', catchUp);
  return () => {
    stop();
    page.removeEventListener('visibilitychange', catchUp);
  };
}

const isOfPerson = (query: Query) => query.queryKey[0] !== 'system.status';

/** Forgets all that was answered to whoever was at the till. */
export function forgetAnswers(client: QueryClient): void {
  client.removeQueries({ predicate: isOfPerson });
}

/**
 * Keeps the answers of a page that is out of sight for a while, without asking for anything. Returns the way to end it: then
 * whatever is on the screen again is asked for anew.
 */
export function holdAnswers(client: QueryClient): () => void {
  const held = client
    .getQueryCache()
    .findAll({ predicate: isOfPerson })
    .map(({ queryKey }) => new QueryObserver(client, { queryKey, enabled: false }).subscribe(() => undefined));
  return () => {
    for (const release of held) release();
    void client.invalidateQueries({ predicate: isOfPerson });
  };
}
