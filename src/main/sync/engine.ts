import { type Downstream, type DownstreamOf, protocolVersion, readDownstream, type Upstream } from '@shared/sync';
import { Backoff } from './backoff';
import { Incoming } from './incoming';
import { Outgoing } from './outgoing';
import type { Line, SyncPhase, SyncPorts, SyncStatus } from './ports';
import type { Talk } from './talk';
import { Timers } from './timers';

/**
 * The terminal's side of the protocol, without sockets and timers: an adapter hands in lines, messages and the time,
 * and calls `wake` when `nextWake` has come. All it must not forget is in the store; everything else starts anew with
 * every line. Any message may be lost, late, doubled or out of order without harm.
 *
 * `now` of this class is a monotonic time in ms where it is given as an argument; the terminal's wall clock is only
 * sent to the hub and shown.
 */
export class SyncEngine {
  readonly #ports: SyncPorts;
  readonly #backoff: Backoff;
  readonly #timers = new Timers();
  readonly #outgoing: Outgoing;
  readonly #incoming: Incoming;
  #phase: SyncPhase = 'off';
  /** How much waited when it was last told. */
  #waiting = 0;
  #line: Line | null = null;
  #session = '';
  #fence = 0;
  #pingSent: number | null = null;
  #pingCount = 0;
  #lastHeard: number | null = null;
  #reason: string | null = null;
  #latency: number | null = null;
  #now: number;

  constructor(ports: SyncPorts, now: number) {
    this.#ports = ports;
    this.#backoff = new Backoff(ports.random);
    this.#now = now;
    const talk = this.#talk();
    this.#outgoing = new Outgoing(talk);
    this.#incoming = new Incoming(talk);
  }

  /** Begins to look for the hub. */
  start(now: number): void {
    this.#now = now;
    if (this.#phase === 'off') this.#wait(this.#backoff.soon(), null);
  }

  /** Leaves the hub alone. */
  stop(): void {
    this.#line?.terminate();
    this.#line = null;
    this.#timers.clearAll();
    this.#enter('off');
  }

  /** The machine woke up, the network changed, or the person pressed "sync now". */
  nudge(now: number): void {
    this.#now = now;
    if (this.#phase === 'waiting') this.#wait(this.#backoff.soon(), this.#reason);
    else if (this.#line) this.#ping();
  }

  /** The outbox has something new. */
  changed(now: number): void {
    this.#now = now;
    this.#outgoing.push();
    // Without a line nothing is sent that would tell it; and a till that was sent away does not try again for minutes.
    const waiting = this.#ports.replica.pendingCount();
    if (waiting === this.#waiting) return;
    this.#waiting = waiting;
    this.#tell();
  }

  connected(line: Line, now: number): void {
    this.#now = now;
    if (line !== this.#line || this.#phase !== 'connecting') return;
    this.#hello();
  }

  disconnected(line: Line, now: number): void {
    this.#now = now;
    if (line === this.#line) this.#lost('line_lost');
  }

  receive(line: Line, text: string, now: number): void {
    this.#now = now;
    if (line !== this.#line) return;
    const message = readDownstream(text);
    if (!message) {
      this.#lost('bad_message');
      return;
    }
    this.#lastHeard = this.#ports.clock.now();
    this.#timers.set('dead', now + this.#ports.times.dead);
    this.#handle(message);
  }

  /** When `wake` should be called, in the time of its argument; null when nothing is waited for. */
  nextWake(): number | null {
    return this.#timers.next();
  }

  wake(now: number): void {
    this.#now = now;
    for (let due = this.#timers.takeDue(now); due !== null; due = this.#timers.takeDue(now)) {
      if (due === 'retry') this.#connect();
      else if (due === 'dead') this.#lost('no_answer');
      else if (due === 'answer') this.#askAgain();
      else if (due === 'push') this.#outgoing.again();
      else if (due === 'progress') this.#outgoing.watch();
      else if (due === 'land') this.#incoming.land();
      else if (due === 'stable') this.#backoff.reset();
      else this.#heartbeat();
    }
  }

  get status(): SyncStatus {
    const { replica } = this.#ports;
    const retryAt = this.#timers.at('retry');
    return {
      phase: this.#phase,
      pending: replica.pendingCount(),
      attention: replica.attention().length,
      lastHeard: this.#lastHeard,
      retryAt: retryAt === null ? null : this.#ports.clock.now() + Math.max(0, retryAt - this.#now),
      reason: this.#reason,
      latency: this.#latency,
      behind: this.#incoming.behind,
    };
  }

  #handle(message: Downstream): void {
    if (message.t === 'ping') {
      this.#send({ t: 'pong', n: message.n });
      return;
    }
    if (message.t === 'pong') {
      this.#pong(message.n);
      return;
    }
    if (message.t === 'bye') {
      this.#lost(message.code, message.retryAfter);
      return;
    }
    if (message.session !== this.#session) return;
    if (message.t === 'welcome') {
      this.#welcome(message);
      return;
    }
    if (message.t === 'fork') {
      this.#rekey(message.reason);
      return;
    }
    if (message.t === 'rekeyed') {
      this.#rekeyed(message);
      return;
    }
    if (this.#phase !== 'live' && this.#phase !== 'push_only' && this.#phase !== 'copying') return;
    if (message.t === 'ack') this.#outgoing.acknowledged(message);
    else if (message.t === 'gap') this.#outgoing.gap(message.expected);
    else if (message.t === 'frame') this.#incoming.frame(message);
    else this.#chunk(message);
  }

  #connect(): void {
    this.#enter('connecting');
    // Not 'dead': a hub that pings a line on which nobody said HELLO would put it off for ever.
    this.#timers.set('answer', this.#now + this.#ports.times.dead);
    this.#line = this.#ports.connect();
  }

  #hello(): void {
    const { replica, clock, ids, schema } = this.#ports;
    const { fence, epoch, cursor, chain, scopes } = replica.state();
    this.#session = ids.next();
    this.#enter('greeting');
    this.#timers.set('dead', this.#now + this.#ports.times.dead);
    this.#timers.set('ping', this.#now + this.#ports.times.ping);
    this.#timers.set('stable', this.#now + this.#ports.times.stable);
    this.#timers.set('answer', this.#now + this.#ports.times.answer);
    this.#send({
      t: 'hello',
      session: this.#session,
      protocol: protocolVersion,
      schema,
      terminal: this.#ports.terminalId(),
      fence,
      epoch,
      cursor,
      chain,
      scopes: [...scopes],
      time: clock.now(),
    });
  }

  #welcome(welcome: DownstreamOf<'welcome'>): void {
    if (this.#phase !== 'greeting') return;
    const { replica } = this.#ports;
    const history = replica.compare(welcome.last, welcome.lastHash);
    if (history !== 'same') {
      this.#rekey(history);
      return;
    }
    replica.welcomed(welcome);
    this.#fence = welcome.fence;
    this.#reason = null;
    this.#outgoing.reset();
    this.#timers.clear('answer');
    this.#incoming.welcomed(welcome);
    this.#outgoing.push();
  }

  #chunk(chunk: DownstreamOf<'chunk'>): void {
    this.#incoming.chunk(chunk);
    this.#outgoing.push();
  }

  #rekey(reason: string): void {
    const { replica, ids, log } = this.#ports;
    log.warn({ reason }, 'This shop file is a copy of one that went on elsewhere: it becomes a terminal of its own');
    this.#enter('rekeying');
    const { terminal, held } = replica.beginRekey(() => ids.next());
    this.#timers.set('answer', this.#now + this.#ports.times.answer);
    this.#send({ t: 'rekey', session: this.#session, previous: this.#ports.terminalId(), terminal, held });
  }

  #rekeyed(answer: DownstreamOf<'rekeyed'>): void {
    if (this.#phase !== 'rekeying' || this.#ports.replica.state().nextId !== answer.terminal) return;
    this.#ports.onFork(this.#ports.replica.rekey(answer));
    this.#lost('forked');
  }

  #askAgain(): void {
    if (this.#phase === 'live' || this.#phase === 'copying') this.#incoming.again();
    else if (this.#phase !== 'off' && this.#phase !== 'waiting') this.#lost('no_answer');
  }

  /** Tells each side that the other lives. */
  #heartbeat(): void {
    this.#timers.set('ping', this.#now + this.#ports.times.ping);
    this.#ping();
    this.#incoming.remind();
    this.#outgoing.push();
  }

  #ping(): void {
    this.#pingCount += 1;
    this.#pingSent = this.#now;
    this.#send({ t: 'ping', n: this.#pingCount });
  }

  #pong(n: number): void {
    if (n === this.#pingCount && this.#pingSent !== null) this.#latency = this.#now - this.#pingSent;
  }

  #lost(reason: string, retryAfter = 0): void {
    const line = this.#line;
    this.#line = null;
    line?.terminate();
    this.#wait(this.#backoff.next(Math.min(retryAfter, 10 * 60_000)), reason);
  }

  #wait(ms: number, reason: string | null): void {
    this.#timers.clearAll();
    this.#timers.set('retry', this.#now + ms);
    this.#reason = reason;
    this.#outgoing.reset();
    this.#incoming.reset();
    this.#enter('waiting');
  }

  #enter(phase: SyncPhase): void {
    this.#phase = phase;
    this.#tell();
  }

  #tell(): void {
    this.#ports.onStatus();
  }

  #send(message: Upstream): void {
    this.#line?.send(JSON.stringify(message));
  }

  /** This engine as its parts see it. */
  #talk(): Talk {
    const phase = () => this.#phase;
    const now = () => this.#now;
    return {
      ports: this.#ports,
      timers: this.#timers,
      get phase() {
        return phase();
      },
      get now() {
        return now();
      },
      ask: (question) => this.#send({ ...question, session: this.#session, fence: this.#fence }),
      enter: (next) => this.#enter(next),
      lost: (reason) => this.#lost(reason),
      progressed: () => {
        if (this.#timers.at('progress') !== null) this.#timers.set('progress', this.#now + this.#ports.times.progress);
      },
      tell: () => this.#tell(),
    };
  }
}
