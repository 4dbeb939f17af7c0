import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CallInput, labelCalls, type ProductSummary } from '@shared/contract';
import { AppError } from '@shared/errors';
import { money, quantity } from '@shared/money';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLabelDesk } from '../../../src/main/printing/labels';
import { labelPages, shelf } from '../../support/labels';
import { shopSettings } from '../../support/papers';

const idOf = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const product = (n: number, fields: Partial<ProductSummary> = {}): ProductSummary => ({
  id: idOf(n),
  name: `Product ${n}`,
  sku: `SKU-${n}`,
  barcode: null,
  brand: null,
  category: null,
  unit: 'PCS',
  price: money(1_000),
  mrp: null,
  stock: quantity(0),
  trackStock: false,
  reorderLevel: null,
  byWeight: false,
  active: true,
  deleted: false,
  ...fields,
});

let folder: string;
let goods: ProductSummary[];
const printer = { profile: 'generic80', width: 80 } as const;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'galla-labels-'));
  goods = [product(1), product(2)];
});
afterEach(() => rmSync(folder, { recursive: true }));

function desk() {
  const deps = {
    store: { isSandbox: false },
    settings: () => ({ ...shopSettings(), created_at: 0 }),
    products: (ids: readonly string[]) =>
      ids.flatMap((id) => {
        const found = goods.find((each) => each.id === id);
        return found ? [found] : [];
      }),
  };
  return createLabelDesk(deps, { pages: labelPages(false), chooseLabelFile: async (name) => join(folder, name) });
}

type Sheets = CallInput<'labels.savePdf'>;
const sheets = (fields: Partial<Sheets> = {}) =>
  labelCalls['labels.savePdf'].input.parse({
    design: shelf,
    items: goods.map(({ id }) => ({ productId: id, copies: 2 })),
    sheet: 'a4x24',
    begin: 1,
    ...fields,
  });
const roll = (fields: Partial<CallInput<'labels.print'>> = {}) =>
  labelCalls['labels.print'].input.parse({
    design: shelf,
    items: goods.map(({ id }) => ({ productId: id, copies: 2 })),
    size: '50x25',
    printerId: idOf(9),
    ...fields,
  });

async function refused(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(readdirSync(folder)).toEqual([]);
  return error instanceof AppError ? error.code : `not refused: ${error}`;
}

describe('labels are refused as a whole, and nothing is written', () => {
  it('when a product was removed meanwhile, or never was', async () => {
    const wanted = sheets();
    goods = [product(1), product(2, { deleted: true })];
    expect(await refused(desk().savePdf(wanted))).toBe('labels_gone');
    goods = [product(1)];
    expect(await refused(desk().savePdf(wanted))).toBe('labels_gone');
  });

  it('when one has no price', async () => {
    goods = [product(1), product(2, { price: money(0) })];
    expect(await refused(desk().savePdf(sheets()))).toBe('labels_no_price');
  });

  it('when one has no code, or one that is too long, and nobody has said that this may be', async () => {
    goods = [product(1), product(2, { sku: null })];
    expect(await refused(desk().savePdf(sheets()))).toBe('labels_no_code');
    goods = [product(1), product(2, { sku: 'A-CODE-THAT-NO-STICKER-IS-WIDE-ENOUGH-FOR-1234567890' })];
    expect(await refused(desk().savePdf(sheets()))).toBe('labels_code_long');
    expect(await desk().savePdf(sheets({ withoutCode: true }))).toMatchObject({ sheets: 1 });
  });

  it('when there are more than 10 000 of all together', async () => {
    const items = goods.map(({ id }) => ({ productId: id, copies: 5_001 }));
    expect(await refused(desk().savePdf(sheets({ items })))).toBe('labels_too_many');
    for (const copies of [0, -1, 1.5, 10_001]) {
      expect(() => sheets({ items: [{ productId: idOf(1), copies }] })).toThrow();
    }
    expect(() => sheets({ begin: 25 })).toThrow('no such sticker');
  });

  it('when the paper is narrower than the label', async () => {
    expect(await refused(desk().portions(roll({ size: '100x50' }), printer))).toBe('labels_too_wide');
    expect(await refused(desk().portions(roll({ size: '50x25' }), { ...printer, width: 58 }))).toBe('labels_too_wide');
  });
});

describe('the queue', () => {
  it('gets portions that a receipt printer prints while it is waited for, and a label printer all at once', async () => {
    const items = goods.map(({ id }) => ({ productId: id, copies: 25 }));
    const portions = await desk().portions(roll({ items }), printer);
    expect(portions.map(({ job }) => job.items.reduce((sum, { copies }) => sum + copies, 0))).toEqual([20, 20, 10]);
    expect(portions.map(({ label }) => label)).toEqual(['Product 1', 'Product 1 +1', 'Product 2']);
    expect(await desk().portions(roll({ items }), { profile: 'zpl203', width: 80 })).toHaveLength(1);
  });

  it('prints nothing of a portion of which a product is gone by then', async () => {
    const [portion] = await desk().portions(roll(), printer);
    if (!portion) throw new Error('There was something to print');
    expect((await desk().encode(portion.job, printer)).length).toBeGreaterThan(1_000);
    goods = [product(1)];
    expect(await refused(desk().encode(portion.job, printer))).toBe('not_found');
  });
});

describe('a label printer', () => {
  it('has a test label with letters that it lacks', async () => {
    const zpl = new TextDecoder().decode(await desk().encodeTest({ profile: 'zpl300', width: 80 }));
    expect(zpl).toMatch(/\^PW591\n\^LL295\n/);
    expect(zpl).toContain('^GFA');
  });
});
