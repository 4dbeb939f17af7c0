/** Where identities come from: made by the terminal, sortable by time, never asked of a server. */
export interface Ids {
  /** A UUIDv7 (RFC 9562), lower case, 36 characters. */
  next(): string;
}

/** The random source of `ids`: fills the array, as `crypto.getRandomValues` does. */
export type RandomFill = (bytes: Uint8Array) => void;

const hex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/**
 * UUIDv7 with a 12-bit counter in `rand_a` (RFC 9562, method 1), so that ids made by one terminal within one
 * millisecond still sort in the order they were made. A clock that steps back does not: the last time is kept.
 */
export function createIds(now: () => number, fill: RandomFill): Ids {
  const random = new Uint8Array(8);
  let last = 0;
  let counter = 0;
  return {
    next() {
      const time = now();
      if (time > last) {
        last = time;
        fill(random);
        // Start in the lower half, so that a burst has room to count.
        counter = (((random[0] ?? 0) << 8) | (random[1] ?? 0)) & 0x7ff;
      } else if (++counter > 0xfff) {
        last += 1;
        counter = 0;
      }
      fill(random);
      const high = Math.floor(last / 0x1_0000_0000);
      const low = last >>> 0;
      const byte = (value: number) => hex[value & 0xff] ?? '';
      const word = (value: number) => byte(value >>> 8) + byte(value);
      const tail = (from: number, to: number) => {
        let text = '';
        for (let i = from; i < to; i++) text += byte(random[i] ?? 0);
        return text;
      };
      const variant = byte(0x80 | ((random[0] ?? 0) & 0x3f));
      return (
        `${word(high)}${word(low >>> 16)}-${word(low)}-${word(0x7000 | counter)}-` +
        `${variant}${tail(1, 2)}-${tail(2, 8)}`
      );
    },
  };
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export function isUuid(text: string): boolean {
  return uuid.test(text);
}
