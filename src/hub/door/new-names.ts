/** Names that one key may take in this time. A restored file takes one; what takes many goes round in circles. */
const most = 8;
/** ms */
const within = 60 * 60_000;

/** How often a device has become somebody else: each name is a number series that nobody gets back. */
export class NewNames {
  readonly #taken = new Map<string, number[]>();

  /** False when the key has had enough of them for now; otherwise it is counted. */
  take(key: string, now: number): boolean {
    const recent = (this.#taken.get(key) ?? []).filter((at) => now - at < within);
    if (recent.length >= most) return false;
    this.#taken.set(key, [...recent, now]);
    return true;
  }
}
