import { readBarcode } from '../codes';

/** What is drawn as bars, and what it says. */
export interface LabelCode {
  readonly type: 'EAN-13' | 'EAN-8' | 'UPC-A' | 'Code 128';
  readonly text: string;
}

/** The characters that a scanner types as they are. Control characters would be keys pressed at the counter. */
const printable = /^[\x20-\x7e]{1,80}$/;

/**
 * The code of a product: its barcode, else its SKU. A barcode whose check digit is right is printed as what it is; every other one
 * (a wrong check digit, the shop's own number, letters) as Code 128 of its text, which reads back as exactly what is stored. Null
 * where there is neither, or only what no barcode can say.
 */
export function labelCode({ barcode, sku }: { barcode: string | null; sku: string | null }): LabelCode | null {
  for (const text of [barcode, sku]) {
    if (text === null || !printable.test(text)) continue;
    const read = barcode === text ? readBarcode(text) : null;
    const type = read?.ok === true ? read.value.type : 'Code 128';
    if (type === 'EAN-13' || type === 'EAN-8' || type === 'UPC-A') return { type, text };
    return { type: 'Code 128', text };
  }
  return null;
}

/** Modules of white that a scanner needs before and after the bars (GS1 General Specifications 5.2.3 and 5.4.5). */
export const quietZones: Readonly<Record<LabelCode['type'], readonly [number, number]>> = {
  'EAN-13': [11, 7],
  'EAN-8': [7, 7],
  'UPC-A': [9, 9],
  'Code 128': [10, 10],
};
