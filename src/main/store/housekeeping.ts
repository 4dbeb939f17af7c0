import { DatabaseProblem } from './problem';
import type { Store } from './store';

export interface Housekeeping {
  /** No further work is started; what runs ends with the store. */
  stop(): void;
}

export interface HousekeepingEvents {
  /** The file is damaged, or the backup did not succeed: the shell shows its screen. */
  readonly onProblem: (problem: DatabaseProblem) => void;
  /** A line for the log. */
  readonly onDone: (what: 'backup' | 'integrity', detail: Readonly<Record<string, string | number>>) => void;
  /** Anything else that went wrong; for the log. */
  readonly onError: (error: unknown) => void;
}

const hour = 60 * 60 * 1000;

/**
 * What is done behind the person's back, the long parts on reader threads: the whole file is checked after an unclean
 * end of the last run, and once a day it is backed up, which reads and checks every page too. Every hour, because a
 * till may run for weeks; the planner's figures follow a growing shop as often.
 */
export function startHousekeeping(store: Store, events: HousekeepingEvents): Housekeeping {
  let stopped = false;
  const turn = async (withCheck: boolean) => {
    try {
      if (withCheck) await check(store, events);
      if (stopped) return;
      store.refreshStatistics();
      await backUp(store, events);
    } catch (error) {
      if (stopped) return;
      if (error instanceof DatabaseProblem) events.onProblem(error);
      else events.onError(error);
    }
  };
  // Nobody hears of anything before they hold what they may have to stop.
  queueMicrotask(() => void turn(store.wasUnclean));
  const timer = setInterval(() => void turn(false), hour);
  timer.unref();
  return {
    stop() {
      stopped = true;
      clearInterval(timer);
    },
  };
}

async function backUp(store: Store, events: HousekeepingEvents): Promise<void> {
  try {
    const backup = await store.backupDaily();
    if (backup !== null) events.onDone('backup', { backup });
  } catch (error) {
    // A copy of a damaged file does not pass; then the damage is the news, not the backup.
    await check(store, events);
    throw error;
  }
}

async function check(store: Store, events: HousekeepingEvents): Promise<void> {
  const { damage, brokenReferences, levels } = await store.checkIntegrity();
  events.onDone('integrity', { damage: damage.length, brokenReferences, levels: levels.length });
  const [first] = damage;
  if (first !== undefined) throw new DatabaseProblem('database_corrupt', store.file, { reason: first });
}
