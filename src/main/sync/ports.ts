import type { Clock } from '@shared/clock';
import type { Ids } from '@shared/ids';
import type { Log } from '@shared/log';
import type { Sha256, Times } from '@shared/sync';
import type { Replica } from '../store';

/** A line to the hub, as an adapter opens it. What it hears and its end go to the engine. */
export interface Line {
  send(message: string): void;
  /** Ends it at once, whatever the other side does. */
  terminate(): void;
}

/** What the engine asks of the world. */
export interface SyncPorts {
  readonly replica: Pick<
    Replica,
    | 'state'
    | 'pending'
    | 'pendingCount'
    | 'attention'
    | 'compare'
    | 'welcomed'
    | 'acknowledge'
    | 'apply'
    | 'stagedChunks'
    | 'stage'
    | 'stageGrant'
    | 'importCopy'
    | 'importGrant'
    | 'beginRekey'
    | 'rekey'
  >;
  readonly terminalId: () => string;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly sha256: Sha256;
  readonly times: Times;
  /** Evenly spread in [0, 1). */
  readonly random: () => number;
  readonly log: Log;
  /** Version of the registry. */
  readonly schema: number;
  /** Opens a line; the adapter calls `engine.connected`, `engine.receive` and `engine.disconnected` with it. */
  readonly connect: () => Line;
  /** The status may have changed; reading it costs a few queries, so whoever shows it asks when it shows it. */
  readonly onStatus: () => void;
  /** This copy of the shop file became another terminal: documents have new numbers, by their old ones. */
  readonly onFork: (renumbered: ReadonlyMap<string, string>) => void;
}

export type SyncPhase = 'off' | 'waiting' | 'connecting' | 'greeting' | 'copying' | 'live' | 'push_only' | 'rekeying';

/** What a person can be told about the line to the hub. Times are ms of this terminal's clock. */
export interface SyncStatus {
  readonly phase: SyncPhase;
  readonly pending: number;
  readonly attention: number;
  /** When something last came from the hub. */
  readonly lastHeard: number | null;
  /** When it will be tried again, while waiting. */
  readonly retryAt: number | null;
  /** Why the line was last lost or refused, as a code. */
  readonly reason: string | null;
  /** Round trip of the last ping, ms. */
  readonly latency: number | null;
  /** Received and total entries of what is being caught up with. */
  readonly behind: number;
}
