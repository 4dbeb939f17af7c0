import { join } from 'node:path';
import type { Handlers } from '../shop';
import type { Store } from '../store';
import { EventLog } from './event-log';
import { type NetworkCall, networkHandlers, trainingHandlers } from './handlers';
import { Hosting } from './hosting';
import { lazyIdentity } from './identity';
import { Memory } from './memory';
import type { NetworkParts } from './parts';
import type { NetworkPorts } from './ports';
import { ShopNetwork } from './shop-network';

/** This installation among the others: one per process. */
export interface TillNetwork {
  /**
   * A shop file is open: it is connected to its hub, if it has one, until `close`. One for training never is. `leave` puts
   * the file away: where.
   */
  open(store: Store, leave: () => Promise<string>): { readonly handlers: Handlers<NetworkCall>; close(): void };
  /** The machine woke up, or its network changed. */
  nudge(): void;
  /** Ends the hub inside this till. */
  close(): Promise<void>;
}

export function createNetwork(ports: NetworkPorts): TillNetwork {
  const { folder, version, clock, log, vault, startHub, announced, onChange } = ports;
  let current: ShopNetwork | null = null;
  const memory = new Memory(folder);
  const identity = lazyIdentity(folder, vault, log, () => memory.membership.role === 'alone');
  const events = new EventLog(folder, clock, log);
  const hosting = new Hosting({
    startHub,
    announced,
    folder: join(folder, 'hub'),
    version,
    identity,
    log,
    onUp: () => current?.hubUp(),
    onDied: () => {
      events.add('hub_died');
      onChange();
    },
    onChange: () => {
      current?.hubChanged();
      onChange();
    },
  });
  const parts: NetworkParts = { ports, identity, memory, events, hosting, startedAt: performance.now() };

  return {
    open(store, leave) {
      if (store.isSandbox) {
        const training = new ShopNetwork(
          { ...parts, memory: { membership: { role: 'alone', port: 0 } } },
          store,
          leave,
        );
        return { handlers: trainingHandlers(training), close: () => training.close() };
      }
      const opened = new ShopNetwork(parts, store, leave);
      current = opened;
      opened.start();
      return {
        handlers: networkHandlers(opened),
        close() {
          if (current === opened) current = null;
          opened.close();
        },
      };
    },
    nudge: () => current?.nudge(),
    close: () => hosting.stop(),
  };
}
