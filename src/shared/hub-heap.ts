/**
 * Flags of V8 that keep the hub's memory level, whoever comes and goes. A half of the young generation has 16 MB: left to
 * itself it grows to 64 when many terminals come at once, and with as little as there is to do it is given back and taken
 * again by turns. What waited for terminals that read nothing dies old, and the old generation is collected when it has
 * grown by a fifth and not by as much again. `scripts/run.mjs` says the same for the hub by itself.
 */
export const hubHeapFlags: readonly string[] = [
  '--min-semi-space-size=16',
  '--max-semi-space-size=16',
  '--initial-old-space-size=24',
  '--heap-growing-percent=20',
];
