import { mkdirSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importLimits } from '../../../src/main/shop/imports';
import { detectDelimiter } from '../../../src/main/shop/imports/file/delimiter';
import { readRows } from '../../../src/main/shop/imports/source';
import { type ImportOffice, openImportOffice } from '../../support/importing';
import { sheetXml, workbook, workbookParts, zip } from '../../support/xlsx';

let office: ImportOffice;
beforeAll(async () => {
  office = await openImportOffice();
});
afterAll(() => office.shop.dispose());

const table = 'Item Name,MRP,Barcode\nमसूर दाल 1 kg,120.00,8901234567890\nCafé crème,45.50,\n';
const utf16 = (text: string, big: boolean) => {
  const bytes = Buffer.from(text, 'utf16le');
  return big ? bytes.swap16() : bytes;
};
const refuses = (content: string | Buffer, code: string, params: Record<string, unknown> = {}) =>
  expect(office.look(content)).rejects.toMatchObject({ code, params });

describe('how a text file is written', () => {
  it.each([
    ['UTF-8', Buffer.from(table), 'utf-8'],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${table}`), 'utf-8'],
    ['UTF-16 LE with a mark', utf16(`\ufeff${table}`, false), 'utf-16le'],
    ['UTF-16 BE with a mark', utf16(`\ufeff${table}`, true), 'utf-16be'],
    ['UTF-16 LE without a mark', utf16('Item,MRP\nTea leaf,10\nCoffee,20\n', false), 'utf-16le'],
    ['UTF-16 BE without a mark', utf16('Item,MRP\nTea leaf,10\nCoffee,20\n', true), 'utf-16be'],
    ['windows-1252', Buffer.from('Item,MRP\nCaf\xe9,10\n', 'latin1'), 'windows-1252'],
  ])('is found out: %s', async (_what, bytes, encoding) => {
    expect(await office.look(bytes)).toMatchObject({ encoding, delimiter: ',', headerRow: 1 });
  });

  it('shows what was read, so that a wrong guess is seen and corrected', async () => {
    const preview = await office.look(Buffer.from('Item,MRP\nCaf\xe9,10\n', 'latin1'));
    expect(preview.sample).toEqual([['Café', '10']]);
    await expect(office.desk.reread({ token: preview.token, encoding: 'utf-8' })).rejects.toMatchObject({
      code: 'file_encoding',
    });
    const wide = await office.desk.reread({ token: preview.token, delimiter: ';' });
    expect(wide.columns).toEqual(['Item,MRP']);
  });

  it('is judged by the whole file, not by its beginning', async () => {
    const tail = Buffer.concat([
      Buffer.from(`Item,MRP\n${'Tea,10\n'.repeat(200_000)}`),
      Buffer.from('Caf\xe9,1\n', 'latin1'),
    ]);
    expect(await office.look(tail)).toMatchObject({ encoding: 'windows-1252' });
  });

  it('is UTF-8 wherever a chunk of the file happens to end', async () => {
    for (const shift of [0, 1, 2, 3]) {
      const text = `Item,MRP\n${'x'.repeat(shift)}${'दाल,10\n'.repeat(150_000)}`;
      expect(await office.look(text)).toMatchObject({ encoding: 'utf-8' });
    }
  });

  it.each([
    [',', 'a,b,c\n1,2,3\n4,5,6'],
    [';', 'a;b;c\n1,5;2;3\n1,7;2;3'],
    ['\t', 'a\tb, c\td\n1\t2\t3'],
    ['|', 'a|b|c\n1|2|3'],
    [';', '"a;b";"c,d";e\n"1,1,1";2;3'],
    [',', 'one column\nonly'],
    [',', ''],
  ])('has its cells apart by %j', (delimiter, text) => {
    expect(detectDelimiter(text)).toBe(delimiter);
  });
});

describe('what is no file of products', () => {
  it('is refused by name: an empty file, a folder, a missing file', async () => {
    await refuses('', 'file_format', { reason: 'empty' });
    await refuses(' \n\n , ,\n', 'file_format', { reason: 'empty' });
    mkdirSync(join(office.shop.folder, 'folder'));
    await expect(office.desk.open(join(office.shop.folder, 'folder'))).rejects.toMatchObject({
      code: 'file_unreadable',
      params: { reason: 'EISDIR' },
    });
    await expect(office.desk.open(join(office.shop.folder, 'none'))).rejects.toMatchObject({
      code: 'file_unreadable',
      params: { reason: 'ENOENT' },
    });
  });

  it('is refused by name: pictures, old Excel, junk', async () => {
    await refuses(Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x10', 'latin1'), 'file_format', {
      reason: 'binary',
    });
    await refuses(Buffer.from('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'latin1'), 'file_format', { reason: 'old_excel' });
    await refuses(Buffer.alloc(2000, 7), 'file_format', { reason: 'binary' });
    await refuses(`Item,MRP\n"Tea,10\n${'x\n'.repeat(200_000)}`, 'file_format', { reason: 'quote' });
  });

  it('is refused when it is beyond what is read, with the limit', async () => {
    const path = office.write('Item,MRP\n', 'huge.csv');
    truncateSync(path, importLimits.csvBytes + 1);
    await expect(office.desk.open(path)).rejects.toMatchObject({
      code: 'file_too_large',
      params: { limit: importLimits.csvBytes, unit: 'bytes' },
    });
    await refuses(`${'a,'.repeat(500)}\n`, 'file_too_large', { limit: importLimits.columns, unit: 'columns' });
  });
});

describe('a text file', () => {
  const rowsOf = async (text: string) => {
    const path = office.write(text);
    const source = {
      path,
      fingerprint: { bytes: 0, modified: 0 },
      format: 'csv',
      encoding: 'utf-8',
      delimiter: ',',
    } as const;
    const rows: unknown[] = [];
    for await (const { row, cells } of readRows(source)) rows.push([row, ...cells]);
    return rows;
  };

  it('keeps quotes, line breaks and ragged rows as they are, and counts rows as a spreadsheet does', async () => {
    expect(await rowsOf('a,"b ""c"" d","e\nf"\n\n1\n 5" pipe ,x,y,z\r\nlast')).toEqual([
      [1, 'a', 'b "c" d', 'e\nf'],
      [3, '1'],
      [4, ' 5" pipe ', 'x', 'y', 'z'],
      [5, 'last'],
    ]);
  });

  it('gives back any cells that were written into it', async () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'द', ',', '"', '\n', ' ', ';'), maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }),
        async (rows) => {
          const filled = rows.map((cells) => ['x', ...cells]);
          const text = filled
            .map((cells) => cells.map((each) => `"${each.replaceAll('"', '""')}"`).join(','))
            .join('\n');
          expect(await rowsOf(text)).toEqual(filled.map((cells, index) => [index + 1, ...cells]));
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe('a workbook', () => {
  it('is read sheet by sheet, with the texts, numbers and results that Excel shows', async () => {
    const content = workbook({
      Notes: [['nothing here']],
      'Price & list': [
        ['Item', 'Rate', 'Barcode', 'GST'],
        ['मसूर <दाल>', 19.989999999999998, 8901234567890, 0.05],
        [
          null,
          { xml: 't="str"><f>A2&amp;"x"</f><v>Tea &amp; co</v>' },
          { xml: 't="e"><v>#N/A</v>' },
          { xml: '><f>1+1</f>' },
        ],
        [{ xml: 't="inlineStr"><is><t>in_x000A_line</t></is>' }, { xml: 't="b"><v>1</v>' }],
      ],
    });
    const first = await office.look(content);
    expect(first).toMatchObject({ format: 'xlsx', sheets: ['Notes', 'Price & list'], sheet: 'Notes', encoding: null });
    const preview = await office.desk.reread({ token: first.token, sheet: 'Price & list' });
    expect(preview.columns).toEqual(['Item', 'Rate', 'Barcode', 'GST']);
    expect(preview.mapping).toEqual(['name', 'price', 'barcode', 'tax']);
    expect(preview.sample).toEqual([
      ['मसूर <दाल>', '19.99', '8901234567890', '0.05'],
      ['', 'Tea & co', '#N/A', '='],
      ['in\nline', 'TRUE', '', ''],
    ]);
    await expect(office.desk.reread({ token: first.token, sheet: 'Nowhere' })).rejects.toMatchObject({
      params: { reason: 'no_sheet' },
    });
  });

  it('may put prefixes, runs of text, reading aids and absolute paths into its XML', async () => {
    const parts = workbookParts({ One: [['x']] });
    const content = zip({
      ...parts,
      'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Target='/xl/worksheets/sheet1.xml' Id='rId1' /></Relationships>`,
      'xl/sharedStrings.xml':
        '<x:sst><x:si><x:r><x:t>To</x:t></x:r><x:r><x:t xml:space="preserve">ast </x:t></x:r><x:rPh><x:t>no</x:t></x:rPh></x:si></x:sst>',
      'xl/worksheets/sheet1.xml':
        '<!-- > --><x:worksheet><x:sheetData><x:row><x:c t="s" note="a>b"><x:v>0</x:v></x:c><x:c><x:v><![CDATA[5]]></x:v></x:c></x:row></x:sheetData></x:worksheet>',
    });
    expect(await office.look(content)).toMatchObject({ columns: ['A', 'B'], sample: [['Toast ', '5']] });
  });

  it('is refused when it is damaged, has a password, or declares entities', async () => {
    const good = workbook({ One: [['Item']] });
    await refuses(good.subarray(0, good.length - 30), 'file_format', { reason: 'damaged' });
    const flipped = Buffer.from(good);
    flipped[60] = (flipped[60] ?? 0) ^ 0xff;
    await refuses(flipped, 'file_format', { reason: 'damaged' });
    await refuses(zip({ 'readme.txt': 'no workbook' }), 'file_format', { reason: 'damaged' });
    const parts = workbookParts({ One: [['Item']] });
    const bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]><worksheet/>';
    await refuses(zip({ ...parts, 'xl/worksheets/sheet1.xml': bomb }), 'file_format', { reason: 'damaged' });
    const locked = Buffer.from(good);
    for (
      let at = locked.indexOf('PK\x01\x02', 0, 'latin1');
      at >= 0;
      at = locked.indexOf('PK\x01\x02', at + 1, 'latin1')
    ) {
      locked[at + 8] = 1;
    }
    await refuses(locked, 'file_format', { reason: 'password' });
  });

  it('is refused when it would unpack to more than is read, whether it says so or not', async () => {
    const parts = workbookParts({ One: [['Item']] });
    const limit = { limit: importLimits.xlsxUnpackedBytes, unit: 'bytes' };
    const huge = Buffer.alloc(importLimits.xlsxUnpackedBytes + 1, ' ');
    await refuses(zip({ ...parts, 'xl/worksheets/sheet1.xml': huge }), 'file_too_large', limit);
    await refuses(zip({ ...parts, 'xl/worksheets/sheet1.xml': ' '.repeat(10_000_000) }, 1000), 'file_too_large', limit);
  });

  it('costs nothing for the corners it is formatted to', async () => {
    const strings: string[] = [];
    const sheet = sheetXml(
      [
        ['Item', 'MRP'],
        ['Tea', 10],
      ],
      strings,
    ).replace('</sheetData>', '<row r="1048576"><c r="XFD1048576" s="1"/></row></sheetData>');
    const parts = workbookParts({
      One: [
        ['Item', 'MRP'],
        ['Tea', 10],
      ],
    });
    expect(await office.look(zip({ ...parts, 'xl/worksheets/sheet1.xml': sheet }))).toMatchObject({
      columns: ['Item', 'MRP'],
      sample: [['Tea', '10']],
    });
    const wide = sheet.replace('<c r="XFD1048576" s="1"/>', '<c r="XFD1048576"><v>1</v></c>');
    await refuses(zip({ ...parts, 'xl/worksheets/sheet1.xml': wide }), 'file_too_large', { unit: 'columns' });
  });
});
