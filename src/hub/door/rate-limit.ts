/** How often an address may fail at once, and how long one failure is held against it. ms */
const burst = 10;
const forgivenAfter = 6_000;
/** Addresses remembered; beyond it the ones that failed longest ago are forgotten. */
const most = 10_000;

/** Who fails at the door too often has to wait. Those who are let in are never counted. */
export class RateLimit {
  readonly #failures = new Map<string, { count: number; at: number }>();

  isOver(address: string, now: number): boolean {
    return this.#held(address, now) >= burst;
  }

  failed(address: string, now: number): void {
    const count = this.#held(address, now) + 1;
    // Last in the order of the map: the first is the oldest.
    this.#failures.delete(address);
    this.#failures.set(address, { count, at: now });
    const [oldest] = this.#failures.keys();
    if (this.#failures.size > most && oldest !== undefined) this.#failures.delete(oldest);
  }

  #held(address: string, now: number): number {
    const known = this.#failures.get(address);
    if (!known) return 0;
    return Math.max(0, known.count - Math.floor(Math.max(0, now - known.at) / forgivenAfter));
  }
}
