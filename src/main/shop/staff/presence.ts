import type { SignedIn } from '@shared/contract';
import type { Store } from '../../store';
import { readStaff } from './members';

/** How long after the last sign of life a restart finds the person still at the till. Ms. */
export const presenceLastsMs = 15 * 60_000;

const who = 'present_staff';
const since = 'present_at';

/**
 * Remembers who is at this till (null: nobody), so that a crash or a power cut in the middle of a bill does not cost the
 * cashier a PIN while the customer waits. A till left alone for longer asks for it: `presenceLastsMs`. Kept by this
 * terminal alone.
 */
export function rememberPresence(store: Store, user: SignedIn | null, at: number): void {
  store.transaction(() => {
    store.meta.set(who, user?.staffId ?? '');
    store.meta.set(since, String(at));
  });
}

/** Who was at this till a moment ago and still may be. Name and role are as they stand now. */
export function stillPresent(store: Store, now: number): SignedIn | null {
  const staffId = store.meta.get(who) ?? '';
  const away = now - Number(store.meta.get(since) ?? 0);
  // A clock that was set back tells nothing about how long the till stood alone.
  if (staffId === '' || away < 0 || away > presenceLastsMs) return null;
  const { name, role, active, deleted_at } = readStaff(store, staffId);
  return active === 1 && deleted_at === null ? { staffId, name, role } : null;
}
