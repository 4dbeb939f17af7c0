import { AppError } from '@shared/errors';
import type { LocalTransaction } from '../../store';
import type { ShopDeps } from '../deps';

/** Wrong PINs that are free of consequence; the next one locks. */
const freeAttempts = 4;
const firstLock = 30_000;
const longestLock = 15 * 60_000;

interface Attempts {
  failed: number;
  locked_until: number;
}

/** How long so many wrong PINs in a row keep a person out: the fifth 30 s, each further one twice as long. */
function lockFor(failed: number): number {
  if (failed <= freeAttempts) return 0;
  return Math.min(firstLock * 2 ** (failed - freeAttempts - 1), longestLock);
}

/** When the person may try again; null when now. A lock longer than there is comes from a clock that was set back. */
export function lockedUntil(lockedUntil: number, now: number): number | null {
  return lockedUntil > now && lockedUntil <= now + longestLock ? lockedUntil : null;
}

/** Guards signing in; kept in the file, so that a restart does not lift a lock. */
export interface Lockout {
  /**
   * Counts an attempt as wrong **before** it is checked, so that a hundred attempts at once are a hundred attempts.
   *
   * @throws AppError `locked_out` with `seconds`
   */
  begin(staffId: string): void;
  /** The PIN was right: nothing is held against the person. */
  succeed(staffId: string): void;
  /** The PIN was wrong. @throws AppError always: `locked_out` when that was one too many, else `wrong_pin` with `left` */
  fail(staffId: string): never;
}

export function createLockout({ store, clock }: Pick<ShopDeps, 'store' | 'clock'>): Lockout {
  const read = (staffId: string): Attempts =>
    store.sql<[string], Attempts>('SELECT failed, locked_until FROM pin_attempt WHERE staff_id = ?').get(staffId) ?? {
      failed: 0,
      locked_until: 0,
    };

  const refuseIfLocked = (attempts: Attempts) => {
    const until = lockedUntil(attempts.locked_until, clock.now());
    if (until === null) return;
    const seconds = Math.ceil((until - clock.now()) / 1000);
    throw new AppError('locked_out', `Too many wrong PINs: try again in ${seconds} s`, { seconds });
  };

  return {
    begin(staffId) {
      store.transaction((tx) => {
        const attempts = read(staffId);
        refuseIfLocked(attempts);
        const failed = attempts.failed + 1;
        const lock = lockFor(failed);
        tx.local<[string, number, number]>(
          `INSERT INTO pin_attempt (staff_id, failed, locked_until) VALUES (?, ?, ?)
           ON CONFLICT (staff_id) DO UPDATE SET failed = excluded.failed, locked_until = excluded.locked_until`,
        ).run(staffId, failed, lock === 0 ? 0 : clock.now() + lock);
        announce(tx, staffId);
      });
    },
    succeed(staffId) {
      store.transaction((tx) => {
        tx.local<[string]>('DELETE FROM pin_attempt WHERE staff_id = ?').run(staffId);
        announce(tx, staffId);
      });
    },
    fail(staffId) {
      const attempts = read(staffId);
      refuseIfLocked(attempts);
      const left = Math.max(freeAttempts + 1 - attempts.failed, 0);
      throw new AppError('wrong_pin', 'Wrong PIN', { left });
    },
  };
}

function announce(tx: LocalTransaction, staffId: string): void {
  tx.touch('staff', [staffId]);
}
