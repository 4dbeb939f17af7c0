import type { ImportProgress } from '@shared/contract';
import { AppError } from '@shared/errors';

const stages = ['reading', 'checking', 'writing'] as const;

/** Slots of the shared memory; `done` and `total` count bytes or rows, both far below 2³¹ by the limits. */
const slot = { stage: 0, done: 1, total: 2, cancelled: 3 } as const;

/**
 * How far an import is, and whether it is still wanted: memory that a reader thread writes and main reads, without a
 * message in between. Both sides make one from the same buffer.
 */
export class Meter {
  readonly buffer: SharedArrayBuffer;
  readonly #slots: Int32Array;

  constructor(buffer = new SharedArrayBuffer(4 * Int32Array.BYTES_PER_ELEMENT)) {
    this.buffer = buffer;
    this.#slots = new Int32Array(buffer);
  }

  /** @param total null when it is not known */
  start(stage: ImportProgress['stage'], total: number | null): void {
    Atomics.store(this.#slots, slot.stage, stages.indexOf(stage));
    Atomics.store(this.#slots, slot.done, 0);
    Atomics.store(this.#slots, slot.total, total ?? -1);
  }

  /** @throws AppError `cancelled` when nobody wants it any more */
  report(done: number): void {
    this.throwIfCancelled();
    Atomics.store(this.#slots, slot.done, done);
  }

  cancel(): void {
    Atomics.store(this.#slots, slot.cancelled, 1);
  }

  throwIfCancelled(): void {
    if (Atomics.load(this.#slots, slot.cancelled) === 1) throw new AppError('cancelled', 'The import was cancelled');
  }

  read(token: string): ImportProgress {
    const total = Atomics.load(this.#slots, slot.total);
    return {
      token,
      stage: stages[Atomics.load(this.#slots, slot.stage)] ?? 'reading',
      done: Atomics.load(this.#slots, slot.done),
      total: total < 0 ? null : total,
    };
  }
}
