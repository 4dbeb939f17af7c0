import { setImmediate } from 'node:timers/promises';
import type { Loop } from './rounds';

/** The process's own event loop: what its sockets have received by the end of this turn makes one round. */
export const socketLoop: Loop = {
  turn: () => setImmediate(),
  after: (ms, work) => void setTimeout(work, ms).unref(),
};
