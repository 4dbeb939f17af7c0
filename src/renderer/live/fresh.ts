import type { Change, Topic } from '@shared/contract';
import { useSyncExternalStore } from 'react';

/** How long a row that another till has made is marked as new. Ms. */
const freshForMs = 60_000;

const none: ReadonlySet<string> = new Set();
/** By topic; replaced, never changed, so that whoever looks sees a change. */
const fresh = new Map<Topic, ReadonlySet<string>>();
const listeners = new Set<() => void>();

function update(topic: Topic, change: (ids: Set<string>) => void): void {
  const ids = new Set(fresh.get(topic));
  change(ids);
  fresh.set(topic, ids);
  for (const listener of [...listeners]) listener();
}

/** Notes what has arrived, whether or not a screen shows it just now: it is still new to whoever comes a little later. */
export function noteArrivals(changes: readonly Change[]): void {
  for (const { topic, arrived } of changes) {
    if (!arrived) continue;
    update(topic, (ids) => {
      for (const id of arrived) ids.add(id);
    });
    setTimeout(() => {
      update(topic, (ids) => {
        for (const id of arrived) ids.delete(id);
      });
    }, freshForMs);
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** The ids of rows that came from another till a moment ago; none without a topic. */
export function useFresh(topic: Topic | undefined): ReadonlySet<string> {
  return useSyncExternalStore(subscribe, () => (topic && fresh.get(topic)) ?? none);
}
