import { drawBitmap, isBlack, packBitmap, readBitmap } from '@shared/paper';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

describe('a logo', () => {
  it('comes back from its text dot by dot', () => {
    const dots = fc.tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 20 }), fc.integer());
    fc.assert(
      fc.property(dots, ([width, height, seed]) => {
        const black = (x: number, y: number) => ((x * 31 + y * 17 + seed) & 3) === 0;
        const picture = readBitmap(packBitmap(drawBitmap(width, height, black)));
        expect(picture).not.toBeNull();
        for (let y = 0; y < height; y++) {
          for (let x = 0; x < width; x++) expect(picture && isBlack(picture, x, y)).toBe(black(x, y));
        }
      }),
    );
  });

  it.each(['', '8x1', '8x1:', '7x1:AA==', '8x2:AA==', '392x1:AA==', '8x1:AA=', '8x0:', 'https://x/y.png', '8x1:<svg>'])(
    'is refused when it is no logo: %j',
    (text) => expect(readBitmap(text)).toBeNull(),
  );
});
