import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { AppError } from '@shared/errors';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readTransactions, replayTransactions } from '../../../../src/main/shop/replay';
import type { Store } from '../../../../src/main/store';
import { makeTestShop, type TestShop } from '../../../support/shop-store';

let shop: TestShop;
beforeEach(() => {
  shop = makeTestShop();
});
afterEach(() => shop.dispose());

const header = 'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country';

function fileOf(rows: readonly string[], name = 'sales.csv', head = header): string {
  const path = join(shop.folder, name);
  const text = `\uFEFF${[head, ...rows].join('\r\n')}\r\n`;
  writeFileSync(path, name.endsWith('.gz') ? gzipSync(text) : text);
  return path;
}

async function replay(rows: readonly string[], limit?: number) {
  const store = shop.open();
  const result = await replayTransactions(store, shop.clock, await readTransactions(fileOf(rows), 'GBP', limit));
  return { store, result };
}

const all = (store: Store, text: string) => store.sql<[], Record<string, string | number | null>>(text).all();
const stock = (store: Store) =>
  Object.fromEntries(
    all(store, 'SELECT sku, quantity FROM product JOIN stock_level ON product_id = id').map((row) => [
      row.sku,
      row.quantity,
    ]),
  );

const refused = (call: Promise<unknown>) =>
  call.then(
    () => 'not refused',
    (error: AppError) => error.code,
  );

describe('replaying transactions', () => {
  it('sells invoice by invoice in the order of trade, whatever the order of rows', async () => {
    const { store, result } = await replay([
      '500002,B,BOWL,1,2011-03-02 10:00:00,2.50,17850.0,United Kingdom',
      '500001,A,APRON ,2,2011-03-01 09:00:00,1.25,,France',
      '500002,A,APRON,3,2011-03-02 10:01:00,1.10,17850.0,United Kingdom',
    ]);
    expect(result).toMatchObject({ products: 2, customers: 1, bills: 2, returns: 0, lines: 3 });
    expect(result).toMatchObject({ salesTotal: 830, returnsTotal: 0, total: 830, skipped: [] });
    expect(all(store, 'SELECT number, total, day, customer_name FROM bill ORDER BY sequence')).toEqual([
      { number: 'A1/1011/000001', total: 250, day: '2011-03-01', customer_name: null },
      { number: 'A1/1011/000002', total: 580, day: '2011-03-02', customer_name: 'Customer 17850' },
    ]);
    expect(all(store, 'SELECT reference FROM payment ORDER BY at')).toEqual([
      { reference: '500001' },
      { reference: '500002' },
    ]);
    expect(stock(store)).toEqual({ A: -5000, B: -1000 });
  });

  it('takes goods back on the bill they were sold by when the file has it, and without a bill when not', async () => {
    const { store, result } = await replay([
      '500001,A,APRON,5,2011-03-01 09:00:00,1.25,17850.0,United Kingdom',
      '500002,A,APRON,5,2011-03-02 09:00:00,1.30,17850.0,United Kingdom',
      'C500003,A,APRON,-2,2011-03-03 09:00:00,1.25,17850.0,United Kingdom',
      'C500004,A,APRON,-4,2011-03-04 09:00:00,1.25,17850.0,United Kingdom',
      'C500005,A,APRON,-1,2011-03-05 09:00:00,1.25,,United Kingdom',
    ]);
    expect(result).toMatchObject({ bills: 2, returns: 3, linkedReturns: 1, lines: 5, returnsTotal: -875 });
    expect(all(store, 'SELECT bill_number, reason, total FROM bill_return ORDER BY sequence')).toEqual([
      { bill_number: 'A1/1011/000001', reason: 'Invoice C500003', total: -250 },
      { bill_number: null, reason: 'Invoice C500004', total: -500 },
      { bill_number: null, reason: 'Invoice C500005', total: -125 },
    ]);
    expect(stock(store)).toEqual({ A: -3000 });
  });

  it('leaves nothing out: price 0, no description, corrections, both ways on one invoice, codes in other capitals', async () => {
    const { store, result } = await replay([
      '500001,a,,1,2011-03-01 09:00:00,0.0,,United Kingdom',
      '500001,A,APRON,2,2011-03-01 09:00:00,1.25,,United Kingdom',
      '500002,A,damaged,-4,2011-03-02 09:00:00,0.0,,United Kingdom',
      '500003,A,APRON,3,2011-03-03 09:00:00,2.00,,United Kingdom',
      '500003,A,,-1,2011-03-03 09:00:00,2.00,,United Kingdom',
      '500004,B,BOX,4,2011-03-04 09:00:00,0.0,,United Kingdom',
    ]);
    expect(result).toMatchObject({ products: 3, bills: 3, returns: 2, lines: 6, salesTotal: 850, returnsTotal: -200 });
    expect(stock(store)).toEqual({ a: -1000, A: 0, B: -4000 });
    expect(all(store, 'SELECT sku, name, price FROM product ORDER BY sku')).toEqual([
      { sku: 'A', name: 'APRON', price: 200 },
      { sku: 'B', name: 'BOX', price: 0 },
      { sku: 'a', name: 'a', price: 0 },
    ]);
  });

  it('counts every row it cannot use, with the reason', async () => {
    const { result } = await replay([
      ',A,APRON,1,2011-03-01 09:00:00,1.25,,UK',
      '500001,,APRON,1,2011-03-01 09:00:00,1.25,,UK',
      '500001,A,APRON,0,2011-03-01 09:00:00,1.25,,UK',
      '500001,A,APRON,1.5,2011-03-01 09:00:00,1.25,,UK',
      '500001,A,APRON,one,2011-03-01 09:00:00,1.25,,UK',
      '500001,A,APRON,1,2011-02-30 09:00:00,1.25,,UK',
      '500001,A,APRON,1,2011-03-01 09:00:00,-1.25,,UK',
      '500001,A,APRON,1,2011-03-01 09:00:00,1.255,,UK',
      '500001,A,APRON,1,2011-03-01 09:00:00',
      '500001,A,APRON,1,3/1/2011 9:00,1.25,,UK',
    ]);
    expect(result).toMatchObject({ bills: 1, lines: 1, salesTotal: 125 });
    expect(result.skipped).toEqual([
      { row: 2, reason: 'no InvoiceNo' },
      { row: 3, reason: 'no StockCode' },
      { row: 4, reason: 'Quantity is zero' },
      { row: 5, reason: 'Quantity: too many decimals' },
      { row: 6, reason: 'Quantity: not a number' },
      { row: 7, reason: 'InvoiceDate is no date' },
      { row: 8, reason: 'UnitPrice: negative' },
      { row: 9, reason: 'UnitPrice: too many decimals' },
      { row: 10, reason: 'UnitPrice: not a number' },
    ]);
  });

  it('counts an invoice that the shop refuses, and sells the next one', async () => {
    const tooMany = Array.from({ length: 10_001 }, (_, n) => `500001,S${n},S,1,2011-03-01 09:00:00,1.00,,UK`);
    const { store, result } = await replay([...tooMany, '500002,A,APRON,1,2011-03-02 09:00:00,1.25,,UK']);
    expect(result).toMatchObject({ bills: 1, lines: 1, total: 125 });
    expect(result.skipped).toHaveLength(10_001);
    expect(result.skipped[0]).toEqual({ row: 2, reason: 'refused: too_many_lines' });
    expect(all(store, 'SELECT count(*) AS n FROM cart_line')).toEqual([{ n: 0 }]);
  });

  it('reads gzip and plain text, columns in any order, and the first rows only when asked', async () => {
    const rows = ['1.25,500001,A,"APRON, RED",2,2011-03-01 09:00:00,,UK', '9.99,500002,B,,1,2011-03-01 09:00:00,,UK'];
    const head = 'unitprice,InvoiceNo,StockCode,Description,Quantity,InvoiceDate,CustomerID,Country';
    for (const name of ['sales.csv.gz', 'sales.csv']) {
      const { lines } = await readTransactions(fileOf(rows, name, head), 'GBP', 1);
      expect(lines).toMatchObject([{ description: 'APRON, RED', quantity: 2000, price: 125, customer: null }]);
    }
  });

  it('refuses a file that cannot be read, before anything is made', async () => {
    const row = '500001,A,CAFÉ,1,2011-03-01 09:00:00,1.25,,UK';
    const write = (name: string, bytes: string | Buffer) => {
      const path = join(shop.folder, name);
      writeFileSync(path, bytes);
      return readTransactions(path, 'GBP');
    };
    expect(await refused(readTransactions(join(shop.folder, 'none.csv'), 'GBP'))).toBe('file_unreadable');
    expect(await refused(readTransactions(shop.folder, 'GBP'))).toBe('file_unreadable');
    expect(await refused(write('empty.csv', ''))).toBe('file_format');
    expect(await refused(write('plain.csv.gz', `${header}\n${row}`))).toBe('file_format');
    expect(await refused(write('cut.csv.gz', gzipSync(`${header}\n${row}\n`.repeat(500)).subarray(0, 200)))).toBe(
      'file_format',
    );
    expect(await refused(write('latin1.csv', Buffer.from(`${header}\n${row}`, 'latin1')))).toBe('file_encoding');
    expect(await refused(write('quote.csv', `${header}\n500001,"A,B`))).toBe('file_format');
    expect(await refused(write('columns.csv', 'InvoiceNo,Quantity\n1,2'))).toBe('import_columns');
    expect(existsSync(shop.file)).toBe(false);
  });
});

const realFile = process.env.GALLA_TRANSACTIONS;

describe.skipIf(!realFile)('the Online Retail sample named by GALLA_TRANSACTIONS', () => {
  it('comes to the sums of the file, to the penny', { timeout: 300_000 }, async () => {
    const store = shop.open();
    const transactions = await readTransactions(realFile ?? '', 'GBP');
    expect(await replayTransactions(store, shop.clock, transactions)).toMatchObject({
      lines: 30_000,
      products: 3007,
      salesTotal: 60_192_564,
      returnsTotal: -2_635_097,
      total: 57_557_467,
      skipped: [],
    });
  });
});
