import { lstatSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** One build is about 2 MB; what is more than this are builds that are gone. Bytes. */
const mostBytes = 24 * 1024 * 1024;

/** Where Node keeps the compiled code of this app, as Chromium keeps the page's beside it. */
export function compileCacheFolder(userData: string): string {
  return join(userData, 'compile-cache');
}

/** Throws away what every update leaves behind, once it has become much. Never throws itself: it is only a cache. */
export function tidyCompileCache(userData: string): void {
  const folder = compileCacheFolder(userData);
  try {
    const sizes = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(
      (name) => lstatSync(join(folder, name)).size,
    );
    if (sizes.reduce((sum, size) => sum + size, 0) > mostBytes) rmSync(folder, { recursive: true, force: true });
  } catch {
    // Not there, or not ours to touch.
  }
}
