import { brokenCheck } from '@shared/entities';
import { money, quantity } from '@shared/money';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { neededOf } from '../../../../src/main/shop/production/plan';
import { foundBakery, goods, idOf, openProduction } from '../../../support/production';
import { refusal } from '../../../support/refusal';
import { makeTestShop, type TestShop } from '../../../support/shop-store';

const { flour, yeast, egg, dough, bread, water } = goods;

let shop: TestShop;
beforeEach(() => {
  shop = makeTestShop();
});
afterEach(() => shop.dispose());

function openKitchen() {
  const store = shop.open();
  foundBakery(store);
  return openProduction(store);
}

describe('a recipe', () => {
  it('is written, edited where it differs, removed and brought back', () => {
    const kitchen = openKitchen();
    const { id } = kitchen.write(bread, 10_000, { [flour]: 5_000, [water]: 3_000 });
    expect(kitchen.recipe(id)).toMatchObject({ name: 'Bread', unit: 'PCS', batch: 10_000, ingredients: 2 });
    shop.clock.advance(1_000);
    const lines = [
      { productId: flour, quantity: 5_000 },
      { productId: water, quantity: 3_000 },
    ];
    kitchen.call('recipes.edit', { id, batch: 12_000, lines, note: 'Slow oven' });
    expect(kitchen.recipe(id)).toMatchObject({ batch: 12_000, note: 'Slow oven' });
    const changed = kitchen.store
      .sql<[], { field: string }>(`SELECT field FROM field_history WHERE entity = 'recipe' ORDER BY field`)
      .all();
    expect(changed.map(({ field }) => field)).toEqual(['batch_quantity', 'note']);
    kitchen.call('recipes.remove', { id });
    expect(kitchen.recipes()).toEqual([]);
    expect(kitchen.recipe(id).deleted).toBe(true);
    expect(kitchen.call('production.plan', { productId: bread })).toMatchObject({ recipeId: null, lines: [] });
    kitchen.call('recipes.restore', { id });
    expect(kitchen.recipes().map(({ name }) => name)).toEqual(['Bread']);
  });

  it('is asked for twice and written once; something else under its id is refused', () => {
    const kitchen = openKitchen();
    const id = idOf('b001', 1);
    kitchen.write(bread, 10_000, { [flour]: 5_000 }, id);
    kitchen.write(bread, 10_000, { [flour]: 5_000 }, id);
    expect(kitchen.recipes()).toHaveLength(1);
    expect(refusal(() => kitchen.write(bread, 10_000, { [flour]: 6_000 }, id))).toBe('bad_value');
  });

  it('is one of a product, also when one that was removed comes back', () => {
    const kitchen = openKitchen();
    const first = kitchen.write(bread, 10_000, { [flour]: 5_000 });
    expect(refusal(() => kitchen.write(bread, 1_000, { [flour]: 500 }))).toBe('recipe_exists');
    kitchen.call('recipes.remove', { id: first.id });
    kitchen.write(bread, 1_000, { [flour]: 500 });
    expect(refusal(() => kitchen.call('recipes.restore', { id: first.id }))).toBe('recipe_exists');
  });

  it('has each ingredient once, none that is gone, and whole pieces', () => {
    const kitchen = openKitchen();
    const line = { productId: flour, quantity: 1_000 };
    const create = (lines: { productId: string; quantity: number }[], batch = 10_000) =>
      refusal(() =>
        kitchen.call('recipes.create', { id: idOf('b001', 9), productId: bread, batch, lines, note: null }),
      );
    expect(create([line, line])).toBe('bad_value');
    expect(create([{ productId: egg, quantity: 500 }])).toBe('bad_value');
    expect(create([line], 1_500)).toBe('bad_value');
    kitchen.store.mutate({ name: 'test', kind: 'request', actor: 's' }, (m) => m.del('product', yeast));
    expect(create([{ productId: yeast, quantity: 500 }])).toBe('deleted');
    expect(kitchen.recipes()).toEqual([]);
  });
});

describe('nothing eats itself', () => {
  it('directly, through others, by an edit or when a recipe comes back', () => {
    const kitchen = openKitchen();
    expect(refusal(() => kitchen.write(bread, 1_000, { [bread]: 1_000 }))).toBe('recipe_cycle');
    kitchen.write(bread, 10_000, { [dough]: 6_000 });
    expect(refusal(() => kitchen.write(dough, 1_000, { [flour]: 600, [bread]: 1_000 }))).toBe('recipe_cycle');
    const starter = kitchen.write(dough, 1_000, { [flour]: 600, [yeast]: 1_000 });
    const fed = [{ productId: bread, quantity: 1_000 }];
    const edit = { id: starter.id, batch: 1_000, lines: fed, note: null };
    expect(refusal(() => kitchen.call('recipes.edit', edit))).toBe('recipe_cycle');
    // Of yeast that is made of bread there was nothing to say while the dough's recipe was away.
    kitchen.call('recipes.remove', { id: starter.id });
    kitchen.write(yeast, 1_000, { [bread]: 1_000 });
    expect(refusal(() => kitchen.call('recipes.restore', { id: starter.id }))).toBe('recipe_cycle');
  });

  it('and where two tills made one half each, both stand, say so, and cost nobody knows what', () => {
    const kitchen = openKitchen();
    const { store } = kitchen;
    const half = (id: string, product: string, of: string) =>
      store.mutate({ name: 'test', kind: 'request', actor: 's' }, (m) => {
        const lines = [{ line_no: 1, product_id: of, quantity: quantity(1_000) }];
        m.put('recipe', {
          id,
          product_id: product,
          batch_quantity: quantity(1_000),
          note: null,
          created_at: m.at,
          lines,
        });
      });
    half('r1', bread, dough);
    half('r2', dough, bread);
    half('r3', yeast, bread);
    expect(kitchen.recipes()).toMatchObject([
      { name: 'Bread', circular: true, cost: { state: 'unknown', missing: ['Dough'] } },
      { name: 'Dough', circular: true, cost: { state: 'unknown', missing: ['Bread'] } },
      { name: 'Yeast', circular: false, cost: { state: 'unknown', missing: ['Bread'] } },
    ]);
    expect(kitchen.call('production.plan', { productId: bread }).lines).toMatchObject([{ productId: dough }]);
    kitchen.make(bread, 2_000, { [dough]: 2_000 });
    const edit = { id: 'r1', batch: 1_000, note: null };
    const call = (lines: { productId: string; quantity: number }[]) =>
      store.mutate({ name: 'test', kind: 'request', actor: 's' }, (m) =>
        m.set('recipe', edit.id, {
          lines: lines.map((line, n) => ({
            line_no: n + 1,
            product_id: line.productId,
            quantity: quantity(line.quantity),
          })),
        }),
      );
    call([{ productId: flour, quantity: 500 }]);
    expect(kitchen.recipes().map(({ circular }) => circular)).toEqual([false, false, false]);
  });
});

it('of two recipes that were made apart the older is used, and both are marked', () => {
  const kitchen = openKitchen();
  kitchen.write(bread, 10_000, { [flour]: 5_000 });
  kitchen.store.mutate({ name: 'test', kind: 'request', actor: 's' }, (m) => {
    const lines = [{ line_no: 1, product_id: dough, quantity: quantity(1_000) }];
    m.put('recipe', {
      ...{ id: 'r2', product_id: bread, batch_quantity: quantity(1_000), note: null, created_at: m.at + 1, lines },
    });
  });
  expect(kitchen.recipes().map(({ twice }) => twice)).toEqual([true, true]);
  expect(kitchen.call('production.plan', { productId: bread }).lines).toMatchObject([{ productId: flour }]);
});

describe('what it takes', () => {
  it('is each line in proportion, to the nearest thousandth; of whole pieces the next one', () => {
    const kitchen = openKitchen();
    kitchen.write(bread, 10_000, { [flour]: 5_000, [yeast]: 1_000, [egg]: 1_000 });
    kitchen.counter.adjust(flour, 20_000);
    expect(kitchen.call('production.plan', { productId: bread })).toMatchObject({ quantity: 10_000, unit: 'PCS' });
    const { lines } = kitchen.call('production.plan', { productId: bread, quantity: 3_000 });
    expect(lines.map(({ name, quantity: used, stock }) => [name, used, stock])).toEqual([
      ['Flour', 1_500, 20_000],
      ['Yeast', 300, 0],
      ['Egg', 1_000, 0],
    ]);
    expect(neededOf(quantity(1_000), quantity(1_000), quantity(3_000), 'KG')).toBe(333);
    expect(neededOf(quantity(1_000), quantity(2_000), quantity(3_000), 'KG')).toBe(667);
    expect(neededOf(quantity(2_000), quantity(1_000), quantity(2_000), 'PCS')).toBe(1_000);
    expect(neededOf(quantity(1), quantity(1_000), quantity(10_000_000), 'KG')).toBe(0);
  });
});

describe('what a batch costs', () => {
  function openStocked() {
    const kitchen = openKitchen();
    const supplier = kitchen.makeSupplier();
    kitchen.buy(supplier, '1', [{ product: egg, pieces: 3, price: 3_333 }]);
    shop.clock.advance(1_000);
    // Ten eggs for 169.99 now.
    kitchen.buy(supplier, '2', [{ product: egg, pieces: 7, price: 1_000 }]);
    return { ...kitchen, supplier };
  }

  it('is the sum of its lines at the moving average, each rounded once, and through recipes of what was never bought', () => {
    const kitchen = openStocked();
    const loaf = kitchen.write(bread, 4_000, { [dough]: 2_000, [egg]: 1_000 });
    expect(kitchen.recipe(loaf.id).cost).toEqual({ state: 'unknown', missing: ['Dough'] });
    const mixed = kitchen.write(dough, 1_500, { [egg]: 3_000, [water]: 500 });
    expect(kitchen.recipe(mixed.id).cost).toEqual({ state: 'unknown', missing: ['Water'] });
    kitchen.store.mutate({ name: 'test', kind: 'request', actor: 's' }, (m) =>
      m.put('product_cost', { id: water, cost: money(15), stated: money(15), stated_at: 0 }),
    );
    // 50.997 and 0.075.
    expect(kitchen.recipe(mixed.id).lines.map(({ cost }) => cost)).toEqual([5_100, 8]);
    expect(kitchen.recipe(mixed.id).cost).toEqual({ state: 'known', batch: 5_108, each: 3_405 });
    // 51.08 × 2 / 1.5 and 16.999.
    expect(kitchen.recipe(loaf.id).lines.map(({ cost }) => cost)).toEqual([6_811, 1_700]);
    expect(kitchen.recipe(loaf.id).cost).toEqual({ state: 'known', batch: 8_511, each: 2_128 });
    expect(kitchen.recipes().map(({ cost }) => cost.state)).toEqual(['known', 'known']);
  });

  it('is for those who may see costs, and touches the cost of nothing', () => {
    const kitchen = openStocked();
    const { id } = kitchen.write(bread, 4_000, { [egg]: 4_000 });
    expect(
      kitchen.call(
        'recipes.create',
        { id, productId: bread, batch: 4_000, note: null, lines: [{ productId: egg, quantity: 4_000 }] },
        'cashier',
      ).cost,
    ).toEqual({ state: 'hidden' });
    kitchen.make(bread, 8_000, { [egg]: 8_000 });
    expect([kitchen.cost(bread), kitchen.cost(egg)]).toEqual([null, 1_700]);
  });
});

it('a row that no screen can make is refused by the hub, or costs nobody knows what and keeps no other off the list', () => {
  const log = { quantity: 1, part: 'night', made_day: '2026-11-21' };
  expect(brokenCheck('production_log', log)).toBeNull();
  expect(brokenCheck('production_log', { ...log, made_day: '2026-02-30' })).toBe('made_day');
  expect(brokenCheck('production_log', { ...log, part: 'noon' })).toBe('part');
  expect(brokenCheck('shift_feedback', { of_day: 'today' })).toBe('of_day');
  const kitchen = openKitchen();
  kitchen.store.mutate({ name: 'test', kind: 'request', actor: 's' }, (m) => {
    const most = quantity(Number.MAX_SAFE_INTEGER);
    m.put('product_cost', { id: egg, cost: money(1_000), stated: money(1_000), stated_at: 0 });
    const lines = [{ line_no: 1, product_id: egg, quantity: most }];
    m.put('recipe', { id: 'r1', product_id: bread, batch_quantity: quantity(1), note: null, created_at: m.at, lines });
  });
  expect(kitchen.recipes().map(({ cost }) => cost.state)).toEqual(['unknown']);
  expect(refusal(() => kitchen.call('production.plan', { productId: bread, quantity: 1_000 }))).toBe('too_large');
});
