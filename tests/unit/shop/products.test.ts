import type { HandlerInput, Product } from '@shared/contract';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Office, openShopOffice, productInput, refusal } from '../../support/office';
import { startReaderThread } from '../../support/shop-store';

let office: Office;
beforeEach(async () => {
  office = await openShopOffice();
});
afterEach(() => office.shop.dispose());

type Input = Parameters<typeof productInput>[0];

const save = (input: Input): Product => {
  const saved = office.handlers['catalogue.saveProduct'](productInput(input), office);
  if (saved instanceof Promise) throw new Error('saving a product is synchronous');
  return saved;
};
const refused = (input: Input, code: string, params: Record<string, unknown> = {}) =>
  expect(() => save(input)).toThrow(expect.objectContaining({ code, params: expect.objectContaining(params) }));
const movements = () => office.store.sql('SELECT product_id, quantity, reason FROM stock_movement').all();
const alerts = () =>
  office.store.sql<[], { kind: string; state: string }>('SELECT kind, state FROM alert ORDER BY raised_at, id').all();

describe('a product', () => {
  it('is kept as it was given, in one spelling', () => {
    const saved = save({
      name: '  Masoor   Dal ',
      sku: ' MD-1 ',
      barcodes: ['8901234567890', '8901234567890', 'SHELF 7'],
      hsn: '0713',
      unit: 'KG',
      byWeight: true,
      price: 12_050,
      mrp: 13_000,
      cost: 9_900,
      reorderLevel: 5_500,
      units: [{ unit: 'BAG', factor: 25_000, price: 290_000, barcode: '40170725' }],
    });
    expect(saved).toMatchObject({
      name: 'Masoor Dal',
      sku: 'MD-1',
      barcode: '8901234567890',
      barcodes: ['8901234567890', 'SHELF 7'],
      units: [{ unit: 'BAG', factor: 25_000, price: 290_000, barcode: '40170725' }],
      cost: 9_900,
      stock: 0,
      deleted: false,
    });
    expect(office.handlers['catalogue.product']({ id: saved.id }, office)).toEqual(saved);
  });

  it('shows what it cost to those who buy, not to those who sell', () => {
    const { id } = save({ name: 'Sugar', cost: 4_000 });
    for (const role of ['owner', 'manager', 'stock_keeper', 'accountant'] as const) {
      expect(office.handlers['catalogue.product']({ id }, office.as(role))).toMatchObject({ cost: 4_000 });
    }
    expect(office.handlers['catalogue.product']({ id }, office.as('cashier'))).toMatchObject({ cost: null });
  });

  it('forgets its cost when it is emptied, and takes a new one', () => {
    const { id } = save({ name: 'Sugar', cost: 4_000 });
    expect(save({ id, name: 'Sugar', cost: null })).toMatchObject({ cost: null });
    expect(save({ id, name: 'Sugar', cost: 4_200 })).toMatchObject({ cost: 4_200 });
  });

  it('refuses a code that another product has, and names it', () => {
    const tea = save({ name: 'Tea', sku: 'T1', barcodes: ['8901234567890'] });
    const holder = { product: 'Tea', productId: tea.id };
    refused({ name: 'Coffee', sku: 't1' }, 'duplicate_sku', { sku: 't1', ...holder });
    refused({ name: 'Coffee', barcodes: ['8901234567890'] }, 'duplicate_barcode', holder);
    const unit = { unit: 'BOX', factor: 12_000, price: 100, barcode: '8901234567890' };
    refused({ name: 'Coffee', units: [unit] }, 'duplicate_barcode', holder);
    expect(save({ id: tea.id, name: 'Tea leaves', sku: 'T1', barcodes: ['8901234567890'] })).toMatchObject({
      name: 'Tea leaves',
    });
  });

  it.each(['8901234567891', '40170726', '036000291453', '10012345678903', 'बारकोड'])(
    'refuses a barcode whose check digit is wrong: %s',
    (barcode) => refused({ name: 'Tea', barcodes: [barcode] }, 'bad_barcode', { barcode }),
  );

  it.each(['8901234567890', '40170725', '036000291452', '10012345678902', 'RACK-7', '2112345'])(
    'takes a barcode that is right, or free of form: %s',
    (barcode) => expect(save({ name: 'Tea', barcodes: [barcode] }).barcodes).toEqual([barcode]),
  );

  it.each([
    [{ unit: 'XYZ' }, 'unit'],
    [{ unit: 'PCS', byWeight: true }, 'unit'],
    [{ unit: 'PCS', reorderLevel: 1_500 }, 'reorderLevel'],
    [{ unit: 'PCS', openingStock: 500 }, 'openingStock'],
    [{ trackStock: false, openingStock: 1_000 }, 'openingStock'],
    [{ price: 1_001, mrp: 1_000 }, 'price'],
    [{ units: [{ unit: 'PCS', factor: 1_000, price: 1, barcode: null }] }, 'units[0].unit'],
    [{ units: [{ unit: 'BOX', factor: 0, price: 1, barcode: null }] }, 'units[0].factor'],
    [{ units: [{ unit: 'BOX', factor: 1_500, price: 1, barcode: null }] }, 'units[0].factor'],
    [{ barcodes: ['A'], units: [{ unit: 'BOX', factor: 2_000, price: 1, barcode: 'A' }] }, 'units'],
  ] satisfies [Partial<Input>, string][])('refuses %j, naming the field', (input, field) => {
    refused({ name: 'Tea', ...input }, 'bad_value', { field });
  });

  it('may cost more than its MRP where the law knows no MRP', async () => {
    await office.shop.dispose();
    office = await openShopOffice({ country: 'KE', timeZone: 'Africa/Nairobi' });
    expect(save({ name: 'Tea', price: 1_001, mrp: 1_000 })).toMatchObject({ price: 1_001 });
  });

  it('belongs to a brand, a category and a tax class that are there', () => {
    const id = '00000000-0000-7000-8000-000000000000';
    refused({ name: 'Tea', brandId: id }, 'not_found', { entity: 'brand' });
    refused({ name: 'Tea', categoryId: id }, 'not_found', { entity: 'category' });
    refused({ name: 'Tea', taxClassId: id }, 'not_found', { entity: 'tax_class' });
    refused({ id, name: 'Tea' }, 'not_found', { entity: 'product' });
  });

  it('opens with what is on the shelf, as a movement of its own', () => {
    const tea = save({ name: 'Tea', openingStock: 12_000 });
    expect(tea.stock).toBe(12_000);
    expect(movements()).toEqual([{ product_id: tea.id, quantity: 12_000, reason: 'opening' }]);
    refused({ id: tea.id, name: 'Tea', openingStock: 1_000 }, 'bad_value', { field: 'openingStock' });
    save({ name: 'Coffee' });
    expect(movements()).toHaveLength(1);
  });

  it('is low from the first day when less is on the shelf than there should be', () => {
    save({ name: 'Tea', openingStock: 3_000, reorderLevel: 5_000 });
    save({ name: 'Coffee', reorderLevel: 5_000 });
    expect(alerts()).toEqual([{ kind: 'low_stock', state: 'open' }]);
  });

  it('is judged again when its reorder level moves or its stock is no longer counted', () => {
    const { id } = save({ name: 'Tea', openingStock: 10_000, reorderLevel: 5_000 });
    expect(alerts()).toEqual([]);
    save({ id, name: 'Tea', reorderLevel: 20_000 });
    expect(alerts()).toEqual([{ kind: 'low_stock', state: 'open' }]);
    save({ id, name: 'Tea', reorderLevel: 2_000 });
    expect(alerts()).toEqual([{ kind: 'low_stock', state: 'resolved' }]);
    save({ id, name: 'Tea', reorderLevel: 30_000 });
    save({ id, name: 'Tea', reorderLevel: 30_000, trackStock: false });
    expect(alerts().map(({ state }) => state)).toEqual(['resolved', 'resolved']);
  });

  it('removed is gone from lists but not from memory; its codes are free', () => {
    const tea = save({ name: 'Tea', sku: 'T1', barcodes: ['8901234567890'] });
    office.handlers['catalogue.removeProduct']({ id: tea.id }, office);
    expect(office.handlers['catalogue.product']({ id: tea.id }, office)).toMatchObject({ name: 'Tea', deleted: true });
    refused({ id: tea.id, name: 'Tea' }, 'deleted');
    const other = save({ name: 'Green Tea', sku: 'T1', barcodes: ['8901234567890'] });
    expect(() => office.handlers['catalogue.restoreProduct']({ id: tea.id }, office)).toThrow(
      expect.objectContaining(refusal('duplicate_sku', { sku: 'T1', product: 'Green Tea', productId: other.id })),
    );
    office.handlers['catalogue.removeProduct']({ id: other.id }, office);
    office.handlers['catalogue.restoreProduct']({ id: tea.id }, office);
    expect(office.handlers['catalogue.product']({ id: tea.id }, office)).toMatchObject({ deleted: false });
  });

  it('has every change of it written down, with who made it', () => {
    const { id } = save({ name: 'Tea', price: 1_000 });
    save({ id, name: 'Tea', price: 1_200 });
    expect(office.store.sql('SELECT field, old, new, actor FROM field_history').all()).toEqual([
      { field: 'price', old: '1000', new: '1200', actor: office.session.user?.staffId },
    ]);
    expect(office.store.sql('SELECT name, kind FROM outbox ORDER BY mid DESC LIMIT 1').get()).toEqual({
      name: 'product.edit',
      kind: 'request',
    });
  });
});

describe('the list of products', () => {
  const list = async (input: Partial<HandlerInput<'catalogue.products'>> = {}) => {
    const page = await office.handlers['catalogue.products'](
      { stock: 'any', deleted: false, sort: 'name', descending: false, offset: 0, limit: 200, ...input },
      office,
    );
    return { ...page, names: page.rows.map(({ name }) => name) };
  };

  beforeEach(() => {
    save({ name: 'banana', price: 300, openingStock: 2_000, reorderLevel: 5_000, barcodes: ['PLU 4011'] });
    save({ name: 'Apple', price: 900, openingStock: 50_000, reorderLevel: 5_000 });
    save({ name: 'Cherry 100% juice', price: 100 });
    save({ name: 'डार्क चॉकलेट', price: 500, trackStock: false });
  });

  it('is sorted and paged, and says how many there are', async () => {
    expect(await list()).toMatchObject({ names: ['Apple', 'banana', 'Cherry 100% juice', 'डार्क चॉकलेट'], total: 4 });
    expect(await list({ sort: 'price', descending: true, limit: 2 })).toMatchObject({
      names: ['Apple', 'डार्क चॉकलेट'],
      total: 4,
    });
    expect(await list({ offset: 3, limit: 2 })).toMatchObject({ names: ['डार्क चॉकलेट'], total: 4 });
    expect((await list({ sort: 'stock', descending: true })).names.slice(0, 2)).toEqual(['Apple', 'banana']);
  });

  it('filters by words, by the start of a barcode, by stock and by removal', async () => {
    expect((await list({ text: 'चॉक' })).names).toEqual(['डार्क चॉकलेट']);
    expect((await list({ text: 'PLU' })).names).toEqual(['banana']);
    expect((await list({ text: '%' })).names).toEqual([]);
    expect((await list({ stock: 'low' })).names).toEqual(['banana']);
    expect((await list({ stock: 'out' })).names).toEqual(['Cherry 100% juice']);
    expect((await list({ stock: 'negative' })).names).toEqual([]);
    expect(await list({ deleted: true })).toMatchObject({ names: [], total: 0 });
  });

  it('shows a category with everything below it', async () => {
    const food = await office.handlers['catalogue.saveCategory'](
      { name: 'Food', parentId: null, active: true },
      office,
    );
    const fruit = await office.handlers['catalogue.saveCategory'](
      { name: 'Fruit', parentId: food.id, active: true },
      office,
    );
    save({ name: 'Mango', categoryId: fruit.id });
    save({ name: 'Rice', categoryId: food.id });
    expect((await list({ categoryId: food.id })).names).toEqual(['Mango', 'Rice']);
    expect((await list({ categoryId: fruit.id, sort: 'price' })).names).toEqual(['Mango']);
  });

  it('says the same on a reader thread', async () => {
    await office.shop.dispose();
    office = await openShopOffice({}, { startReaderThread });
    save({ name: 'Mango', openingStock: 1_000, reorderLevel: 5_000 });
    expect(await list({ stock: 'low', text: 'man' })).toMatchObject({ names: ['Mango'], total: 1 });
  });
});
