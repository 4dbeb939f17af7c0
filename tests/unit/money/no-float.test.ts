import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { checkExact } from '../../../scripts/exact/check.ts';

const root = mkdtempSync(join(tmpdir(), 'galla-exact-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

function write(path: string, text: string) {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

const planted: readonly (readonly [file: string, code: string])[] = [
  ['src/main/a.ts', 'export const a = (price * count) / 100;'],
  ['src/main/a.ts', 'export const b = total - price;'],
  ['src/main/a.ts', 'export const c = row.total + price;'],
  ['src/main/a.ts', 'export const d = [price, total].reduce((sum, next) => sum + next, 0);'],
  ['src/main/a.ts', 'export const e = -price;'],
  ['src/main/a.ts', 'export const f = Math.round(price);'],
  ['src/main/a.ts', 'export const g = price.toFixed(2);'],
  ['src/main/a.ts', 'export const h = 12 as Money;'],
  ['src/main/a.ts', "export const i = money(Number('12.5'));"],
  ['src/main/a.ts', 'export const j = money(12.5 * 100);'],
  ['src/main/a.ts', "export const k = quantity(parseFloat('1.5'));"],
  ['src/main/a.ts', 'export const l = (maybe ?? price) * 2;'],
  ['src/shared/bill/b.ts', 'export const m = 3 * 0.18;'],
  ['src/shared/bill/b.ts', "export const n = parseFloat('1.5');"],
  ['src/shared/bill/b.ts', 'export const o = (1).toFixed(2);'],
];

const allowed = [
  'export const p = addMoney(price, total);',
  'export const q = price < total;',
  'export const r = rows.length * 2;',
  'export const s = Math.round(rows.length / 3);',
  'export const t = money(1200);',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is code of the fixture
  'export const u = `${price}`;',
];

const head = `
import { addMoney, money, quantity, type Money, type Quantity } from '../shared/money/index.js';
declare const price: Money;
declare const total: Money;
declare const maybe: Money | null;
declare const count: Quantity;
declare const row: { total: Money };
declare const rows: Money[];
`;

write('tsconfig.json', JSON.stringify({ compilerOptions: { strict: true, target: 'es2024' }, include: ['src'] }));
write(
  'src/shared/money/index.ts',
  `export type Money = number & { readonly __brand: 'Money' };
export type Quantity = number & { readonly __brand: 'Quantity' };
export declare function money(minor: number): Money;
export declare function quantity(thousandths: number): Quantity;
export declare function addMoney(a: Money, b: Money): Money;`,
);
for (const file of new Set(planted.map(([name]) => name))) {
  const code = planted.filter(([name]) => name === file).map(([, text]) => text);
  write(
    file,
    [file.includes('/main/') ? head : '', ...code, file.includes('/main/') ? allowed.join('\n') : ''].join('\n'),
  );
}

describe('no float on a money path', () => {
  const { violations } = checkExact(root);
  const lines = (file: string) => violations.filter((found) => found.file === file).map((found) => found.text);

  test.each(planted)('%s: %s is refused', (file, code) => {
    expect(lines(file).some((text) => code.includes(text))).toBe(true);
  });

  test.each(allowed)('%s is fine', (code) => {
    expect(lines('src/main/a.ts').filter((text) => code.includes(text))).toEqual([]);
  });

  test('the compiler itself refuses a sum of amounts where an amount is wanted', () => {
    // @ts-expect-error a sum of two amounts is a plain number until it has been checked
    const sum: import('../../../src/shared/money').Money = add(1, 2);
    function add(a: number, b: number) {
      return a + b;
    }
    expect(sum).toBe(3);
  });

  test('the project itself holds to it in its arithmetic', () => {
    const own = checkExact(resolve(import.meta.dirname, '../../..'));
    const ours = own.violations.filter(({ file }) => /^src\/shared\/(money|bill|codes)\//.test(file));
    expect(ours).toEqual([]);
    expect(own.operands).toBeGreaterThan(100);
  });
});
