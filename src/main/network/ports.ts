import type { Clock } from '@shared/clock';
import type { PushEvent } from '@shared/contract';
import type { FromHubProcess, HubStart, ToHubProcess } from '@shared/door';
import type { Ids } from '@shared/ids';
import type { Log } from '@shared/log';
import type { Discovery } from './discovery';

/** The system's keyring, where there is one. */
export interface KeyVault {
  /** False where a secret would be no safer than in a file. */
  isAvailable(): boolean;
  seal(secret: string): Buffer;
  /** Throws when it was sealed by another user or on another machine. */
  open(sealed: Buffer): string;
}

/** The hub as a process of its own: what is slow or breaks there does not hold up a sale here. */
export interface HubChild {
  post(message: ToHubProcess): void;
  onMessage(hear: (message: FromHubProcess) => void): void;
  /** It has ended, for whatever reason, or could not be started. */
  onExit(told: () => void): void;
  kill(): void;
}

/** What the network needs of the program it runs in. */
export interface NetworkPorts {
  /** The till's own folder, outside the shop file: identity, memory, hub. */
  readonly folder: string;
  readonly version: string;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly vault: KeyVault;
  readonly discovery: Discovery;
  readonly startHub: (start: HubStart) => HubChild;
  /** Whether a hub here says so on the local network. */
  readonly announced: boolean;
  readonly emit: (event: PushEvent) => void;
  /** Screens that show the network should ask again. */
  readonly onChange: () => void;
  /** There is a shop where there was none: every screen has to ask which one it should be. */
  readonly onJoined: () => void;
}
