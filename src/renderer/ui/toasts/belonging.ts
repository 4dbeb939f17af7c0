import { notifications } from '@mantine/notifications';
import { i18n } from '../../i18n';
import { onScopeGone, topScope } from '../../shortcuts';

/** The sentence, asked for whenever it is drawn. One that is made already goes when the page begins to speak another language. */
export type Say = string | (() => string);

/** What a person is told in passing. */
export interface Toast {
  readonly tone: 'info' | 'done' | 'attention' | 'loss';
  readonly say: Say;
  /** The way back: a button on the toast. */
  readonly undo?: () => void;
  /** It comes from elsewhere and belongs to no page. */
  readonly isNews?: boolean;
}

/** Until when what a command leads to (its dialog goes, its record opens) is still where its toast belongs. */
const settlesAfter = 500;

/**
 * `done`: something was done; it belongs to its page.
 * `hindrance`: what stands in the way of what was just asked for; it goes with the page, the dialog or the next press.
 * `refusal`: main said no. It has to be read wherever one is by now.
 * `offer`: a way back, and news of another till: they stay their time.
 */
type Kind = 'done' | 'hindrance' | 'refusal' | 'offer';

interface Shown {
  readonly toast: Toast;
  readonly kind: Kind;
  /** Where it belongs; null while that is not settled, and for what belongs nowhere. */
  page: string | null;
  /** The dialog that it is about. */
  readonly scope: symbol | null;
}

const shown = new Map<string, Shown>();

const kindOf = ({ tone, undo, isNews }: Toast): Kind =>
  undo || isNews ? 'offer' : tone === 'loss' ? 'refusal' : tone === 'attention' ? 'hindrance' : 'done';

const isPassing = (kind: Kind): boolean => kind === 'done' || kind === 'hindrance';

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
  const mine: Shown = {
    toast,
    kind,
    page: isHindrance ? pageOf(kind) : null,
    scope: isHindrance ? topScope() : null,
  };
  shown.set(id, mine);
  if (kind !== 'done') return;
  setTimeout(() => {
    mine.page = pageOf(kind);
  }, settlesAfter);
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

/** Takes away every toast that offers a way back. */
export const hideUndo = (): void => hideEach(({ toast }) => toast.undo !== undefined);

export function hideAll(): void {
  notifications.clean();
  notifications.cleanQueue();
  shown.clear();
}

window.addEventListener('hashchange', () => hideEach(({ kind, page }) => page !== null && page !== pageOf(kind)));
// Whoever goes on has read what was in the way.
window.addEventListener(
  'pointerdown',
  ({ target }) => {
    const isOnIt = target instanceof Element && target.closest('[role="alert"]') !== null;
    if (!isOnIt) hideEach(({ kind }) => kind === 'hindrance');
  },
  true,
);
onScopeGone((gone) => hideEach(({ scope }) => scope === gone));
i18n.on('languageChanged', () => hideEach(({ toast }) => typeof toast.say === 'string' && !toast.undo));
