import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');
const folder = mkdtempSync(join(tmpdir(), 'galla-examples-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(script: string, args: string[], input = ''): Promise<{ code: number; out: string }> {
  const command = ['--import', './scripts/lib/ts-hooks.mjs', `scripts/cli/${script}.ts`, ...args];
  return new Promise((done) => {
    const child = execFile(process.execPath, command, { cwd: root, maxBuffer: 1 << 28 }, (error, stdout) => {
      done({ code: error ? Number(error.code) : 0, out: stdout });
    });
    child.stdin?.end(input);
  });
}

const bill = {
  settings: { currency: 'INR', regime: 'india_gst', pricesIncludeTax: true, rounding: 'line' },
  lines: [{ quantity: '1', unitPrice: '99.00', taxes: [{ kind: 'gst', rate: '18' }], hsn: '3304', unit: 'PCS' }],
};

describe('npm run price', () => {
  test('one bill from a pipe: every key of a result', async () => {
    const { code, out } = await run('price', ['-'], JSON.stringify(bill));
    expect(code).toBe(0);
    const keys = [
      'taxable',
      'cgst',
      'sgst',
      'igst',
      'cess',
      'tax',
      'roundOff',
      'total',
      'cashDue',
      'change',
      'cashKept',
    ];
    const result = JSON.parse(out);
    for (const key of [...keys, 'due']) expect(result[key]).toMatch(/^-?\d+\.\d\d$/);
    expect(result).toMatchObject({
      total: '99.00',
      cgst: '7.55',
      lines: [{ taxable: '83.90' }],
      hsn: [{ rate: '18' }],
    });
  });

  test('a bad bill is an error in its place, the others are priced, and the exit code says so', async () => {
    const bad = { ...bill, lines: [{ ...bill.lines[0], discount: { percent: '101' } }] };
    const { code, out } = await run('price', ['-'], JSON.stringify([bill, bad, 7, bill]));
    expect(code).toBe(1);
    const [first, second, third, fourth] = JSON.parse(out);
    expect(first.total).toBe('99.00');
    expect(second.error).toMatchObject({ code: 'discount_above_100', field: 'lines[0].discount.percent' });
    expect(third.error).toMatchObject({ code: 'bad_value' });
    expect(fourth.total).toBe('99.00');
  });

  test.each([
    ['not json', '-'],
    ['', '-'],
    ['', '/no/such/file.json'],
  ])('%j from %s is an error and no crash', async (text, source) => {
    const { code, out } = await run('price', [source], text);
    expect(code).toBe(1);
    expect(JSON.parse(out).error.code).toBe('bad_value');
  });

  test('3 000 bills come back in one call', async () => {
    const file = join(folder, 'many.json');
    writeFileSync(file, JSON.stringify(Array.from({ length: 3_000 }, () => bill)));
    const { code, out } = await run('price', [file]);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toHaveLength(3_000);
  });
});

describe('npm run vectors', () => {
  test('the project’s own examples pass', async () => {
    const { code, out } = await run('vectors', ['tests/examples']);
    expect(out).toMatch(/^vectors: \d\d+ passed, 0 failed\n$/);
    expect(code).toBe(0);
  });

  test('a failure is one line with id, key, expected and got, and exit code 1', async () => {
    const [example] = JSON.parse(readFileSync(join(root, 'tests/examples/bills.json'), 'utf8'));
    mkdirSync(join(folder, 'wrong'));
    const wrong = { ...example, id: 'off-by-one', expect: { total: '20000.01', taxable: '16949.16' } };
    writeFileSync(join(folder, 'wrong', 'bills.json'), JSON.stringify([wrong, example]));
    writeFileSync(join(folder, 'wrong', 'codes.json'), JSON.stringify({ gstin: [{ code: 'X', valid: true }] }));
    const { code, out } = await run('vectors', [join(folder, 'wrong')]);
    expect(code).toBe(1);
    expect(out).toContain('off-by-one  total  expected 20000.01  got 20000.00\n');
    expect(out).toContain('gstin X  valid  expected true  got false');
    expect(out.trim().split('\n').at(-1)).toBe('vectors: 1 passed, 2 failed');
  });

  test('a folder without examples proves nothing and fails', async () => {
    mkdirSync(join(folder, 'empty'));
    const { code, out } = await run('vectors', [join(folder, 'empty')]);
    expect(code).toBe(1);
    expect(out).toContain('vectors: 0 passed, 0 failed');
  });
});
