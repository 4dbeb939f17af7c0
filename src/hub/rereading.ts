/** Seconds' worth that may be used at once: whoever lost a line in the middle of much reads that again. */
const burst = 5;

/**
 * How much of the log a terminal may be sent a second time. What is new to it is nobody's loss; who asks for the same
 * again and again would have the hub read its log for nobody else. It belongs to the terminal, as its `Allowance`.
 */
export class Rereading {
  readonly #rate: number;
  #left: number;
  #filledAt: number;
  /** The entry up to which the terminal was ever sent the log. */
  #upTo = 0;

  /** @param rate UTF-16 code units a second */
  constructor(rate: number, now: number) {
    this.#rate = rate;
    this.#left = rate * burst;
    this.#filledAt = now;
  }

  /** Whether the entries after `from` may be sent now. */
  may(from: number, now: number): boolean {
    if (from >= this.#upTo) return true;
    const passed = Math.max(0, now - this.#filledAt) / 1000;
    this.#filledAt = now;
    this.#left = Math.min(this.#rate * burst, this.#left + this.#rate * passed);
    return this.#left > 0;
  }

  /** They were. */
  sent(from: number, to: number, text: number): void {
    if (from < this.#upTo) this.#left -= text;
    this.#upTo = Math.max(this.#upTo, to);
  }
}
