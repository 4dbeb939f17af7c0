/** Something committed. `seq` grows by one per event within one run of the process. */
export interface ChangeEvent {
  /** An entity (`product`, `bill`) or a derived topic (`stock_level`, `cart`). */
  topic: string;
  /** The rows, when few; absent when the listener should re-read the topic as a whole. */
  ids?: readonly string[];
  /** The rows that another terminal has made, when few: they are news to whoever looks. */
  arrived?: readonly string[];
  seq: number;
}

export type ChangeListener = (event: ChangeEvent) => void;

/** Beyond this many ids an event says only "the topic changed". */
const maxIds = 1000;

/** Collects what a transaction touches; becomes events only when it has committed. */
export class Touched {
  readonly #topics = new Map<string, Set<string> | null>();
  readonly #arrived = new Map<string, string[]>();

  /** With ids: these rows. Without: the topic as a whole. */
  add(topic: string, ids?: Iterable<string>): void {
    if (ids === undefined) {
      this.#topics.set(topic, null);
      return;
    }
    let known = this.#topics.get(topic);
    if (known === null) return;
    if (known === undefined) {
      known = new Set();
      this.#topics.set(topic, known);
    }
    for (const id of ids) known.add(id);
    if (known.size > maxIds) this.#topics.set(topic, null);
  }

  addOne(topic: string, id: string): void {
    const known = this.#topics.get(topic);
    if (known === null) return;
    if (known === undefined) this.#topics.set(topic, new Set([id]));
    else if (known.size >= maxIds) this.#topics.set(topic, null);
    else known.add(id);
  }

  /** Another terminal has made this row. */
  arrive(topic: string, id: string): void {
    this.addOne(topic, id);
    const known = this.#arrived.get(topic);
    if (known) known.push(id);
    else this.#arrived.set(topic, [id]);
  }

  /** What of the topic has arrived; nothing when it is so much that none of it stands out. */
  arrivedOf(topic: string): readonly string[] {
    const known = this.#arrived.get(topic) ?? [];
    return known.length > maxIds ? [] : known;
  }

  [Symbol.iterator](): IterableIterator<[string, Set<string> | null]> {
    return this.#topics.entries();
  }
}

/** Tells listeners what has committed, in the order of commits, and never what was rolled back. */
export class ChangeFeed {
  readonly #listeners = new Set<ChangeListener>();
  readonly #onListenerError: (error: unknown) => void;
  readonly #queue: ChangeEvent[] = [];
  #isSpeaking = false;
  #seq = 0;

  constructor(onListenerError: (error: unknown) => void) {
    this.#onListenerError = onListenerError;
  }

  /** Returns the way to unsubscribe. */
  subscribe(listener: ChangeListener): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  /** The number of the last event; 0 before the first. */
  get seq(): number {
    return this.#seq;
  }

  publish(touched: Touched): void {
    for (const [topic, ids] of touched) {
      this.#seq += 1;
      const arrived = touched.arrivedOf(topic);
      this.#queue.push({
        topic,
        ...(ids && { ids: [...ids] }),
        ...(arrived.length > 0 && { arrived }),
        seq: this.#seq,
      });
    }
    // A listener that writes publishes from within: its events wait until all have heard the earlier ones.
    if (this.#isSpeaking) return;
    this.#isSpeaking = true;
    for (let event = this.#queue.shift(); event; event = this.#queue.shift()) {
      for (const listener of this.#listeners) {
        try {
          listener(event);
        } catch (error) {
          // The transaction has committed: a listener's bug must not look like a failed sale.
          this.#onListenerError(error);
        }
      }
    }
    this.#isSpeaking = false;
  }
}
