import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ExportFormat } from '@shared/contract';
import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Store } from '../../../../src/main/store';
import { foundShop, openCounter } from '../../../support/counter';
import { openReports } from '../../../support/reports';
import { makeTestShop, type TestShop } from '../../../support/shop-store';

let shop: TestShop;
let store: Store;
const names = ['=HYPERLINK("http://x","y")', '@SUM(1)', '+91 12', '-2+3', 'Soap, "soft" & <new>', 'साबुन'];
const id = (n: number) => `00000000-0000-7000-8000-00000000000${n}`;

beforeEach(() => {
  shop = makeTestShop();
  store = shop.open();
  foundShop(store, { products: names.map((name, n) => ({ id: id(n), name, sku: `S${n}` })) });
  const counter = openCounter(store);
  for (const [n] of names.entries()) counter.add(id(n), 2000);
  const { id: cart, revision, totals } = counter.cart();
  counter.complete(cart, revision, [['cash', totals.total]]);
});
afterEach(() => shop.dispose());

async function saved(format: ExportFormat, name = `report.${format}`): Promise<Buffer> {
  const file = join(shop.folder, name);
  const { desk } = openReports(store, { chooseReportFile: async () => file });
  await desk.export({ report: 'products', format });
  desk.close();
  return readFileSync(file);
}

it('no cell of a CSV begins as a formula does, and numbers are plain', async () => {
  const [head = [], ...rows]: string[][] = parse(await saved('csv'), { bom: true });
  expect(head).toEqual(['Product', 'SKU', 'Sold', 'Returned', 'Unit', 'Before tax', 'Tax', 'With tax']);
  expect(rows.map(([name]) => name).sort()).toEqual(
    names.map((name) => (/^[=+\-@]/.test(name) ? `'${name}` : name)).sort(),
  );
  expect(rows.map((row) => [row[2], row[7]])).toEqual(names.map(() => ['2', '20.00']));
});

it('a workbook has texts as inline strings and numbers as numbers, the sums in its last row', async () => {
  const parts = unzipSync(await saved('xlsx'));
  expect(Object.keys(parts).sort()).toEqual([
    '[Content_Types].xml',
    '_rels/.rels',
    'xl/_rels/workbook.xml.rels',
    'xl/styles.xml',
    'xl/workbook.xml',
    'xl/worksheets/sheet1.xml',
  ]);
  const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
  expect(sheet).not.toContain('<f>');
  expect(sheet).toContain('<is><t xml:space="preserve">=HYPERLINK(&#34;http://x&#34;,&#34;y&#34;)</t></is>');
  expect(sheet).toContain('Soap, &#34;soft&#34; &#38; &#60;new&#62;');
  // Before tax, and with it: these goods have none.
  expect(sheet.match(/<v>20\.00<\/v>/g)).toHaveLength(2 * names.length);
  expect(sheet.split('<row>').at(-1)).toContain('<v>120.00</v>');
});

it('what cannot be written is refused, and nothing of it stays', async () => {
  mkdirSync(join(shop.folder, 'taken'));
  await expect(saved('csv', 'taken')).rejects.toMatchObject({ code: 'file_not_written' });
  expect(readdirSync(shop.folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  expect(existsSync(join(shop.folder, 'taken'))).toBe(true);
});

it('who cancels the dialog gets no file', async () => {
  const { desk } = openReports(store);
  expect(await desk.export({ report: 'products', format: 'csv' })).toEqual({ file: null, shortened: null });
  desk.close();
});
