import { lstatSync, readlinkSync, realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

/** Links to links; more is a circle. */
const mostLinks = 20;

/**
 * Where a shop file really lies. SQLite follows links too, but lock, backups and damaged copies are named after the path:
 * two links to one shop would be two locks, and two tills at work in one file.
 */
export function realPath(file: string, links = 0): string {
  try {
    return realpathSync(file);
  } catch {
    // Not there yet, or not there any more.
  }
  const isLink = lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() === true;
  if (isLink && links < mostLinks) return realPath(resolve(dirname(file), readlinkSync(file)), links + 1);
  try {
    return join(realpathSync(dirname(file)), basename(file));
  } catch {
    return file;
  }
}
