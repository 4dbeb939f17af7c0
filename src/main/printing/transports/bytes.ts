/** Bytes that came, and whoever waits for the next one. */
export class ByteInbox {
  readonly #bytes: number[] = [];
  #waiter: ((byte: number | null) => void) | null = null;

  push(bytes: Uint8Array): void {
    this.#bytes.push(...bytes);
    this.#serve();
  }

  /** Null after `withinMs`. One waits at a time. */
  next(withinMs: number): Promise<number | null> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.#waiter?.(null), withinMs);
      this.#waiter = (byte) => {
        clearTimeout(timer);
        this.#waiter = null;
        resolve(byte);
      };
      this.#serve();
    });
  }

  #serve(): void {
    if (!this.#waiter) return;
    const byte = this.#bytes.shift();
    if (byte !== undefined) this.#waiter(byte);
  }
}
