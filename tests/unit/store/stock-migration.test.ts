import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { auditLevels } from '../../../src/main/store';
import { makeTestShop, shopMigrations, type TestShop } from '../../support/shop-store';

let shop: TestShop;
beforeEach(() => {
  shop = makeTestShop();
});
afterEach(() => shop.dispose());

const counting = ['stock_count', 'stock_count_entry', 'stock_count_close', 'stock_count_line'];

/** A shop as the version before migration 0006 left it: two products, one of which is counted and has moved. */
async function makeOldShop(): Promise<void> {
  await shop.open({ migrations: shopMigrations.slice(0, 5) }).close();
  const db = new Database(shop.file);
  db.exec(`
    INSERT INTO product (id, name, unit, price, reorder_level, track_stock, by_weight, favourite, active, created_at)
    VALUES ('p', 'Soap', 'PCS', 4500, 5000, 1, 0, 0, 1, 1), ('s', 'Service', 'PCS', 100, NULL, 0, 0, 0, 1, 1);
    INSERT INTO product_cost (id, cost) VALUES ('p', 3000);
    INSERT INTO stock_movement (id, product_id, quantity, reason, at, day, staff_id, terminal_id)
    VALUES ('m', 'p', 3000, 'opening', 1, '2026-11-21', 'a', 't');
    INSERT INTO stock_level VALUES ('p', 3000, 1);
    INSERT INTO party_transaction (id, party_type, party_id, kind, amount, at, day, staff_id, terminal_id)
    VALUES ('k', 'customer', 'c', 'bill', 500, 1, '2026-11-21', 'a', 't');
  `);
  db.close();
}

describe('migrations 0006 to 0009', () => {
  it('leave stock and khata as they were, with a shelf of what is counted and room for purchases and counts', async () => {
    await makeOldShop();
    const store = shop.open();
    expect(auditLevels(store)).toEqual([]);
    expect(
      store
        .sql(
          'SELECT id, reorder_level FROM product INDEXED BY product_shelf WHERE track_stock = 1 AND deleted_at IS NULL',
        )
        .all(),
    ).toEqual([{ id: 'p', reorder_level: 5000 }]);
    expect(store.sql('SELECT id, amount FROM party_transaction').all()).toEqual([{ id: 'k', amount: 500 }]);
    expect(store.sql('SELECT cost, stated, stated_at FROM product_cost').all()).toEqual([
      { cost: 3000, stated: 3000, stated_at: 0 },
    ]);
    for (const table of ['supplier', 'purchase', 'purchase_line', 'purchase_reversal', 'purchase_draft', ...counting]) {
      expect(store.sql(`SELECT count(*) AS n FROM ${table}`).get()).toEqual({ n: 0 });
    }
  });
});
