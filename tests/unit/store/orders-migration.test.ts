import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { makeTestShop, shopMigrations } from '../../support/shop-store';

const orders = ['sales_order', 'sales_order_line', 'order_stage', 'order_payment', 'order_bill'];
const staff = ['attendance', 'attendance_correction', 'work_rule', 'pay_rule', 'staff_payment'];

it('migrations 0010 and 0011 leave the open bill, held ones, payments and staff as they were, with room for orders, hours and pay', async () => {
  const shop = makeTestShop();
  try {
    await shop.open({ migrations: shopMigrations.slice(0, 9) }).close();
    const db = new Database(shop.file);
    db.exec(`
      INSERT INTO staff (id, name, role, pin_hash, active, created_at) VALUES ('a', 'Asha', 'owner', 'x', 1, 1);
      INSERT INTO customer (id, name, opening_balance, created_at) VALUES ('c', 'Ravi', 500, 1);
      INSERT INTO product (id, name, unit, price, track_stock, by_weight, favourite, active, created_at)
      VALUES ('p', 'Soap', 'PCS', 4500, 1, 0, 0, 1, 1);
      INSERT INTO cart (id, state, staff_id, revision, created_at, updated_at) VALUES ('open', 'open', 'a', 3, 1, 1);
      INSERT INTO cart_line (cart_id, line_no, product_id, unit, factor, quantity, unit_price, list_price)
      VALUES ('open', 1, 'p', 'PCS', 1000, 2000, 4300, 4300);
      INSERT INTO held_bill (id, name, terminal_id, staff_id, customer_id, held_at, state)
      VALUES ('h', 'Ravi', 't', 'a', 'c', 1, 'held');
      INSERT INTO payment (id, customer_id, method, amount, tendered, at, day, staff_id, terminal_id)
      VALUES ('due', 'c', 'cash', 300, 300, 1, '2026-11-21', 'a', 't');
      INSERT INTO party_transaction (id, party_type, party_id, kind, amount, document_type, document_id, at, day, staff_id,
        terminal_id)
      VALUES ('due:paid', 'customer', 'c', 'payment', -300, 'payment', 'due', 1, '2026-11-21', 'a', 't');
    `);
    db.close();
    const store = shop.open();
    expect(store.sql('SELECT id, revision, order_id FROM cart').all()).toEqual([
      { id: 'open', revision: 3, order_id: null },
    ]);
    expect(store.sql('SELECT quantity, unit_price FROM cart_line').all()).toEqual([
      { quantity: 2000, unit_price: 4300 },
    ]);
    expect(store.sql('SELECT id, customer_id, state, order_id FROM held_bill').all()).toEqual([
      { id: 'h', customer_id: 'c', state: 'held', order_id: null },
    ]);
    expect(store.sql('SELECT id, amount FROM payment').all()).toEqual([{ id: 'due', amount: 300 }]);
    expect(store.sql('SELECT id, amount FROM party_transaction').all()).toEqual([{ id: 'due:paid', amount: -300 }]);
    expect(store.sql('SELECT name, role, active FROM staff').all()).toEqual([
      { name: 'Asha', role: 'owner', active: 1 },
    ]);
    for (const table of [...orders, ...staff]) {
      expect(store.sql(`SELECT count(*) AS n FROM ${table}`).get()).toEqual({ n: 0 });
    }
    // The way from an order, a day and a person to what is asked of them.
    const plan = (sql: string) =>
      store
        .sql<[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
        .all()
        .map(({ detail }) => detail)
        .join();
    expect(plan(`SELECT 1 FROM order_bill WHERE order_id = 'x'`)).toContain('order_bill_order');
    expect(plan(`SELECT 1 FROM order_payment WHERE order_id = 'x'`)).toContain('order_payment_order');
    expect(plan(`SELECT 1 FROM attendance WHERE person_id = 'x' ORDER BY time`)).toContain('attendance_person');
    expect(plan(`SELECT 1 FROM staff_payment WHERE person_id = 'x' AND month = 'y'`)).toContain('staff_payment_person');
  } finally {
    await shop.dispose();
  }
});
