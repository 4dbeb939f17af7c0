import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Office, openShopOffice, productInput, refusal } from '../../support/office';

let office: Office;
beforeEach(async () => {
  office = await openShopOffice();
});
afterEach(() => office.shop.dispose());

const throwing = (code: string, params: Record<string, unknown> = {}) =>
  expect.objectContaining({ code, params: expect.objectContaining(params) });

describe('brands', () => {
  const brand = (name: string, id?: string) =>
    office.handlers['catalogue.saveBrand']({ ...(id ? { id } : {}), name, active: true }, office);

  it('are told apart by name and count their products', async () => {
    const { id } = await brand('Himalay');
    await office.handlers['catalogue.saveProduct'](productInput({ name: 'Tea', brandId: id }), office);
    expect(await office.handlers['catalogue.brands']({}, office)).toEqual([
      { id, name: 'Himalay', active: true, products: 1 },
    ]);
    expect(() => brand(' himalay ')).toThrow(throwing('already_exists', { entity: 'brand' }));
  });

  it('stay while a product belongs to them, and say how many', async () => {
    const { id } = await brand('Himalay');
    const tea = await office.handlers['catalogue.saveProduct'](productInput({ name: 'Tea', brandId: id }), office);
    expect(() => office.handlers['catalogue.removeBrand']({ id }, office)).toThrow(throwing('in_use', { products: 1 }));
    office.handlers['catalogue.removeProduct']({ id: tea.id }, office);
    office.handlers['catalogue.removeBrand']({ id }, office);
    expect(await office.handlers['catalogue.brands']({}, office)).toEqual([]);
    office.handlers['catalogue.restoreBrand']({ id }, office);
    expect(await office.handlers['catalogue.brands']({}, office)).toHaveLength(1);
  });

  it('take their new name into the search', async () => {
    const { id } = await brand('Himalay');
    await office.handlers['catalogue.saveProduct'](productInput({ name: 'Tea', brandId: id }), office);
    await brand('Sagarmatha', id);
    expect(await office.handlers['catalogue.search']({ text: 'sagar', limit: 5 }, office)).toHaveLength(1);
    expect(await office.handlers['catalogue.search']({ text: 'himalay', limit: 5 }, office)).toHaveLength(0);
  });
});

describe('categories', () => {
  const category = (name: string, parentId: string | null = null, id?: string) =>
    office.handlers['catalogue.saveCategory']({ ...(id ? { id } : {}), name, parentId, active: true }, office);

  it('form a tree in the order they were made', async () => {
    const food = await category('Food');
    const sweets = await category('Sweets', food.id);
    const fruit = await category('Fruit', food.id);
    expect([food.position, sweets.position, fruit.position]).toEqual([0, 0, 1]);
    expect(() => category('fruit', food.id)).toThrow(throwing('already_exists'));
    await category('Fruit');
  });

  it('never lie within themselves', async () => {
    const a = await category('A');
    const b = await category('B', a.id);
    const c = await category('C', b.id);
    expect(() => category('A', a.id, a.id)).toThrow(throwing('category_cycle'));
    expect(() => category('A', c.id, a.id)).toThrow(throwing('category_cycle'));
    expect(await category('C', a.id, c.id)).toMatchObject({ parentId: a.id });
  });

  it('stay while products or categories are in them, and say how many', async () => {
    const food = await category('Food');
    const fruit = await category('Fruit', food.id);
    await office.handlers['catalogue.saveProduct'](productInput({ name: 'Mango', categoryId: fruit.id }), office);
    expect(() => office.handlers['catalogue.removeCategory']({ id: food.id }, office)).toThrow(
      throwing('in_use', { products: 0, categories: 1 }),
    );
    expect(() => office.handlers['catalogue.removeCategory']({ id: fruit.id }, office)).toThrow(
      throwing('in_use', { products: 1, categories: 0 }),
    );
  });

  it('come back at the top when their parent has gone', async () => {
    const food = await category('Food');
    const fruit = await category('Fruit', food.id);
    office.handlers['catalogue.removeCategory']({ id: fruit.id }, office);
    office.handlers['catalogue.removeCategory']({ id: food.id }, office);
    office.handlers['catalogue.restoreCategory']({ id: fruit.id }, office);
    expect(await office.handlers['catalogue.categories']({}, office)).toMatchObject([
      { name: 'Fruit', parentId: null },
    ]);
    expect(() => category('Apples', food.id)).toThrow(throwing('deleted'));
  });
});

describe('tax classes', () => {
  type Save = Parameters<Office['handlers']['catalogue.saveTaxClass']>[0];
  const gst = (rate: number) => [{ kind: 'gst' as const, rate, perUnit: 0, compound: false }] as never;
  const save = (input: Partial<Save>) =>
    office.handlers['catalogue.saveTaxClass'](
      { name: 'GST 7 %', active: true, rates: [{ effectiveFrom: '2026-01-01', components: gst(70_000) }], ...input },
      office,
    );

  it('keep a rate for every time, in order', async () => {
    const saved = await save({
      rates: [
        { effectiveFrom: '2026-04-01', components: gst(90_000) },
        { effectiveFrom: '2025-04-01', components: gst(70_000) },
      ],
    });
    expect(saved.rates.map(({ effectiveFrom }) => effectiveFrom)).toEqual(['2025-04-01', '2026-04-01']);
    expect(await save({ id: saved.id, name: 'GST nine' })).toMatchObject({ name: 'GST nine', rates: [{}] });
  });

  it('keep a time without tax as one of 0 %', async () => {
    const saved = await save({ rates: [{ effectiveFrom: '2026-01-01', components: [] }] });
    expect(saved.rates[0]?.components).toEqual([{ kind: 'gst', rate: 0, perUnit: 0, compound: false }]);
  });

  it.each([
    ['two times from one day', [1, 2].map(() => ({ effectiveFrom: '2026-01-01', components: gst(50_000) }))],
    ['a day that is none', [{ effectiveFrom: '2026-02-30', components: gst(50_000) }]],
    ['two GST rates on one line', [{ effectiveFrom: '2026-01-01', components: [gst(1)[0], gst(1)[0]] as never }]],
    ['a GST rate that has no half', [{ effectiveFrom: '2026-01-01', components: gst(1) }]],
  ])('refuse %s', (_what, rates) => {
    expect(() => save({ rates })).toThrow(throwing('bad_value', {}));
  });

  it('stay while a product is taxed by them', async () => {
    const { id } = await save({});
    await office.handlers['catalogue.saveProduct'](productInput({ name: 'Tea', taxClassId: id }), office);
    expect(() => office.handlers['catalogue.removeTaxClass']({ id }, office)).toThrow(
      expect.objectContaining(refusal('in_use', { entity: 'tax_class', id, products: 1 })),
    );
    expect(() => save({})).toThrow(throwing('already_exists'));
  });
});
