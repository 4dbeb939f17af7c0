import { createContext, type ReactNode, use, useEffectEvent, useLayoutEffect, useState } from 'react';
import { keyOf } from './chosen';
import { pressedKey, type ShortcutId } from './keys';

type Handler = (event: KeyboardEvent) => void;

interface Entry {
  readonly id: ShortcutId;
  readonly scope: symbol | null;
  /** Null: it takes the key, and nothing happens. */
  readonly handle: Handler | null;
}

const entries = new Set<Entry>();
/** Open dialogs, the topmost last. */
const scopes: symbol[] = [];
const ScopeContext = createContext<symbol | null>(null);

const top = (): symbol | null => scopes.at(-1) ?? null;

/** The dialog that lies over all others; null when there is none. */
export const topScope = top;

const gone = new Set<(scope: symbol) => void>();

/** Tells of each dialog that has been left. */
export function onScopeGone(listener: (scope: symbol) => void): void {
  gone.add(listener);
}

/** True when no dialog lies over the screen. */
export const isAwake = (): boolean => top() === null;

/** What the key found when it went down: by the time it comes up here, it may have closed a list or a dialog. */
let found: { readonly scope: symbol | null; readonly openList: boolean } = { scope: null, openList: false };

function look({ target }: KeyboardEvent): void {
  awaited = null;
  found = { scope: top(), openList: target instanceof Element && target.getAttribute('aria-expanded') === 'true' };
}

function dispatch(event: KeyboardEvent): void {
  if (event.defaultPrevented) return;
  const key = pressedKey(event);
  if (isLetter(key) && isWriting(event.target)) return;
  if (key === 'Escape' && found.openList) return;
  // The last one mounted wins: the inner part of a screen before the outer.
  const entry = [...entries].reverse().find((each) => keyOf(each.id) === key && each.scope === found.scope);
  if (!entry) return;
  event.preventDefault();
  entry.handle?.(event);
}

/** A letter belongs to the field it is typed into; signs and named keys act from there too. */
const isLetter = (key: string): boolean => /^[a-z/]$/.test(key);

const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.matches('input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable]');

/** What is to be done as soon as the screen that was gone to takes it. */
let awaited: ShortcutId | null = null;

/** Does what an action's key would do now. False: nothing on the screen takes it. */
export function press(id: ShortcutId): boolean {
  const handle = taker(id)?.handle;
  handle?.(new KeyboardEvent('keydown'));
  return handle != null;
}

/** Whether `press` would do anything now. */
export const mayPress = (id: ShortcutId): boolean => taker(id)?.handle != null;

const taker = (id: ShortcutId): Entry | undefined =>
  [...entries].reverse().find((each) => each.id === id && each.scope === top());

/** Goes to a screen, then does what an action's key does there; a person who presses another key first has changed their mind. */
export function pressAfter(go: () => void, id: ShortcutId): void {
  awaited = id;
  go();
}

/** A press on the screen is another way to change one's mind; one in a dialog may be the leave that was asked for. */
function forget(): void {
  if (top() === null) awaited = null;
}

let listening = false;

function add(entry: Entry): () => void {
  if (!listening) {
    window.addEventListener('keydown', look, true);
    window.addEventListener('keydown', dispatch);
    window.addEventListener('pointerdown', forget, true);
    listening = true;
  }
  entries.add(entry);
  if (entry.id === awaited && entry.scope === top()) {
    awaited = null;
    // Once all of the screen is there.
    queueMicrotask(() => void press(entry.id));
  }
  return () => void entries.delete(entry);
}

/**
 * Acts on a key while the component is on the screen, enabled, and no other dialog lies over it. Without a handler it only
 * keeps the key from whatever is around it.
 */
export function useShortcut(id: ShortcutId, handler: Handler | null, enabled = true): void {
  const scope = use(ScopeContext);
  const handle = useEffectEvent((event: KeyboardEvent) => handler?.(event));
  const isKept = handler === null;
  // In one step with the screen: a key that comes right after a dialog has gone is for what is seen now.
  useLayoutEffect(() => {
    if (!enabled) return;
    return add({ id, scope, handle: isKept ? null : (event) => handle(event) });
  }, [id, enabled, scope, isKept]);
}

/** True for the dialog that lies over all others, or is alone. */
export const isOnTop = (scope: symbol): boolean => top() === scope;

interface ScopeProps {
  /** For a dialog that asks whether it is on top: made once. */
  readonly scope?: symbol;
  readonly children: ReactNode;
}

/** A dialog's content: while it is on the screen, the shortcuts of everything below it sleep. */
export function ShortcutScope({ scope: given, children }: ScopeProps) {
  const [own] = useState(() => Symbol('dialog'));
  const scope = given ?? own;
  useLayoutEffect(() => {
    scopes.push(scope);
    return () => {
      scopes.splice(scopes.indexOf(scope), 1);
      for (const tell of gone) tell(scope);
    };
  }, [scope]);
  return <ScopeContext value={scope}>{children}</ScopeContext>;
}
