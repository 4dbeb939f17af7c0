import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readTransactions, replayTransactions } from '../../../../src/main/shop/replay';
import type { Store } from '../../../../src/main/store';
import { type RawFigures, type RawSums, rawFigures } from '../../../support/raw-transactions';
import { openReports } from '../../../support/reports';
import { makeTestShop, type TestShop } from '../../../support/shop-store';

/** A file of real transactions to be held against too; a small made one always is. */
const real = process.env.GALLA_TRANSACTIONS;

let shop: TestShop;
beforeEach(() => {
  shop = makeTestShop();
});
afterEach(() => shop.dispose());

/** Untidy as files are: scattered lines, quoted names, cancellations with and without their sale, goods for nothing. */
function madeFile(): string {
  let state = 7;
  const below = (n: number) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % n;
  };
  const two = (n: number) => String(n).padStart(2, '0');
  const invoices = Array.from({ length: 160 }, (_, n) => {
    const time = `2011-${two(9 + (n % 3))}-${two(1 + below(28))} ${two(7 + below(13))}:${two(below(60))}:00`;
    const customer = below(4) === 0 ? '' : `${12_000 + below(20)}.0`;
    const cancels = below(8) === 0;
    return Array.from({ length: 1 + below(6) }, () => {
      const product = below(30);
      const price = below(20) === 0 ? '0.0' : `${1 + (product % 9)}.${two(below(2) * 25)}`;
      const pieces = cancels || below(40) === 0 ? -1 - below(3) : 1 + below(12);
      const name = product % 5 === 0 ? `"BOX, ""SMALL"" ${product}"` : `GOODS ${product}`;
      return `${cancels ? 'C' : ''}${540_000 + n},S${product},${name},${pieces},${time},${price},${customer},United Kingdom`;
    });
  });
  const rows = invoices.flat().sort((a, b) => (a.slice(-40) < b.slice(-40) ? -1 : 1));
  const file = join(shop.folder, 'made.csv');
  writeFileSync(
    file,
    `InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n${rows.join('\n')}\n`,
  );
  return file;
}

const whole = { from: '2000-01-01', to: '2030-12-31' };
const bySums = ({ bills, sales, returned }: RawSums) => ({ bills, sales, returned, net: sales + returned });

async function replayed(file: string): Promise<{ store: Store; raw: RawFigures }> {
  const store = shop.open();
  await replayTransactions(store, shop.clock, await readTransactions(file, 'GBP'));
  return { store, raw: rawFigures(file) };
}

const files: [name: string, fileOf: () => string][] = [['a made file', madeFile]];
if (real !== undefined) files.push(['the file of real transactions', () => real]);

describe.each(files)('the reports of %s', (_, fileOf) => {
  it('come to what the rows of the file come to, added up without Galla', { timeout: 300_000 }, async () => {
    const { store, raw } = await replayed(fileOf());
    const { read, desk } = openReports(store);
    const total = [...raw.days.values()].reduce((sum, day) => sum + day.sales + day.returned, 0);

    const days = await read({ report: 'days', ...whole });
    expect(
      Object.fromEntries(
        days.rows.map(({ day, bills, sales, returned, net }) => [day, { bills, sales, returned, net }]),
      ),
    ).toEqual(Object.fromEntries([...raw.days].map(([day, sums]) => [day, bySums(sums)])));
    expect(days.totals).toMatchObject({ bills: raw.bills, net: total });

    const hours = await read({ report: 'hours', ...whole });
    expect(
      Object.fromEntries(
        hours.rows.map(({ hour, bills, sales, returned, net }) => [hour, { bills, sales, returned, net }]),
      ),
    ).toEqual(Object.fromEntries([...raw.hours].map(([hour, sums]) => [hour, bySums(sums)])));

    const products = await read({ report: 'products', ...whole });
    expect(
      Object.fromEntries(products.rows.map(({ sku, sold, back, total: net }) => [sku, { sold, back, net }])),
    ).toEqual(
      Object.fromEntries(
        [...raw.products].map(([code, { sold, back, net }]) => [code, { sold: sold * 1000, back: back * 1000, net }]),
      ),
    );
    expect(products.totals.total).toBe(total);
    expect(products.roundOff).toBe(0);

    const customers = await read({ report: 'customers', ...whole });
    expect(
      Object.fromEntries(
        customers.rows.map(({ customer, bills, sales, returned, net }) => [
          customer ?? '',
          { bills, sales, returned, net },
        ]),
      ),
    ).toEqual(Object.fromEntries([...raw.customers].map(([name, sums]) => [name, bySums(sums)])));

    const stock = await read({ report: 'stock' });
    expect(Object.fromEntries(stock.rows.map(({ sku, onHand }) => [sku, onHand]))).toEqual(
      Object.fromEntries([...raw.products].map(([code, { sold, back }]) => [code, (back - sold) * 1000])),
    );

    const returns = await read({ report: 'returns', ...whole });
    const returned = [...raw.days.values()].reduce((sum, day) => sum + day.returned, 0);
    expect(returns.rows).toHaveLength(raw.notes);
    expect(returns.totals.amount).toBe(returned);

    expect((await read({ report: 'categories', ...whole })).totals.total).toBe(total);
    expect((await read({ report: 'brands', ...whole })).totals.total).toBe(total);
    expect((await read({ report: 'cashiers', ...whole })).totals).toMatchObject({ bills: raw.bills, net: total });
    expect((await read({ report: 'payments', ...whole })).totals.kept).toBe(total);
    expect((await read({ report: 'taxes', ...whole })).rows).toEqual([]);
    expect((await read({ report: 'hsn', ...whole })).rows).toEqual([]);
    for (const [day, { sales, returned: back, bills, notes }] of [...raw.days].slice(0, 20)) {
      const book = await read({ report: 'daybook', to: day });
      expect(book.rows).toHaveLength(bills + notes);
      expect(book.totals.cash).toBe(sales + back);
    }

    // A file says what the screen says.
    const file = join(shop.folder, 'products.csv');
    const exporting = openReports(store, { chooseReportFile: async () => file });
    await exporting.desk.export({ report: 'products', ...whole, format: 'csv' });
    const lines: unknown[][] = parse(readFileSync(file), { bom: true });
    expect(lines).toHaveLength(raw.products.size + 1);
    const pence = lines.slice(1).map((line) => Math.round(Number(line.at(-1)) * 100));
    expect(pence.reduce((sum, amount) => sum + amount, 0)).toBe(total);
    exporting.desk.close();
    desk.close();
  });
});
