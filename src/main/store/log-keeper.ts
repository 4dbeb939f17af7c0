import type { Database, Statement } from 'better-sqlite3';

/** Frames (pages of 4 KiB) of the write-ahead log from which on it is moved into the file; 4 MiB, SQLite's own measure. */
const longFrames = 1_000;

/** Frames from which on whoever writes in bulk waits until that has been done. */
const tooLongFrames = 4_000;

/**
 * Frames at which the writing connection moves them itself, in the middle of a commit: 64 MiB, as much as the log file
 * keeps. Comes about only when no reader thread had the time.
 */
const lastResortFrames = 16_000;

/** How long after a commit the log is looked at, ms. */
const lookAfterMs = 500;

/**
 * Keeps the write-ahead log short without holding anybody up. By itself SQLite moves the log into the file in the middle
 * of the commit that made it long: a write of megabytes and two flushes, for which a sale would have to wait. Here a
 * reader thread does it beside the work (PASSIVE: it takes no lock that a commit needs).
 */
export class LogKeeper {
  readonly #look: Statement<[], { log: number; checkpointed: number }>;
  readonly #move: () => Promise<void>;
  #moving: Promise<void> | null = null;
  #timer: NodeJS.Timeout | null = null;
  #stopped = false;

  /** @param move does a passive checkpoint on another thread */
  constructor(db: Database, move: () => Promise<void>) {
    db.pragma(`wal_autocheckpoint = ${lastResortFrames}`);
    this.#look = db.prepare('PRAGMA wal_checkpoint(NOOP)');
    this.#move = move;
  }

  /** Something has been committed. */
  committed(): void {
    if (this.#timer || this.#stopped) return;
    this.#timer = setTimeout(() => {
      this.#timer = null;
      if (this.#length().waiting >= longFrames) void this.#shorten();
    }, lookAfterMs);
    this.#timer.unref();
  }

  /**
   * For bulk work, between two transactions: does not come back before the log could be shortened, if it is too long. A
   * long report on a reader thread keeps it from that, and is not waited for.
   */
  async room(): Promise<void> {
    const { all, waiting } = this.#length();
    if (waiting === 0) return;
    // Only a log that is moved to its very end is begun anew: that takes a moment in which nobody adds to it.
    if (all >= tooLongFrames) await this.#shorten();
    else if (waiting >= longFrames) void this.#shorten();
  }

  stop(): void {
    this.#stopped = true;
    if (this.#timer) clearTimeout(this.#timer);
  }

  /** In frames: the log as it is, and what of it is not in the file yet. */
  #length(): { all: number; waiting: number } {
    const { log, checkpointed } = this.#look.get() ?? { log: 0, checkpointed: 0 };
    return { all: log, waiting: log - checkpointed };
  }

  #shorten(): Promise<void> {
    this.#moving ??= this.#move()
      // On a full or failing disk the log stays, with everything in it; whoever writes next hears of the disk.
      .catch(() => {})
      .finally(() => {
        this.#moving = null;
      });
    return this.#moving;
  }
}
