import { z } from 'zod';
import type { ErrorParams } from '../errors';
import type { Quantity, UnitCode } from '../money';
import type { ByeCode, RefusalCode } from '../sync';
import { command, query } from './call';
import { empty, id, name } from './inputs';

/** `host`: the shop's hub runs inside this till; `member`: it is connected, or wants to be, to another one's. */
export type NetworkRole = 'alone' | 'host' | 'member';

/** What the person at the counter has to know, in one word. */
export type ConnectionLevel = 'alone' | 'live' | 'connecting' | 'offline' | 'attention';

/** What the line to the hub is doing (docs/sync.md). */
export type LinePhase = 'off' | 'waiting' | 'connecting' | 'greeting' | 'copying' | 'live' | 'push_only' | 'rekeying';

/** Why the line was last lost or refused. Words: the renderer's. */
export type LineReason =
  | ByeCode
  /** Nothing answers at the hub's address. */
  | 'unreachable'
  | 'line_lost'
  | 'no_answer'
  | 'gap'
  | 'cannot_apply'
  | 'forked'
  /** This is not the hub that this till was paired with: nothing was sent to it. */
  | 'wrong_certificate'
  /** The shop in this file is not the one that this till was paired for. */
  | 'other_shop';

/** Where the key that identifies this till lies: the system's keyring, or a file that only this user can read. */
export type KeyPlace = 'keyring' | 'file';

/** Times are ms since 1970, durations ms. */
export interface NetworkStatus {
  role: NetworkRole;
  level: ConnectionLevel;
  phase: LinePhase;
  /** Mutations that the hub has not answered yet. */
  pending: number;
  /** Items of `attention.list`. */
  attention: number;
  /** When something last came from the hub. */
  lastHeard: number | null;
  /** When it will be tried again, while waiting. */
  retryAt: number | null;
  reason: LineReason | null;
  /** Round trip of the last heartbeat. */
  latency: number | null;
  /** Entries of the hub's log that are still to come. */
  behind: number;
  hub: { name: string; address: string } | null;
  /** Null while it works alone and needs none. */
  key: KeyPlace | null;
}

/** What happened to the line, for whoever looks after it. */
export type NetworkEventKind =
  | 'connected'
  | 'offline'
  | 'refused'
  | 'renumbered'
  | 'rejected'
  | 'taken_twice'
  | 'hosting'
  | 'hosting_stopped'
  | 'hub_died'
  | 'paired'
  | 'pairing_failed'
  | 'joined'
  | 'revoked'
  | 'left';

export interface NetworkEvent {
  at: number;
  kind: NetworkEventKind;
  params: ErrorParams;
}

export interface ConnectionHealth {
  /** Of this run of the app. */
  uptime: number;
  connectedSince: number | null;
  lastHeartbeat: number | null;
  latency: number | null;
  /** Of this run, by the message's name in the protocol. */
  messages: { type: string; sent: number; received: number }[];
  hub: {
    version: string;
    schema: number;
    epoch: string;
    /** How far this till has read the log, and how far it goes. */
    cursor: number;
    head: number;
  } | null;
  pending: number;
  /** Mutations refused or put aside that nobody has looked at. */
  refused: number;
  /** The last 100, newest first; kept over restarts. */
  events: NetworkEvent[];
}

export interface Terminal {
  id: string;
  name: string;
  role: 'counter' | 'office';
  /** Prefix of its document numbers. */
  series: string;
  /** The four below are the hub's knowledge: null at a till that is not the host. */
  lastSeen: number | null;
  version: string | null;
  online: boolean | null;
  revoked: boolean | null;
  isSelf: boolean;
  isHost: boolean;
}

/** Why a pairing ended without a till: wrong digits end it at once, so that nobody can try them all. */
export type PairingFailure = 'wrong_digits' | 'expired' | 'line_lost' | 'broken_commitment' | 'closed';

/** At the host: a till that asks to join. */
export type Pairing =
  | { state: 'closed' }
  | { state: 'open'; expiresAt: number; addresses: string[] }
  | { state: 'asking'; expiresAt: number; request: { deviceName: string } }
  | { state: 'done'; terminal: { id: string; name: string; series: string } }
  | { state: 'failed'; reason: PairingFailure };

/** A hub that was seen on the local network. */
export interface FoundHub {
  shop: string;
  host: string;
  /** For `network.join`. */
  address: string;
}

export type JoinFailure =
  | PairingFailure
  | 'unreachable'
  | 'refused'
  | 'too_many_tries'
  /** Its owner has not opened the door: "Add a till" there first. */
  | 'not_open'
  | 'wrong_certificate'
  | 'protocol'
  | 'disk';

/** At a new till. */
export type Joining =
  | { state: 'idle' }
  | { state: 'connecting'; address: string }
  /** Shown here, typed at the host. */
  | { state: 'comparing'; shop: string; digits: string; expiresAt: number }
  | { state: 'copying'; shop: string; progress: { rows: number; total: number | null } | null }
  | { state: 'done'; shop: string }
  | { state: 'failed'; reason: JoinFailure };

export type AttentionAction = 'dismiss' | 'retry';

/** Something that went on without asking and that a person should know of. */
export type AttentionItem = {
  id: string;
  at: number;
  actions: AttentionAction[];
  /** Where the record can be looked at: `/products/<id>`, `/bills/<id>`, `/customers`; null when it is gone or has no page. */
  link: string | null;
} & (
  | {
      /** Refused and taken back, or a fact that the hub has put aside until what it needs is there. */
      kind: 'rejected' | 'quarantined';
      /** What was done: the mutation's name, such as `product.save`. */
      what: string;
      code: RefusalCode;
      /** The product, customer, bill number … that it was about. */
      subject: string | null;
      by: string | null;
    }
  | {
      /** A held bill was taken up here, and at another till too (or dropped there: `terminal` null). Theirs counts. */
      kind: 'held_taken_twice';
      name: string;
      terminal: string | null;
      by: string | null;
    }
  | {
      /** A copy of this till's file (or the file it is a copy of) sent the document first, under a number of its own. */
      kind: 'numbered_elsewhere';
      from: string;
      to: string;
    }
  | {
      /** Goods of a bill came back at two tills: the credit notes (and the void, should there be one) stand beside each other. */
      kind: 'returned_twice';
      number: string;
      /** The credit notes' numbers, oldest first. */
      notes: string[];
      isVoid: boolean;
    }
  /** Two tills made a bill of one order: both are sales, and one is likely to be taken back. */
  | { kind: 'order_billed_twice'; number: string; bills: string[] }
  | { kind: 'oversold'; product: string; stock: Quantity; unit: UnitCode }
  /** This file turned out to be a copy: its documents that nobody had seen have new numbers (at most 100 told). */
  | { kind: 'renumbered'; series: string; count: number; documents: { from: string; to: string }[] }
);

const address = z.string().min(1).max(300);
const attentionId = z.string().regex(/^[a-z]{1,12}:[0-9a-zA-Z-]{1,64}$/);

export const networkCalls = {
  'network.status': query<NetworkStatus>()({ permission: 'public', input: () => empty }),
  'network.health': query<ConnectionHealth>()({ permission: 'member', input: () => empty }),
  /** Tries now instead of later. */
  'network.syncNow': command<NetworkStatus>()({ permission: 'member', input: () => empty }),
  /** Starts the shop's hub inside this till. */
  'network.host': command<NetworkStatus>()({ permission: 'settings.edit', input: () => empty }),
  /** The hub's data stays, so that hosting again goes on where it stopped. */
  'network.stopHosting': command<NetworkStatus>()({ permission: 'settings.edit', input: () => empty }),
  'network.terminals': query<Terminal[]>()({ permission: 'member', input: () => empty }),
  'network.renameTerminal': command<Terminal[]>()({
    permission: 'settings.edit',
    input: () => z.strictObject({ terminalId: id, name }),
  }),
  /**
   * What a till is for: an office is sent costs and pay, from a counter they are taken away. The shop keeps an office.
   *
   * @throws `last_office`
   */
  'network.setTerminalRole': command<Terminal[]>()({
    permission: 'settings.edit',
    input: () => z.strictObject({ terminalId: id, role: z.enum(['counter', 'office']) }),
  }),
  /** The till is refused from now on. What it has sold and sent stays; what it has not sent stays with it. */
  'network.revoke': command<Terminal[]>()({
    permission: 'settings.edit',
    input: () => z.strictObject({ terminalId: id }),
  }),

  /**
   * Ends the shop at this till: its file and backups are put away into a dated folder, and the till begins as a new one,
   * which may join again. `unsent`: how many mutations that the hub does not have the person was told of.
   */
  'network.leave': command<{ folder: string }>()({
    permission: 'settings.edit',
    input: () => z.strictObject({ unsent: z.int().min(0) }),
  }),

  'network.openPairing': command<Pairing>()({ permission: 'settings.edit', input: () => empty }),
  'network.pairing': query<Pairing>()({ permission: 'settings.edit', input: () => empty }),
  /** One try: wrong digits end the pairing. */
  'network.confirmPairing': command<Pairing>()({
    permission: 'settings.edit',
    input: () => z.strictObject({ digits: z.string().regex(/^\d{6}$/), name, role: z.enum(['counter', 'office']) }),
  }),
  'network.closePairing': command<Pairing>()({ permission: 'settings.edit', input: () => empty }),

  /** Hubs on the local network; looking takes a second or two. Only while there is no shop in the file. */
  'network.discover': query<FoundHub[]>()({ permission: 'public', input: () => empty }),
  /** Only while there is no shop in the file. `address`: `host` or `host:port`. */
  'network.join': command<Joining>()({ permission: 'public', input: () => z.strictObject({ address }) }),
  'network.joining': query<Joining>()({ permission: 'public', input: () => empty }),
  /** Leaves the file as empty as it was. */
  'network.cancelJoin': command<Joining>()({ permission: 'public', input: () => empty }),

  'attention.list': query<AttentionItem[]>()({ permission: 'member', input: () => empty }),
  'attention.act': command<AttentionItem[]>()({
    permission: 'member',
    input: () => z.strictObject({ id: attentionId, action: z.enum(['dismiss', 'retry']) }),
  }),
} as const;
