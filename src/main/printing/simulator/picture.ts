import { inflateRawSync } from 'node:zlib';
import { code128Modules } from '@shared/codes';
import { type Bitmap, charactersOf, isBlack } from '@shared/paper';
import { encode as encodeQr } from 'uqr';
import type { Alignment, Letters, PaperItem } from './paper';
import { spleen } from './spleen';

/** Dots of a letter. */
const cell = { width: 12, height: 24 } as const;
/** What a usual line takes, letters and the gap below them. */
const lineHeight = 30;
const recordBytes = 50;

let glyphs: ReadonlyMap<number, Buffer> | undefined;

function glyphOf(char: string): Buffer | undefined {
  if (!glyphs) {
    const data = inflateRawSync(Buffer.from(spleen, 'base64'));
    const found = new Map<number, Buffer>();
    for (let at = 0; at < data.length; at += recordBytes) {
      found.set(data.readUInt16BE(at), data.subarray(at + 2, at + recordBytes));
    }
    glyphs = found;
  }
  return glyphs.get(char.codePointAt(0) ?? 0) ?? glyphs.get(0x25a1) ?? glyphs.get(0x3f);
}

/** The paper as the printer's head would burn it, with a margin of blank paper above and below. */
export function pictureOf(items: readonly PaperItem[], dots: number): Bitmap {
  const heights = items.map(heightOf);
  const margin = 24;
  const height = heights.reduce((sum, each) => sum + each, 2 * margin);
  const rowBytes = dots >> 3;
  const bits = new Uint8Array(rowBytes * height);
  const burn: Burn = (x, y) => {
    if (x < 0 || x >= dots || y < 0 || y >= height) return;
    bits[y * rowBytes + (x >> 3)] = (bits[y * rowBytes + (x >> 3)] ?? 0) | (0x80 >> (x & 7));
  };
  let top = margin;
  items.forEach((item, index) => {
    drawItem(item, dots, top, burn);
    top += heights[index] ?? 0;
  });
  return { width: dots, height, bits };
}

type Burn = (x: number, y: number) => void;

function heightOf(item: PaperItem): number {
  switch (item.is) {
    case 'line':
      return Math.max(1, ...item.letters.map(({ style }) => style.high)) * cell.height + (lineHeight - cell.height);
    case 'picture':
      return item.picture.height;
    case 'qr':
      return qrOf(item.data).length * item.module;
    case 'barcode':
      return item.height;
    case 'cut':
      return 12;
  }
}

function drawItem(item: PaperItem, dots: number, top: number, burn: Burn): void {
  switch (item.is) {
    case 'line':
      drawLine(item.letters, startOf(item.align, widthOfLetters(item.letters), dots), top, burn);
      return;
    case 'picture': {
      const { picture } = item;
      const left = startOf(item.align, picture.width, dots);
      drawDots(picture.width, picture.height, (x, y) => isBlack(picture, x, y), left, top, burn);
      return;
    }
    case 'qr': {
      const modules = qrOf(item.data);
      const size = modules.length * item.module;
      const black = (x: number, y: number) =>
        modules[Math.trunc(y / item.module)]?.[Math.trunc(x / item.module)] === true;
      drawDots(size, size, black, startOf(item.align, size, dots), top, burn);
      return;
    }
    case 'barcode': {
      const modules = code128Modules(item.data);
      const width = modules.length * item.module;
      const black = (x: number) => modules[Math.trunc(x / item.module)] === true;
      drawDots(width, item.height, black, startOf(item.align, width, dots), top, burn);
      return;
    }
    case 'cut':
      for (let x = 0; x < dots; x += 1) if (x % 12 < 6) burn(x, top + 6);
  }
}

const qrOf = (data: string): boolean[][] => encodeQr(data, { ecc: 'M', border: 0, boostEcc: false }).data;

function startOf(align: Alignment, width: number, dots: number): number {
  if (align === 'left') return 0;
  return align === 'right' ? dots - width : (dots - width) >> 1;
}

function drawDots(
  width: number,
  height: number,
  black: (x: number, y: number) => boolean,
  left: number,
  top: number,
  burn: Burn,
): void {
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) if (black(x, y)) burn(left + x, top + y);
}

const widthOfLetters = (letters: readonly Letters[]): number =>
  letters.reduce((sum, { text, style }) => sum + charactersOf(text).length * cell.width * style.wide, 0);

function drawLine(letters: readonly Letters[], start: number, top: number, burn: Burn): void {
  const high = Math.max(1, ...letters.map(({ style }) => style.high));
  let left = start;
  for (const { text, style } of letters) {
    const { wide, bold, inverse, underline } = style;
    // Letters of one line stand on one base line.
    const down = top + (high - style.high) * cell.height;
    for (const char of charactersOf(text)) {
      const glyph = glyphOf(char);
      const lit = (x: number, y: number) => ((glyph?.readUInt16BE(y * 2) ?? 0) & (0x8000 >> x)) !== 0;
      const black = (x: number, y: number) =>
        lit(x, y) || (bold && x > 0 && lit(x - 1, y)) || (underline && y === cell.height - 1);
      const at = (x: number, y: number) => black(Math.trunc(x / wide), Math.trunc(y / style.high)) !== inverse;
      drawDots(cell.width * wide, cell.height * style.high, at, left, down, burn);
      left += cell.width * wide;
    }
  }
}
