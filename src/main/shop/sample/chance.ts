/** Draws that are the same every time: a sample shop is one shop, and a test of it means something. */
export interface Chance {
  /** 0 ≤ x < 1. */
  next(): number;
  /** A whole number from `least` to `most`. */
  whole(least: number, most: number): number;
  /** True so many times in a hundred. */
  percent(chances: number): boolean;
  pick<T>(values: readonly T[]): T;
  /** One of them, each as likely as its weight says. */
  weighted<T>(values: readonly T[], weight: (value: T) => number): T;
}

/** Mulberry32: 32 bits of state are enough for a month of groceries. */
export function createChance(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const whole = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  return {
    next,
    whole,
    percent: (chances) => next() * 100 < chances,
    pick: (values) => some(values[whole(0, values.length - 1)]),
    weighted(values, weight) {
      let left = next() * values.reduce((sum, value) => sum + weight(value), 0);
      for (const value of values) {
        left -= weight(value);
        if (left < 0) return value;
      }
      return some(values.at(-1));
    },
  };
}

function some<T>(value: T | undefined): T {
  if (value === undefined) throw new RangeError('Nothing to choose from');
  return value;
}
