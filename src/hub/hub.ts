import type { Clock } from '@shared/clock';
import type { Ids } from '@shared/ids';
import type { Log } from '@shared/log';
import {
  type Limits,
  type MergeRules,
  mergeRules,
  readUpstream,
  type Sha256,
  times,
  type Upstream,
  type UpstreamOf,
  limits as usualLimits,
} from '@shared/sync';
import { Copies } from './copies';
import { type Enrolment, enrol, rekey, revoke } from './enrolment';
import { fanOut } from './fan-out';
import { greet, prove } from './greeting';
import { Pushes } from './pushes';
import { scopesOf } from './scopes';
import type { SequencerPorts } from './sequence';
import { type HubConnection, Session } from './session';
import type { HubStore, Lane } from './store';
import { WorkingSet } from './working-set';

export interface HubOptions {
  readonly store: HubStore;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly sha256: Sha256;
  readonly log: Log;
  /** Version of the registry; a terminal with an older one only pushes. */
  readonly schema: number;
  readonly rules?: MergeRules;
  /** A small machine, or a simulator, wants smaller ones. */
  readonly limits?: Partial<Limits>;
  /** See `GreetingOptions.copyAbove`. */
  readonly copyAbove?: number;
  /** ms that entries are kept. */
  readonly retention?: number;
}

/** Figures for `/metrics`. */
export interface HubFigures {
  readonly sessions: number;
  readonly live: number;
  readonly pushed: number;
  readonly frames: number;
  readonly refusedMessages: number;
  readonly failedRounds: number;
}

type Job = { readonly session: Session; readonly message: Upstream } | { readonly work: () => Promise<void> };

/**
 * The hub without sockets and without timers: an adapter hands in connections, messages and the passing of time. One
 * thing happens at a time; what arrives meanwhile waits, and pushes that wait together are committed together. All it
 * remembers between two rounds is in the store; a session is a position in the log.
 */
export class Hub {
  readonly #options: HubOptions;
  readonly #ports: SequencerPorts;
  readonly #limits: Limits;
  readonly #copies: Copies;
  readonly #pushes: Pushes;
  readonly #sessions = new Set<Session>();
  readonly #jobs: Job[] = [];
  #running: Promise<void> | null = null;
  #frames = 0;
  #refused = 0;
  #failed = 0;
  #isClosed = false;
  #prunedAt: number;

  constructor(options: HubOptions) {
    this.#options = options;
    this.#ports = { sha256: options.sha256, rules: options.rules ?? mergeRules };
    this.#limits = { ...usualLimits, ...options.limits };
    this.#copies = new Copies(options.store, options.sha256, () => options.ids.next(), this.#limits.chunkText);
    this.#pushes = new Pushes(options.store, this.#ports);
    this.#prunedAt = options.clock.now();
    // The last run may have ended between a record and the facts that waited for it.
    this.#add({ work: async () => void (await this.#pushes.replayAll(this.#now())) });
  }

  /** A new line. The adapter calls `receive`, `drained` and `closed` on what it gets. */
  open(connection: HubConnection): { receive(message: string): void; drained(): void; closed(): void } {
    const session = new Session(connection, this.#now());
    this.#sessions.add(session);
    return {
      receive: (message) => this.#receive(session, message),
      drained: () => this.#add({ work: async () => {} }),
      closed: () => {
        session.phase = 'closed';
        this.#sessions.delete(session);
      },
    };
  }

  /** Once a second: finds dead and stalled lines, goes on with paused ones, forgets what is too old. */
  tick(): void {
    const now = this.#now();
    for (const session of this.#sessions) this.#watch(session, now);
    this.#add({ work: () => this.#copies.expire(now) });
    if (now - this.#prunedAt >= 60 * 60 * 1000) {
      this.#prunedAt = now;
      this.#add({ work: () => this.#prune() });
    }
  }

  /** Forgets log entries older than the retention. */
  prune(): Promise<void> {
    return this.#do(() => this.#prune());
  }

  enrol(terminal: Enrolment | { readonly id: string; readonly series: string }): Promise<{ series: string }> {
    return this.#do(() => enrol(this.#options.store, this.#ports, terminal, this.#now()));
  }

  /** The terminal may not connect any more; its line is cut. */
  revoke(terminal: string): Promise<void> {
    return this.#do(async () => {
      await revoke(this.#options.store, terminal);
      for (const session of this.#of(terminal)) session.bye('not_enrolled');
    });
  }

  /** Everything up to `seq` is in a backup. */
  backedUp(seq: number): Promise<void> {
    return this.#changeLane((lane) => ({ ...lane, durable: Math.max(lane.durable, Math.min(seq, lane.head)) }));
  }

  /** After the hub's data was restored or moved: history goes on under a new name. */
  newEpoch(): Promise<void> {
    return this.#changeLane((lane) => ({ ...lane, epoch: this.#options.ids.next() }));
  }

  /** Tries the quarantined facts once more; how many are in the log now. */
  replayQuarantine(): Promise<number> {
    return this.#do(() => this.#pushes.replayAll(this.#now()));
  }

  get figures(): HubFigures {
    const live = [...this.#sessions].filter(({ phase }) => phase === 'live').length;
    const { pushed } = this.#pushes;
    return {
      sessions: this.#sessions.size,
      live,
      pushed,
      frames: this.#frames,
      refusedMessages: this.#refused,
      failedRounds: this.#failed,
    };
  }

  /** Resolves when nothing is waiting. */
  async idle(): Promise<void> {
    while (this.#running) await this.#running;
  }

  /** Says goodbye to everyone after what was begun is done. The store is the caller's to close. */
  async close(): Promise<void> {
    await this.idle();
    this.#isClosed = true;
    for (const session of this.#sessions) session.bye('shutdown', 1000);
    await this.#copies.close();
  }

  async #prune(): Promise<void> {
    await this.#options.store.prune(this.#now() - (this.#options.retention ?? times.retention));
  }

  #receive(session: Session, text: string): void {
    const message = readUpstream(text);
    session.lastHeard = this.#now();
    if (!message) {
      this.#refused += 1;
      session.bye('bad_message', 5000);
    } else if (message.t === 'ping') {
      session.send({ t: 'pong', n: message.n });
    } else if (message.t !== 'pong') {
      this.#add({ session, message });
    }
  }

  #add(job: Job): void {
    if (this.#isClosed) return;
    this.#jobs.push(job);
    this.#running ??= this.#run();
  }

  #do<T>(work: () => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#add({ work: () => work().then(resolve, reject) });
    });
  }

  async #run(): Promise<void> {
    // Whoever called in this turn of the event loop is in the same round.
    await Promise.resolve();
    while (this.#jobs.length > 0) {
      try {
        await this.#round();
      } catch (error) {
        // The store refused (a full disk): nothing was written and nobody was answered; terminals ask again.
        this.#failed += 1;
        this.#options.log.error({ error: String(error) }, 'A round of the hub failed');
      }
    }
    this.#running = null;
  }

  async #round(): Promise<void> {
    const pushes = this.#takePushes();
    if (pushes.length > 0) {
      const changed = await this.#pushes.commit(pushes, this.#now());
      for (const terminal of changed) {
        for (const session of this.#of(terminal.id)) this.#rescope(session, terminal);
      }
    } else {
      const job = this.#jobs.shift();
      if (job && 'work' in job) await job.work();
      else if (job && job.session.phase !== 'closed') await this.#handle(job.session, job.message);
    }
    const lane = await this.#options.store.lane();
    this.#frames += await fanOut(this.#sessions, this.#options.store, lane, this.#limits);
  }

  /** The pushes at the front of the queue of sessions that have proved who they are. */
  #takePushes(): { session: Session; push: UpstreamOf<'push'> }[] {
    const taken: { session: Session; push: UpstreamOf<'push'> }[] = [];
    let mutations = 0;
    for (let job = this.#jobs[0]; job && 'message' in job && job.message.t === 'push'; job = this.#jobs[0]) {
      const { session, message } = job;
      if (!session.hasProved && session.phase !== 'closed') break;
      if (mutations + message.mutations.length > 1000) break;
      this.#jobs.shift();
      if (session.phase === 'closed' || session.phase === 'forked') continue;
      if (message.session !== session.name || message.fence !== session.fence) continue;
      mutations += message.mutations.length;
      taken.push({ session, push: message });
    }
    return taken;
  }

  async #handle(session: Session, message: Upstream): Promise<void> {
    if (message.t === 'hello') return this.#hello(session, message);
    if (message.t === 'ping' || message.t === 'pong') return;
    if (session.phase === 'new' || message.session !== session.name) return;
    if (message.t === 'rekey') return this.#rekey(session, message);
    if (session.phase === 'forked' || message.fence !== session.fence) return;
    if (!(await this.#prove(session))) return;
    if (message.t === 'copy') {
      session.position = null;
      await this.#copies.send(session, message, this.#now());
    } else if (message.t === 'pull') {
      this.#pull(session, message.cursor);
    } else {
      this.#jobs.unshift({ session, message });
    }
  }

  async #hello(session: Session, hello: UpstreamOf<'hello'>): Promise<void> {
    // The same question again, after its answer was used: asked twice on the way.
    if (session.hasProved && session.name === hello.session) return;
    const { store, schema, copyAbove = 5000 } = this.#options;
    const greeting = await greet(store, hello, { schema, copyAbove }, this.#now());
    if (greeting.kind === 'refused') {
      session.bye(greeting.code, 60_000);
      return;
    }
    session.name = hello.session;
    session.terminal = hello.terminal;
    session.hasProved = false;
    session.position = null;
    if (greeting.kind === 'fork') {
      session.phase = 'forked';
      session.send({ t: 'fork', session: hello.session, reason: 'fence' });
      return;
    }
    for (const other of this.#of(hello.terminal)) if (other !== session) other.bye('replaced', times.backoffMost);
    session.phase = 'greeted';
    session.fence = greeting.welcome.fence;
    session.scopes = greeting.welcome.scopes;
    session.send(greeting.welcome);
  }

  /** The session's first message after its WELCOME shows that the terminal has stored the fence. */
  async #prove(session: Session): Promise<boolean> {
    if (session.hasProved) return true;
    const { store } = this.#options;
    const found = await store.load({ rows: [], mutations: [], numbers: [], terminals: [session.terminal] });
    const set = new WorkingSet(await store.lane(), found);
    const terminal = set.terminal(session.terminal);
    const proved = terminal && prove(terminal, session.fence);
    if (!proved || proved.fence !== session.fence) {
      session.bye('replaced', times.backoffMost);
      return false;
    }
    set.writeTerminal(proved);
    const batch = set.batch();
    if (batch) await store.commit(batch);
    session.hasProved = true;
    session.phase = 'live';
    return true;
  }

  #pull(session: Session, cursor: number): void {
    // While frames are on their way a lower cursor is only old news; sending them again would feed a slow reader twice.
    const isBusy = session.buffered() > this.#limits.bufferedPause / 8;
    if (isBusy && session.position !== null && cursor < session.position) return;
    session.position = cursor;
  }

  async #rekey(session: Session, message: UpstreamOf<'rekey'>): Promise<void> {
    if (message.previous !== session.terminal) return;
    const { store } = this.#options;
    const answer = await rekey(store, this.#ports, message, this.#now());
    if (answer) session.send(answer);
    else session.bye('bad_message', times.backoffMost);
  }

  #rescope(session: Session, terminal: Parameters<typeof scopesOf>[0]): void {
    if (scopesOf(terminal).join() !== session.scopes.join()) session.bye('view_changed');
  }

  #watch(session: Session, now: number): void {
    const buffered = session.buffered();
    if (buffered === 0 || buffered < session.lastBuffered) session.lastTaken = now;
    session.lastBuffered = buffered;
    const isSilent = session.phase === 'new' && now - session.openedAt > times.dead;
    if (isSilent || now - session.lastHeard > times.dead) session.hangUp();
    else if (buffered > this.#limits.bufferedDrop || now - session.lastTaken > times.stalled)
      session.bye('too_slow', 1000);
    else if (now - session.lastPing >= times.ping) {
      session.lastPing = now;
      session.send({ t: 'ping', n: 0 });
    }
    if (session.phase === 'closed') this.#sessions.delete(session);
  }

  #changeLane(change: (lane: Lane) => Lane): Promise<void> {
    return this.#do(async () => {
      const { store } = this.#options;
      const lane = await store.lane();
      const set = new WorkingSet(lane, { rows: [], mutations: [], numbers: [], terminals: [] });
      set.lane = change(lane);
      const batch = set.batch();
      if (batch) await store.commit(batch);
    });
  }

  #of(terminal: string): Session[] {
    return [...this.#sessions].filter((session) => session.terminal === terminal && session.phase !== 'closed');
  }

  #now(): number {
    return this.#options.clock.now();
  }
}
