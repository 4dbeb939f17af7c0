import { createHash } from 'node:crypto';

interface Event {
  readonly at: number;
  readonly order: number;
  readonly run: () => void | Promise<void>;
}

/** Something that must hold did not. */
export class Violation extends Error {
  readonly invariant: string;

  constructor(invariant: string, message: string) {
    super(`${invariant}: ${message}`);
    this.name = 'Violation';
    this.invariant = invariant;
  }
}

/** Virtual time and what is to happen in it, and a record of all that happened. */
export class World {
  /** ms since 1970 UTC, true time: what no clock in the shop knows. */
  now: number;
  readonly start: number;
  readonly #heap: Event[] = [];
  readonly #hash = createHash('sha256');
  readonly #print: ((line: string) => void) | null;
  #order = 0;

  constructor(start: number, print: ((line: string) => void) | null) {
    this.now = start;
    this.start = start;
    this.#print = print;
  }

  at(time: number, run: Event['run']): void {
    this.#push({ at: Math.max(time, this.now), order: this.#order++, run });
  }

  after(ms: number, run: Event['run']): void {
    this.at(this.now + ms, run);
  }

  /** Adds a line to the trace, of which only the hash is kept unless somebody reads along. */
  trace(what: string): void {
    const line = `${this.now - this.start} ${what}`;
    this.#hash.update(line);
    this.#print?.(line);
  }

  get traceHash(): string {
    return this.#hash.copy().digest('hex').slice(0, 16);
  }

  /** Lets everything happen that is due until `time`, or until `isDone`. */
  async run(time: number, isDone: () => boolean = () => false): Promise<void> {
    for (let next = this.#heap[0]; next && next.at <= time && !isDone(); next = this.#heap[0]) {
      this.#pop();
      this.now = next.at;
      const running = next.run();
      if (running) await running;
    }
    if (!isDone()) this.now = Math.max(this.now, time);
  }

  #push(event: Event): void {
    const heap = this.#heap;
    let i = heap.push(event) - 1;
    while (i > 0) {
      const parent = (i - 1) >> 1;
      const above = heap[parent];
      if (!above || before(above, event)) break;
      heap[i] = above;
      i = parent;
    }
    heap[i] = event;
  }

  #pop(): void {
    const heap = this.#heap;
    const last = heap.pop();
    if (!last || heap.length === 0) return;
    let i = 0;
    for (;;) {
      let child = 2 * i + 1;
      const left = heap[child];
      const right = heap[child + 1];
      if (!left) break;
      if (right && before(right, left)) child += 1;
      const smaller = heap[child];
      if (!smaller || before(last, smaller)) break;
      heap[i] = smaller;
      i = child;
    }
    heap[i] = last;
  }
}

const before = (a: Event, b: Event) => a.at < b.at || (a.at === b.at && a.order < b.order);
