import type { Clock } from '@shared/clock';
import type { Log } from '@shared/log';
import type { Hub } from './hub';
import { lastBackup, type SqliteHubStore } from './store';

const hour = 60 * 60 * 1000;

/**
 * Until when terminals must keep what was acknowledged, in case this hub is lost: until it is in a backup (`folder`), or
 * not at all, because who runs the hub says that its disk cannot be lost (`disk`: a replicated volume, a database with
 * backups of its own).
 */
export type Durability = { readonly kind: 'backups'; readonly folder: string } | { readonly kind: 'disk' };

/** Looks every hour, and at the start, whether a backup is due. Returns the way to stop; what runs ends first. */
export function keepDurable(
  hub: Pick<Hub, 'backedUp'>,
  store: Pick<SqliteHubStore, 'lane' | 'backUp'>,
  durability: Durability,
  { clock, log }: { readonly clock: Clock; readonly log: Log },
): () => Promise<void> {
  let running: Promise<void> | null = null;
  const turn = async () => {
    try {
      if (durability.kind === 'disk') {
        await hub.backedUp((await store.lane()).head);
        return;
      }
      const now = clock.now();
      const last = lastBackup(durability.folder);
      // One "from the future" (the clock was wrong) must not switch backups off.
      if (last !== null && last <= now && now - last < 24 * hour) return;
      const head = await store.backUp(durability.folder, now);
      await hub.backedUp(head);
      log.info({ head }, 'The hub was backed up');
    } catch (error) {
      // Terminals keep what they have; the next hour tries again.
      log.error({ error: String(error) }, 'The hub could not be backed up');
    }
  };
  const start = () => {
    running ??= turn().finally(() => {
      running = null;
    });
  };
  start();
  const timer = setInterval(start, hour);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await running;
  };
}
