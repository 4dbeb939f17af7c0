import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * A stamp is a small JSON file that says for which state of the world a step was last done.
 * One that is missing or unreadable only means that the step is done again.
 * @param {string} file
 * @returns {unknown}
 */
export function readStamp(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/**
 * A stamp that is an object, else an empty one.
 * @param {string} file
 * @returns {Record<string, unknown>}
 */
export function readStampRecord(file) {
  const stamp = readStamp(file);
  return typeof stamp === 'object' && stamp !== null ? { ...stamp } : {};
}

/**
 * @param {string} file
 * @param {unknown} value
 */
export function writeStamp(file, value) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);
}

/** @param {string} text */
export function hashText(text) {
  return createHash('sha256').update(text).digest('hex');
}

/**
 * One hash over path, size and modification time of every file below the given files and folders: a few milliseconds
 * for the whole source tree, where hashing the contents would cost a tenth of a second on every start.
 * @param {string} base
 * @param {readonly string[]} entries relative to `base`; one that does not exist counts as such
 */
export function hashTree(base, entries) {
  const hash = createHash('sha256');
  const visit = (/** @type {string} */ path) => {
    const full = join(base, path);
    const stat = statSync(full, { throwIfNoEntry: false });
    if (!stat) return void hash.update(`${path} absent\n`);
    if (!stat.isDirectory()) return void hash.update(`${path} ${stat.size} ${stat.mtimeMs}\n`);
    for (const name of readdirSync(full).sort()) visit(`${path}/${name}`);
  };
  for (const entry of entries) visit(entry);
  return hash.digest('hex');
}
