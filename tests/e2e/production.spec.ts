import type { Page } from '@playwright/test';
import type { UnitCode } from '@shared/money';
import type { RunningApp } from './support/app';
import { call, createShop } from './support/calls';
import { expect, test } from './support/fixtures';
import { nextId } from './support/ids';
import { looker as look } from './support/looker';
import { live, settled } from './support/tills-in-step';
import { visit } from './support/visit';

const toast = (page: Page, text: string | RegExp) => page.getByRole('alert').filter({ hasText: text });
const dialog = (page: Page) => page.getByRole('dialog');
const row = (page: Page, name: RegExp) => page.getByRole('row', { name });

/** Pictures, and what axe says to each. */
const looker = (app: RunningApp) => (name: string) => look(app)(`production-${name}`);

/** Goods of which so much is there, thousandths. */
const stocked = (page: Page, name: string, unit: UnitCode, stock: number, cost: number | null, reorderLevel = 0) =>
  call(page, 'catalogue.saveProduct', {
    ...{
      name,
      sku: null,
      barcodes: [],
      brandId: null,
      categoryId: null,
      hsn: null,
      unit,
      price: 4_000,
      mrp: null,
      cost,
    },
    ...{ taxClassId: null, reorderLevel, reorderQuantity: null, trackStock: true, byWeight: false, favourite: false },
    ...{ negativeStock: null, active: true, units: [], openingStock: stock },
  });

const today = () => new Date(Date.now() + 5.5 * 3_600_000).toISOString().slice(0, 10);

function make(page: Page, productId: string, quantity: number, used: Readonly<Record<string, number>>) {
  const lines = Object.entries(used).map(([ingredient, each]) => ({ productId: ingredient, quantity: each }));
  return call(page, 'production.log', {
    ...{ id: nextId(), productId, quantity, madeDay: today(), part: 'morning', madeBy: null, recipeId: null },
    ...{ lines, note: null },
  });
}

test('a recipe and what was made of it, without a mouse: ingredients fill themselves in, what is short is said, and it is taken back', async ({
  launch,
}) => {
  test.setTimeout(240_000);
  const app = await launch();
  const { page } = app;
  const look = looker(app);
  await createShop(page);
  await app.ready('counter');
  const flour = await stocked(page, 'Maida flour', 'KG', 6_000, 4_500, 5_000);
  await stocked(page, 'Fresh yeast', 'G', 100_000, null);
  const bread = await stocked(page, 'Sandwich bread', 'PCS', 0, null);

  await visit(page, '/stock/recipes');
  await expect(page.getByText('No recipes yet')).toBeVisible();
  await look('recipes-none');
  await page.keyboard.press('n');
  await expect(dialog(page)).toBeVisible();
  const makes = dialog(page).getByRole('combobox', { name: 'Makes' });
  await expect(makes).toBeFocused();
  await makes.fill('sandw');
  await expect(page.getByRole('option', { name: 'Sandwich bread' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(makes).toHaveValue('Sandwich bread');
  await dialog(page).getByRole('textbox', { name: 'One batch makes' }).fill('10');
  const adding = dialog(page).getByPlaceholder('Add an ingredient');
  const amount = (name: string) => dialog(page).getByRole('textbox', { name: `How much ${name}` });
  const add = async (text: string, name: string, quantity: string) => {
    await adding.fill(text);
    await expect(page.getByRole('option', { name: new RegExp(name) })).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(amount(name)).toBeFocused();
    await amount(name).fill(quantity);
  };
  // Bread goes into no bread.
  await adding.fill('sandw');
  await expect(page.getByRole('option', { name: /Sandwich bread/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(amount('Sandwich bread')).toHaveCount(0);
  await add('maida', 'Maida flour', '5');
  await add('yeast', 'Fresh yeast', '50');
  // What is there already is gone to; the same text was asked for a moment ago, so its list is there at once.
  await adding.fill('maida');
  await page.keyboard.press('Enter');
  await expect(amount('Maida flour')).toBeFocused();
  await expect(dialog(page)).toBeVisible();
  await dialog(page).getByRole('textbox', { name: 'How it is made' }).fill('Rise for an hour, bake at 200°');
  await look('recipe-new');
  await amount('Fresh yeast').press('Enter');
  await expect(toast(page, 'Sandwich bread saved')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Sandwich bread' })).toBeVisible();
  // Nobody has said what yeast costs.
  await expect(page.getByText('Nobody knows what this costs: Fresh yeast.', { exact: false })).toBeVisible();
  await expect(dialog(page)).toHaveCount(0);
  await look('recipe-unknown');

  // What was made, from the recipe's own page: by the recipe, and a little more flour than there is.
  await page.getByRole('button', { name: 'Log what was made' }).press('Enter');
  const quantity = dialog(page).getByRole('textbox', { name: 'How much', exact: true });
  await expect(quantity).toBeFocused();
  await expect(quantity).toHaveValue('10');
  await quantity.fill('16');
  await expect(amount('Maida flour')).toHaveValue('8');
  await expect(amount('Fresh yeast')).toHaveValue('80');
  await expect(dialog(page).getByText('Only 6 kg there')).toBeVisible();
  await look('log-short');
  await quantity.fill('10');
  await expect(amount('Maida flour')).toHaveValue('5');
  await amount('Maida flour').fill('5.2');
  await expect(dialog(page).getByRole('button', { name: 'As the recipe says' })).toBeVisible();
  await quantity.press('Enter');
  await expect(toast(page, '10 pc Sandwich bread on the shelf')).toBeVisible();
  await expect(dialog(page)).toHaveCount(0);

  // The flour came down to its reorder level.
  await visit(page, '/alerts/stock');
  await expect(page.getByText('Maida flour')).toBeVisible();

  await visit(page, '/stock/production');
  await expect(row(page, /Sandwich bread.*10 pc/)).toBeVisible();
  // Beside it what nobody has a recipe for, by the list's own key.
  await page.keyboard.press('n');
  await dialog(page).getByRole('combobox', { name: 'Product' }).press('ArrowDown');
  await expect(page.getByRole('option', { name: 'Sandwich bread' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(quantity).toHaveValue('10');
  await look('log');
  await quantity.fill('20');
  await expect(amount('Maida flour')).toHaveValue('10');
  await quantity.press('Enter');
  await expect(toast(page, /Now below zero: Maida flour −9\.2 kg/)).toBeVisible();
  await expect(dialog(page)).toHaveCount(0);
  await expect(row(page, /Sandwich bread.*20 pc/)).toBeVisible();
  await look('list');

  // The newest is opened by arrows and taken back, with a reason.
  await page
    .getByRole('table', { name: 'Production' })
    .or(page.getByRole('grid', { name: 'Production' }))
    .focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Sandwich bread · 20 pc' })).toBeVisible();
  await look('page');
  await page.getByRole('button', { name: 'Take back' }).press('Enter');
  await page.getByRole('textbox', { name: 'Why' }).press('ArrowDown');
  await look('take-back');
  await page.keyboard.press('Enter');
  await expect(toast(page, 'Sandwich bread taken back')).toBeVisible();
  await expect(dialog(page)).toHaveCount(0);
  await expect(page.getByText(/Asha, .*: Wrong quantity/)).toBeVisible();
  await look('page-taken-back');
  expect((await call(page, 'catalogue.product', { id: flour.id })).stock).toBe(800);
  expect((await call(page, 'catalogue.product', { id: bread.id })).stock).toBe(10_000);

  // The history of the flour says what it went into, and leads there.
  await visit(page, `/stock/${flour.id}`);
  await expect(page.getByText('Used to make').first()).toBeVisible();
  await look('history');
  await page.getByRole('link', { name: 'Sandwich bread' }).first().press('Enter');
  await expect(page.getByRole('heading', { name: 'Sandwich bread · 20 pc' })).toBeVisible();

  // Feedback: a mark by arrows, a note, from the list's own key.
  await visit(page, '/stock/feedback');
  await expect(page.getByText('No feedback yet')).toBeVisible();
  await look('feedback-none');
  await page.keyboard.press('n');
  await dialog(page).getByRole('textbox', { name: 'What was said' }).fill('Soft, but a little too sweet');
  await dialog(page).getByRole('radio', { name: 'Good', exact: true }).press('ArrowLeft');
  const about = dialog(page).getByRole('combobox', { name: /About a product/ });
  await about.fill('sandw');
  await expect(page.getByRole('option', { name: 'Sandwich bread' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(about).toHaveValue('Sandwich bread');
  await look('feedback-new');
  await dialog(page).getByRole('button', { name: 'Save' }).press('Enter');
  await expect(toast(page, 'Feedback saved')).toBeVisible();
  await expect(row(page, /3 of 5: Fine.*too sweet.*Sandwich bread/)).toBeVisible();
  await expect(dialog(page)).toHaveCount(0);
  await look('feedback');

  // The same in Hindi.
  await visit(page, '/settings');
  await page.getByRole('combobox', { name: 'Language' }).click();
  await page.getByRole('option', { name: 'हिन्दी' }).click();
  await page.getByRole('tabpanel').getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('heading', { name: 'सेटिंग' })).toBeVisible();
  await visit(page, '/stock/recipes');
  await expect(page.getByRole('heading', { name: 'रेसिपी' })).toBeVisible();
  await look('recipes-hindi');
  await visit(page, '/stock/production');
  await expect(page.getByRole('heading', { name: 'उत्पादन' })).toBeVisible();
  await page.keyboard.press('n');
  await dialog(page).getByRole('combobox', { name: 'सामान' }).press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(dialog(page).getByRole('textbox', { name: 'Maida flour कितना' })).toHaveValue('5');
  await look('log-hindi');
});

test('two tills: what is made and taken back at one is seen at the other without being asked for, also after it was cut off', async ({
  tillsOnALine,
}) => {
  test.setTimeout(240_000);
  const { a, b, line } = await tillsOnALine('Kitchen');
  const flour = await stocked(a.page, 'Maida flour', 'KG', 20_000, 4_500);
  const bread = await stocked(a.page, 'Sandwich bread', 'PCS', 0, null);
  const dough = await stocked(a.page, 'Dough', 'KG', 0, null);
  await settled([a, b]);
  await visit(b.page, '/stock/production');
  await expect(b.page.getByText('Nothing made on these days')).toBeVisible();

  const { log } = await make(a.page, bread.id, 10_000, { [flour.id]: 5_000 });
  await expect(row(b.page, /New.*Sandwich bread.*10 pc/)).toBeVisible();
  await call(b.page, 'production.reverse', { id: log.id, reason: 'Typed twice' });
  await visit(a.page, `/stock/production/${log.id}`);
  await expect(a.page.getByText('Typed twice', { exact: false })).toBeVisible();
  await expect(row(b.page, /Sandwich bread.*Taken back/)).toBeVisible();

  // Cut off, both go on: each writes one half of what goes round in a circle, and the kitchen bakes.
  line.become('cut');
  await expect(b.page.getByRole('banner').getByRole('button', { name: /Offline/ })).toBeVisible();
  await make(b.page, dough.id, 3_000, { [flour.id]: 2_000 });
  const half = (page: Page, productId: string, of: string) =>
    call(page, 'recipes.create', {
      ...{ id: nextId(), productId, batch: 1_000, note: null, lines: [{ productId: of, quantity: 1_000 }] },
    });
  await half(a.page, bread.id, dough.id);
  await half(b.page, dough.id, bread.id);
  await visit(a.page, '/stock/production');
  await expect(row(a.page, /Dough/)).toHaveCount(0);
  line.become('whole');
  await live(b);
  await expect(row(a.page, /New.*Dough.*3 kg/)).toBeVisible();
  await settled([a, b]);
  for (const { page } of [a, b]) {
    expect((await call(page, 'catalogue.product', { id: flour.id })).stock).toBe(18_000);
    await visit(page, '/stock/recipes');
    await expect(page.getByText('Made of itself')).toHaveCount(2);
  }
  await looker(a)('circular');
  // A counter is not told what anything costs.
  await expect(a.page.getByText('Not known').first()).toBeVisible();
  await expect(b.page.getByText('Not known')).toHaveCount(0);
});
