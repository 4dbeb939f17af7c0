import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ImportPreview } from '@shared/contract';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readPending } from '../../../src/main/shop/imports/pending';
import { auditLevels } from '../../../src/main/store';
import { type ImportOffice, importOffice, openImportOffice } from '../../support/importing';
import { openOffice, productInput } from '../../support/office';
import { startReaderThread } from '../../support/shop-store';

let office: ImportOffice;
beforeEach(async () => {
  office = await openImportOffice();
});
afterEach(() => office.shop.dispose());

const many = (count: number) =>
  `Item,SKU,MRP,Cost,Category,Brand,Stock\n${Array.from({ length: count }, (_, n) => `Thing ${n},S${n},${n + 1},1,Cat ${n % 7},Brand ${n % 5},3`).join('\n')}\n`;
const checked = async (csv: string): Promise<ImportPreview> => {
  const preview = await office.look(csv);
  await office.desk.check({ token: preview.token, mapping: preview.mapping });
  return preview;
};
const plans = () => {
  const folder = join(office.shop.folder, 'imports');
  return existsSync(folder) ? readdirSync(folder) : [];
};

describe('an import', () => {
  it('makes products with brand, category, cost, tax, barcodes and opening stock', async () => {
    const result = await office.load(
      'Item,SKU,Barcode,Rate,MRP,Cost,Unit,Category,Brand,HSN,GST,Stock,Reorder Level\n' +
        'मसूर दाल,D1,8901234567890,118.50,120,99,kg,Pulses,Himalay,0713,5,12.5,5\n',
    );
    expect(result).toMatchObject({ created: 1, updated: 0, unchanged: 0, skipped: 0 });
    expect(office.products()).toEqual([
      {
        name: 'मसूर दाल',
        sku: 'D1',
        unit: 'KG',
        price: 11_850,
        mrp: 12_000,
        hsn: '0713',
        reorder_level: 5_000,
        brand: 'Himalay',
        category: 'Pulses',
        tax: 'GST 5%',
        cost: 9_900,
        stock: 12_500,
        barcodes: '8901234567890',
      },
    ]);
    expect(office.store.sql('SELECT reason FROM stock_movement').all()).toEqual([{ reason: 'opening' }]);
  });

  it('changes known products where a cell says something else, and leaves the rest and the stock alone', async () => {
    await office.load('Item,SKU,Rate,Brand,Stock\nTea,T1,10,Himalay,5\n');
    const result = await office.load('SKU,Rate,Brand,Stock,Barcode\nt1,12,,99,8901234567890\n');
    expect(result).toMatchObject({ created: 0, updated: 1 });
    expect(office.products()).toMatchObject([
      { name: 'Tea', price: 1_200, brand: 'Himalay', stock: 5_000, barcodes: '8901234567890' },
    ]);
    expect(office.store.sql(`SELECT field FROM field_history WHERE entity = 'product'`).all()).toEqual([
      { field: 'price' },
      { field: 'barcodes' },
    ]);
  });

  it('done twice makes nothing twice', async () => {
    await office.load(many(50));
    expect(await office.check(many(50))).toMatchObject({ creates: 0, updates: 0, unchanged: 50 });
    await office.load('Item,MRP\nPlain,10\n');
    expect(await office.check('Item,MRP\nplain,10\n')).toMatchObject({ creates: 0, unchanged: 1 });
  });

  it('makes each brand and category once, and leaves out the rows that are wrong', async () => {
    const result = await office.load(`${many(300)}Broken,S300,-1,1,Cat 1,Brand 1,3\n`);
    expect(result).toMatchObject({ created: 300, skipped: 0 });
    expect(await office.handlers['catalogue.brands']({}, office)).toHaveLength(5);
    expect(await office.handlers['catalogue.categories']({}, office)).toHaveLength(7);
    expect(auditLevels(office.store)).toEqual([]);
  });

  it('leaves nothing of the plan behind', async () => {
    await office.load(many(10));
    expect(plans()).toEqual([]);
    expect(readPending(office.store)).toBeNull();
  });

  it('lets the counter write between its slices, and never stays in one for long', async () => {
    const { token } = await checked(many(800));
    let running = true;
    const run = office.desk.run(token, 'owner').finally(() => {
      running = false;
    });
    let saved = 0;
    while (running) {
      await office.handlers['customers.save'](
        {
          name: `Customer ${saved++}`,
          phone: null,
          gstin: null,
          stateCode: null,
          address: null,
          email: null,
          creditLimit: null,
          note: null,
        },
        office,
      );
      await nextTurn();
    }
    await expect(run).resolves.toMatchObject({ created: 800 });
    expect(saved).toBeGreaterThan(5);
  });

  it('says what was changed under it since the check', async () => {
    await office.load('Item,SKU,Rate\nTea,T1,10\n');
    const { token } = await checked('Item,SKU,Rate\nTea,T1,12\nCoffee,C1,20\n');
    await office.handlers['catalogue.saveProduct'](productInput({ name: 'Coffee', sku: 'C1', price: 2_000 }), office);
    const tea = office.store.sql<[], { id: string }>(`SELECT id FROM product WHERE sku = 'T1'`).get();
    office.handlers['catalogue.removeProduct']({ id: tea?.id ?? '' }, office);
    expect(await office.desk.run(token, 'owner')).toMatchObject({ created: 1, updated: 0, unchanged: 1 });
  });
});

describe('an import that is cancelled', () => {
  it('before it was decided has written nothing and keeps nothing', async () => {
    const { token } = await checked(many(100));
    await office.desk.cancel(token);
    await expect(office.desk.run(token, 'owner')).rejects.toMatchObject({ code: 'import_stale' });
    expect(office.products()).toEqual([]);
    expect(plans()).toEqual([]);
  });

  it('while it is being checked stops there', async () => {
    await office.shop.dispose();
    office = await openImportOffice({ startReaderThread });
    const preview = await office.look(many(100_000));
    const check = office.desk.check({ token: preview.token, mapping: preview.mapping });
    const outcome = expect(check).rejects.toMatchObject({ code: 'cancelled' });
    await office.desk.cancel(preview.token);
    await outcome;
    expect(plans()).toEqual([]);
    expect(office.desk.progress()).toBeNull();
  });

  it('too late is not cancelled: what was decided is done', async () => {
    const { token } = await checked(many(500));
    const run = office.desk.run(token, 'owner');
    while (!readPending(office.store)) await nextTurn();
    await expect(office.desk.cancel(token)).rejects.toMatchObject({ code: 'busy' });
    await expect(office.desk.open(office.write('Item,MRP\n'))).rejects.toMatchObject({ code: 'busy' });
    await expect(run).resolves.toMatchObject({ created: 500 });
  });
});

describe('an import that is cut short', () => {
  /** Runs until some rows are written and then stops, as closing the app does. */
  const cutShort = async (rows: number) => {
    const { token } = await checked(many(rows));
    const run = office.desk.run(token, 'owner');
    const stopped = expect(run).rejects.toMatchObject({ code: 'cancelled' });
    while (!((readPending(office.store)?.done ?? 0) > 0)) await nextTurn();
    await office.desk.close();
    await stopped;
    const done = readPending(office.store)?.done ?? 0;
    expect(done).toBeGreaterThan(0);
    expect(done).toBeLessThan(rows);
    expect(office.products()).toHaveLength(done);
  };
  const reopen = async () => {
    await office.store.close();
    office = importOffice(openOffice(office.shop));
  };

  it('goes on at the next start, row for row, as if nothing had happened', async () => {
    await cutShort(600);
    await reopen();
    await office.desk.resume();
    expect(office.products()).toHaveLength(600);
    expect(office.store.sql('SELECT count(*) AS n FROM stock_movement').get()).toEqual({ n: 600 });
    expect(auditLevels(office.store)).toEqual([]);
    expect(plans()).toEqual([]);
    expect(await office.desk.resume()).toBeNull();
  });

  it('is finished before another one begins', async () => {
    await cutShort(600);
    await office.load('Item,MRP\nLater,10\n');
    expect(office.products()).toHaveLength(601);
  });

  it('keeps what is written when its plan is gone, says so, and is over', async () => {
    await cutShort(600);
    const before = office.products().length;
    await reopen();
    rmSync(join(office.shop.folder, 'imports'), { recursive: true });
    await expect(office.desk.resume()).rejects.toThrow('plan of an import is gone');
    expect(await office.desk.resume()).toBeNull();
    expect(office.products()).toHaveLength(before);
  });
});

describe('on reader threads', () => {
  it('an import is the same', async () => {
    await office.shop.dispose();
    office = await openImportOffice({ startReaderThread });
    await expect(office.check('Item,Colour\nTea,red\n')).rejects.toMatchObject({ code: 'import_columns' });
    await expect(office.look('')).rejects.toMatchObject({ code: 'file_format', params: { reason: 'empty' } });
    expect(await office.load(many(200))).toMatchObject({ created: 200 });
  });
});
