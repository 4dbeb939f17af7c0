import type { PushEvent } from '@shared/contract';
import { useEffect, useEffectEvent } from 'react';

type Listener = (event: PushEvent) => void;

const listeners = new Set<Listener>();
let stop: (() => void) | null = null;

/** Hears everything main pushes. One listener on the bridge serves the whole page. Returns the way to stop. */
export function onPush(listener: Listener): () => void {
  stop ??= window.galla.on((event) => {
    for (const each of [...listeners]) each(event);
  });
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) {
      stop?.();
      stop = null;
    }
  };
}

/** Hears the events that a filter lets through, as long as the component is on the screen. */
export function useEvents<E extends PushEvent>(
  filter: (event: PushEvent) => event is E,
  listener: (event: E) => void,
): void {
  const hear = useEffectEvent((event: PushEvent) => {
    if (filter(event)) listener(event);
  });
  useEffect(() => onPush((event) => hear(event)), []);
}

/** `isEvent('navigate')`: the filter for one type of event. */
export const isEvent =
  <T extends PushEvent['type']>(type: T) =>
  (event: PushEvent): event is Extract<PushEvent, { type: T }> =>
    event.type === type;
