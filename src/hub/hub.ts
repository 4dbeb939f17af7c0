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
  limits as usualLimits,
} from '@shared/sync';
import { Conversation } from './conversation';
import { Copies } from './copies';
import { type Enrolment, enrol, revoke } from './enrolment';
import { FanOut } from './fan-out';
import type { HubFigures, Trouble } from './figures';
import { operationCount } from './operations';
import { Pushes } from './pushes';
import { type Loop, Rounds } from './rounds';
import { scopesOf } from './scopes';
import type { SequencerPorts } from './sequence';
import type { HubConnection, Session } from './session';
import { Sessions } from './sessions';
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
  /** Given where there are sockets; see {@link Loop}. */
  readonly loop?: Loop;
}

/**
 * The hub without sockets and without timers: an adapter hands in connections, messages and the passing of time. All it
 * remembers between two rounds is in the store; a session is a position in the log.
 */
export class Hub {
  readonly #options: HubOptions;
  readonly #ports: SequencerPorts;
  readonly #limits: Limits;
  readonly #sessions: Sessions;
  readonly #copies: Copies;
  readonly #pushes: Pushes;
  readonly #fanOut: FanOut;
  readonly #rounds: Rounds;
  #refused = 0;
  #failed = 0;
  #trouble: Trouble | null = null;
  #prunedAt: number;

  constructor(options: HubOptions) {
    const { store, loop } = options;
    this.#options = options;
    this.#ports = { sha256: options.sha256, rules: options.rules ?? mergeRules };
    this.#limits = { ...usualLimits, ...options.limits };
    this.#sessions = new Sessions(this.#limits);
    this.#copies = new Copies(store, options.sha256, () => options.ids.next(), this.#limits.chunkText);
    this.#pushes = new Pushes(store, this.#ports);
    this.#fanOut = new FanOut(
      store,
      this.#limits,
      () => this.#now(),
      loop,
      () => this.#rounds.nudge(),
    );
    const conversation = new Conversation({
      store,
      ports: this.#ports,
      sessions: this.#sessions,
      copies: this.#copies,
      limits: this.#limits,
      greeting: { schema: options.schema, copyAbove: options.copyAbove ?? 5000 },
      now: () => this.#now(),
    });
    this.#rounds = new Rounds({
      loop,
      onPushes: async (pushes) => {
        const changed = await this.#pushes.commit(pushes, this.#now());
        for (const terminal of changed) {
          for (const session of this.#sessions.of(terminal.id)) this.#rescope(session, terminal);
        }
      },
      onMessage: (session, message) => conversation.handle(session, message),
      afterRound: () => this.#fanOut.pass(this.#sessions),
      onFailure: (error) => this.#roundFailed(error),
    });
    this.#prunedAt = options.clock.now();
    // The last run may have ended between a record and the facts that waited for it.
    this.#rounds.nudge(async () => void (await this.#pushes.replayAll(this.#now())));
  }

  /** A new line. The adapter calls `receive`, `drained` and `closed` on what it gets. */
  open(connection: HubConnection): { receive(message: string): void; drained(): void; closed(): void } {
    const session = this.#sessions.open(connection, this.#now());
    return {
      receive: (message) => this.#receive(session, message),
      drained: () => {
        if (!session.isPaused) return;
        session.isPaused = false;
        this.#rounds.nudge();
      },
      closed: () => this.#sessions.closed(session),
    };
  }

  /** Once a second: finds dead and stalled lines, goes on with paused ones, forgets what is too old. */
  tick(): void {
    const now = this.#now();
    this.#sessions.watch(now);
    this.#rounds.nudge(() => this.#copies.expire(now));
    this.#rounds.nudge(() => this.#check());
    if (now - this.#prunedAt >= 60 * 60 * 1000) {
      this.#prunedAt = now;
      this.#rounds.nudge(() => this.#prune());
    }
  }

  /** Forgets log entries older than the retention. */
  prune(): Promise<void> {
    return this.#rounds.do(() => this.#prune());
  }

  enrol(terminal: Enrolment | { readonly id: string; readonly series: string }): Promise<{ series: string }> {
    return this.#rounds.do(() => enrol(this.#options.store, this.#ports, terminal, this.#now()));
  }

  /** The terminal may not connect any more; its line is cut. */
  revoke(terminal: string): Promise<void> {
    return this.#rounds.do(async () => {
      await revoke(this.#options.store, terminal);
      for (const session of this.#sessions.of(terminal)) session.bye('not_enrolled');
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
    return this.#rounds.do(() => this.#pushes.replayAll(this.#now()));
  }

  get figures(): HubFigures {
    const sessions = [...this.#sessions];
    const { frames, deliveries } = this.#fanOut;
    return {
      sessions: sessions.length,
      live: sessions.filter(({ phase }) => phase === 'live').length,
      strangers: sessions.filter(({ phase }) => phase === 'new').length,
      paused: sessions.filter(({ isPaused }) => isPaused).length,
      bufferedBytes: sessions.reduce((sum, session) => sum + session.buffered(), 0),
      waiting: this.#rounds.waiting,
      copies: this.#copies.open,
      pushed: this.#pushes.pushed,
      frames,
      deliveries,
      refusedMessages: this.#refused,
      failedRounds: this.#failed,
      byes: Object.fromEntries(this.#sessions.byes),
      trouble: this.#trouble,
    };
  }

  /** Resolves when nothing is waiting. */
  idle(): Promise<void> {
    return this.#rounds.idle();
  }

  /** Says goodbye to everyone after what was begun is done. The store is the caller's to close. */
  async close(): Promise<void> {
    await this.#rounds.close();
    for (const session of this.#sessions) session.bye('shutdown', 1000);
    await this.#copies.close();
  }

  async #prune(): Promise<void> {
    await this.#options.store.prune(this.#now() - (this.#options.retention ?? times.retention));
  }

  #receive(session: Session, text: string): void {
    if (session.phase === 'closed') return;
    const now = this.#now();
    session.lastHeard = now;
    const { messageText, strangerText, waitingMessages } = this.#limits;
    if (text.length > (session.phase === 'new' ? strangerText : messageText * 2)) {
      this.#refuse(session, 'too_large');
      return;
    }
    let wait = session.allowance?.take({ messages: 1, text: text.length }, now) ?? 0;
    const isFull = session.waiting >= waitingMessages || session.waitingText > messageText * 2;
    if (wait > 0 || isFull) {
      session.bye('too_fast', Math.max(1000, wait));
      return;
    }
    const message = readUpstream(text);
    if (!message) {
      this.#refuse(session, 'bad_message');
    } else if (message.t === 'ping') {
      if (session.buffered() <= this.#limits.bufferedPause) session.send({ t: 'pong', n: message.n });
    } else if (message.t !== 'pong') {
      if (message.t === 'push')
        wait = session.allowance?.take({ operations: operationCount(message.mutations) }, now) ?? 0;
      if (wait > 0) session.bye('too_fast', wait);
      else this.#rounds.receive(session, message, text.length);
    }
  }

  /** A hub in trouble finds out by itself that it is over, and one whose file was taken away that it is in trouble. */
  async #check(): Promise<void> {
    await this.#options.store.check(this.#trouble !== null);
    if (this.#trouble) this.#options.log.info({ code: this.#trouble.code }, 'The hub can write again');
    this.#trouble = null;
  }

  #refuse(session: Session, code: 'bad_message' | 'too_large'): void {
    this.#refused += 1;
    session.bye(code, 5000);
  }

  /** The store refused (a full disk): nothing was written and nobody was answered; terminals ask again. */
  #roundFailed(error: unknown): void {
    this.#failed += 1;
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'bug';
    if (this.#trouble?.code !== code) this.#trouble = { code, since: this.#now() };
    this.#options.log.error({ error: String(error), code }, 'A round of the hub failed');
  }

  #rescope(session: Session, terminal: Parameters<typeof scopesOf>[0]): void {
    if (scopesOf(terminal).join() !== session.scopes.join()) session.bye('view_changed');
  }

  #changeLane(change: (lane: Lane) => Lane): Promise<void> {
    return this.#rounds.do(async () => {
      const { store } = this.#options;
      const lane = await store.lane();
      const set = new WorkingSet(lane, { rows: [], mutations: [], numbers: [], terminals: [] });
      set.lane = change(lane);
      const batch = set.batch();
      if (batch) await store.commit(batch);
    });
  }

  #now(): number {
    return this.#options.clock.now();
  }
}
