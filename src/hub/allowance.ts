import type { Limits } from '@shared/sync';

/** Seconds of full speed that may be used at once: after a pause a terminal has much to say. */
const burst = 5;

type Rates = Pick<Limits, 'messagesPerSecond' | 'textPerSecond' | 'operationsPerSecond'>;

/** What one message costs. */
export interface Cost {
  readonly messages?: number;
  /** UTF-16 code units. */
  readonly text?: number;
  readonly operations?: number;
}

/**
 * How much a terminal may still say now: a token bucket for messages, text and operations. It belongs to the terminal,
 * so a new line does not fill it again.
 */
export class Allowance {
  readonly #rates: readonly number[];
  readonly #left: number[];
  #filledAt: number;

  constructor(rates: Rates, now: number) {
    this.#rates = [rates.messagesPerSecond, rates.textPerSecond, rates.operationsPerSecond];
    this.#left = this.#rates.map((rate) => rate * burst);
    this.#filledAt = now;
  }

  /** Takes the cost. 0 when it was there; otherwise the ms after which it would be. */
  take({ messages = 0, text = 0, operations = 0 }: Cost, now: number): number {
    const passed = Math.max(0, now - this.#filledAt) / 1000;
    this.#filledAt = now;
    let wait = 0;
    for (const [index, cost] of [messages, text, operations].entries()) {
      const rate = this.#rates[index] ?? 0;
      const filled = Math.min(rate * burst, (this.#left[index] ?? 0) + rate * passed);
      // What is not there is not taken: refused messages do not make the wait longer.
      const isThere = cost <= filled;
      this.#left[index] = isThere ? filled - cost : filled;
      if (!isThere) wait = Math.max(wait, Math.ceil(((Math.min(cost, rate * burst) - filled) / rate) * 1000));
    }
    return wait;
  }
}
