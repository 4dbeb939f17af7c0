// `npm run walls`: checks who imports whom.
import { resolve } from 'node:path';
import { checkWalls } from './check.ts';

/** Far below what there is: this only tells a real check from one that looked in the wrong place. */
const fewestModules = 40;

const root = resolve(import.meta.dirname, '../..');
const { modules, violations } = checkWalls(root);
for (const violation of violations) console.log(violation);
if (modules < fewestModules) console.log(`only ${modules} modules were seen; expected at least ${fewestModules}`);
console.log(`${modules} modules, ${violations.length} violations`);
process.exitCode = violations.length > 0 || modules < fewestModules ? 1 : 0;
