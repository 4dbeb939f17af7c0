import type { Scope } from '@shared/entities';
import type { ByeCode, Downstream } from '@shared/sync';
import type { Allowance } from './allowance';
import type { Rereading } from './rereading';
import type { SharedText } from './shared-text';

/** A terminal's line, as an adapter offers it. Sending never fails: a dead line is closed by the adapter or by time. */
export interface HubConnection {
  send(message: string): void;
  /** A message whose end others are sent too. Where it is missing, the message is sent as one text. */
  sendShared?(head: string, tail: SharedText): void;
  /** Bytes that were sent and not yet taken by the other side. */
  buffered(): number;
  /** @param isDead nobody takes what still waits: neither it nor an answer is waited for */
  close(isDead?: boolean): void;
  /** Whether whoever is at the other end may speak as this terminal. Anybody may where there is no door. */
  speaksFor?(terminal: string): boolean;
  /** Lets it go on under another name too, after a fork: `no` when that is somebody else's, `later` when it had too many. */
  adopts?(terminal: string): 'yes' | 'no' | 'later';
}

/**
 * `new` → `greeted` (HELLO answered) → `live` (its fence proved, it is sent the log), or `forked` (it must take a new
 * identity), and from anywhere `closed`.
 */
export type Phase = 'new' | 'greeted' | 'live' | 'forked' | 'closed';

interface Guard {
  /** Bytes waiting on the line above which it is given up. */
  readonly bufferedDrop: number;
  readonly onBye: (code: ByeCode) => void;
}

const unguarded: Guard = { bufferedDrop: Number.POSITIVE_INFINITY, onBye: () => {} };

/** One connection and all the hub remembers about it: a position in the log, never a queue. */
export class Session {
  phase: Phase = 'new';
  terminal = '';
  /** The terminal's name for this attempt. */
  name = '';
  fence = 0;
  /** Of the log, as its WELCOME said. */
  head = 0;
  hasProved = false;
  scopes: readonly Scope[] = [];
  /** The entry up to which frames were handed to the line; null while it does not read the log. */
  position: number | null = null;
  readonly openedAt: number;
  lastHeard: number;
  lastPing: number;
  /** When the line last took something, and how much was waiting then. */
  lastTaken: number;
  lastBuffered = 0;
  /** There is more of the log than its line takes now. */
  isPaused = false;
  /** Messages received and not yet dealt with, and their text. */
  waiting = 0;
  waitingText = 0;
  /** How much may be said on it; null for as much as one likes. */
  allowance: Allowance | null = null;
  /** How much it may be sent again; null for as much as one likes. */
  rereading: Rereading | null = null;
  readonly #connection: HubConnection;
  readonly #guard: Guard;

  constructor(connection: HubConnection, now: number, guard: Guard = unguarded) {
    this.#connection = connection;
    this.#guard = guard;
    this.openedAt = now;
    this.lastHeard = now;
    this.lastPing = now;
    this.lastTaken = now;
  }

  send(message: Downstream): void {
    if (this.phase === 'closed') return;
    this.#connection.send(JSON.stringify(message));
    this.#dropAbove();
  }

  sendShared(head: string, tail: SharedText): void {
    if (this.phase === 'closed') return;
    const connection = this.#connection;
    if (connection.sendShared) connection.sendShared(head, tail);
    else connection.send(head + tail.text);
    this.#dropAbove();
  }

  /** Whoever asks much and takes nothing costs no more than `bufferedDrop` and one message. */
  #dropAbove(): void {
    if (this.#connection.buffered() > this.#guard.bufferedDrop) this.bye('too_slow', 1000);
  }

  mayBe(terminal: string): boolean {
    return this.#connection.speaksFor?.(terminal) ?? true;
  }

  mayBecome(terminal: string): 'yes' | 'no' | 'later' {
    return this.#connection.adopts?.(terminal) ?? 'yes';
  }

  buffered(): number {
    return this.#connection.buffered();
  }

  /** Says goodbye with its reason and hangs up. `retryAfter` in ms. */
  bye(code: ByeCode, retryAfter = 0, isDead = false): void {
    if (this.phase === 'closed') return;
    this.#guard.onBye(code);
    this.#connection.send(JSON.stringify({ t: 'bye', code, retryAfter } satisfies Downstream));
    this.hangUp(isDead);
  }

  hangUp(isDead = false): void {
    if (this.phase === 'closed') return;
    this.phase = 'closed';
    this.position = null;
    this.#connection.close(isDead);
  }
}
