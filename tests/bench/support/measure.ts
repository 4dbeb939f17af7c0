/** How long something took, over many samples; in milliseconds unless the caller counts something else. */
export interface Distribution {
  readonly samples: number;
  readonly min: number;
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
}

/** Throws without samples: there is nothing to say about them. */
export function distribution(values: readonly number[]): Distribution {
  const sorted = values.toSorted((a, b) => a - b);
  // The nearest-rank percentile: always one of the values that were measured.
  const at = (part: number) => {
    const value = sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)];
    if (value === undefined) throw new Error('no samples');
    return rounded(value);
  };
  return { samples: sorted.length, min: at(0), p50: at(0.5), p99: at(0.99), max: at(1) };
}

/** To three decimals, for people and for JSON. */
export function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}

export interface Rounds {
  /** Rounds that are run and forgotten, until caches and the compiler have settled. */
  readonly warmUp: number;
  readonly rounds: number;
}

/**
 * Measures several ways of doing a thing in turn, round by round, so that whatever else the machine does at the time
 * falls on all of them alike. A way answers how long it took; one that answers nothing is timed from outside.
 */
export async function interleaved<Name extends string>(
  ways: Readonly<Record<Name, () => Promise<number> | Promise<void> | number | void>>,
  { warmUp, rounds }: Rounds,
): Promise<Record<Name, Distribution>> {
  const entries = Object.entries<() => unknown>(ways);
  const times = new Map<string, number[]>(entries.map(([name]) => [name, []]));
  for (let round = -warmUp; round < rounds; round++) {
    for (const [name, way] of entries) {
      const started = performance.now();
      const answer = await way();
      const took = typeof answer === 'number' ? answer : performance.now() - started;
      if (round >= 0) times.get(name)?.push(took);
    }
  }
  const results = [...times].map(([name, values]) => [name, distribution(values)]);
  // The keys are those of `ways`, which `Object.entries` has forgotten.
  return Object.fromEntries(results) as Record<Name, Distribution>;
}

/** How much longer than its floor something takes, by the medians of one run. */
export function ratio(measured: Distribution, floor: Distribution): number {
  return rounded(measured.p50 / floor.p50);
}

/** Writes one JSON line of results. */
export function report(line: Readonly<Record<string, unknown>>): void {
  console.log(JSON.stringify(line));
}
