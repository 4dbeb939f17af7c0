import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeTestShop, shopMigrations, type TestShop } from '../../support/shop-store';

let shop: TestShop;
beforeEach(() => {
  shop = makeTestShop();
});
afterEach(() => shop.dispose());

/** A shop as the version before migration 0003 left it: one setting row, a bill with a return, and an open bill. */
async function makeOldShop(): Promise<void> {
  await shop.open({ migrations: shopMigrations.slice(0, 2) }).close();
  const db = new Database(shop.file);
  db.exec(`
    INSERT INTO business_settings (id, name, country, currency, language, time_zone, tax_regime, prices_include_tax,
      rounding_method, round_off_unit, cash_rounding_unit, negative_stock, weight_codes, created_at)
    VALUES ('shop', 'Asha', 'IN', 'INR', 'en', 'Asia/Kolkata', 'india_gst', 1, 'line', 0, 0, 'warn', '', 1);
    INSERT INTO product (id, name, unit, price, track_stock, by_weight, favourite, active, created_at)
    VALUES ('p', 'Soap', 'PCS', 4500, 1, 0, 0, 1, 1);
    INSERT INTO bill (id, number, series, sequence, financial_year, at, day, staff_id, terminal_id, currency, tax_regime,
      prices_include_tax, rounding_method, place, subtotal, line_discount, bill_discount, charges, taxable, cgst, sgst, igst,
      cess, tax, round_off, total, cash_rounding, paid, change_given, due)
    VALUES ('b', 'A1/2627/000001', 'A1', 1, '2627', 1, '2026-11-21', 's', 't', 'INR', 'none', 1, 'line', 'intra', 4000, 0, 0,
      0, 4000, 0, 0, 0, 0, 0, 0, 4000, 0, 4000, 0, 0);
    INSERT INTO bill_line (bill_id, line_no, product_id, name, unit, quantity, stock_quantity, unit_price, gross, discount,
      net, bill_discount_share, taxable, tax, total, charge)
    VALUES ('b', 1, 'p', 'Soap', 'PCS', 1000, 1000, 4000, 4000, 0, 4000, 0, 4000, 0, 4000, 0);
    INSERT INTO bill_return (id, number, series, sequence, financial_year, at, day, staff_id, terminal_id, currency,
      tax_regime, prices_include_tax, rounding_method, place, subtotal, line_discount, bill_discount, charges, taxable, cgst,
      sgst, igst, cess, tax, round_off, total, cash_rounding, bill_id, bill_number, reason)
    VALUES ('r', 'A1C/2627/000001', 'A1C', 1, '2627', 1, '2026-11-21', 's', 't', 'INR', 'none', 1, 'line', 'intra', 0, 0, 0,
      0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 'b', 'A1/2627/000001', 'x');
    INSERT INTO bill_return_line (return_id, line_no, bill_line_no, product_id, name, unit, quantity, stock_quantity,
      unit_price, gross, discount, net, bill_discount_share, taxable, tax, total, charge)
    VALUES ('r', 1, 1, 'p', 'Soap', 'PCS', 0, 0, 4000, 0, 0, 0, 0, 0, 0, 0, 0);
    INSERT INTO payment (id, bill_id, method, amount, tendered, at, day, staff_id, terminal_id)
    VALUES ('b:p1', 'b', 'cash', 4000, 4000, 1, '2026-11-21', 's', 't');
    INSERT INTO cart (id, state, staff_id, revision, created_at, updated_at) VALUES ('c', 'open', 's', 3, 1, 1);
    INSERT INTO cart_line (cart_id, line_no, product_id, unit, factor, quantity, unit_price)
    VALUES ('c', 1, 'p', 'PCS', 1000, 2000, 4300);
  `);
  db.close();
}

describe('migration 0003', () => {
  it('keeps every bill and the open one, whose prices were the catalogue’s as far as anybody knows', async () => {
    await makeOldShop();
    const store = shop.open();
    expect(store.sql('SELECT unit_price, list_price FROM bill_line').all()).toEqual([
      { unit_price: 4000, list_price: 4000 },
    ]);
    expect(store.sql('SELECT unit_price, list_price, approved_rate FROM cart_line').all()).toEqual([
      { unit_price: 4300, list_price: 4300, approved_rate: null },
    ]);
    expect(store.sql('SELECT restock FROM bill_return_line').all()).toEqual([{ restock: 1 }]);
    expect(store.sql('SELECT exchange_bill_id FROM bill_return').all()).toEqual([{ exchange_bill_id: null }]);
    expect(store.sql('SELECT amount, void_id, shift_id FROM payment').all()).toEqual([
      { amount: 4000, void_id: null, shift_id: null },
    ]);
  });

  it('leaves a shop working as it did: no shift is asked for, cashiers take goods back', async () => {
    await makeOldShop();
    const store = shop.open();
    expect(
      store
        .sql(
          `SELECT require_shift, blind_count, cashier_returns, cashier_discount_limit, manager_discount_limit, credit_days,
             auto_lock_minutes FROM business_settings`,
        )
        .get(),
    ).toEqual({
      require_shift: 0,
      blind_count: 1,
      cashier_returns: 1,
      cashier_discount_limit: 100_000,
      manager_discount_limit: 300_000,
      credit_days: 30,
      auto_lock_minutes: 0,
    });
  });
});
