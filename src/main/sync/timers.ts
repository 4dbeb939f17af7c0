/** What the engine waits for, each at most once. */
export type TimerName = 'retry' | 'answer' | 'ping' | 'dead' | 'push' | 'progress' | 'stable' | 'land';

/** Due times by name; the engine is told the time, nobody calls back. */
export class Timers {
  readonly #due = new Map<TimerName, number>();

  set(name: TimerName, at: number): void {
    this.#due.set(name, at);
  }

  clear(...names: readonly TimerName[]): void {
    for (const name of names) this.#due.delete(name);
  }

  clearAll(): void {
    this.#due.clear();
  }

  at(name: TimerName): number | null {
    return this.#due.get(name) ?? null;
  }

  /** The earliest due time. */
  next(): number | null {
    return this.#due.size === 0 ? null : Math.min(...this.#due.values());
  }

  /** Takes one timer that is due, the earliest first. */
  takeDue(now: number): TimerName | null {
    let taken: TimerName | null = null;
    let earliest = now;
    for (const [name, at] of this.#due) {
      if (at <= earliest) {
        earliest = at;
        taken = name;
      }
    }
    if (taken !== null) this.#due.delete(taken);
    return taken;
  }
}
