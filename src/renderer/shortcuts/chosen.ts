import { useSyncExternalStore } from 'react';
import { editableIds, refuseKey, type ShortcutId, shortcutIds, usualKeys } from './keys';

/** The keys a person chose on this till, beside the usual ones. */
type Chosen = Readonly<Partial<Record<ShortcutId, string>>>;

const storedAt = (staffId: string) => `galla.keys.${staffId}`;

let person: string | null = null;
let chosen: Chosen = {};
const listeners = new Set<() => void>();

const set = (next: Chosen) => {
  chosen = next;
  for (const listener of [...listeners]) listener();
};

/** The keys of the person at the till: hands are what they are, so everyone has their own. */
export function useKeysOf(staffId: string): void {
  person = staffId;
  const stored = read(localStorage.getItem(storedAt(staffId)));
  if (JSON.stringify(stored) !== JSON.stringify(chosen)) chosen = stored;
}

export const keyOf = (id: ShortcutId): string => chosen[id] ?? usualKeys[id];

/** Who has a key already. */
export const ownerOf = (key: string): ShortcutId | undefined => shortcutIds.find((id) => keyOf(id) === key);

/** Puts an action on a key that is free; what refuses one is `refuseKey` and `ownerOf`. */
export function chooseKey(id: ShortcutId, key: string): void {
  if (refuseKey(key) !== null || (ownerOf(key) ?? id) !== id) return;
  const { [id]: _, ...others } = chosen;
  keep(key === usualKeys[id] ? others : { ...others, [id]: key });
}

/** Back to the usual keys, all of them: one alone could meet another that took its place. */
export const resetKeys = (): void => keep({});

function keep(next: Chosen): void {
  if (person !== null) localStorage.setItem(storedAt(person), JSON.stringify(next));
  set(next);
}

/** What was stored, as far as it still makes sense: an action that is no more, or two on one key, are left out. */
function read(text: string | null): Chosen {
  const stored = parse(text);
  const next: Partial<Record<ShortcutId, string>> = {};
  for (const id of editableIds) {
    const key = stored[id];
    if (typeof key !== 'string' || refuseKey(key) !== null) continue;
    const isTaken = shortcutIds.some(
      (other) => other !== id && (next[other] ?? stored[other] ?? usualKeys[other]) === key,
    );
    if (!isTaken) next[id] = key;
  }
  return next;
}

function parse(text: string | null): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

/** The key of an action, to be shown: it follows what the person chooses. */
export const useKeyOf = (id: ShortcutId): string => useSyncExternalStore(subscribe, () => keyOf(id));

/** True as soon as one key is not the usual one. */
export const useHasOwnKeys = (): boolean => useSyncExternalStore(subscribe, () => Object.keys(chosen).length > 0);
