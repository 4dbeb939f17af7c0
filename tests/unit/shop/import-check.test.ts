import type { Day } from '@shared/clock';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findHeader, guessMapping } from '../../../src/main/shop/imports/columns';
import { taxFinder } from '../../../src/main/shop/imports/tax-names';
import { type ImportOffice, openImportOffice } from '../../support/importing';
import { productInput } from '../../support/office';
import { workbook } from '../../support/xlsx';

let office: ImportOffice;
beforeEach(async () => {
  office = await openImportOffice();
});
afterEach(() => office.shop.dispose());

const problems = async (csv: string) =>
  (await office.check(csv)).problems.map(({ row, field, code, text }) => [row, field, code, text]);

describe('the columns of a file', () => {
  it.each([
    [
      ['Item Name', 'MRP', 'Rate', 'Barcode', 'HSN Code', 'GST %', 'Opening Stock', 'UOM'],
      ['name', 'mrp', 'price', 'barcode', 'hsn', 'tax', 'stock', 'unit'],
    ],
    [
      ['वस्तु का नाम', 'एमआरपी', 'दर', 'बारकोड', 'मात्रा', 'श्रेणी', 'ब्रांड'],
      ['name', 'mrp', 'price', 'barcode', 'stock', 'category', 'brand'],
    ],
    [
      ['EAN', 'Product', 'Selling Price (₹)', 'Purchase Price', 'Qty', 'Min. Stock'],
      ['barcode', 'name', 'price', 'cost', 'stock', 'reorderLevel'],
    ],
    [
      ['StockCode', 'Description', 'UnitPrice', 'InvoiceNo'],
      ['sku', 'name', 'price', null],
    ],
    [
      ['Price', 'Selling Price', 'Name'],
      [null, 'price', 'name'],
    ],
    [
      ['', 'x', '%'],
      [null, null, null],
    ],
  ])('%j mean %j', (titles, fields) => {
    expect(guessMapping(titles)).toEqual(fields);
  });

  it('are named by the row with the most known titles, or by the first if it is all words', () => {
    const rows = (...cells: string[][]) => cells.map((each, index) => ({ row: index + 1, cells: each }));
    expect(findHeader(rows(['Asha Stores', ''], ['as of 1 Nov'], ['Item', 'MRP'], ['Tea', '10'])).row).toBe(3);
    expect(findHeader(rows(['Foo', 'Bar'], ['Tea', '10']))).toEqual({ row: 1, columns: ['Foo', 'Bar'] });
    expect(findHeader(rows(['Tea', '10'], ['Coffee', '20', 'x']))).toEqual({ row: 0, columns: ['A', 'B', 'C'] });
  });

  it('are refused when no product can come of them', async () => {
    await expect(office.check('Item,Colour\nTea,red\n')).rejects.toMatchObject({
      code: 'import_columns',
      params: { field: 'price' },
    });
    await expect(office.check('Colour,MRP\nred,10\n')).rejects.toMatchObject({
      code: 'import_columns',
      params: { field: 'name' },
    });
    await expect(office.check('SKU,Barcode\nA,B\n')).rejects.toMatchObject({ code: 'import_columns' });
    await expect(office.check('Item,MRP\nTea,10\n', ['name', 'name'])).rejects.toMatchObject({
      params: { field: 'name' },
    });
    await expect(office.check('Item,MRP\nTea,10\n', ['name'])).rejects.toMatchObject({ code: 'import_columns' });
  });
});

describe('checking a file', () => {
  it('names every row that is wrong, as the spreadsheet counts it, with the field and the reason', async () => {
    const csv = [
      'Item Name,SKU,Barcode,Rate,MRP,UOM,HSN,GST %,Stock',
      'Tea,T1,8901234567890,10,12,pcs,0902,5,4',
      ',T2,,10,,,,,',
      'Coffee,T3,,,,,,,',
      'Milk,T4,,-5,,,,,',
      'Curd,T5,,ten,,,,,',
      '',
      'Ghee,T6,,10.505,,,,,',
      'Salt,T7,8901234567891,10,,,,,',
      'Sugar,T8,8.90123E+12,10,,,,,',
      '=SUM(A1),T9,,10,,,,,',
      'Oil,T10,,=B2*2,,,,,',
      'Rice,t1,,10,,,,,',
      'Dal,T11,8901234567890,10,,,,,',
      'Atta,T12,,10,,,,17,',
      'Soap,T13,,10,,furlong,,,',
      'Bread,T14,,10,,,12,,',
      'Jam,T15,,10,,pcs,,,1.5',
      'Butter,T16,,10,,pcs,,,-3',
      'Cheese,T17,,20,15,,,,',
    ].join('\n');
    expect(await problems(csv)).toEqual([
      [3, 'name', 'missing', ''],
      [4, 'price', 'missing', ''],
      [5, 'price', 'negative', '-5'],
      [6, 'price', 'not_a_number', 'ten'],
      [8, 'price', 'too_precise', '10.505'],
      [9, 'barcode', 'check_digit', '8901234567891'],
      [10, 'barcode', 'too_precise', '8.90123E+12'],
      [11, 'name', 'formula', '=SUM(A1)'],
      [12, 'price', 'formula', '=B2*2'],
      [13, 'sku', 'repeated', 't1'],
      [14, 'barcode', 'repeated', '8901234567890'],
      [15, 'tax', 'unknown_tax', '17'],
      [16, 'unit', 'bad_value', 'furlong'],
      [17, 'hsn', 'bad_value', '12'],
      [18, 'stock', 'too_precise', '1.5'],
      [19, 'stock', 'negative', '-3'],
      [20, 'price', 'bad_value', '20'],
    ]);
    expect(await office.check(csv)).toMatchObject({ rows: 18, creates: 1, updates: 0, unchanged: 0, skipped: 17 });
  });

  it('writes nothing', async () => {
    const before = office.store.sql('SELECT count(*) AS n FROM outbox').get();
    await office.check('Item,MRP\nTea,10\n');
    expect(office.products()).toEqual([]);
    expect(office.store.sql('SELECT count(*) AS n FROM outbox').get()).toEqual(before);
  });

  it('tells new products from known ones that change and known ones that do not', async () => {
    const save = (input: Parameters<typeof productInput>[0]) =>
      office.handlers['catalogue.saveProduct'](productInput(input), office);
    await save({ name: 'Tea', sku: 'T1', price: 1_000 });
    await save({ name: 'Coffee', barcodes: ['8901234567890'], price: 2_000 });
    await save({ name: 'Milk', price: 3_000 });
    const csv = 'Item,SKU,Barcode,Rate\nTea,t1,,10\nCoffee,,8901234567890,25\nMilk,,,30.00\nCurd,,,40\n';
    expect(await office.check(csv)).toMatchObject({ rows: 4, creates: 1, updates: 1, unchanged: 2, skipped: 0 });
  });

  it('refuses a row whose codes belong to two products', async () => {
    await office.load('Item,SKU,Barcode,Rate\nTea,T1,,10\nCoffee,C1,8901234567890,20\n');
    expect(await problems('Item,SKU,Barcode,Rate\nTea,T1,8901234567890,10\n')).toEqual([
      [2, 'barcode', 'duplicate_barcode', '8901234567890'],
    ]);
  });

  it('tells no more problems than anybody reads, but counts them all', async () => {
    const csv = `Item,MRP\n${',1\n'.repeat(2_000)}`;
    const check = await office.check(csv);
    expect(check.problems).toHaveLength(500);
    expect(check.skipped).toBe(2_000);
  });

  it('is refused when the file has changed since it was looked at, or was another one', async () => {
    const path = office.write('Item,MRP\nTea,10\n', 'moving.csv');
    const preview = await office.desk.open(path);
    office.write('Item,MRP\nTea,10\nCoffee,20\n', 'moving.csv');
    await expect(office.desk.check({ token: preview.token, mapping: preview.mapping })).rejects.toMatchObject({
      code: 'import_stale',
    });
    await expect(office.desk.check({ token: 'another', mapping: preview.mapping })).rejects.toMatchObject({
      code: 'import_stale',
    });
    await expect(office.desk.run(preview.token, 'x')).rejects.toMatchObject({ code: 'import_stale' });
  });
});

describe('a cell', () => {
  const one = async (title: string, cell: string) => {
    await office.load(`Item,MRP,${title}\nTea,1000,"${cell.replaceAll('"', '""')}"\n`);
    return office.products()[0] ?? {};
  };

  it.each([
    ['Rate', '₹ 1,23,456.50', 'not there'],
    ['Rate', '12.50', 1_250],
    ['Rate', 'Rs. 12/-', 1_200],
    ['Rate', '१२.५०', 1_250],
  ])('of %s may be written %s', async (title, cell, price) => {
    // Above the MRP of 1000 the row is left out, which shows that all its digits were read.
    expect((await one(title, cell)).price ?? 'not there').toBe(price);
  });

  it.each([
    ['5', 'GST 5%'],
    ['5%', 'GST 5%'],
    ['5.00', 'GST 5%'],
    ['GST 18%', 'GST 18%'],
    ['GST 18 %', 'GST 18%'],
    ['GST@18%', 'GST 18%'],
    ['जीएसटी 18', 'GST 18%'],
    ['0', 'GST 0%'],
    ['Exempt', 'GST 0%'],
    ['0.25', 'GST 0.25%'],
    ['0.18', 'GST 18%'],
    ['gst 5% (12% before 22 sept 2025)', 'GST 5% (12% before 22 Sept 2025)'],
  ])('of tax may be %s', async (cell, tax) => {
    expect(await one('GST', cell)).toMatchObject({ tax });
  });

  it('of tax may be what an older shop calls its class', () => {
    const old = { id: 'old', name: 'GST 5 % (12 % before 22 Sep 2025)', active: true, rates: [] };
    expect(taxFinder([old], '2026-11-22' as Day)('gst 5 % (12 % before 22 sep 2025)')).toBe('old'); // proof: written out
  });

  it.each([
    ['kg', 'KG'],
    ['Kgs.', 'KG'],
    ['किलो', 'KG'],
    ['NOS', 'PCS'],
    ['Packet', 'PKT'],
    ['', 'PCS'],
    ['QTL', 'QTL'],
  ])('of the unit may be %j', async (cell, unit) => {
    expect(await one('Unit', cell)).toMatchObject({ unit });
  });

  it.each([
    ['713', '0713'],
    ['07133100', '07133100'],
    ['1905.32', '190532'],
  ])('of HSN %s is %s', async (cell, hsn) => {
    expect(await one('HSN', cell)).toMatchObject({ hsn });
  });

  it('keeps the zeros that a spreadsheet was told to keep, and text that only looks dangerous', async () => {
    expect(await one('SKU', '="00123"')).toMatchObject({ sku: '00123' });
    await office.load('Item,MRP\n@home candles,10\n+ve tonic,10\n-10° ice,10\n');
    expect(office.products().map(({ name }) => name)).toEqual(['+ve tonic', '-10° ice', '@home candles', 'Tea']);
  });

  it('may name several barcodes and a path of categories', async () => {
    expect(await one('Barcode', '8901234567890; SHELF-1')).toMatchObject({ barcodes: '8901234567890 SHELF-1' });
    await office.load('Item,MRP,Category\nMango,10,Food > Fruit\n');
    const categories = await office.handlers['catalogue.categories']({}, office);
    const food = categories.find(({ name }) => name === 'Food');
    expect(categories.find(({ name }) => name === 'Fruit')).toMatchObject({ parentId: food?.id, products: 1 });
  });

  it('of a workbook is what Excel shows, and a formula without a result is none', async () => {
    const cells = [
      ['Item', 'Barcode', 'MRP', 'GST', 'Stock'],
      ['Tea', 8901234567890, 19.989999999999998, 0.18, 12],
      ['Coffee', '', { xml: '><f>C2*2</f>' }, 0.05, 1],
      ['Milk', '', { xml: 't="e"><v>#REF!</v>' }, 0.05, 1],
      ['Curd', '', { xml: '><f>1+1</f><v>40</v>' }, 0.05, 1],
    ];
    const { problems: found } = await office.check(workbook({ One: cells }));
    expect(found.map(({ row, field, code }) => [row, field, code])).toEqual([
      [3, 'mrp', 'formula'],
      [4, 'mrp', 'formula'],
    ]);
    await office.load(workbook({ One: cells }));
    expect(office.products()).toMatchObject([
      { name: 'Curd', price: 4_000, tax: 'GST 5%' },
      { name: 'Tea', price: 1_999, barcodes: '8901234567890', tax: 'GST 18%', stock: 12_000 },
    ]);
  });

  it('of any content is a value or a named problem, never a failure', async () => {
    const printable = (text: string) => [...text].map((each) => (each < ' ' && each !== '\n' ? '?' : each)).join('');
    const cell = fc.string({ unit: 'binary', maxLength: 30 }).map(printable);
    await fc.assert(
      fc.asyncProperty(fc.array(cell, { minLength: 13, maxLength: 13 }), async (cells) => {
        const header = 'name,sku,barcode,price,mrp,cost,unit,category,brand,hsn,tax,stock,reorder';
        const line = cells.map((text) => `"${text.toWellFormed().replaceAll('"', '""')}"`).join(',');
        const check = await office.check(`${header}\nTea,,,1,,,,,,,,,\n${line}\n`);
        expect(check.creates + check.updates + check.unchanged + check.skipped).toBe(check.rows);
        expect(check.problems).toHaveLength(check.skipped);
      }),
      { numRuns: 60 },
    );
  });
});
