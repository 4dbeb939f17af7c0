/** A picture of black and white dots, row by row, eight dots to a byte, the first dot in the highest bit; 1 is black. */
export interface Bitmap {
  /** A multiple of eight. */
  readonly width: number;
  readonly height: number;
  readonly bits: Uint8Array;
}

/** The widest logo that the narrowest paper prints, and as high as it is wide. */
export const largestLogo = { width: 384, height: 384 } as const;

/** `384x120:` and the bits in base64: how a logo is stored and sent. */
export function packBitmap({ width, height, bits }: Bitmap): string {
  return `${width}x${height}:${btoa(Array.from(bits, (byte) => String.fromCharCode(byte)).join(''))}`;
}

/** Null for anything that `packBitmap` did not write, or that is larger than a logo may be. */
export function readBitmap(text: string): Bitmap | null {
  const match = /^(\d{1,3})x(\d{1,3}):([A-Za-z0-9+/]+={0,2})$/.exec(text);
  if (!match) return null;
  const [, wide, high, base64 = ''] = match;
  const width = Number(wide);
  const height = Number(high);
  if (width === 0 || height === 0 || width % 8 !== 0) return null;
  if (width > largestLogo.width || height > largestLogo.height) return null;
  if (base64.length % 4 !== 0) return null;
  const bits = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
  return bits.length === (width / 8) * height ? { width, height, bits } : null;
}

/** Whether the dot is black. Outside of the picture everything is paper. */
export function isBlack({ width, height, bits }: Bitmap, x: number, y: number): boolean {
  if (x < 0 || y < 0 || x >= width || y >= height) return false;
  return ((bits[y * (width >> 3) + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) !== 0;
}

/** A picture drawn by asking for each dot. The width is rounded up to whole bytes of paper. */
export function drawBitmap(width: number, height: number, black: (x: number, y: number) => boolean): Bitmap {
  const rowBytes = (width + 7) >> 3;
  const bits = new Uint8Array(rowBytes * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (black(x, y)) bits[y * rowBytes + (x >> 3)] = (bits[y * rowBytes + (x >> 3)] ?? 0) | (0x80 >> (x & 7));
    }
  }
  return { width: rowBytes * 8, height, bits };
}
