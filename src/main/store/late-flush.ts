import { open } from 'node:fs/promises';

/**
 * Puts on the disk, beside the work, what was committed without waiting for it: what a power cut can still take are the
 * last few milliseconds. Opening the log by ourselves is harmless: SQLite's locks are on the shop file and on `-shm`.
 */
export class LateFlush {
  readonly #log: string;
  #running = false;
  #wanted = false;

  /** @param file the shop file */
  constructor(file: string) {
    this.#log = `${file}-wal`;
  }

  /** Returns at once. */
  soon(): void {
    this.#wanted = true;
    if (!this.#running) void this.#run();
  }

  async #run(): Promise<void> {
    this.#running = true;
    while (this.#wanted) {
      this.#wanted = false;
      try {
        const log = await open(this.#log, 'r+');
        try {
          await log.datasync();
        } finally {
          await log.close();
        }
      } catch {
        // Closed meanwhile, which puts everything on the disk; or a failing disk, of which the next sale will tell.
      }
    }
    this.#running = false;
  }
}
