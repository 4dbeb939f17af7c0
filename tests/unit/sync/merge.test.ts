import { mergeRules } from '@shared/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const time = fc.integer({ min: -1e15, max: 1e15 });
const writer = fc.constantFrom('a', 'b', 'c');
const version = fc.integer({ min: 1, max: 100 });
const written = fc.record({ version, writer, stamp: time });

describe('a write of one unit', () => {
  it('made on the current version applies, whatever the clocks say', () => {
    fc.assert(
      fc.property(written, writer, time, (current, who, stamp) => {
        const kept = mergeRules.write(current, { base: current.version, writer: who, stamp });
        expect(kept).toBe(Math.max(stamp, current.stamp + 1));
      }),
    );
  });

  it('after an own earlier write applies, also on an old base', () => {
    expect(mergeRules.write({ version: 9, writer: 'a', stamp: 100 }, { base: 3, writer: 'a', stamp: 1 })).toBe(101);
  });

  it('that is concurrent wins by time, then by terminal: exactly one of two does', () => {
    fc.assert(
      fc.property(time, time, (first, second) => {
        const a = mergeRules.write({ version: 5, writer: 'b', stamp: second }, { base: 4, writer: 'a', stamp: first });
        const b = mergeRules.write({ version: 5, writer: 'a', stamp: first }, { base: 4, writer: 'b', stamp: second });
        expect((a === null) !== (b === null)).toBe(true);
      }),
    );
  });

  it('never makes the stamp of a unit fall', () => {
    fc.assert(
      fc.property(written, writer, version, time, (current, who, base, stamp) => {
        const kept = mergeRules.write(current, { base, writer: who, stamp });
        expect(kept === null || kept >= current.stamp).toBe(true);
      }),
    );
  });
});

describe("a terminal's time", () => {
  it('is corrected by its offset and never lies in the future of the hub', () => {
    expect(mergeRules.stamp(1_000, 500, 10_000)).toBe(1_500);
    fc.assert(fc.property(time, time, time, (at, offset, now) => mergeRules.stamp(at, offset, now) <= now));
  });
});
