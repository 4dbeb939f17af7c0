import { readBarcode } from '@shared/codes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleGoods } from '../../../src/main/shop/sample/read-goods';
import { auditLevels } from '../../../src/main/store';
import { firstRun, type Office, openOffice } from '../../support/office';

describe('the sample’s goods', () => {
  const goods = sampleGoods();

  it('are more than three hundred, each with a name, a SKU and a right barcode of its own', () => {
    expect(goods.length).toBeGreaterThan(300);
    for (const field of ['name', 'sku', 'barcode'] as const) {
      expect(new Set(goods.map((product) => product[field])).size).toBe(goods.length);
    }
    for (const { barcode } of goods) expect(readBarcode(barcode).ok, barcode).toBe(true);
    expect(goods.filter(({ name }) => /\p{Script=Devanagari}/u.test(name)).length).toBeGreaterThan(60);
  });

  it('earn something, and never cost more than the MRP', () => {
    for (const { name, price, mrp, cost, keep } of goods) {
      expect(cost, name).toBeLessThan(price);
      if (mrp !== null) expect(price, name).toBeLessThanOrEqual(mrp);
      expect(keep).toBeGreaterThan(0);
    }
  });

  it('carry an HSN, and are taxed as goods of theirs are', () => {
    const tax = (name: string) => goods.find((product) => product.name === name)?.tax;
    for (const { hsn } of goods) expect(hsn).toMatch(/^\d{6}$/);
    expect(tax('Chakki Atta 5 kg')).toBe('GST 5%');
    expect(tax('चीनी (खुली)')).toBe('GST 5%');
    expect(tax('White Bread 400 g')).toBe('GST 0%');
    expect(tax('Cow Ghee 1 L')).toBe('GST 5% (12% before 22 Sept 2025)');
    expect(tax('Washing Powder 1 kg')).toBe('GST 18%');
    expect(tax('Cola 2 L')).toMatch(/^Aerated drinks/);
  });
});

describe('a sample shop', () => {
  let office: Office;
  let turns = 0;
  beforeAll(async () => {
    office = openOffice();
    let making = true;
    const count = () => {
      turns++;
      if (making) setImmediate(count);
    };
    count();
    await office.handlers['shop.create']({ ...firstRun, start: 'sample' }, office);
    making = false;
  });
  afterAll(() => office.shop.dispose());

  const one = <T>(sql: string): T => {
    const row = office.store.sql<[], T & object>(sql).get();
    if (!row) throw new Error(`nothing: ${sql}`);
    return row;
  };

  it('has a month of bills behind it, 25 to 50 a day, numbered in their order', () => {
    const days = office.store.sql<[], { n: number }>('SELECT count(*) AS n FROM bill GROUP BY day ORDER BY day').all();
    expect(days.length).toBeGreaterThanOrEqual(30);
    for (const { n } of days.slice(0, 30)) {
      expect(n).toBeGreaterThanOrEqual(25);
      expect(n).toBeLessThanOrEqual(50);
    }
    expect(one('SELECT count(*) AS n FROM bill WHERE at > 1795235400000')).toEqual({ n: 0 });
    const numbers = office.store.sql<[], { sequence: number }>('SELECT sequence FROM bill ORDER BY at, id').all();
    expect(numbers.map(({ sequence }) => sequence)).toEqual(numbers.map((_, index) => index + 1));
  });

  it('has people, dues, returns, and something to reorder', () => {
    expect(one('SELECT count(*) AS n FROM staff')).toEqual({ n: 3 });
    expect(one<{ n: number }>('SELECT count(*) AS n FROM customer').n).toBeGreaterThanOrEqual(40);
    expect(one<{ n: number }>('SELECT count(*) AS n FROM bill WHERE due > 0').n).toBeGreaterThan(5);
    expect(one<{ n: number }>('SELECT count(*) AS n FROM bill_return').n).toBeGreaterThan(3);
    expect(one<{ n: number }>(`SELECT count(*) AS n FROM alert WHERE state = 'open'`).n).toBeGreaterThan(3);
    expect(one('SELECT count(*) AS n FROM alert_notice')).toEqual({ n: 0 });
  });

  it('has a Z report of every day but today, whose drawers came to nothing, and dues that were paid', () => {
    const { store } = office;
    const days = store.sql<[], { day: string }>('SELECT DISTINCT day FROM bill ORDER BY day').all();
    const closed = store.sql<[], { day: string }>('SELECT day FROM shift_close ORDER BY day').all();
    expect(closed).toEqual(days.slice(0, closed.length));
    expect(closed.length).toBeGreaterThanOrEqual(days.length - 1);
    expect(one('SELECT count(*) AS n FROM cash_shift WHERE id NOT IN (SELECT id FROM shift_close)')).toEqual({ n: 0 });
    const open =
      'SELECT shift_id FROM cashbook_entry WHERE shift_id IS NOT NULL GROUP BY shift_id HAVING sum(amount) <> 0';
    expect(store.sql(open).all()).toEqual([]);
    expect(one<{ n: number }>('SELECT count(*) AS n FROM shift_close WHERE difference < 0').n).toBeGreaterThan(2);
    expect(one<{ n: number }>(`SELECT count(*) AS n FROM party_transaction WHERE kind = 'payment'`).n).toBeGreaterThan(
      5,
    );
  });

  it('is sound: levels are the sums of their movements, nothing is below zero', () => {
    expect(auditLevels(office.store)).toEqual([]);
    expect(one<{ n: number }>('SELECT count(*) AS n FROM stock_level WHERE quantity < 0').n).toBeLessThan(5);
  });

  it('is the same every time', async () => {
    const again = openOffice();
    try {
      await again.handlers['shop.create']({ ...firstRun, start: 'sample' }, again);
      const sums = 'SELECT count(*) AS bills, sum(total) AS total, sum(tax) AS tax, max(at) AS last FROM bill';
      expect(again.store.sql(sums).get()).toEqual(one(sums));
    } finally {
      await again.shop.dispose();
    }
  });

  it('lets what waits have its turn while it is made', () => {
    // Whatever the machine is busy with: far more turns than the few that long slices would leave.
    expect(turns).toBeGreaterThan(500);
  });
});

describe('a sample shop elsewhere', () => {
  it.each([
    ['JP', 'Asia/Tokyo', 'JPY'],
    ['KW', 'Asia/Kuwait', 'KWD'],
    ['US', 'America/New_York', 'USD'],
  ])('counts in the money of %s', async (country, timeZone, currency) => {
    const office = openOffice();
    try {
      await office.handlers['shop.create']({ ...firstRun, country, timeZone, start: 'sample' }, office);
      expect(office.store.sql('SELECT DISTINCT currency FROM bill').all()).toEqual([{ currency }]);
      expect(office.store.sql<[], { n: number }>('SELECT count(*) AS n FROM bill').get()?.n).toBeGreaterThan(700);
    } finally {
      await office.shop.dispose();
    }
  });
});
