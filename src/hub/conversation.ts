import { type Limits, times, type Upstream, type UpstreamOf } from '@shared/sync';
import type { Copies } from './copies';
import { rekey } from './enrolment';
import { type GreetingOptions, greet, prove } from './greeting';
import type { SequencerPorts } from './sequence';
import type { Session } from './session';
import type { Sessions } from './sessions';
import type { HubStore } from './store';
import { WorkingSet } from './working-set';

export interface ConversationParts {
  readonly store: HubStore;
  readonly ports: SequencerPorts;
  readonly sessions: Sessions;
  readonly copies: Copies;
  readonly limits: Limits;
  readonly greeting: GreetingOptions;
  readonly now: () => number;
}

/** What the hub makes of a terminal's messages, one after the other: who it is, where it reads on. */
export class Conversation {
  readonly #parts: ConversationParts;

  constructor(parts: ConversationParts) {
    this.#parts = parts;
  }

  /** `again` for a push that may now go with the others. */
  async handle(session: Session, message: Upstream): Promise<'done' | 'again'> {
    if (message.t === 'hello') await this.#hello(session, message);
    else if (message.t === 'ping' || message.t === 'pong') return 'done';
    else if (session.phase === 'new' || message.session !== session.name) return 'done';
    else if (message.t === 'rekey') await this.#rekey(session, message);
    else if (session.phase === 'forked' || message.fence !== session.fence) return 'done';
    else if (await this.#prove(session)) {
      if (message.t === 'push') return 'again';
      if (message.t === 'copy') await this.#copy(session, message);
      else await this.#pull(session, message.cursor);
    }
    return 'done';
  }

  async #hello(session: Session, hello: UpstreamOf<'hello'>): Promise<void> {
    // The same question again, after its answer was used: asked twice on the way.
    if (session.hasProved && session.name === hello.session) return;
    if (!session.mayBe(hello.terminal)) {
      session.bye('wrong_key', 60_000);
      return;
    }
    const { store, sessions, greeting: options, now } = this.#parts;
    const greeting = await greet(store, hello, options, now());
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
    sessions.introduce(session, now());
    session.phase = 'greeted';
    session.fence = greeting.welcome.fence;
    session.head = greeting.welcome.head;
    session.scopes = greeting.welcome.scopes;
    session.send(greeting.welcome);
  }

  /** The session's first message after its WELCOME shows that the terminal has stored the fence. */
  async #prove(session: Session): Promise<boolean> {
    if (session.hasProved) return true;
    const { store } = this.#parts;
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

  async #pull(session: Session, cursor: number): Promise<void> {
    await this.#parts.copies.readsOn(session.terminal);
    // While frames are on their way a lower cursor is only old news; sending them again would feed a slow reader twice.
    const isBusy = session.buffered() > this.#parts.limits.bufferedPause / 8;
    if (isBusy && session.position !== null && cursor < session.position) return;
    session.position = cursor;
  }

  async #copy(session: Session, message: UpstreamOf<'copy'>): Promise<void> {
    // Who has not taken the last chunk does not get another; a terminal asks again when it has.
    if (session.buffered() > this.#parts.limits.bufferedPause) return;
    session.position = null;
    await this.#parts.copies.send(session, message, this.#parts.now());
  }

  async #rekey(session: Session, message: UpstreamOf<'rekey'>): Promise<void> {
    if (message.previous !== session.terminal) return;
    const verdict = session.mayBecome(message.terminal);
    if (verdict !== 'yes') {
      // A file that forks again and again would use up the shop's number series.
      if (verdict === 'no') session.bye('wrong_key', 60_000);
      else session.bye('rate_limited', 10 * 60_000);
      return;
    }
    const { store, ports, now } = this.#parts;
    const answer = await rekey(store, ports, message, now());
    if (answer) session.send(answer);
    else session.bye('bad_message', times.backoffMost);
  }
}
