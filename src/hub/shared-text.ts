/**
 * The end of a message that goes to many terminals. Its bytes are made once, and wait once for all who do not take them:
 * as a text of its own for every line, what fifty stalled terminals left waiting was megabytes of old garbage.
 */
export class SharedText {
  readonly text: string;
  #bytes: Buffer | undefined;

  constructor(text: string) {
    this.text = text;
  }

  /** As UTF-8; nobody may write into it. */
  get bytes(): Buffer {
    this.#bytes ??= Buffer.from(this.text);
    return this.#bytes;
  }
}
