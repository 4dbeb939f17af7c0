import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type BarcodeType,
  embeddedPattern,
  expandUpcE,
  gs1CheckDigit,
  isBarcode,
  readBarcode,
  readEmbedded,
  toGtin14,
  validateBarcode,
} from '../../../src/shared/codes';

describe('check digits', () => {
  test.each<[string, BarcodeType]>([
    ['73513537', 'EAN-8'],
    ['9780471117094', 'EAN-13'],
    ['4006381333931', 'EAN-13'],
    ['036000291452', 'UPC-A'],
    ['01234565', 'UPC-E'],
    ['98412345678908', 'ITF-14'],
    ['GALLA-1 a/b', 'Code 128'],
  ])('%s is a right %s', (code, type) => {
    expect(validateBarcode(code, type)).toBe(code);
  });

  test.each<[string, BarcodeType]>([
    ['4006381333932', 'EAN-13'],
    ['2123450012349', 'EAN-13'],
    ['2123450123449', 'EAN-13'],
    ['400638133393', 'EAN-13'],
    ['40063813339३1', 'EAN-13'],
    ['73513536', 'EAN-8'],
    ['036000291453', 'UPC-A'],
    ['01234566', 'UPC-E'],
    ['21234565', 'UPC-E'],
    ['98412345678909', 'ITF-14'],
    ['', 'Code 128'],
    ['₹', 'Code 128'],
    ['x'.repeat(81), 'Code 128'],
  ])('%s is no %s, and the refusal shows the code', (code, type) => {
    expect(isBarcode(code, type)).toBe(false);
    expect(() => validateBarcode(code, type)).toThrow(
      expect.objectContaining({
        code: 'bad_code',
        message: expect.stringContaining(JSON.stringify(code.slice(0, 60))),
      }),
    );
  });

  const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`));

  test('every single wrong digit is found', () => {
    fc.assert(
      fc.property(digits(12), fc.nat(12), fc.integer({ min: 1, max: 9 }), (body, at, by) => {
        const code = body + gs1CheckDigit(body);
        expect(isBarcode(code, 'EAN-13')).toBe(true);
        const wrong = (Number(code.charAt(at)) + by) % 10;
        expect(isBarcode(code.slice(0, at) + wrong + code.slice(at + 1), 'EAN-13')).toBe(false);
      }),
    );
  });

  test.each([
    ['01234505', '012000003455'],
    ['01234514', '012100003454'],
    ['01234523', '012200003453'],
    ['01234531', '012300000451'],
    ['01234543', '012340000053'],
    ['01234558', '012345000058'],
    ['01234596', '012345000096'],
  ])('UPC-E %s stands for UPC-A %s', (short, long) => {
    expect(expandUpcE(short)).toBe(long);
    expect(isBarcode(long, 'UPC-A')).toBe(true);
    expect(isBarcode(short, 'UPC-E')).toBe(true);
  });

  test('a scanned code is known by its length', () => {
    const type = (code: string) => {
      const read = readBarcode(code);
      return read.ok ? read.value.type : read.error.code;
    };
    expect(type('4006381333931')).toBe('EAN-13');
    expect(type('036000291452')).toBe('UPC-A');
    expect(type('73513537')).toBe('EAN-8');
    expect(type('01234531')).toBe('UPC-E');
    expect(type('98412345678908')).toBe('ITF-14');
    expect(type('4006381333932')).toBe('bad_code');
    expect(type('SKU-77')).toBe('Code 128');
    expect(type('12345')).toBe('Code 128');
    expect(toGtin14('4006381333931')).toBe('04006381333931');
  });
});

describe('codes that a scale prints', () => {
  const weight = embeddedPattern('21{IIIII}{NNDDD}');
  const price = embeddedPattern('23{IIIII}{PPPCC}');

  test('item and weight', () => {
    expect(readEmbedded('2112345015002', weight)).toEqual({ item: '2112345', kind: 'quantity', quantity: 1_500 });
  });

  test('item and price', () => {
    const body = '231234512345';
    const code = body + gs1CheckDigit(body);
    expect(readEmbedded(code, price)).toEqual({ item: '2312345', kind: 'price', price: 12_345 });
    expect(readEmbedded(code, price, 'KWD')).toEqual({ item: '2312345', kind: 'price', price: 123_450 });
    expect(() => readEmbedded(code, price, 'JPY')).toThrow(expect.objectContaining({ code: 'too_many_decimals' }));
  });

  test('another prefix, length or letter is none of this pattern', () => {
    for (const code of ['2212345015002', '211234501500', '21123450150O2', '']) {
      expect(readEmbedded(code, weight)).toBeNull();
    }
  });

  test.each(['2123450012349', '2123450123449'])(
    '%s has a wrong check digit and is refused with the code shown',
    (code) => {
      expect(() => readEmbedded(code, weight)).toThrow(
        expect.objectContaining({ code: 'bad_code', message: expect.stringContaining(code) }),
      );
    },
  );

  test('whole numbers of pieces, and UPC-A scales', () => {
    const pieces = embeddedPattern('29{IIIII}{NNNNN}');
    const body = '291234500012';
    expect(readEmbedded(body + gs1CheckDigit(body), pieces)).toMatchObject({ quantity: 12_000 });
    const upc = embeddedPattern('2{IIIII}{PPPCC}');
    const short = '21234500999';
    expect(readEmbedded(short + gs1CheckDigit(short), upc)).toEqual({ item: '212345', kind: 'price', price: 999 });
  });

  test('every weight comes back as it was printed', () => {
    fc.assert(
      fc.property(fc.nat(99_999), fc.nat(99_999), (item, grams) => {
        const body = `21${String(item).padStart(5, '0')}${String(grams).padStart(5, '0')}`;
        expect(readEmbedded(body + gs1CheckDigit(body), weight)).toEqual({
          item: body.slice(0, 7),
          kind: 'quantity',
          quantity: grams,
        });
      }),
    );
  });

  test.each([
    '',
    '21',
    '21{IIIII}',
    '{NNDDD}',
    '21{IIIII}{NNDDD',
    '21{IIIII}{DDNNN}',
    '21{IIIII}{NNPPP}',
    '21{IIIII}{NDDDD}',
    '21{III}{NN}{PPPCC}',
    '21{IIIIII}{NNDDD}',
    '21{}{IIIII}{NNDDD}',
    '2x{IIIII}{NNDDD}',
  ])('%j is no pattern', (text) => {
    expect(() => embeddedPattern(text)).toThrow(expect.objectContaining({ code: 'bad_code', field: 'pattern' }));
  });
});
