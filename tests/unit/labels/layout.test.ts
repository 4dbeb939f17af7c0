import { pageUnits, rollSizes, sheets, unitsOf } from '@shared/label-media';
import { fits, type LabelDesign, linesOf, placeLabel, textWidth } from '@shared/labels';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encode, facts, item, shelf, trespasses } from '../../support/labels';

const extents = [...Object.values(sheets), ...Object.values(rollSizes)];
const ground = fc.record({
  extent: fc.constantFrom(...extents),
  perInch: fc.constantFrom(180, 203, 300, pageUnits),
});
const design: fc.Arbitrary<LabelDesign> = fc.record({
  kind: fc.constantFrom('shelf', 'item'),
  bars: fc.boolean(),
  packedOn: fc.constantFrom(null, '2026-11-21'),
});
const word = fc.oneof(
  fc.string({ minLength: 1, maxLength: 30, unit: 'grapheme' }),
  fc.string({ minLength: 1, maxLength: 12, unit: fc.constantFrom(...'नमस्तेचायपत्तीकिलो') }),
  fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme-ascii' }),
);
const name = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(' '));
const amount = fc.integer({ min: 1, max: 999_999_999 }).map((value) => `₹${value.toLocaleString('en-IN')}.00`);
const maybe = (of: fc.Arbitrary<string>) => fc.oneof(fc.constant(''), of);
const code = fc.oneof(
  fc.constant(null),
  fc.constant({ type: 'EAN-13' as const, text: '8901030865275' }),
  fc
    .string({ minLength: 1, maxLength: 64, unit: 'grapheme-ascii' })
    .map((text) => ({ type: 'Code 128' as const, text })),
);
const allFacts = fc.record({
  name,
  price: amount,
  unitPrice: maybe(amount.map((each) => `${each} per kg`)),
  mrp: maybe(amount.map((each) => `MRP ${each}`)),
  date: maybe(fc.constant('Packed 21 Nov 2026')),
  code,
});

describe('a label laid out', () => {
  it('has everything inside of it and nothing on anything else, in whole units', () => {
    fc.assert(
      fc.property(allFacts, design, ground, (each, how, where) => {
        expect(trespasses(placeLabel(each, how, where, encode))).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it('has no text that is wider than its box', () => {
    fc.assert(
      fc.property(allFacts, design, ground, (each, how, where) => {
        for (const part of placeLabel(each, how, where, encode).parts) {
          if (part.is === 'line') expect(textWidth(part.text) * part.size).toBeLessThanOrEqual(part.width * 1000);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('says every figure and the code whole, and the name in at most two lines', () => {
    fc.assert(
      fc.property(allFacts, design, ground, (each, how, where) => {
        const lines = placeLabel(each, how, where, encode).parts.filter((part) => part.is === 'line');
        const texts = lines.map(({ text }) => text);
        expect(texts).toContain(each.price);
        if (each.code) expect(texts).toContain(each.code.text);
        if (each.mrp !== '') expect(texts).toContain(each.mrp);
        if (how.kind === 'shelf' && each.unitPrice !== '') expect(texts).toContain(each.unitPrice);
        expect(lines.filter(({ what }) => what === 'name').length).toBeLessThanOrEqual(2);
      }),
      { numRuns: 200 },
    );
  });

  it('has bars whole or not at all: their width, their white and a module of one width', () => {
    for (const extent of extents) {
      const placed = placeLabel(facts(), item, { extent, perInch: 203 }, encode);
      const bars = placed.parts.find((part) => part.is === 'bars');
      expect(bars, `${extent.width} x ${extent.height}`).toBeDefined();
      const module = bars?.runs[0] ?? 0;
      expect(bars?.runs.map((run) => run / module)).toEqual(encode({ type: 'EAN-13', text: '8901030865275' }));
      expect(bars?.width).toBe(113 * module);
      expect(bars?.lead).toBe(11 * module);
      expect(bars?.height).toBeGreaterThanOrEqual(unitsOf(45, 203));
    }
  });

  it('says that a code is too long instead of printing bars that nobody can read', () => {
    const long = { type: 'Code 128' as const, text: 'BATCH-2026-11-21/PUNE-WAREHOUSE-07' };
    const ground38 = { extent: rollSizes['38x25'], perInch: 203 };
    const placed = placeLabel(facts({ code: long }), item, ground38, encode);
    expect(placed.isCodeTooLong).toBe(true);
    expect(placed.parts.some((part) => part.is === 'bars')).toBe(false);
    expect(placeLabel(facts(), shelf, ground38, encode).isCodeTooLong).toBe(false);
  });
});

describe('a long name', () => {
  it('ends in an ellipsis after its last line, and loses nothing when it fits', () => {
    const text = 'Himalaya Herbals Purifying Neem Face Wash with Turmeric, twice as much in one tube';
    const lines = linesOf(text, 100, 2_000, 2);
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatch(/…$/);
    expect(`${lines[0]} ${lines[1]?.slice(0, -1)}`).toBe(text.slice(0, lines.join(' ').length - 1));
    expect(linesOf('Neem soap', 100, 2_000, 2)).toEqual(['Neem soap']);
  });

  it('is broken inside of a word only where the word is wider than the line, and never inside of a letter with its signs', () => {
    fc.assert(
      fc.property(name, fc.integer({ min: 1_200, max: 4_000 }), (text, width) => {
        const lines = linesOf(text, 100, width, 2);
        for (const line of lines) expect(fits(line, 100, width)).toBe(true);
      }),
    );
    const [first = ''] = linesOf('नमस्तेनमस्तेनमस्तेनमस्ते', 100, 700, 2);
    expect('नमस्तेनमस्तेनमस्तेनमस्ते'.startsWith(first)).toBe(true);
    expect(first).not.toMatch(/\p{M}$(?<!ते|स्|े)/u);
  });
});
