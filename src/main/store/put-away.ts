import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Clock } from '@shared/clock';
import { backupFolder, timeStamp } from './backup-files';
import { lockFile } from './lock';
import { asDatabaseProblem } from './problem';
import { realPath } from './real-path';

/**
 * Puts a closed shop file with its backups away, into `left/<time>/` beside it, so that the next opening begins with an
 * empty one. Backups go first: a crash in between leaves the shop where it was. Nothing is ever deleted. The folder.
 *
 * @throws DatabaseProblem `database_in_use`, or what the disk had to say
 */
export function putAway(path: string, clock: Clock): string {
  const file = realPath(path);
  const lock = lockFile(file);
  try {
    const folder = join(dirname(file), 'left', timeStamp(clock.now()));
    mkdirSync(folder, { recursive: true });
    if (existsSync(backupFolder(file))) renameSync(backupFolder(file), join(folder, basename(backupFolder(file))));
    // The log before the file it belongs to would be lost on its own; with the file it is read again.
    for (const suffix of ['', '-wal', '-shm']) {
      if (existsSync(file + suffix)) renameSync(file + suffix, join(folder, basename(file) + suffix));
    }
    return folder;
  } catch (error) {
    throw asDatabaseProblem(error, file);
  } finally {
    lock.release();
  }
}
