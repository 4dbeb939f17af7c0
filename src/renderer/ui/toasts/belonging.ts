import { notifications } from '@mantine/notifications';
import { onScopeGone, topScope } from '../../shortcuts';

/** The sentence, asked for whenever it is drawn, so that it is in the language of the page. */
export type Say = () => string;

/** What a person is told in passing. */
export interface Toast {
  readonly tone: 'info' | 'done' | 'attention' | 'loss';
  readonly say: Say;
  /** The way back: a button on the toast. */
  readonly undo?: () => void;
  /** It belongs to no page: it comes from elsewhere, or tells that only a part of something was done. */
  readonly stays?: 'news' | 'partly';
}

/**
 * `done`: something was done; it belongs to its page.
 * `hindrance`: what stands in the way of what was just asked for; it goes with the page, the dialog or the next press.
 * `refusal`: main said no, or did only a part. It has to be read wherever one is by now.
 * `offer`: a way back, and news of another till: they stay their time.
 */
type Kind = 'done' | 'hindrance' | 'refusal' | 'offer';

interface Shown {
  readonly toast: Toast;
  readonly kind: Kind;
  /**
   * Where it belongs; null for what belongs nowhere, and for what was done until the app has gone where the command
   * leads or the person goes on.
   */
  page: string | null;
  /** The dialog that it is about. */
  readonly scope: symbol | null;
}

const shown = new Map<string, Shown>();

function kindOf({ tone, undo, stays }: Toast): Kind {
  if (undo || stays === 'news') return 'offer';
  if (tone === 'loss' || stays === 'partly') return 'refusal';
  return tone === 'attention' ? 'hindrance' : 'done';
}

const isPassing = (kind: Kind): boolean => kind === 'done' || kind === 'hindrance';

/** In milliseconds: what belongs to no page may be found on any. */
export const staysFor = (toast: Toast): number => (isPassing(kindOf(toast)) ? 4000 : 8000);

/** There is one of what passes, and one refusal. */
const takesPlaceOf = (kind: Kind, other: Kind): boolean =>
  kind !== 'offer' && (kind === other || (isPassing(kind) && isPassing(other)));

/** The page without what is chosen on it; what is in the way is in the way of exactly what was chosen. */
const pageOf = (kind: Kind): string =>
  kind === 'hindrance' ? `${location.hash}${location.search}` : (location.hash.split('?')[0] ?? '');

/** Notes where a toast belongs, and takes away what it replaces. */
export function belong(id: string, toast: Toast): void {
  const kind = kindOf(toast);
  hideEach((each) => takesPlaceOf(kind, each.kind));
  const isHindrance = kind === 'hindrance';
  shown.set(id, {
    toast,
    kind,
    page: isHindrance ? pageOf(kind) : null,
    scope: isHindrance ? topScope() : null,
  });
}

/** What was done belongs where the app is now. */
function settle(): void {
  for (const each of shown.values()) if (each.kind === 'done') each.page ??= pageOf('done');
}

/** It has gone. */
export function forget(id: string): void {
  shown.delete(id);
}

function hideEach(isMeant: (shown: Shown) => boolean): void {
  for (const [id, each] of [...shown]) {
    if (!isMeant(each)) continue;
    notifications.hide(id);
    shown.delete(id);
  }
}

/** Takes away what offers a way back, and what was done: whoever goes on to the next thing knows. */
export const hideUndo = (): void => hideEach(({ toast, kind }) => toast.undo !== undefined || kind === 'done');

export function hideAll(): void {
  notifications.clean();
  notifications.cleanQueue();
  shown.clear();
}

window.addEventListener('hashchange', () => {
  // The first page after it, with nothing pressed in between, is the one that the command led to.
  settle();
  hideEach(({ kind, page }) => page !== null && page !== pageOf(kind));
});
window.addEventListener('keydown', ({ repeat }) => !repeat && settle(), true);
// Whoever goes on has read what was in the way.
window.addEventListener(
  'pointerdown',
  ({ target }) => {
    settle();
    const isOnIt = target instanceof Element && target.closest('[role="alert"]') !== null;
    if (!isOnIt) hideEach(({ kind }) => kind === 'hindrance');
  },
  true,
);
onScopeGone((gone) => hideEach(({ scope }) => scope === gone));
