import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  financialYear,
  formatDocumentNumber,
  isDocumentNumber,
  parseDocumentNumber,
  validateDocumentNumber,
} from '../../../src/shared/bill';
import { type Day, isDay } from '../../../src/shared/clock';

function day(text: string): Day {
  if (!isDay(text)) throw new Error(text);
  return text;
}

describe('financial year', () => {
  test.each([
    ['2026-03-31', '2526', '2025-04-01', '2026-03-31'],
    ['2026-04-01', '2627', '2026-04-01', '2027-03-31'],
    ['2027-03-31', '2627', '2026-04-01', '2027-03-31'],
    ['2099-12-31', '9900', '2099-04-01', '2100-03-31'],
  ])('%s is in %s', (on, name, from, to) => {
    expect(financialYear(day(on))).toEqual({ name, from, to });
  });

  test('the calendar year, where that is the rule', () => {
    expect(financialYear(day('2026-12-31'), 1)).toEqual({ name: '2626', from: '2026-01-01', to: '2026-12-31' });
    expect(financialYear(day('2028-02-29'), 3).to).toBe('2028-02-29');
  });
});

describe('document numbers (Rule 46)', () => {
  const year = financialYear(day('2026-11-21'));

  test('one series per till', () => {
    expect(formatDocumentNumber({ series: 'A1', year, sequence: 123 })).toBe('A1/2627/000123');
    expect(formatDocumentNumber({ series: 'CN1', year, sequence: 1_000_000 })).toBe('CN1/2627/1000000');
  });

  test('a number of more than 16 characters is refused and not written', () => {
    expect(() => formatDocumentNumber({ series: 'ABCD', year, sequence: 10_000_000 })).toThrow(
      expect.objectContaining({ code: 'bad_code', field: 'number' }),
    );
  });

  test.each([
    [{ series: '0A', sequence: 1 }, 'series'],
    [{ series: 'A-1', sequence: 1 }, 'series'],
    [{ series: 'ABCDE', sequence: 1 }, 'series'],
    [{ series: '', sequence: 1 }, 'series'],
    [{ series: 'A1', sequence: 0 }, 'sequence'],
    [{ series: 'A1', sequence: 1.5 }, 'sequence'],
  ])('%j is refused at %s', (parts, field) => {
    expect(() => formatDocumentNumber({ ...parts, year })).toThrow(expect.objectContaining({ field }));
  });

  test.each(['A1/2627/000123', 'INV-23-001', 'a', '1234567890123456', 'Z/-/-'])('%s is one', (text) => {
    expect(validateDocumentNumber(text)).toBe(text);
  });

  test.each(['', '0001/26', '/A1', '-A1', 'A1/2627/0000000001', 'A1 2627', 'A1#1', 'A1\n', 'Á1', 'A१'])(
    '%j is none',
    (text) => {
      expect(isDocumentNumber(text)).toBe(false);
      expect(() => validateDocumentNumber(text)).toThrow(expect.objectContaining({ code: 'bad_code' }));
    },
  );

  test('what is written can be read, and sorts by its sequence in its series', () => {
    const sequence = fc.integer({ min: 1, max: 999_999 });
    fc.assert(
      fc.property(sequence, sequence, (a, b) => {
        const [first, second] = [a, b].map((n) => formatDocumentNumber({ series: 'B2', year, sequence: n }));
        expect(parseDocumentNumber(first ?? '')).toEqual({ series: 'B2', year: '2627', sequence: a });
        expect((first ?? '') < (second ?? '')).toBe(a < b);
      }),
    );
    expect(parseDocumentNumber('INV-23-001')).toBeNull();
  });
});
