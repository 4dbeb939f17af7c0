import { resolve } from 'node:path';
import type { PaperWidth } from '@shared/contract';
import { profileNames } from '@shared/printers';
import { describe, expect, it } from 'vitest';
import { profiles } from '../../../src/main/printing/profiles';
import { paperBill } from '../../support/papers';
import { printed } from './paper';

const folder = resolve(import.meta.dirname, '../../examples/receipts');
const papers = profileNames.flatMap((profile) =>
  ([58, 80] as const).map((width): [typeof profile, PaperWidth] => [profile, width]),
);

/** Thirty-two bytes a line, so that a change can be read. */
const hex = (bytes: Uint8Array): string =>
  Buffer.from(bytes)
    .toString('hex')
    .replace(/.{1,64}/g, '$&\n');

describe.each(papers)('the receipt for %s on %i mm', (profile, width) => {
  it('is byte for byte what was looked at', async () => {
    const { bytes, simulator } = await printed(paperBill(), profile, width);
    await expect(hex(bytes)).toMatchFileSnapshot(`${folder}/${profile}-${width}.hex`);
    await expect(`${simulator.text}\n`).toMatchFileSnapshot(`${folder}/${profile}-${width}.txt`);
  });

  it('is understood by a printer to the last byte, cut once where there is a knife', async () => {
    const { simulator } = await printed(paperBill(), profile, width);
    expect(simulator.unknown).toEqual([]);
    const [paper = []] = simulator.papers;
    const cuts = paper.filter((item) => item.is === 'cut');
    expect(cuts).toEqual(profiles[profile].cut === null ? [] : [{ is: 'cut', how: profiles[profile].cut }]);
  });

  it('carries its number as a code that scanning finds again, within the paper', async () => {
    const { simulator } = await printed(paperBill(), profile, width);
    const code = simulator.papers[0]?.find(
      (item) => item.is === 'barcode' || (item.is === 'qr' && item.data === 'A1/2627/000123'),
    );
    const { dots } = profiles[profile].paper[width];
    // 189 modules of two dots: the narrowest 58 mm paper has no room for them.
    if (dots < 378 && !profiles[profile].drawsQr) expect(code).toBeUndefined();
    else expect(code).toMatchObject({ data: 'A1/2627/000123' });
  });

  it('prints what is on no code page as a picture as wide as the paper', async () => {
    const { simulator } = await printed(paperBill(), profile, width);
    const { dots } = profiles[profile].paper[width];
    const pictures = simulator.papers[0]?.flatMap((item) => (item.is === 'picture' ? [item.picture.width] : [])) ?? [];
    // The total with its ₹, and the words below the UPI code.
    expect(pictures.length).toBeGreaterThanOrEqual(2);
    expect(pictures.every((wide) => wide === dots)).toBe(true);
  });

  it('has accents where the code page has them', async () => {
    expect((await printed(paperBill(), profile, width)).simulator.text).toContain('Crème brûlée');
  });
});
