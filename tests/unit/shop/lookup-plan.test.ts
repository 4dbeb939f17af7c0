import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { holderOfBarcode, holderOfSku } from '../../../src/main/shop/catalogue/find-conflicts';
import { findByCode } from '../../../src/main/shop/catalogue/lookup';
import { createShopDeps } from '../../../src/main/shop/deps';
import type { Reads, Store } from '../../../src/main/store';
import { type Office, openShopOffice, productInput } from '../../support/office';

let office: Office;
beforeEach(async () => {
  office = await openShopOffice();
  const units = [{ unit: 'BOX' as const, factor: 12_000, price: 11_000, barcode: '18901234567897' }];
  const soap = productInput({ name: 'Soap', sku: 'S-1', barcodes: ['4006381333931'], units });
  await office.handlers['catalogue.saveProduct'](soap, office);
});
afterEach(() => office.shop.dispose());

/** Every way in which a code is looked up: the counter's and the conflict check's. */
function lookUp(reads: Reads): void {
  const settings = createShopDeps(office.store).settings();
  for (const code of ['4006381333931', '18901234567897', 's-1', '012345678905', 'never seen']) {
    findByCode(reads, code, settings);
    holderOfBarcode(reads, code, '');
    holderOfSku(reads, code, '');
  }
}

/** How SQLite means to run what the lookups ask: of each statement its steps. */
function planned(store: Store): { text: string; steps: string[] }[] {
  const plans: { text: string; steps: string[] }[] = [];
  const explain = (text: string): void => {
    const plan = store.sql<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${text}`);
    const steps = plan.all(...Array(text.split('?').length - 1).fill(''));
    plans.push({ text, steps: steps.map(({ detail }) => detail) });
  };
  lookUp({
    kysely: store.kysely,
    all: (query) => store.all(query),
    get: (query) => store.get(query),
    sql(text) {
      explain(text);
      return store.sql(text);
    },
    arrays(text) {
      explain(text);
      return store.arrays(text);
    },
  });
  return plans;
}

describe('a code is looked up', () => {
  it('by indexes alone, also in a shop that has refreshed its figures with one product in it', () => {
    const { store } = office;
    lookUp(store);
    store.refreshStatistics();
    const steps = planned(store).flatMap((plan) => plan.steps);
    expect(steps.filter((step) => step.startsWith('SEARCH p USING INDEX'))).not.toEqual([]);
    expect(steps.filter((step) => step.startsWith('SCAN'))).toEqual([]);
  });

  it('from the barcode to the product, never product by product, whatever the figures say', async () => {
    const { shop, store } = office;
    await store.close();
    const db = new Database(shop.file);
    // One product, and who knows how many codes: the figures of a shop before its list was imported.
    db.exec('ANALYZE product');
    db.close();
    const reopened = shop.open();
    office = { ...office, store: reopened };
    const joins = planned(reopened).filter(({ text }) => text.includes('product_barcode AS b'));
    expect(joins.length).toBeGreaterThan(0);
    for (const { steps } of joins) {
      const tables = steps.flatMap((step) => /^(?:SEARCH|SCAN) ([bpu])\b/.exec(step)?.[1] ?? []);
      expect(tables).toEqual(['b', 'p', 'u', 'p']);
    }
  });
});
