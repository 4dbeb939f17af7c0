import type { Limits } from '@shared/sync';
import type { Loop } from './rounds';
import { entryText } from './scopes';
import type { Session } from './session';
import { SharedText } from './shared-text';
import type { HubStore } from './store';

/** A frame without its address: the same for every session at the same position with the same scopes. */
interface Body {
  readonly to: number;
  readonly tail: SharedText;
}

/** However long a pass took, the next one waits no longer than this, ms. */
const longestRest = 50;
/** A pass goes on for so long, ms, when there is more to send than a frame for each. */
const slice = 8;

/**
 * Sends every live session the entries after its position, as far as its line takes them: above `bufferedPause` waiting
 * bytes nothing more is read for it, so a terminal that does not read costs a number and one frame. What it was sent
 * before it gets again no faster than `repeatTextPerSecond`.
 *
 * In a pass everybody gets a frame first. Who has more to read gets more only for a moment and the rest in the next
 * passes: the system takes megabytes for each socket, and the week's log of fifty tills that come back at once would
 * stand before a cashier, and in the memory, as a whole. In that moment the turn is always of those who are furthest
 * behind, until they are where the next are: from there all are sent the same bytes, read once.
 *
 * A pass is followed by a rest as long as itself. With a few terminals that is no time at all; with a thousand, what
 * comes meanwhile goes into the same frames, and half of the hub's time is left for taking in.
 */
export class FanOut {
  readonly #store: HubStore;
  readonly #limits: Limits;
  readonly #now: () => number;
  readonly #loop: Loop | undefined;
  readonly #again: () => void;
  #restUntil = 0;
  #isCalledBack = false;
  /** Since the start. */
  frames = 0;
  deliveries = 0;

  /** @param again is called when a pass that had to wait is due */
  constructor(store: HubStore, limits: Limits, now: () => number, loop: Loop | undefined, again: () => void) {
    this.#store = store;
    this.#limits = limits;
    this.#now = now;
    this.#loop = loop;
    this.#again = again;
  }

  async pass(sessions: Iterable<Session>): Promise<void> {
    const started = this.#now();
    const rest = this.#restUntil - started;
    // A clock that was set back must not stop us.
    if (this.#loop && rest > 0 && rest <= longestRest) {
      this.#callBack(this.#loop, rest);
      return;
    }
    const isLeft = await this.#send(sessions, started);
    const ended = this.#now();
    const ms = Math.min(longestRest, Math.max(0, ended - started));
    this.#restUntil = ended + ms;
    if (!isLeft) return;
    if (this.#loop) this.#callBack(this.#loop, ms);
    else this.#again();
  }

  #callBack(loop: Loop, ms: number): void {
    if (this.#isCalledBack) return;
    this.#isCalledBack = true;
    loop.after(ms, () => {
      this.#isCalledBack = false;
      this.#again();
    });
  }

  /** Whether there is more to send than was sent. */
  async #send(sessions: Iterable<Session>, started: number): Promise<boolean> {
    const { head } = await this.#store.lane();
    const bodies = new Map<string, Body | null>();
    let behind = await this.#sendEach(sessions, head, bodies);
    // With a thousand terminals the first frames take longer than any slice; then as long again.
    const until = Math.max(started + slice, 2 * this.#now() - started);
    while (behind.length > 0 && this.#now() < until) {
      const least = Math.min(...behind.map(({ position }) => position ?? head));
      const isLast = ({ position }: Session) => (position ?? head) === least;
      const others = behind.filter((session) => !isLast(session));
      behind = [...others, ...(await this.#sendEach(behind.filter(isLast), head, bodies))];
    }
    return behind.length > 0;
  }

  /** A frame for each who is behind; those who still are. */
  async #sendEach(sessions: Iterable<Session>, head: number, bodies: Map<string, Body | null>): Promise<Session[]> {
    const behind: Session[] = [];
    for (const session of sessions) {
      session.isPaused = false;
      if (session.phase !== 'live' || session.position === null || session.position >= head) continue;
      const mayRead = session.rereading?.may(session.position, this.#now()) ?? true;
      if (!mayRead || session.buffered() > this.#limits.bufferedPause) {
        session.isPaused = true;
        continue;
      }
      await this.#sendFrame(session, session.position, bodies);
      if (session.position !== null && session.position < head) behind.push(session);
    }
    return behind;
  }

  async #sendFrame(session: Session, from: number, bodies: Map<string, Body | null>): Promise<void> {
    const at = `${from} ${session.scopes.join(' ')}`;
    let body = bodies.get(at);
    if (body === undefined) {
      body = await this.#read(session, from);
      bodies.set(at, body);
    }
    if (!body) {
      // The log was pruned under a reader that was slow or lost a frame: its next HELLO is answered with a copy.
      session.bye('behind');
      return;
    }
    // Before sending: a line that is given up at this frame has no position any more.
    session.position = body.to;
    session.rereading?.sent(from, body.to, body.tail.text.length);
    session.sendShared(`{"t":"frame","session":${JSON.stringify(session.name)},"from":${from},`, body.tail);
    this.frames += 1;
    this.deliveries += body.to - from;
  }

  async #read(session: Session, from: number): Promise<Body | null> {
    const entries = await this.#store.entries(from, this.#limits.frameEntries, this.#limits.frameText);
    const last = entries.at(-1);
    if (!last || entries[0]?.seq !== from + 1) return null;
    const texts = entries.flatMap((entry) => entryText(entry, session.scopes) ?? []);
    const text = `"to":${last.seq},"chain":"${last.chain}","entries":[${texts.join(',')}]}`;
    return { to: last.seq, tail: new SharedText(text) };
  }
}
