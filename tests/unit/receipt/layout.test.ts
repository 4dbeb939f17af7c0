import { type Block, layOut, type PaperLine, plainText, widthOf, withUnits } from '@shared/paper';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const linesOf = (blocks: readonly Block[], columns: number): PaperLine[] =>
  layOut(blocks, columns).filter((part) => part.is === 'line');
const textsOf = (blocks: readonly Block[], columns: number): string[] =>
  linesOf(blocks, columns).map(({ text }) => text);

const words = fc.array(fc.string({ minLength: 1, maxLength: 30, unit: 'grapheme-ascii' }), { maxLength: 8 });
const name = words.map((all) => all.join(' '));
const figure = fc.integer({ min: 0, max: 99_999_999 }).map((value) => `${value}.00`);
const size = fc.constantFrom('normal', 'large');
const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ is: fc.constant('text'), text: name, align: fc.constantFrom('start', 'center', 'end'), size }),
  fc.record({ is: fc.constant('pair'), name, value: figure, size }),
  fc.array(fc.tuple(name, figure, figure), { maxLength: 5 }).map((rows) => ({
    is: 'table' as const,
    wordy: true as const,
    head: ['Item', 'Rate', 'Amount'],
    rows,
  })),
);

describe('a paper laid out', () => {
  it('is never wider than the paper, whatever stands on it', () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 6 }), fc.constantFrom(30, 32, 42, 48), (blocks, columns) => {
        for (const line of linesOf(blocks, columns)) {
          expect(widthOf(line.text) * (line.large ? 2 : 1)).toBeLessThanOrEqual(columns);
        }
      }),
    );
  });

  it('never cuts or breaks a figure: it ends a line, whole', () => {
    fc.assert(
      fc.property(name, figure, size, fc.constantFrom(30, 32, 48), (text, value, sized, columns) => {
        const lines = textsOf([{ is: 'pair', name: text, value, size: sized }], columns);
        expect(lines.filter((line) => line.endsWith(value))).not.toEqual([]);
      }),
    );
  });

  it('loses no letter of a name that wraps', () => {
    fc.assert(
      fc.property(name, fc.constantFrom(16, 32, 48), (text, columns) => {
        const lines = textsOf([{ is: 'text', text, align: 'start' }], columns);
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
      }),
    );
  });

  it('keeps a letter with its marks in one column and in one line', () => {
    expect(textsOf([{ is: 'text', text: 'किकिकि', align: 'start' }], 2)).toEqual(['किकि', 'कि']);
  });

  it('keeps a number and its unit on one line where they fit', () => {
    const texts = (text: string, columns: number) => textsOf([{ is: 'text', text, align: 'start' }], columns);
    expect(texts('Basmati Rice 1 kg', 14)).toEqual(['Basmati Rice', '1 kg']);
    expect(texts('चावल 1.5 किग्रा', 9)).toEqual(['चावल', '1.5 किग्रा']);
    expect(texts('1 kg', 3)).toEqual(['1', 'kg']);
    expect(withUnits('Ghee 1 L tin 500 ml')).toBe('Ghee 1\u00a0L tin 500\u00a0ml');
  });

  it('gives names lines of their own where the paper is too narrow for both', () => {
    const table: Block = {
      is: 'table',
      wordy: true,
      head: ['Item', 'Qty', 'Rate', 'Amount'],
      rows: [['Basmati rice extra long grain', '1.25 kg', '620.00', '775.00']],
    };
    expect(textsOf([table], 32).slice(1)).toEqual([
      'Basmati rice extra long grain',
      '           1.25 kg 620.00 775.00',
    ]);
    expect(textsOf([table], 48).slice(1)).toEqual(['Basmati rice extra long  1.25 kg  620.00  775.00', 'grain']);
  });

  it('prints a large figure in normal letters rather than cutting it', () => {
    const [line] = linesOf([{ is: 'pair', name: 'TOTAL', value: '12,34,56,789.00', size: 'large' }], 32);
    expect(line).toMatchObject({ large: false, bold: true, text: 'TOTAL            12,34,56,789.00' });
  });

  it('says in plain text what a code says beside it', () => {
    const code: Block = { is: 'code', kind: 'qr', data: 'upi://pay', caption: 'Pay by UPI' };
    expect(plainText({ title: '', language: 'en', blocks: [code] }, 20)).toBe('     Pay by UPI');
  });
});
