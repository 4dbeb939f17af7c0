import { type DownstreamOf, limits } from '@shared/sync';
import type { Talk } from './talk';

/** Sends what is pending, one batch at a time: the next goes out when this one is answered. */
export class Outgoing {
  readonly #talk: Talk;
  /** The highest mutation sent on this line and not answered; 0 when nothing is on its way. */
  #sent = 0;

  constructor(talk: Talk) {
    this.#talk = talk;
  }

  /** On a new line nothing is on its way. */
  reset(): void {
    this.#sent = 0;
  }

  push(): void {
    const { ports, timers, now, phase } = this.#talk;
    if (this.#sent > 0 || (phase !== 'live' && phase !== 'push_only' && phase !== 'copying')) return;
    const mutations = ports.replica.pending(0, limits.pushMutations, limits.pushText);
    const last = mutations.at(-1);
    if (last) {
      this.#sent = last.mid;
      timers.set('push', now + ports.times.answer);
      if (timers.at('progress') === null) timers.set('progress', now + ports.times.progress);
      this.#talk.ask({ t: 'push', mutations });
    } else {
      timers.clear('progress');
    }
    this.#talk.tell();
  }

  again(): void {
    this.#sent = 0;
    this.push();
  }

  acknowledged({ outcomes, durable }: DownstreamOf<'ack'>): void {
    const { ports, timers } = this.#talk;
    ports.replica.acknowledge(outcomes, durable);
    if (outcomes.length > 0) this.#talk.progressed();
    if (outcomes.some(({ mid }) => mid >= this.#sent)) {
      this.#sent = 0;
      timers.clear('push');
    }
    this.push();
    this.#talk.tell();
  }

  /** The hub misses earlier mutations: it was told, or will be, what it has at the next HELLO. */
  gap(expected: number): void {
    const [first] = this.#talk.ports.replica.pending(0, 1, 0);
    if (first && first.mid <= expected) this.again();
    else this.#talk.lost('gap');
  }

  /** The line lives and work waits, but nothing has moved for so long: whatever the reason, a new line is the cure. */
  watch(): void {
    if (this.#talk.ports.replica.pending(0, 1, 0).length > 0) this.#talk.lost('no_progress');
  }
}
