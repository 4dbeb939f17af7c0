import type { FoundHub } from '@shared/contract';
import type { Log } from '@shared/log';
import type { Service } from 'bonjour-service';
import { addressText } from './address';

/** A hub that says that it is there. */
export interface SeenHub extends FoundHub {
  /** The first 16 digits of its certificate's fingerprint, as it says itself. */
  readonly fingerprint: string;
}

/** Finds hubs on the local network. A network without multicast finds none; that is no error. */
export interface Discovery {
  find(): Promise<SeenHub[]>;
}

/** How long is listened. Answers come within a fraction of a second where they come at all. ms */
const patience = 1_500;

/** By multicast DNS (`_galla._tcp`). What is found is a suggestion: pairing finds out whether it is true. */
export function createDiscovery(log: Log): Discovery {
  return {
    async find() {
      // Only a new till ever needs it; every other start is spared the reading.
      const { Bonjour } = await import('bonjour-service');
      return new Promise((resolve) => {
        const found = new Map<string, SeenHub>();
        const bonjour = new Bonjour(undefined, (error: unknown) => {
          log.info({ error: String(error) }, 'this network has no multicast');
        });
        const finish = () => {
          bonjour.destroy();
          resolve([...found.values()].sort((a, b) => (a.shop < b.shop ? -1 : 1)));
        };
        setTimeout(finish, patience);
        try {
          bonjour.find({ type: 'galla' }, (service) => {
            const hub = hubOf(service);
            if (hub) found.set(service.fqdn, hub);
          });
        } catch (error) {
          log.info({ error: String(error) }, 'hubs could not be looked for');
        }
      });
    },
  };
}

/** Anybody may say anything here: short texts, and an address that is one. */
function hubOf({ host, port, addresses = [], txt }: Service): SeenHub | null {
  const [address] = [...addresses].sort((a, b) => Number(a.includes(':')) - Number(b.includes(':')));
  const shop: unknown = txt?.shop;
  const fingerprint: unknown = txt?.fp;
  if (address === undefined || !Number.isInteger(port)) return null;
  return {
    shop: typeof shop === 'string' ? shop.slice(0, 200) : '',
    host: host.replace(/\.$/, '').slice(0, 200),
    address: addressText({ host: address, port }),
    fingerprint: typeof fingerprint === 'string' ? fingerprint.slice(0, 16) : '',
  };
}
