/** ms that may go by before the event loop has its turn again. */
const slice = 8;
/** Code units that may wait before the line is told to hold back. */
const most = 1024 * 1024;

interface InboxOptions {
  readonly handle: (text: string) => void;
  /** Holds the line back, or lets it go on. */
  readonly pause: (isPaused: boolean) => void;
}

/**
 * Deals with what comes from the hub in slices: a till that catches up with a week must still scan. A message by itself
 * is handled at once; a socket hands over dozens in one turn of the event loop, and those take turns with everything
 * else.
 */
export class Inbox {
  readonly #options: InboxOptions;
  #waiting: string[] = [];
  #text = 0;
  #isBusy = false;
  #isPaused = false;

  constructor(options: InboxOptions) {
    this.#options = options;
  }

  add(text: string): void {
    if (this.#isBusy) {
      this.#waiting.push(text);
      this.#text += text.length;
      this.#hold(this.#text > most);
      return;
    }
    this.#isBusy = true;
    setImmediate(() => this.#goOn());
    this.#options.handle(text);
  }

  /** What was not handled is forgotten: the line is over. */
  clear(): void {
    this.#waiting = [];
    this.#text = 0;
  }

  #goOn(): void {
    const end = performance.now() + slice;
    let done = 0;
    for (const text of this.#waiting) {
      done += 1;
      this.#text -= text.length;
      this.#options.handle(text);
      // It may have been the last: handling can end the line.
      if (this.#waiting.length === 0 || performance.now() >= end) break;
    }
    this.#waiting = this.#waiting.slice(done);
    if (this.#text < most / 2) this.#hold(false);
    this.#isBusy = this.#waiting.length > 0;
    if (this.#isBusy) setImmediate(() => this.#goOn());
  }

  #hold(isPaused: boolean): void {
    if (this.#isPaused === isPaused) return;
    this.#isPaused = isPaused;
    this.#options.pause(isPaused);
  }
}
