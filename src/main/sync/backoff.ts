import { times } from '@shared/sync';

/** How long to wait before trying again: full jitter, so that a herd spreads over the whole interval. */
export class Backoff {
  readonly #random: () => number;
  #failures = 0;

  constructor(random: () => number) {
    this.#random = random;
  }

  /** ms until the next attempt; `atLeast` is the hub's wish. */
  next(atLeast = 0): number {
    const most = Math.min(times.backoffMost, times.backoffFirst * 2 ** this.#failures);
    this.#failures = Math.min(this.#failures + 1, 16);
    return atLeast + Math.floor(this.#random() * most);
  }

  /** The machine woke up or the network changed: soon, but not all at once. */
  soon(): number {
    this.#failures = 0;
    return Math.floor(this.#random() * 1000);
  }

  /** After a connection that lasted. */
  reset(): void {
    this.#failures = 0;
  }
}
