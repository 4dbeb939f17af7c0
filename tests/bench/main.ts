/**
 * `npm run bench -- <name>[,<name>…] [--option value]`: runs tests/bench/<name>.ts, one after the other. Each measures
 * when it is loaded, writes JSON lines to stdout and whatever is for people to stderr.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const known = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.ts') && file !== 'main.ts')
  .map((file) => file.slice(0, -'.ts'.length));
const names = (process.argv[2] ?? '').split(',').filter((name) => name !== '');
const unknown = names.filter((name) => !known.includes(name));

if (names.length === 0 || unknown.length > 0) {
  console.error(`which benchmark${unknown.length > 0 ? ` (not ${unknown.join(', ')})` : ''}? ${known.join(', ')}`);
  process.exitCode = 2;
} else {
  for (const name of names) await import(join(import.meta.dirname, `${name}.ts`));
}
