import { a4, labelsPerSheet, type Sheet, sheets, sheetsFor } from '@shared/label-media';
import { placeCopies, portionsOf } from '@shared/labels';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const sheet = fc.constantFrom(...Object.values(sheets));
const items = fc
  .array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 8 })
  .map((copies) => copies.map((each, label) => ({ label, copies: each })));
const begun = sheet.chain((each) => fc.tuple(fc.constant(each), fc.integer({ min: 1, max: labelsPerSheet(each) })));
const total = (wanted: readonly { readonly copies: number }[]) => wanted.reduce((sum, { copies }) => sum + copies, 0);

describe.each(Object.entries(sheets))('the sheet %s', (name, each: Sheet) => {
  it('is on the paper, with no sticker on another', () => {
    expect(`a4x${labelsPerSheet(each)}`).toBe(name);
    expect(each.stepX).toBeGreaterThanOrEqual(each.width);
    expect(each.stepY).toBeGreaterThanOrEqual(each.height);
    const right = a4.width - (each.left + (each.columns - 1) * each.stepX + each.width);
    const bottom = a4.height - (each.top + (each.rows - 1) * each.stepY + each.height);
    // Die cuts stand in the middle of the sheet: half a millimetre is what rounding may take.
    expect(Math.abs(right - each.left)).toBeLessThanOrEqual(5);
    expect(Math.abs(bottom - each.top)).toBeLessThanOrEqual(5);
  });
});

describe('copies on sheets', () => {
  it('are each in one place of their own, on as few sheets as were said', () => {
    fc.assert(
      fc.property(items, begun, (wanted, [each, begin]) => {
        const placed = placeCopies(wanted, each, begin);
        for (const { label, copies } of wanted) {
          expect(placed.filter((one) => one.label === label)).toHaveLength(copies);
        }
        expect(new Set(placed.map(({ sheet: page, x, y }) => `${page} ${x} ${y}`)).size).toBe(total(wanted));
        const pages = new Set(placed.map((one) => one.sheet));
        expect(pages.size).toBe(sheetsFor(total(wanted), each, begin));
        expect([...pages]).toEqual([...pages.keys()]);
      }),
    );
  });

  it('leave the stickers alone that are gone already', () => {
    const each = sheets.a4x24;
    const [first] = placeCopies([{ label: 'tea', copies: 3 }], each, 5);
    expect(first).toEqual({ label: 'tea', sheet: 0, x: each.left + each.stepX, y: each.top + each.stepY });
    expect(placeCopies([{ label: 'tea', copies: 2 }], each, 24).map((one) => one.sheet)).toEqual([0, 1]);
    expect(sheetsFor(0, each, 24)).toBe(0);
  });
});

describe('portions', () => {
  it('have every copy once, in order, and none too many', () => {
    fc.assert(
      fc.property(items, fc.integer({ min: 1, max: 40 }), (wanted, most) => {
        const portions = portionsOf(wanted, most);
        for (const portion of portions) expect(total(portion)).toBeLessThanOrEqual(most);
        for (const portion of portions.slice(0, -1)) expect(total(portion)).toBe(most);
        const spread = (all: readonly { label: number; copies: number }[]) =>
          all.flatMap(({ label, copies }) => Array<number>(copies).fill(label));
        expect(spread(portions.flat())).toEqual(spread(wanted));
      }),
    );
  });
});
