import type { EventLog } from './event-log';
import type { Hosting } from './hosting';
import type { Identity } from './identity';
import type { Belonging } from './memory';
import type { NetworkPorts } from './ports';

/** What of the network outlives the shop file that happens to be open. */
export interface NetworkParts {
  readonly ports: NetworkPorts;
  readonly identity: Identity;
  readonly memory: Belonging;
  readonly events: EventLog;
  readonly hosting: Hosting;
  /** performance.now() of the start. */
  readonly startedAt: number;
}
