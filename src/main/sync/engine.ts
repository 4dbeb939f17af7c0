import {
  type Downstream,
  type DownstreamOf,
  limits,
  protocolVersion,
  readDownstream,
  type Upstream,
} from '@shared/sync';
import { Backoff } from './backoff';
import { CopyTransfer } from './copy-transfer';
import type { Line, SyncPhase, SyncPorts, SyncStatus } from './ports';
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
  readonly #copy: CopyTransfer;
  #phase: SyncPhase = 'off';
  #line: Line | null = null;
  #session = '';
  #fence = 0;
  #head = 0;
  /** The highest mutation sent on this line and not answered; 0 when nothing is on its way. */
  #sent = 0;
  /** A hole in the frames was reported and not yet filled. */
  #asked = false;
  #pingSent: number | null = null;
  #pingCount = 0;
  #lastHeard: number | null = null;
  #reason: string | null = null;
  #latency: number | null = null;
  #failedApplies = 0;
  #now: number;

  constructor(ports: SyncPorts, now: number) {
    this.#ports = ports;
    this.#backoff = new Backoff(ports.random);
    this.#copy = new CopyTransfer(ports.replica, ports.sha256);
    this.#now = now;
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
    this.#push();
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
      else if (due === 'push') this.#pushAgain();
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
      behind: Math.max(0, this.#head - replica.state().cursor),
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
      this.#bye(message);
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
    if (message.t === 'ack') this.#acknowledged(message);
    else if (message.t === 'gap') this.#gap(message.expected);
    else if (message.t === 'frame') this.#frame(message);
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
    this.#head = welcome.head;
    this.#reason = null;
    this.#sent = 0;
    this.#timers.clear('answer');
    if (welcome.resume === 'push') this.#enter('push_only');
    else if (welcome.resume === 'copy') this.#beginCopy(welcome.granted);
    else this.#follow();
    this.#push();
  }

  /** Reads the log from the cursor on. */
  #follow(): void {
    this.#enter('live');
    this.#pull();
  }

  #pull(): void {
    this.#asked = true;
    this.#timers.set('answer', this.#now + this.#ports.times.answer);
    this.#send({ t: 'pull', session: this.#session, fence: this.#fence, cursor: this.#ports.replica.state().cursor });
  }

  #frame(frame: DownstreamOf<'frame'>): void {
    if (this.#phase !== 'live') return;
    const { replica } = this.#ports;
    const { cursor } = replica.state();
    this.#head = Math.max(this.#head, frame.to);
    if (frame.to <= cursor) return;
    if (frame.from !== cursor) {
      if (!this.#asked) this.#pull();
      return;
    }
    try {
      replica.apply(frame);
    } catch (error) {
      this.#cannotApply(error);
      return;
    }
    this.#failedApplies = 0;
    this.#asked = false;
    this.#timers.clear('answer');
    this.#tell();
  }

  /** A full disk passes; an entry that does not fit never will, and a copy is the way round it. */
  #cannotApply(error: unknown): void {
    this.#ports.log.error({ error: String(error) }, 'Entries of the hub could not be applied');
    this.#failedApplies += 1;
    if (this.#failedApplies >= 3) {
      this.#failedApplies = 0;
      this.#beginCopy(null);
    } else {
      this.#lost('cannot_apply');
    }
  }

  #beginCopy(granted: DownstreamOf<'welcome'>['granted']): void {
    this.#enter('copying');
    this.#copy.begin(granted);
    this.#askChunk();
  }

  #askChunk(): void {
    this.#timers.set('answer', this.#now + this.#ports.times.answer);
    this.#send({ t: 'copy', session: this.#session, fence: this.#fence, ...this.#copy.wanted() });
  }

  #chunk(chunk: DownstreamOf<'chunk'>): void {
    if (this.#phase !== 'copying') return;
    let taken: 'ignored' | 'next' | 'complete';
    try {
      taken = this.#copy.take(chunk);
    } catch (error) {
      this.#cannotApply(error);
      return;
    }
    if (taken === 'next') this.#askChunk();
    if (taken !== 'complete') return;
    this.#timers.clear('answer');
    this.#failedApplies = 0;
    this.#follow();
    this.#push();
  }

  /** Sends what is pending, one batch at a time: the next goes out when this one is answered. */
  #push(): void {
    if (this.#sent > 0 || (this.#phase !== 'live' && this.#phase !== 'push_only' && this.#phase !== 'copying')) return;
    const mutations = this.#ports.replica.pending(0, limits.pushMutations, limits.pushText);
    const last = mutations.at(-1);
    if (!last) {
      this.#tell();
      return;
    }
    this.#sent = last.mid;
    this.#timers.set('push', this.#now + this.#ports.times.answer);
    this.#send({ t: 'push', session: this.#session, fence: this.#fence, mutations });
    this.#tell();
  }

  #pushAgain(): void {
    this.#sent = 0;
    this.#push();
  }

  #acknowledged({ outcomes, durable }: DownstreamOf<'ack'>): void {
    this.#ports.replica.acknowledge(outcomes, durable);
    if (outcomes.some(({ mid }) => mid >= this.#sent)) {
      this.#sent = 0;
      this.#timers.clear('push');
    }
    this.#push();
    this.#tell();
  }

  /** The hub misses earlier mutations: it was told, or will be, what it has at the next HELLO. */
  #gap(expected: number): void {
    const [first] = this.#ports.replica.pending(0, 1, 0);
    if (first && first.mid <= expected) {
      this.#pushAgain();
      return;
    }
    this.#lost('gap');
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
    if (this.#phase === 'live') this.#pull();
    else if (this.#phase === 'copying') this.#askChunk();
    else if (this.#phase !== 'off' && this.#phase !== 'waiting') this.#lost('no_answer');
  }

  /** Tells each side that the other lives, and the hub how far the log was read, should a frame have been lost. */
  #heartbeat(): void {
    this.#timers.set('ping', this.#now + this.#ports.times.ping);
    this.#ping();
    if (this.#phase === 'live' && this.#timers.at('answer') === null) {
      const { cursor } = this.#ports.replica.state();
      this.#send({ t: 'pull', session: this.#session, fence: this.#fence, cursor });
    }
    this.#push();
  }

  #ping(): void {
    this.#pingCount += 1;
    this.#pingSent = this.#now;
    this.#send({ t: 'ping', n: this.#pingCount });
  }

  #pong(n: number): void {
    if (n === this.#pingCount && this.#pingSent !== null) this.#latency = this.#now - this.#pingSent;
  }

  #bye({ code, retryAfter }: DownstreamOf<'bye'>): void {
    this.#lost(code, retryAfter);
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
    this.#sent = 0;
    this.#asked = false;
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
}
