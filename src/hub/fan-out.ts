import type { Limits } from '@shared/sync';
import type { Loop } from './rounds';
import { entryText } from './scopes';
import type { Session } from './session';
import type { HubStore } from './store';

/** A frame without its address: the same for every session at the same position with the same scopes. */
interface Body {
  readonly to: number;
  readonly text: string;
}

/** However long a pass took, the next one waits no longer than this, ms. */
const longestRest = 50;

/**
 * Sends every live session the entries after its position, as far as its line takes them: above `bufferedPause` waiting
 * bytes nothing more is read for it, so a terminal that does not read costs a number and one frame.
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
    await this.#send(sessions);
    const ended = this.#now();
    this.#restUntil = ended + Math.min(longestRest, Math.max(0, ended - started));
  }

  #callBack(loop: Loop, ms: number): void {
    if (this.#isCalledBack) return;
    this.#isCalledBack = true;
    loop.after(ms, () => {
      this.#isCalledBack = false;
      this.#again();
    });
  }

  async #send(sessions: Iterable<Session>): Promise<void> {
    const { head } = await this.#store.lane();
    const bodies = new Map<string, Body | null>();
    for (const session of sessions) {
      session.isPaused = false;
      while (session.phase === 'live' && session.position !== null && session.position < head) {
        if (session.buffered() > this.#limits.bufferedPause) {
          session.isPaused = true;
          break;
        }
        const from: number = session.position;
        const at = `${from} ${session.scopes.join(' ')}`;
        let body = bodies.get(at);
        if (body === undefined) {
          body = await this.#read(session, from);
          bodies.set(at, body);
        }
        if (!body) {
          // The log was pruned under a reader that was slow or lost a frame: its next HELLO is answered with a copy.
          session.bye('behind');
          break;
        }
        // Before sending: a line that is given up at this frame has no position any more.
        session.position = body.to;
        session.sendText(`{"t":"frame","session":${JSON.stringify(session.name)},"from":${from},${body.text}}`);
        this.frames += 1;
        this.deliveries += body.to - from;
      }
    }
  }

  async #read(session: Session, from: number): Promise<Body | null> {
    const entries = await this.#store.entries(from, this.#limits.frameEntries, this.#limits.frameText);
    const last = entries.at(-1);
    if (!last || entries[0]?.seq !== from + 1) return null;
    const texts = entries.flatMap((entry) => entryText(entry, session.scopes) ?? []);
    return { to: last.seq, text: `"to":${last.seq},"chain":"${last.chain}","entries":[${texts.join(',')}]` };
  }
}
