import { notifications } from '@mantine/notifications';
import { i18n } from '../../i18n';
import { onScopeGone, topScope } from '../../shortcuts';
import type { Toast } from '.';

/** Until when what a command leads to (its dialog goes, its record opens) is still where its toast belongs. */
const settlesAfter = 500;

/**
 * `passing`: that something was done, or what stands in its way. It belongs to its page, and the next one takes its place.
 * `refusal`: what was refused has to be read wherever one is by now; there is one.
 * `offer`: a way back, and news of another till: they stay their time.
 */
type Kind = 'passing' | 'refusal' | 'offer';

interface Shown {
  readonly toast: Toast;
  readonly kind: Kind;
  /** Where it belongs; null while that is not settled, and for what belongs nowhere. */
  page: string | null;
  readonly scope: symbol | null;
}

const shown = new Map<string, Shown>();

const kindOf = ({ tone, undo, isNews }: Toast): Kind =>
  undo || isNews ? 'offer' : tone === 'loss' ? 'refusal' : 'passing';

/** It says what stands in the way of what was just asked for. */
const isInWay = ({ kind, toast }: Pick<Shown, 'kind' | 'toast'>): boolean =>
  kind === 'passing' && toast.tone === 'attention';

/** The page without what is chosen on it; what is in the way of something is in the way of exactly what was chosen. */
const pageOf = ({ tone }: Toast): string =>
  tone === 'attention' ? `${location.hash}${location.search}` : (location.hash.split('?')[0] ?? '');

/** Notes where a toast belongs, and takes away what it replaces. */
export function belong(id: string, toast: Toast): void {
  const kind = kindOf(toast);
  if (kind !== 'offer') hideEach((each) => each.kind === kind);
  const mine: Shown = { toast, kind, page: null, scope: null };
  shown.set(id, isInWay(mine) ? { ...mine, page: pageOf(toast), scope: topScope() } : mine);
  if (kind === 'passing' && !isInWay(mine)) setTimeout(() => settle(mine), settlesAfter);
}

function settle(mine: Shown): void {
  mine.page = pageOf(mine.toast);
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

window.addEventListener('hashchange', () => hideEach(({ toast, page }) => page !== null && page !== pageOf(toast)));
// Whoever goes on has read what was in the way.
window.addEventListener(
  'pointerdown',
  ({ target }) => {
    const isOnIt = target instanceof Element && target.closest('[role="alert"]') !== null;
    if (!isOnIt) hideEach(isInWay);
  },
  true,
);
onScopeGone((gone) => hideEach(({ scope }) => scope === gone));
i18n.on('languageChanged', () => hideEach(({ toast }) => typeof toast.say === 'string' && !toast.undo));
