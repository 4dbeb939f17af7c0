import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { makeTestShop, shopMigrations } from '../../support/shop-store';

const production = [
  ...['recipe', 'recipe_line', 'production_log', 'production_log_line', 'production_reversal', 'shift_feedback'],
];

it('migration 0012 leaves goods, their levels and movements as they were, with room for recipes, what was made and feedback', async () => {
  const shop = makeTestShop();
  try {
    await shop.open({ migrations: shopMigrations.slice(0, 11) }).close();
    const db = new Database(shop.file);
    db.exec(`
      INSERT INTO product (id, name, unit, price, track_stock, by_weight, favourite, active, created_at)
      VALUES ('bread', 'Bread', 'PCS', 4000, 1, 0, 0, 1, 1), ('flour', 'Flour', 'KG', 6000, 1, 0, 0, 1, 1);
      INSERT INTO stock_movement (id, product_id, quantity, reason, at, day, staff_id, terminal_id)
      VALUES ('m', 'bread', 8000, 'production', 1, '2026-11-20', 'a', 't');
      INSERT INTO stock_level (product_id, quantity, movements) VALUES ('bread', 8000, 1);
    `);
    db.close();
    const store = shop.open();
    expect(store.sql('SELECT id, quantity, reason FROM stock_movement').all()).toEqual([
      { id: 'm', quantity: 8000, reason: 'production' },
    ]);
    expect(store.sql('SELECT product_id, quantity FROM stock_level').all()).toEqual([
      { product_id: 'bread', quantity: 8000 },
    ]);
    for (const table of production) {
      expect(store.sql(`SELECT count(*) AS n FROM ${table}`).get()).toEqual({ n: 0 });
    }
    // The way from a product, a day and a log to what is asked of them.
    const plan = (sql: string) =>
      store
        .sql<[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
        .all()
        .map(({ detail }) => detail)
        .join();
    expect(plan(`SELECT 1 FROM recipe WHERE product_id = 'x' AND deleted_at IS NULL`)).toContain('recipe_product');
    expect(plan(`SELECT 1 FROM production_log WHERE made_day >= 'x' ORDER BY made_day, at`)).toContain(
      'production_log_day',
    );
    expect(plan('SELECT id FROM production_log ORDER BY at DESC, id DESC LIMIT 1')).toContain('production_log_at');
    expect(plan(`SELECT 1 FROM production_reversal WHERE log_id = 'x'`)).toContain('production_reversal_log');
    expect(plan('SELECT id FROM shift_feedback ORDER BY at DESC, id DESC LIMIT 1')).toContain('shift_feedback_at');
  } finally {
    await shop.dispose();
  }
});
