import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { withLock } from './lock.mjs';
import { inModules, projectNode, root } from './paths.mjs';
import { npm } from './run.mjs';
import { Refusal, say } from './say.mjs';
import { hashText, readStamp, readStampRecord, writeStamp } from './stamp.mjs';

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean }} LockedPackage
 * @typedef {{ packages?: Record<string, LockedPackage> }} Lockfile
 */

const lockfile = join(root, 'package-lock.json');
const stampFile = inModules('.galla-installed.json');

/** Makes node_modules equal to package-lock.json; a few milliseconds when it already is. */
export async function ensureDependencies() {
  if (isInstalled()) return;
  await withLock('dependencies', async () => {
    if (isInstalled()) return;
    say('installing npm packages as locked in package-lock.json');
    // Once more after a failure: a registry that hiccups must not fail a whole test run.
    if (!(await npmCi()) && !(await npmCi())) {
      throw new Refusal('npm ci failed twice; its message is above. Is the npm registry reachable?');
    }
    if (!existsSync(projectNode)) {
      throw new Refusal(
        'npm did not run the install step of the package "node" (ignore-scripts set?), so Node 24 is missing.',
      );
    }
    writeStamp(stampFile, { lockfile: hashText(readFileSync(lockfile, 'utf8')) });
  });
}

/** NODE_ENV and `omit` would leave out the development packages, which are what everything here runs on. */
async function npmCi() {
  const { NODE_ENV: _, ...env } = process.env;
  const result = await npm(['ci', '--include=dev', '--loglevel=error', '--no-fund', '--no-audit'], { env });
  return result.code === 0;
}

function isInstalled() {
  if (!existsSync(projectNode)) return false;
  const wanted = readFileSync(lockfile, 'utf8');
  const hash = hashText(wanted);
  if (readStampRecord(stampFile).lockfile === hash) return true;
  // Someone may have used npm directly: what npm wrote down about its work decides, not who started it.
  const present = /** @type {Lockfile | undefined} */ (readStamp(inModules('.package-lock.json')));
  if (!present || !satisfiesLock(/** @type {Lockfile} */ (JSON.parse(wanted)), present)) return false;
  writeStamp(stampFile, { lockfile: hash });
  return true;
}

/**
 * Whether what npm installed is what the lockfile asks for: the same packages at the same versions with the same
 * contents. Optional packages may be absent, being for other platforms.
 * @param {Lockfile} wanted package-lock.json
 * @param {Lockfile} present node_modules/.package-lock.json, which npm writes when it has finished
 */
export function satisfiesLock(wanted, present) {
  const locked = wanted.packages ?? {};
  const installed = present.packages ?? {};
  const asLocked = Object.entries(locked).every(([path, { version, integrity, optional }]) => {
    const found = installed[path];
    if (path === '') return true;
    if (!found) return optional === true;
    return found.version === version && found.integrity === integrity;
  });
  return asLocked && Object.keys(installed).every((path) => path in locked);
}
