/**
 * Lets Node run the project's TypeScript as it stands: `node --import ./scripts/lib/ts-hooks.mjs some/file.ts`. Node
 * strips the types itself; what it lacks is the `@shared/*` alias and imports without an extension. Enums and parameter
 * properties cannot be stripped; the project has none.
 */
import { existsSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const shared = resolve(import.meta.dirname, '../../src/shared');

/** @param {string} path without an extension */
function source(path) {
  return ['', '.ts', '.tsx', '/index.ts']
    .map((end) => path + end)
    .find((file) => /\.\w+$/.test(file) && existsSync(file));
}

registerHooks({
  resolve(specifier, context, next) {
    const parent = context.parentURL;
    const path = specifier.startsWith('@shared/')
      ? join(shared, specifier.slice('@shared/'.length))
      : specifier.startsWith('.') && parent?.startsWith('file:') && !parent.includes('/node_modules/')
        ? resolve(dirname(fileURLToPath(parent)), specifier)
        : undefined;
    const file = path && source(path);
    return next(file ? pathToFileURL(file).href : specifier, context);
  },
});
