import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkBillExample } from '../../../scripts/lib/example-bill';
import { checkCodeExamples } from '../../../scripts/lib/example-code';
import { oracle, type PlainBill } from './oracle';

const folder = resolve(import.meta.dirname, '../../examples');
const read = (path: string) => JSON.parse(readFileSync(join(folder, path), 'utf8'));

interface Example extends PlainBill {
  id: string;
  expect: Record<string, unknown>;
}
const examples: Example[] = [...read('bills.json'), ...read('worked/bills.json')];

describe('examples with known results', () => {
  test.each(examples)('$id', (example) => {
    expect(checkBillExample(example, 'bill').failures).toEqual([]);
  });

  test.each(examples)('$id, by the second arithmetic', ({ expect: expected, ...bill }) => {
    expect(oracle(bill)).toMatchObject(expected);
  });

  test('the bill in the documentation', () => {
    const page = readFileSync(resolve(import.meta.dirname, '../../../docs/money-and-tax.md'), 'utf8');
    const [, json = ''] = /```json\n(.*?)```/s.exec(page) ?? [];
    expect(checkBillExample(JSON.parse(json), 'docs').failures).toEqual([]);
  });

  test('codes', () => {
    const outcomes = checkCodeExamples(read('codes.json'));
    expect(outcomes.length).toBeGreaterThan(20);
    expect(outcomes.flatMap(({ id, failures }) => failures.map((failure) => ({ id, ...failure })))).toEqual([]);
  });
});

describe('a wrong expectation is found', () => {
  const [first] = examples;
  if (!first) throw new Error('no examples');
  const failuresOf = (expected: unknown, bill: object = first) =>
    checkBillExample({ ...bill, expect: expected }, 'bill').failures.map(({ key }) => key);

  test.each([
    [{ total: '20000.01' }, ['total']],
    [{ totl: '20000.00' }, ['totl']],
    [{ lines: [{ taxable: '16949.15' }] }, ['lines[0].taxable']],
    [{ lines: [{ taxabel: '16949.16' }] }, ['lines[0].taxabel']],
    [{ lines: [] }, ['lines.length']],
    [{ lines: [{}, { tax: '1' }] }, ['lines.length', 'lines[1].tax']],
    [{ lines: 'none' }, ['lines[0].']],
    [{ hsn: [{ hsn: '1' }] }, ['hsn.length', 'hsn[1,undefined,undefined].hsn']],
    [undefined, ['expect']],
  ])('%j', (expected, keys) => {
    const want = keys.map((key) => key.replaceAll('undefined', 'nothing'));
    expect(failuresOf(expected)).toEqual(want);
  });

  test('a bill that is refused fails its example', () => {
    expect(failuresOf({ total: '0.00' }, { ...first, lines: [] })).toEqual(['error']);
  });

  test('equal decimals are equal, whatever their zeros', () => {
    expect(failuresOf({ total: '20000', cgst: '1525.420' })).toEqual([]);
  });

  test.each([
    [{ barcodes: [{ code: '4006381333932', type: 'EAN-13', valid: true }] }],
    [{ barcodes: [{ code: '4006381333931', type: 'EAN-13', valid: false }] }],
    [{ barcodes: [{ code: '4006381333931', type: 'EAN-99', valid: true }] }],
    [{ gs1: [{ code: '(17)181119', valid: true, expiry: '2018-11-20' }] }],
    [{ gs1: [{ code: '(17)181119', valid: true, colour: 'red' }] }],
    [{ gstin: [{ code: '27AAPFU0939F1ZO', valid: true }] }],
    [{ documentNumbers: [{ code: 'A1/2627/000123', valid: false }] }],
    [{ passports: [{ code: '1', valid: true }] }],
    [[]],
  ])('%j', (codes) => {
    expect(checkCodeExamples(codes).flatMap(({ failures }) => failures).length).toBeGreaterThan(0);
  });

  test('HSN rows may stand in any order', () => {
    const bill = examples.find(({ id }) => id === 'hsn-summary-two-rates');
    const rows = bill?.expect.hsn;
    if (!bill || !Array.isArray(rows)) throw new Error('no such example');
    expect(failuresOf({ hsn: rows.toReversed() }, bill)).toEqual([]);
    expect(failuresOf({ hsn: [rows[0], rows[0]] }, bill).length).toBeGreaterThan(0);
  });
});
