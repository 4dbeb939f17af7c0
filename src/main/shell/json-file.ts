import { readFileSync } from 'node:fs';

/**
 * The fields of a small JSON file of our own, to be looked at one by one; none when the file is missing or is something
 * else. Not with zod: this is read before the window opens, and zod takes longer to load than the window to be made.
 */
export function readJson(file: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
