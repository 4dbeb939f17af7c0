import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { gs1CheckDigit } from '@shared/codes';
import { pageUnits, rollSizes, sheets } from '@shared/label-media';
import { type Copies, labelCode, type PlacedLabel, placeLabel } from '@shared/labels';
import { type Bitmap, drawBitmap } from '@shared/paper';
import { beforeAll, describe, expect, it } from 'vitest';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { encodePictures } from '../../../src/main/printing/escpos';
import { drawLabels } from '../../../src/main/printing/labels/dots';
import { sheetPage } from '../../../src/main/printing/labels/pdf';
import { encodeZpl, needsDrawing } from '../../../src/main/printing/labels/zpl';
import { profiles } from '../../../src/main/printing/profiles';
import { PrinterSimulator, pngOf } from '../../../src/main/printing/simulator';
import { encode, facts, item, labelPages, shelf } from '../../support/labels';

const folder = resolve(import.meta.dirname, '../../examples/labels');
const hex = (bytes: Uint8Array): string =>
  Buffer.from(bytes)
    .toString('hex')
    .replace(/.{1,64}/g, '$&\n');

const hindi = facts({ name: 'टाटा टी गोल्ड चायपत्ती ५०० ग्राम', price: '₹285.00', mrp: 'MRP ₹310.00' });
const plain = facts({ name: 'Tea_500 ^gold~ é', price: 'Rs 285.00', mrp: 'MRP Rs 310.00' });
const sku = facts({ code: { type: 'Code 128', text: 'TEA-500' }, date: '' });

const at203 = (of: typeof plain, design = item): PlacedLabel =>
  placeLabel(of, design, { extent: rollSizes['50x25'], perInch: 203 }, encode);

/** The bars that a label printer would draw, from the boxes it is told. */
function barsOf(zpl: string): Bitmap {
  const boxes = [...zpl.matchAll(/\^FO(\d+),(\d+)\^GB(\d+),(\d+),\d+\^FS/g)].map((match) => match.slice(1).map(Number));
  return drawBitmap(400, 200, (x, y) =>
    boxes.some(
      ([left = 0, top = 0, width = 0, height = 0]) => x >= left && x < left + width && y >= top && y < top + height,
    ),
  );
}

async function decoded(picture: Bitmap): Promise<{ text: string; format: string }[]> {
  // White around it, as the edge of the label is on a shelf.
  const framed = drawBitmap(picture.width + 80, picture.height + 80, (x, y) => {
    const [dotX, dotY] = [x - 40, y - 40];
    if (dotX < 0 || dotY < 0 || dotX >= picture.width || dotY >= picture.height) return false;
    return ((picture.bits[dotY * (picture.width >> 3) + (dotX >> 3)] ?? 0) & (0x80 >> (dotX & 7))) !== 0;
  });
  const found = await readBarcodes(new Uint8Array(pngOf(framed)), { tryHarder: true });
  return found.map(({ text, format }) => ({ text, format }));
}

beforeAll(() => {
  const wasm = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
  prepareZXingModule({ overrides: { wasmBinary: readFileSync(wasm).buffer as ArrayBuffer } });
});

describe('the bars of a label', () => {
  const formats = { 'EAN-13': 'EAN13', 'EAN-8': 'EAN8', 'UPC-A': 'EAN13', 'Code 128': 'Code128' } as const;
  const withDigit = (body: string) => `${body}${gs1CheckDigit(body)}`;
  const codes = [
    ...['890103086527', '000000000001', '999999999999', '460123456789'].map(withDigit),
    ...['9638507', '0000001', '7351353'].map(withDigit),
    ...['03600029145', '12345678901'].map(withDigit),
    '8901030865270',
    'TEA-500',
    'a>b^~_\\"',
    '00012345678905',
  ];

  it.each(codes)('read back as %s by a reader that knows nothing of us', async (text) => {
    const code = labelCode({ barcode: text, sku: null });
    if (!code) throw new Error('No code');
    const label = at203(facts({ code }));
    const [dots] = await drawLabels(labelPages(false), [label], 'en');
    if (!dots) throw new Error('Nothing drawn');
    const read = await decoded(dots);
    // A UPC-A is the EAN-13 that begins with 0; readers say one or the other.
    expect(read).toEqual([{ text: code.type === 'UPC-A' ? `0${text}` : text, format: formats[code.type] }]);
  });

  it('read back from the boxes that a label printer is told to draw', async () => {
    for (const code of [
      { type: 'EAN-13', text: '8901030865275' },
      { type: 'Code 128', text: 'TEA-500' },
    ] as const) {
      const zpl = encodeZpl([{ label: at203({ ...plain, code }), copies: 1, drawn: null }]);
      const read = await decoded(barsOf(new TextDecoder().decode(zpl)));
      expect(read.map((each) => each.text)).toEqual([code.text]);
    }
  });
});

describe('ZPL', () => {
  it('is byte for byte what was looked at', async () => {
    const labels = [at203(plain), at203(plain, shelf)];
    const zpl = encodeZpl(labels.map((label, index) => ({ label, copies: index + 2, drawn: null })));
    await expect(new TextDecoder().decode(zpl)).toMatchFileSnapshot(`${folder}/plain.zpl`);
    const drawn = [at203(hindi), at203(sku, shelf)];
    expect(drawn.map(needsDrawing)).toEqual([true, true]);
    const pictures = await drawLabels(labelPages(true), drawn, 'hi');
    const withPictures = encodeZpl(drawn.map((label, index) => ({ label, copies: 1, drawn: pictures[index] ?? null })));
    await expect(new TextDecoder().decode(withPictures)).toMatchFileSnapshot(`${folder}/drawn.zpl`);
  });

  it('hides the signs of its own commands in a name, and leaves copies to the printer', () => {
    const zpl = new TextDecoder().decode(encodeZpl([{ label: at203(plain), copies: 250, drawn: null }]));
    expect(zpl).toContain('^FDTea_5F500 _5Egold_7E é^FS');
    expect(zpl.match(/\^XA/g)).toHaveLength(1);
    expect(zpl).toContain('^PQ250,0,1,N');
  });

  it('sends as a picture only the lines whose letters the printer lacks', async () => {
    const label = at203(facts({ name: 'नमकीन', price: 'Rs 20.00', mrp: 'MRP Rs 20.00' }));
    const [drawn = null] = await drawLabels(labelPages(true), [label], 'hi');
    const zpl = new TextDecoder().decode(encodeZpl([{ label, copies: 1, drawn }]));
    expect(zpl.match(/\^GFA/g)).toHaveLength(1);
    expect(zpl).toContain('^FDRs 20.00^FS');
    const [, total, rowBytes, data = ''] = /\^GFA,(\d+),\1,(\d+),([0-9A-F]+)\^FS/.exec(zpl) ?? [];
    expect(data).toHaveLength(Number(total) * 2);
    expect(Number(total) % Number(rowBytes)).toBe(0);
    expect(() => encodeZpl([{ label, copies: 1, drawn: null }])).toThrow('drawn first');
  });
});

describe('labels on a receipt printer', () => {
  it.each(['generic80', 'generic58', 'epson180'] as const)(
    'are pictures that %s understands, one cut each',
    async (profile) => {
      const { perInch } = profiles[profile];
      const label = placeLabel(hindi, item, { extent: rollSizes['38x25'], perInch }, encode);
      const [picture] = await drawLabels(labelPages(true), [label], 'hi');
      if (!picture) throw new Error('Nothing drawn');
      const bytes = encodePictures([picture, picture], { profile: profiles[profile], width: 58 });
      await expect(hex(bytes)).toMatchFileSnapshot(`${folder}/${profile}.hex`);
      const simulator = new PrinterSimulator(profiles[profile], 58);
      simulator.connect({ answer: () => {}, drop: () => {} }).receive(bytes);
      expect(simulator.unknown).toEqual([]);
      const parts = simulator.papers.flat().map((part) => part.is);
      expect(parts.filter((is) => is === 'picture')).toHaveLength(2);
      expect(parts.filter((is) => is === 'cut')).toHaveLength(profiles[profile].cut === null ? 0 : 2);
    },
  );
});

describe('a sheet of labels', () => {
  it('has as many pages as sheets, every copy, and names escaped', () => {
    const label = placeLabel(
      facts({ name: '<b>Tea & "milk"</b>' }),
      item,
      { extent: sheets.a4x21, perInch: pageUnits },
      encode,
    );
    const items: Copies<PlacedLabel>[] = [{ label, copies: 30 }];
    const { body } = sheetPage(items, sheets.a4x21, 20, { language: 'en', title: 'Asha' });
    expect(body.match(/class="sheet"/g)).toHaveLength(3);
    expect(body.match(/&lt;b&gt;Tea &amp; &quot;milk&quot;&lt;\/b&gt;/g)).toHaveLength(30);
  });

  it('draws labels by the thousand on few hidden pages', async () => {
    const pages = labelPages(false);
    const label = at203(hindi);
    expect(await drawLabels(pages, Array(100).fill(label), 'hi')).toHaveLength(100);
    expect(pages.bodies.length).toBeLessThanOrEqual(6);
  });
});
