import { writeFileSync } from 'node:fs';
import type { Clock } from '@shared/clock';
import { readJson } from './json-file';

interface Stored {
  readonly at: readonly number[];
  readonly told: boolean;
}

/** Three ends within five minutes are a loop, and a loop helps nobody. */
const loop = { times: 3, withinMs: 5 * 60 * 1000 } as const;

/** Remembers, across processes, when the app ended by a bug. */
export function createRestarts(file: string, clock: Clock) {
  const read = (): Stored => {
    const { at, told } = readJson(file);
    if (!Array.isArray(at) || !at.every((time) => typeof time === 'number')) return { at: [], told: true };
    return { at, told: told === true };
  };
  const write = (state: Stored) => {
    try {
      writeFileSync(file, JSON.stringify(state));
    } catch {
      // Then the next start says nothing about it.
    }
  };
  return {
    /** Notes an end by a bug; says whether starting again is sensible. */
    record(): { restart: boolean } {
      const now = clock.now();
      const at = [...read().at.filter((then) => now - then < loop.withinMs && then <= now), now];
      write({ at, told: false });
      return { restart: at.length < loop.times };
    },
    /** True once after the last start ended by a bug. */
    takeUntold(): boolean {
      const state = read();
      if (state.told) return false;
      write({ ...state, told: true });
      return true;
    },
  };
}

export type Restarts = ReturnType<typeof createRestarts>;
