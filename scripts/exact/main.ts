// `npm run exact`: no float and no loose arithmetic on money, quantities and rates. Rules and reasons: docs/money-and-tax.md.
import { resolve } from 'node:path';
import { checkExact } from './check.ts';

/** Far below what there is: this only tells a real check from one that looked in the wrong place. */
const fewestOperands = 100;

const { files, operands, violations } = checkExact(resolve(import.meta.dirname, '../..'));
for (const { file, line, text, why } of violations) console.log(`${file}:${line}  ${why}: ${text}`);
if (operands < fewestOperands) console.log(`only ${operands} operands were seen; expected at least ${fewestOperands}`);
console.log(`${files} files, ${operands} operands, ${violations.length} violations`);
process.exitCode = violations.length > 0 || operands < fewestOperands ? 1 : 0;
