import type { Scope } from '@shared/entities';
import type { Outcome, RefusalCode } from '@shared/sync';

/** Where a shop's log stands. */
export interface Lane {
  /** `seq` of the last entry; 0 before the first. */
  readonly head: number;
  /** Running checksum at `head`. */
  readonly chain: string;
  /** Names this run of history; a restored hub gets a new one. */
  readonly epoch: string;
  /** Entries up to here are no longer kept. */
  readonly floor: number;
  /** Entries up to here are in a backup: terminals need not keep them for us. */
  readonly durable: number;
  /** Somebody is on the staff: from then on requests need a permission. */
  readonly founded: boolean;
}

/** `[version, writer, stamp]` of a unit's last write; the key '' is the put's, for all units not written since. */
export type Versions = Readonly<Record<string, readonly [version: number, writer: string, stamp: number]>>;

/** A record as the hub keeps it: the registry knows what its fields mean, the store does not. */
export interface HubRow {
  readonly entity: string;
  readonly id: string;
  readonly row: Readonly<Record<string, unknown>>;
  readonly versions: Versions;
  readonly scope: Scope;
  readonly deleted: number | null;
  /** `seq` of the last entry that touched it. */
  readonly seq: number;
}

/** A terminal as the sequencer knows it. */
export interface TerminalState {
  readonly id: string;
  /** The last of its mutations that was sequenced, and its payload hash. */
  readonly last: number;
  readonly lastHash: string | null;
  /** The fence it proved to hold, and those offered since. */
  readonly fence: number;
  readonly offers: readonly { readonly session: string; readonly fence: number }[];
  /** Hub's clock minus its clock, ms, at its last HELLO. */
  readonly offset: number;
  /** The identity that this one continues after a fork. */
  readonly previous: string | null;
  readonly series: string | null;
  readonly revoked: boolean;
}

export interface LogRow {
  readonly seq: number;
  readonly terminal: string;
  readonly mid: number;
  readonly name: string;
  readonly actor: string;
  /** The terminal's clock, ms. */
  readonly at: number;
  /** The hub's clock, ms. */
  readonly received: number;
  /** JSON list of effects. */
  readonly ops: string;
  /** The scopes its effects have, sorted and joined by a space; '' when it has none. */
  readonly scopes: string;
  readonly chain: string;
}

export interface StoredMutation {
  readonly terminal: string;
  readonly mid: number;
  readonly hash: string;
  readonly outcome: Outcome;
}

/** A fact that could not be sequenced, whole, until somebody replays it. */
export interface Quarantined {
  readonly terminal: string;
  readonly mid: number;
  readonly code: RefusalCode;
  /** JSON of the mutation. */
  readonly mutation: string;
  readonly received: number;
}

export interface DocumentNumber {
  readonly entity: string;
  readonly number: string;
  readonly id: string;
}

/** What a round of the sequencer needs to know, asked in one go. */
export interface Wanted {
  readonly rows: readonly { readonly entity: string; readonly id: string }[];
  readonly mutations: readonly { readonly terminal: string; readonly mid: number }[];
  readonly numbers: readonly { readonly entity: string; readonly number: string }[];
  readonly terminals: readonly string[];
}

/** The answer to {@link Wanted}; what does not exist is not in it. */
export interface Found {
  readonly rows: readonly HubRow[];
  readonly mutations: readonly StoredMutation[];
  readonly numbers: readonly DocumentNumber[];
  readonly terminals: readonly TerminalState[];
}

/** Everything one round writes, together or not at all. */
export interface Batch {
  /** The lane as it was read; the commit fails when it is no longer so. */
  readonly expected: Lane;
  readonly lane: Lane;
  readonly rows: readonly HubRow[];
  readonly log: readonly LogRow[];
  readonly mutations: readonly StoredMutation[];
  readonly numbers: readonly DocumentNumber[];
  readonly terminals: readonly TerminalState[];
  readonly quarantine: readonly Quarantined[];
  /** Quarantined mutations that have been replayed. */
  readonly released: readonly { readonly terminal: string; readonly mid: number }[];
}

/** A record as it lies in the store: what is only passed on need not be read. */
export interface StoredRow extends Omit<HubRow, 'row' | 'versions'> {
  /** JSON. */
  readonly row: string;
  /** JSON of {@link Versions}. */
  readonly versions: string;
}

/** One moment of the shop, however long reading it takes. */
export interface SnapshotReader {
  readonly lane: Lane;
  /** The last sequenced mutation of a terminal at that moment. */
  last(terminal: string): Promise<number>;
  /** The mutations of a terminal that were put aside then. */
  aside(terminal: string): Promise<readonly number[]>;
  /** Records of one entity by id, after `after`, until `text` code units are reached; at least one if there is one. */
  rows(entity: string, scopes: readonly Scope[], after: string | null, text: number): Promise<readonly StoredRow[]>;
  close(): Promise<void>;
}

/**
 * Where a hub keeps one shop. A round of the sequencer is one `load`, arithmetic in memory, and one `commit`, so that a
 * store on another machine costs two round trips and not two per operation. `tests/unit/hub/store-conformance.ts` holds
 * every implementation to the same behaviour. Everything may reject with the disk's error; nothing is written then.
 */
export interface HubStore {
  lane(): Promise<Lane>;
  load(wanted: Wanted): Promise<Found>;
  /** Durable when it resolves. Rejects when `expected` is not the lane any more: another hub writes it. */
  commit(batch: Batch): Promise<void>;
  /** Entries after `after`, in order, at most `limit`, until `text` code units of operations are reached. */
  entries(after: number, limit: number, text: number): Promise<readonly LogRow[]>;
  /** The running checksum at `seq`; null for what is below the floor or above the head. */
  chainAt(seq: number): Promise<string | null>;
  /** Every record of an entity, the deleted too. For small ones. */
  all(entity: string): Promise<readonly HubRow[]>;
  /** Every enrolled terminal. */
  terminals(): Promise<readonly TerminalState[]>;
  /** The facts that are put aside: all, or those of them that are asked for. */
  quarantined(of?: readonly { readonly terminal: string; readonly mid: number }[]): Promise<readonly Quarantined[]>;
  snapshot(): Promise<SnapshotReader>;
  /** Forgets entries received before `before` (ms), as far as they are from the head; sets the floor. */
  prune(before: number): Promise<Lane>;
  /**
   * Rejects when nothing can be written: its place is gone, another one lies there. `byWriting` also finds what only
   * writing shows (a full disk), and changes nothing.
   */
  check(byWriting: boolean): Promise<void>;
  close(): Promise<void>;
}
