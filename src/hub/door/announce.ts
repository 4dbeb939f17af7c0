import type { Log } from '@shared/log';
import { Bonjour } from 'bonjour-service';

export interface Announcement {
  readonly shop: string;
  readonly port: number;
  readonly fingerprint: string;
}

/**
 * Says on the local network where the hub is (`_galla._tcp`), for tills that look for one. Only a convenience: nothing
 * that is said here is believed, and a network without multicast is no error. Returns how to stop it.
 */
export function announce({ shop, port, fingerprint }: Announcement, log: Log): () => Promise<void> {
  const bonjour = new Bonjour(undefined, (error: unknown) => {
    log.info({ error: String(error) }, 'this network has no multicast; tills find the hub by its address');
  });
  try {
    bonjour.publish({
      name: `Galla ${fingerprint.slice(0, 8)}`,
      type: 'galla',
      port,
      txt: { shop, fp: fingerprint.slice(0, 16) },
    });
  } catch (error) {
    log.info({ error: String(error) }, 'the hub is not announced');
  }
  return () =>
    new Promise((resolve) => {
      // The goodbye is courtesy: a network that does not take it must not hold up the end.
      const timer = setTimeout(resolve, 500);
      bonjour.unpublishAll(() => {
        clearTimeout(timer);
        bonjour.destroy();
        resolve();
      });
    });
}
