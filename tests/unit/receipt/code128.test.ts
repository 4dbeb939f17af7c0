import { code128Modules } from '@shared/codes';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const asText = (modules: readonly boolean[]): string => modules.map((bar) => (bar ? '1' : '0')).join('');

describe('Code 128, set B', () => {
  it('is the code of the standard for a known text', () => {
    // 104 + 48·1 + 42·2 + 42·3 + 17·4 + 18·5 + 19·6 + 35·7 = 879, which leaves 55 of 103: bars 311321.
    const modules = asText(code128Modules('PJJ123C'));
    const start = '11010010000';
    const check = '11101000110';
    const stop = '1100011101011';
    expect(modules.startsWith(start)).toBe(true);
    expect(modules.endsWith(check + stop)).toBe(true);
  });

  it('has eleven modules a character, and thirteen at the end', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 16, unit: 'grapheme-ascii' }), (text) => {
        const modules = code128Modules(text);
        expect(modules).toHaveLength((text.length + 2) * 11 + 13);
        expect([modules[0], modules.at(-1)]).toEqual([true, true]);
      }),
    );
  });

  it('refuses what it cannot encode', () => {
    expect(() => code128Modules('₹')).toThrow(RangeError);
  });
});
