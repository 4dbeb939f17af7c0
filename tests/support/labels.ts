import type { LabelCode, LabelDesign, LabelFacts, PlacedLabel, Runs } from '@shared/labels';
import bwip from 'bwip-js/node';
import type { PagePort } from '../../src/main/printing';

export const shelf: LabelDesign = { kind: 'shelf', bars: true, packedOn: null };
export const item: LabelDesign = { kind: 'item', bars: true, packedOn: '2026-11-21' };

export const facts = (fields: Partial<LabelFacts> = {}): LabelFacts => ({
  name: 'Tata Tea Gold 500 g',
  price: '₹285.00',
  unitPrice: '',
  mrp: 'MRP ₹310.00',
  date: 'Packed 21 Nov 2026',
  code: { type: 'EAN-13', text: '8901030865275' },
  ...fields,
});

/** The bars of a code, as main has them made. */
export function encode({ type, text }: LabelCode): Runs {
  const names = { 'EAN-13': 'ean13', 'EAN-8': 'ean8', 'UPC-A': 'upca', 'Code 128': 'code128' } as const;
  const [row] = bwip.raw({ bcid: names[type], text });
  if (!row || !('sbs' in row)) throw new Error('No bars');
  return row.sbs;
}

/** Stands in for the hidden window: white paper, or squares of four dots where letters would be drawn. */
export function labelPages(isDrawn: boolean): PagePort & { readonly bodies: string[] } {
  const bodies: string[] = [];
  return {
    bodies,
    async picture({ body }, width) {
      bodies.push(body);
      const height = [...body.matchAll(/<svg class="label" width="\d+" height="(\d+)"/g)].reduce(
        (sum, [, each]) => sum + Number(each),
        0,
      );
      const grey = new Uint8Array(width * height).fill(255);
      if (isDrawn) for (let dot = 0; dot < grey.length; dot++) grey[dot] = ((dot % width) >> 2) % 2 === 0 ? 0 : 255;
      return { width, height, grey };
    },
    async pdf({ body }) {
      bodies.push(body);
      return Buffer.from('%PDF-1.7\n');
    },
  };
}

/** What lies outside of the label, or on something else; empty when all is well. */
export function trespasses({ width, height, parts }: PlacedLabel): string[] {
  const found: string[] = [];
  for (const [index, a] of parts.entries()) {
    const numbers = [a.x, a.y, a.width, a.height];
    if (numbers.some((each) => !Number.isInteger(each) || each < 0)) found.push(`${index} is not whole: ${numbers}`);
    if (a.width === 0 || a.height === 0) found.push(`${index} is nothing`);
    if (a.x + a.width > width || a.y + a.height > height) found.push(`${index} is outside`);
    for (const [other, b] of parts.slice(0, index).entries()) {
      const beside = a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
      if (!beside) found.push(`${index} is on ${other}`);
    }
  }
  return found;
}
