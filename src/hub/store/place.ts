import { statSync } from 'node:fs';

/** The hub's file is not where it was: what is written from now on would be gone with this process. */
export class HubFileGone extends Error {
  readonly code = 'HUB_FILE_GONE';

  constructor(file: string) {
    super(`${file} was removed or replaced while the hub was running`);
  }
}

/**
 * Watches that a path still leads to the file that was opened. An open SQLite file goes on working after it was
 * deleted, or after a backup was put in its place: the hub would acknowledge sales that nobody ever sees again.
 */
export function watchPlace(file: string): () => void {
  const opened = statSync(file, { bigint: true });
  return () => {
    const found = statSync(file, { bigint: true, throwIfNoEntry: false });
    if (found?.ino !== opened.ino || found.dev !== opened.dev) throw new HubFileGone(file);
  };
}
