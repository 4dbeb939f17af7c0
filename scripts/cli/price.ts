/**
 * `npm run -s price -- <file|->`: prices one bill or an array of bills given as JSON (see docs/money-and-tax.md for the
 * form) and prints the results as JSON. A bill that cannot be right becomes `{error: {code, field, message}}` in its
 * place; the others are priced, and the exit code is 1.
 */
import { readFileSync } from 'node:fs';
import { priceBill } from '@shared/bill';
import { ArithmeticError } from '@shared/money';
import { type PlainPricedBill, readBill, writeBill } from '../lib/plain-bill';

type Refused = { error: { code: string; field: string; message: string } };

function price(bill: unknown): PlainPricedBill | Refused {
  try {
    return writeBill(priceBill(readBill(bill)));
  } catch (error) {
    if (error instanceof ArithmeticError) return refused(error.code, error.field, error.message);
    throw error;
  }
}

function refused(code: string, field: string, message: string): Refused {
  return { error: { code, field, message } };
}

function read(source: string): { json: unknown } | Refused {
  try {
    const text = readFileSync(source === '-' ? 0 : source, 'utf8');
    return { json: JSON.parse(text.replace(/^\uFEFF/, '')) };
  } catch (error) {
    return refused('bad_value', '', `cannot be read: ${error instanceof Error ? error.message : error}`);
  }
}

const [source] = process.argv.slice(2);
if (source === undefined) {
  console.error('usage: npm run -s price -- <file|->   (a bill, or an array of bills, as JSON)');
  process.exitCode = 2;
} else {
  const parsed = read(source);
  const results = 'error' in parsed ? parsed : Array.isArray(parsed.json) ? parsed.json.map(price) : price(parsed.json);
  process.stdout.write(`${JSON.stringify(results, null, 1)}\n`);
  if ([results].flat().some((result) => 'error' in result)) process.exitCode = 1;
}
