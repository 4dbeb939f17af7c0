import { type ByeCode, type Limits, times } from '@shared/sync';
import { Allowance } from './allowance';
import { Rereading } from './rereading';
import { type HubConnection, Session } from './session';

/** All open lines: who may still come in, who has to go, who is who. */
export class Sessions implements Iterable<Session> {
  readonly #limits: Limits;
  readonly #open = new Set<Session>();
  /** Of terminals that were greeted, so there are never more than are enrolled. */
  readonly #allowances = new Map<string, { readonly saying: Allowance; readonly rereading: Rereading }>();
  /** Goodbyes said since the start, by their reason. */
  readonly byes = new Map<ByeCode, number>();

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  open(connection: HubConnection, now: number): Session {
    const session = new Session(connection, now, {
      bufferedDrop: this.#limits.bufferedDrop,
      onBye: (code) => this.byes.set(code, (this.byes.get(code) ?? 0) + 1),
    });
    session.allowance = new Allowance(this.#limits, now);
    if (this.#open.size >= this.#limits.sessions) session.bye('busy', times.backoffMost);
    else this.#open.add(session);
    return session;
  }

  closed(session: Session): void {
    session.phase = 'closed';
    this.#open.delete(session);
  }

  /** The lines on which this terminal was greeted; there is one but for the moment in which another replaces it. */
  of(terminal: string): Session[] {
    return [...this.#open].filter((session) => session.terminal === terminal && session.phase !== 'closed');
  }

  /** The newest line of a terminal is its only one; what it said on older ones counts. */
  introduce(session: Session, now: number): void {
    for (const other of this.of(session.terminal)) if (other !== session) other.bye('replaced', times.backoffMost);
    let allowance = this.#allowances.get(session.terminal);
    if (!allowance) {
      const rereading = new Rereading(this.#limits.repeatTextPerSecond, now);
      allowance = { saying: new Allowance(this.#limits, now), rereading };
      this.#allowances.set(session.terminal, allowance);
    }
    session.allowance = allowance.saying;
    session.rereading = allowance.rereading;
  }

  /** Finds dead, stalled and silent lines. */
  watch(now: number): void {
    for (const session of this.#open) {
      this.#watch(session, now);
      if (session.phase === 'closed') this.#open.delete(session);
    }
  }

  #watch(session: Session, now: number): void {
    const buffered = session.buffered();
    if (buffered === 0 || buffered < session.lastBuffered) session.lastTaken = now;
    session.lastBuffered = buffered;
    const isSilent = session.phase === 'new' && now - session.openedAt > times.dead;
    const isStalled = now - session.lastTaken > times.stalled;
    // Whoever says or takes nothing any more has no ear for a goodbye: its socket has megabytes that would stay.
    if (isSilent || now - session.lastHeard > times.dead) session.hangUp(true);
    else if (buffered > this.#limits.bufferedDrop || isStalled) session.bye('too_slow', 1000, isStalled);
    else if (now - session.lastPing >= times.ping) {
      session.lastPing = now;
      session.send({ t: 'ping', n: 0 });
    }
  }

  get size(): number {
    return this.#open.size;
  }

  [Symbol.iterator](): Iterator<Session> {
    return this.#open.values();
  }
}
