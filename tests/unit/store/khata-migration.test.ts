import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { makeTestShop, shopMigrations } from '../../support/shop-store';

it('migration 0008 leaves suppliers and their khata as they were, with room for mail, payments and reminders', async () => {
  const shop = makeTestShop();
  try {
    await shop.open({ migrations: shopMigrations.slice(0, 7) }).close();
    const db = new Database(shop.file);
    db.exec(`
      INSERT INTO supplier (id, name, opening_balance, created_at) VALUES ('s', 'Sahyadri', 500, 1);
      INSERT INTO party_transaction (id, party_type, party_id, kind, amount, at, day, staff_id, terminal_id)
      VALUES ('k', 'supplier', 's', 'purchase', 700, 1, '2026-11-21', 'a', 't');
    `);
    db.close();
    const store = shop.open();
    expect(store.sql('SELECT name, opening_balance, email FROM supplier').all()).toEqual([
      { name: 'Sahyadri', opening_balance: 500, email: null },
    ]);
    expect(store.sql('SELECT id, amount FROM party_transaction').all()).toEqual([{ id: 'k', amount: 700 }]);
    for (const table of ['supplier_payment', 'customer_reminder']) {
      expect(store.sql(`SELECT count(*) AS n FROM ${table}`).get()).toEqual({ n: 0 });
    }
  } finally {
    await shop.dispose();
  }
});
