import { useState } from 'react';

const kept = new Map<string, unknown>();

/** State that is still there when the person comes back to the screen: a search, a filter, an order. */
export function useKept<T>(name: string, initial: T): [T, (value: T) => void] {
  const [value, setValue] = useState<T>(() => (kept.has(name) ? (kept.get(name) as T) : initial)); // proof: one name, one use
  return [
    value,
    (next) => {
      kept.set(name, next);
      setValue(next);
    },
  ];
}
