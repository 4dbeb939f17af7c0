import { accessSync, constants, lstatSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Why there is no single-instance lock: another copy has it, or the data folder cannot take one (write-protected, full).
 * In the second case the app must start all the same, to say so; the shop file has a lock of its own.
 */
export function isRunningElsewhere(folder: string): boolean {
  // On Windows the lock is no file.
  if (process.platform === 'win32') return true;
  try {
    accessSync(folder, constants.W_OK);
  } catch {
    return false;
  }
  // Chromium's own: a link that names host and process, made by the holder.
  return lstatSync(join(folder, 'SingletonLock'), { throwIfNoEntry: false }) !== undefined;
}
